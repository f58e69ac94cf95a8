import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'

/** A clock tick of Linux, in ms: the unit of /proc/<pid>/stat. */
const tick = 10

/** Processor time of one process, its ended children included, in ms. */
function cpuOf(pid: number): number {
  // The name in parentheses may hold spaces; what follows it does not.
  const fields = read(pid, 'stat')
    .replace(/^.*\) /, '')
    .split(' ')
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks) * tick, 0)
}

function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((other) => other && Number(/^PPid:\s+(\d+)/m.exec(read(other, 'status'))?.[1]) === pid)
}

/** Processor time of a process and all its children, in ms. */
export function cpuOfFamily(pid: number): number {
  return [pid, ...childrenOf(pid)].reduce((sum, one) => sum + cpuOf(one), 0)
}

/** Proportional set size of a process and its children (shared pages are divided among those who share them), in MB. */
export function memoryOfFamily(pid: number): number {
  const kib = [pid, ...childrenOf(pid)].map((one) =>
    Number(/^Pss:\s+(\d+)/m.exec(read(one, 'smaps_rollup'))?.[1] ?? 0),
  )
  return kib.reduce((sum, n) => sum + n, 0) / 1024
}

/** The most memory a process ever held, in MB. */
export function peakOf(pid: number): number {
  return Number(/^VmHWM:\s+(\d+)/m.exec(read(pid, 'status'))?.[1] ?? 0) / 1024
}

/** The program below a launcher. */
export function programUnder(launcher: number): number {
  return childrenOf(launcher).find((pid) => read(pid, 'cmdline').includes('main.mjs')) ?? launcher
}

/** The postmaster of a server on this machine; null where it is elsewhere. */
export async function postmasterOf(database: string): Promise<number | null> {
  const client = new pg.Client({ connectionString: database })
  await client.connect()
  const { rows } = await client.query('select pg_backend_pid() as pid')
  const status = read(rows[0].pid, 'status')
  await client.end()
  return status.startsWith('Name:\tpostgres') ? Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]) : null
}

function read(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}
