import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { CannotStart } from '../../errors.ts'
import { runAs, writeSettings } from './cluster.ts'
import type { Home } from './home.ts'
import { endProcess, isPostgresOn } from './processes.ts'

const startPatienceMs = 60_000
const stopPatienceMs = 20_000

export interface Postmaster {
  port: number
  /** Resolves with the last lines of the log when the server ends without having been asked to. */
  died: Promise<string>
  stop: () => Promise<void>
}

/**
 * Ends a server that a killed program left behind on this cluster. The caller holds the folder's lock, so no
 * living program of ours is using it. It is ended rather than taken over: the new one is a child of ours
 * again, on the binaries and settings of this version.
 */
export async function endLeftover(cluster: string): Promise<void> {
  const file = join(cluster, 'postmaster.pid')
  const pid = Number(readPidFile(file)[0])
  if (!pid) return
  if (!isPostgresOn(pid, cluster)) {
    // The number belongs to somebody else by now; PostgreSQL itself would take it for a running server.
    rmSync(file, { force: true })
    return
  }
  if (await endProcess(pid, ['SIGINT', 'SIGQUIT', 'SIGKILL'], stopPatienceMs / 2)) return
  throw new CannotStart(
    `Một máy chủ PostgreSQL cũ (tiến trình ${pid}) còn giữ ${cluster} và không dừng được. Hãy dừng nó (kill ${pid}) rồi chạy lại.`,
    `An old PostgreSQL server (process ${pid}) holds ${cluster} and cannot be ended. End it (kill ${pid}) and start again.`,
  )
}

/** Starts the server on a free port of this machine's own address and waits until it takes connections. */
export async function startPostmaster(home: Home, cluster: string): Promise<Postmaster> {
  const log = join(home.folder, 'postgres.log')
  const until = performance.now() + startPatienceMs
  for (;;) {
    const port = await freePort()
    writeSettings(home, cluster, port)
    const logFrom = statSync(log, { throwIfNoEntry: false })?.size ?? 0
    const child = launch(home, cluster, log)
    if (await ready(child, cluster, until)) return running(child, port, log)
    const said = readFileSync(log, 'utf8').slice(logFrom).trim()
    // A port taken in between, or the last children of a killed server still leaving: both pass.
    const passing = /could not bind|Address already in use|pre-existing shared memory|is still in use/.test(
      said,
    )
    if (!passing || performance.now() > until) throw notStarted(said, log)
    await sleep(100)
  }
}

function launch(home: Home, cluster: string, log: string): ChildProcess {
  const large = (statSync(log, { throwIfNoEntry: false })?.size ?? 0) > 5_000_000
  const out = openSync(log, large ? 'w' : 'a', 0o600)
  try {
    // A session of its own: Ctrl-C in the terminal reaches this program, which then stops the server last.
    return spawn(join(home.runtime, 'bin', 'postgres'), ['-D', cluster], {
      ...runAs(home),
      detached: true,
      stdio: ['ignore', out, out],
    })
  } finally {
    closeSync(out)
  }
}

async function ready(child: ChildProcess, cluster: string, until: number): Promise<boolean> {
  let ended = false
  child.once('exit', () => {
    ended = true
  })
  child.once('error', () => {
    ended = true
  })
  while (!ended && performance.now() < until) {
    const lines = readPidFile(join(cluster, 'postmaster.pid'))
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready') return true
    await sleep(10)
  }
  if (!ended && child.pid) await endProcess(child.pid, ['SIGQUIT', 'SIGKILL'], 5_000)
  return false
}

function running(child: ChildProcess, port: number, log: string): Postmaster {
  const pid = child.pid as number
  let stopping = false
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    if (child.exitCode !== null || child.signalCode !== null) resolve()
  })
  const died = new Promise<string>((resolve) => {
    ended.then(() => {
      if (!stopping) resolve(readFileSync(log, 'utf8').trim().split('\n').slice(-5).join('\n'))
    })
  })
  // The program leaves without a word (a fault, process.exit): the server still closes in order by itself.
  const leave = () => child.kill('SIGINT')
  process.once('exit', leave)
  child.unref()
  return {
    port,
    died,
    stop: async () => {
      stopping = true
      process.off('exit', leave)
      child.ref()
      if (!(await endProcess(pid, ['SIGINT', 'SIGQUIT'], stopPatienceMs))) child.kill('SIGKILL')
      await ended
    },
  }
}

function readPidFile(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n')
  } catch {
    return []
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}

function notStarted(said: string, log: string): CannotStart {
  const last = said.split('\n').slice(-5).join('\n')
  return new CannotStart(
    `PostgreSQL không khởi động được. Xem ${log}:\n${last}`,
    `PostgreSQL could not be started. See ${log}.`,
  )
}
