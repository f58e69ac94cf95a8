import { type Day, dayOf, parseDay, showDay } from '../../../lib/calendar/day.ts'
import { whyNotUnderstood } from '../../../lib/calendar/not-understood.ts'
import { type PeriodKind, periodKinds } from '../../../lib/calendar/period.ts'
import { readDeadline } from '../../../lib/calendar/read-deadline.ts'
import { type Fault, invalid } from '../../../lib/errors.ts'
import type { FormValues } from '../../../lib/http/forms.ts'
import { type Duty, type ScopeLine, type WorkingDayPolicy, workingDayPolicies } from '../obligation.ts'
import { many, one } from './asking.ts'
import { dutyTexts as t } from './duties.texts.ts'
import type { DutyInput } from './duties.ts'

/** A duty as its form holds it. */
export function valuesOf(duty: Duty, scope: readonly ScopeLine[]): Record<string, string | string[]> {
  const ids = (of: (s: ScopeLine) => number | null) => scope.flatMap((s) => of(s) ?? []).map(String)
  return {
    version: String(duty.version),
    name: duty.name,
    programmeCode: duty.programmeCode,
    periodKind: duty.periodKind,
    parts: (duty.parts ?? []).map(String),
    cutoffSetId: String(duty.cutoffSetId ?? ''),
    dueAsPrinted: duty.dueAsPrinted ?? '',
    workingDays: duty.workingDays,
    source: duty.source,
    toUnitId: String(duty.toUnitId ?? ''),
    toName: duty.toName ?? '',
    viaUnitId: String(duty.viaUnitId ?? ''),
    consolidatedById: String(duty.consolidatedById ?? ''),
    templateId: String(duty.templateId ?? ''),
    newUnits: duty.newUnits,
    verified: duty.unverified ? [] : ['1'],
    validFrom: showDay(duty.validFrom),
    validTo: duty.validTo ? showDay(duty.validTo) : '',
    groups: ids((s) => (s.exempt ? null : s.groupId)),
    units: ids((s) => (s.exempt ? null : s.unitId)),
    exempt: ids((s) => (s.exempt ? s.unitId : null)),
  }
}

/** What a new duty begins with. */
export function emptyValues(now: Date): Record<string, string | string[]> {
  const today = dayOf(now)
  return {
    periodKind: 'quarter',
    workingDays: 'as_printed',
    newUnits: 'next',
    validFrom: showDay(today),
    validTo: showDay(`${Number(today.slice(0, 4)) + 1}-01-01`),
    verified: ['1'],
  }
}

/** Reads the form of a duty. Refuses with all faults at once, each at its field. */
export function dutyInput(v: FormValues): DutyInput {
  const faults: Fault[] = []
  const need = (field: string, missing: boolean, why: { vi: string; en: string }) => {
    if (missing) faults.push({ field, ...why })
  }
  const periodKind = kindOf(one(v, 'periodKind'))
  const dueAsPrinted = one(v, 'dueAsPrinted') || null
  const dueRule = dueAsPrinted === null ? null : readDeadline(dueAsPrinted, periodKind)
  const validFrom = parseDay(one(v, 'validFrom'))
  const validTo = one(v, 'validTo') === '' ? null : parseDay(one(v, 'validTo'))
  const scope = scopeOf(v)
  need('name', one(v, 'name') === '', t.needName)
  need('source', one(v, 'source') === '', t.needSource)
  need('dueAsPrinted', dueAsPrinted !== null && dueRule === null, whyNotUnderstood(dueAsPrinted ?? ''))
  need('validFrom', validFrom === null, t.needDay)
  need('validTo', one(v, 'validTo') !== '' && validTo === null, t.needDay)
  need('validTo', endsEarly(validFrom, validTo), t.endBeforeBegin)
  need('groups', !scope.some((s) => !s.exempt), t.needScope)
  if (faults.length > 0 || validFrom === null) throw invalid(faults)
  const parts = periodKind === 'quarter' ? many(v, 'parts').map(Number).filter(isQuarter).sort() : []
  return {
    name: one(v, 'name').slice(0, 300),
    programmeCode: one(v, 'programmeCode'),
    periodKind,
    parts: parts.length === 0 || parts.length === 4 ? null : parts,
    cutoffSetId: idIn(v, 'cutoffSetId'),
    dueAsPrinted,
    dueRule,
    workingDays: policyOf(one(v, 'workingDays')),
    source: one(v, 'source').slice(0, 500),
    toUnitId: idIn(v, 'toUnitId'),
    toName: idIn(v, 'toUnitId') === null ? one(v, 'toName').slice(0, 200) || null : null,
    viaUnitId: idIn(v, 'viaUnitId'),
    consolidatedById: idIn(v, 'consolidatedById'),
    templateId: idIn(v, 'templateId'),
    newUnits: one(v, 'newUnits') === 'running' ? 'running' : 'next',
    unverified: !many(v, 'verified').includes('1'),
    validFrom,
    validTo,
    scope,
  }
}

function endsEarly(from: Day | null, to: Day | null): boolean {
  return from !== null && to !== null && to <= from
}

function isQuarter(n: number): boolean {
  return [1, 2, 3, 4].includes(n)
}

export function kindOf(text: string): PeriodKind {
  return periodKinds.find((k) => k === text) ?? 'quarter'
}

export function policyOf(text: string): WorkingDayPolicy {
  return workingDayPolicies.find((p) => p === text) ?? 'as_printed'
}

function idIn(v: FormValues, name: string): number | null {
  return Number(one(v, name)) || null
}

function scopeOf(v: FormValues): ScopeLine[] {
  const ids = (name: string) => [...new Set(many(v, name).map(Number).filter(Boolean))]
  return [
    ...ids('groups').map((groupId) => ({ unitId: null, groupId, exempt: false })),
    ...ids('units').map((unitId) => ({ unitId, groupId: null, exempt: false })),
    ...ids('exempt').map((unitId) => ({ unitId, groupId: null, exempt: true })),
  ]
}
