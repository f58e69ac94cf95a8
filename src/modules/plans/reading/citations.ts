import type { Citation } from './citation.ts'
import { findDays, repairDigits } from './dates.ts'
import { findLaws } from './laws.ts'
import { cut, fold, type Strand, trim, wordsOf } from './strand.ts'

const NUMBER =
  /(?<![\p{L}\p{N}/.])([0-9lIO]{1,6}[a-zđ]?(?:\s?[-/]\s?[12lI][0-9lIO]{3})?)(\s*\/\s*|-)([A-ZĐ][A-ZĐđ][A-Za-zĐđ0-9]{0,12}(?:(?:\s?[-–]\s?|[/&.])[A-ZĐ][A-Za-zĐđ0-9&]{0,14}(?![\p{Ll}])){0,3})(?![\p{L}])/gu

const TYPES =
  'nghi quyet lien tich|nghi quyet|nghi dinh|quyet dinh|chi thi|thong tu lien tich|thong tu|ke hoach lien tich|ke hoach|ket luan|thong bao ket luan|thong bao|chuong trinh hanh dong|chuong trinh phoi hop|chuong trinh|de an|cong van|cong dien|to trinh|huong dan lien nganh|huong dan|quy che|quy dinh|van ban hop nhat|van ban|bao cao|bo luat|luat|phap lenh|thong tri|phuong an|lenh'
const TYPE = new RegExp(`(?<![a-z])(?:${TYPES}|nq|nd|qd|ct|tt)(?![a-z])`, 'g')

const SHORT: Readonly<Record<string, string>> = {
  nq: 'Nghị quyết',
  nd: 'Nghị định',
  qd: 'Quyết định',
  ct: 'Chỉ thị',
  tt: 'Thông tư',
}

const SYMBOLS: readonly [RegExp, string][] = [
  [/^TTLT/, 'Thông tư liên tịch'],
  [/^NQLT/, 'Nghị quyết liên tịch'],
  [/^NQ/, 'Nghị quyết'],
  [/^N[ĐD]/, 'Nghị định'],
  [/^Q[ĐD]/, 'Quyết định'],
  [/^CTr|^CTR/, 'Chương trình'],
  [/^CT/, 'Chỉ thị'],
  [/^KH/, 'Kế hoạch'],
  [/^TTr|^TTR/, 'Tờ trình'],
  [/^TT/, 'Thông tư'],
  [/^KL/, 'Kết luận'],
  [/^TB/, 'Thông báo'],
  [/^HD/, 'Hướng dẫn'],
  [/^C[ĐD]/, 'Công điện'],
  [/^ĐA/, 'Đề án'],
  [/^BC/, 'Báo cáo'],
  [/^QH\d/, 'Luật'],
]

/** Every citation in one paragraph or cell, in order; "các Nghị định số A và số B" gives two. */
export function findCitations(strand: Strand): Citation[] {
  const found: Citation[] = []
  let before = 0
  let type: string | null = null
  for (const match of strand.text.matchAll(NUMBER)) {
    const digits = match[1] ?? ''
    if (!/\d/.test(digits)) continue
    const named = typeBefore(strand, before, match.index)
    const symbol = SYMBOLS.find(([pattern]) => pattern.test(match[3] ?? ''))?.[1] ?? null
    const inherits =
      named === null && found.length > 0 && /^[^.]{0,400}$/.test(strand.text.slice(before, match.index))
    type = named?.type ?? (inherits && (symbol === null || symbol === type) ? type : symbol)
    if (type === null) continue
    const end = match.index + match[0].length
    found.push(citation(strand, type, match, named?.start ?? match.index, end))
    before = end
  }
  return [...withSharedDays(strand, found), ...findLaws(strand, found)].sort((a, b) => a.start - b.start)
}

function citation(
  strand: Strand,
  type: string,
  match: RegExpExecArray,
  start: number,
  end: number,
): Citation {
  const printed = match[1] ?? ''
  const letter = /[a-zđ]$/.exec(printed.replace(/l$/, ''))?.[0] ?? ''
  const digits = repairDigits(letter === '' ? printed : printed.slice(0, -1)) + letter
  const number = `${digits}${match[2] ?? '/'}${match[3] ?? ''}`.replace(/\s+/g, '').replace(/[–]/g, '-')
  const day = dayAfter(strand, end) ?? dayBefore(strand, start)
  const after = Math.max(day?.end ?? end, end)
  const issuer = issuerAfter(strand, after)
  const repaired: ('number' | 'date')[] = []
  if (digits !== printed.replace(/\s+/g, '') && repairDigits(printed) !== printed) repaired.push('number')
  if (day?.repaired === true) repaired.push('date')
  return {
    type,
    number,
    name: null,
    issued: day?.day ?? null,
    issuer: issuer?.name ?? null,
    strand,
    start,
    end: issuer?.end ?? after,
    issuedAt: day === null ? null : [day.start, day.end],
    repaired,
  }
}

/** The type word nearest to the left of a number, as printed; null when the number stands alone in a list. */
function typeBefore(strand: Strand, from: number, at: number): { type: string; start: number } | null {
  const low = Math.max(from, at - 240)
  const left = strand.bare.slice(low, at)
  let best: { type: string; start: number } | null = null
  for (const match of left.matchAll(TYPE)) {
    const start = low + match.index
    const printed = strand.text.slice(start, start + match[0].length)
    const between = left.slice(match.index + match[0].length)
    const adjacent = /^\s*(?::|cua [^,;.]{1,60})?\s*(?:\(?so\s*:?)?\s*$/.test(between)
    const bySubject = /^\p{Lu}/u.test(printed) && /(?:^|\s)so\s*:?\s*$/.test(between) && !/[;]/.test(between)
    if (!adjacent && !bySubject) continue
    if (match[0].length <= 2 && !/^[A-ZĐ]+$/.test(printed)) continue
    best = { type: SHORT[match[0]] ?? sentenceCase(fold(printed)), start }
  }
  return best
}

function sentenceCase(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1).toLowerCase()
}

function dayAfter(strand: Strand, end: number): ReturnType<typeof findDays>[number] | null {
  const day = findDays(strand.bare, end, end + 20)[0]
  if (day === undefined) return null
  return /^[\s,(]*(?:ban hanh|ky)?\s*$/.test(strand.bare.slice(end, day.start)) ? day : null
}

/** "Ngày 10/01/2023, UBND tỉnh ban hành Quyết định số …": the day stands before the citation. */
function dayBefore(strand: Strand, start: number): ReturnType<typeof findDays>[number] | null {
  const low = Math.max(0, start - 110)
  if (!/(?:ban hanh|ky)\s+(?:ban hanh\s+)?$/.test(strand.bare.slice(low, start))) return null
  const day = findDays(strand.bare, low, start).at(-1)
  if (day === undefined || !/^ngay/.test(strand.bare.slice(day.start, day.end))) return null
  return /^,?\s+[^.;:0-9]{4,80}$/.test(strand.bare.slice(day.end, start)) ? day : null
}

/** "các Quyết định số A, số B cùng ngày 1/2/2024": the day belongs to the whole list. */
function withSharedDays(strand: Strand, found: Citation[]): Citation[] {
  return found.map((item, k) => {
    if (item.issued !== null) return item
    const last = found.slice(k + 1).find((other) => other.issuedAt !== null)
    if (last?.issuedAt == null || !/cung\s*$/.test(strand.bare.slice(0, last.issuedAt[0]))) return item
    return { ...item, issued: last.issued, issuedAt: last.issuedAt }
  })
}

const ISSUER_END =
  /[,;:.()"]|\s(?:ve|ban hanh|phe duyet|sua doi|quy dinh|huong dan|khoa|trien khai|thuc hien|day manh|tang cuong|cong bo|dieu chinh|thong qua|nhiem ky|giai doan|nam \d|doi voi|dot|va|kem theo|ngay|trong|nham|thi hanh|chi dao|giao|bo sung|xay dung|to chuc thuc|nang cao|yeu cau|quyet dinh|thanh lap|cho phep|tai|len)(?![a-z])|$/g

function issuerAfter(strand: Strand, from: number): { name: string; end: number } | null {
  const lead = /^\s*,?\s*(?:cua|do)\s+/.exec(strand.bare.slice(from, from + 12))
  if (lead === null) return null
  const start = from + lead[0].length
  const pattern = new RegExp(ISSUER_END)
  pattern.lastIndex = start
  const stop = pattern.exec(strand.bare)
  const end = Math.min(stop?.index ?? strand.text.length, start + 120)
  const name = trim(cut(strand, start, end))
  return name.text === '' ? null : { name: wordsOf(name), end }
}
