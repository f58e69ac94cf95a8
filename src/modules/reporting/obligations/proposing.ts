import { type AuditedBy, recordChange } from '../../../lib/audit.ts'
import { type Day, dayOf, showDay } from '../../../lib/calendar/day.ts'
import type { PeriodKind } from '../../../lib/calendar/period.ts'
import { readDeadline } from '../../../lib/calendar/read-deadline.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { holders, tellPeople } from '../../assignments/assignments.ts'
import { holderOf, matchAgency, nameIndex, unitAsOf } from '../../organisations/organisations.ts'
import type { Plan, PlanState, Programme, ReportDuty } from '../../plans/plan.ts'
import { planById, programmesOf, tasksOfPlan } from '../../plans/plans.ts'
import type { ScopeLine } from '../obligation.ts'
import { selectCutoffSets } from './cutoffs.sql.ts'
import { openCutoffs } from './cutoffs.ts'
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
  await openCutoffs(tx, provinceId)
  const { reportDuties, tasks } = await tasksOfPlan(tx, provinceId, planId)
  const programme = (await programmesOf(tx, provinceId)).find((p) => p.id === plan.programmeId)
  if (!programme) return []
  const agencies = tasks.flatMap((t) => t.agencies)
  const made: number[] = []
  for (const { line, periodKind, upward } of pairsOf(reportDuties)) {
    const route = await routeOf(tx, provinceId, line, programme, dayOf(now))
    const common = await commonFacts(tx, provinceId, plan, programme, periodKind)
    const gatherer = route.viaUnitId ?? route.toUnitId
    const consolidated =
      gatherer === null
        ? null
        : await proposeConsolidated(tx, provinceId, common, { route, gatherer, upward })
    const duty = {
      ...common,
      ...route,
      planDutyId: line.id,
      name: await nameFor(tx, provinceId, common, plan, false),
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

interface Asked {
  line: ReportDuty
  periodKind: PeriodKind
  /** The line that asks whoever gathers for the consolidated report of the same period. */
  upward: ReportDuty | null
}

/**
 * Of two lines for one kind of period, one that says through whom or by when and one that says neither, the second
 * is the consolidated report ("tổng hợp, báo cáo UBND tỉnh") of whoever gathers the first. Reports outside the
 * periods ("đột xuất") are asked for one by one and are no duty.
 */
function pairsOf(lines: readonly ReportDuty[]): Asked[] {
  const periodic = lines.filter((l) => l.period !== 'ad-hoc')
  return [...Map.groupBy(periodic, (l) => l.period)].flatMap(([period, same]) => {
    const told = same.filter((l) => l.viaUnitId !== null || l.dueAsPrinted !== null)
    const rest = same.filter((l) => !told.includes(l))
    const periodKind = period as PeriodKind
    if (told.length === 1 && rest.length === 1)
      return told.map((line) => ({ line, periodKind, upward: rest[0] ?? null }))
    return same.map((line) => ({ line, periodKind, upward: null }))
  })
}

type Common = NewDuty & { periodKind: PeriodKind }

async function commonFacts(
  tx: Tx,
  provinceId: number,
  plan: Plan,
  programme: Programme,
  periodKind: PeriodKind,
): Promise<Common> {
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

/** Two plans of one programme ask for reports of the same name; the later one's carry the plan's number. */
async function nameFor(
  tx: Tx,
  provinceId: number,
  common: Common,
  plan: Plan,
  consolidated: boolean,
): Promise<string> {
  const name = dutyName(common.programmeCode, common.periodKind, consolidated)
  const others = await selectDuties(tx, provinceId, { states: ['proposed', 'active'] })
  const taken = others.some((d) => d.name === name && d.planId !== plan.id)
  return taken ? `${name} (${symbolOf(plan) ?? plan.title})` : name
}

/** Reports "to the provincial committee" without a word through whom go through the programme's lead (QNG-10). */
async function routeOf(
  tx: Tx,
  provinceId: number,
  line: ReportDuty,
  programme: Programme,
  day: Day,
): Promise<Route> {
  const to = await addressee(tx, provinceId, line, day)
  const route = {
    toUnitId: to.unitId,
    toName: to.unitId === null ? to.name : null,
    viaUnitId: line.viaUnitId,
  }
  const unit = to.unitId === null ? null : await unitAsOf(tx, provinceId, to.unitId, day)
  if (line.viaUnitId !== null || (unit !== null && unit.type !== 'people_committee')) return route
  const lead = await holderOf(tx, provinceId, programme.leadFunction, day, programme.code)
  return { ...route, viaUnitId: lead && lead.id !== to.unitId ? lead.id : null }
}

/** "Chủ tịch UBND tỉnh (qua Sở …)": the body is UBND tỉnh; through whom stands elsewhere. */
async function addressee(
  tx: Tx,
  provinceId: number,
  line: ReportDuty,
  day: Day,
): Promise<{ unitId: number | null; name: string | null }> {
  const name = line.addresseeAsPrinted?.replace(/[\s,]*\(?\s*\bqua\s.*$/u, '').trim() || null
  if (line.toUnitId !== null || name === null) return { unitId: line.toUnitId, name }
  const body = name.replace(/^Chủ tịch\s+/u, '')
  const match = matchAgency(await nameIndex(tx, provinceId, day), body)
  const unitId = match.kind === 'unit' ? (match.candidates[0]?.id ?? null) : null
  return { unitId, name }
}

/**
 * The report of whoever gathers: upward to the addressee, or to the ministry where the gatherer is the addressee.
 * The ministry's day is the national one, which nobody has verified (domain.md 3.2).
 */
async function proposeConsolidated(
  tx: Tx,
  provinceId: number,
  common: Common,
  { route, gatherer, upward }: { route: Route; gatherer: number; upward: ReportDuty | null },
): Promise<number | null> {
  const inProvince = route.viaUnitId !== null && route.toUnitId !== null
  const due = inProvince ? null : nationalDue(common.programmeCode)
  const plan = await planById(tx, provinceId, common.planId ?? 0)
  const id = await insertDuty(tx, provinceId, {
    ...common,
    planDutyId: upward?.id ?? null,
    name: await nameFor(tx, provinceId, common, plan, true),
    toUnitId: inProvince ? route.toUnitId : null,
    toName: inProvince ? null : ministryOf(common.programmeCode),
    dueAsPrinted: due?.printed ?? null,
    dueRule: due ? readDeadline(due.printed, common.periodKind) : null,
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
  const symbol = symbolOf(plan)
  if (symbol === null) return `Kế hoạch “${plan.title}”`
  const issued = plan.issued ? ` ngày ${showDay(plan.issued)}` : ''
  return `Kế hoạch số ${symbol}${issued}${plan.issuer ? ` của ${plan.issuer}` : ''}`
}

/** '25/KH-UBND' */
function symbolOf(plan: Plan): string | null {
  if (!plan.number) return null
  return plan.number.includes('/') || !plan.symbol ? plan.number : `${plan.number}/${plan.symbol}`
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
