import type { Actor } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import { type Day, dayOf } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { conflict, invalid, notFound } from '../../../lib/errors.ts'
import type { Duty, ScopeLine } from '../obligation.ts'
import { refuseUnlessLead } from './duties.policy.ts'
import {
  insertDuty,
  type NewDuty,
  replaceScope,
  selectDutyForChange,
  selectScopes,
  updateDuty,
} from './duties.sql.ts'
import { type Making, makeObligations } from './making.ts'

/** What an officer lays down by hand; the rest of a duty follows from its life. */
export type DutyInput = Omit<NewDuty, 'state' | 'planId' | 'planDutyId'> & { scope: readonly ScopeLine[] }

/** A duty from another document than a plan (an office letter); it holds at once. */
export async function addDuty(tx: Tx, actor: Actor, input: DutyInput, now: Date): Promise<number> {
  refuseUnlessLead(actor)
  const { scope, ...facts } = input
  const duty = { ...facts, planId: null, planDutyId: null, state: 'active' as const }
  const id = await insertDuty(tx, actor.provinceId, duty)
  if (id === null) throw conflict('Chế độ báo cáo này đã có.', 'This duty is there already.')
  await replaceScope(tx, actor.provinceId, id, scope)
  await record(tx, actor, now, 'duty.add', id, null, input)
  await makeObligations(tx, actor, now)
  return id
}

/**
 * The lead confirms what was proposed; from now on it is owed. Reports that fell due before `fromDay` (today unless
 * another is given) are not demanded after the fact.
 */
export async function confirmDuties(
  tx: Tx,
  actor: Actor,
  ids: readonly number[],
  now: Date,
  fromDay: Day = dayOf(now),
): Promise<Making> {
  for (const id of ids) {
    const duty = await forChange(tx, actor, id)
    if (duty.state !== 'proposed')
      throw conflict(
        'Chế độ báo cáo này không còn chờ xác nhận.',
        'This duty does not wait for confirmation.',
      )
    await keep(tx, actor, { ...duty, state: 'active' })
    await record(tx, actor, now, 'duty.confirm', id, { state: duty.state }, { state: 'active' })
  }
  return makeObligations(tx, actor, now, { fromDay })
}

/** Changes a duty and with it what is owed from today on. `version` is the one that the person saw. */
export async function changeDuty(
  tx: Tx,
  actor: Actor,
  id: number,
  version: number,
  input: DutyInput,
  now: Date,
): Promise<Making | null> {
  const duty = await forChange(tx, actor, id)
  if (duty.state === 'ended') throw conflict('Chế độ báo cáo này đã kết thúc.', 'This duty has ended.')
  if (duty.version !== version) throw changedMeanwhile()
  const { scope, ...facts } = input
  if (facts.consolidatedById === id)
    throw invalid([
      { field: 'consolidatedById', vi: 'Chọn một chế độ báo cáo khác.', en: 'Choose another duty.' },
    ])
  const before = { ...duty, scope: (await selectScopes(tx, actor.provinceId, [id])).get(id) ?? [] }
  // What the lead accepted was these days; other days are looked at anew.
  const early = sameDays(duty, { ...duty, ...facts }) ? duty.early : null
  const after = { ...duty, ...facts, early }
  await keep(tx, actor, after)
  await replaceScope(tx, actor.provinceId, id, scope)
  await record(tx, actor, now, 'duty.change', id, ...difference(before, { ...after, scope: [...scope] }))
  if (duty.state !== 'active') return null
  return makeObligations(tx, actor, now, { reason: `Sửa chế độ báo cáo “${after.name}”.` })
}

/** Ends a duty: periods whose cut-off lies on `day` or later are owed no more. A proposal is turned down. */
export async function endDuty(
  tx: Tx,
  actor: Actor,
  id: number,
  input: { day: Day; reason: string },
  now: Date,
): Promise<void> {
  const duty = await forChange(tx, actor, id)
  if (duty.state === 'ended') throw conflict('Chế độ báo cáo này đã kết thúc.', 'This duty has ended.')
  // What is asked for once has no days in force: it is called off.
  const periodic = duty.state === 'active' && duty.once === null
  if (periodic && input.day <= duty.validFrom)
    throw invalid([
      { field: 'day', vi: 'Ngày kết thúc phải sau ngày bắt đầu.', en: 'It must end after it began.' },
    ])
  const validTo = periodic ? input.day : duty.validTo
  const ended = input.day <= dayOf(now) || !periodic
  await keep(tx, actor, { ...duty, state: ended ? 'ended' : duty.state, validTo, endedReason: input.reason })
  await record(tx, actor, now, 'duty.end', id, { state: duty.state, validTo: duty.validTo }, input)
  await makeObligations(tx, actor, now)
}

/**
 * The lead keeps a duty whose due day lies before its data closes (a document may say so), with the reason: the
 * rehearsal then names it as accepted. An empty reason takes it back. `version` is the one that the person saw.
 */
export async function acceptEarly(
  tx: Tx,
  actor: Actor,
  id: number,
  input: { version: number; reason: string | null },
  now: Date,
): Promise<void> {
  const duty = await forChange(tx, actor, id)
  if (duty.state === 'ended') throw conflict('Chế độ báo cáo này đã kết thúc.', 'This duty has ended.')
  if (duty.version !== input.version) throw changedMeanwhile()
  const early = input.reason === null ? null : { reason: input.reason, byName: actor.name, at: now }
  await keep(tx, actor, { ...duty, early })
  const verb = early ? 'duty.accept_early' : 'duty.unaccept_early'
  await record(tx, actor, now, verb, id, { early: duty.early?.reason ?? null }, { early: input.reason })
}

function sameDays(a: Duty, b: Duty): boolean {
  const days = (d: Duty) => [d.dueAsPrinted, d.periodKind, d.parts, d.cutoffSetId, d.workingDays, d.once]
  return JSON.stringify(days(a)) === JSON.stringify(days(b))
}

async function forChange(tx: Tx, actor: Actor, id: number): Promise<Duty> {
  refuseUnlessLead(actor)
  const duty = await selectDutyForChange(tx, actor.provinceId, id)
  if (!duty) throw notFound()
  return duty
}

async function keep(tx: Tx, actor: Actor, duty: Duty): Promise<void> {
  if (!(await updateDuty(tx, actor.provinceId, duty))) throw changedMeanwhile()
}

function changedMeanwhile() {
  return conflict(
    'Người khác vừa sửa chế độ báo cáo này. Tải lại trang để xem bản mới nhất.',
    'Somebody else has just changed this duty. Reload the page to see it.',
  )
}

/** Only what differs goes into the log. */
function difference(before: object, after: object): [unknown, unknown] {
  const was = new Map(Object.entries(before))
  const changed = Object.entries(after).filter(
    ([key, value]) => JSON.stringify(was.get(key)) !== JSON.stringify(value),
  )
  return [Object.fromEntries(changed.map(([key]) => [key, was.get(key)])), Object.fromEntries(changed)]
}

function record(tx: Tx, actor: Actor, now: Date, verb: string, id: number, before: unknown, after: unknown) {
  return recordChange(tx, actor, now, { verb, subject: { kind: 'duty', id }, before, after })
}
