import type { DbOrTx } from '../../lib/db/db.ts'

/** How many activities, and how many pieces of evidence on them, an assignment has to show. */
export interface Shown {
  activities: number
  evidence: number
}

export async function countShown(db: DbOrTx, provinceId: number, assignmentId: number): Promise<Shown> {
  const shown = await countShownOf(db, provinceId, [assignmentId])
  return shown.get(assignmentId) ?? { activities: 0, evidence: 0 }
}

/** The same for many; assignments with nothing to show are not in the answer. */
export async function countShownOf(
  db: DbOrTx,
  provinceId: number,
  assignmentIds: readonly number[],
): Promise<Map<number, Shown>> {
  if (assignmentIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('assignments.activity_assignment as link')
    .innerJoin('assignments.activity as activity', (j) =>
      j
        .onRef('activity.province_id', '=', 'link.province_id')
        .onRef('activity.id', '=', 'link.activity_id')
        .on('activity.withdrawn_at', 'is', null),
    )
    .leftJoin('assignments.activity_evidence as shown', (j) =>
      j
        .onRef('shown.province_id', '=', 'activity.province_id')
        .onRef('shown.activity_id', '=', 'activity.id'),
    )
    .select((e) => [
      'link.assignment_id as id',
      e.fn.count<number>('activity.id').distinct().as('activities'),
      e.fn.count<number>('shown.evidence_id').distinct().as('evidence'),
    ])
    .where('link.province_id', '=', provinceId)
    .where('link.assignment_id', 'in', assignmentIds)
    .groupBy('link.assignment_id')
    .execute()
  return new Map(rows.map((r) => [r.id, { activities: Number(r.activities), evidence: Number(r.evidence) }]))
}
