import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Program, runProgram } from '../../../test/program.ts'
import { projectPath } from '../paths.ts'
import { chooseAccount } from './embedded/home.ts'
import { beginningOf, endProcess, lives, placeOfProcesses } from './embedded/processes.ts'

const program = projectPath('test/programs/hold-database.ts')
const isRoot = process.getuid?.() === 0

let folder: string
const lock = () => join(folder, 'program.lock')

beforeAll(async () => {
  folder = join(mkdtempSync(join(tmpdir(), 'chungtay-pg-')), 'var')
  chmodSync(join(folder, '..'), 0o711)
  const first = runProgram(program, [folder])
  await query(await first.line(), 'create table kept (id int primary key)')
  expect(await first.finish()).toBe(0)
})
afterAll(() => rmSync(join(folder, '..'), { recursive: true, force: true }))

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

function serverPid(): number {
  return Number(readFileSync(join(folder, 'postgres/pg/postmaster.pid'), 'utf8').split('\n')[0])
}

async function startsWell(): Promise<void> {
  const next = runProgram(program, [folder])
  const url = await next.line()
  expect(url).toMatch(/^postgres:/)
  expect(await query(url, 'select count(*)::int as n from kept')).toHaveLength(1)
  expect(await next.finish()).toBe(0)
}

describe('the embedded server', () => {
  let running: Program
  let url: string
  beforeAll(async () => {
    running = runProgram(program, [folder])
    url = await running.line()
  })
  afterAll(() => running.finish())

  test('keeps what a commit promised: checksums, fsync, full pages', async () => {
    const rows = await query(
      url,
      "select name, setting from pg_settings where name in ('data_checksums', 'fsync', 'full_page_writes', 'synchronous_commit')",
    )
    expect(rows.map((r) => r['setting'])).toEqual(['on', 'on', 'on', 'on'])
  })

  test('listens on this machine only, and lets nobody in without the password', async () => {
    const rows = await query(
      url,
      "select setting from pg_settings where name in ('listen_addresses', 'unix_socket_directories') order by name",
    )
    expect(rows.map((r) => r['setting'])).toEqual(['127.0.0.1', ''])
    const bare = new URL(url)
    bare.password = 'guess'
    await expect(query(bare.href, 'select 1')).rejects.toThrow(/password authentication failed/)
  })

  test('keeps password, lock and data closed to other accounts', () => {
    expect(statSync(join(folder, 'postgres.password')).mode & 0o777).toBe(0o600)
    expect(statSync(lock()).mode & 0o777).toBe(0o600)
    expect(statSync(join(folder, 'postgres')).mode & 0o777).toBe(0o700)
  })

  test('refuses a second program on the folder with a sentence that says what to do', async () => {
    const second = runProgram(program, [folder])
    const said = `${await second.line()}\n${await second.line()}`
    expect(said).toContain(`(tiến trình ${running.child.pid})`)
    expect(said).toContain('choose another folder: DATA_DIR=')
    expect(await second.ended).toBe(1)
    expect(await query(url, 'select 1')).toHaveLength(1)
  })
})

describe('after a crash', () => {
  test('a server left behind by a killed program is ended, and a new one started', async () => {
    const first = runProgram(program, [folder])
    await first.line()
    const left = serverPid()
    first.child.kill('SIGKILL')
    await first.ended
    expect(lives(left)).toBe(true)
    await startsWell()
    expect(lives(left)).toBe(false)
  })

  test('program and server killed together: the next start recovers', async () => {
    const first = runProgram(program, [folder])
    await query(await first.line(), 'insert into kept values (1)')
    process.kill(serverPid(), 'SIGKILL')
    first.child.kill('SIGKILL')
    await first.ended
    await startsWell()
  })

  test('a lock or server file whose number belongs to another process by now does not stop the start', async () => {
    const mark = { id: 'x', pid: process.pid, began: 'before', place: placeOfProcesses() }
    writeFileSync(lock(), JSON.stringify(mark))
    writeFileSync(join(folder, 'postgres/pg/postmaster.pid'), `${process.pid}\n`)
    await startsWell()
    writeFileSync(lock(), '')
    await startsWell()
  })

  test('a lock of another container counts as long as its heart beats', async () => {
    writeFileSync(lock(), JSON.stringify({ id: 'x', pid: 1, began: '1', place: 'elsewhere boot pid:[1]' }))
    const beat = setInterval(() => utimesSync(lock(), Date.now() / 1000, Date.now() / 1000), 500)
    const refused = runProgram(program, [folder])
    expect(await refused.line()).toContain('refused')
    clearInterval(beat)
    await refused.ended
    await startsWell()
  })

  test('the program hears when its server dies', async () => {
    const running = runProgram(program, [folder])
    await running.line()
    await endProcess(serverPid(), ['SIGKILL'], 5_000)
    expect(await running.line()).toMatch(/^died:/)
    expect(await running.ended).toBe(3)
  })

  test('a process is told from a later one of the same number by its beginning', () => {
    expect(beginningOf(process.pid)).toBe(beginningOf(process.pid))
    expect(beginningOf(process.pid)).not.toBe(beginningOf(process.ppid))
  })
})

describe('the account', () => {
  test('is postgres where there is one, else nobody, else any but root: none is made', () => {
    const root = 'root:x:0:0:root:/root:/bin/bash\n'
    const bin = 'bin:x:2:2:bin:/bin:/usr/sbin/nologin\n'
    const nobody = 'nobody:x:65534:65533:nobody:/:/usr/sbin/nologin\n'
    const postgres = 'postgres:x:101:104::/var/lib/postgresql:/bin/bash\n'
    expect(chooseAccount(root + bin + nobody + postgres)).toEqual({ name: 'postgres', uid: 101, gid: 104 })
    expect(chooseAccount(root + bin + nobody)).toMatchObject({ uid: 65534, gid: 65533 })
    expect(chooseAccount(root + bin)).toMatchObject({ uid: 2 })
    expect(() => chooseAccount(root)).toThrow(/useradd/)
  })

  test.runIf(isRoot)('of the running server is not root, and owns its folder', async () => {
    const running = runProgram(program, [folder])
    await running.line()
    const status = readFileSync(`/proc/${serverPid()}/status`, 'utf8')
    expect(Number(/^Uid:\s+(\d+)/m.exec(status)?.[1])).toBe(statSync(join(folder, 'postgres')).uid)
    expect(statSync(join(folder, 'postgres')).uid).not.toBe(0)
    await running.finish()
  })
})
