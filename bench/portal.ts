// The public portal with 20,000 items beside Ghost and WordPress with the same items, in one run, in turn.
// Run: node bench/portal.ts   (bench/portal/README.md says what it takes, and how the others are set up). Linux.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import pg from 'pg'
import { migrate } from '../src/lib/db/migrate.ts'
import { startPostgres } from '../src/lib/db/postgres.ts'
import { walk } from './portal/ask.ts'
import { bareServer } from './portal/bare.ts'
import { fillPortal } from './portal/fill.ts'
import { addresses, ourPages, type Party, peers, startWeb, type Web } from './portal/parties.ts'
import { measureInTurn, printRatios, printTable } from './portal/rounds.ts'
import { memoryOfFamily } from './processes.ts'

const items = Number(process.env['ITEMS'] ?? 20_000)
const rounds = Number(process.env['ROUNDS'] ?? 3)
const load = { seconds: Number(process.env['SECONDS'] ?? 3), readers: Number(process.env['READERS'] ?? 16) }
const targets = { Ghost: 5, WordPress: 10 }

const kept = process.env['DATA']
const folder = kept ?? mkdtempSync('/tmp/chungtay-bench-portal-')
mkdirSync(folder, { recursive: true })
chmodSync(folder, 0o711)
const given = process.env['DATABASE_URL']
const server = process.env['EMBEDDED'] === '0' ? null : await startPostgres(folder)
const articles = addresses(items)
const webs: Web[] = []
try {
  const ours: Party[] = []
  if (server) ours.push(...(await open('embedded PostgreSQL 18', server.url)))
  if (given) ours.push(...(await open(`PostgreSQL ${await versionOf(given)}`, given)))
  if (process.env['FILL_ONLY'] !== '1') await measure(ours)
} finally {
  for (const { child } of webs) child.kill('SIGTERM')
  await server?.stop()
  if (!kept) rmSync(folder, { recursive: true, force: true })
}

async function measure(ours: readonly Party[]): Promise<void> {
  const { parties, missing } = peers(items)
  for (const line of missing) console.log(line)
  const { rows, memory } = await measureInTurn([...ours, ...parties], rounds, load)
  console.log(
    `\n${items} items, load of the machine ${loadavg()[0]?.toFixed(1)}, medians of ${rounds} rounds`,
  )
  printTable(rows)
  console.log('\nmemory, all processes (PSS):')
  for (const [name, mb] of Object.entries(memory)) console.log(`  ${name}: ${mb.toFixed(0)} MB`)
  console.log('')
  const names = ours.map((p) => p.name)
  printRatios(rows, names, targets)
  for (const row of rows.filter((r) => names.includes(r.party) && r.party.includes('anew')))
    console.log(
      `${row.party}, ${row.page}: ${row.cpu.toFixed(2)} ms (limit 5: ${row.cpu <= 5 ? 'reached' : 'NOT REACHED'})`,
    )
  const home = rows.find((r) => r.page === 'home' && r.party.includes('kept'))
  if (home) {
    const bare = await bareServer(home.bytes, load)
    console.log(`home from memory beyond node:http: ${(home.cpu - bare.cpu).toFixed(3)} ms (limit 0.1)`)
  }
  const file = process.env['JSON']
  if (file) writeFileSync(file, JSON.stringify({ items, rounds, load, rows, memory }, null, 2))
}

/** Two programs on one database: one that keeps pages and has read all of them, one that makes each anew. */
async function open(database: string, url: string): Promise<Party[]> {
  await fillOnce(database, url)
  if (process.env['FILL_ONLY'] === '1') return []
  const keeping = await startWeb(url, folder)
  const making = await startWeb(url, folder, 0)
  webs.push(keeping, making)
  const [program = 0] = keeping.pids
  const before = memoryOfFamily(program)
  const from = performance.now()
  const cpu = await walk(keeping.address, articles, keeping.pids, load.readers)
  const took = ((performance.now() - from) / 1_000).toFixed(0)
  const grown = `${before.toFixed(0)} → ${memoryOfFamily(program).toFixed(0)} MB`
  console.log(
    `${database}: ${items} articles made and kept in ${took} s, ${cpu.toFixed(2)} ms each; program ${grown}`,
  )
  return [
    {
      name: `${database}, kept`,
      address: keeping.address,
      pids: keeping.pids,
      pages: ourPages(articles, true),
    },
    {
      name: `${database}, anew`,
      address: making.address,
      pids: making.pids,
      pages: ourPages(articles, false),
      single: ['home'],
    },
  ]
}

/** A database that holds a portal already is taken as it is. */
async function fillOnce(database: string, url: string): Promise<void> {
  await migrate(url)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query('select count(*)::int as n from publishing.publication')
  await client.end()
  if (rows[0].n === items) return
  if (rows[0].n > 0) throw new Error(`${database} holds ${rows[0].n} items already: give an empty database`)
  const from = performance.now()
  await fillPortal(url, items)
  console.log(`${database}: ${items} items written in ${((performance.now() - from) / 1_000).toFixed(0)} s`)
}

async function versionOf(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query('show server_version_num')
  await client.end()
  return String(Math.floor(Number(rows[0].server_version_num) / 10_000))
}
