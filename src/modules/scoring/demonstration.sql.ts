import { sql } from 'kysely'
import type { Tx } from '../../lib/db/db.ts'
import { asNumeric, type Points } from './points.ts'

/** A line of a campaign that lies in the past, with all its columns. */
export interface PastLine {
  sheetId: number
  itemCode: string
  computed: Points
  why: { vi: string; en: string }
  self: Points | null
  selfNote: string | null
  first: Points
  firstNote: string | null
  explanation: string | null
  second: Points | null
  secondNote: string | null
}

/** Writes the lines of a past campaign and settles its sheets, in three statements (the demonstration's history). */
export async function writePast(
  tx: Tx,
  provinceId: number,
  lines: readonly PastLine[],
  when: { locked: Date; settled: Date; by: string },
): Promise<void> {
  const numeric = (points: Points | null) => (points === null ? null : asNumeric(points))
  const rows = lines.map((l) => ({
    sheet_id: l.sheetId,
    item_code: l.itemCode,
    computed: numeric(l.computed),
    why_vi: l.why.vi,
    why_en: l.why.en,
    self: numeric(l.self),
    self_note: l.selfNote,
    first: numeric(l.first),
    first_note: l.firstNote,
    explanation: l.explanation,
    second: numeric(l.second),
    second_note: l.secondNote,
  }))
  const sheetIds = [...new Set(lines.map((l) => l.sheetId))]
  await sql`delete from scoring.score where province_id = ${provinceId}
    and sheet_id = any(${sheetIds}::bigint[])`.execute(tx)
  await sql`insert into scoring.score (province_id, sheet_id, item_code, computed, why_vi, why_en, self, self_note,
      first, first_note, first_by_name, explanation, second, second_note, second_by_name)
    select ${provinceId}, r.sheet_id, r.item_code, r.computed, r.why_vi, r.why_en, r.self, r.self_note,
      r.first, r.first_note, ${when.by}, r.explanation, r.second, r.second_note,
      case when r.second is not null then ${when.by} end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (sheet_id bigint, item_code text, computed numeric,
      why_vi text, why_en text, self numeric, self_note text, first numeric, first_note text, explanation text,
      second numeric, second_note text)`.execute(tx)
  await sql`update scoring.sheet s set state = 'appraisal_2', locked_at = ${when.locked}, settled_at = ${when.settled},
      computed_total = t.computed, self_total = t.self, final_total = t.final, winnable_total = 0
    from (select sheet_id, sum(computed) as computed, sum(coalesce(self, computed)) as self,
        sum(coalesce(second, first)) as final
      from scoring.score where province_id = ${provinceId} and sheet_id = any(${sheetIds}::bigint[])
      group by sheet_id) t
    where s.province_id = ${provinceId} and s.id = t.sheet_id`.execute(tx)
}
