import { dayOf, parseDay, showDay } from '../../../lib/calendar/day.ts'
import { type Fault, invalid } from '../../../lib/errors.ts'
import type { FormValues } from '../../../lib/http/forms.ts'
import type { UnitRow } from '../../organisations/organisation.ts'
import type { Duty, ScopeLine } from '../obligation.ts'
import { many, one } from './asking.ts'
import { oneOffTexts as t } from './one-off.texts.ts'
import type { OneOff } from './one-off.ts'

/** What a new request begins with: the year's work until today, due in a week. */
export function emptyOneOff(now: Date, due: string): Record<string, string | string[]> {
  const today = dayOf(now)
  return {
    from: showDay(`${today.slice(0, 4)}-01-01`),
    to: showDay(today),
    due: showDay(due),
    whom: 'groups',
  }
}

/** A duty asked for once as its form holds it. */
export function oneOffValues(duty: Duty, scope: readonly ScopeLine[]): Record<string, string | string[]> {
  const ids = (of: (s: ScopeLine) => number | null) => scope.flatMap((s) => of(s) ?? []).map(String)
  const groups = ids((s) => s.groupId)
  return {
    version: String(duty.version),
    name: duty.name,
    source: duty.source,
    programmeCode: duty.programmeCode,
    templateId: String(duty.templateId ?? ''),
    from: duty.once ? showDay(duty.once.from) : '',
    to: duty.once ? showDay(duty.once.to) : '',
    due: duty.once ? showDay(duty.once.due) : '',
    toUnitId: String(duty.toUnitId ?? ''),
    whom: groups.length > 0 ? 'groups' : 'units',
    groups,
    units: ids((s) => (s.exempt ? null : s.unitId)),
    exempt: ids((s) => (s.exempt ? s.unitId : null)),
  }
}

/** Reads the form. `units` are those of today. Refuses with all faults at once, each at its field. */
export function oneOffInput(v: FormValues, units: readonly UnitRow[]): OneOff {
  const faults: Fault[] = []
  const need = (field: string, missing: boolean, why: { vi: string; en: string }) => {
    if (missing) faults.push({ field, ...why })
  }
  const [from, to, due] = ['from', 'to', 'due'].map((name) => parseDay(one(v, name)))
  const toUnitId = Number(one(v, 'toUnitId')) || null
  const scope = scopeOf(v, units, toUnitId)
  need('name', one(v, 'name') === '', t.needName)
  need('source', one(v, 'source') === '', t.needSource)
  need('from', !from, t.needDay)
  need('to', !to, t.needDay)
  need('due', !due, t.needDay)
  need('to', Boolean(from && to && to < from), t.windowTurned)
  need('whom', !scope.some((s) => !s.exempt), t.needWhom)
  if (faults.length > 0 || !from || !to || !due) throw invalid(faults)
  return {
    name: one(v, 'name').slice(0, 300),
    source: one(v, 'source').slice(0, 500),
    programmeCode: one(v, 'programmeCode'),
    templateId: Number(one(v, 'templateId')) || null,
    once: { from, to, due },
    toUnitId,
    scope,
  }
}

/** Bodies that are ordered, not asked, and answer for themselves: departments and committees of communes. */
const answering: readonly UnitRow['type'][] = [
  'office',
  'department',
  'board',
  'service_centre',
  'people_committee',
]

function scopeOf(v: FormValues, units: readonly UnitRow[], toUnitId: number | null): ScopeLine[] {
  const ids = (name: string) => [...new Set(many(v, name).map(Number).filter(Boolean))]
  const unit = (unitId: number, exempt = false): ScopeLine => ({ unitId, groupId: null, exempt })
  const except = ids('exempt').map((id) => unit(id, true))
  switch (one(v, 'whom')) {
    case 'all':
      return [
        ...units
          .filter((u) => !u.invited && answering.includes(u.type) && u.id !== toUnitId)
          .filter((u) => u.type !== 'people_committee' || u.level === 'commune')
          .map((u) => unit(u.id)),
        ...except,
      ]
    case 'groups': {
      const receiver = toUnitId === null ? [] : [unit(toUnitId, true)]
      return [
        ...ids('groups').map((groupId) => ({ unitId: null, groupId, exempt: false })),
        ...except.filter((s) => s.unitId !== toUnitId),
        ...(ids('groups').length > 0 ? receiver : []),
      ]
    }
    default:
      return ids('units').map((id) => unit(id))
  }
}
