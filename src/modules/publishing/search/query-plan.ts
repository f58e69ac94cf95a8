import type { Token } from './fold.ts'
import { type Facet, inProvince, squeeze } from './lexemes.ts'
import { numbersAsked } from './numbers.ts'
import type { Slot } from './repair.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A question to the index, and which of the plan's units an entry holds that answers it (bits). */
export interface Feature {
  query: string
  mask: number
}

/** What is asked of the index, in this order, until something answers well. */
export interface QueryPlan {
  /** What an entry gains by each unit (a pair, a word, a number) that it holds; at most {@link mostUnits}. */
  gains: number[]
  /** All units together. */
  strict: Feature[]
  /** The rarest alone and two by two. */
  loose: Feature[]
  /** Where everything asked for is common: one after the other, the newest entries first, until enough are found. */
  broad: string[]
}

/** What finding a word is worth. Whoever types a year or a number means it. */
export function worthOf(word: string, vocabulary: Vocabulary): number {
  return rarityOf(vocabulary.uses(word), vocabulary.entries) * (/^\d+$/.test(word) ? 1.5 : 1)
}

/** Filters as they stand in the address. */
export type Facets = Partial<Record<Facet, string>>

export const mostUnits = 16
/** So many entries at most are passed over for single units. */
const mostRows = 2_000
/** All words together may be answered by so many, where even the rarest of them is common. */
const mostCommon = 4_000
/** The rarest units, with each of which the others are asked for: together even common ones are rare. */
const anchors = 3
const mostTogether = 8
/** Two units that are likely to stand together in more entries than this decide nothing. */
const mostOfTwo = 1_500

/** Two words are one notion ('thủ tục') from so much on. */
const oneNotion = 0.03

/** How much two neighbouring words are one notion, 0 to 1; 0 where they only happen to meet ('2022 phường'). */
export function togetherness(a: string, b: string, vocabulary: Vocabulary): number {
  const both = vocabulary.pairUses(a, b)
  const share = both / Math.sqrt((vocabulary.uses(a) + 1) * (vocabulary.uses(b) + 1))
  return share < oneNotion ? 0 : share
}

interface Unit {
  query: string
  slots: number[]
  uses: number
  gain: number
}

/** What finding something is worth: the rarer, the more, and names much more than the words around them. */
export function rarityOf(uses: number, entries: number): number {
  return Math.log(1 + (entries + 1) / (uses + 0.5)) ** 2
}

/**
 * The rarest first: words and pairs of words are taken by how few entries hold them until as many rows are reached as
 * a query may cost. What is common to thousands decides nothing that the ranking after it could not.
 */
export function planQuery(
  provinceId: number,
  tokens: readonly Token[],
  slots: readonly Slot[],
  facets: Facets,
  vocabulary: Vocabulary,
): QueryPlan {
  const lexeme = inProvince(provinceId)
  const filter = Object.entries(facets).map(([facet, value]) =>
    quoted(lexeme.facet(facet as Facet, facet === 'issuer' ? squeeze(value) : value)),
  )
  if (slots.length === 0)
    return { gains: [], strict: [], loose: [], broad: filter.length > 0 ? [filter.join(' & ')] : [] }
  const filtered = (query: string) => [`(${query})`, ...filter].join(' & ')
  const allFiltered = (list: Feature[]) => list.map((f) => ({ ...f, query: filtered(f.query) }))

  const numbers = numberUnits(tokens, lexeme)
  const wordUnits = unitsOf(slots, vocabulary, lexeme)
  const units = [...numbers, ...wordUnits].slice(0, mostUnits)
  const all = slots.map((s) => anyOf(s, lexeme.plain)).join(' & ')
  const isCommon = numbers.length === 0 && (units[0]?.uses ?? 0) > mostCommon
  const words = 2 ** units.length - 2 ** numbers.length
  const strict = numbers.map((u, at) => ({ query: u.query, mask: 1 << at }))
  if (!isCommon && wordUnits.length > 0)
    strict.push({ query: wordUnits.map((u) => u.query).join(' & '), mask: words })
  return {
    gains: units.map((u) => u.gain),
    strict: allFiltered(strict),
    loose: allFiltered(looseOf(units, vocabulary.entries)),
    broad: (isCommon ? broadOf(slots, all, lexeme) : []).map(filtered),
  }
}

function looseOf(units: readonly Unit[], entries: number): Feature[] {
  const features: Feature[] = []
  let rows = 0
  for (const [at, { query, uses }] of units.entries()) {
    if (rows + uses > mostRows) break
    rows += uses
    features.push({ query, mask: 1 << at })
  }
  for (let a = 0; a < Math.min(anchors, units.length); a += 1)
    for (let b = a + 1; b < Math.min(mostTogether, units.length); b += 1) {
      const [one, other] = [units[a], units[b]]
      if (!one || !other || (3 * one.uses * other.uses) / (entries + 1) > mostOfTwo) continue
      features.push({ query: `${one.query} & ${other.query}`, mask: (1 << a) | (1 << b) })
    }
  return features
}

/** The query in pieces, the rarest first: notions of two words, and the words that are part of none. */
function unitsOf(slots: readonly Slot[], vocabulary: Vocabulary, lexeme: Lexemes): Unit[] {
  const pairs = pairsOf(slots, vocabulary, lexeme)
  const taken = new Set(pairs.flatMap((p) => p.slots))
  const left = wordsOf(slots, vocabulary, lexeme).filter((w) => !w.slots.some((s) => taken.has(s)))
  return [...pairs, ...left.filter((w) => w.uses > 0)].sort((a, b) => a.uses - b.uses)
}

type Lexemes = ReturnType<typeof inProvince>

function wordsOf(slots: readonly Slot[], vocabulary: Vocabulary, lexeme: Lexemes): Unit[] {
  return slots.map((slot, i) => {
    const uses = [slot.word, ...slot.others].reduce((sum, word) => sum + vocabulary.uses(word), 0)
    return { query: anyOf(slot, lexeme.plain), slots: [i], uses, gain: worthOf(slot.word, vocabulary) }
  })
}

function pairsOf(slots: readonly Slot[], vocabulary: Vocabulary, lexeme: Lexemes): Unit[] {
  return slots.slice(1).flatMap((slot, at) => {
    const before = slots[at]?.word ?? ''
    if (togetherness(before, slot.word, vocabulary) === 0) return []
    const uses = vocabulary.pairUses(before, slot.word)
    const gain = 1.2 * rarityOf(uses, vocabulary.entries)
    return [{ query: quoted(lexeme.pair(before, slot.word)), slots: [at, at + 1], uses, gain }]
  })
}

function numberUnits(tokens: readonly Token[], lexeme: Lexemes): Unit[] {
  const { keys, bare } = numbersAsked(tokens)
  const whole = keys.map((key) => quoted(lexeme.number(key)))
  const digits = bare.map((number) => quoted(lexeme.ownNumber(number)))
  return [
    ...(whole.length > 0 ? [{ query: `(${whole.join(' | ')})`, slots: [], uses: 5, gain: 60 }] : []),
    ...(digits.length > 0 ? [{ query: `(${digits.join(' | ')})`, slots: [], uses: 50, gain: 20 }] : []),
  ]
}

function broadOf(slots: readonly Slot[], all: string, lexeme: Lexemes): string[] {
  const said = slots.map((s) =>
    s.said && s.said !== s.word ? quoted(lexeme.said(s.said)) : anyOf(s, lexeme.plain),
  )
  const inTitle = slots.map((s) => anyOf(s, lexeme.title))
  const titlePairs = slots.slice(1).map((s, at) => quoted(lexeme.titlePair(slots[at]?.word ?? '', s.word)))
  const exactly = said.join(' & ')
  const title = [...(titlePairs.length > 0 ? titlePairs : inTitle)].join(' & ')
  return [...new Set([`${title} & ${exactly}`, exactly, title, all])]
}

function anyOf(slot: Slot, lexeme: (word: string) => string): string {
  const words = [slot.word, ...slot.others].map((word) => quoted(lexeme(word)))
  return words.length === 1 ? (words[0] ?? '') : `(${words.join(' | ')})`
}

/** A lexeme as PostgreSQL reads it in a tsquery. */
function quoted(lexeme: string): string {
  return `'${lexeme.replace(/['\\]/g, '$&$&')}'`
}
