import { sql } from 'kysely'
import { addDays, type Day } from '../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import { endedStates, firstSetting, type InitiativeState, type Setting, waitingStates } from './initiative.ts'
import { filtered } from './initiatives.sql.ts'

/** Late for the first look: never reminded of, or a week ago. */
export async function selectWaitingTooLong(
  tx: Tx,
  provinceId: number,
  today: Day,
  waitDays: number,
): Promise<number[]> {
  const rows = await filtered(tx, provinceId, { states: waitingStates, late: { today, waitDays } })
    .select('i.id')
    .where((e) => e.or([e('i.reminded_day', 'is', null), e('i.reminded_day', '<=', addDays(today, -7))]))
    .execute()
  return rows.map((r) => r.id)
}

export interface DueInitiative {
  id: number
  unitId: number
  dueDay: Day
}

/** Due within three days and not reminded of; or late, and last reminded of before it was, or a week ago. */
export async function selectDue(tx: Tx, provinceId: number, today: Day): Promise<DueInitiative[]> {
  const rows = await tx
    .selectFrom('initiatives.initiative as i')
    .select(['i.id', 'i.unit_id as unitId', 'i.due_day as dueDay'])
    .where('i.province_id', '=', provinceId)
    .where('i.state', 'in', ['assigned', 'trial'])
    .where('i.due_day', '<=', addDays(today, 3))
    .where(
      sql<boolean>`(i.reminded_day is null
        or (i.due_day < ${today} and (i.reminded_day <= i.due_day or i.reminded_day <= ${addDays(today, -7)})))`,
    )
    .orderBy('i.due_day')
    .execute()
  return rows as DueInitiative[]
}

export async function noteReminded(
  tx: Tx,
  provinceId: number,
  ids: readonly number[],
  today: Day,
): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('initiatives.initiative')
    .set({ reminded_day: today })
    .where('province_id', '=', provinceId)
    .where('id', 'in', [...ids])
    .execute()
}

/** What ended before this moment and whose sender is still kept. */
export async function selectToForget(
  tx: Tx,
  provinceId: number,
  until: Date,
): Promise<{ id: number; state: InitiativeState }[]> {
  const rows = await tx
    .selectFrom('initiatives.initiative')
    .select(['id', 'state'])
    .where('province_id', '=', provinceId)
    .where('state', 'in', [...endedStates])
    .where('ended_at', '<', until)
    .where('forgotten_at', 'is', null)
    .orderBy('id')
    .execute()
  return rows as { id: number; state: InitiativeState }[]
}

export async function selectSetting(db: DbOrTx, provinceId: number): Promise<Setting> {
  const row = await db
    .selectFrom('initiatives.setting')
    .select(['keep_days as keepDays', 'wait_days as waitDays'])
    .where('province_id', '=', provinceId)
    .executeTakeFirst()
  return row ?? firstSetting
}

export async function saveSetting(tx: Tx, provinceId: number, setting: Setting): Promise<void> {
  const values = { keep_days: setting.keepDays, wait_days: setting.waitDays }
  await tx
    .insertInto('initiatives.setting')
    .values({ province_id: provinceId, ...values })
    .onConflict((c) => c.column('province_id').doUpdateSet(values))
    .execute()
}
