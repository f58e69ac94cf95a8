import { sql } from 'kysely'
import type { Tx } from '../../../lib/db/db.ts'

/** A report of another obligation that says what the model says. */
export interface Likeness {
  obligationId: number
  submittedAt: Date
  submittedDay: string
  byName: string
  /** Null: still waits to be received. */
  acceptedAt: Date | null
}

/**
 * Reports of the demonstration that hold what one of them holds, in a handful of statements: a province of a year
 * has hundreds, and nobody waits for each to be written. `modelId` has one version, handed in, without activities.
 */
export async function writeLikenesses(
  tx: Tx,
  provinceId: number,
  modelId: number,
  wanted: readonly Likeness[],
  receiver: string,
): Promise<void> {
  if (wanted.length === 0) return
  const asked = sql`unnest(${wanted.map((w) => w.obligationId)}::bigint[],
    ${wanted.map((w) => w.submittedAt)}::timestamptz[], ${wanted.map((w) => w.submittedDay)}::date[],
    ${wanted.map((w) => w.byName)}::text[], ${wanted.map((w) => w.acceptedAt)}::timestamptz[])
    as w (obligation_id, at, day, by_name, accepted_at)`
  await sql`
    insert into reporting.report (province_id, obligation_id, template_version_id, state, submitted_at, submitted_day,
      submitted_by_name, accepted_at, completeness, is_empty, is_nil)
    select m.province_id, w.obligation_id, m.template_version_id,
      case when w.accepted_at is null then 'submitted' else 'accepted' end, w.at, w.day, w.by_name, w.accepted_at,
      m.completeness, m.is_empty, m.is_nil
    from ${asked}, reporting.report m where m.province_id = ${provinceId} and m.id = ${modelId}
    on conflict do nothing`.execute(tx)
  const made = sql`${asked} join reporting.report r on r.province_id = ${provinceId}
    and r.obligation_id = w.obligation_id`
  const model = sql`reporting.report_version m on m.province_id = ${provinceId} and m.report_id = ${modelId}`
  await sql`
    insert into reporting.report_version (province_id, report_id, number, begun_at, begun_by_name)
    select r.province_id, r.id, 1, w.at, w.by_name from ${made}`.execute(tx)
  const versions = sql`${made} join reporting.report_version v on v.province_id = r.province_id and v.report_id = r.id
    join ${model}`
  await sql`
    insert into reporting.narrative (province_id, version_id, section_code, text, drafted, proposed, changed_at,
      changed_by_name)
    select v.province_id, v.id, n.section_code, n.text, n.drafted, n.proposed, w.at, w.by_name
    from ${versions} join reporting.narrative n on n.province_id = m.province_id and n.version_id = m.id`.execute(
    tx,
  )
  await sql`
    insert into reporting.figure (province_id, version_id, figure_code, row_code, computed, manual, reason)
    select v.province_id, v.id, f.figure_code, f.row_code, f.computed, f.manual, f.reason
    from ${versions} join reporting.figure f on f.province_id = m.province_id and f.version_id = m.id`.execute(
    tx,
  )
  await sql`
    update reporting.report_version x set state = 'submitted', submitted_at = w.at, submitted_by_name = w.by_name,
      completeness = m.completeness, is_empty = m.is_empty, nil_reason = m.nil_reason,
      activity_ids = m.activity_ids, digest = m.digest
    from ${versions} where x.province_id = v.province_id and x.id = v.id`.execute(tx)
  await sql`
    insert into reporting.step (province_id, report_id, version_number, from_state, to_state, at, actor_name)
    select r.province_id, r.id, 1, s.was, s.now, s.at, s.by from ${made}
      cross join lateral (values ('draft', 'draft', w.at, w.by_name), ('draft', 'submitted', w.at, w.by_name),
        ('submitted', 'accepted', w.accepted_at, ${receiver}::text)) as s (was, now, at, by)
    where s.at is not null`.execute(tx)
}

/** Tells the planner how large the tables have become within a long transaction, which autovacuum cannot see. */
export async function countTables(tx: Tx): Promise<void> {
  await sql`analyze reporting.obligation, reporting.obligation_origin, reporting.report, reporting.report_version,
    reporting.narrative, reporting.figure, assignments.activity, assignments.assignment, plans.task,
    organisations.unit_version`.execute(tx)
}
