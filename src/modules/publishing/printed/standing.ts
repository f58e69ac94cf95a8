import type { Actor } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import type { Day } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { conflict, forbidden, invalid, notFound } from '../../../lib/errors.ts'
import { tellStanding } from '../fieldwork/standing-news.ts'
import { mayWorkFor } from '../reach/reach.policy.ts'
import { texts as t } from './printed.texts.ts'
import { insertStanding, type Standing, selectStandingById, updateTakenDown } from './standing.sql.ts'

/** Writes down what stands where: a display, or a set of a travelling library. */
export async function addStanding(
  tx: Tx,
  actor: Actor,
  input: Omit<Standing, 'id' | 'byName'>,
  now: Date,
): Promise<number> {
  if (!mayWorkFor(actor, input.unitId)) throw forbidden(t.notYours.vi, t.notYours.en)
  if (input.toDay !== null && input.toDay < input.fromDay) throw invalid([{ field: 'toDay', ...t.daysOrder }])
  const id = await insertStanding(tx, actor.provinceId, input, actor.name, now)
  await tellStanding(tx, actor, id, now)
  await recordChange(tx, actor, now, {
    verb: 'standing.add',
    subject: { kind: 'standing', id },
    before: null,
    after: input,
  })
  return id
}

/** Taken down, or brought to the next place. `visitors`: readers of a library, where somebody counted them. */
export async function takeDown(
  tx: Tx,
  actor: Actor,
  id: number,
  { day, visitors }: { day: Day; visitors: number | null },
  now: Date,
): Promise<void> {
  const was = await selectStandingById(tx, actor.provinceId, id)
  if (!was) throw notFound()
  if (!mayWorkFor(actor, was.unitId)) throw forbidden(t.notYours.vi, t.notYours.en)
  if (was.takenDown !== null) throw conflict('Nơi đặt này đã ghi ngày gỡ.', 'It was taken down already.')
  const taken = day < was.fromDay ? was.fromDay : day
  await updateTakenDown(tx, actor.provinceId, id, taken, visitors)
  await tellStanding(tx, actor, id, now)
  await recordChange(tx, actor, now, {
    verb: 'standing.take_down',
    subject: { kind: 'standing', id },
    before: { takenDown: null },
    after: { takenDown: taken, visitors },
  })
}
