import { type Actor, reaches } from '../../lib/actor.ts'
import type { Day } from '../../lib/calendar/day.ts'
import { type Announcement, type Posting, type Standing, standingOf, standings } from './procedure.ts'

export interface BoardRow extends Posting {
  unitName: string
  standing: Standing
}

export interface Board {
  /** Late ones first, then by name. */
  rows: BoardRow[]
  counts: Record<Standing, number>
  /** Units that have to post, those that ended aside. */
  units: number
  posted: number
}

/** Who has posted a decision, as far as the actor sees units. */
export function boardOf(
  announcement: Pick<Announcement, 'dueDay'>,
  postings: readonly Posting[],
  nameOf: (unitId: number) => string,
  actor: Actor,
  today: Day,
): Board {
  const rows = postings
    .filter((p) => reaches(actor, p.unitId))
    .map((p) => ({
      ...p,
      unitName: nameOf(p.unitId),
      standing: standingOf(p, announcement.dueDay, today),
    }))
    .sort(
      (a, b) =>
        standings.indexOf(a.standing) - standings.indexOf(b.standing) ||
        a.unitName.localeCompare(b.unitName, 'vi'),
    )
  const count = (s: Standing) => rows.filter((r) => r.standing === s).length
  const counts = Object.fromEntries(standings.map((s) => [s, count(s)])) as Record<Standing, number>
  return {
    ...{ rows, counts, units: rows.length - counts.ended },
    posted: counts.posted + counts.posted_late,
  }
}
