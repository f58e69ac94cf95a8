import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'

/** More time that was asked for. `decision` null: it waits. */
export interface Extension {
  id: number
  askedAt: Date
  askedByName: string
  reason: string
  fromDay: Day
  wantedDay: Day
  decision: 'granted' | 'refused' | null
  decidedAt: Date | null
  decidedByName: string | null
  note: string | null
}

export async function selectExtensions(
  db: DbOrTx,
  provinceId: number,
  obligationId: number,
): Promise<Extension[]> {
  const rows = await db
    .selectFrom('reporting.extension')
    .select([
      'id',
      'asked_at as askedAt',
      'asked_by_name as askedByName',
      'reason',
      'from_day as fromDay',
      'wanted_day as wantedDay',
      'decision',
      'decided_at as decidedAt',
      'decided_by_name as decidedByName',
      'decision_note as note',
    ])
    .where('province_id', '=', provinceId)
    .where('obligation_id', '=', obligationId)
    .orderBy('id')
    .execute()
  return rows.map((r) => ({ ...r, decision: r.decision as Extension['decision'] }))
}

export async function insertExtension(
  tx: Tx,
  provinceId: number,
  obligationId: number,
  asked: Pick<Extension, 'askedAt' | 'askedByName' | 'reason' | 'fromDay' | 'wantedDay'>,
): Promise<void> {
  await tx
    .insertInto('reporting.extension')
    .values({
      province_id: provinceId,
      obligation_id: obligationId,
      asked_at: asked.askedAt,
      asked_by_name: asked.askedByName,
      reason: asked.reason,
      from_day: asked.fromDay,
      wanted_day: asked.wantedDay,
    })
    .execute()
}

export async function decideExtension(
  tx: Tx,
  provinceId: number,
  id: number,
  decided: { decision: 'granted' | 'refused'; at: Date; byName: string; note: string | null },
): Promise<void> {
  await tx
    .updateTable('reporting.extension')
    .set({
      decision: decided.decision,
      decided_at: decided.at,
      decided_by_name: decided.byName,
      decision_note: decided.note,
    })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

/** A day that was moved, by a rule that changed or by more time that was granted. */
export interface DueChange {
  id: number
  at: Date
  byName: string
  fromDay: Day
  toDay: Day
  reason: string
}

export async function selectDueChanges(
  db: DbOrTx,
  provinceId: number,
  obligationId: number,
): Promise<DueChange[]> {
  return db
    .selectFrom('reporting.due_change')
    .select(['id', 'at', 'by_name as byName', 'from_day as fromDay', 'to_day as toDay', 'reason'])
    .where('province_id', '=', provinceId)
    .where('obligation_id', '=', obligationId)
    .orderBy('id')
    .execute()
}

export async function moveDueDay(
  tx: Tx,
  provinceId: number,
  obligationId: number,
  change: Omit<DueChange, 'id'>,
): Promise<void> {
  await tx
    .updateTable('reporting.obligation')
    .set({ due_day: change.toDay })
    .where('province_id', '=', provinceId)
    .where('id', '=', obligationId)
    .execute()
  await tx
    .insertInto('reporting.due_change')
    .values({
      province_id: provinceId,
      obligation_id: obligationId,
      at: change.at,
      by_name: change.byName,
      from_day: change.fromDay,
      to_day: change.toDay,
      reason: change.reason,
    })
    .execute()
}

/** Waives what is owed, or takes that back. */
export async function setWaived(
  tx: Tx,
  provinceId: number,
  obligationId: number,
  reason: string | null,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('reporting.obligation')
    .set({
      state: reason === null ? 'owed' : 'waived',
      state_reason: reason,
      state_at: reason === null ? null : now,
    })
    .where('province_id', '=', provinceId)
    .where('id', '=', obligationId)
    .execute()
}

/** Held until the transaction ends: two decisions on one obligation wait for each other. */
export async function lockObligations(tx: Tx, provinceId: number, ids: readonly number[]): Promise<void> {
  await tx
    .selectFrom('reporting.obligation')
    .select('id')
    .where('province_id', '=', provinceId)
    .where('id', 'in', ids.length > 0 ? [...ids] : [-1])
    .orderBy('id')
    .forUpdate()
    .execute()
}

export interface Relative {
  id: number
  unitId: number
  name: string
  state: string
}

/** Whose obligations this one took over, and who took this one over. */
export async function selectRelatives(
  db: DbOrTx,
  provinceId: number,
  id: number,
): Promise<{ origins: Relative[]; heirs: Relative[] }> {
  const of = (from: 'origin_id' | 'obligation_id', by: 'origin_id' | 'obligation_id') =>
    db
      .selectFrom('reporting.obligation_origin as x')
      .innerJoin('reporting.obligation as o', (j) =>
        j.onRef('o.province_id', '=', 'x.province_id').onRef('o.id', '=', `x.${from}`),
      )
      .innerJoinLateral(
        (e) =>
          e
            .selectFrom('organisations.unit_version as v')
            .select('v.name')
            .whereRef('v.province_id', '=', 'o.province_id')
            .whereRef('v.unit_id', '=', 'o.unit_id')
            .orderBy('v.valid_from', 'desc')
            .limit(1)
            .as('v'),
        (j) => j.onTrue(),
      )
      .select(['o.id', 'o.unit_id as unitId', 'v.name', 'o.state'])
      .where('x.province_id', '=', provinceId)
      .where(`x.${by}`, '=', id)
      .orderBy('o.id')
      .execute()
  return { origins: await of('origin_id', 'obligation_id'), heirs: await of('obligation_id', 'origin_id') }
}
