import { readFile } from 'node:fs/promises'
import { readDocument } from '../../lib/documents/in/read-document.ts'
import { fileById } from '../../lib/files/files.ts'
import { storedPath } from '../../lib/files/store.ts'
import { type JobContext, type JobHandler, jobHandler, type Schedule } from '../../lib/jobs/handler.ts'
import { remindOpenConsultations } from './plans.consultation.ts'
import { readPlanFile, remindTheConsulted } from './plans.jobs.ts'
import { selectReading, updateReading } from './review/review.sql.ts'
import { failReading, keepReading } from './review/reviews.ts'

export const plansWorker: readonly JobHandler[] = [
  jobHandler(readPlanFile, (context, { readingId }, provinceId) =>
    readFileOf(context, provinceId, readingId),
  ),
  jobHandler(remindTheConsulted, ({ db, now }, _, provinceId) =>
    db
      .transaction()
      .execute((tx) => remindOpenConsultations(tx, { provinceId, accountId: null, name: 'Chung Tay' }, now)),
  ),
]

export const plansSchedules: readonly Schedule[] = [
  { name: 'plans.remind-consulted', at: '15 7 * * *', kind: remindTheConsulted },
]

/** Reads a dropped file, scans included, and tells how far it has come. Runs again harmlessly until it is read. */
async function readFileOf(context: JobContext, provinceId: number, readingId: number): Promise<void> {
  const { db, now, config, signal } = context
  const reading = await selectReading(db, provinceId, readingId)
  if (!reading || (reading.state !== 'WAITING' && reading.state !== 'READING')) return
  const file = reading.fileId === null ? null : await fileById(db, provinceId, reading.fileId)
  if (!file) return
  await updateReading(db, provinceId, readingId, { state: 'READING', progress: 1 })
  const bytes = await readFile(storedPath(config.dataDir, file.sha256))
  const told: Promise<unknown>[] = []
  const read = await readDocument(
    bytes,
    { name: file.name },
    {
      ocr: true,
      signal,
      onProgress: (done, total, what) => {
        const percent = Math.min(99, Math.round((done / Math.max(1, total)) * 100))
        told.push(updateReading(db, provinceId, readingId, { progress: percent }))
        told.push(context.progress(done, total, what))
      },
    },
  )
  await Promise.all(told)
  await db.transaction().execute(async (tx) => {
    if (read.ok) await keepReading(tx, provinceId, readingId, read.document, now)
    else await failReading(tx, provinceId, readingId, read.fault)
  })
}
