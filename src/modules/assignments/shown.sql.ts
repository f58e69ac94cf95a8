import type { DbOrTx } from '../../lib/db/db.ts'

/** How many activities, and how many pieces of evidence on them, an assignment has to show. */
export async function countShown(
  db: DbOrTx,
  provinceId: number,
  assignmentId: number,
): Promise<{ activities: number; evidence: number }> {
  const row = await db
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
      e.fn.count<number>('activity.id').distinct().as('activities'),
      e.fn.count<number>('shown.evidence_id').distinct().as('evidence'),
    ])
    .where('link.province_id', '=', provinceId)
    .where('link.assignment_id', '=', assignmentId)
    .executeTakeFirstOrThrow()
  return { activities: Number(row.activities), evidence: Number(row.evidence) }
}
