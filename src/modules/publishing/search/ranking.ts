import type { Token } from './fold.ts'
import { squeeze } from './lexemes.ts'
import { numbersAsked } from './numbers.ts'
import { pairWorths, worthOf } from './query-plan.ts'
import type { Slot } from './repair.ts'
import type { Vocabulary } from './vocabulary.ts'
import { type Sought, soughtOf, walk } from './walk.ts'

/** An entry that may answer, as the index gives it. */
export interface Candidate {
  ordinal: number
  /** What the index's own questions found; grows with the number and rarity of hits. */
  weight: number
  said: string
  day: string
  kind: string
  numberKey: string | null
  endedFrom: string | null
}

const worth = {
  word: 1,
  pair: 1.2,
  marks: 0.5,
  titlePhrase: 0.35,
  phrase: 0.15,
  fresh: 0.06,
  index: 0.1,
  ended: 0.3,
}
/** Title before lead before body. */
const places = [1, 0.75, 0.45] as const
const ownNumber = 6
const namedNumber = 1.2
/** A little: what somebody is told to do stands before what is told about it. */
const kinds: Record<string, number> = { directing_document: 0.03, question_answer: 0.02, exemplar: 0.01 }

/** A sought word, or two that stand side by side, and what finding it is worth. */
interface Phrase {
  /** Ids of sought words; `before` -1: the word alone. */
  before: number
  word: number
  worth: number
}

interface Asked {
  /** Without marks. */
  sought: Sought
  /** For each sought word the ways to write it that were typed, and their ids. */
  typed: { said: string; id: number }[][]
  /** For each slot the word, and others that may have been meant. */
  words: Phrase[][]
  pairs: Phrase[]
  /** For each slot whose word is the one typed: it with its marks, beside its neighbours. Ids of what was typed. */
  marked: Phrase[][]
  ofWords: number
  ofPairs: number
  hasMarks: boolean
  /** All of it, as sought words. */
  phrase: Int32Array
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
      score:
        scoreOf(c, asked) +
        worth.index * (c.weight / heaviest) +
        worth.fresh * freshness(c.day, today) -
        (c.endedFrom !== null && c.endedFrom <= today ? worth.ended : 0),
    }))
    .sort((a, b) => b.score - a.score || b.ordinal - a.ordinal)
}

/** Two words that only happen to stand beside each other in the query tell little by doing so in an entry. */
const chancePair = 0.4

const otherWord = 0.6

function askedOf(tokens: readonly Token[], slots: readonly Slot[], vocabulary: Vocabulary): Asked {
  const { keys, bare } = numbersAsked(tokens)
  const sought = soughtOf(slots.flatMap((s) => [s.word, ...s.others]))
  const alone = (word: string, worth: number) => ({ before: -1, word: sought.idOf(word), worth })
  const phrase = Int32Array.from(slots, (s) => sought.idOf(s.word))
  const rarity = slots.map((s) => worthOf(s.word, vocabulary))
  const pairs = pairWorths(slots, vocabulary).map((worth, at) => ({
    before: phrase[at] ?? -1,
    word: phrase[at + 1] ?? -1,
    worth: worth || chancePair,
  }))
  const hasMarks = tokens.some((t) => t.said !== t.plain)
  const typed = typedOf(slots, sought)
  return {
    sought,
    typed: typed.bySought,
    words: slots.map(({ word, others }, i) => [
      alone(word, rarity[i] ?? 0),
      ...others.map((other) => alone(other, otherWord * (rarity[i] ?? 0))),
    ]),
    pairs,
    marked: hasMarks ? slots.map((_, i) => markedAt(typed.ids, i, rarity[i] ?? 0)) : [],
    ofWords: rarity.reduce((sum, one) => sum + one, 0),
    ofPairs: pairs.reduce((sum, one) => sum + one.worth, 0),
    hasMarks,
    phrase,
    numbers: new Set(keys),
    ownDigits: new Set(bare),
  }
}

/** Each way to write a word that was typed gets an id; `ids`: of each slot, -1 where its word is not the one typed. */
function typedOf(slots: readonly Slot[], sought: Sought) {
  const idOf = new Map<string, number>()
  const bySought: { said: string; id: number }[][] = sought.words.map(() => [])
  const ids = slots.map(({ word, said }) => {
    if (!said) return -1
    const known = idOf.get(said)
    if (known !== undefined) return known
    const id = idOf.size
    idOf.set(said, id)
    bySought[sought.idOf(word)]?.push({ said, id })
    return id
  })
  return { ids, bySought }
}

/** A word with its own marks, beside a neighbour of the query where it has one. */
function markedAt(ids: readonly number[], i: number, worth: number): Phrase[] {
  const word = ids[i] ?? -1
  if (word < 0) return []
  const before = ids[i - 1] ?? -1
  const after = ids[i + 1] ?? -1
  const beside = [
    ...(before >= 0 ? [{ before, word, worth }] : []),
    ...(after >= 0 ? [{ before: word, word: after, worth }] : []),
  ]
  return beside.length > 0 ? beside : [{ before: -1, word, worth }]
}

function scoreOf(candidate: Candidate, asked: Asked): number {
  const seen = seenIn(candidate.said, asked)
  const best = (phrases: readonly Phrase[], isTyped: boolean) => {
    let most = 0
    for (const phrase of phrases) most = Math.max(most, phrase.worth * seen.worthOf(phrase, isTyped))
    return most
  }
  let words = 0
  for (const phrases of asked.words) words += best(phrases, false)
  let marks = 0
  for (const phrases of asked.marked) marks += best(phrases, true)
  let pairs = 0
  for (const pair of asked.pairs) pairs += best([pair], false)
  const wordShare = words / (asked.ofWords || 1)
  const pairShare = asked.ofPairs > 0 ? pairs / asked.ofPairs : wordShare
  const whole = seen.worthOfAll()
  return (
    worth.word * wordShare +
    worth.pair * pairShare +
    (asked.hasMarks ? (worth.marks * marks) / (asked.ofWords || 1) : 0) +
    (whole === places[0] ? worth.titlePhrase : 0) +
    (whole > 0 ? worth.phrase : 0) +
    numberScore(candidate, asked) +
    (kinds[candidate.kind] ?? 0)
  )
}

/** What is found of the query in what an entry says, and where: only the sought words of it are looked at. */
function seenIn(said: string, { sought, typed, phrase }: Asked) {
  const { found, starts, ends, ids } = walk(said, sought)
  const lead = said.indexOf('\n')
  const body = said.indexOf('\n', lead + 1)
  const partOf = (start: number) => (start < lead ? 0 : start < body ? 1 : 2)
  const start = (n: number) => starts[found[n] as number] as number
  const idAt = (n: number) => ids[found[n] as number] as number
  const typedAt = found.map((at, n) => {
    for (const { said: way, id } of typed[idAt(n)] ?? [])
      if (way.length === (ends[at] as number) - start(n) && said.startsWith(way, start(n))) return id
    return -1
  })
  /** Does this found word stand right after the one found before it, in the same part? */
  const follows = (n: number) =>
    n > 0 && found[n - 1] === (found[n] as number) - 1 && partOf(start(n - 1)) === partOf(start(n))
  const placeOf = (n: number) => places[partOf(start(n))] ?? 0
  return {
    /** What the first place is worth in which this stands; 0: nowhere. */
    worthOf({ before, word }: Phrase, isTyped: boolean): number {
      for (let n = 0; n < found.length; n += 1) {
        if ((isTyped ? typedAt[n] : idAt(n)) !== word) continue
        if (before < 0) return placeOf(n)
        if (follows(n) && (isTyped ? typedAt[n - 1] : idAt(n - 1)) === before) return placeOf(n)
      }
      return 0
    },
    /** The same for all of the query in a row. */
    worthOfAll(): number {
      let length = 0
      for (let n = 0; n < found.length; n += 1) {
        length = follows(n) ? length + 1 : 1
        if (phrase.length === 0 || length < phrase.length) continue
        let same = 0
        while (same < phrase.length && idAt(n - same) === phrase[phrase.length - 1 - same]) same += 1
        if (same === phrase.length) return placeOf(n)
      }
      return 0
    },
  }
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
