import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { testWeb } from '../../../../test/web.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db } from '../../../lib/db/db.ts'
import { actorOf } from '../../assignments/assignments.fixtures.ts'
import { base, now as morning, writtenItem } from '../editorial.fixtures.ts'
import { forcePublish } from '../items/forcing.ts'
import { submitItem } from '../items/life.ts'
import { addOutlet } from '../press/outlets.ts'
import { completePress, registerPress, setFollowUp } from '../press/press.ts'
import { deskPressing } from '../pressing.ts'
import { hearOfAnswer } from '../variants/hearing.ts'
import { updateCoverage } from './coverage.sql.ts'
import { assignCoverage, beginCoverage, dropEvent, planEvent } from './coverage.ts'
import { remindDesk } from './reminding.ts'

let db: Db
let close: () => Promise<void>
let world: World
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
})
afterAll(() => close())

const at = (day: string) => new Date(`${day}T07:20:00+07:00`)
const remind = (day: string) => db.transaction().execute((tx) => remindDesk(tx, 1, at(day)))
const newsOf = (accountId: number) =>
  db
    .selectFrom('assignments.notice')
    .select(['text_vi as vi', 'href'])
    .where('account_id', '=', accountId)
    .where('kind', 'like', 'editorial.%:%')
    .orderBy('id')
    .execute()

/** An event of Sở VHTTDL that Lê Thị Thu covers by 25/11. Returns the ids of event and coverage. */
async function covered(title: string): Promise<{ eventId: number; id: number }> {
  return db.transaction().execute(async (tx) => {
    const thu = actorOf(world.thu)
    const starts = '2026-11-25T08:00'
    const event = {
      title,
      about: '',
      place: '',
      starts,
      ends: null,
      unitId: world.units.vanHoa,
      taskId: null,
    }
    const labels = { themeCodes: [], audienceCodes: [] }
    const eventId = await planEvent(tx, thu, { ...event, ...labels }, morning)
    const asked = { medium: 'text' as const, personName: 'Lê Thị Thu', unitId: world.units.vanHoa, note: '' }
    const id = await assignCoverage(tx, thu, eventId, { ...asked, dueDay: '2026-11-25' }, morning)
    return { eventId, id }
  })
}

/** A critical piece that Sở VHTTDL has to answer by 25/11. Returns its id. */
async function criticised(title: string): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const ngoc = actorOf(world.ngoc)
    const face = { unitId: null, email: null, webAddress: null, editions: [] }
    const outletId = await addOutlet(tx, ngoc, { kind: 'central', name: `Báo ${title}`, ...face }, morning)
    const said = { day: '2026-11-20', outletId, title, edition: '', address: null, summary: '' }
    const joined = { stance: 'not_yet' as const, unitId: null, itemId: null, orientationId: null }
    const id = await registerPress(tx, ngoc, { ...said, ...joined }, morning)
    const input = { unitId: world.units.vanHoa, personName: '', wanted: 'Làm rõ và trả lời báo' }
    await setFollowUp(tx, ngoc, id ?? 0, { ...input, dueDay: '2026-11-25' }, morning)
    return id ?? 0
  })
}

test('units hear of coverage and follow-ups two days before and once when late, however often the job runs', async () => {
  const { eventId, id } = await covered('Ngày hội chuyển đổi số')
  const entryId = await criticised('Dân phải đi lại nhiều lần')
  expect(await remind('2026-11-22')).toBe(0)
  const heard = (await remind('2026-11-23')) as number
  expect(heard).toBeGreaterThan(0)
  expect(await remind('2026-11-23')).toBe(0)
  expect(await remind('2026-11-25')).toBe(0)
  expect(await remind('2026-11-26')).toBe(heard)
  expect(await remind('2026-12-20')).toBe(0)
  expect(await newsOf(world.thu.accountId)).toEqual([
    {
      vi: 'Sắp đến hạn (25/11/2026) đưa tin: Ngày hội chuyển đổi số – Tin, bài, Lê Thị Thu',
      href: `/desk/events/${eventId}#coverage-${id}`,
    },
    {
      vi: 'Sắp đến hạn (25/11/2026) xử lý phản ánh của báo chí: Dân phải đi lại nhiều lần',
      href: `/desk/press/${entryId}`,
    },
    expect.objectContaining({ vi: expect.stringMatching(/^Quá hạn \(25\/11\/2026\) đưa tin/) }),
    expect.objectContaining({ vi: expect.stringMatching(/^Quá hạn \(25\/11\/2026\) xử lý/) }),
  ])
  expect(await newsOf(world.minh.accountId)).toEqual([])
})

test('what is public, answered or not held is not told of, and a new deadline is told anew', async () => {
  const before = (await newsOf(world.thu.accountId)).length
  const done = await covered('Hội nghị đã đưa tin')
  const begun = await covered('Lễ phát động đang viết')
  const dropped = await covered('Hội thảo không tổ chức')
  const entryId = await criticised('Trả kết quả trễ hẹn')
  await db.transaction().execute(async (tx) => {
    const thu = actorOf(world.thu)
    const itemId = await writtenItem(tx, world, thu)
    await updateCoverage(tx, 1, done.id, { itemId })
    const reason = { reason: 'Cần đăng ngay để kịp hội nghị sáng nay' }
    await forcePublish(tx, actorOf(world.hung), itemId, reason, base, morning)
    await beginCoverage(tx, thu, begun.id, morning)
    await dropEvent(tx, thu, dropped.eventId, morning)
    await completePress(tx, thu, entryId, { what: 'Đã xin lỗi và trả kết quả cho dân' }, morning)
  })
  await remind('2026-12-20')
  const news = (await newsOf(world.thu.accountId)).slice(before)
  expect(news.map((n) => n.href)).toEqual([`/desk/events/${begun.eventId}#coverage-${begun.id}`])
  const moved = { unitId: world.units.vanHoa, personName: '', wanted: 'Làm rõ và trả lời báo' }
  const late = await criticised('Chờ lâu ở quầy')
  await remind('2026-12-20')
  await db
    .transaction()
    .execute((tx) => setFollowUp(tx, actorOf(world.ngoc), late, { ...moved, dueDay: '2026-12-24' }, morning))
  await remind('2026-12-22')
  const again = (await newsOf(world.thu.accountId)).filter((n) => n.href === `/desk/press/${late}`)
  expect(again.map((n) => n.vi.split(' (')[0])).toEqual(['Quá hạn', 'Sắp đến hạn'])
})

test('my work counts what of the desk presses the person, and each figure opens to it', async () => {
  const web = testWeb(db)
  web.clock.now = at('2026-12-01')
  await db.transaction().execute(async (tx) => {
    const id = await writtenItem(tx, world, actorOf(world.thu), {}, { title: 'Bài chờ duyệt' })
    await submitItem(tx, actorOf(world.thu), id, { note: null }, morning)
  })
  const ofThu = await deskPressing(db, actorOf(world.thu), at('2026-12-01'))
  expect(ofThu.map((p) => [p.what, p.count])).toEqual([
    ['followUps', 1],
    ['coverage', 2],
  ])
  const thu = await web.signedIn(world.thu)
  const page = await thu.get('/my-work')
  expect(page.text).toMatch(/Phản ánh báo chí quá hạn xử lý 1\b/)
  expect((await thu.get('/desk/press?late=1')).text).toContain('Dân phải đi lại nhiều lần')
  expect((await thu.get('/desk/press?late=1')).text).toContain('1–1 trong 1')
  expect((await thu.get('/desk/coverage')).text).toContain('Phân công đến hạn mà chưa đăng (2)')
  const ofHung = await deskPressing(db, actorOf(world.hung), at('2026-12-01'))
  expect(ofHung.map((p) => p.what)).toContain('toApprove')
  expect((await deskPressing(db, actorOf(world.lan), at('2026-12-01'))).map((p) => p.what)).toContain(
    'toLookAgain',
  )
  expect(await deskPressing(db, actorOf(world.minh), at('2026-12-01'))).toEqual([])
  expect(await deskPressing(db, actorOf(world.phuc), at('2026-12-01'))).toEqual([])
})

test('an answer that its channel holds up is news for those who run the channel, and nobody else', async () => {
  const { id } = await db
    .insertInto('publishing.channel')
    .values({
      province_id: 1,
      kind: 'zalo',
      name: 'Zalo Sở VHTTDL',
      unit_id: world.units.vanHoa,
      made_at: morning,
      made_by_name: '',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const until = '2026-12-02T03:00:00Z'
  await db
    .transaction()
    .execute((tx) => hearOfAnswer(tx, 1, { channelId: id, personId: 5, until }, at('2026-12-01')))
  const told = await db
    .selectFrom('assignments.notice')
    .select(['account_id as accountId', 'text_vi as vi', 'href'])
    .where('kind', '=', 'editorial.answer_at_risk')
    .orderBy('account_id')
    .execute()
  expect(told.map((n) => n.accountId).toSorted()).toEqual(
    [world.lan.accountId, world.hung.accountId].toSorted(),
  )
  expect(told[0]).toMatchObject({ href: `/channels/${id}/conversations/5` })
  expect(told[0]?.vi).toContain('Sau 02/12/2026 10:00 Zalo không nhận nữa')
})
