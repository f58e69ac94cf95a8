import { sql } from 'kysely'
import type { Day } from '../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import { asNumeric, type Points, pointsOf } from './points.ts'
import type { Sheet, SheetState } from './score.ts'

function sheets(db: DbOrTx, provinceId: number) {
  return db
    .selectFrom('scoring.sheet as s')
    .select([
      's.id',
      's.campaign_id as campaignId',
      's.unit_id as unitId',
      's.state',
      's.self_due as selfDue',
      's.locked_at as lockedAt',
      's.locked_by_name as lockedByName',
      's.signed_file_id as signedFileId',
      's.settled_at as settledAt',
      's.computed_total as computedTotal',
      's.self_total as selfTotal',
      's.final_total as finalTotal',
      's.winnable_total as winnableTotal',
      's.version',
      // The unit's last name: sheets of units that are gone keep theirs.
      sql<string>`(select v.name from organisations.unit_version v
        where v.province_id = s.province_id and v.unit_id = s.unit_id
        order by v.valid_from desc limit 1)`.as('unitName'),
    ])
    .where('s.province_id', '=', provinceId)
}

type Raw = Awaited<ReturnType<ReturnType<typeof sheets>['execute']>>[number]

function asSheet(row: Raw): Sheet {
  return {
    ...row,
    state: row.state as SheetState,
    computedTotal: pointsOf(row.computedTotal),
    selfTotal: pointsOf(row.selfTotal),
    finalTotal: row.finalTotal === null ? null : pointsOf(row.finalTotal),
    winnableTotal: pointsOf(row.winnableTotal),
  }
}

/** Sheets of a campaign, or of units; undefined unitIds: of every unit. */
export async function selectSheets(
  db: DbOrTx,
  provinceId: number,
  where: { campaignId?: number; unitIds?: readonly number[] | undefined },
): Promise<Sheet[]> {
  const rows = await sheets(db, provinceId)
    .$if(where.campaignId !== undefined, (q) => q.where('s.campaign_id', '=', where.campaignId ?? 0))
    .$if(where.unitIds !== undefined, (q) => q.where('s.unit_id', 'in', [...(where.unitIds ?? []), -1]))
    .orderBy('s.id')
    .execute()
  return rows.map(asSheet)
}

export async function selectSheet(db: DbOrTx, provinceId: number, id: number): Promise<Sheet | null> {
  const row = await sheets(db, provinceId).where('s.id', '=', id).executeTakeFirst()
  return row ? asSheet(row) : null
}

export async function selectSheetForChange(tx: Tx, provinceId: number, id: number): Promise<Sheet | null> {
  const row = await sheets(tx, provinceId).where('s.id', '=', id).forUpdate('s').executeTakeFirst()
  return row ? asSheet(row) : null
}

export async function insertSheets(
  tx: Tx,
  provinceId: number,
  campaignId: number,
  unitIds: readonly number[],
  selfDue: Day,
): Promise<void> {
  await sql`insert into scoring.sheet (province_id, campaign_id, unit_id, self_due)
    select ${provinceId}, ${campaignId}, unit_id, ${selfDue}::date
    from unnest(${[...new Set(unitIds)]}::bigint[]) with ordinality as u (unit_id, n) order by n`.execute(tx)
}

export interface SheetChange {
  state?: SheetState
  selfDue?: Day
  locked?: { at: Date; byName: string; signedFileId: number | null }
  settledAt?: Date
  finalTotal?: Points
}

export async function updateSheet(
  tx: Tx,
  provinceId: number,
  id: number,
  change: SheetChange,
): Promise<void> {
  await tx
    .updateTable('scoring.sheet')
    .set((e) => ({
      ...(change.state === undefined ? {} : { state: change.state }),
      ...(change.selfDue === undefined ? {} : { self_due: change.selfDue }),
      ...(change.locked === undefined
        ? {}
        : {
            locked_at: change.locked.at,
            locked_by_name: change.locked.byName,
            signed_file_id: change.locked.signedFileId,
          }),
      ...(change.settledAt === undefined ? {} : { settled_at: change.settledAt }),
      ...(change.finalTotal === undefined ? {} : { final_total: asNumeric(change.finalTotal) }),
      version: e('version', '+', 1),
    }))
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

/** Publishes every sheet of a campaign at once. */
export async function publishSheets(tx: Tx, provinceId: number, campaignId: number): Promise<void> {
  await tx
    .updateTable('scoring.sheet')
    .set((e) => ({ state: 'published', version: e('version', '+', 1) }))
    .where('province_id', '=', provinceId)
    .where('campaign_id', '=', campaignId)
    .execute()
}

export interface Step {
  from: SheetState
  to: SheetState
  at: Date
  actorName: string
  accountId: number | null
  note: string | null
}

/** The same step of one or of many sheets. */
export async function insertSteps(
  tx: Tx,
  provinceId: number,
  sheetIds: readonly number[],
  step: Step,
): Promise<void> {
  if (sheetIds.length === 0) return
  await tx
    .insertInto('scoring.step')
    .values(
      sheetIds.map((id) => ({
        province_id: provinceId,
        sheet_id: id,
        from_state: step.from,
        to_state: step.to,
        at: step.at,
        account_id: step.accountId,
        actor_name: step.actorName,
        note: step.note,
      })),
    )
    .execute()
}

export async function selectSteps(
  db: DbOrTx,
  provinceId: number,
  sheetId: number,
): Promise<(Omit<Step, 'accountId'> & { id: number })[]> {
  const rows = await db
    .selectFrom('scoring.step')
    .select(['id', 'from_state as from', 'to_state as to', 'at', 'actor_name as actorName', 'note'])
    .where('province_id', '=', provinceId)
    .where('sheet_id', '=', sheetId)
    .orderBy('id')
    .execute()
  return rows.map((r) => ({ ...r, from: r.from as SheetState, to: r.to as SheetState }))
}
