import { type Finding, type FindingKind, findingKinds, type Sentence } from './finding.ts'
import { sentencesOf } from './sentences.ts'
import { chainedClauses, longSentences, missingActors, nounChains, passiveChains } from './shape-checks.ts'
import { abbreviationsNotSpelled, heavyTerms } from './word-checks.ts'

export type Grade = 'easy' | 'fair' | 'hard' | 'very_hard'

export interface PlainFigures {
  sentences: number
  syllables: number
  /** Syllables a sentence, to one decimal. */
  meanSentence: number
  longestSentence: number
  counts: Record<FindingKind, number>
  /** Points taken away, by reason: they and the score make 100, unless the score has reached 0. */
  taken: Record<FindingKind, number>
}

export interface PlainLanguage {
  /** 0 (hard) to 100 (plain). Advice: nothing is ever refused for it. */
  score: number
  grade: Grade
  findings: Finding[]
  figures: PlainFigures
}

/**
 * Points that each kind takes away at most, and how many for one finding in a hundred syllables (for abbreviations: for
 * one that is not spelled out). Long sentences also count by their mean length. House weights, set on pairs of official
 * sentences and their plain rewriting (`pairs.fixtures.ts`); UNVERIFIED against readers.
 */
const weights: Record<FindingKind, { each: number; most: number }> = {
  sentence: { each: 6, most: 35 },
  clauses: { each: 5, most: 12 },
  passive: { each: 4, most: 10 },
  abbreviation: { each: 3, most: 12 },
  term: { each: 2.5, most: 25 },
  nouns: { each: 5, most: 10 },
  actor: { each: 4, most: 10 },
}
/** Mean length in syllables that costs nothing, and the points for each syllable above it. */
const easyMean = 18
const perSyllable = 1

/**
 * How plain a Vietnamese text for the public is: 100 less what each kind of finding takes away, each with its cap.
 * Deterministic; offsets are those of the text as given, which should be NFC.
 */
export function plainLanguage(text: string): PlainLanguage {
  const sentences = sentencesOf(text)
  const findings = [
    ...sentences.flatMap((one) => [
      ...longSentences(one),
      ...chainedClauses(one),
      ...passiveChains(one),
      ...nounChains(one),
      ...missingActors(one),
      ...heavyTerms(one),
    ]),
    ...abbreviationsNotSpelled(text, sentences),
  ].sort((a, b) => a.from - b.from || b.to - a.to)
  const figures = figuresOf(sentences, findings)
  const taken = Object.values(figures.taken).reduce((sum, one) => sum + one, 0)
  const score = Math.max(0, Math.round(100 - taken))
  return { score, grade: gradeOf(score), findings, figures }
}

export function gradeOf(score: number): Grade {
  if (score >= 80) return 'easy'
  if (score >= 60) return 'fair'
  return score >= 40 ? 'hard' : 'very_hard'
}

function figuresOf(sentences: readonly Sentence[], findings: readonly Finding[]): PlainFigures {
  const syllables = sentences.reduce((sum, one) => sum + one.syllables, 0)
  const mean = sentences.length === 0 ? 0 : syllables / sentences.length
  const counts = tally((kind) => findings.filter((one) => one.kind === kind).length)
  const taken = tally((kind) => {
    const { each, most } = weights[kind]
    // A line of ten syllables with one heavy word is not a text full of them.
    const per = kind === 'abbreviation' ? 1 : 100 / Math.max(syllables, 40)
    const length = kind === 'sentence' ? Math.max(0, mean - easyMean) * perSyllable : 0
    return Math.round(Math.min(most, counts[kind] * each * per + length) * 10) / 10
  })
  return {
    sentences: sentences.length,
    syllables,
    meanSentence: Math.round(mean * 10) / 10,
    longestSentence: Math.max(0, ...sentences.map((one) => one.syllables)),
    counts,
    taken,
  }
}

function tally(of: (kind: FindingKind) => number): Record<FindingKind, number> {
  return Object.fromEntries(findingKinds.map((kind) => [kind, of(kind)])) as Record<FindingKind, number>
}
