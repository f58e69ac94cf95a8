import { sql } from 'kysely'
import type { World } from '../../../test/world.ts'
import type { Tx } from '../../lib/db/db.ts'

/**
 * An issued plan of Sở Nội vụ with `tasks` tasks, each given to `units` divisions made below Sở VHTTDL, as newly
 * assigned: thu and hung hold every piece of it. Returns the id of the plan.
 */
export async function planOfMany(
  tx: Tx,
  world: World,
  { tasks, units }: { tasks: number; units: number },
): Promise<number> {
  const { noiVu, vanHoa } = world.units
  await sql`
    with made as (
      insert into organisations.unit (province_id, code, valid_from)
      select 1, 'many-' || n, '2025-07-01' from generate_series(1, ${units}::int) n returning id, code)
    insert into organisations.unit_version (province_id, unit_id, valid_from, name, type, level, parent_id, change_id)
    select 1, id, '2025-07-01', 'Phòng chuyên môn số ' || substr(code, 6), 'division', 'province', ${vanHoa},
      (select min(id) from organisations.change where province_id = 1) from made`.execute(tx)
  const { rows } = await sql<{ id: number }>`
    with programme as (
      insert into plans.programme (province_id, code, name_vi, name_en, lead_function)
      values (1, 'MANY', 'Tuyên truyền CCHC', 'PAR communication', 'lead_par_communication') returning id)
    insert into plans.plan (province_id, programme_id, kind, state, unit_id, year, year_to, title, symbol)
    select 1, id, 'ANNUAL', 'SIGNED', ${noiVu}, 2026, 2026,
      'Kế hoạch tuyên truyền cải cách hành chính năm 2026', 'KH-UBND' from programme returning id`.execute(tx)
  const planId = Number(rows[0]?.id)
  await sql`
    insert into plans.task (province_id, plan_id, position, ordinal, content, time_as_printed)
    select 1, ${planId}, n, n::text, 'Tuyên truyền, phổ biến nội dung cải cách hành chính số ' || n, 'Quý IV'
    from generate_series(1, ${tasks}::int) n`.execute(tx)
  await sql`
    insert into assignments.assignment (province_id, plan_id, task_id, unit_id, role, due_day, first_due_day, assigned_at)
    select 1, ${planId}, task.id, unit.id, case when unit.id % 4 = 0 then 'coordinating' else 'lead' end,
      date '2026-10-01' + (task.position % 60)::int, date '2026-10-01' + (task.position % 60)::int, '2026-01-16'
    from plans.task task, organisations.unit unit
    where task.province_id = 1 and task.plan_id = ${planId} and unit.province_id = 1 and unit.code like 'many-%'`.execute(
    tx,
  )
  await sql`
    update plans.plan set state = 'ISSUED', number = '25', issued = '2026-01-15', issued_at = '2026-01-15'
    where province_id = 1 and id = ${planId}`.execute(tx)
  return planId
}
