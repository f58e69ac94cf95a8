import { type AuditedBy, recordChange } from '../../../lib/audit.ts'
import { type Day, dayOf, showDay } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { holders, tellPeople } from '../../assignments/assignments.ts'
import { holderOf, unitAsOf } from '../../organisations/organisations.ts'
import type { Plan, PlanState, Programme, ReportDuty } from '../../plans/plan.ts'
import { planById, programmesOf, tasksOfPlan } from '../../plans/plans.ts'
import type { PeriodKind, ScopeLine } from '../obligation.ts'
import { selectCutoffSets } from './cutoffs.sql.ts'
import {
  insertDuty,
  type NewDuty,
  replaceScope,
  selectDuties,
  selectTemplateFor,
  updateDuty,
} from './duties.sql.ts'
import { makeObligations } from './making.ts'
import { dutyName, ministryOf, nationalDue } from './proposing.data.ts'

/** A plan that has ended by the time the job runs, or came in as a record, demands nothing more. */
const underWay: readonly PlanState[] = ['ISSUED', 'IN_PROGRESS', 'AMENDED']

/** Whom the reports of a plan go to, and who gathers them. */
interface Route {
  toUnitId: number | null
  toName: string | null
  viaUnitId: number | null
}

/**
 * Proposes a duty for each report that an issued plan asks for, and one for the consolidated report of whoever
 * gathers them. Nothing is owed before the lead confirms. A unit's own plan that carries out another restates that
 * one's reports and proposes none. Proposing twice changes nothing. Returns the new duties' ids.
 */
export async function proposeDuties(tx: Tx, by: AuditedBy, planId: number, now: Date): Promise<number[]> {
  const { provinceId } = by
  const plan = await planById(tx, provinceId, planId)
  if (!underWay.includes(plan.state) || (plan.kind === 'UNIT' && plan.parentPlanId !== null)) return []
  if ((await selectDuties(tx, provinceId, { planId })).length > 0) return []
  const { reportDuties, tasks } = await tasksOfPlan(tx, provinceId, planId)
  const programme = (await programmesOf(tx, provinceId)).find((p) => p.id === plan.programmeId)
  if (!programme) return []
  const agencies = tasks.flatMap((t) => t.agencies)
  const made: number[] = []
  for (const line of reportDuties) {
    if (line.period === 'ad-hoc') continue
    const route = await routeOf(tx, provinceId, line, programme, dayOf(now))
    const common = await commonFacts(tx, provinceId, plan, programme, line.period)
    const gatherer = route.viaUnitId ?? route.toUnitId
    const consolidated =
      gatherer === null ? null : await proposeConsolidated(tx, provinceId, common, route, gatherer)
    const duty = {
      ...common,
      ...route,
      planDutyId: line.id,
      name: dutyName(programme.code, line.period, false),
      dueAsPrinted: line.dueAsPrinted,
      dueRule: line.dueRule,
      consolidatedById: consolidated,
    }
    const id = await insertDuty(tx, provinceId, duty)
    if (id === null) continue
    await replaceScope(tx, provinceId, id, scopeOf(agencies, [gatherer, route.toUnitId, plan.unitId]))
    made.push(...(consolidated === null ? [id] : [consolidated, id]))
  }
  if (made.length > 0) await tell(tx, by, plan, made.length, now)
  return made
}

async function commonFacts(
  tx: Tx,
  provinceId: number,
  plan: Plan,
  programme: Programme,
  periodKind: PeriodKind,
): Promise<NewDuty> {
  const general = (await selectCutoffSets(tx, provinceId)).find((s) => s.code === 'general')
  const firstDay = `${plan.year}-01-01`
  return {
    programmeCode: programme.code,
    planId: plan.id,
    planDutyId: null,
    templateId: await selectTemplateFor(tx, provinceId, programme.code),
    name: '',
    periodKind,
    parts: null,
    cutoffSetId: general?.id ?? null,
    dueAsPrinted: null,
    dueRule: null,
    workingDays: 'as_printed',
    source: citationOf(plan),
    toUnitId: null,
    toName: null,
    viaUnitId: null,
    consolidatedById: null,
    newUnits: 'next',
    unverified: false,
    state: 'proposed',
    validFrom: plan.issued !== null && plan.issued > firstDay ? plan.issued : firstDay,
    validTo: `${plan.yearTo + 1}-01-01`,
  }
}

/** Reports "to the provincial committee" without a word through whom go through the programme's lead (QNG-10). */
async function routeOf(
  tx: Tx,
  provinceId: number,
  line: ReportDuty,
  programme: Programme,
  day: Day,
): Promise<Route> {
  const toName = line.toUnitId === null ? line.addresseeAsPrinted : null
  const route = { toUnitId: line.toUnitId, toName, viaUnitId: line.viaUnitId }
  const to = line.toUnitId === null ? null : await unitAsOf(tx, provinceId, line.toUnitId, day)
  if (line.viaUnitId !== null || (to !== null && to.type !== 'people_committee')) return route
  const lead = await holderOf(tx, provinceId, programme.leadFunction, day, programme.code)
  return { ...route, viaUnitId: lead && lead.id !== line.toUnitId ? lead.id : null }
}

/**
 * The report of whoever gathers: upward to the addressee, or to the ministry where the gatherer is the addressee.
 * The ministry's day is the national one, which nobody has verified (domain.md 3.2).
 */
async function proposeConsolidated(
  tx: Tx,
  provinceId: number,
  common: NewDuty,
  route: Route,
  gatherer: number,
): Promise<number | null> {
  const upward = route.viaUnitId !== null && route.toUnitId !== null
  const due = upward ? null : nationalDue(common.programmeCode)
  const id = await insertDuty(tx, provinceId, {
    ...common,
    name: dutyName(common.programmeCode, common.periodKind, true),
    toUnitId: upward ? route.toUnitId : null,
    toName: upward ? null : ministryOf(common.programmeCode),
    dueAsPrinted: due?.printed ?? null,
    dueRule: due?.rule ?? null,
    source: due ? `${common.source}; ${due.source}` : common.source,
    unverified: due !== null,
  })
  if (id === null) return null
  await replaceScope(tx, provinceId, id, [{ unitId: gatherer, groupId: null, exempt: false }])
  return id
}

/** Every unit and group that the plan gives work, less those who receive the reports. */
function scopeOf(
  agencies: readonly { unitId: number | null; groupId: number | null }[],
  receiving: readonly (number | null)[],
): ScopeLine[] {
  const exempt = new Set(receiving.filter((id) => id !== null))
  const units = new Set(agencies.flatMap((a) => a.unitId ?? []).filter((id) => !exempt.has(id)))
  const groups = new Set(agencies.flatMap((a) => (a.unitId === null ? (a.groupId ?? []) : [])))
  return [
    ...[...groups].map((groupId) => ({ unitId: null, groupId, exempt: false })),
    ...[...units].map((unitId) => ({ unitId, groupId: null, exempt: false })),
    ...[...exempt].map((unitId) => ({ unitId, groupId: null, exempt: true })),
  ]
}

/** As running text cites a plan: 'Kế hoạch số 25/KH-UBND ngày 05/02/2026 của Ủy ban nhân dân tỉnh …'. */
function citationOf(plan: Plan): string {
  if (!plan.number) return `Kế hoạch “${plan.title}”`
  const symbol = plan.number.includes('/') || !plan.symbol ? plan.number : `${plan.number}/${plan.symbol}`
  const issued = plan.issued ? ` ngày ${showDay(plan.issued)}` : ''
  return `Kế hoạch số ${symbol}${issued}${plan.issuer ? ` của ${plan.issuer}` : ''}`
}

async function tell(tx: Tx, by: AuditedBy, plan: Plan, count: number, now: Date): Promise<void> {
  await recordChange(tx, by, now, {
    verb: 'duties.propose',
    subject: { kind: 'plan', id: plan.id },
    before: null,
    after: { proposed: count },
  })
  const leads = await holders(tx, by.provinceId, null, ['province_lead'], dayOf(now))
  const notice = {
    kind: 'duties',
    vi: `${citationOf(plan)} đề ra ${count} chế độ báo cáo; hãy xem và xác nhận.`,
    en: `${plan.title} asks for ${count} reports; look at them and confirm.`,
    href: '/reporting/duties',
  }
  await tellPeople(
    tx,
    by.provinceId,
    leads.map((l) => l.accountId),
    notice,
    now,
  )
}

/** A plan that was cancelled or replaced asks for no further reports from this day on. */
export async function endDutiesOfPlan(tx: Tx, by: AuditedBy, planId: number, now: Date): Promise<number> {
  const today = dayOf(now)
  const open = (await selectDuties(tx, by.provinceId, { planId })).filter((d) => d.state !== 'ended')
  for (const duty of open) {
    const validTo = duty.validFrom < today ? today : duty.validTo
    const endedReason = 'Kế hoạch đã bị hủy bỏ hoặc thay thế.'
    await updateDuty(tx, by.provinceId, { ...duty, state: 'ended', validTo, endedReason })
    await recordChange(tx, by, now, {
      verb: 'duty.end',
      subject: { kind: 'duty', id: duty.id },
      before: { state: duty.state, validTo: duty.validTo },
      after: { state: 'ended', validTo, endedReason },
    })
  }
  if (open.length > 0) await makeObligations(tx, by, now)
  return open.length
}
