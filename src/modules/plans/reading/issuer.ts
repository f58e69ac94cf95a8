import type { Parts } from './document.ts'
import { type Body, headerBody, LEVEL, LEVELS, type Level, titleCase } from './issuer-header.ts'
import { isCity, provinceIn, provinceNamed } from './provinces.ts'
import { cut, fold, join, type Strand } from './strand.ts'

interface FoundIssuer {
  readonly issuer: { value: string; at: readonly Strand[]; repaired: boolean } | null
  readonly varies: readonly Strand[]
}

/** Who issues the plan, written out: "Ủy ban nhân dân tỉnh X", "Chủ tịch Ủy ban nhân dân tỉnh X". */
export function findIssuer(parts: Parts, strands: readonly Strand[]): FoundIssuer {
  const header = parts.kind === 'digest' ? null : headerBody(parts)
  const told = toldBody(parts, strands)
  const body = header ?? told?.body ?? null
  if (body === null) return { issuer: null, varies: [] }
  const chairman =
    parts.issuing === null
      ? (told?.chairman ?? false) && isSame(header, told?.body ?? null)
      : /^chu tich/.test(parts.issuing.bare)
  const named =
    body.name === null ? placeName(body.level, parts, strands) : { name: placeSpelling(body), varies: [] }
  const place =
    named.name === null || body.level === null ? null : `${levelOf(body, named.name)} ${named.name}`
  const office = [body.office, place].filter((word) => word !== null).join(' ')
  return {
    issuer: { value: `${chairman ? 'Chủ tịch ' : ''}${office}`, at: [body.at], repaired: false },
    varies: named.varies,
  }
}

function isSame(header: Body | null, told: Body | null): boolean {
  return header === null || told === null || header.office === told.office
}

function levelOf(body: Body, name: string): Level | null {
  return body.level === 'tỉnh' && isCity(name.toLowerCase()) ? 'thành phố' : body.level
}

function placeSpelling(body: Body): string {
  const name = body.name ?? ''
  return provinceNamed(bareName(name)) ?? name
}

function bareName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/gi, 'd')
    .toLowerCase()
}

const ISSUES = new RegExp(
  `(chu tich\\s+)?(?:(ubnd|uy ban nhan dan)\\s+${LEVEL}(?![a-z])([^.;:]{0,60}?)|((?<![a-z])(?:so|bo|phong)\\s+[a-z][^.;:,]{2,45}?))\\s+(?:vua\\s+|da\\s+|moi\\s+)?(?:ky\\s+)?(?:ban hanh|xay dung|phe duyet|quyet dinh ban hanh)(?![a-z])`,
  'g',
)

/** "… Chủ tịch UBND tỉnh ban hành Kế hoạch …" in the preamble or in a digest. */
function toldBody(parts: Parts, strands: readonly Strand[]): { body: Body; chairman: boolean } | null {
  for (const strand of [...parts.captions, ...strands.slice(0, 14)]) {
    if (parts.captions.includes(strand)) {
      const caption = new RegExp(`cua\\s+(chu tich\\s+)?(ubnd|uy ban nhan dan)\\s+${LEVEL}(?![a-z])`).exec(
        strand.bare,
      )
      if (caption !== null)
        return {
          body: committeeBody(strand, caption.index, caption[0].length, caption[3] ?? ''),
          chairman: caption[1] !== undefined,
        }
      continue
    }
    for (const match of strand.bare.matchAll(ISSUES)) {
      const verb = match[0]
      const after = strand.bare.slice(match.index + verb.length, match.index + verb.length + 60)
      if (!/^\s*(?:ke hoach|quyet dinh)/.test(after)) continue
      const signed = /\sky\s/.test(verb)
      if (match[2] !== undefined) {
        return {
          body: committeeBody(strand, match.index, verb.length, match[3] ?? ''),
          chairman: match[1] !== undefined && !signed && !/pho\s*$/.test(strand.bare.slice(0, match.index)),
        }
      }
      const office = cut(strand, match.index, match.index + (match[5]?.length ?? 0))
      if (!/^\p{Lu}/u.test(office.text)) continue
      return { body: { office: fold(office.text), level: null, name: null, at: office }, chairman: false }
    }
  }
  return null
}

function committeeBody(strand: Strand, at: number, length: number, level: string): Body {
  const levelAt = strand.bare.indexOf(level, at + 4) + level.length
  const name =
    /^\s+(\p{Lu}[\p{L}']*(?:\s+\p{Lu}[\p{L}']*){0,3})/u.exec(strand.text.slice(levelAt))?.[1] ?? null
  return { office: 'Ủy ban nhân dân', level: LEVELS[level] ?? null, name, at: cut(strand, at, at + length) }
}

const PLACE = /^(?:\p{Lu}[\p{L}']*)(?:\s+(?:-\s+)?\p{Lu}[\p{L}']*){0,3}/u
/** Words that follow a name in a title set in capitals: "TỈNH LONG HẢI NĂM 2017". */
const PLACE_END = /\s+(?:NĂM|GIAI|ĐẾN|THỜI|VÀ|VỀ|TRONG|LẦN|KHÓA|NHIỆM|BAN|CHỦ|CỘNG|KẾ|SỞ|ỦY|UBND)(?:\s.*)?$/u

/** The place the document most often names at this level; a misprinted province gets its right name. */
function placeName(
  level: Level | null,
  parts: Parts,
  strands: readonly Strand[],
): { name: string | null; varies: readonly Strand[] } {
  if (level === null) return { name: null, varies: [] }
  const counts = new Map<string, { count: number; spellings: Map<string, { count: number; at: Strand }> }>()
  const title = join(parts.title, ' ')
  const places = [title, ...parts.head.map((paragraph) => paragraph.strand), ...parts.captions, ...strands]
  for (const strand of places) {
    const printedLevels = [
      level,
      titleCase(level),
      level.charAt(0).toUpperCase() + level.slice(1),
      level.toUpperCase(),
      'TP\\.?',
    ]
    const pattern = new RegExp(
      `(?<![\\p{L}])(?:${printedLevels.join('|')})\\s+((?:\\p{Lu}[\\p{L}']*)(?:\\s+(?:-\\s+)?\\p{Lu}[\\p{L}']*){0,3})`,
      'gu',
    )
    for (const match of strand.text.matchAll(pattern)) {
      const printed = PLACE.exec(match[1] ?? '')?.[0].replace(PLACE_END, '')
      if (printed === undefined) continue
      const key = bareName(printed)
      const entry = counts.get(key) ?? { count: 0, spellings: new Map() }
      entry.count += strand === title ? 3 : 1
      const spelling = entry.spellings.get(titleCase(printed))
      const start = match.index + match[0].length - (match[1]?.length ?? 0)
      entry.spellings.set(titleCase(printed), {
        count: (spelling?.count ?? 0) + 1,
        at: spelling?.at ?? cut(strand, start, start + printed.length),
      })
      counts.set(key, entry)
    }
  }
  const best = [...counts].sort((a, b) => b[1].count - a[1].count)[0]
  if (best === undefined) {
    const known =
      level === 'tỉnh' || level === 'thành phố'
        ? (provinceIn(title.bare) ?? provinceIn(join(strands.slice(0, 10), ' ').bare))
        : null
    return { name: known, varies: [] }
  }
  const spellings = [...best[1].spellings].sort((a, b) => b[1].count - a[1].count)
  const name = provinceNamed(best[0]) ?? spellings[0]?.[0] ?? null
  return { name, varies: spellings.filter(([spelling]) => spelling !== name).map(([, found]) => found.at) }
}
