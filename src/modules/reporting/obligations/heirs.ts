import { addDays, type Day, dayOf, showDay } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import type { Heir } from '../../organisations/organisation.ts'
import type { UnitsInTime } from '../../organisations/organisations.ts'
import type { ScopeLine } from '../obligation.ts'
import { offerInherited } from '../writing/inheriting.ts'
import { endStranded, type HandedOn, handOn, type Stranded, selectStranded } from './heirs.sql.ts'
import { inScope } from './owers.ts'

/**
 * Hands on what units that are gone had not yet handed in (domain.md 4): to the only heir, or to the one that took
 * more than half, together with the data of the period. Of a unit that fell apart without such a one, every part in
 * scope reports for itself, and nobody is given the old data silently. Always ends with a reason that names the heir
 * or says that there is none.
 */
export async function handOnStranded(
  tx: Tx,
  provinceId: number,
  scopes: ReadonlyMap<number, readonly ScopeLine[]>,
  units: UnitsInTime,
  now: Date,
): Promise<number> {
  const today = dayOf(now)
  const stranded = await selectStranded(tx, provinceId, today)
  if (stranded.length === 0) return 0
  const names = new Map(units.on(today).map((u) => [u.id, u]))
  const lines: HandedOn[] = []
  const ended: { id: number; reason: string }[] = []
  const heirsOf = remembered((unitId: number, closed: Day) =>
    wholeHeirs(units.heirs(unitId, addDays(closed, -1), today)),
  )
  for (const row of stranded) {
    const scope = scopes.get(row.dutyId) ?? []
    const exempt = new Set(scope.filter((s) => s.exempt).flatMap((s) => s.unitId ?? []))
    const heirs = heirsOf(row.unitId, row.closed).filter((h) => !exempt.has(h.unitId))
    const takers = takersOf(heirs, () => new Set(inScope(scope, today, units).map((o) => o.unitId)))
    lines.push(
      ...takers.map((t) => ({
        originId: row.id,
        heirId: t.unitId,
        invited: names.get(t.unitId)?.invited ?? false,
        main: t.main,
      })),
    )
    const named = takers.map((t) => names.get(t.unitId)?.name ?? '').join(', ')
    ended.push({ id: row.id, reason: reasonFor(row, named, takers.length) })
  }
  if (lines.length > 0) await handOn(tx, provinceId, lines, now)
  // An heir who is writing already finds the old drafts beside its own words; others when they begin.
  const origins = lines.flatMap((l) => (l.main ? l.originId : []))
  if (origins.length > 0) await offerInherited(tx, provinceId, { origins }, now)
  await endStranded(tx, provinceId, ended, now)
  return ended.length
}

/** Heirs of a single function do not take a unit's reports. */
function wholeHeirs(heirs: readonly Heir[]): Heir[] {
  return heirs.filter((h) => h.functionCode === null && h.kind !== 'same')
}

function takersOf(
  heirs: readonly Heir[],
  inScopeNow: () => ReadonlySet<number>,
): { unitId: number; main: boolean }[] {
  const main = heirs.length === 1 ? heirs[0] : heirs.find((h) => (h.share ?? 0) > 0.5)
  if (main) return [{ unitId: main.unitId, main: true }]
  if (heirs.length === 0) return []
  const scope = inScopeNow()
  return heirs.filter((h) => scope.has(h.unitId)).map((h) => ({ unitId: h.unitId, main: false }))
}

function reasonFor(row: Stranded, heirs: string, count: number): string {
  const closed = `Đơn vị kết thúc hoạt động từ ngày ${showDay(row.closed)}`
  if (count === 0) return `${closed}, không có đơn vị kế thừa phải báo cáo.`
  if (count === 1) return `${closed}; đơn vị kế thừa là ${heirs} nộp báo cáo.`
  return `${closed}, chia cho ${heirs}; mỗi đơn vị báo cáo phần của mình.`
}

function remembered<T>(make: (unitId: number, closed: Day) => T): (unitId: number, closed: Day) => T {
  const known = new Map<number, T>()
  return (unitId, closed) => {
    const had = known.get(unitId) ?? make(unitId, closed)
    known.set(unitId, had)
    return had
  }
}
