import type { Day } from '../../../lib/calendar/day.ts'
import type { Db } from '../../../lib/db/db.ts'
import { keeper } from '../../../lib/kept.ts'
import { listsOf } from './asked-lists.ts'
import { type Token, tokensOf } from './fold.ts'
import { highlighted, type Marking, markingOf, type Piece, snippet } from './highlights.ts'
import { type Chosen, heaviest } from './lists.ts'
import { meantQuery } from './meaning.ts'
import { type Facets, planQuery, type QueryPlan } from './query-plan.ts'
import { rank } from './ranking.ts'
import { type Slot, understood } from './repair.ts'
import * as sql from './search.sql.ts'
import { openVocabulary, type Vocabulary } from './vocabulary.ts'

export interface Question {
  /** As typed, NFC. */
  words: string
  facets: Facets
  /** From 1. */
  page: number
  /** Look for what was typed, mend nothing. */
  exactly: boolean
}

export interface Hit {
  source: string
  address: string
  kind: string
  language: string
  title: Piece[]
  text: Piece[]
  number: string | null
  issuer: string | null
  day: Day
  /** From when it holds no more, where that day has come. */
  endedFrom: Day | null
}

export interface Found {
  hits: Hit[]
  total: number
  /** More would answer than are ranked: `total` is where the list ends, not where the answers do. */
  more: boolean
  /** The query as it should have been typed. */
  meant: string | null
}

export const pageSize = 10
/** Whoever looks further than this should ask more precisely. */
const mostFound = 60
/** So many of them are read and ranked by what they say; the rest stays in the order of what they hold. */
const mostRanked = 32
const mostTokens = 24
/** Answers a query over everything public of a province. */
export async function find(db: Db, provinceId: number, today: Day, question: Question): Promise<Found> {
  const { vocabulary, label } = await vocabularyOf(db, provinceId)
  const tokens = tokensOf(question.words).slice(0, mostTokens)
  const slots = question.exactly ? asTyped(tokens) : understood(tokens, vocabulary)
  const plan = planQuery(tokens, slots, question.facets, vocabulary)
  const chosen = await chosenFor(db, provinceId, label, plan)
  const candidates = await sql.candidatesBy(db, provinceId, chosen.slice(0, mostRanked))
  const ranked = rank(candidates, tokens, slots, vocabulary, today)
  const ordinals = [...ranked.map((r) => r.ordinal), ...chosen.slice(mostRanked).map((c) => c.ordinal)]
  const first = (question.page - 1) * pageSize
  const rows = await sql.entriesBy(db, provinceId, ordinals.slice(first, first + pageSize))
  const best = ranked.slice(0, 5).map((r) => r.said)
  const marking = markingOf(slots)
  return {
    hits: rows.map((row) => toHit(row, marking, today)),
    total: ordinals.length,
    more: ordinals.length >= mostFound,
    meant: question.exactly ? null : meantQuery(question.words, tokens, slots, best),
  }
}

/** The entries that gain most by what is asked for. */
async function chosenFor(
  db: Db,
  provinceId: number,
  label: sql.VocabularyLabel,
  { sought, filters }: QueryPlan,
): Promise<Chosen[]> {
  if (sought.length === 0) return []
  const listOf = await listsOf(db, provinceId, label, [...sought.map((s) => s.lexeme), ...filters])
  const weighed = sought.map(({ lexeme, gain }) => ({ list: listOf(lexeme), gain }))
  return heaviest(weighed, filters.map(listOf), spanOf(label), mostFound)
}

export function spanOf(label: sql.VocabularyLabel): { first: number; next: number } {
  return { first: label.firstOrdinal, next: label.nextOrdinal }
}

function asTyped(tokens: readonly Token[]): Slot[] {
  return tokens.map((t, i) => ({ word: t.plain, said: t.said, others: [], from: i, to: i + 1 }))
}

function toHit(row: sql.EntryRow, marking: Marking, today: Day): Hit {
  return {
    source: row.source,
    address: row.address,
    kind: row.kind,
    language: row.language,
    title: highlighted(row.title, marking),
    text: snippet([row.lead, row.body], marking),
    number: row.number,
    issuer: row.issuer,
    day: row.day,
    endedFrom: row.endedFrom !== null && row.endedFrom <= today ? row.endedFrom : null,
  }
}

const kept = keeper<{ vocabulary: Vocabulary; addedNo: number }>(8)

/** Every process keeps the words; new ones are read when there are any, all of them when they were counted anew. */
export async function vocabularyOf(db: Db, provinceId: number) {
  const label = await sql.vocabularyLabel(db, provinceId)
  const memory = await kept(db, String(provinceId), String(label.revision), async () => ({
    vocabulary: openVocabulary(label.entries, await sql.allWords(db, provinceId)),
    addedNo: label.addedNo,
  }))
  if (memory.addedNo < label.addedNo) {
    memory.vocabulary.add(await sql.wordsSince(db, provinceId, memory.addedNo))
    memory.addedNo = label.addedNo
  }
  return { vocabulary: memory.vocabulary, label }
}
