import { sql } from 'kysely'
import type { Day } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'

/** Hands in what the unit owes for the period (its next report where none is named), as the writing room would. */
export async function handIn(
  tx: Tx,
  { unitId, period, day }: { unitId: number; period?: string; day: Day },
): Promise<void> {
  await sql`
    with template as (
      insert into reporting.template (province_id, code, name_vi, name_en, shape)
      values (1, ${`t${unitId}${day}${period ?? ''}`}, 'Mẫu', 'Template', 'standalone') returning id
    ), version as (
      insert into reporting.template_version (province_id, template_id, number, state, definition, made_at, made_by_name)
      select 1, id, 1, 'published', '{}', now(), 'Chung Tay' from template returning id
    )
    insert into reporting.report (province_id, obligation_id, template_version_id, state, submitted_at, submitted_day)
    select 1, o.id, version.id, 'submitted', ${day}::date + time '09:00', ${day}
    from version, (select id from reporting.obligation where province_id = 1 and unit_id = ${unitId} and state = 'owed'
      and (${period ?? null}::text is null or period = ${period ?? null}) and due_day >= ${day}::date
      order by due_day limit 1) o
    on conflict do nothing`.execute(tx)
}
