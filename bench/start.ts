// From `npm start` to the first page, how long pages take while the demonstration is being made, and what the program
// holds in memory when nobody asks anything.
// Run: node bench/start.ts [rounds] (Linux; the machine should do nothing else). Limit: 10 s to the first page.
import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { projectPath } from '../src/lib/paths.ts'

const limitSeconds = 10
const rounds = Number(process.argv[2] ?? 5)

const firsts: number[] = []
const agains: number[] = []
const meanwhile: number[] = []
const ready: number[] = []
let memory: Record<string, number> = {}
for (let i = 0; i < rounds; i++) {
  const folder = mkdtempSync(join(tmpdir(), 'chungtay-bench-'))
  chmodSync(folder, 0o711)
  firsts.push(await measure(folder))
  agains.push(await measure(folder, i === rounds - 1))
  rmSync(folder, { recursive: true, force: true })
}
report('first start (initdb, migrations, demonstration)', firsts)
report('later start', agains)
const asked = meanwhile.toSorted((a, b) => a - b)
console.log(
  `pages while the demonstration was made: median ${asked[asked.length >> 1]?.toFixed(0)} ms, worst ${asked.at(-1)?.toFixed(0)} ms of ${asked.length}`,
)
console.log(`the demonstration was there after at most ${Math.max(...ready).toFixed(1)} s`)
for (const [name, kib] of Object.entries(memory)) console.log(`${name}: ${(kib / 1024).toFixed(0)} MB`)

async function measure(folder: string, weigh = false): Promise<number> {
  const from = performance.now()
  const env = { ...process.env, DATA_DIR: folder, PORT: '0', DATABASE_URL: undefined }
  const child = spawn('node', [projectPath('bin/chungtay.mjs'), 'start'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  let address = ''
  for await (const line of createInterface({ input: child.stdout })) {
    address = /http:\/\/\S+/.exec(line)?.[0] ?? ''
    if (address) break
  }
  await (await fetch(address)).text()
  const seconds = (performance.now() - from) / 1000
  // The sign-in page asks to be loaded again for as long as the demonstration is not there.
  for (let waits = true; waits; ) {
    const asked = performance.now()
    const page = await fetch(address)
    await page.text()
    meanwhile.push(performance.now() - asked)
    waits = page.headers.has('refresh')
    if (waits) await sleep(100)
    else ready.push((performance.now() - from) / 1000)
  }
  if (weigh) {
    await sleep(10_000)
    memory = weighTree(child.pid ?? 0)
  }
  child.kill('SIGTERM')
  await ended
  return seconds
}

/** Proportional set size (shared pages are divided among those who share them), summed by program, in KiB. */
function weighTree(root: number): Record<string, number> {
  const pids = readdirSync('/proc').map(Number).filter(Boolean)
  const parents = new Map(pids.map((pid) => [pid, Number(field(pid, 'status', /^PPid:\s+(\d+)/m))]))
  const inTree = (pid: number): boolean => pid === root || (pid > 1 && inTree(parents.get(pid) ?? 0))
  const sums: Record<string, number> = {}
  for (const pid of pids.filter(inTree)) {
    const command = field(pid, 'cmdline', /([\s\S]*)/).replaceAll('\0', ' ')
    const name = command.includes('postgres') ? 'PostgreSQL' : pid === root ? 'launcher' : 'program (Node)'
    sums[name] = (sums[name] ?? 0) + Number(field(pid, 'smaps_rollup', /^Pss:\s+(\d+)/m))
  }
  return sums
}

function field(pid: number, file: string, pattern: RegExp): string {
  try {
    return pattern.exec(readFileSync(`/proc/${pid}/${file}`, 'utf8'))?.[1] ?? ''
  } catch {
    return ''
  }
}

function report(what: string, seconds: number[]): void {
  const sorted = seconds.toSorted((a, b) => a - b)
  const median = sorted[sorted.length >> 1] ?? 0
  const worst = sorted.at(-1) ?? 0
  console.log(
    `${what}: median ${median.toFixed(2)} s, worst ${worst.toFixed(2)} s of ${seconds.length}; limit / worst = ${(limitSeconds / worst).toFixed(1)}`,
  )
}
