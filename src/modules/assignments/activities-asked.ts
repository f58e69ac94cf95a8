import { type Actor, reaches } from '../../lib/actor.ts'
import type { UnitRow } from '../organisations/organisation.ts'

/** The unit asked for with all below it, as far as the reader reaches; a unit that is gone is asked for by itself. */
export function unitsAsked(
  actor: Actor,
  asked: string | undefined,
  units: readonly UnitRow[],
): number[] | undefined {
  const reach = actor.reach === 'province' ? undefined : [...actor.reach]
  const id = Number(asked) || null
  if (id === null) return reach
  const below = new Set([id])
  for (const u of units) if (u.parentId !== null && below.has(u.parentId)) below.add(u.id)
  return [...below].filter((of) => reaches(actor, of))
}
