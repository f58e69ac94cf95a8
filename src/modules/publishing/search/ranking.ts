import { fold, type Token } from './fold.ts'
import { squeeze } from './lexemes.ts'
import { numbersAsked } from './numbers.ts'
import { pairWorths, worthOf } from './query-plan.ts'
import type { Slot } from './repair.ts'
import type { Vocabulary } from './vocabulary.ts'

/** An entry that may answer, as the index gives it. */
export interface Candidate {
  ordinal: number
  /** What the index's own questions found; grows with the number and rarity of hits. */
  weight: number
  said: string
  day: string
  kind: string
  numberKey: string | null
}

const worth = { word: 1, pair: 1.2, marks: 0.5, titlePhrase: 0.35, phrase: 0.15, fresh: 0.06, index: 0.1 }
/** Title before lead before body. */
const places = [1, 0.75, 0.45] as const
const ownNumber = 6
const namedNumber = 1.2
/** A little: what somebody is told to do stands before what is told about it. */
const kinds: Record<string, number> = { directing_document: 0.03, question_answer: 0.02, exemplar: 0.01 }

/** A word or phrase as it stands in a text with a space on each side. */
interface Phrase {
  sought: string
  worth: number
}

interface Asked {
  /** For each slot the word, and others that may have been meant. */
  words: Phrase[][]
  pairs: Phrase[]
  /** For each slot whose word is the one typed: it with its marks, beside its neighbours. */
  marked: Phrase[][]
  ofWords: number
  ofPairs: number
  hasMarks: boolean
  phrase: string
  numbers: Set<string>
  ownDigits: Set<string>
}

export interface Ranked {
  ordinal: number
  said: string
  score: number
}

/** The candidates, best first, each with its score. */
export function rank(
  candidates: readonly Candidate[],
  tokens: readonly Token[],
  slots: readonly Slot[],
  vocabulary: Vocabulary,
  today: string,
): Ranked[] {
  const asked = askedOf(tokens, slots, vocabulary)
  const heaviest = Math.max(1, ...candidates.map((c) => c.weight))
  return candidates
    .map((c) => ({
      ordinal: c.ordinal,
      said: c.said,
      score: scoreOf(c, asked) + worth.index * (c.weight / heaviest) + worth.fresh * freshness(c.day, today),
    }))
    .sort((a, b) => b.score - a.score || b.ordinal - a.ordinal)
}

/** Two words that only happen to stand beside each other in the query tell little by doing so in an entry. */
const chancePair = 0.4

const otherWord = 0.6

function askedOf(tokens: readonly Token[], slots: readonly Slot[], vocabulary: Vocabulary): Asked {
  const { keys, bare } = numbersAsked(tokens)
  const rarity = slots.map((s) => worthOf(s.word, vocabulary))
  const pairs = pairWorths(slots, vocabulary).map((worth, at) => ({
    sought: ` ${slots[at]?.word} ${slots[at + 1]?.word} `,
    worth: worth || chancePair,
  }))
  const hasMarks = tokens.some((t) => t.said !== t.plain)
  return {
    words: slots.map(({ word, others }, i) => [
      { sought: ` ${word} `, worth: rarity[i] ?? 0 },
      ...others.map((other) => ({ sought: ` ${other} `, worth: otherWord * (rarity[i] ?? 0) })),
    ]),
    pairs,
    marked: hasMarks ? slots.map((_, i) => markedAt(slots, i, rarity[i] ?? 0)) : [],
    ofWords: rarity.reduce((sum, one) => sum + one, 0),
    ofPairs: pairs.reduce((sum, one) => sum + one.worth, 0),
    hasMarks,
    phrase: ` ${slots.map((s) => s.word).join(' ')} `,
    numbers: new Set(keys),
    ownDigits: new Set(bare),
  }
}

/** A word with its own marks, beside a neighbour of the query where it has one. */
function markedAt(slots: readonly Slot[], i: number, worth: number): Phrase[] {
  const word = slots[i]?.said
  if (!word) return []
  const before = slots[i - 1]?.said
  const after = slots[i + 1]?.said
  const beside = [...(before ? [`${before} ${word}`] : []), ...(after ? [`${word} ${after}`] : [])]
  return (beside.length > 0 ? beside : [word]).map((phrase) => ({ sought: ` ${phrase} `, worth }))
}

function scoreOf(candidate: Candidate, asked: Asked): number {
  const { said } = candidate
  const plain = fold(said)
  const lead = said.indexOf('\n')
  const body = said.indexOf('\n', lead + 1)
  const best = (text: string, phrases: readonly Phrase[]) => {
    let most = 0
    for (const { sought, worth } of phrases) {
      const at = text.indexOf(sought)
      if (at >= 0) most = Math.max(most, worth * (at < lead ? places[0] : at < body ? places[1] : places[2]))
    }
    return most
  }
  let words = 0
  for (const phrases of asked.words) words += best(plain, phrases)
  let marks = 0
  for (const phrases of asked.marked) marks += best(said, phrases)
  let pairs = 0
  for (const pair of asked.pairs) pairs += best(plain, [pair])
  const whole = plain.indexOf(asked.phrase)
  const wordShare = words / (asked.ofWords || 1)
  const pairShare = asked.ofPairs > 0 ? pairs / asked.ofPairs : wordShare
  return (
    worth.word * wordShare +
    worth.pair * pairShare +
    (asked.hasMarks ? (worth.marks * marks) / (asked.ofWords || 1) : 0) +
    (whole >= 0 && whole < lead ? worth.titlePhrase : 0) +
    (whole >= 0 ? worth.phrase : 0) +
    numberScore(candidate, asked) +
    (kinds[candidate.kind] ?? 0)
  )
}

function numberScore({ numberKey, said }: Candidate, { numbers, ownDigits }: Asked): number {
  if (numbers.size === 0 && ownDigits.size === 0) return 0
  if (numberKey) {
    if (numbers.has(numberKey)) return ownNumber
    for (const key of numbers) if (numberKey.startsWith(key)) return ownNumber * 0.8
    if (ownDigits.has(String(Number(/^\d+/.exec(numberKey)?.[0] ?? '-1')))) return 1
  }
  if (numbers.size === 0) return 0
  const squeezed = squeeze(said)
  for (const key of numbers) if (squeezed.includes(key)) return namedNumber
  return 0
}

/** 1 today, half after a year and a half. */
function freshness(day: string, today: string): number {
  const days = Math.max(0, (Date.parse(today) - Date.parse(day)) / 86_400_000)
  return 1 / (1 + days / 540)
}
