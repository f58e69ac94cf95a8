import { showDay } from '../../../lib/calendar/day.ts'
import type { NameEntry, NameIndex, Via } from './name-index.ts'
import { bareKey } from './name-key.ts'

export interface AgencyCandidate {
  kind: 'unit' | 'group'
  id: number
  /** Name on the index's day. */
  name: string
  /** The kept name that matched. */
  matched: string
  via: Via | 'like'
  confidence: number
  succession: NameEntry['succession']
}

/**
 * What a printed name means on the index's day.
 * - unit, group: exactly one; `candidates[0]`.
 * - several: the text names several bodies together; all candidates are meant.
 * - ambiguous: one of the candidates is meant; a person must say which.
 * - unknown: nothing bears this name; candidates are suggestions, never to be taken silently.
 */
export interface AgencyMatch {
  kind: 'unit' | 'group' | 'several' | 'ambiguous' | 'unknown'
  candidates: AgencyCandidate[]
  /** "có liên quan": only the bodies concerned are meant; a person chooses. */
  qualifier: string | null
  /** 0 to 1; of the weakest part where several are meant. */
  confidence: number
  why: { vi: string; en: string }
}

const trust: Record<Via, number> = {
  name: 1,
  short_name: 0.98,
  alias: 0.97,
  former_name: 0.95,
  predecessor: 0.9,
  bare_name: 0.88,
  later: 0,
}

const qualifierTail = /[\s,]*(?:(?:có\s+)?liên\s+quan)[\s.;,]*$/iu
const lead = /^\s*(?:[-–+•*]\s*)?(?:đề\s+nghị\s+)?(?:(?:thủ\s+trưởng|lãnh\s+đạo|người\s+đứng\s+đầu)\s+)?/iu
const qualified = 0.7
const typedWithoutMarks = 0.8

export function matchAgency(index: NameIndex, printed: string): AgencyMatch {
  const text = printed.normalize('NFC').replace(lead, '').trim()
  const whole = found(index, text, null)
  if (whole) return whole
  const tail = qualifierTail.exec(text)
  const qualifier = tail ? tail[0].replace(/^[\s,]+|[\s.;,]+$/g, '') : null
  const core = tail ? text.slice(0, tail.index) : text
  const plain = tail ? found(index, core, qualifier) : null
  return (
    plain ??
    together(index, core, qualifier) ??
    runTogether(index, core, qualifier) ??
    withoutMarks(index, core) ??
    unknown(index, core)
  )
}

function found(index: NameIndex, text: string, qualifier: string | null): AgencyMatch | null {
  const candidates = lookUp(index, index.keyOf(text))
  const first = candidates[0]
  if (!first) return null
  if (candidates.length > 1) return ambiguous(candidates)
  const confidence = qualifier ? Math.min(first.confidence, qualified) : first.confidence
  return { kind: first.kind, candidates, qualifier, confidence, why: whyOf(first, qualifier) }
}

/** The best-trusted targets of a key, each once. A body that is not there yet is no answer, only a hint. */
function lookUp(index: NameIndex, key: string): AgencyCandidate[] {
  const entries = (index.byKey.get(key) ?? []).filter((e) => e.via !== 'later')
  const best = Math.max(...entries.map((e) => rankOf(e.via)))
  return distinct(
    entries.filter((e) => rankOf(e.via) === best).map((e) => candidateOf(e, e.via, trust[e.via])),
  )
}

/** Names of the day come before names of the past, and those before a name without its place. */
function rankOf(via: Via): number {
  if (via === 'name' || via === 'short_name' || via === 'alias') return 3
  return via === 'former_name' ? 2 : via === 'predecessor' ? 1 : 0
}

function candidateOf(entry: NameEntry, via: AgencyCandidate['via'], confidence: number): AgencyCandidate {
  const { kind, id, name, text: matched, succession } = entry
  return { kind, id, name, matched, via, confidence, succession }
}

function distinct(candidates: readonly AgencyCandidate[]): AgencyCandidate[] {
  const best = new Map<string, AgencyCandidate>()
  for (const c of candidates) {
    const key = `${c.kind}:${c.id}`
    const other = best.get(key)
    if (!other || other.confidence < c.confidence) best.set(key, c)
  }
  return [...best.values()]
}

/** "Báo X và các cơ quan thông tấn báo chí": the longest known names from the left, with nothing left over. */
function together(index: NameIndex, text: string, qualifier: string | null): AgencyMatch | null {
  const parts = text.split(/(\s*[,;]\s*(?:và\s+)?|\s+và\s+)/iu)
  const all = cover(index, parts)
  return all ? several(all, qualifier) : null
}

/** "các sở, ban, ngành địa phương": a comma lost between two groups. Only groups are told apart this way. */
function runTogether(index: NameIndex, text: string, qualifier: string | null): AgencyMatch | null {
  const parts = text.split(/([\s,;]+(?:và\s+)?)/iu)
  const all = parts.length > 60 ? null : cover(index, parts)
  return all?.every((c) => c.kind === 'group') ? several(all, qualifier) : null
}

/** Names that cover all parts; parts and what stood between them alternate. */
function cover(index: NameIndex, parts: readonly string[]): AgencyCandidate[] | null {
  if (parts.length < 3) return null
  const all: AgencyCandidate[] = []
  for (let at = 0; at < parts.length; ) {
    let end = parts.length
    let hit: AgencyCandidate[] = []
    while (end > at && hit.length !== 1) {
      hit = lookUp(index, index.keyOf(parts.slice(at, end).join('')))
      if (hit.length !== 1) end -= 2
    }
    if (hit.length !== 1) return null
    all.push(...hit)
    at = end + 1
  }
  return distinct(all)
}

function several(candidates: AgencyCandidate[], qualifier: string | null): AgencyMatch {
  const weakest = Math.min(...candidates.map((c) => c.confidence), qualifier ? qualified : 1)
  const list = candidates.map((c) => c.name).join('; ')
  const why = { vi: `Gồm nhiều cơ quan: ${list}.`, en: `Names several bodies: ${list}.` }
  return { kind: 'several', candidates, qualifier, confidence: weakest, why }
}

/** Text typed without any mark ("So Noi vu") may mean a name that is alone without its marks. */
function withoutMarks(index: NameIndex, text: string): AgencyMatch | null {
  const key = index.keyOf(text)
  if (key !== bareKey(key)) return null
  const entries = index.entries.filter((e) => e.bare === bareKey(key) && e.via !== 'later')
  const candidates = distinct(
    entries.map((e) => candidateOf(e, e.via, Math.min(trust[e.via], typedWithoutMarks))),
  )
  const first = candidates[0]
  if (!first) return null
  if (candidates.length > 1) return ambiguous(candidates)
  const why = {
    vi: `Viết không dấu; chỉ “${first.matched}” khớp.`,
    en: `Typed without marks; only “${first.matched}” fits.`,
  }
  return { kind: first.kind, candidates, qualifier: null, confidence: typedWithoutMarks, why }
}

const likeEnough = 0.45
const suggestions = 5

function unknown(index: NameIndex, text: string): AgencyMatch {
  const bare = bareKey(index.keyOf(text))
  const near = index.alike(bare, likeEnough).flatMap(({ at, likeness }) => {
    const entry = index.entries[at]
    return entry ? [candidateOf(entry, entry.via === 'later' ? 'later' : 'like', likeness)] : []
  })
  const candidates = distinct(near).slice(0, suggestions)
  const first = candidates[0]
  return {
    kind: 'unknown',
    candidates,
    qualifier: null,
    confidence: 0,
    why: first
      ? {
          vi: `Không có tên này; gần giống “${first.matched}”.`,
          en: `No such name; it resembles “${first.matched}”.`,
        }
      : { vi: 'Không có cơ quan nào mang tên này.', en: 'No body bears this name.' },
  }
}

function ambiguous(candidates: AgencyCandidate[]): AgencyMatch {
  const n = candidates.length
  return {
    kind: 'ambiguous',
    candidates: candidates.slice(0, 20),
    qualifier: null,
    confidence: 0,
    why: { vi: `Có ${n} cơ quan cùng mang tên này.`, en: `${n} bodies bear this name.` },
  }
}

function whyOf(c: AgencyCandidate, qualifier: string | null): { vi: string; en: string } {
  if (qualifier) {
    return {
      vi: `Nhóm “${c.name}”, chỉ phần “${qualifier}”.`,
      en: `“${c.name}”, only those concerned (“${qualifier}”).`,
    }
  }
  if (c.succession) {
    const day = showDay(c.succession.day)
    return {
      vi: `“${c.succession.fromName}” được kế thừa bởi “${c.name}” từ ngày ${day}.`,
      en: `“${c.succession.fromName}” was succeeded by “${c.name}” on ${day}.`,
    }
  }
  if (c.via === 'former_name')
    return { vi: `Tên cũ hoặc tên sau này của “${c.name}”.`, en: `Another day's name of “${c.name}”.` }
  if (c.via === 'alias' || c.via === 'short_name')
    return { vi: `Tên gọi khác của “${c.name}”.`, en: `Another name of “${c.name}”.` }
  return { vi: `Đúng tên “${c.name}”.`, en: `The name of “${c.name}”.` }
}
