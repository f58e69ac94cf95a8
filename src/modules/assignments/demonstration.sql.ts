import { sql } from 'kysely'
import type { Day } from '../../lib/calendar/day.ts'
import type { Tx } from '../../lib/db/db.ts'

/** An activity of the demonstration with one link that shows it. */
export interface ShownDeed {
  unitId: number
  what: string
  day: Day
  formCode: string
  themeCode: string
  audienceCode: string
  people: number
  url: string
  byName: string
  assignmentIds: readonly number[]
}

/** Writes many activities with their evidence at once: one by one, a province's year would take a minute. */
export async function writeShownDeeds(
  tx: Tx,
  provinceId: number,
  deeds: readonly ShownDeed[],
): Promise<void> {
  const rows = deeds.map((d, i) => ({
    key: `demonstration-${d.unitId}-${i}`,
    unit_id: d.unitId,
    what: d.what,
    day: d.day,
    form_code: d.formCode,
    theme_code: d.themeCode,
    audience_code: d.audienceCode,
    people: d.people,
    url: d.url,
    by_name: d.byName,
    assignment_ids: d.assignmentIds,
  }))
  await sql`with deed as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (key text, unit_id bigint, what text,
        day date, form_code text, theme_code text, audience_code text, people integer, url text, by_name text,
        assignment_ids bigint[])
    ), done as (
      insert into assignments.activity (province_id, unit_id, what, from_day, to_day, form_code, theme_codes,
        audience_codes, note, recorded_at, recorded_by_name, submission_key)
      select ${provinceId}, unit_id, what, day, day, form_code, array[theme_code], array[audience_code],
        'Dữ liệu minh họa.', day + time '16:00', by_name, key from deed
      returning id, submission_key
    ), proof as (
      insert into assignments.evidence (province_id, unit_id, kind, url, caption, taken_day, added_at, added_by_name)
      select ${provinceId}, unit_id, 'link', url, what, day, day + time '16:00', by_name from deed
      returning id, url
    ), shown as (
      insert into assignments.activity_evidence (province_id, activity_id, evidence_id)
      select ${provinceId}, done.id, proof.id from deed join done on done.submission_key = deed.key
        join proof on proof.url = deed.url
    ), figures as (
      insert into assignments.activity_figure (province_id, activity_id, metric, value)
      select ${provinceId}, done.id, f.metric, f.value from deed join done on done.submission_key = deed.key
        cross join lateral (values ('people', deed.people), ('quantity', 1)) as f (metric, value)
    )
    insert into assignments.activity_assignment (province_id, activity_id, assignment_id)
    select ${provinceId}, done.id, unnest(deed.assignment_ids) from deed join done on done.submission_key = deed.key
  `.execute(tx)
}

/** Reports and checks many assignments at once, each on its day. */
export async function finishMany(
  tx: Tx,
  provinceId: number,
  rows: readonly { assignmentId: number; day: Day; note: string; byName: string; checkedBy: string }[],
): Promise<void> {
  const given = rows.map((r) => ({
    id: r.assignmentId,
    day: r.day,
    note: r.note,
    by_name: r.byName,
    checked_by: r.checkedBy,
  }))
  await sql`with given as (
      select * from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as r (id bigint, day date, note text,
        by_name text, checked_by text)
    ), steps as (
      insert into assignments.step (province_id, assignment_id, from_state, to_state, at, actor_name, note)
      select ${provinceId}, g.id, s.from_state, s.to_state, g.day + s.at, s.who, s.note
      from given g cross join lateral (values
        ('acknowledged', 'reported_done', time '14:00', g.by_name, g.note),
        ('reported_done', 'verified', time '16:30', g.checked_by, null)) as s (from_state, to_state, at, who, note)
    )
    update assignments.assignment a set state = 'verified', progress = 100, reported_day = g.day,
      reported_at = g.day + time '14:00', verified_at = g.day + time '16:30', result_note = g.note
    from given g where a.province_id = ${provinceId} and a.id = g.id`.execute(tx)
}
