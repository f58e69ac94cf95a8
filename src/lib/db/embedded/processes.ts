import { spawnSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'

/** Does a process with this number live? One of another account counts too; one that only waits to be reaped does not. */
export function lives(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'EPERM'
  }
  return process.platform !== 'linux' || statOf(pid)?.state !== 'Z'
}

/**
 * What tells a process from a later one with the same number: the moment it began. Null where the system
 * does not say.
 */
export function beginningOf(pid: number): string | null {
  if (process.platform === 'linux') return statOf(pid)?.began ?? null
  if (process.platform === 'win32') return null
  return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() || null
}

/** The machine, its present boot and, in a container, the container: process numbers mean something only within it. */
export function placeOfProcesses(): string {
  if (process.platform !== 'linux') return hostname()
  return [
    hostname(),
    readIfThere('/proc/sys/kernel/random/boot_id').trim(),
    linkIfThere('/proc/self/ns/pid'),
  ].join(' ')
}

/** Is `pid` a PostgreSQL server that works in `folder`? The number in a left-over file may be anybody's by now. */
export function isPostgresOn(pid: number, folder: string): boolean {
  if (!lives(pid)) return false
  if (process.platform === 'win32') return true
  if (process.platform !== 'linux') {
    const ran = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
    return ran.stdout.includes(folder)
  }
  return statOf(pid)?.name === 'postgres' && linkIfThere(`/proc/${pid}/cwd`) === folder
}

/** Sends the signals one after another, waiting `patienceMs` for the end after each. Answers whether it ended. */
export async function endProcess(
  pid: number,
  signals: readonly NodeJS.Signals[],
  patienceMs: number,
): Promise<boolean> {
  for (const signal of signals) {
    try {
      process.kill(pid, signal)
    } catch {
      return !lives(pid)
    }
    for (let waited = 0; waited < patienceMs; waited += 20) {
      if (!lives(pid)) return true
      await sleep(20)
    }
  }
  return !lives(pid)
}

function statOf(pid: number): { name: string; state: string; began: string } | null {
  const text = readIfThere(`/proc/${pid}/stat`)
  const end = text.lastIndexOf(')')
  if (end < 0) return null
  const fields = text.slice(end + 2).split(' ')
  return { name: text.slice(text.indexOf('(') + 1, end), state: fields[0] ?? '', began: fields[19] ?? '' }
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function linkIfThere(path: string): string {
  try {
    return readlinkSync(path)
  } catch {
    return ''
  }
}
