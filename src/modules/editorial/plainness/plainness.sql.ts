import { sql } from 'kysely'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'

export type ScoredAt = 'submit' | 'publish'

export interface PlainScore {
  itemId: number
  number: number
  at: ScoredAt
  unitId: number
  writerId: number
  score: number
  meanSentence: number
  syllables: number
}

/** Once for a version and moment of its life: said again it changes nothing. */
export async function insertScore(tx: Tx, provinceId: number, s: PlainScore, now: Date): Promise<void> {
  await tx
    .insertInto('editorial.plain_score')
    .values({
      ...{ province_id: provinceId, item_id: s.itemId, number: s.number, at_verb: s.at, noted_at: now },
      ...{ unit_id: s.unitId, writer_id: s.writerId, score: s.score },
      ...{ mean_sentence: s.meanSentence, syllables: s.syllables },
    })
    .onConflict((c) => c.doNothing())
    .execute()
}

/** Whose texts: of these units, of all units (undefined), or of one writer. */
export interface Whose {
  unitIds?: readonly number[] | undefined
  writerId?: number
}

export interface MonthOfScores {
  /** 'YYYY-MM' in Việt Nam. */
  month: string
  at: ScoredAt
  texts: number
  score: number
}

function within({ unitIds, writerId }: Whose) {
  const units = unitIds ? sql`and unit_id = any(${[...unitIds]}::bigint[])` : sql``
  const writer = writerId === undefined ? sql`` : sql`and writer_id = ${writerId}`
  return sql`${units} ${writer}`
}

/** Mean scores by month since `from`, as handed in and as published. */
export async function scoresByMonth(
  db: DbOrTx,
  provinceId: number,
  whose: Whose,
  from: Date,
): Promise<MonthOfScores[]> {
  const { rows } = await sql<MonthOfScores>`
    select to_char(noted_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM') as month, at_verb as at,
      count(*)::int as texts, round(avg(score))::int as score
    from editorial.plain_score
    where province_id = ${provinceId} and noted_at >= ${from} ${within(whose)}
    group by 1, 2 order by 1, 2`.execute(db)
  return rows
}

export interface UnitScores {
  unitId: number
  texts: number
  score: number
  meanSentence: number
}

/** Each unit's mean over what it published since `from`, the hardest to read first. */
export async function scoresByUnit(
  db: DbOrTx,
  provinceId: number,
  whose: Whose,
  from: Date,
): Promise<UnitScores[]> {
  const { rows } = await sql<UnitScores>`
    select unit_id as "unitId", count(*)::int as texts, round(avg(score))::int as score,
      round(avg(mean_sentence)::numeric, 1)::float as "meanSentence"
    from editorial.plain_score
    where province_id = ${provinceId} and at_verb = 'publish' and noted_at >= ${from} ${within(whose)}
    group by unit_id order by avg(score), unit_id`.execute(db)
  return rows
}
