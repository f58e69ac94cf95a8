import { fold, type Token } from './fold.ts'
import { squeeze } from './lexemes.ts'
import { numbersAsked } from './numbers.ts'
import { rarityOf, togetherness, worthOf } from './query-plan.ts'
import type { Slot } from './repair.ts'
import type { Vocabulary } from './vocabulary.ts'

/** An entry that may answer, as the index gives it. */
export interface Candidate {
  id: number
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

interface Asked {
  slots: readonly Slot[]
  rarity: number[]
  pairRarity: number[]
  hasMarks: boolean
  phrase: string
  numbers: Set<string>
  ownDigits: Set<string>
}

export interface Ranked {
  id: number
  said: string
  score: number
  /** How much of what was asked it holds, by place: 1 is everything in the title. */
  closeness: number
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
    .map((c) => ({ c, scored: scoreOf(c, asked) }))
    .map(({ c, scored }) => ({
      id: c.id,
      said: c.said,
      closeness: scored.closeness,
      score: scored.score + worth.index * (c.weight / heaviest) + worth.fresh * freshness(c.day, today),
    }))
    .sort((a, b) => b.score - a.score || b.id - a.id)
}

/** Two words that only happen to stand beside each other in the query tell little by doing so in an entry. */
const chancePair = 0.4

function askedOf(tokens: readonly Token[], slots: readonly Slot[], vocabulary: Vocabulary): Asked {
  const { keys, bare } = numbersAsked(tokens)
  return {
    slots,
    rarity: slots.map((s) => worthOf(s.word, vocabulary)),
    pairRarity: slots.slice(1).map((slot, at) => {
      const before = slots[at]?.word ?? ''
      return togetherness(before, slot.word, vocabulary) > 0
        ? rarityOf(vocabulary.pairUses(before, slot.word), vocabulary.entries)
        : chancePair
    }),
    hasMarks: tokens.some((t) => t.said !== t.plain),
    phrase: ` ${slots.map((s) => s.word).join(' ')} `,
    numbers: new Set(keys),
    ownDigits: new Set(bare),
  }
}

function scoreOf(candidate: Candidate, asked: Asked): { score: number; closeness: number } {
  const padded = ` ${candidate.said.replaceAll('\n', ' \n ')} `
  const said = padded.split('\n')
  const plain = fold(padded).split('\n')
  const { slots, rarity, pairRarity } = asked
  let words = 0
  let marks = 0
  let ofAll = 0
  slots.forEach((slot, i) => {
    const value = rarity[i] ?? 0
    ofAll += value
    words += value * Math.max(placed(plain, slot.word), ...slot.others.map((o) => 0.6 * placed(plain, o)))
    if (asked.hasMarks && slot.said) marks += value * placedAsSaid(said, slots, i)
  })
  let pairs = 0
  let ofPairs = 0
  pairRarity.forEach((value, i) => {
    ofPairs += value
    pairs += value * placed(plain, `${slots[i]?.word} ${slots[i + 1]?.word}`)
  })
  const inTitle = plain[0]?.includes(asked.phrase) ?? false
  const anywhere = inTitle || plain.some((part) => part.includes(asked.phrase))
  const wordShare = words / (ofAll || 1)
  const pairShare = ofPairs > 0 ? pairs / ofPairs : wordShare
  const score =
    worth.word * wordShare +
    worth.pair * pairShare +
    (asked.hasMarks ? (worth.marks * marks) / (ofAll || 1) : 0) +
    (inTitle ? worth.titlePhrase : 0) +
    (anywhere ? worth.phrase : 0) +
    numberScore(candidate, asked) +
    (kinds[candidate.kind] ?? 0)
  return { score, closeness: Math.min(wordShare, pairShare) }
}

/** The best place in which a word or pair stands, 0 where it does not. */
function placed(parts: readonly string[], words: string): number {
  const sought = ` ${words} `
  for (const [at, part] of parts.entries()) if (part.includes(sought)) return places[at] ?? 0
  return 0
}

/** The best place in which a word stands with its own marks, beside a neighbour of the query where it has one. */
function placedAsSaid(said: readonly string[], slots: readonly Slot[], i: number): number {
  const word = slots[i]?.said
  const before = slots[i - 1]?.said
  const after = slots[i + 1]?.said
  const beside = [before ? `${before} ${word}` : null, after ? `${word} ${after}` : null].filter(
    (s) => s !== null,
  )
  return Math.max(...(beside.length > 0 ? beside : [`${word}`]).map((phrase) => placed(said, phrase)))
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
