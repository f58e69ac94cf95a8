import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { readConfig } from '../../src/lib/config.ts'
import { type Db, openDb } from '../../src/lib/db/db.ts'
import { fakeServices } from '../../src/modules/publishing/channels/fake-services.fixtures.ts'
import { sendingTools } from '../../src/modules/publishing/channels/tools.ts'
import { openPortal } from '../../src/modules/publishing/publishing.columns.ts'
import type { World } from '../../test/world.ts'
import { type Chance, chanceOf } from './chance.ts'
import { type Comparison, compare } from './comparing.ts'
import { addReaders, letterBox } from './letters.ts'
import { cancelSome, grantAgain, noDeeds, proveSome, settleSome } from './people.ts'
import { count, manyChannels, moodOf, queueSomewhere, stillOpen } from './scene.ts'
import { builtProgram, startWorkerProcess } from './worker-process.ts'

export interface CrashOptions {
  crashes: number
  seed: number
  /** Workers side by side. */
  hands: number
  /** Channels of each service; waiting messages are kept at two for each. */
  channels: number
  readers: number
  say: (line: string) => void
}

export interface CrashReport extends Comparison {
  seed: number
  crashes: number
  seconds: number
  cutConnections: number
  tokensExchanged: number
  grantedAgain: number
  cancelled: number
  proved: number
  /** Put before a person, who looked at the channel: it was there; it was not. */
  settledSent: number
  settledNotSent: number
}

/**
 * Sends on many channels by the program's own worker (`chungtay worker`, in production), killed (SIGKILL) `crashes`
 * times at random packets and moments, while services do things and do not say so, tokens end, connections to the
 * database are cut, and people cancel, prove, settle and grant again; lets one worker end the work; compares with what
 * the services counted.
 */
export async function crash(url: string, world: World, options: CrashOptions): Promise<CrashReport> {
  const { seed, channels, say } = options
  const chance = chanceOf(seed)
  const folder = mkdtempSync(join(tmpdir(), 'chungtay-crashes-'))
  const fake = await fakeServices()
  fake.usual = () => moodOf(chance)
  fake.latencyMs = () => chance.next() * 12
  const box = await letterBox(() => chance.next() < 0.02)
  const env = environment(url, folder, fake.bases, box.url)
  const config = readConfig(env)
  // Ours is told apart from the workers' when connections are cut.
  const own = new URL(url)
  own.searchParams.set('application_name', 'bench')
  const db = openDb(own.href, 6)
  await db.transaction().execute((tx) => openPortal(tx, 1))
  await addReaders(db, config.secret, options.readers)
  const places = await manyChannels(db, fake, config, world.units.noiVu, channels)
  const program = await builtProgram()
  const deeds = noDeeds()
  const actor = leadOf(world)
  const tools = sendingTools(db, config, () => new Date())
  const from = performance.now()
  let killed = 0
  let cuts = 0
  const living = new Set<ChildProcess>()
  const busy = () => killed < options.crashes
  const people = async () => {
    await cancelSome(db, actor, chance, deeds)
    await proveSome(db, actor, chance, deeds)
    await settleSome(db, fake, actor, deeds)
    await grantAgain(tools, fake, actor, deeds)
  }
  const again = async (ms: number, deed: () => Promise<unknown>) => {
    while (busy()) {
      await deed()
      await sleep(ms * (0.5 + chance.next()))
    }
  }
  const life = [
    again(100, async () => {
      const waiting = await count(db, `m.state = 'waiting'`)
      for (let i = waiting; i < channels * 5 && i < waiting + 30; i++)
        await queueSomewhere(db, places, chance)
    }),
    again(700, people),
    again(400, async () => endToken(fake.accounts, chance)),
    again(1_500, async () => {
      cuts += await cutOne(db, chance)
    }),
    again(900, () => ageJobs(db)),
    again(2_500, () => shortenLimits(db)),
  ]
  const hand = async () => {
    while (busy()) {
      const from = chance.next() < 0.25 ? 'start' : 'call'
      const after = 1 + chance.below(from === 'call' ? 60 : 160)
      const dies = { from, after, fate: chance.next() } as const
      const worker = startWorkerProcess(program, env, dies)
      living.add(worker)
      const words = await ended(worker, () => {
        if (dies.fate > 0.85) setTimeout(() => worker.kill('SIGKILL'), chance.below(1_200))
      })
      living.delete(worker)
      // A connection cut while it starts ends it in order; whoever supervises it starts it again.
      if (worker.signalCode !== 'SIGKILL' && !/terminat|connection|ECONNRESET/i.test(words))
        throw new Error(`a worker ended by itself: ${words}`)
      if (worker.signalCode === 'SIGKILL') killed += 1
      if (killed % 50 === 0) say(`${killed} crashes, ${fake.ledger.length} posts`)
    }
  }
  try {
    await Promise.all([...life, ...Array.from({ length: options.hands }, hand)])
    say(
      `${killed} crashes in ${Math.round((performance.now() - from) / 1000)} s; now one worker ends the work`,
    )
    fake.usual = () => 'good'
    const last = startWorkerProcess(program, env, null)
    living.add(last)
    for (let open = 1; open > 0; ) {
      await shortenWaits(db)
      await people()
      open = await count(db, stillOpen)
      await sleep(500)
    }
    const seconds = Math.round((performance.now() - from) / 1000)
    return {
      ...{ seed, crashes: killed, seconds, cutConnections: cuts },
      tokensExchanged: [...fake.accounts.values()].reduce((sum, t) => sum + t.exchanges, 0),
      ...{ grantedAgain: deeds.grantedAgain, cancelled: deeds.cancelled.size, proved: deeds.proved },
      ...{ settledSent: deeds.saidSent, settledNotSent: deeds.saidNotSent },
      ...(await compare(db, fake, box, deeds.cancelled)),
    }
  } finally {
    for (const worker of living) worker.kill('SIGKILL')
    await db.destroy()
    await Promise.all([fake.close(), box.close()])
    program.remove()
    rmSync(folder, { recursive: true, force: true })
  }
}

function environment(
  url: string,
  folder: string,
  bases: { zaloApi: string; zaloOauth: string; graph: string },
  smtp: string,
): Record<string, string> {
  return {
    DATABASE_URL: url,
    DATA_DIR: folder,
    CHUNGTAY_URL: 'https://cchc.invalid',
    CHUNGTAY_MODE: 'production',
    SECRET: 'a secret of the bench that is long enough',
    OUTGOING_PRIVATE_HOSTS: '127.0.0.1',
    ZALO_API_URL: bases.zaloApi,
    ZALO_OAUTH_URL: bases.zaloOauth,
    GRAPH_API_URL: bases.graph,
    // A twentieth of what production takes: leases of 6 s in place of two minutes.
    CHANNEL_CALL_SECONDS: '1',
    SMTP_URL: smtp,
  }
}

function leadOf({ lan, units }: World) {
  return {
    provinceId: 1,
    accountId: lan.accountId,
    name: lan.name,
    locale: 'vi',
    grants: [{ role: 'province_lead', unitId: units.noiVu }],
    reach: 'province',
  } as const
}

/** Its last words, when it has ended. A worker that has nothing to do is killed after 20 s all the same. */
async function ended(worker: ChildProcess, began: () => void): Promise<string> {
  let words = ''
  const idle = setTimeout(() => worker.kill('SIGKILL'), 20_000)
  worker.stderr?.on('data', (chunk: Buffer) => {
    if (words === '' && String(chunk).startsWith('began')) began()
    words = `${words}${chunk}`.slice(0, 8_000)
  })
  await new Promise((done) => worker.once('close', done))
  clearTimeout(idle)
  return words
}

/** The service does not know an access token any more, long before its time. */
function endToken(accounts: Map<string, { access: string }>, chance: Chance): void {
  const name = chance.oneOf([...accounts.keys()])
  const tokens = name === undefined ? undefined : accounts.get(name)
  if (tokens) tokens.access = `ended-${chance.below(1e9)}@${name}`
}

async function cutOne(db: Db, chance: Chance): Promise<number> {
  const { rows } = await sql<{ pid: number }>`
    select pid from pg_stat_activity where datname = current_database() and application_name like 'chungtay%'
  `.execute(db)
  const one = chance.oneOf(rows)
  if (one) await sql`select pg_terminate_backend(${one.pid})`.execute(db)
  return one ? 1 : 0
}

/** A lost worker's jobs wait for a minute: here for two seconds, and those of living workers are taken away as well. */
async function ageJobs(db: Db): Promise<void> {
  await sql`update jobs.job set locked_until = now() - interval '1 second'
    where state = 'running' and locked_until < now() + interval '58 seconds'`.execute(db)
  await sql`update jobs.job set start_after = now() where state = 'waiting' and attempts > 0
    and start_after between now() + interval '1 second' and now() + interval '2 hours'`.execute(db)
  // What died with a dozen workers comes back after an hour; here sooner.
  await sql`update jobs.job set finished_at = finished_at - interval '1 hour'
    where state = 'dead' and finished_at > now() - interval '1 hour'`.execute(db)
}

/** A service's limit asks for hours of patience: without this every channel rests before the thousandth crash. */
async function shortenLimits(db: Db): Promise<void> {
  await sql`update publishing.message set next_try_at = now()
    where state = 'waiting' and next_try_at > now() + interval '2 seconds'`.execute(db)
}

/** After the last crash nothing is worth waiting for: limits of a service, letters in dead hands, hours between tries. */
async function shortenWaits(db: Db): Promise<void> {
  await ageJobs(db)
  await shortenLimits(db)
  await sql`update publishing.message set look_at = now() where look_at > now() + interval '15 seconds'`.execute(
    db,
  )
  await sql`update publishing.delivery set taken_at = now() - interval '11 minutes'
    where state = 'sending' and taken_at < now() - interval '5 seconds'`.execute(db)
  await sql`update jobs.schedule set next_at = now() where name = 'publishing.watch-channels'
    and next_at > now() + interval '5 seconds'`.execute(db)
}
