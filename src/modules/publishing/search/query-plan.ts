import type { Token } from './fold.ts'
import { type Facet, inProvince, squeeze } from './lexemes.ts'
import { numbersAsked } from './numbers.ts'
import type { Slot } from './repair.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A question to the index: a tsquery and what an entry gains by answering it. */
export interface Feature {
  query: string
  weight: number
}

/** What is asked of the index. */
export interface QueryPlan {
  /** Each is answered by few entries; what an entry gains by several adds up. */
  features: Feature[]
  /** Where everything asked for is common: one after the other, the newest entries first, until enough are found. */
  broad: string[]
}

/** Filters as they stand in the address. */
export type Facets = Partial<Record<Facet, string>>

/** So many entries at most are passed over for one query, whatever is asked. */
const mostRows = 4_000
const mostFeatures = 24

interface Rare {
  lexemes: string[]
  uses: number
  gain: number
}

/** How rare something is, in nats: what finding it is worth. */
export function rarityOf(uses: number, entries: number): number {
  return Math.log(1 + (entries + 1) / (uses + 0.5))
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
  const filtered = (query: string) => [`(${query})`, ...filter].join(' & ')
  if (slots.length === 0) return { features: [], broad: filter.length > 0 ? [filter.join(' & ')] : [] }

  const rare = [...wordsOf(slots, vocabulary, lexeme), ...pairsOf(slots, vocabulary, lexeme)]
  rare.sort((a, b) => a.uses - b.uses)
  const features = numberFeatures(tokens, lexeme)
  let rows = 0
  for (const { lexemes, uses, gain } of rare) {
    if (rows + uses > mostRows || features.length >= mostFeatures) break
    rows += uses
    features.push({ query: lexemes.map(quoted).join(' | '), weight: gain })
  }
  const all = slots.map((s) => anyOf(s, lexeme.plain)).join(' & ')
  const least = Math.min(...rare.map((r) => r.uses))
  if (least <= mostRows) features.push({ query: all, weight: 8 })
  const broad = least > mostRows || features.length === 0 ? broadOf(slots, all, lexeme) : []
  return {
    features: features.map((f) => ({ ...f, query: filtered(f.query) })),
    broad: broad.map(filtered),
  }
}

type Lexemes = ReturnType<typeof inProvince>

function wordsOf(slots: readonly Slot[], vocabulary: Vocabulary, lexeme: Lexemes): Rare[] {
  return slots.flatMap((slot) => {
    const found = [slot.word, ...slot.others]
      .filter((word) => vocabulary.knows(word))
      .map((word, at) => ({
        lexemes: [lexeme.plain(word)],
        uses: vocabulary.uses(word),
        gain: rarityOf(vocabulary.uses(word), vocabulary.entries) * (at === 0 ? 1 : 0.5),
      }))
    // Marks may narrow a common word down; how far is not known beforehand.
    if (slot.said && slot.said !== slot.word) {
      const uses = Math.round(vocabulary.uses(slot.word) / 3)
      found.push({ lexemes: [lexeme.said(slot.said)], uses, gain: 0.5 * rarityOf(uses, vocabulary.entries) })
    }
    return found
  })
}

function pairsOf(slots: readonly Slot[], vocabulary: Vocabulary, lexeme: Lexemes): Rare[] {
  return slots.slice(1).flatMap((slot, at) => {
    const before = slots[at]
    if (!before) return []
    const uses = vocabulary.pairUses(before.word, slot.word)
    const gain = 1.2 * rarityOf(uses, vocabulary.entries)
    return [{ lexemes: [lexeme.pair(before.word, slot.word)], uses, gain }]
  })
}

function numberFeatures(tokens: readonly Token[], lexeme: Lexemes): Feature[] {
  const { keys, bare } = numbersAsked(tokens)
  return [
    ...keys.map((key) => ({ query: quoted(lexeme.number(key)), weight: 30 })),
    ...bare.map((digits) => ({ query: quoted(lexeme.ownNumber(digits)), weight: 12 })),
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
