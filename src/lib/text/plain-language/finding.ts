export const findingKinds = [
  'sentence',
  'clauses',
  'passive',
  'abbreviation',
  'term',
  'nouns',
  'actor',
] as const
export type FindingKind = (typeof findingKinds)[number]

/** One place that could be plainer: UTF-16 offsets in the text as given, its words, and what to do. */
export interface Finding {
  kind: FindingKind
  from: number
  to: number
  text: string
  advice: { vi: string; en: string }
}

/** A sentence, a heading or an item of a list. */
export interface Sentence {
  from: number
  to: number
  text: string
  syllables: number
  /** Printed wholly in capitals, as headings are. */
  capitals: boolean
}

export function found(
  kind: FindingKind,
  sentence: Sentence,
  at: number,
  text: string,
  vi: string,
  en: string,
): Finding {
  const from = sentence.from + at
  return { kind, from, to: from + text.length, text, advice: { vi, en } }
}
