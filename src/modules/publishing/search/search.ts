import type { Day } from '../../../lib/calendar/day.ts'
import type { Db, Tx } from '../../../lib/db/db.ts'
import { queueJob } from '../../../lib/jobs/jobs.ts'
import { keeper } from '../../../lib/kept.ts'
import { type Token, tokensOf } from './fold.ts'
import { highlighted, type Piece, snippet } from './highlights.ts'
import { type Entry, indexed } from './lexemes.ts'
import { meantQuery } from './meaning.ts'
import { type Facets, planQuery } from './query-plan.ts'
import { type Candidate, rank } from './ranking.ts'
import { type Slot, understood } from './repair.ts'
import { wordsToCount } from './search.jobs.ts'
import * as sql from './search.sql.ts'
import { openVocabulary, type Vocabulary } from './vocabulary.ts'

/** Makes something findable, or findable as it now is, in the caller's transaction. */
export async function makeFindable(tx: Tx, provinceId: number, now: Date, entry: Entry): Promise<void> {
  const index = indexed(provinceId, entry)
  await sql.saveEntry(tx, provinceId, entry, index)
  await sql.addWords(tx, provinceId, index.syllables)
  const startAfter = new Date(now.getTime() + minutesToCount * 60_000)
  await queueJob(tx, provinceId, wordsToCount, {}, { key: 'words', startAfter })
}

/** Counts wait a little, so that a morning's publications are counted together. */
const minutesToCount = 5

/** Takes something out of the search, in the caller's transaction. */
export async function makeUnfindable(tx: Tx, provinceId: number, source: string): Promise<void> {
  await sql.deleteEntry(tx, provinceId, source)
}

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
const mostRanked = 60
const mostTokens = 24
/** An entry that holds all words and nearly all pairs, mostly in its title, is what was looked for. */
const close = 0.96
/** Broad questions are not asked further once there are so many answers. */
const enough = 40

/** Answers a query over everything public of a province. */
export async function find(db: Db, provinceId: number, today: Day, question: Question): Promise<Found> {
  const vocabulary = await vocabularyOf(db, provinceId)
  const tokens = tokensOf(question.words).slice(0, mostTokens)
  const slots = question.exactly ? asTyped(tokens) : understood(tokens, vocabulary)
  const ranked = await rankedFor(db, provinceId, today, {
    tokens,
    slots,
    facets: question.facets,
    vocabulary,
  })
  const first = (question.page - 1) * pageSize
  const shown = ranked.slice(first, first + pageSize).map((r) => r.id)
  const rows = await sql.entriesById(db, provinceId, shown)
  const best = ranked.slice(0, 5).map((r) => r.said)
  return {
    hits: rows.map((row) => toHit(row, slots)),
    total: ranked.length,
    more: ranked.length >= mostRanked,
    meant: question.exactly ? null : meantQuery(question.words, tokens, slots, best),
  }
}

interface Asking {
  tokens: readonly Token[]
  slots: readonly Slot[]
  facets: Facets
  vocabulary: Vocabulary
}

/**
 * What holds every word and answers well is enough; else entries are added that hold some of the rarest, and where
 * everything is common, the newest.
 */
async function rankedFor(db: Db, provinceId: number, today: Day, asking: Asking) {
  const { tokens, slots, facets, vocabulary } = asking
  const plan = planQuery(provinceId, tokens, slots, facets, vocabulary)
  const found = await sql.candidatesFor(db, provinceId, plan.strict, plan.gains, mostRanked)
  const add = (more: Candidate[]) => {
    const known = new Set(found.map((c) => c.id))
    found.push(...more.filter((c) => !known.has(c.id)))
  }
  for (const [at, query] of plan.broad.entries()) {
    if (found.length >= enough) break
    add(await sql.newestFor(db, provinceId, query, plan.broad.length - at, mostRanked))
  }
  const ranked = rank(found, tokens, slots, vocabulary, today)
  if (plan.broad.length > 0 || (found.length < mostRanked && (ranked[0]?.closeness ?? 0) >= close))
    return ranked
  add(await sql.candidatesFor(db, provinceId, plan.loose, plan.gains, mostRanked))
  return rank(found, tokens, slots, vocabulary, today)
}

function asTyped(tokens: readonly Token[]): Slot[] {
  return tokens.map((t, i) => ({ word: t.plain, said: t.said, others: [], from: i, to: i + 1 }))
}

function toHit(row: sql.EntryRow, slots: readonly Slot[]): Hit {
  return {
    source: row.source,
    address: row.address,
    kind: row.kind,
    language: row.language,
    title: highlighted(row.title, slots),
    text: snippet([row.lead, row.body], slots),
    number: row.number,
    issuer: row.issuer,
    day: row.day,
  }
}

const kept = keeper<{ vocabulary: Vocabulary; addedNo: number }>(8)

/** Every process keeps the words; new ones are read when there are any, all of them when they were counted anew. */
async function vocabularyOf(db: Db, provinceId: number): Promise<Vocabulary> {
  const label = await sql.vocabularyLabel(db, provinceId)
  const memory = await kept(db, String(provinceId), String(label.revision), async () => ({
    vocabulary: openVocabulary(label.entries, await sql.allWords(db, provinceId)),
    addedNo: label.addedNo,
  }))
  if (memory.addedNo < label.addedNo) {
    memory.vocabulary.add(await sql.wordsSince(db, provinceId, memory.addedNo))
    memory.addedNo = label.addedNo
  }
  return memory.vocabulary
}
