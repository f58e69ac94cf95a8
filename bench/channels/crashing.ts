import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { build } from 'esbuild'
import { sql } from 'kysely'
import type { Db } from '../../src/lib/db/db.ts'
import { projectPath } from '../../src/lib/paths.ts'
import { addChannel, addMessage } from '../../src/modules/publishing/channels/channels.fixtures.ts'
import {
  type FakeServices,
  fakeServices,
  type Mood,
} from '../../src/modules/publishing/channels/fake-services.fixtures.ts'

export interface CrashReport {
  crashes: number
  seconds: number
  messages: number
  /** Crashes that hit a message between "about to call" and its outcome. */
  caughtSending: number
  states: Record<string, number>
  /** Messages that the services' own ledgers hold more than once. */
  doubled: number
  /** Messages that say "sent" and are in no ledger, or that are in no state that ends. */
  lost: number
  /** Before a person: the service cannot be asked. */
  beforePerson: number
}

const mostPackets = 400
const timing = { call: 800, lease: 2_000, settle: 400, retry: 150 }
const config = {
  secret: 'a secret of the bench that is long enough',
  baseUrl: 'https://cchc.invalid',
  privateHosts: ['127.0.0.1'],
}

/**
 * Sends on many channels by workers that are killed (SIGKILL) at random moments, `crashes` times, while the services
 * now and then do a thing and do not say so; lets one worker end the work; compares with what the services have.
 */
export async function crash(
  db: Db,
  url: string,
  unitId: number,
  crashes: number,
  say: (line: string) => void = () => {},
): Promise<CrashReport> {
  const folder = mkdtempSync(join(tmpdir(), 'chungtay-crashes-'))
  const script = await bundled(folder)
  const fake = await fakeServices()
  fake.usual = () => moodNow()
  fake.latencyMs = () => Math.random() * 12
  const channels = await manyChannels(db, fake, folder, unitId)
  const boot = (writes: number) =>
    booted(
      script,
      JSON.stringify({ url, bases: fake.bases, config: { ...config, dataDir: folder }, timing, writes }),
    )
  const from = performance.now()
  let killed = 0
  let queued = 0
  const topUp = async () => {
    while (killed < crashes) {
      const { waiting } = await countWaiting(db)
      for (let i = waiting; i < 360 && killed < crashes; i++) {
        const channel = channels[queued % channels.length]
        if (channel)
          await addMessage(db, channel.id, new Date(), {
            variant: { way: channel.way, images: channel.images },
          })
        queued += 1
      }
      await sleep(60)
    }
  }
  /** Each hand keeps one worker booting while another works and dies: by a packet's number, or from outside. */
  const hand = async () => {
    let next = boot(mostPackets)
    while (killed < crashes) {
      const worker = await next
      next = boot(mostPackets)
      const dead = new Promise((done) => worker.once('exit', done))
      worker.stdin?.write('go\n')
      const late = setTimeout(() => worker.kill('SIGKILL'), 1_500 + Math.random() * 2_500)
      await dead
      clearTimeout(late)
      if (worker.signalCode !== 'SIGKILL') throw new Error(`a worker ended by itself with ${worker.exitCode}`)
      killed += 1
      if (killed % 100 === 0) say(`${killed} crashes, ${fake.ledger.length} posts`)
    }
    ;(await next).kill('SIGKILL')
  }
  await Promise.all([topUp(), hand(), hand(), hand(), hand()])
  const last = await boot(0)
  last.stdin?.write('go\n')
  fake.usual = () => 'good'
  // A page's limit may say to wait for 19 minutes: the waits of many minutes end here.
  await sql`update publishing.message set next_try_at = now() where state = 'waiting'`.execute(db)
  for (let open = await countOpen(db); open > 0; open = await countOpen(db)) {
    say(`${open} messages to be ended`)
    await sleep(1_000)
  }
  last.kill('SIGKILL')
  const report = await compare(db, fake, killed, (performance.now() - from) / 1000)
  await fake.close()
  rmSync(folder, { recursive: true, force: true })
  return report
}

function moodNow(): Mood {
  const rare: Mood[] = [
    'done-then-silent',
    'done-then-cut',
    'done-then-500',
    'done-then-garbage',
    '500',
    'limit',
  ]
  return Math.random() < 0.94 ? 'good' : (rare[Math.floor(Math.random() * rare.length)] ?? 'good')
}

async function bundled(folder: string): Promise<string> {
  const outfile = join(folder, 'worker.mjs')
  await build({
    entryPoints: [projectPath('bench/channels/worker.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    external: ['pg-native'],
    minify: true,
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    logLevel: 'silent',
  })
  return outfile
}

async function booted(script: string, settings: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [script, settings], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { NODE_COMPILE_CACHE: join(dirname(script), 'cache') },
  })
  await new Promise((ready, failed) => {
    child.stdout?.once('data', ready)
    child.once('exit', () => failed(new Error('a worker did not boot')))
  })
  return child
}

async function manyChannels(db: Db, fake: FakeServices, folder: string, unitId: number) {
  const tools = { db, config: { ...config, dataDir: folder } }
  const made: {
    id: number
    way: 'article' | 'broadcast' | undefined
    images: { fileId: number; alt: string }[]
  }[] = []
  const image = [{ fileId: 7, alt: '' }]
  // A crash holds its channels up until their leases end: there must be enough others to work on.
  for (let i = 0; i < 90; i++) {
    const secret = { accessToken: `${fake.tokens.access}@${i}` }
    const zalo = await addChannel(tools, fake, 'zalo', unitId, { secret })
    made.push({ id: zalo, way: i % 4 === 0 ? 'broadcast' : 'article', images: image })
    const settings = { pageId: String(1000 + i) }
    made.push({
      id: await addChannel(tools, fake, 'facebook', unitId, { settings }),
      way: undefined,
      images: i % 3 ? [] : image,
    })
    made.push({ id: await addChannel(tools, fake, 'webhook', unitId), way: undefined, images: [] })
  }
  return made
}

async function countWaiting(db: Db): Promise<{ waiting: number }> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from publishing.message where state = 'waiting'`.execute(db)
  return { waiting: rows[0]?.n ?? 0 }
}

async function countOpen(db: Db): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from publishing.message
    where state in ('waiting', 'sending') or (state = 'unsure' and look_at is not null)`.execute(db)
  return rows[0]?.n ?? 0
}

async function compare(db: Db, fake: FakeServices, crashes: number, seconds: number): Promise<CrashReport> {
  const messages = await db
    .selectFrom('publishing.message')
    .innerJoin('publishing.channel', 'publishing.channel.id', 'publishing.message.channel_id')
    .select(['publishing.message.state', 'look_at', 'variant', 'send_key', 'kind'])
    .execute()
  const { rows } = await sql<{ n: number }>`
    select count(distinct (message_id, number))::int as n from publishing.message_attempt where fault->>'code' = 'lost'`.execute(
    db,
  )
  const times = new Map<string, number>()
  for (const post of fake.ledger) {
    const number = /ài số (\d+)/.exec(post.title)?.[1] ?? /ội dung số (\d+)/.exec(post.words)?.[1]
    const key = `${post.service}:${post.service === 'webhook' ? post.id : (number ?? post.words)}`
    times.set(key, (times.get(key) ?? 0) + 1)
  }
  const states: Record<string, number> = {}
  let lost = 0
  let beforePerson = 0
  for (const m of messages) {
    states[m.state] = (states[m.state] ?? 0) + 1
    const text = (m.variant as { text: string }).text
    const number = /số (\d+)/.exec(text)?.[1]
    const there = times.has(`${m.kind}:${m.kind === 'webhook' ? m.send_key : number}`)
    const over = m.state === 'sent' || m.state === 'dead' || m.state === 'failed' || m.state === 'unsure'
    if (!over || (m.state === 'sent' && !there)) lost += 1
    if (m.state === 'unsure' && m.look_at === null) beforePerson += 1
  }
  return {
    crashes,
    seconds,
    messages: messages.length,
    caughtSending: rows[0]?.n ?? 0,
    states,
    doubled: [...times.values()].filter((n) => n > 1).length,
    lost,
    beforePerson,
  }
}
