import { openDb } from '../../src/lib/db/db.ts'
import { applyPreview } from '../../src/modules/assignments/assignments.bulk-apply.ts'

/**
 * Applies a confirmed sheet as the worker does, until it is done or killed; prints how far it is. Arguments: a
 * connection string and the id of the update, in province 1.
 */
const [url = '', id] = process.argv.slice(2)
const db = openDb(url, 4)
const told = async (done: number) => {
  process.stdout.write(`${done}\n`)
}
await applyPreview(db, 1, Number(id), told, new Date('2026-11-22T02:00:00Z'))
await db.destroy()
