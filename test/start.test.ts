import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { projectPath } from '../src/lib/paths.ts'
import { freshDatabase } from './database.ts'
import { makeWorld } from './world.ts'

let folder: string
const children: ChildProcess[] = []
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'chungtay-start-'))
  chmodSync(folder, 0o711)
})
afterAll(async () => {
  for (const child of children.filter((c) => c.exitCode === null && c.signalCode === null)) {
    child.kill('SIGTERM')
    await new Promise((resolve) => child.once('close', resolve))
  }
  rmSync(folder, { recursive: true, force: true })
})

function launch(env: Record<string, string>, ...args: string[]) {
  const { DATABASE_URL: _, ...inherited } = process.env
  const child = spawn(process.execPath, [projectPath('bin/chungtay.mjs'), ...args], {
    env: { ...inherited, DATA_DIR: folder, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  let said = ''
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  const lines = createInterface({ input: child.stdout })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  return { child, lines, ended, said: () => said }
}

async function addressOf(lines: AsyncIterable<string>): Promise<string> {
  for await (const line of lines) {
    const found = /http:\/\/\S+/.exec(line)
    if (found) return found[0]
  }
  return ''
}

test('npm start: the first page of an empty folder within ten seconds, then a stop in order', async () => {
  const from = performance.now()
  const { child, lines, ended, said } = launch({}, 'start')
  const address = await addressOf(lines)
  expect(address, said()).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  const page = await fetch(address)
  const seconds = (performance.now() - from) / 1000
  expect(page.status).toBe(200)
  expect(await page.text()).toContain('Chung Tay')
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
  // The promise (bench/start.ts) is for a machine that does nothing else; beside other tests it gets more.
  expect(seconds).toBeLessThan(120)
  expect(existsSync(join(folder, 'program.lock'))).toBe(false)
  expect(existsSync(join(folder, 'postgres/pg/postmaster.pid'))).toBe(false)
}, 180_000)

test('a program whose database is gone says so and ends by itself', async () => {
  const own = join(folder, 'dies')
  const { child, lines, ended, said } = launch({ DATA_DIR: own }, 'start')
  const address = await addressOf(lines)
  await fetch(address)
  const postmaster = Number(readFileSync(join(own, 'postgres/pg/postmaster.pid'), 'utf8').split('\n')[0])
  process.kill(postmaster, 'SIGKILL')
  const late = sleep(60_000).then(() => 'still running')
  expect(await Promise.race([ended, late]), said()).toBe(1)
  expect(said()).toContain('Cơ sở dữ liệu đã dừng bất ngờ')
  expect(child.exitCode).toBe(1)
}, 180_000)

test('a running program is backed up, and restored into an empty folder, never over data', async () => {
  const { child, lines, ended } = launch({}, 'start')
  const address = await addressOf(lines)
  // The demonstration comes in one transaction, after the first page.
  while (!(await (await fetch(`${address}/sign-in`)).text()).includes('Nguyễn Minh Tâm')) await sleep(300)
  const file = join(folder, 'backup.tar.gz')
  const printed = async (program: ReturnType<typeof launch>) => {
    const all: string[] = []
    for await (const line of program.lines) all.push(line)
    return { code: await program.ended, last: all.at(-1) ?? '', said: program.said() }
  }
  const taken = await printed(launch({}, 'backup', file))
  expect(taken).toMatchObject({ code: 0, last: expect.stringMatching(/^[\d.]+ dòng trong \d+ bảng/) })
  child.kill('SIGTERM')
  await ended
  const restored = { DATA_DIR: join(folder, 'restored') }
  expect(await printed(launch(restored, 'restore', file))).toMatchObject({ code: 0, last: taken.last })
  const over = await printed(launch(restored, 'restore', file))
  expect([over.code, over.said]).toEqual([1, expect.stringContaining('đã có dữ liệu')])
}, 240_000)

test('a launcher that is killed -9 takes the program and its database with it', async () => {
  const { child, lines, ended } = launch({}, 'start')
  expect(await addressOf(lines)).not.toBe('')
  child.kill('SIGKILL')
  await ended
  for (let waited = 0; existsSync(join(folder, 'program.lock')) && waited < 10_000; waited += 50)
    await sleep(50)
  expect(existsSync(join(folder, 'postgres/pg/postmaster.pid'))).toBe(false)
}, 180_000)

test('production refuses to start with the secret everybody knows, and says what to set', async () => {
  const { ended, said } = launch({ CHUNGTAY_MODE: 'production' }, 'start')
  expect(await ended).toBe(1)
  expect(said()).toContain('SECRET')
})

test('neither pages nor jobs run in production on a database that people enter without a password', async () => {
  const { db, url, close } = await freshDatabase()
  const world = await makeWorld(db)
  await db
    .updateTable('accounts.account')
    .set({ is_demonstration: true })
    .where('id', '=', world.lan.accountId)
    .execute()
  const env = { CHUNGTAY_MODE: 'production', SECRET: 'x'.repeat(48), DATABASE_URL: url }
  for (const verb of ['web', 'worker']) {
    const { ended, said } = launch(env, verb)
    expect([verb, await ended]).toEqual([verb, 1])
    expect(said()).toContain('1 tài khoản minh họa')
  }
  await close()
}, 300_000)

test('web and worker apart need a server, an unknown verb a known one', async () => {
  const web = launch({}, 'web')
  expect(await web.ended).toBe(1)
  expect(web.said()).toContain('DATABASE_URL')
  const unknown = launch({}, 'dance')
  expect(await unknown.ended).toBe(2)
  expect(unknown.said()).toContain('start')
})
