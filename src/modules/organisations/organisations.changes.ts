import type { Actor } from '../../lib/actor.ts'
import { recordChange } from '../../lib/audit.ts'
import type { Day } from '../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import { invalid } from '../../lib/errors.ts'
import { queueJob } from '../../lib/jobs/jobs.ts'
import { type Consequence, consequencesOf } from './consequences.ts'
import { estateOf, keepEstate, lockProvince } from './estate.sql.ts'
import { type Change, type ChangeKind, type Estate, estateFaults, withChange } from './estate.ts'
import type { GroupRule } from './groups.ts'
import type { Basis, UnitFacts } from './organisation.ts'
import { unitsChanged } from './organisations.jobs.ts'
import { mustOrganise } from './organisations.policy.ts'
import {
  type Into,
  type NewUnit,
  type Part,
  planClosing,
  planFacts,
  planMerger,
  planSplit,
  planUnit,
} from './planning.ts'
import { type Assignment, planAssignment, planRelease, planTransfer } from './planning-functions.ts'
import {
  type NewGroup,
  planGroup,
  planGroupEnd,
  planGroupRevision,
  planStanding,
  type Standing,
} from './planning-groups.ts'

/** A change as a person proposes it: what, from which day, ordered by which document. */
export interface Proposal {
  kind: ChangeKind
  day: Day
  basis: Basis
  /** Of the unit the change is about, for the audit log; null when it is about several or a new one. */
  subject: number | null
  about: 'unit' | 'group'
  /** Returns the estate after the change and the (planned) id of what it is about. */
  plan: (estate: Estate, change: Change) => [Estate, number]
}

type When = { day: Day; basis: Basis }

export function createUnit(input: When & { unit: NewUnit }): Proposal {
  return {
    ...at('create', input),
    subject: null,
    plan: (estate, change) => planUnit(estate, change, input.unit),
  }
}

export function renameUnit(
  input: When & { unitId: number; name: string; shortName: string | null },
): Proposal {
  const { name, shortName } = input
  return patch('rename', input, { name, shortName })
}

export function moveUnit(input: When & { unitId: number; parentId: number }): Proposal {
  return patch('move', input, { parentId: input.parentId })
}

export function appointHead(
  input: When & { unitId: number; headTitle: string | null; headName: string | null },
): Proposal {
  return patch('appoint_head', input, { headTitle: input.headTitle, headName: input.headName })
}

/** Type, level, position, contact: what is neither name, parent nor head. */
export function alterUnit(input: When & { unitId: number; facts: Partial<UnitFacts> }): Proposal {
  return patch('alter', input, input.facts)
}

export function closeUnit(input: When & { unitId: number }): Proposal {
  const { unitId } = input
  return {
    ...at('close', input),
    subject: unitId,
    plan: (e, change) => [planClosing(e, change, unitId), unitId],
  }
}

export function mergeUnits(input: When & { predecessors: readonly number[]; into: Into }): Proposal {
  return {
    ...at('merge', input),
    subject: 'unitId' in input.into ? input.into.unitId : null,
    plan: (estate, change) => planMerger(estate, change, input.predecessors, input.into),
  }
}

export function splitUnit(
  input: When & { unitId: number; parts: readonly Part[]; keeps: boolean },
): Proposal {
  return {
    ...at('split', input),
    subject: input.unitId,
    plan: (estate, change) => [
      planSplit(estate, change, input.unitId, input.parts, input.keeps)[0],
      input.unitId,
    ],
  }
}

export function transferFunction(input: When & Assignment & { fromUnitId: number }): Proposal {
  const { day: _, basis: __, fromUnitId, ...assignment } = input
  return {
    ...at('transfer_function', input),
    subject: input.unitId,
    plan: (estate, change) => [planTransfer(estate, change, fromUnitId, assignment), input.unitId],
  }
}

export function assignFunction(input: When & Assignment): Proposal {
  const { day: _, basis: __, ...assignment } = input
  return {
    ...at('alter', input),
    subject: input.unitId,
    plan: (estate, change) => [planAssignment(estate, change, assignment), input.unitId],
  }
}

export function releaseFunction(input: When & { holdingId: number; unitId: number }): Proposal {
  return {
    ...at('alter', input),
    subject: input.unitId,
    plan: (estate, change) => [planRelease(estate, change.day, input.holdingId), input.unitId],
  }
}

export function createGroup(input: When & { group: NewGroup }): Proposal {
  return ofGroup('create', input, null, (estate, change) => planGroup(estate, change, input.group))
}

export function reviseGroup(input: When & { groupId: number; name: string; rule: GroupRule }): Proposal {
  const { groupId } = input
  return ofGroup('alter', input, groupId, (estate, change) => [
    planGroupRevision(estate, change, groupId, input),
    groupId,
  ])
}

export function endGroup(input: When & { groupId: number }): Proposal {
  const { groupId } = input
  return ofGroup('close', input, groupId, (estate, { day }) => [planGroupEnd(estate, day, groupId), groupId])
}

export function setStanding(input: When & { groupId: number; unitId: number; standing: Standing }): Proposal {
  const { groupId, unitId, standing } = input
  return ofGroup('alter', input, groupId, (estate, { day }) => [
    planStanding(estate, day, groupId, unitId, standing),
    groupId,
  ])
}

function ofGroup(kind: ChangeKind, when: When, subject: number | null, plan: Proposal['plan']): Proposal {
  return { ...at(kind, when), about: 'group', subject, plan }
}

function at(kind: ChangeKind, { day, basis }: When) {
  return { kind, day, basis, about: 'unit' as const }
}

function patch(kind: ChangeKind, input: When & { unitId: number }, facts: Partial<UnitFacts>): Proposal {
  const { unitId } = input
  return {
    ...at(kind, input),
    subject: unitId,
    plan: (e, change) => [planFacts(e, change, unitId, facts), unitId],
  }
}

/** What a proposal would do, without doing it. Throws the same refusals as {@link carryOut}. */
export async function foresee(db: DbOrTx, provinceId: number, proposal: Proposal): Promise<Consequence[]> {
  const before = await estateOf(db, provinceId)
  const { after } = planned(before, proposal)
  return consequencesOf(before, after, proposal.day)
}

/**
 * Makes a change of the organisation: plans it on the estate as it is now, refuses what would break the tree
 * on any day, keeps it, and records it. Days before the change read as before. Returns the id of the unit or group.
 */
export async function carryOut(tx: Tx, actor: Actor, proposal: Proposal, now: Date): Promise<number> {
  mustOrganise(actor)
  await lockProvince(tx, actor.provinceId)
  const before = await estateOf(tx, actor.provinceId)
  const { after, id } = planned(before, proposal)
  const kept = await keepEstate(tx, actor.provinceId, before, after)
  await recordChange(tx, actor, now, {
    verb: proposal.about === 'unit' ? `organisation.${proposal.kind}` : `group.${proposal.kind}`,
    subject: { kind: proposal.about, id: kept[proposal.about](id) },
    before: factsBefore(before, proposal),
    after: { day: proposal.day, basis: proposal.basis, does: consequencesOf(before, after, proposal.day) },
  })
  await queueJob(tx, actor.provinceId, unitsChanged, {}, { key: 'once' })
  return kept[proposal.about](id)
}

function planned(before: Estate, proposal: Proposal): { after: Estate; id: number } {
  const [begun, change] = withChange(before, proposal.kind, proposal.day, proposal.basis)
  const [after, id] = proposal.plan(begun, change)
  const faults = estateFaults(after, proposal.day)
  if (faults.length > 0) throw invalid(faults)
  return { after, id }
}

function factsBefore(estate: Estate, { about, subject, day }: Proposal): unknown {
  if (subject === null) return null
  if (about === 'group')
    return estate.groups.versions.findLast((v) => v.groupId === subject && v.from <= day) ?? null
  const version = estate.history.versions.get(subject)?.findLast((v) => v.from <= day)
  return version ? { name: version.name, parentId: version.parentId, headName: version.headName } : null
}
