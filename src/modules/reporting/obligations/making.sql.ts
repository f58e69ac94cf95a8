import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import type { Slot } from './slots.ts'

/** A slot with those who owe it. `fresh`: rows that are missing are made; otherwise they only count as known. */
export interface Owed {
  slot: Slot
  fresh: boolean
  owers: readonly { unitId: number; invited: boolean }[]
}

/**
 * The slots and who owes them as two relations, `slot` and `owed`. The sentences travel once a slot, so that a
 * nation's year is a few statements and some megabytes.
 */
function relations(owed: readonly Owed[]): RawBuilder<unknown> {
  const slots = owed.map((o) => o.slot)
  const lines = owed.flatMap((o, n) => o.owers.map((w) => ({ n, ...w })))
  return sql`
    slot as materialized (
      select * from unnest(${slots.map((_, n) => n)}::int[], ${owed.map((o) => o.fresh)}::boolean[],
        ${slots.map((s) => s.dutyId)}::bigint[], ${slots.map((s) => s.period)}::text[],
        ${slots.map((s) => s.year)}::int[], ${slots.map((s) => s.from)}::date[], ${slots.map((s) => s.to)}::date[],
        ${slots.map((s) => s.cutoff)}::date[], ${slots.map((s) => s.due)}::date[],
        ${slots.map((s) => s.why.vi)}::text[], ${slots.map((s) => s.why.en)}::text[])
        as s(n, fresh, duty_id, period, year, from_day, to_day, cutoff_day, due_day, why_vi, why_en)
    ),
    owed as materialized (
      select * from unnest(${lines.map((l) => l.n)}::int[], ${lines.map((l) => l.unitId)}::bigint[],
        ${lines.map((l) => l.invited)}::boolean[]) as o(n, unit_id, invited)
    )`
}

/** One at a time makes obligations of a province. */
export async function lockMaking(tx: Tx, provinceId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('reporting.making'), ${provinceId})`.execute(tx)
}

/** Makes the rows that are not there yet. Returns how many. */
export async function insertObligations(
  tx: Tx,
  provinceId: number,
  owed: readonly Owed[],
  now: Date,
): Promise<number> {
  const { numAffectedRows } = await sql`
    with ${relations(owed.filter((o) => o.fresh))}
    insert into reporting.obligation (province_id, duty_id, unit_id, period, year, from_day, to_day, cutoff_day,
      due_day, first_due_day, why_vi, why_en, invited, made_at)
    select ${provinceId}, s.duty_id, o.unit_id, s.period, s.year, s.from_day, s.to_day, s.cutoff_day,
      s.due_day, s.due_day, s.why_vi, s.why_en, o.invited, ${now}
    from owed o join slot s using (n)
    on conflict (province_id, duty_id, period, unit_id) do nothing`.execute(tx)
  return Number(numAffectedRows ?? 0n)
}

/**
 * Brings rows that are there in line with their rule: days, sentence, and back to life what only scope had ended.
 * The past is not rewritten: a row that fell due before `today` by the rule, or whose report was handed in, stays.
 * More time that was granted stays unless the rule gives still more. Every moved day leaves a trail.
 */
export async function alignObligations(
  tx: Tx,
  provinceId: number,
  owed: readonly Owed[],
  by: { name: string; reason: string },
  today: Day,
  now: Date,
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    with ${relations(owed)},
    changed as (
      select b.id, b.due_day as old_due, s.from_day, s.to_day, s.cutoff_day, s.due_day as rule_due, s.why_vi, s.why_en,
        o.invited,
        case when b.due_day > b.first_due_day then greatest(b.due_day, s.due_day) else s.due_day end as new_due
      from owed o join slot s using (n)
        join reporting.obligation b on b.province_id = ${provinceId} and b.duty_id = s.duty_id
          and b.period = s.period and b.unit_id = o.unit_id
      where b.first_due_day >= ${today}::date and (b.state = 'owed' or b.end_kind = 'scope')
        and (b.state, b.from_day, b.to_day, b.cutoff_day, b.first_due_day, b.invited, b.why_vi, b.why_en)
          is distinct from ('owed', s.from_day, s.to_day, s.cutoff_day, s.due_day, o.invited, s.why_vi, s.why_en)
        and not exists (select from reporting.report r where r.province_id = b.province_id
          and r.obligation_id = b.id and r.submitted_at is not null)
    ),
    trail as (
      insert into reporting.due_change (province_id, obligation_id, at, by_name, from_day, to_day, reason)
      select ${provinceId}, id, ${now}, ${by.name}, old_due, new_due, ${by.reason} from changed
      where old_due <> new_due
    ),
    done as (
      update reporting.obligation b set state = 'owed', end_kind = null, state_reason = null, state_at = null, from_day = c.from_day,
        to_day = c.to_day, cutoff_day = c.cutoff_day, first_due_day = c.rule_due, due_day = c.new_due,
        invited = c.invited, why_vi = c.why_vi, why_en = c.why_en
      from changed c where b.province_id = ${provinceId} and b.id = c.id
      returning b.id
    )
    select count(*)::int as n from done`.execute(tx)
  return rows[0]?.n ?? 0
}

/**
 * Ends what is owed no longer: rows of these duties, due on `fromDay` or later by the rule, that no slot holds and
 * for which nobody has begun a report. What an heir took over stays. Returns how many. `not in` looks each row up in
 * one table of what is owed; asked as `not exists`, a province without statistics yet compares every pair.
 */
export async function endObligations(
  tx: Tx,
  provinceId: number,
  dutyIds: readonly number[],
  owed: readonly Owed[],
  fromDay: Day,
  now: Date,
): Promise<number> {
  const { numAffectedRows } = await sql`
    with ${relations(owed)}
    update reporting.obligation b set state = 'ended', state_at = ${now},
      end_kind = case when d.valid_to <= b.cutoff_day or d.state = 'ended' then 'duty' else 'scope' end,
      state_reason = case
        when d.valid_to <= b.cutoff_day or d.state = 'ended' then 'Chế độ báo cáo này đã kết thúc.'
        when u.valid_to is not null and u.valid_to <= b.cutoff_day then 'Đơn vị kết thúc hoạt động trước kỳ báo cáo.'
        else 'Đơn vị không còn thuộc phạm vi phải báo cáo.' end
    from reporting.duty d, organisations.unit u
    where b.province_id = ${provinceId} and b.duty_id = any(${[...dutyIds]}::bigint[]) and b.state = 'owed'
      and b.first_due_day >= ${fromDay}::date and not b.inherited
      and d.province_id = b.province_id and d.id = b.duty_id
      and u.province_id = b.province_id and u.id = b.unit_id
      and (b.duty_id, b.period, b.unit_id) not in (select s.duty_id, s.period, o.unit_id from owed o join slot s using (n))
      and not exists (select from reporting.report r
        where r.province_id = b.province_id and r.obligation_id = b.id)`.execute(tx)
  return Number(numAffectedRows ?? 0n)
}

/** A duty whose reports one unit gathers into its own report under another duty. */
export interface Gathering {
  dutyId: number
  parentDutyId: number
  unitId: number
}

/**
 * Ties each report to the one of the unit that it goes through or to, for the same period. The few gathering reports
 * are found first: joined the other way round, a province without statistics yet takes a minute.
 */
export async function tieToGatherers(
  tx: Tx,
  provinceId: number,
  gatherings: readonly Gathering[],
): Promise<void> {
  await sql`
    with gathering as materialized (
      select g.duty_id, p.period, p.id
      from unnest(${gatherings.map((g) => g.dutyId)}::bigint[], ${gatherings.map((g) => g.parentDutyId)}::bigint[],
          ${gatherings.map((g) => g.unitId)}::bigint[]) as g(duty_id, parent_duty_id, unit_id)
        join reporting.obligation p on p.province_id = ${provinceId} and p.duty_id = g.parent_duty_id
          and p.unit_id = g.unit_id and p.state = 'owed'
    )
    update reporting.obligation c set parent_id = g.id from gathering g
    where c.province_id = ${provinceId} and c.duty_id = g.duty_id and c.period = g.period and c.state = 'owed'
      and c.id <> g.id and c.parent_id is distinct from g.id`.execute(tx)
}

/**
 * Ties what no gatherer takes to the report of the nearest unit above that owes the consolidating duty (division →
 * commune → province). `above` are the pairs of the tree: unit, one above it, how far. The reports above are found
 * first, as in {@link tieToGatherers}.
 */
export async function tieToUnitsAbove(
  tx: Tx,
  provinceId: number,
  duties: readonly { dutyId: number; parentDutyId: number }[],
  above: readonly { unitId: number; aboveId: number; steps: number }[],
): Promise<void> {
  await sql`
    with above as materialized (
      select * from unnest(${above.map((a) => a.unitId)}::bigint[], ${above.map((a) => a.aboveId)}::bigint[],
        ${above.map((a) => a.steps)}::int[]) as a(unit_id, above_id, steps)
    ),
    parent as materialized (
      select d.duty_id, p.id, p.period, a.unit_id, a.steps
      from unnest(${duties.map((d) => d.dutyId)}::bigint[], ${duties.map((d) => d.parentDutyId)}::bigint[])
          as d(duty_id, parent_duty_id)
        join reporting.obligation p on p.province_id = ${provinceId} and p.duty_id = d.parent_duty_id and p.state = 'owed'
        join above a on a.above_id = p.unit_id
    ),
    tie as (
      select distinct on (c.id) c.id, p.id as parent_id
      from parent p
        join reporting.obligation c on c.province_id = ${provinceId} and c.duty_id = p.duty_id and c.period = p.period
          and c.unit_id = p.unit_id and c.state = 'owed'
      order by c.id, p.steps, p.id
    )
    update reporting.obligation c set parent_id = t.parent_id from tie t
    where c.province_id = ${provinceId} and c.id = t.id and c.parent_id is distinct from t.parent_id`.execute(
    tx,
  )
}
