import type { AuditedBy } from '../../lib/audit.ts'
import { addDays, type Day, dayOf } from '../../lib/calendar/day.ts'
import type { Tx } from '../../lib/db/db.ts'
import type { Heir } from '../organisations/organisation.ts'
import { successorsOf, unitsAsOf } from '../organisations/organisations.ts'
import { handOverWork } from './assignments.giving.ts'
import { selectStrandedUnits } from './assignments.sql.ts'
import { holders, tellPeople } from './notices.sql.ts'

export interface HandedOver {
  units: number
  assignments: number
  /** Units that are gone and whose work has no single heir: the lead decides. */
  undecided: number
}

/**
 * Gives the open work of units that are no longer there to their heirs (domain.md 4, requirement 5): to the only
 * one, or to the one that took more than half. Where that is not clear nobody is chosen silently; the leads are
 * told. Runs on every change of units and every night, for changes that were dated ahead.
 */
export async function followHeirs(tx: Tx, by: AuditedBy, now: Date): Promise<HandedOver> {
  const today = dayOf(now)
  const done: HandedOver = { units: 0, assignments: 0, undecided: 0 }
  for (const unit of await selectStrandedUnits(tx, by.provinceId, today)) {
    const lastDay = addDays(unit.closed, -1)
    const heir = soleHeir(await successorsOf(tx, by.provinceId, unit.id, lastDay, today))
    if (heir === null) {
      done.undecided += 1
      await tellUndecided(tx, by.provinceId, unit.id, lastDay, now)
      continue
    }
    done.units += 1
    done.assignments += await handOverWork(tx, by, unit.id, heir, now)
  }
  return done
}

/** Heirs of a single function do not take a unit's other work. */
export function soleHeir(heirs: readonly Heir[]): number | null {
  const whole = heirs.filter((h) => h.functionCode === null)
  if (whole.length === 1) return whole[0]?.unitId ?? null
  return whole.find((h) => (h.share ?? 0) > 0.5)?.unitId ?? null
}

async function tellUndecided(
  tx: Tx,
  provinceId: number,
  unitId: number,
  lastDay: Day,
  now: Date,
): Promise<void> {
  const name = (await unitsAsOf(tx, provinceId, lastDay)).find((u) => u.id === unitId)?.name ?? ''
  const leads = await holders(tx, provinceId, null, ['province_lead'], dayOf(now))
  const notice = {
    kind: 'no_heir',
    vi: `${name} không còn hoạt động mà chưa rõ đơn vị kế thừa; công việc dở dang cần được giao lại.`,
    en: `${name} is closed and its heir is not clear; its open work has to be given anew.`,
    href: `/assignments?unit=${unitId}`,
  }
  await tellPeople(
    tx,
    provinceId,
    leads.map((l) => l.accountId),
    notice,
    now,
  )
}
