import { type AgencyRun, scanAgencies } from './agency.ts'
import { cut, type Strand, trim } from './strand.ts'

/** A sentence that tells a body to do something: who, what is left to do, and whether it is asked or ordered. */
export interface Order {
  readonly lead: readonly Strand[]
  readonly content: Strand
  readonly invited: boolean
  /** How it begins: "Giao …", "A: …", or the body as subject. */
  readonly form: 'ordered' | 'colon' | 'subject' | 'bare'
}

const ORDERED =
  /^(?:(?:(?:chu tich |lanh dao )?(?:ubnd|uy ban nhan dan|hdnd)(?: (?:tinh|thanh pho|huyen|thi xa|quan|xa|phuong))?(?: [a-z]+){0,4}?|ke hoach(?: (?:cung|nay|da))?|theo do,?|dong thoi,?|trong do,?|ngoai ra,?|ben canh do,?|quyet dinh(?: nay)?)\s+(?:(?:da|cung|se|dong thoi|con)\s+)?)?(giao nhiem vu cho|giao trach nhiem cho|giao cho|giao|yeu cau|de nghi|phan cong|kien nghi)\s+/
const LINKS =
  /^(?:theo (?:do|ke hoach(?: nay)?|su phan cong)|trong do|dong thoi|ngoai ra|ben canh do|cu the|rieng(?: doi voi)?|doi voi|ve phia|cung voi do|song song|mat khac|dac biet|qua do|tiep do|(?:trach nhiem|nhiem vu) cua|con|va)\s*[,:]?\s+/
const ADVERBIAL =
  /^(?:(?:hang|dinh ky|tai|ve|truoc|cham nhat|trong|tu|den|can cu|tren co so|theo|nham|de)\s[^,;.:]{2,140}),\s+/

/** Reads who is told to do what in one item or sentence; null when no body heads it. */
export function readOrder(sentence: Strand): Order | null {
  let from = 0
  for (let step = 0; step < 3; step++) {
    const ordered = orderedAt(sentence, from)
    if (ordered !== null) return ordered
    const link = LINKS.exec(sentence.bare.slice(from, from + 260)) ?? headingBefore(sentence, from)
    if (link === null) break
    from += link[0].length
  }
  const run = scanAgencies(sentence, from, true)
  if (run !== null) return orderAfter(sentence, run, 'subject', false)
  const adverbial = ADVERBIAL.exec(sentence.bare.slice(0, 200))
  if (adverbial === null) return null
  const ordered = orderedAt(sentence, adverbial[0].length)
  if (ordered !== null) return ordered
  const late = scanAgencies(sentence, adverbial[0].length)
  if (late === null || orderAfter(sentence, late, 'subject', false).form !== 'subject') return null
  return { lead: late.names, content: sentence, invited: false, form: 'subject' }
}

function orderedAt(sentence: Strand, from: number): Order | null {
  const ordered = ORDERED.exec(sentence.bare.slice(from, from + 260))
  if (ordered === null) return null
  const run = scanAgencies(sentence, from + ordered[0].length, true)
  if (run === null) return null
  return orderAfter(sentence, run, 'ordered', /de nghi|kien nghi/.test(ordered[1] ?? ''))
}

/** "3. Tổ chức thực hiện: Sở Nội vụ có trách nhiệm …": a short heading printed in front of the sentence. */
function headingBefore(sentence: Strand, from: number): RegExpExecArray | null {
  const heading = /^[a-z][a-z ,]{3,60}:\s+/.exec(sentence.bare.slice(from, from + 70))
  if (heading === null || from > 0 || scanAgencies(sentence, 0, true) !== null) return null
  const run = scanAgencies(sentence, heading[0].length)
  if (run === null || /^[\s.;,]*$/.test(sentence.text.slice(run.end))) return null
  return heading
}

function orderAfter(sentence: Strand, run: AgencyRun, form: Order['form'], invited: boolean): Order {
  const note = /^\s*\([^()]{0,120}\)/.exec(sentence.bare.slice(run.end))?.[0].length ?? 0
  const rest = trim(cut(sentence, run.end + note))
  if (/^[.;,]?$/.test(rest.text))
    return { lead: run.names, content: trim(cut(rest, rest.text.length)), invited, form: 'bare' }
  const colon = /^[:\-–]\s*/.exec(rest.text)
  if (colon !== null) {
    const content = trim(cut(rest, colon[0].length))
    return { lead: run.names, content, invited, form: content.text === '' ? 'bare' : 'colon' }
  }
  const comma = /^[,]\s*/.exec(rest.text)?.[0].length ?? 0
  return { lead: run.names, content: trim(cut(rest, comma)), invited, form }
}

const WITH =
  /phoi hop(?:\s*,?\s*(?:chat che|thuong xuyen|tot|dong bo))?(?:\s*,\s*[a-z]+ [a-z]+(?:\s*,\s*[a-z]+ [a-z]+)?)?\s+(?:(?:cung|voi|cung voi)\s+)?/g

/** Whoever stands after "phối hợp với" in an assignment, each body once. */
export function coordinatingIn(content: Strand): Strand[] {
  const names: Strand[] = []
  const seen = new Set<string>()
  for (const match of content.bare.matchAll(WITH)) {
    const run = scanAgencies(content, match.index + match[0].length, true)
    for (const name of run?.names ?? []) {
      if (seen.has(name.bare)) continue
      seen.add(name.bare)
      names.push(name)
    }
  }
  return names
}

/** In prose the body may be followed by "phối hợp với B": the work begins after B. */
export function withoutCoordinating(content: Strand): Strand {
  const head = /^(?:se |can )?phoi hop(?: chat che)? (?:cung|voi|cung voi)\s+/.exec(content.bare)
  if (head === null) return content
  const run = scanAgencies(content, head[0].length, true)
  if (run === null) return content
  const rest = trim(cut(content, run.end))
  const comma = /^[,\s]+/.exec(rest.text)?.[0].length ?? 0
  return rest.text.length - comma < 8 ? content : trim(cut(rest, comma))
}

const YEAR =
  '(?:\\s*(?:/|-|\\.|,?\\s*(?:cua\\s+)?nam)\\s*(?:[0-9lio]{4}|truoc lien ke(?: nam ke hoach)?|hien hanh))?(?:\\s+(?:hang|moi) nam)?'
const QUARTER = `quy\\s+(?:[ivl]{1,3}|[1-4])(?![a-z])(?:\\s*(?:,|va|-)\\s*(?:quy\\s+)?(?:[ivl]{1,3}|[1-4])(?![a-z0-9]))*${YEAR}(?:\\s+cua nam truoc lien ke(?: nam ke hoach)?)?`
const MONTH = `thang\\s+[0-9]{1,2}(?:\\s*(?:,|va|-)\\s*(?:thang\\s+)?[0-9]{1,2}(?![0-9/]))*${YEAR}`
const POINT = `(?:ngay\\s+[0-9]{1,2}\\s*(?:/|thang)\\s*[0-9]{1,2}${YEAR}|${MONTH}|${QUARTER})`
const TIMES: readonly RegExp[] = [
  new RegExp(`tu\\s+${POINT}\\s*(?:den|-)\\s*(?:het\\s+)?(?:${POINT}|[0-9]{1,2}/[0-9]{4})`),
  new RegExp(`(?:truoc|cham nhat(?: la)?(?: vao)?|muon nhat(?: la)?|den het)\\s+(?:ngay\\s+)?${POINT}`),
  new RegExp(`(?:trong|vao|thuc hien trong)\\s+(${QUARTER}|${MONTH})`),
  new RegExp(`(?:trong|vao)\\s+(ngay\\s+[0-9]{1,2}\\s*(?:/|thang)\\s*[0-9]{1,2}${YEAR})`),
]

/** When a sentence itself says when ("trong Quý IV …", "từ tháng 3/2021 - 5/2021"); a report's due date is no time. */
export function timeIn(content: Strand): Strand | null {
  for (const pattern of TIMES) {
    const match = pattern.exec(content.bare)
    if (match === null) continue
    const before = content.bare.slice(Math.max(0, match.index - 160), match.index)
    if (/bao cao[^;.]*$/.test(before) && !/thoi gian[^;.]*$/.test(before)) continue
    if (
      /(?:dinh ky|hang quy|0?6 thang|quy|nam)[^;.]{0,12}$/.test(before) &&
      /^[^;.]{0,90}bao cao/.test(content.bare.slice(match.index))
    )
      continue
    if (/(?:quyet dinh|ke hoach|nghi dinh|nghi quyet|cong van) so[^;]{0,60}$/.test(before)) continue
    const inner = match[1] === undefined ? 0 : match[0].indexOf(match[1])
    return cut(content, match.index + inner, match.index + match[0].length)
  }
  return null
}
