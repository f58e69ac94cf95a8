import type { DbOrTx } from '../../lib/db/db.ts'

/** Tasks of running plans whose time is "after announcement" and of which the unit holds an open assignment. */
export async function selectTasksAfterAnnouncement(
  db: DbOrTx,
  provinceId: number,
  unitId: number,
): Promise<number[]> {
  const rows = await db
    .selectFrom('assignments.assignment as a')
    .innerJoin('plans.schedule as s', (j) =>
      j.onRef('s.province_id', '=', 'a.province_id').onRef('s.task_id', '=', 'a.task_id'),
    )
    .select('a.task_id as taskId')
    .distinct()
    .where('a.province_id', '=', provinceId)
    .where('a.unit_id', '=', unitId)
    .where('s.kind', '=', 'AFTER_ANNOUNCEMENT')
    .where('a.state', 'in', ['assigned', 'acknowledged', 'in_progress', 'returned'])
    .execute()
  return rows.map((r) => r.taskId)
}
