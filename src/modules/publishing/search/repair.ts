import type { Token } from './fold.ts'
import { meantBy } from './slips.ts'
import { isSyllable } from './syllable.ts'
import type { Vocabulary } from './vocabulary.ts'

/** One place of a query as understood. */
export interface Slot {
  /** The syllable looked for, without marks. */
  word: string
  /** As typed in small letters, where the word is the one typed (its marks may be wrong); else null. */
  said: string | null
  /** Other syllables that may have been meant, looked for as well with less weight. */
  others: readonly string[]
  /** Index of the first and one past the last token it stands for. */
  from: number
  to: number
}

interface Step {
  words: readonly string[]
  /** Of the slip, and of what follows the first word. */
  cost: number
  /** The first word's number in the vocabulary, and how likely it is by itself. */
  first: number
  alone: number
  from: number
  to: number
}

interface Way {
  total: number
  before: Way | null
  step: Step | null
  last: string | null
  /** Uses of the last word, and of what follows it. */
  uses: number
  followers: ReadonlyMap<number, number> | undefined
}

const mergeCost = 2.2
const splitCost = 3
const waysKept = 12
/** Letters from the middle of a word onward that stand alone: 'chs', 'nh', 'ng'. */
const fragment = /^[^aeiouy\d]{1,4}$/

/**
 * The likeliest words behind what was typed: each word may be a slip, two may be one that was torn, one may be two
 * that stuck together; the counts of words and of pairs in what can be found decide (a noisy channel).
 */
export function understood(tokens: readonly Token[], vocabulary: Vocabulary): Slot[] {
  const steps = tokens.map((_, at) => stepsFrom(at, tokens, vocabulary))
  const begin = { total: 0, before: null, step: null, last: null, uses: 0, followers: undefined }
  const ways: Way[][] = [[begin]]
  for (let at = 0; at < tokens.length; at += 1) {
    const here = best(ways[at] ?? [])
    for (const step of steps[at] ?? []) {
      const least = likeliest(here, step, vocabulary)
      if (!least) continue
      const there = ways[step.to]
      if (there) there.push(least)
      else ways[step.to] = [least]
    }
  }
  const taken: Step[] = []
  for (let way = best(ways[tokens.length] ?? [])[0] ?? null; way?.step; way = way.before) taken.push(way.step)
  return taken.reverse().flatMap((step) => slotsOf(step, tokens, steps[step.from] ?? [], vocabulary))
}

function likeliest(ways: readonly Way[], step: Step, vocabulary: Vocabulary): Way | null {
  let before: Way | null = null
  let total = Number.POSITIVE_INFINITY
  for (const way of ways) {
    const sum = way.total + step.cost - Math.log(likelihood(way, step.first, step.alone))
    if (sum >= total) continue
    before = way
    total = sum
  }
  if (!before) return null
  const last = step.words.at(-1) ?? ''
  return { total, before, step, last, uses: vocabulary.uses(last), followers: vocabulary.followers(last) }
}

function best(ways: Way[]): Way[] {
  return ways.sort((a, b) => a.total - b.total).slice(0, waysKept)
}

function stepsFrom(at: number, tokens: readonly Token[], vocabulary: Vocabulary): Step[] {
  const typed = tokens[at]?.plain ?? ''
  const steps: Step[] = meantBy(typed, vocabulary).map((m) =>
    toStep([m.word], m.cost, at, at + 1, vocabulary),
  )
  const next = tokens[at + 1]
  if (next && !/\d/.test(typed + next.plain)) {
    const torn = fragment.test(next.plain) || fragment.test(typed) ? mergeCost - 1 : mergeCost
    const both = vocabulary.knows(typed) && vocabulary.knows(next.plain) ? 2 : 0
    for (const meant of meantBy(typed + next.plain, vocabulary)) {
      const isWord = vocabulary.knows(meant.word) && meant.word.length <= 8
      if (isWord) steps.push(toStep([meant.word], meant.cost + torn + both, at, at + 2, vocabulary))
    }
  }
  if (!vocabulary.knows(typed) && typed.length >= 5 && typed.length <= 24)
    for (const [first, second] of halves(typed, vocabulary))
      steps.push(toStep([first, second], splitCost, at, at + 1, vocabulary))
  return steps
}

function toStep(
  words: readonly string[],
  cost: number,
  from: number,
  to: number,
  vocabulary: Vocabulary,
): Step {
  const [first = '', second] = words
  const alone = likelihoodAlone(first, vocabulary)
  const step = { words, cost, from, to, first: vocabulary.numberOf(first), alone }
  if (second === undefined) return step
  const before = { last: first, uses: vocabulary.uses(first), followers: vocabulary.followers(first) }
  const next = likelihood(before, vocabulary.numberOf(second), likelihoodAlone(second, vocabulary))
  return { ...step, cost: cost - Math.log(next) }
}

function halves(typed: string, vocabulary: Vocabulary): [string, string][] {
  const found: [string, string][] = []
  for (let i = 2; i <= typed.length - 2; i += 1) {
    const [first, second] = [typed.slice(0, i), typed.slice(i)]
    if (vocabulary.knows(first) && vocabulary.knows(second)) found.push([first, second])
  }
  return found
}

/** Different words of an entry, roughly. */
const wordsOfEntry = 40
/** Of the words that people type, so many are this syllable although no entry holds it. */
const unseenSyllable = 1e-4

/** Uses of entries stand for uses of words. A number is as likely as any other. */
function likelihoodAlone(word: string, vocabulary: Vocabulary): number {
  const all = (vocabulary.entries + 10) * wordsOfEntry
  const uses = vocabulary.uses(word)
  if (uses > 0) return uses / all
  return isSyllable(word) ? unseenSyllable : 0.02 / all
}

/** How much a word was to be expected after the one before. */
function likelihood(before: Pick<Way, 'last' | 'uses' | 'followers'>, word: number, alone: number): number {
  if (before.last === null) return alone
  const pairs = before.followers?.get(word) ?? 0
  return 0.75 * (pairs / (before.uses + 2)) + 0.25 * alone
}

const othersKept = 1

function slotsOf(step: Step, tokens: readonly Token[], all: readonly Step[], vocabulary: Vocabulary): Slot[] {
  const { from, to, words } = step
  const typed = tokens[from]
  const alone = to === from + 1 && words.length === 1
  return words.map((word) => {
    const others = alone
      ? all
          .filter((s) => s.to === to && s.words.length === 1 && s.words[0] !== word)
          .filter((s) => vocabulary.knows(s.words[0] ?? ''))
          .sort((a, b) => a.cost - b.cost)
          .flatMap((s) => s.words)
          .slice(0, word === typed?.plain && vocabulary.knows(word) ? 0 : othersKept)
      : []
    return { word, said: alone && typed?.plain === word ? typed.said : null, others, from, to }
  })
}
