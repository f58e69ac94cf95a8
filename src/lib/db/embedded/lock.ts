import { randomUUID } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { CannotStart } from '../../errors.ts'
import { beginningOf, lives, placeOfProcesses } from './processes.ts'

const beatMs = 1_000

const holder = z.object({ id: z.string(), pid: z.number(), began: z.string().nullable(), place: z.string() })
type Holder = z.infer<typeof holder>

/**
 * Makes this program the only one on the data folder. The lock names the process by number and beginning, so
 * that a number used again after a crash is not mistaken for the program. Throws {@link CannotStart} where
 * another program is at work. Returns the release.
 */
export async function lockFolder(dataDir: string): Promise<() => void> {
  const file = join(dataDir, 'program.lock')
  const mine: Holder = {
    id: randomUUID(),
    pid: process.pid,
    began: beginningOf(process.pid),
    place: placeOfProcesses(),
  }
  const draft = `${file}.${mine.id}`
  writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 })
  try {
    while (!tryLink(draft, file)) await clearStale(file, dataDir)
  } finally {
    rmSync(draft, { force: true })
  }
  const beat = setInterval(() => touch(file), beatMs).unref()
  const release = () => {
    clearInterval(beat)
    if (read(file)?.id === mine.id) rmSync(file, { force: true })
  }
  process.once('exit', release)
  return () => {
    process.off('exit', release)
    release()
  }
}

function tryLink(draft: string, file: string): boolean {
  try {
    linkSync(draft, file)
    return true
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw fault
  }
}

/** Takes away a lock whose program is gone; refuses where it is at work. */
async function clearStale(file: string, dataDir: string): Promise<void> {
  const found = read(file)
  if (found && (await atWork(found, file))) throw inUse(found, dataDir)
  const away = `${file}.${randomUUID()}`
  try {
    renameSync(file, away)
  } catch {
    return
  }
  // Another program may have come in between: what was moved is then its lock and goes back.
  if (read(away)?.id !== found?.id) tryLink(away, file)
  rmSync(away, { force: true })
}

async function atWork(found: Holder, file: string): Promise<boolean> {
  const here = placeOfProcesses()
  const [host, boot] = found.place.split(' ')
  if (host === here.split(' ')[0] && boot !== here.split(' ')[1]) return false
  if (found.place === here) return lives(found.pid) && beginningOf(found.pid) === found.began
  // Another machine or container on the same folder: its process numbers say nothing here, its beat does.
  const before = beatOf(file)
  await sleep(beatMs * 2.5)
  return beatOf(file) !== before
}

function read(file: string): Holder | null {
  try {
    return holder.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}

function beatOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

function touch(file: string): void {
  try {
    const now = performance.timeOrigin / 1000 + performance.now() / 1000
    utimesSync(file, now, now)
  } catch {
    // Removed by hand: the next start will find no lock, and PostgreSQL's own one still stands.
  }
}

function inUse(found: Holder, dataDir: string): CannotStart {
  return new CannotStart(
    `Thư mục dữ liệu ${dataDir} đang được một chương trình Chung Tay khác dùng (tiến trình ${found.pid}). Hãy dùng chương trình đang chạy, hoặc dừng nó rồi chạy lại, hoặc chọn thư mục khác: DATA_DIR=… npm start.`,
    `Another Chung Tay program (process ${found.pid}) is using the data folder ${dataDir}. Use that one, or stop it and start again, or choose another folder: DATA_DIR=… npm start.`,
  )
}
