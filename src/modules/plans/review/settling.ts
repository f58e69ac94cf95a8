import type { Actor } from '../../../lib/actor.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { type Fault, forbidden, invalid, notFound } from '../../../lib/errors.ts'
import { addAlias } from '../../organisations/organisations.ts'
import type { NewPlan } from '../draft.sql.ts'
import { titleOf } from '../plan-document.ts'
import { openDraft } from '../plans.drafting.ts'
import { canWriteFor } from '../plans.policy.ts'
import {
  insertCorrection,
  selectFlags,
  selectReadingForChange,
  settleFlags,
  updateReading,
} from './review.sql.ts'
import { by, ids, openForCorrection } from './reviews.ts'
import { planTextOf } from './to-plan.ts'

/** Says which unit or group a printed name is; no target: it stays as printed. Settles the doubt about the name. */
export async function chooseName(
  tx: Tx,
  actor: Actor,
  readingId: number,
  input: { name: string; targets: readonly { kind: 'unit' | 'group'; id: number }[]; remember?: boolean },
  now: Date,
): Promise<void> {
  const reading = await openForCorrection(tx, actor, readingId)
  const was = reading.found.names[input.name]
  if (!was) throw notFound()
  const targets = [...input.targets]
  const becomes = { ...was, status: targets.length > 0 ? ('chosen' as const) : ('kept' as const), targets }
  const { provinceId } = actor
  await updateReading(tx, provinceId, readingId, {
    found: { ...reading.found, names: { ...reading.found.names, [input.name]: becomes } },
  })
  await insertCorrection(tx, provinceId, readingId, {
    path: `names.${input.name}`,
    action: targets.length > 0 ? 'set' : 'accept',
    was: was.targets,
    becomes: targets,
    actorName: actor.name,
    accountId: actor.accountId,
    at: now,
  })
  const flags = (await selectFlags(tx, provinceId, readingId)).filter((f) => f.path === `names.${input.name}`)
  await settleFlags(tx, provinceId, ids(flags), by(actor, now, targets.length > 0 ? 'corrected' : 'accepted'))
  const [target] = targets
  if (input.remember && target) await rememberName(tx, actor, input.name, target, now)
}

/** The next plan that prints this name finds its unit by itself. */
async function rememberName(
  tx: Tx,
  actor: Actor,
  text: string,
  target: { kind: 'unit' | 'group'; id: number },
  now: Date,
): Promise<void> {
  const unitId = target.kind === 'unit' ? target.id : null
  const groupId = target.kind === 'group' ? target.id : null
  await addAlias(tx, actor, { text, unitId, groupId, from: null, to: null }, now)
}

/** Lets what the reader doubted stand as it is: one flag, or all of one kind. */
export async function acceptFlags(
  tx: Tx,
  actor: Actor,
  readingId: number,
  which: { flagId: number } | { code: string },
  now: Date,
): Promise<number> {
  const reading = await selectReadingForChange(tx, actor.provinceId, readingId)
  if (!reading) throw notFound()
  if (!canWriteFor(actor, reading.unitId)) {
    throw forbidden('Đồng chí không lập kế hoạch của đơn vị này.', 'You do not write plans of this unit.')
  }
  const open = (await selectFlags(tx, actor.provinceId, readingId)).filter((f) => f.resolution === null)
  const chosen = open.filter((f) => ('flagId' in which ? f.id === which.flagId : f.code === which.code))
  await settleFlags(tx, actor.provinceId, ids(chosen), by(actor, now, 'accepted'))
  for (const flag of chosen) {
    await insertCorrection(tx, actor.provinceId, readingId, {
      path: flag.path,
      action: 'accept',
      was: flag.code,
      becomes: flag.code,
      actorName: actor.name,
      accountId: actor.accountId,
      at: now,
    })
  }
  return chosen.length
}

export type PlanFacts = Pick<NewPlan, 'kind' | 'parentPlanId' | 'embeddedInPlanId' | 'campaignId'> & {
  year: number
  yearTo: number
}

/** Makes a draft plan of a reading. Doubts may still be open: they stand in the way of issue, not of work. */
export async function makePlan(
  tx: Tx,
  actor: Actor,
  readingId: number,
  facts: PlanFacts,
  now: Date,
): Promise<number> {
  const reading = await openForCorrection(tx, actor, readingId)
  const { head } = reading.found
  const faults: Fault[] = []
  if (!head.title.value) {
    faults.push({ field: 'title', vi: 'Nhập tên kế hoạch.', en: 'Enter the title of the plan.' })
  }
  if (!Number.isInteger(facts.year) || facts.year < 2000 || facts.yearTo < facts.year) {
    faults.push({ field: 'year', vi: 'Nhập năm của kế hoạch.', en: 'Enter the year of the plan.' })
  }
  if (faults.length > 0) throw invalid(faults)
  const planId = await openDraft(
    tx,
    actor,
    {
      ...facts,
      programmeId: reading.programmeId,
      unitId: reading.unitId,
      title: titleOf(head.title.value ?? ''),
      issuer: head.issuer.value,
      signer: head.signer.value,
      signerTitle: head.signerTitle.value,
      symbol: head.number.value?.split('/').slice(1).join('/') || null,
    },
    planTextOf(reading.found),
    now,
  )
  await updateReading(tx, actor.provinceId, readingId, { state: 'USED', planId })
  return planId
}
