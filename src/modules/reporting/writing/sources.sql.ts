import { sql } from 'kysely'
import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx } from '../../../lib/db/db.ts'

/** An activity as a source of a report. */
export interface SourceActivity {
  id: number
  unitId: number
  what: string
  fromDay: Day
  toDay: Day
  place: string | null
  formCode: string
  themeCodes: string[]
  audienceCodes: string[]
  /** By metric: quantity, copies, people, minutes, views. */
  figures: Record<string, number>
  evidenceIds: number[]
}

/**
 * The activities of these ids, oldest first, with their figures and evidence, in one statement. Each looks up its own:
 * joined to groups of all of them, a plan made for any number of ids groups them anew for each activity.
 */
export async function selectSources(
  db: DbOrTx,
  provinceId: number,
  ids: readonly number[],
): Promise<SourceActivity[]> {
  if (ids.length === 0) return []
  const found = await sql<SourceActivity>`
    select a.id, a.unit_id as "unitId", a.what, a.from_day as "fromDay", a.to_day as "toDay", a.place,
      a.form_code as "formCode", a.theme_codes as "themeCodes", a.audience_codes as "audienceCodes",
      coalesce((
        select json_object_agg(f.metric, f.value::float8) from assignments.activity_figure f
        where f.province_id = ${provinceId} and f.activity_id = a.id
      ), '{}') as figures,
      coalesce((
        select array_agg(e.id order by e.id)::float8[] from assignments.activity_evidence s
          join assignments.evidence e on e.province_id = ${provinceId} and e.id = s.evidence_id
            and e.withdrawn_at is null
        where s.province_id = ${provinceId} and s.activity_id = a.id
      ), '{}') as "evidenceIds"
    from unnest(${[...ids]}::bigint[]) as w (id)
      join assignments.activity a on a.province_id = ${provinceId} and a.id = w.id
    order by a.from_day, a.id`.execute(db)
  return found.rows
}
