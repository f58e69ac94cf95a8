import { addDays, type Day, dayOf, showDay } from '../../../lib/calendar/day.ts'
import { nationalCalendar } from '../../../lib/calendar/working-days.ts'
import type { DbOrTx } from '../../../lib/db/db.ts'
import { holders } from '../../assignments/assignments.ts'
import { type UnitsInTime, unitsInTime } from '../../organisations/organisations.ts'
import type { Duty, ScopeLine } from '../obligation.ts'
import { selectCutoffRules } from './cutoffs.sql.ts'
import { selectDuties, selectScopes } from './duties.sql.ts'
import type { Owed } from './making.sql.ts'
import { owersOf, standingFor } from './owers.ts'
import { nameOf } from './period-name.ts'
import { type FindingKind, findingWords } from './rehearsal.texts.ts'
import { dayBook } from './slots.ts'

/** What would go wrong in the year, and what to do about it. */
export interface Finding {
  kind: FindingKind
  severity: 'error' | 'warning' | 'note'
  about: string
  detail: { vi: string; en: string }
  href: string
}

export interface Rehearsal {
  year: number
  reports: number
  units: number
  owed: Owed[]
  findings: Finding[]
}

const severities: Record<FindingKind, Finding['severity']> = {
  no_owner: 'error',
  no_due: 'error',
  nobody: 'error',
  after_parent: 'error',
  no_parent: 'warning',
  before_period: 'error',
  early: 'warning',
  early_accepted: 'note',
  no_heir: 'error',
  day_off: 'note',
  proposed: 'note',
}

/**
 * Plays a year through without writing anything: which unit would owe what and when, with every duty in force or still
 * proposed. Proves that each owing unit (or whoever stands for it today) has somebody to do it, and that no day lies
 * before the data or the reports it needs; what fails is named with what to do.
 */
export async function rehearse(db: DbOrTx, provinceId: number, year: number, today: Day): Promise<Rehearsal> {
  const duties = await selectDuties(db, provinceId, { states: ['proposed', 'active'] })
  const scopes = await selectScopes(
    db,
    provinceId,
    duties.map((d) => d.id),
  )
  const units = await unitsInTime(db, provinceId)
  const book = dayBook(duties, await selectCutoffRules(db, provinceId))
  const owed = duties.flatMap((duty) =>
    book
      .slots(duty, year - 1, year + 1)
      .filter((s) => s.due.startsWith(String(year)))
      .map((slot) => ({ slot, fresh: true, owers: owersOf(duty, scopes.get(duty.id) ?? [], slot, units) })),
  )
  const people = await holders(
    db,
    provinceId,
    null,
    ['agency_officer', 'agency_head', 'province_lead'],
    today,
  )
  const staffed = new Set(people.map((p) => p.unitId))
  const inYear = duties.filter((d) => d.validTo === null || d.validTo > `${year}-01-01`)
  const findings = [
    ...ofDuties(inYear, scopes, owed),
    ...ofDays(duties, owed),
    ...ofUnits(owed, units, staffed, today),
  ].sort((a, b) => rank[a.severity] - rank[b.severity])
  const owing = new Set(owed.flatMap((o) => o.owers.map((w) => w.unitId)))
  return { year, reports: owed.reduce((n, o) => n + o.owers.length, 0), units: owing.size, owed, findings }
}

const rank = { error: 0, warning: 1, note: 2 }

function finding(kind: FindingKind, about: string, href: string, facts: string): Finding {
  const { what } = findingWords[kind]
  const detail = { vi: what.vi(facts), en: what.en(facts) }
  return { kind, severity: severities[kind], about, detail, href }
}

/** Duties without a day, without anybody who owes them, or still waiting for confirmation. */
function ofDuties(
  duties: readonly Duty[],
  scopes: ReadonlyMap<number, readonly ScopeLine[]>,
  owed: readonly Owed[],
): Finding[] {
  return duties.flatMap((duty) => {
    const at = `/reporting/duties/${duty.id}`
    const own = owed.filter((o) => o.slot.dutyId === duty.id)
    const nobody = (scopes.get(duty.id) ?? []).length === 0 || own.some((o) => o.owers.length === 0)
    return [
      ...(duty.dueRule === null && !duty.once ? [finding('no_due', duty.name, at, '')] : []),
      ...((duty.dueRule !== null || duty.once) && nobody ? [finding('nobody', duty.name, at, '')] : []),
      ...(duty.state === 'proposed' ? [finding('proposed', duty.name, at, '')] : []),
    ]
  })
}

/** Days that lie before what they need: the data, the period, the reports of the level below. */
function ofDays(duties: readonly Duty[], owed: readonly Owed[]): Finding[] {
  const slotOf = new Map(owed.map((o) => [`${o.slot.dutyId} ${o.slot.period}`, o.slot]))
  return duties.flatMap((duty) => {
    const at = `/reporting/duties/${duty.id}`
    const own = owed.filter((o) => o.slot.dutyId === duty.id).map((o) => o.slot)
    const told = (kind: FindingKind, of: typeof own, facts: (s: (typeof own)[number]) => string) =>
      of.length === 0 ? [] : [finding(kind, duty.name, at, of.map(facts).join('; '))]
    const name = (s: (typeof own)[number]) => `${nameOf(s.period).vi} (hạn ${showDay(s.due)})`
    const early = own.filter((s) => s.due < s.cutoff && s.due > s.from)
    const closes = (s: (typeof own)[number]) => `${name(s)}, chốt số liệu ${showDay(s.cutoff)}`
    const parents = own.map((s) => ({ s, parent: slotOf.get(`${duty.consolidatedById} ${s.period}`) }))
    const after = parents.filter(({ s, parent }) => parent && s.due > parent.due)
    const orphans = duty.consolidatedById === null ? [] : parents.filter(({ parent }) => !parent)
    return [
      ...told(
        'before_period',
        own.filter((s) => s.due <= s.from),
        name,
      ),
      ...(duty.early
        ? told(
            'early_accepted',
            early.slice(0, 1),
            () => `${accepted(duty)}; ${early.map(closes).join('; ')}`,
          )
        : told('early', early, closes)),
      ...told(
        'after_parent',
        after.map((p) => p.s),
        (s) => `${name(s)} > ${showDay(slotOf.get(`${duty.consolidatedById} ${s.period}`)?.due ?? s.due)}`,
      ),
      ...told(
        'no_parent',
        orphans.map((p) => p.s),
        name,
      ),
      ...told(
        'day_off',
        own.filter((s) => nationalCalendar(s.due) !== null),
        (s) => `${name(s)}: ${nationalCalendar(s.due)?.vi}`,
      ),
    ]
  })
}

function accepted({ early }: Duty): string {
  return early ? `“${early.reason}” (${early.byName}, ${showDay(dayOf(early.at))})` : ''
}

/** Units that owe and have nobody with an account, themselves or in their heirs; units that close without an heir. */
function ofUnits(
  owed: readonly Owed[],
  units: UnitsInTime,
  staffed: ReadonlySet<number>,
  today: Day,
): Finding[] {
  const counts = new Map<number, number>()
  for (const { unitId } of owed.flatMap((o) => o.owers)) counts.set(unitId, (counts.get(unitId) ?? 0) + 1)
  return [...counts].flatMap(([unitId, n]) => {
    const life = units.life(unitId)
    const closes = life?.to ?? null
    const heirs = closes === null ? [] : standingFor(unitId, laterOf(closes, today), units)
    const name = units.lastName(unitId)
    if (closes !== null && heirs.length === 0)
      return [finding('no_heir', name, `/organisations/units/${unitId}`, showDay(addDays(closes, -1)))]
    if (staffed.has(unitId) || heirs.some((h) => staffed.has(h))) return []
    return [finding('no_owner', name, `/accounts?unit=${unitId}`, String(n))]
  })
}

function laterOf(a: Day, b: Day): Day {
  if (a < b) return b
  return a
}
