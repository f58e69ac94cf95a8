import { sql } from 'kysely'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import type { Hint, Outcome } from './outcome.ts'
import { asNumeric, type Points, pointsOf } from './points.ts'
import type { Score } from './score.ts'

const pointsOrNull = (text: string | null): Points | null => (text === null ? null : pointsOf(text))

/** The lines of sheets, by sheet and then by code of the criterion. */
export async function selectScores(
  db: DbOrTx,
  provinceId: number,
  sheetIds: readonly number[],
): Promise<Map<number, Map<string, Score>>> {
  const rows = await db
    .selectFrom('scoring.score')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('sheet_id', 'in', [...sheetIds, -1])
    .execute()
  const found = new Map<number, Map<string, Score>>(sheetIds.map((id) => [id, new Map()]))
  for (const r of rows) {
    found.get(r.sheet_id)?.set(r.item_code, {
      itemCode: r.item_code,
      computed: pointsOrNull(r.computed),
      why: { vi: r.why_vi, en: r.why_en },
      winnable: pointsOf(r.winnable),
      hints: r.hints as unknown as Hint[],
      typed: r.typed as unknown as Record<string, number>,
      self: pointsOrNull(r.self),
      selfNote: r.self_note,
      selfByName: r.self_by_name,
      first: pointsOrNull(r.first),
      firstNote: r.first_note,
      firstByName: r.first_by_name,
      explanation: r.explanation,
      explainedByName: r.explained_by_name,
      second: pointsOrNull(r.second),
      secondNote: r.second_note,
      secondByName: r.second_by_name,
    })
  }
  return found
}

/** Points of each line for a board: what stands now. A third of the width of a whole line. */
export async function selectStanding(
  db: DbOrTx,
  provinceId: number,
  campaignId: number,
): Promise<{ sheetId: number; itemCode: string; points: Points | null; winnable: Points }[]> {
  const { rows } = await sql<{
    sheet_id: number
    item_code: string
    points: string | null
    winnable: string
  }>`select c.sheet_id, c.item_code, coalesce(c.second, c.first, c.self, c.computed) as points, c.winnable
    from scoring.score c join scoring.sheet s on s.province_id = c.province_id and s.id = c.sheet_id
    where c.province_id = ${provinceId} and s.campaign_id = ${campaignId}`.execute(db)
  return rows.map((r) => ({
    sheetId: r.sheet_id,
    itemCode: r.item_code,
    points: pointsOrNull(r.points),
    winnable: pointsOf(r.winnable),
  }))
}

/** Lines of a campaign's open sheets that still can win points, the most first. */
export async function selectWinnable(
  db: DbOrTx,
  provinceId: number,
  campaignId: number,
): Promise<{ sheetId: number; itemCode: string; winnable: Points; hints: Hint[] }[]> {
  const { rows } = await sql<{ sheet_id: number; item_code: string; winnable: string; hints: Hint[] }>`
    select c.sheet_id, c.item_code, c.winnable, c.hints
    from scoring.score c join scoring.sheet s on s.province_id = c.province_id and s.id = c.sheet_id
    where c.province_id = ${provinceId} and s.campaign_id = ${campaignId} and s.state in ('open', 'self_scoring')
      and (c.winnable > 0 or jsonb_array_length(c.hints) > 0)
    order by c.winnable desc, c.sheet_id`.execute(db)
  return rows.map((r) => ({
    sheetId: r.sheet_id,
    itemCode: r.item_code,
    winnable: pointsOf(r.winnable),
    hints: r.hints,
  }))
}

export interface ComputedLine {
  sheetId: number
  itemCode: string
  outcome: Outcome
}

/**
 * Writes what the program computed, for all lines of all these sheets in two statements, and adds their totals up:
 * a line counts with what the unit gave itself, else with what was computed.
 */
export async function saveComputed(
  tx: Tx,
  provinceId: number,
  lines: readonly ComputedLine[],
): Promise<void> {
  const rows = lines.map((l) => ({
    sheet_id: l.sheetId,
    item_code: l.itemCode,
    computed: l.outcome.points === null ? null : asNumeric(l.outcome.points),
    why_vi: l.outcome.why.vi,
    why_en: l.outcome.why.en,
    winnable: asNumeric(l.outcome.winnable),
    hints: l.outcome.hints,
  }))
  await sql`insert into scoring.score (province_id, sheet_id, item_code, computed, why_vi, why_en, winnable, hints)
    select ${provinceId}, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (sheet_id bigint,
      item_code text, computed numeric, why_vi text, why_en text, winnable numeric, hints jsonb)
    on conflict (province_id, sheet_id, item_code) do update set computed = excluded.computed,
      why_vi = excluded.why_vi, why_en = excluded.why_en, winnable = excluded.winnable, hints = excluded.hints
    where (scoring.score.computed, scoring.score.why_vi, scoring.score.winnable, scoring.score.hints)
      is distinct from (excluded.computed, excluded.why_vi, excluded.winnable, excluded.hints)`.execute(tx)
  await addUp(tx, provinceId, [...new Set(lines.map((l) => l.sheetId))])
}

export async function addUp(tx: Tx, provinceId: number, sheetIds: readonly number[]): Promise<void> {
  await sql`update scoring.sheet s set computed_total = t.computed, self_total = t.self, winnable_total = t.winnable
    from (select sheet_id, sum(coalesce(computed, 0)) as computed, sum(coalesce(self, computed, 0)) as self,
        sum(winnable) as winnable
      from scoring.score where province_id = ${provinceId} and sheet_id = any(${[...sheetIds]}::bigint[])
      group by sheet_id) t
    where s.province_id = ${provinceId} and s.id = t.sheet_id
      and (s.computed_total, s.self_total, s.winnable_total) is distinct from (t.computed, t.self, t.winnable)`.execute(
    tx,
  )
}

export interface SelfLine {
  itemCode: string
  typed: Readonly<Record<string, number>>
  /** Null: as computed. */
  self: Points | null
  note: string | null
}

export async function saveSelfLines(
  tx: Tx,
  provinceId: number,
  sheetId: number,
  lines: readonly SelfLine[],
  by: { at: Date; name: string },
): Promise<void> {
  for (const line of lines) {
    await tx
      .updateTable('scoring.score')
      .set({
        typed: JSON.stringify(line.typed),
        self: line.self === null ? null : asNumeric(line.self),
        self_note: line.note,
        self_at: by.at,
        self_by_name: by.name,
      })
      .where('province_id', '=', provinceId)
      .where('sheet_id', '=', sheetId)
      .where('item_code', '=', line.itemCode)
      .execute()
  }
}

export interface AppraisedLine {
  itemCode: string
  points: Points
  note: string | null
}

/** One round of appraisal: its own three columns, whatever stands in the others. */
export async function saveAppraised(
  tx: Tx,
  provinceId: number,
  sheetId: number,
  round: 'first' | 'second',
  lines: readonly AppraisedLine[],
  by: { at: Date; name: string },
): Promise<void> {
  for (const line of lines) {
    const points = asNumeric(line.points)
    const own =
      round === 'first'
        ? { first: points, first_note: line.note, first_at: by.at, first_by_name: by.name }
        : { second: points, second_note: line.note, second_at: by.at, second_by_name: by.name }
    await tx
      .updateTable('scoring.score')
      .set(own)
      .where('province_id', '=', provinceId)
      .where('sheet_id', '=', sheetId)
      .where('item_code', '=', line.itemCode)
      .execute()
  }
}

export async function saveExplanations(
  tx: Tx,
  provinceId: number,
  sheetId: number,
  lines: readonly { itemCode: string; text: string }[],
  by: { at: Date; name: string },
): Promise<void> {
  for (const line of lines) {
    await tx
      .updateTable('scoring.score')
      .set({ explanation: line.text, explained_at: by.at, explained_by_name: by.name })
      .where('province_id', '=', provinceId)
      .where('sheet_id', '=', sheetId)
      .where('item_code', '=', line.itemCode)
      .execute()
  }
}

/** The numbers that units entered, by 'sheet code'. */
export async function selectTyped(
  db: DbOrTx,
  provinceId: number,
  sheetIds: readonly number[],
): Promise<Map<string, Record<string, number>>> {
  const { rows } = await sql<{ sheet_id: number; item_code: string; typed: Record<string, number> }>`
    select sheet_id, item_code, typed from scoring.score
    where province_id = ${provinceId} and sheet_id = any(${[...sheetIds]}::bigint[]) and typed <> '{}'`.execute(
    db,
  )
  return new Map(rows.map((r) => [`${r.sheet_id} ${r.item_code}`, r.typed]))
}
