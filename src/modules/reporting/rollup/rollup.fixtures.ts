import type { World } from '../../../../test/world.ts'
import type { Actor } from '../../../lib/actor.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { actorOf } from '../../assignments/assignments.fixtures.ts'
import { did, owes, reportDuty } from '../reporting.fixtures.ts'
import { acceptReport, submitReport } from '../writing/life.ts'
import { openReport } from '../writing/opening.ts'

export const reportDay = new Date('2026-06-02T02:00:00Z')
export const handedInAs = { note: null, nilReason: null }

/** Somebody who writes for UBND tỉnh, which nobody of the named world does. */
export function chief(world: World): Actor {
  return { ...actorOf(world.lan), grants: [{ role: 'agency_head', unitId: world.units.ubnd }] }
}

/**
 * What UBND tỉnh owes for the second quarter of 2026, consolidated from two communes: Bình Minh (150 people, two
 * activities) and Tân Lập (200 people, one). The office of the province did one thing itself (7 people).
 */
export async function consolidatedDuty(tx: Tx, world: World) {
  const { units } = world
  const down = await reportDuty(tx, world)
  const up = await reportDuty(tx, world, { viaUnitId: null })
  const parent = await owes(tx, world, up.dutyId, units.ubnd)
  const binhMinh = await owes(tx, world, down.dutyId, units.binhMinh, { parentId: parent })
  const tanLap = await owes(tx, world, down.dutyId, units.tanLap, { parentId: parent })
  const more = { evidence: 1, themes: ['procedures'] }
  await did(tx, world, units.binhMinh, '2026-04-10', { ...more, figures: { people: 120 } })
  await did(tx, world, units.binhMinh, '2026-04-12', { ...more, figures: { people: 30 }, form: 'leaflet' })
  await did(tx, world, units.tanLap, '2026-05-02', { ...more, figures: { people: 200 }, form: 'conference' })
  await did(tx, world, units.vpub, '2026-05-04', { ...more, figures: { people: 7 } })
  return { parent, binhMinh, tanLap }
}

/** The same with both communes' reports handed in, that of Bình Minh accepted too; then the parent is opened. */
export async function consolidatedReport(tx: Tx, world: World) {
  const owed = await consolidatedDuty(tx, world)
  const [minh, tam] = [actorOf(world.minh), actorOf(world.tam)]
  const first = await openReport(tx, minh, owed.binhMinh, reportDay)
  await submitReport(tx, minh, first, handedInAs, reportDay)
  await acceptReport(tx, actorOf(world.lan), first, { note: null }, reportDay)
  const second = await openReport(tx, tam, owed.tanLap, reportDay)
  await submitReport(tx, tam, second, handedInAs, reportDay)
  const parent = await openReport(tx, chief(world), owed.parent, reportDay)
  return { owed, first, second, parent }
}
