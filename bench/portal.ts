// The public portal with 20,000 items, and beside it Ghost with the same items, where it is there.
// Run: node bench/portal.ts  (DATABASE_URL=… for an empty server; else the embedded PostgreSQL on a throw-away folder).
// ITEMS, SECONDS (a page), READERS change the size. Targets: from memory at most 0.1 ms beyond node:http, an article
// made anew at most 5 ms, per CPU second 5 × Ghost and 10 × WordPress (not measured yet). GHOST=<folder of an unpacked
// and installed ghost package, sqlite3 built>. Linux.
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { migrate } from '../src/lib/db/migrate.ts'
import { startPostgres } from '../src/lib/db/postgres.ts'
import { projectPath } from '../src/lib/paths.ts'
import { ask, head, type Measured, print } from './portal/ask.ts'
import { bareServer } from './portal/bare.ts'
import { benchItems, fillPortal } from './portal/fill.ts'
import { ghost } from './portal/ghost.ts'
import { peakOf, postmasterOf, programUnder } from './processes.ts'

const items = Number(process.env['ITEMS'] ?? 20_000)
const size = { seconds: Number(process.env['SECONDS'] ?? 5), readers: Number(process.env['READERS'] ?? 16) }
const words = [
  'một cửa',
  'dich vu cong',
  'hộ tịch',
  'chuyen doi so',
  'kiểm tra',
  'hài lòng',
  'tap huan',
  'xã',
]

const folder = mkdtempSync('/tmp/chungtay-bench-portal-')
chmodSync(folder, 0o711)
const given = process.env['DATABASE_URL']
const server = given ? null : await startPostgres(folder)
const url = given ?? server?.url ?? ''
const slugs = [...benchItems(items)].map((i) => i.slug)
const children: ChildProcess[] = []
try {
  await migrate(url)
  const from = performance.now()
  await fillPortal(url, items)
  console.log(`${items} items written in ${((performance.now() - from) / 1000).toFixed(0)} s\n${head}`)
  const own = await measureOurs()
  endAll()
  await compare('Ghost', 5, own, await ghost(slugs, items, size))
  await compare('WordPress', 10, own, 'its part of this bench is not written yet.')
} finally {
  endAll()
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function measureOurs(): Promise<Record<'home' | 'article' | 'column', Measured>> {
  const started = await startWeb()
  children.push(started.child)
  const program = programUnder(started.child.pid ?? 0)
  const database = await postmasterOf(url)
  const pids = database ? [program, database] : [program]
  const at = async (name: string, next: (n: number) => string) => {
    const measured = await ask(started.address, next, pids, size)
    print(name, measured)
    return measured
  }
  const article = `/articles/${slugs[0]}`
  const home = await at('Chung Tay: home', () => '/portal')
  const bare = await bareServer(home.bytes, size)
  print('node:http alone, as many bytes', bare)
  console.log(`  beyond node:http: ${(home.cpu - bare.cpu).toFixed(3)} ms a request (limit 0.1)`)
  const one = await at('Chung Tay: one article', () => article)
  // Every article once: each is made anew.
  const fresh = await at(
    'Chung Tay: articles, each made anew',
    (n) => `/articles/${slugs[1 + (n % (items - 1))]}`,
  )
  console.log(`  an article made anew: ${fresh.cpu.toFixed(2)} ms with its database (limit 5)`)
  const column = await at('Chung Tay: column', () => '/columns/chung-tay-cai-cach-thu-tuc-hanh-chinh')
  await at(
    'Chung Tay: search, asked before',
    (n) => `/find?words=${encodeURIComponent(words[n % words.length] ?? '')}`,
  )
  await at(
    'Chung Tay: search, never asked',
    (n) => `/find?words=${encodeURIComponent(`${words[n % words.length]} ${n}`)}`,
  )
  console.log(`  most memory of the program: ${peakOf(program).toFixed(0)} MB`)
  return { home, article: one, column }
}

/** Says plainly how we stand, or that the other is not there to be measured. */
async function compare(
  name: string,
  times: number,
  own: Record<string, Measured>,
  other: Record<string, Measured> | string,
): Promise<void> {
  if (typeof other === 'string') return console.log(`${name} was not measured: ${other}`)
  for (const [page, theirs] of Object.entries(other)) {
    const ours = own[page.split(' ')[0] ?? '']
    if (!ours) continue
    const ratio = theirs.cpu / ours.cpu
    const verdict = ratio >= times ? 'reached' : 'not reached'
    console.log(
      `  ${name}, ${page}: ${ratio.toFixed(0)} × fewer CPU seconds here (target ${times} ×: ${verdict})`,
    )
  }
}

function endAll(): void {
  for (const child of children.splice(0)) child.kill('SIGTERM')
}

async function startWeb(): Promise<{ child: ChildProcess; address: string }> {
  const env = {
    ...process.env,
    DATABASE_URL: url,
    DATA_DIR: folder,
    PORT: '0',
    SECRET: randomBytes(24).toString('hex'),
    REQUESTS_PER_MINUTE: '1000000',
  }
  const stdio = ['ignore', 'pipe', 'inherit'] as const
  const child = spawn(process.execPath, [projectPath('bin/chungtay.mjs'), 'web'], { env, stdio: [...stdio] })
  for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
    const address = /http:\/\/[^\s"]+/.exec(line)?.[0]
    if (address) return { child, address }
  }
  throw new Error('the program ended before it served a page')
}
