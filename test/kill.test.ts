import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { type Db, openDb } from '../src/lib/db/db.ts'
import { isPostgresOn } from '../src/lib/db/embedded/processes.ts'
import { startPostgres } from '../src/lib/db/postgres.ts'
import { projectPath } from '../src/lib/paths.ts'
import { freshDatabase } from './database.ts'
import { type Program, runProgram } from './program.ts'

/** Bounded in rounds by what was asked for, in time by what a test run may cost. */
const kills = 30
const limitMs = 300_000
const program = projectPath('test/programs/keep-writing.ts')

test(
  'what was acknowledged is there after kill -9 of program and embedded PostgreSQL, 30 times at random moments',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'chungtay-kill-'))
    chmodSync(folder, 0o711)
    try {
      const acknowledged = await killAgainAndAgain('embedded', folder, (round, running) => {
        // Every third time the server survives its program and is found by the next start.
        if (round % 3 === 0) killServer(folder)
        running.child.kill('SIGKILL')
        if (round % 3 === 1) killServer(folder)
      })
      const server = await startPostgres(folder)
      const db = openDb(server.url)
      expect(await missing(db, acknowledged)).toEqual([])
      await db.destroy()
      await server.stop()
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
  limitMs,
)

test(
  'what was acknowledged is there after kill -9 of a program on a server, 30 times at random moments',
  async () => {
    const { db, url, close } = await freshDatabase()
    const acknowledged = await killAgainAndAgain('server', url, (_, running) => running.child.kill('SIGKILL'))
    expect(await missing(db, acknowledged)).toEqual([])
    await close()
  },
  limitMs,
)

/** Answers the marks that were acknowledged before the kills. */
async function killAgainAndAgain(
  kind: 'embedded' | 'server',
  place: string,
  kill: (round: number, running: Program) => void,
): Promise<string[]> {
  const acknowledged: string[] = []
  for (let round = 0; round < kills; round++) {
    const running = runProgram(program, [kind, place, String(round)])
    if (round % 5 === 0) {
      // Also while it starts: initdb, migrations, recovery.
      await sleep(Math.random() * 600)
      kill(round, running)
      await running.ended
      continue
    }
    const found = await running.line()
    expect(Number(found.split(' ')[1]), `round ${round}: ${found}`).toBeGreaterThanOrEqual(
      acknowledged.length,
    )
    const first = await running.line()
    expect(first).not.toBe('')
    acknowledged.push(first)
    await sleep(Math.random() * 150)
    kill(round, running)
    for (let mark = await running.line(); mark; mark = await running.line()) {
      // A last line may be cut by the kill: only a whole one was acknowledged to anybody.
      if (/^\d+\/\d+\/\d+$/.test(mark)) acknowledged.push(mark)
    }
    await running.ended
  }
  return acknowledged
}

function killServer(folder: string): void {
  const file = join(folder, 'postgres/pg/postmaster.pid')
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  if (pid && isPostgresOn(pid, join(folder, 'postgres/pg'))) process.kill(pid, 'SIGKILL')
}

/** The change and its job stand or fall together, so both are looked for. */
async function missing(db: Db, marks: string[]): Promise<string[]> {
  const entries = await db.selectFrom('audit.entry').select('subject_id').execute()
  const jobs = await db.selectFrom('jobs.job').select('payload').execute()
  const noted = new Set(entries.map((e) => e.subject_id))
  const queued = new Set(jobs.map((j) => (j.payload as { mark: string }).mark))
  expect(queued).toEqual(noted)
  expect(marks.length).toBeGreaterThan(kills)
  return marks.filter((m) => !noted.has(m))
}
