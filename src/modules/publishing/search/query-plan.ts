import type { Token } from './fold.ts'
import { type Facet, lexeme, squeeze } from './lexemes.ts'
import { numbersAsked } from './numbers.ts'
import type { Slot } from './repair.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What is looked for: a pair, a word, a number. An entry gains by any of its lists. */
export interface Sought {
  lexeme: string
  gain: number
}

export interface QueryPlan {
  sought: Sought[]
  /** Lexemes that an answer has to hold. */
  filters: string[]
}

/** What finding a word is worth. Whoever types a year or a number means it. */
export function worthOf(word: string, vocabulary: Vocabulary): number {
  return rarityOf(vocabulary.uses(word), vocabulary.entries) * (/^\d+$/.test(word) ? 1.5 : 1)
}

/** Filters as they stand in the address. */
export type Facets = Partial<Record<Facet, string>>

/** Common words are left aside once the lists of rarer ones hold so many entries... */
const mostRead = 45_000
/** ...but so many of the rarest are always read. */
const alwaysRead = 3
/** Where more hold even the rarest than are ranked, its marks as typed have their say before the ranking. */
const common = 30
/** Marks are asked for in the words of so many of the rarest. */
const markedUnits = 3
/** What another word that may have been meant is worth. */
const otherWord = 0.6
const marksWorth = 0.5

/** Two words are one notion ('thủ tục') from so much on. */
const oneNotion = 0.03

/** Two words that join two notions ('gian đăng' in 'thời gian đăng ký') tell less than a notion of their own would. */
const bridgeWorth = 0.3

/** How much two neighbouring words are one notion, 0 to 1; 0 where they only happen to meet ('2022 phường'). */
function togetherness(a: string, b: string, vocabulary: Vocabulary): number {
  const both = vocabulary.pairUses(a, b)
  const share = both / Math.sqrt((vocabulary.uses(a) + 1) * (vocabulary.uses(b) + 1))
  return share < oneNotion ? 0 : share
}

/** What each pair of neighbours is worth; 0 where they are no notion. */
export function pairWorths(slots: readonly Slot[], vocabulary: Vocabulary): number[] {
  const together = slots.slice(1).map(({ word }, at) => togetherness(slots[at]?.word ?? '', word, vocabulary))
  return together.map((share, at) => {
    if (share === 0) return 0
    const uses = vocabulary.pairUses(slots[at]?.word ?? '', slots[at + 1]?.word ?? '')
    const isBridge = share < (together[at - 1] ?? 0) && share < (together[at + 1] ?? 0)
    return (isBridge ? bridgeWorth : 1) * rarityOf(uses, vocabulary.entries)
  })
}

interface Unit {
  /** The places of the query for which it stands. */
  slots: readonly number[]
  lexemes: readonly Sought[]
  uses: number
}

/** What finding something is worth: the rarer, the more, and names much more than the words around them. */
export function rarityOf(uses: number, entries: number): number {
  return Math.log(1 + (entries + 1) / (uses + 0.5)) ** 2
}

/**
 * The rarest first: words and pairs of words are asked for until so many entries are read as a query may cost. What is
 * common to thousands decides nothing that the ranking after it could not.
 */
export function planQuery(
  tokens: readonly Token[],
  slots: readonly Slot[],
  facets: Facets,
  vocabulary: Vocabulary,
): QueryPlan {
  const filters = Object.entries(facets).map(([facet, value]) =>
    lexeme.facet(facet as Facet, facet === 'issuer' ? squeeze(value) : value),
  )
  if (slots.length === 0)
    return { sought: filters.slice(0, 1).map((one) => ({ lexeme: one, gain: 1 })), filters }
  const units = [...numberUnits(tokens), ...unitsOf(slots, vocabulary)]
  const sought: Sought[] = []
  let read = 0
  for (const [at, { lexemes, uses }] of units.entries()) {
    if (at >= alwaysRead && read + uses > mostRead) break
    read += uses
    sought.push(...lexemes)
  }
  const marked = new Set(
    units
      .filter((u) => u.uses > common)
      .slice(0, markedUnits)
      .flatMap((u) => u.slots),
  )
  sought.push(
    ...saidOf(
      slots.filter((_, i) => marked.has(i)),
      vocabulary,
    ),
  )
  return { sought, filters }
}

/** The query in pieces, the rarest first: notions of two words, and the words that are part of none. */
function unitsOf(slots: readonly Slot[], vocabulary: Vocabulary): Unit[] {
  const pairs = pairsOf(slots, vocabulary)
  const taken = new Set(pairs.flatMap((p) => p.slots))
  const left = slots.flatMap((slot, i) => (taken.has(i) ? [] : [wordUnit(slot, i, vocabulary)]))
  return [...pairs, ...left.filter((w) => w.uses > 0)].sort((a, b) => a.uses - b.uses)
}

function wordUnit(slot: Slot, at: number, vocabulary: Vocabulary): Unit {
  const gain = worthOf(slot.word, vocabulary)
  return {
    slots: [at],
    lexemes: [
      { lexeme: lexeme.plain(slot.word), gain },
      ...slot.others.map((other) => ({ lexeme: lexeme.plain(other), gain: otherWord * gain })),
    ],
    uses: [slot.word, ...slot.others].reduce((sum, word) => sum + vocabulary.uses(word), 0),
  }
}

function pairsOf(slots: readonly Slot[], vocabulary: Vocabulary): Unit[] {
  return pairWorths(slots, vocabulary).flatMap((worth, at) => {
    if (worth === 0) return []
    const [before, after] = [slots[at]?.word ?? '', slots[at + 1]?.word ?? '']
    return [
      {
        lexemes: [{ lexeme: lexeme.pair(before, after), gain: 1.2 * worth }],
        slots: [at, at + 1],
        uses: vocabulary.pairUses(before, after),
      },
    ]
  })
}

const wholeNumber = { gain: 60, uses: 5 }
const bareNumber = { gain: 20, uses: 50 }

function numberUnits(tokens: readonly Token[]): Unit[] {
  const { keys, bare } = numbersAsked(tokens)
  const unit = (lexemes: string[], { gain, uses }: { gain: number; uses: number }) =>
    lexemes.length > 0 ? [{ slots: [], lexemes: lexemes.map((one) => ({ lexeme: one, gain })), uses }] : []
  return [...unit(keys.map(lexeme.number), wholeNumber), ...unit(bare.map(lexeme.ownNumber), bareNumber)]
}

/** The words with the marks that were typed. */
function saidOf(slots: readonly Slot[], vocabulary: Vocabulary): Sought[] {
  return slots.flatMap(({ word, said }) =>
    said && said !== word
      ? [{ lexeme: lexeme.said(said), gain: marksWorth * worthOf(word, vocabulary) }]
      : [],
  )
}
