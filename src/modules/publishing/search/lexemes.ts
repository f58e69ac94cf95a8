import { fold, type Token, tokensOf } from './fold.ts'
import { numbersIn } from './numbers.ts'

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
}

export interface Indexed {
  lexemes: string[]
  /** See publishing.search_index.said. */
  said: string
  /** Distinct syllables without marks. */
  syllables: string[]
  numberKey: string | null
}

/** Longer bodies are found by all their words, but weighed by their beginning only. */
const longestSaid = 6_000

/** What the index holds of an entry: syllables with and without marks, pairs, numbers, and what filters ask for. */
export function indexed(provinceId: number, entry: Entry): Indexed {
  const lexeme = inProvince(provinceId)
  const found = new Set<string>()
  const syllables = new Set<string>()
  const parts = [entry.title, entry.lead, entry.body].map((part) => tokensOf(part.normalize('NFC')))
  parts.forEach((tokens, at) => {
    tokens.forEach((token, i) => {
      syllables.add(token.plain)
      found.add(lexeme.plain(token.plain))
      if (token.said !== token.plain) found.add(lexeme.said(token.said))
      if (at === 0) found.add(lexeme.title(token.plain))
      const before = tokens[i - 1]
      if (!before || token.opens) return
      found.add(lexeme.pair(before.plain, token.plain))
      if (at === 0) found.add(lexeme.titlePair(before.plain, token.plain))
    })
  })
  const numberKey = entry.number ? squeeze(entry.number) : null
  const text = `${entry.title}\n${entry.lead}\n${entry.body}`.normalize('NFC')
  for (const key of numbersIn(text, squeeze)) found.add(lexeme.number(key))
  if (numberKey) {
    found.add(lexeme.number(numberKey))
    const digits = /^\d+/.exec(numberKey)?.[0]
    if (digits) found.add(lexeme.ownNumber(String(Number(digits))))
  }
  for (const facet of facetsOf(entry)) found.add(lexeme.facet(...facet))
  const said = parts.map(saidOf)
  said[2] = (said[2] ?? '').slice(0, longestSaid)
  return { lexemes: [...found], said: said.join('\n'), syllables: [...syllables], numberKey }
}

function facetsOf(entry: Entry): (readonly [Facet, string])[] {
  return [
    ['kind', entry.kind],
    ['language', entry.language],
    ['year', entry.day.slice(0, 4)],
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

/** The names of lexemes. Provinces share one index; the number in front keeps them apart. */
export function inProvince(provinceId: number) {
  const p = provinceId.toString(36)
  return {
    plain: (word: string) => `${p}.${word}`,
    pair: (a: string, b: string) => `${p}.${a}_${b}`,
    said: (word: string) => `${p}=${word}`,
    title: (word: string) => `${p}^${word}`,
    titlePair: (a: string, b: string) => `${p}^${a}_${b}`,
    number: (key: string) => `${p}#${key}`,
    ownNumber: (digits: string) => `${p}%${digits}`,
    facet: (facet: Facet, value: string) => `${p}@${facet}:${value}`,
  }
}
