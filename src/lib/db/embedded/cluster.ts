import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { delimiter, join } from 'node:path'
import { CannotStart } from '../../errors.ts'
import type { Home } from './home.ts'

const majorVersion = '18'

/** How every program of the runtime is run: as the account, in its home, with nothing of our environment. */
export function runAs(home: Home) {
  const libraries = [join(home.folder, 'lib'), join(home.runtime, 'lib')].join(delimiter)
  const env = {
    PATH: '/usr/bin:/bin',
    LC_ALL: 'C',
    TZ: 'UTC',
    LD_LIBRARY_PATH: libraries,
    DYLD_LIBRARY_PATH: libraries,
  }
  const account = home.account ? { uid: home.account.uid, gid: home.account.gid } : {}
  return { cwd: home.folder, ...account, ...(process.platform === 'win32' ? {} : { env }) }
}

/** The folder of the database files; made at the first start, whole or not at all. */
export async function ensureCluster(home: Home, password: string): Promise<string> {
  const cluster = join(home.folder, 'pg')
  if (!existsSync(cluster)) await create(home, cluster, password)
  const version = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  if (version !== majorVersion) throw otherVersion(version)
  return cluster
}

/** The password of the database's owner: made once, readable by this program's account only. */
export function ensurePassword(dataDir: string): string {
  const file = join(dataDir, 'postgres.password')
  if (!existsSync(file)) {
    writeFileSync(`${file}.part`, randomBytes(24).toString('base64url'), { mode: 0o600, flush: true })
    renameSync(`${file}.part`, file)
  }
  return readFileSync(file, 'utf8').trim()
}

async function create(home: Home, cluster: string, password: string): Promise<void> {
  const part = `${cluster}.part-${process.pid}`
  const passwordFile = join(home.folder, 'initdb.password')
  for (const name of readdirSync(home.folder)) {
    if (name.startsWith('pg.part')) clearAway(join(home.folder, name))
  }
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (home.account) chownSync(passwordFile, home.account.uid, home.account.gid)
  try {
    const args = ['-D', part, '-U', 'chungtay', '--auth=scram-sha-256', `--pwfile=${passwordFile}`]
    args.push('--encoding=UTF8', '--locale=C', '--data-checksums', '--no-instructions')
    await initdb(home, args)
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(part, cluster)
}

/** What a killed program left half made; its initdb may still be writing there, and then it stays till next time. */
function clearAway(part: string): void {
  try {
    rmSync(part, { recursive: true, force: true })
  } catch {
    return
  }
}

/** In a session of its own, so that Ctrl-C does not reach it: the program stops after it, in order. */
function initdb(home: Home, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(join(home.runtime, 'bin', 'initdb'), args, {
      ...runAs(home),
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk
    })
    child.once('error', (fault) => reject(notMade(home, fault.message)))
    child.once('close', (code) => (code === 0 ? resolve() : reject(notMade(home, said))))
  })
}

/**
 * The settings, written anew at every start: a machine with 2 cores and little memory, shared with Node.
 * What a commit promises (fsync, full_page_writes, synchronous_commit) stays on.
 */
export function writeSettings(home: Home, cluster: string, port: number): void {
  const file = join(cluster, 'postgresql.conf')
  const text = `# Written by Chung Tay at every start. Your own settings go into postgresql.local.conf beside this file.
listen_addresses = '127.0.0.1'
port = ${port}
unix_socket_directories = ''
max_connections = 60
shared_buffers = 128MB
effective_cache_size = 512MB
work_mem = 8MB
maintenance_work_mem = 64MB
random_page_cost = 1.1
jit = off
io_method = sync
max_parallel_workers_per_gather = 1
max_logical_replication_workers = 0
max_wal_senders = 0
fsync = on
full_page_writes = on
synchronous_commit = on
wal_compression = on
min_wal_size = 80MB
max_wal_size = 512MB
password_encryption = 'scram-sha-256'
log_min_messages = warning
log_line_prefix = '%m [%p] '
log_timezone = 'UTC'
timezone = 'UTC'
include_if_exists = 'postgresql.local.conf'
`
  writeFileSync(file, text)
  if (home.account) chownSync(file, home.account.uid, home.account.gid)
  chmodSync(file, 0o600)
}

function notMade(home: Home, why: string): CannotStart {
  return new CannotStart(
    `Không tạo được cơ sở dữ liệu trong ${home.folder}: ${why.trim()}. Kiểm tra quyền ghi và chỗ trống trên đĩa, hoặc đặt DATA_DIR.`,
    `The database could not be made in ${home.folder}: ${why.trim()}. Check write permission and free disk space, or set DATA_DIR.`,
  )
}

function otherVersion(version: string): CannotStart {
  return new CannotStart(
    `Dữ liệu là của PostgreSQL ${version}, chương trình này kèm PostgreSQL ${majorVersion}. Xem docs/operations/upgrade.md.`,
    `The data belongs to PostgreSQL ${version}, this program brings PostgreSQL ${majorVersion}. See docs/operations/upgrade.md.`,
  )
}
