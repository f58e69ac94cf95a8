import type { World } from '../../../../test/world.ts'
import { readDeadline } from '../../../lib/calendar/read-deadline.ts'
import type { Tx } from '../../../lib/db/db.ts'
import type { Duty, ScopeLine } from '../obligation.ts'
import { insertDuty, type NewDuty, replaceScope } from './duties.sql.ts'

/** "Before day 5 of the quarter's last month", for Sở Nội vụ (YB-26); what a test names is different. */
export function someDuty(world: World, facts: Partial<NewDuty> = {}): NewDuty {
  return {
    programmeCode: 'PAR_COMMUNICATION',
    planId: null,
    planDutyId: null,
    templateId: null,
    name: 'Báo cáo quý công tác tuyên truyền',
    periodKind: 'quarter',
    parts: null,
    cutoffSetId: null,
    dueAsPrinted: 'trước ngày 05 tháng cuối cùng của quý',
    dueRule: readDeadline('trước ngày 05 tháng cuối cùng của quý', 'quarter'),
    workingDays: 'as_printed',
    source: 'Kế hoạch số 25/KH-UBND ngày 15/01/2026',
    toUnitId: world.units.noiVu,
    toName: null,
    viaUnitId: null,
    consolidatedById: null,
    newUnits: 'next',
    unverified: false,
    state: 'active',
    validFrom: '2026-01-01',
    validTo: '2027-01-01',
    ...facts,
  }
}

/** A duty in the database, with its scope. */
export async function giveDuty(
  tx: Tx,
  world: World,
  scope: readonly Partial<ScopeLine>[],
  facts: Partial<NewDuty> = {},
): Promise<Duty['id']> {
  const id = await insertDuty(tx, world.provinceId, someDuty(world, facts))
  if (id === null) throw new Error('the duty is there already')
  const lines = scope.map((s) => ({ unitId: null, groupId: null, exempt: false, ...s }))
  await replaceScope(tx, world.provinceId, id, lines)
  return id
}
