import type { Day } from '../../../lib/calendar/day.ts'
import type { UnitRow } from '../../organisations/organisation.ts'
import { communeOver } from '../fieldwork/ledger-figures.ts'
import { communeName } from '../reach/commune-name.ts'
import type { Standing } from './standing.sql.ts'
import { isOverdue, isWithoutPhoto } from './standing.ts'

export const pageSize = 25
export const standingStates = ['up', 'overdue', 'bare', 'down'] as const
type State = (typeof standingStates)[number]

export type SeenRow = Standing & { communeId: number | null; commune: string; unitName: string }
export type StandingSeen = ReturnType<typeof standingSeen>

/** What stands, by kind, commune and state as asked for, with the counts of each state and each commune. */
export function standingSeen(
  rows: readonly Standing[],
  units: readonly UnitRow[],
  query: Readonly<Record<string, string | undefined>>,
  today: Day,
) {
  const names = new Map(units.map((u) => [u.id, u.shortName ?? u.name]))
  const asked = {
    kind: query['kind'] ?? '',
    commune: query['commune'] ?? '',
    state: (standingStates.find((s) => s === query['state']) ?? '') as State | '',
  }
  const all: SeenRow[] = rows.map((s) => {
    const over = communeOver(units, s.placeUnitId ?? s.unitId)
    const commune = over ? communeName(over.name) : ''
    return { ...s, commune, communeId: over?.id ?? null, unitName: names.get(s.unitId) ?? '' }
  })
  const filtered = all.filter(
    (s) =>
      (asked.kind === '' || s.kind === asked.kind) &&
      (asked.commune === '' || String(s.communeId) === asked.commune) &&
      (asked.state === '' || isIn(s, asked.state, today)),
  )
  const page = Math.max(1, Math.min(Number(query['page']) || 1, Math.ceil(filtered.length / pageSize)))
  return {
    asked,
    today,
    page,
    total: filtered.length,
    rows: filtered.slice((page - 1) * pageSize, page * pageSize),
    counts: Object.fromEntries(
      standingStates.map((s) => [s, all.filter((r) => isIn(r, s, today)).length]),
    ) as Record<State, number>,
    communes: byCommune(all),
  }
}

function isIn(s: Standing, state: State, today: Day): boolean {
  if (state === 'up') return s.takenDown === null
  if (state === 'down') return s.takenDown !== null
  return state === 'overdue' ? isOverdue(s, today) : isWithoutPhoto(s)
}

function byCommune(all: readonly SeenRow[]): { id: number; name: string; up: number; bare: number }[] {
  const found = Map.groupBy(
    all.filter((s) => s.communeId !== null && s.takenDown === null),
    (s) => s.communeId ?? 0,
  )
  return [...found]
    .map(([id, rows]) => ({
      ...{ id, name: rows[0]?.commune ?? '', up: rows.reduce((n, r) => n + r.quantity, 0) },
      bare: rows.filter(isWithoutPhoto).length,
    }))
    .sort((a, b) => b.up - a.up || (a.name < b.name ? -1 : 1))
}
