import { z } from 'zod'
import { recordChange } from '../../src/lib/audit.ts'
import { openDb } from '../../src/lib/db/db.ts'
import { migrate } from '../../src/lib/db/migrate.ts'
import { startPostgres } from '../../src/lib/db/postgres.ts'
import { jobKind, queueJob } from '../../src/lib/jobs/jobs.ts'

/**
 * Writes until it is killed: a change in the audit log and the job it raises, in one transaction, through the
 * same functions as every verb. Prints each mark after its commit was acknowledged.
 * Arguments: 'embedded' and a data folder, or 'server' and a connection string; then the name of this round.
 */
const [kind, place = '', round] = process.argv.slice(2)
const noted = jobKind('test.noted', z.object({ mark: z.string() }))
const by = { provinceId: 1, accountId: null, name: 'keep-writing' }

const url = kind === 'embedded' ? (await startPostgres(place)).url : place
await migrate(url)
const db = openDb(url, 4)
const { n } = await db
  .selectFrom('audit.entry')
  .select((e) => e.fn.countAll<number>().as('n'))
  .executeTakeFirstOrThrow()
process.stdout.write(`found ${n}\n`)
await Promise.all([0, 1, 2, 3].map(write))

async function write(writer: number): Promise<void> {
  for (let i = 0; ; i++) {
    const mark = `${round}/${writer}/${i}`
    await db.transaction().execute(async (tx) => {
      await recordChange(tx, by, new Date(), {
        verb: 'test.note',
        subject: { kind: 'note', id: mark },
        before: null,
        after: { round },
      })
      await queueJob(tx, 1, noted, { mark })
    })
    process.stdout.write(`${mark}\n`)
  }
}
