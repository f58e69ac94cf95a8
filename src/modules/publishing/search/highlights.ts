import type { Slot } from './repair.ts'
import { type Sought, soughtOf, type Walk, walk } from './walk.ts'

/** A piece of text, and whether it is what was looked for. */
export interface Piece {
  text: string
  hit: boolean
}

const longestSnippet = 34
/** The place to show is looked for in so much of a text. */
const longestRead = 6_000

/** What was looked for, ready to be marked in many texts. */
export interface Marking {
  sought: Sought
  /** For each sought word the place of the query for which it stands. */
  slotOf: Int32Array
  /** For each place of the query its word as understood. */
  wordOf: Int32Array
}

export function markingOf(slots: readonly Slot[]): Marking {
  const sought = soughtOf(slots.flatMap((s) => [s.word, ...s.others]))
  const slotOf = new Int32Array(sought.words.length)
  slots.forEach((slot, i) => {
    for (const word of [slot.word, ...slot.others]) slotOf[sought.idOf(word)] = i
  })
  return { sought, slotOf, wordOf: Int32Array.from(slots, (s) => sought.idOf(s.word)) }
}

/** The text in pieces; neighbouring hits are one piece. */
export function highlighted(text: string, marking: Marking): Piece[] {
  const nfc = text.normalize('NFC')
  return piecesOf(nfc, hitsIn(walk(nfc, marking.sought), marking), 0, nfc.length)
}

/** The stretch of a text that holds most of what was looked for, in pieces. */
export function snippet(texts: readonly string[], marking: Marking): Piece[] {
  let chosen = { text: texts.find((t) => t !== '') ?? '', from: 0, worth: 0 }
  for (const text of texts) {
    const best = bestWindow(walk(cut(text), marking.sought), marking)
    if (best.worth > chosen.worth) chosen = { text, ...best }
  }
  const text = cut(chosen.text)
  const words = walk(text, marking.sought)
  const { starts, ends, count } = words
  const last = Math.min(chosen.from + longestSnippet, count) - 1
  if (last < chosen.from) return []
  const atEnd = last === count - 1
  const start = chosen.from === 0 ? 0 : (starts[chosen.from] as number)
  const pieces = piecesOf(text, hitsIn(words, marking), start, atEnd ? text.length : (ends[last] as number))
  return [
    ...(start > 0 ? [{ text: '… ', hit: false }] : []),
    ...pieces,
    ...(atEnd ? [] : [{ text: ' …', hit: false }]),
  ]
}

function cut(text: string): string {
  return text.slice(0, longestRead).normalize('NFC')
}

/** The window in which the most different words, and the most pairs of them, stand. */
function bestWindow({ found, ids }: Walk, { slotOf, wordOf }: Marking): { from: number; worth: number } {
  const slotAt = (place: number) => slotOf[ids[found[place] as number] as number] as number
  let best = { from: 0, worth: 0 }
  // For each place of the query: in which window it was last seen, and last seen after the one before it.
  const seen = new Int32Array(wordOf.length).fill(-1)
  const seenPair = new Int32Array(wordOf.length).fill(-1)
  for (let first = 0; first < Math.min(found.length, 300); first += 1) {
    const from = found[first] as number
    let different = 0
    let pairs = 0
    for (let i = first; i < found.length; i += 1) {
      const at = found[i] as number
      if (at >= from + longestSnippet - 4) break
      const slot = slotAt(i)
      if (seen[slot] !== first) different += 1
      seen[slot] = first
      if (i === first || found[i - 1] !== at - 1 || slotAt(i - 1) !== slot - 1) continue
      if (seenPair[slot] !== first) pairs += 1
      seenPair[slot] = first
    }
    const worth = different + 0.8 * pairs
    if (worth > best.worth) best = { from: Math.max(0, from - 4), worth }
  }
  return best
}

interface Mark {
  start: number
  end: number
}

/**
 * Where what was looked for stands. A word so common that it stands everywhere is marked only beside another word of
 * the query, as typed.
 */
function hitsIn(words: Walk, { sought, slotOf, wordOf }: Marking): Mark[] {
  const { found, ids, starts, ends, opens, count } = words
  const isNear = (mine: number, other: number, step: number) => {
    const id = other < 0 || other >= count ? -1 : (ids[other] as number)
    return id >= 0 && wordOf[mine + step] === id
  }
  const marks: Mark[] = []
  for (const at of found) {
    const id = ids[at] as number
    const mine = slotOf[id] as number
    const isBeside = isNear(mine, at - 1, -1) || isNear(mine, at + 1, 1)
    if (wordOf.length > 2 && !isBeside && (sought.words[id]?.length ?? 0) < 5) continue
    const last = marks.at(-1)
    const end = ends[at] as number
    if (last && at > 0 && ends[at - 1] === last.end && opens[at] === 0) last.end = end
    else marks.push({ start: starts[at] as number, end })
  }
  return marks
}

function piecesOf(text: string, marks: readonly Mark[], start: number, end: number): Piece[] {
  const pieces: Piece[] = []
  let at = start
  for (const mark of marks) {
    if (mark.end > end || mark.start < at) continue
    if (mark.start > at) pieces.push({ text: text.slice(at, mark.start), hit: false })
    pieces.push({ text: text.slice(mark.start, mark.end), hit: true })
    at = mark.end
  }
  if (at < end) pieces.push({ text: text.slice(at, end), hit: false })
  return pieces
}
