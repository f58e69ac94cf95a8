import type { Day } from '../../../lib/calendar/day.ts'
import { deadlineRuleSchema } from '../../../lib/calendar/deadline-rule.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import type { Duty, DutyKind, ScopeLine, WorkingDayPolicy } from '../obligation.ts'

const columns = [
  'id',
  'programme_code as programmeCode',
  'plan_id as planId',
  'plan_duty_id as planDutyId',
  'template_id as templateId',
  'name',
  'period_kind as periodKind',
  'parts',
  'cutoff_set_id as cutoffSetId',
  'due_as_printed as dueAsPrinted',
  'due_rule as dueRule',
  'working_days as workingDays',
  'source',
  'to_unit_id as toUnitId',
  'to_name as toName',
  'via_unit_id as viaUnitId',
  'consolidated_by_id as consolidatedById',
  'new_units as newUnits',
  'unverified',
  'state',
  'valid_from as validFrom',
  'valid_to as validTo',
  'ended_reason as endedReason',
  'once_from',
  'once_to',
  'once_due',
  'early_reason',
  'early_by_name',
  'early_at',
  'version',
] as const

type Row = Omit<Duty, 'dueRule' | 'periodKind' | 'workingDays' | 'newUnits' | 'state' | 'once' | 'early'> & {
  periodKind: string
  workingDays: string
  newUnits: string
  state: string
  dueRule: unknown
  once_from: Day | null
  once_to: Day | null
  once_due: Day | null
  early_reason: string | null
  early_by_name: string | null
  early_at: Date | null
}

/** The check constraints of the table hold what these types say. */
function asDuty({ once_from, once_to, once_due, early_reason, early_by_name, early_at, ...row }: Row): Duty {
  return {
    ...row,
    once: once_from && once_to && once_due ? { from: once_from, to: once_to, due: once_due } : null,
    early:
      early_reason && early_by_name && early_at
        ? { reason: early_reason, byName: early_by_name, at: early_at }
        : null,
    dueRule: deadlineRuleSchema.nullable().parse(row.dueRule),
    periodKind: row.periodKind as DutyKind,
    workingDays: row.workingDays as WorkingDayPolicy,
    newUnits: row.newUnits as Duty['newUnits'],
    state: row.state as Duty['state'],
  }
}

export interface DutyFilter {
  ids?: readonly number[] | undefined
  states?: readonly Duty['state'][] | undefined
  planId?: number | undefined
  programme?: string | undefined
}

/** Duties that pass the filter; what waits for confirmation first, then by programme and name. */
export async function selectDuties(db: DbOrTx, provinceId: number, filter: DutyFilter): Promise<Duty[]> {
  let query = db.selectFrom('reporting.duty').select(columns).where('province_id', '=', provinceId)
  if (filter.ids) query = query.where('id', 'in', filter.ids.length ? filter.ids : [-1])
  if (filter.states?.length) query = query.where('state', 'in', filter.states)
  if (filter.planId) query = query.where('plan_id', '=', filter.planId)
  if (filter.programme) query = query.where('programme_code', '=', filter.programme)
  const rows = await query
    .orderBy((e) =>
      e.case().when('state', '=', 'proposed').then(0).when('state', '=', 'active').then(1).else(2).end(),
    )
    .orderBy('programme_code')
    .orderBy('valid_from', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(asDuty)
}

/** Held until the transaction ends, so that two people changing one duty wait for each other. */
export async function selectDutyForChange(tx: Tx, provinceId: number, id: number): Promise<Duty | null> {
  const row = await tx
    .selectFrom('reporting.duty')
    .select(columns)
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? asDuty(row) : null
}

export type NewDuty = Omit<Duty, 'id' | 'version' | 'endedReason' | 'once' | 'early'> & {
  once?: Duty['once']
}

function asValues(d: NewDuty) {
  return {
    programme_code: d.programmeCode,
    plan_id: d.planId,
    plan_duty_id: d.planDutyId,
    template_id: d.templateId,
    name: d.name,
    period_kind: d.periodKind,
    parts: d.parts,
    cutoff_set_id: d.cutoffSetId,
    due_as_printed: d.dueAsPrinted,
    due_rule: d.dueRule === null ? null : JSON.stringify(d.dueRule),
    working_days: d.workingDays,
    source: d.source,
    to_unit_id: d.toUnitId,
    to_name: d.toName,
    via_unit_id: d.viaUnitId,
    consolidated_by_id: d.consolidatedById,
    new_units: d.newUnits,
    unverified: d.unverified,
    state: d.state,
    valid_from: d.validFrom,
    valid_to: d.validTo,
    once_from: d.once?.from ?? null,
    once_to: d.once?.to ?? null,
    once_due: d.once?.due ?? null,
  }
}

/** The new duty's id; null where the same line of the same plan made one before. */
export async function insertDuty(tx: Tx, provinceId: number, duty: NewDuty): Promise<number | null> {
  const row = await tx
    .insertInto('reporting.duty')
    .values({ province_id: provinceId, ...asValues(duty) })
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** False when somebody changed it since `version` was read. */
export async function updateDuty(tx: Tx, provinceId: number, duty: Duty): Promise<boolean> {
  const done = await tx
    .updateTable('reporting.duty')
    .set({
      ...asValues(duty),
      ended_reason: duty.endedReason,
      early_reason: duty.early?.reason ?? null,
      early_by_name: duty.early?.byName ?? null,
      early_at: duty.early?.at ?? null,
      version: duty.version + 1,
    })
    .where('province_id', '=', provinceId)
    .where('id', '=', duty.id)
    .where('version', '=', duty.version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** The scope of each duty, by the duty's id. */
export async function selectScopes(
  db: DbOrTx,
  provinceId: number,
  dutyIds: readonly number[],
): Promise<Map<number, ScopeLine[]>> {
  const rows = await db
    .selectFrom('reporting.duty_scope')
    .select(['duty_id as dutyId', 'unit_id as unitId', 'group_id as groupId', 'exempt'])
    .where('province_id', '=', provinceId)
    .where('duty_id', 'in', dutyIds.length ? dutyIds : [-1])
    .orderBy('id')
    .execute()
  return new Map(Map.groupBy(rows, (r) => r.dutyId))
}

export async function replaceScope(
  tx: Tx,
  provinceId: number,
  dutyId: number,
  scope: readonly ScopeLine[],
): Promise<void> {
  await tx
    .deleteFrom('reporting.duty_scope')
    .where('province_id', '=', provinceId)
    .where('duty_id', '=', dutyId)
    .execute()
  if (scope.length === 0) return
  await tx
    .insertInto('reporting.duty_scope')
    .values(
      scope.map((s) => ({
        province_id: provinceId,
        duty_id: dutyId,
        unit_id: s.unitId,
        group_id: s.groupId,
        exempt: s.exempt,
      })),
    )
    .execute()
}

/** Duties whose obligations may still change: active, or ended since `day`. */
export async function selectLivingDuties(db: DbOrTx, provinceId: number, day: Day): Promise<Duty[]> {
  const rows = await db
    .selectFrom('reporting.duty')
    .select(columns)
    .where('province_id', '=', provinceId)
    .where('state', '<>', 'proposed')
    .where((e) => e.or([e('valid_to', 'is', null), e('valid_to', '>', day)]))
    .orderBy('id')
    .execute()
  return rows.map(asDuty)
}

/** The template that a programme's reports are written on unless somebody chooses another; null: none is there yet. */
export async function selectTemplateFor(
  db: DbOrTx,
  provinceId: number,
  programme: string,
): Promise<number | null> {
  const shape = programme === 'TTHC_CONTROL_COMMUNICATION' ? 'tthc_section' : 'standalone'
  const row = await db
    .selectFrom('reporting.template')
    .select('id')
    .where('province_id', '=', provinceId)
    .where('shape', '=', shape)
    .where('retired', '=', false)
    .orderBy('id')
    .executeTakeFirst()
  return row?.id ?? null
}
