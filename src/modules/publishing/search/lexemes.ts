import type { Day } from '../../../lib/calendar/day.ts'
import { fold, type Token, tokensOf } from './fold.ts'
import { type Place, place } from './lists.ts'
import { numbersIn } from './numbers.ts'

/** The kind of columns, topics and standing pages: they are of no day. */
export const placeKind = 'place'

/** What can be found. `source` names whose it is; a second entry of the same source takes the first one's place. */
export interface Entry {
  source: string
  address: string
  /** A kind of publication, or another room's word for its own. */
  kind: string
  language: string
  title: string
  lead: string
  body: string
  /** The number of a document, as printed. */
  number: string | null
  topics: readonly string[]
  columnId: number | null
  issuer: string | null
  /** The day it bears. */
  day: string
  /** From which day what it tells holds no more. */
  endedFrom?: Day | null
}

export interface Indexed {
  /** What can be asked for, and the best place where it stands. */
  lexemes: Map<string, Place>
  /** See publishing.search_entry.said. */
  said: string
  /** Distinct syllables without marks. */
  syllables: string[]
  numberKey: string | null
}

/** To be raised when anything below changes: every entry is then indexed anew by itself. */
export const lexemesVersion = 1

/** Longer bodies are found by all their words, but weighed by their beginning only. */
const longestSaid = 6_000

const inPart = [place.title, place.lead, place.body] as const

/** What the index holds of an entry: syllables with and without marks, pairs, numbers, and what filters ask for. */
export function indexed(entry: Entry): Indexed {
  const lexemes = new Map<string, Place>()
  const syllables = new Set<string>()
  // Parts come best place first: what is known already stands better.
  const add = (name: string, at: Place = place.body) => {
    if (!lexemes.has(name)) lexemes.set(name, at)
  }
  const parts = [entry.title, entry.lead, entry.body].map((part) => tokensOf(part.normalize('NFC')))
  parts.forEach((tokens, part) => {
    const at = inPart[part] ?? place.body
    tokens.forEach((token, i) => {
      syllables.add(token.plain)
      add(lexeme.plain(token.plain), at)
      if (token.said !== token.plain) add(lexeme.said(token.said), at)
      const before = tokens[i - 1]
      if (before && !token.opens) add(lexeme.pair(before.plain, token.plain), at)
    })
  })
  const numberKey = entry.number ? squeeze(entry.number) : null
  if (numberKey) {
    add(lexeme.number(numberKey), place.title)
    const digits = /^\d+/.exec(numberKey)?.[0]
    if (digits) add(lexeme.ownNumber(String(Number(digits))), place.title)
  }
  const text = `${entry.title}\n${entry.lead}\n${entry.body}`.normalize('NFC')
  for (const key of numbersIn(text, squeeze)) add(lexeme.number(key))
  for (const facet of facetsOf(entry)) add(lexeme.facet(...facet))
  const said = parts.map(saidOf)
  said[2] = (said[2] ?? '').slice(0, longestSaid)
  return { lexemes, said: said.map((part) => ` ${part} `).join('\n'), syllables: [...syllables], numberKey }
}

function facetsOf(entry: Entry): (readonly [Facet, string])[] {
  return [
    ['kind', entry.kind],
    ['language', entry.language],
    ...(entry.kind === placeKind ? [] : [['year', entry.day.slice(0, 4)] as const]),
    ...entry.topics.map((topic) => ['topic', topic] as const),
    ...(entry.columnId === null ? [] : [['column', String(entry.columnId)] as const]),
    ...(entry.issuer ? [['issuer', squeeze(entry.issuer)] as const] : []),
  ]
}

export type Facet = 'kind' | 'language' | 'year' | 'topic' | 'column' | 'issuer'

/** '25/KH-UBND' → '25khubnd'. */
export function squeeze(text: string): string {
  return fold(text.normalize('NFC')).replace(/[^\p{L}\p{N}]/gu, '')
}

function saidOf(tokens: readonly Token[]): string {
  return tokens.map((t) => t.said).join(' ')
}

/** The names of lexemes: the first character tells what is asked for. */
export const lexeme = {
  plain: (word: string) => `.${word}`,
  pair: (a: string, b: string) => `.${a}_${b}`,
  said: (word: string) => `=${word}`,
  number: (key: string) => `#${key}`,
  ownNumber: (digits: string) => `%${digits}`,
  facet: (facet: Facet, value: string) => `@${facet}:${value}`,
} as const
