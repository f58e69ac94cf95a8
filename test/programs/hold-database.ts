import { startPostgres } from '../../src/lib/db/postgres.ts'
import { CannotStart } from '../../src/lib/errors.ts'

/** A program that holds the database of the folder in its first argument until its input closes. */
try {
  const server = await startPostgres(process.argv[2] ?? '')
  process.stdout.write(`${server.url}\n`)
  server.died.then((words) => {
    process.stdout.write(`died: ${words}\n`)
    process.exit(3)
  })
  for await (const _ of process.stdin);
  await server.stop()
} catch (fault) {
  if (!(fault instanceof CannotStart)) throw fault
  process.stdout.write(`refused: ${fault.message}\n`)
  process.exitCode = 1
}
