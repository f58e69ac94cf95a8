import type { Actor } from '../../../lib/actor.ts'
import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx } from '../../../lib/db/db.ts'
import { functionCodes } from '../../organisations/organisation.ts'
import { holdersOf } from '../../organisations/organisations.ts'
import { canWrite, writerRoles } from '../editorial.policy.ts'
import type { Note } from './note.ts'

const monitoring = [
  functionCodes.leadParCommunication,
  functionCodes.leadTthcControlCommunication,
  functionCodes.managesPress,
]

/**
 * Units for which the actor may write notes: where they work, and that lead the communication of a programme or manage
 * the press that day. Whoever leads the programme writes for their own unit whatever it holds.
 */
export async function authorUnits(db: DbOrTx, actor: Actor, today: Day): Promise<number[]> {
  const holding = new Set<number>()
  for (const code of monitoring)
    for (const unit of await holdersOf(db, actor.provinceId, code, today)) holding.add(unit.id)
  const own = actor.grants.filter(
    (g) =>
      g.role === 'province_lead' ||
      ((writerRoles as readonly string[]).includes(g.role) && holding.has(g.unitId)),
  )
  return [...new Set(own.map((g) => g.unitId))]
}

/** The people of the unit that wrote it change, close and take it out; so does the lead of the programme. */
export function isAuthor(actor: Actor, note: Pick<Note, 'authorUnitId'>): boolean {
  return actor.grants.some(
    (g) =>
      g.role === 'province_lead' ||
      (g.unitId === note.authorUnitId && (writerRoles as readonly string[]).includes(g.role)),
  )
}

/** The unit it speaks of answers; for an outlet outside the province, whoever wrote the note notes its answer. */
export function mayAnswer(actor: Actor, note: Pick<Note, 'authorUnitId' | 'unitId'>): boolean {
  return note.unitId === null ? isAuthor(actor, note) : canWrite(actor, { unitId: note.unitId })
}
