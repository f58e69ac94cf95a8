import { type Token, tokensOf } from './fold.ts'
import type { Slot } from './repair.ts'

/** A piece of text, and whether it is what was looked for. */
export interface Piece {
  text: string
  hit: boolean
}

const longestSnippet = 34
/** The place to show is looked for in so much of a text. */
const longestRead = 6_000

/** The text in pieces; neighbouring hits are one piece. */
export function highlighted(text: string, slots: readonly Slot[]): Piece[] {
  const nfc = text.normalize('NFC')
  return piecesOf(nfc, hitsIn(tokensOf(nfc), slots), 0, nfc.length)
}

/** The stretch of a text that holds most of what was looked for, in pieces. */
export function snippet(texts: readonly string[], slots: readonly Slot[]): Piece[] {
  let chosen = { text: (texts.find((t) => t !== '') ?? '').slice(0, longestRead), from: 0, worth: 0 }
  let tokens: Token[] | null = null
  for (const raw of texts) {
    const text = raw.slice(0, longestRead).normalize('NFC')
    const here = tokensOf(text)
    const best = bestWindow(here, slots)
    if (best.worth > chosen.worth) {
      chosen = { text, ...best }
      tokens = here
    }
  }
  const text = chosen.text.normalize('NFC')
  tokens ??= tokensOf(text)
  const first = tokens[chosen.from]
  const last = tokens[Math.min(chosen.from + longestSnippet, tokens.length) - 1]
  if (!first || !last) return []
  const atEnd = last === tokens.at(-1)
  const start = chosen.from === 0 ? 0 : first.start
  const pieces = piecesOf(text, hitsIn(tokens, slots), start, atEnd ? text.length : last.end)
  return [
    ...(start > 0 ? [{ text: '… ', hit: false }] : []),
    ...pieces,
    ...(atEnd ? [] : [{ text: ' …', hit: false }]),
  ]
}

/** The window in which the most different words, and the most pairs of them, stand. */
function bestWindow(tokens: readonly Token[], slots: readonly Slot[]): { from: number; worth: number } {
  const sought = new Map(slots.flatMap((s, i) => [s.word, ...s.others].map((w) => [w, i] as const)))
  const places: { at: number; slot: number }[] = []
  tokens.forEach((t, at) => {
    const slot = sought.get(t.plain)
    if (slot !== undefined) places.push({ at, slot })
  })
  let best = { from: 0, worth: 0 }
  for (const { at } of places.slice(0, 300)) {
    const within = places.filter((p) => p.at >= at && p.at < at + longestSnippet - 4)
    const different = new Set(within.map((p) => p.slot)).size
    const pairs = within.filter(
      (p, i) => within[i - 1]?.at === p.at - 1 && within[i - 1]?.slot === p.slot - 1,
    )
    const worth = different + 0.8 * new Set(pairs.map((p) => p.slot)).size
    if (worth > best.worth) best = { from: Math.max(0, at - 4), worth }
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
function hitsIn(tokens: readonly Token[], slots: readonly Slot[]): Mark[] {
  const sought = new Map(slots.flatMap((s, i) => [s.word, ...s.others].map((w) => [w, i] as const)))
  const isBeside = (at: number) => {
    const mine = sought.get(tokens[at]?.plain ?? '')
    const near = (other: number, step: number) => {
      const token = tokens[other]
      const slot = token ? sought.get(token.plain) : undefined
      return mine !== undefined && slot !== undefined && slots[mine + step]?.word === token?.plain
    }
    return near(at - 1, -1) || near(at + 1, 1)
  }
  const marks: Mark[] = []
  tokens.forEach((token, at) => {
    const slot = sought.get(token.plain)
    if (slot === undefined || (slots.length > 2 && !isBeside(at) && token.plain.length < 5)) return
    const last = marks.at(-1)
    if (last && tokens[at - 1]?.end === last.end && !token.opens) last.end = token.end
    else marks.push({ start: token.start, end: token.end })
  })
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
