import { findCitations } from './citations.ts'
import { findDays, findYear, repairDigits } from './dates.ts'
import { type Parts, withoutEnacting } from './document.ts'
import { findIssuer } from './issuer.ts'
import { cut, fold, join, type Strand, wordsOf } from './strand.ts'

export interface Found<T> {
  readonly value: T
  readonly at: readonly Strand[]
  readonly repaired: boolean
}

export interface Identity {
  readonly title: Found<string> | null
  readonly number: Found<string> | null
  readonly issued: Found<string> | null
  readonly issuer: Found<string> | null
  readonly year: Found<number> | null
  /** Printed days that make no date. */
  readonly impossible: readonly Strand[]
  readonly nameVaries: readonly Strand[]
}

/** Number, day, issuer, year and title of the plan itself; never those of a parent plan or of the web page. */
export function readIdentity(parts: Parts, strands: readonly Strand[]): Identity {
  const title = readTitle(parts)
  const header = parts.kind === 'digest' ? null : fromHeader(parts)
  const caption = fromCaptions(parts)
  const prose =
    parts.kind === 'digest' || (header?.number == null && !header?.draft && caption === null)
      ? fromProse(parts, strands)
      : null
  const number =
    header?.number ?? (header?.draft === true ? null : (caption?.number ?? prose?.number ?? null))
  const issued =
    header?.issued ?? (header?.draft === true ? null : (caption?.issued ?? prose?.issued ?? null))
  const { issuer, varies } = findIssuer(parts, strands)
  return {
    title,
    number,
    issued,
    issuer,
    year: readYear(parts, strands, issued),
    impossible: header?.impossible ?? [],
    nameVaries: varies,
  }
}

function readTitle(parts: Parts): Found<string> | null {
  const lines = parts.kind === 'decision' ? [withoutEnacting(join(parts.title.slice(1), ' '))] : parts.title
  const used = lines.filter((line) => line.text !== '')
  if (used.length === 0) return null
  return { value: fold(used.map(wordsOf).join(' ')), at: used, repaired: false }
}

interface FromHeader {
  number: Found<string> | null
  issued: Found<string> | null
  draft: boolean
  impossible: Strand[]
}

/** "Số: 25/KH-UBND" and "Quảng Ngãi, ngày 15 tháng 02 năm 2023"; blanks of a draft give null and `draft`. */
function fromHeader(parts: Parts): FromHeader {
  const found: FromHeader = { number: null, issued: null, draft: false, impossible: [] }
  for (const { strand } of parts.head.slice(-40)) {
    const number = /^so(?: hieu| ky hieu)?\s*[:.]?\s*/.exec(strand.bare)
    if (number !== null && /\/|-/.test(strand.text)) {
      const citation = findCitations(cut(strand, number[0].length))[0]
      if (citation?.number != null && citation.start < 6) {
        const at = cut(citation.strand, citation.start, citation.end)
        found.number = { value: citation.number, at: [at], repaired: citation.repaired.includes('number') }
        found.draft = false
      } else if (
        /^so(?: hieu)?\s*[:.]?[\s._…\-/]*\/?\s*(?:kh|qd)\s*-/.test(strand.bare) &&
        found.number === null
      )
        found.draft = true
    }
    if (
      !/ngay/.test(strand.bare) ||
      strand.text.length > 160 ||
      /cap nhat|ngay dang|hieu luc|ngay cong bao/.test(strand.bare)
    )
      continue
    if (!/,\s*ngay|ngay\s+(?:ban hanh|ky)|^ngay/.test(strand.bare)) continue
    const day = findDays(strand.bare)[0]
    if (day === undefined) continue
    const at = cut(strand, day.start, day.end)
    if (day.day === null) found.impossible.push(at)
    else found.issued = { value: day.day, at: [at], repaired: day.repaired }
  }
  return found
}

/** "(Kèm theo Kế hoạch số 25/KH-UBND ngày 15/02/2023 …)" under the title of an annex. */
function fromCaptions(parts: Parts): { number: Found<string> | null; issued: Found<string> | null } | null {
  for (const caption of parts.captions) {
    const citation = findCitations(caption)[0]
    if (citation?.number == null) continue
    const at = cut(caption, citation.start, citation.end)
    const dayAt = citation.issuedAt === null ? at : cut(caption, citation.issuedAt[0], citation.issuedAt[1])
    return {
      number: { value: citation.number, at: [at], repaired: citation.repaired.includes('number') },
      issued:
        citation.issued === null
          ? null
          : { value: citation.issued, at: [dayAt], repaired: citation.repaired.includes('date') },
    }
  }
  return null
}

/** In a digest: the plan whose issue is told, not the one it carries out. */
function fromProse(
  parts: Parts,
  strands: readonly Strand[],
): { number: Found<string>; issued: Found<string> | null } | null {
  let best: { score: number; number: Found<string>; issued: Found<string> | null } | null = null
  strands.slice(0, 40).forEach((strand, k) => {
    for (const citation of findCitations(strand)) {
      if (citation.number === null || !/^(?:kế hoạch|quyết định)$/i.test(citation.type)) continue
      const score = ownScore(strand, citation.start, citation.end) - k * 0.2
      if (score < (parts.kind === 'digest' ? 3 : 4) || (best !== null && best.score >= score)) continue
      const at = cut(strand, citation.start, citation.end)
      const told =
        citation.issuedAt === null
          ? toldDay(strand, citation.start)
          : { ...citation, at: cut(strand, citation.issuedAt[0], citation.issuedAt[1]) }
      best = {
        score,
        number: { value: citation.number, at: [at], repaired: citation.repaired.includes('number') },
        issued: told?.issued == null ? null : { value: told.issued, at: [told.at], repaired: false },
      }
    }
  })
  return best
}

function ownScore(strand: Strand, start: number, end: number): number {
  const before = strand.bare.slice(Math.max(0, start - 90), start)
  const after = strand.bare.slice(end, end + 220)
  let score = 0
  if (/(?:ban hanh|ky|phe duyet|xay dung|thong qua|co)\s*$/.test(before)) score += 4
  else if (/(?:ban hanh|ky ban hanh)[^.;]{0,40}$/.test(before)) score += 3
  else if (/(?:noi dung|theo|tai)\s*(?:cua\s+)?$/.test(before)) score += 2
  if (
    /(?:thuc hien|trien khai|can cu|theo tinh than|thay the|kem theo|tai|cu the hoa|dieu chinh)\s*$/.test(
      before,
    )
  )
    score -= 5
  if (/(?:thuc hien|trien khai|can cu)[^.;,]{0,60}$/.test(before)) score -= 2
  if (/^[^.;]{0,120}(?:tuyen truyen|truyen thong)/.test(after)) score += 2
  if (/^[^.;]{0,80}(?:cai cach|cchc|tthc|thu tuc)/.test(after)) score += 1
  if (/^[^.;]{0,160}giai doan/.test(after)) score -= 2
  return score
}

/** "Ngày 08/2/2024, UBND Thành phố ban hành Kế hoạch số …": the day the sentence begins with. */
function toldDay(strand: Strand, at: number): { issued: string | null; at: Strand } | null {
  const from = Math.max(strand.bare.lastIndexOf('. ', at), 0)
  const day = findDays(strand.bare, from, at).find(
    (found) =>
      /^ngay/.test(strand.bare.slice(found.start, found.end)) ||
      /ngay\s*$/.test(strand.bare.slice(0, found.start)),
  )
  if (day === undefined || at - day.end > 160) return null
  const between = strand.bare.slice(day.end, at)
  if (!/ban hanh|ky|phe duyet/.test(between) || /thuc hien|can cu|so \d/.test(between)) return null
  return { issued: day.day, at: cut(strand, day.start, day.end) }
}

function readYear(
  parts: Parts,
  strands: readonly Strand[],
  issued: Found<string> | null,
): Found<number> | null {
  const places = [...parts.title, ...strands.slice(0, 12)]
  for (const strand of [join(parts.title, ' '), ...places]) {
    for (const sentence of planYearPlaces(strand, parts.title.includes(strand) || strand === places[0])) {
      const found = findYear(sentence)
      if (found !== null)
        return { value: found.year, at: [cut(sentence, found.start, found.end)], repaired: found.repaired }
    }
  }
  for (const strand of places) {
    const range = /(?<!\d)([0-9lo]{4})\s*-\s*[0-9lo]{4}(?!\d)/.exec(strand.bare)
    if (range !== null)
      return {
        value: Number(repairDigits(range[1] ?? '')),
        at: [cut(strand, range.index, range.index + 4)],
        repaired: false,
      }
  }
  return issued === null ? null : { value: Number(issued.value.slice(0, 4)), at: issued.at, repaired: false }
}

/** In prose the year that counts stands behind "tuyên truyền … năm", not in a citation of a parent plan. */
function planYearPlaces(strand: Strand, isTitle: boolean): Strand[] {
  if (isTitle) return [strand]
  const own =
    /(?:tuyen truyen|truyen thong|cai cach hanh chinh|cchc|kiem soat|ke hoach)[^.;]{0,120}?nam\s+[0-9lio]{4}/g
  return [...strand.bare.matchAll(own)]
    .filter((match) => !/giai doan/.test(match[0]))
    .map((match) => cut(strand, match.index, match.index + match[0].length))
}
