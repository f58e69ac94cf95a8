import type { Actor } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import { type Day, dayOf, showDay } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { invalid } from '../../../lib/errors.ts'
import { holders, tellPeople } from '../../assignments/assignments.ts'
import type { ScopeLine } from '../obligation.ts'
import { refuseUnlessLead } from './duties.policy.ts'
import { insertDuty, type NewDuty, replaceScope } from './duties.sql.ts'
import { selectObligations } from './lists.sql.ts'
import { makeObligations } from './making.ts'
import { oneOffTexts as t } from './one-off.texts.ts'

/** A report that is asked for once: what, for which days, by when, of whom. */
export interface OneOff {
  name: string
  source: string
  programmeCode: string
  templateId: number | null
  once: { from: Day; to: Day; due: Day }
  toUnitId: number | null
  scope: readonly ScopeLine[]
}

/** What a duty asked for once holds beside what its form says. */
export function oneOffFacts({ scope: _, ...facts }: OneOff) {
  return {
    ...facts,
    periodKind: 'once',
    parts: null,
    cutoffSetId: null,
    dueAsPrinted: `chậm nhất ngày ${showDay(facts.once.due)}`,
    dueRule: null,
    workingDays: 'as_printed',
    toName: null,
    viaUnitId: null,
    consolidatedById: null,
    newUnits: 'next',
    unverified: false,
  } as const
}

/**
 * Asks for a report once ("báo cáo đột xuất"): it is owed by every unit in scope from this moment on, and their
 * people are told at once. Refuses with invalid where nobody would owe it. Returns the duty's id and how many owe it.
 */
export async function askOnce(
  tx: Tx,
  actor: Actor,
  input: OneOff,
  now: Date,
): Promise<{ id: number; units: number }> {
  refuseUnlessLead(actor)
  const { provinceId } = actor
  const today = dayOf(now)
  if (input.once.due < today) throw invalid([{ field: 'due', ...t.dueOver }])
  const duty: NewDuty = {
    ...oneOffFacts(input),
    ...{ planId: null, planDutyId: null, validFrom: today, validTo: null },
    state: 'active',
  }
  const id = await insertDuty(tx, provinceId, duty)
  if (id === null) throw new Error('a duty of no plan is always new')
  await replaceScope(tx, provinceId, id, input.scope)
  await makeObligations(tx, actor, now)
  const { rows } = await selectObligations(tx, provinceId, { dutyIds: [id] }, 10_000)
  if (rows.length === 0) throw invalid([{ field: 'whom', ...t.nobody }])
  const units = rows.map((r) => r.unitId)
  const people = await holders(tx, provinceId, units, ['agency_officer', 'agency_head'], today)
  const notice = {
    kind: 'report_asked',
    vi: `Yêu cầu báo cáo đột xuất, hạn ${showDay(input.once.due)}: ${input.name}.`,
    en: `A report is asked for once, due ${showDay(input.once.due)}: ${input.name}.`,
    href: '/my-reports',
  }
  const accounts = people.map((p) => p.accountId)
  await tellPeople(tx, provinceId, accounts, notice, now)
  await recordChange(tx, actor, now, {
    verb: 'duty.ask_once',
    subject: { kind: 'duty', id },
    before: null,
    after: { ...input, units: units.length },
  })
  return { id, units: units.length }
}
