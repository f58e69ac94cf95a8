import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { type TestWeb, testWeb } from '../../../test/web.ts'
import { makeWorld, type Person, type World } from '../../../test/world.ts'
import { recordChange } from '../../lib/audit.ts'
import type { Db } from '../../lib/db/db.ts'
import { sendMail } from '../../lib/mail/mail.ts'
import { fieldChanges } from './audit-change.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  web = testWeb(db)
  await note(
    world.lan,
    '2026-11-20T17:30:00Z',
    'plan.issued',
    { state: 'SIGNED', number: null },
    { state: 'ISSUED', number: '25' },
  )
  await note(
    world.quan,
    '2026-11-21T03:00:00Z',
    'account.disable',
    { state: 'active' },
    { state: 'disabled' },
  )
  await note(world.xa, '2026-11-21T04:00:00Z', 'plan.closed', null, { title: 'của tỉnh khác' })
})
afterAll(() => close())

function note(by: Person, at: string, verb: string, before: unknown, after: unknown): Promise<void> {
  const subject = { kind: verb.split('.')[0] ?? '', id: 7 }
  return db
    .transaction()
    .execute((tx) => recordChange(tx, by, new Date(at), { verb, subject, before, after }))
}

test('the log shows who changed what, before and after, newest first, of the own province only', async () => {
  const page = await (await web.signedIn(world.phuc)).get('/administration/audit')
  expect(page.heading).toBe('Nhật ký thay đổi')
  expect(page.text).toMatch(/Khóa tài khoản.*Ngô Anh Quân.*Ban hành kế hoạch.*Nguyễn Thị Lan/)
  expect(page.text).toMatch(/Trạng thái Trước: đã ký Sau: đã ban hành Số Sau: 25/)
  expect(page.text).not.toContain('tỉnh khác')
})

test('it is filtered by who, what, subject and days of Việt Nam', async () => {
  const lan = await web.signedIn(world.lan)
  const found = async (query: string) => {
    const { text } = await lan.get(`/administration/audit?${query}`)
    return [
      text.includes('Nguyễn Thị Lan 1') || /21\/11\/2026 00:30/.test(text),
      /21\/11\/2026 10:00/.test(text),
    ]
  }
  expect(await found('who=ngo anh')).toEqual([false, true])
  expect(await found('verb=plan.issued')).toEqual([true, false])
  expect(await found('subjectKind=account&subjectId=7')).toEqual([false, true])
  expect(await found('from=21/11/2026&to=21/11/2026')).toEqual([true, true])
  expect(await found('to=20/11/2026')).toEqual([false, false])
  expect((await lan.get('/administration/audit?from=31/02/2026')).status).toBe(422)
})

test('older pages follow without gap or repetition', async () => {
  for (let i = 0; i < 60; i++)
    await note(world.minh, '2026-11-01T02:00:00Z', 'task.edit', { position: i }, { position: i + 1 })
  const lan = await web.signedIn(world.lan)
  const first = await lan.get('/administration/audit?verb=task.edit')
  const second = await lan.get(first.link('Cũ hơn'))
  const count = (html: string) => html.split('<li><span class="timeline-mark').length - 1
  expect([count(first.html), count(second.html)]).toEqual([50, 10])
})

test('it is taken along as CSV, in which no cell becomes a formula', async () => {
  await note(world.minh, '2026-11-22T01:00:00Z', 'legal.describe', null, { title: '=1+1' })
  const answer = await (await web.signedIn(world.phuc)).get('/administration/audit.csv?verb=legal.describe')
  const text = new TextDecoder().decode(answer.bytes)
  expect(answer.headers.get('content-disposition')).toContain('attachment')
  expect(text).toContain('22/11/2026 08:00')
  expect(text).toContain('title: =1+1')
  expect(text).not.toMatch(/(^|,)"?=/m)
})

test('letters held for lack of a mail server are read by the administrator in the demonstration only', async () => {
  const letter = { to: 'a@b.invalid', subject: 'Đặt lại mật khẩu', body: 'https://x/new-password?token=1' }
  await db.transaction().execute((tx) => sendMail(tx, 1, web.clock.now, letter))
  const read = async (w: TestWeb) => (await (await w.signedIn(world.quan)).get('/administration/outbox')).text
  expect(await read(web)).toContain('token=1')
  const production = await read(testWeb(db, { mode: 'production' }))
  expect(production).toContain('Đặt lại mật khẩu')
  expect(production).not.toContain('token=1')
})

test('a change names nested fields, lists and what was not there before', () => {
  expect(
    fieldChanges(
      { a: { b: 1, same: 2 }, list: ['x'] },
      { a: { b: 2, same: 2 }, list: ['x', 'y'], on: '2026-01-02' },
    ),
  ).toEqual([
    { field: 'a.b', before: '1', after: '2' },
    { field: 'list', before: 'x', after: 'x; y' },
    { field: 'on', before: '', after: '02/01/2026' },
  ])
  expect(fieldChanges(null, null)).toEqual([])
})
