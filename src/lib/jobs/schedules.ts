import type { Db } from '../db/db.ts'
import { nextMoment } from './cron.ts'
import type { Schedule } from './handler.ts'
import { queueJob } from './jobs.ts'

/**
 * Queues what is due for these provinces and notes when it is due again, in one transaction each: however many
 * workers ask, each moment is queued once; moments missed while no worker ran are made up for once.
 */
export async function queueDue(
  db: Db,
  schedules: readonly Schedule[],
  provinceIds: readonly number[],
  now: Date,
): Promise<void> {
  for (const schedule of schedules) {
    await makeKnown(db, schedule, provinceIds, now)
    await db.transaction().execute(async (tx) => {
      const due = await tx
        .selectFrom('jobs.schedule')
        .select('province_id')
        .where('name', '=', schedule.name)
        .where('province_id', 'in', [...provinceIds])
        .where('next_at', '<=', now)
        .forUpdate()
        .skipLocked()
        .execute()
      for (const { province_id } of due) {
        await queueJob(tx, province_id, schedule.kind, {}, { key: schedule.name })
        await tx
          .updateTable('jobs.schedule')
          .set({ next_at: nextMoment(schedule.at, now) })
          .where('province_id', '=', province_id)
          .where('name', '=', schedule.name)
          .execute()
      }
    })
  }
}

/** A province or a schedule seen for the first time, or a schedule whose times have changed, counts from now. */
async function makeKnown(
  db: Db,
  { name, at }: Schedule,
  provinceIds: readonly number[],
  now: Date,
): Promise<void> {
  const next_at = nextMoment(at, now)
  await db
    .insertInto('jobs.schedule')
    .values(provinceIds.map((province_id) => ({ province_id, name, at, next_at })))
    .onConflict((c) =>
      c.columns(['province_id', 'name']).doUpdateSet({ at, next_at }).where('jobs.schedule.at', '!=', at),
    )
    .execute()
}
