import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { type Browser, type TestWeb, testWeb } from '../../../test/web.ts'
import { makeWorld, type World } from '../../../test/world.ts'
import type { Db } from '../../lib/db/db.ts'
import { openCatalogue } from '../plans/catalogue.ts'
import { remindOpenConsultations } from '../plans/plans.consultation.ts'
import { opinionWanted } from '../plans/plans.jobs.ts'
import { programmesOf } from '../plans/plans.ts'
import { tellOpinionWanted } from './opinion-news.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
let lan: Browser
let plan: string
const by = { provinceId: 1, accountId: null, name: 'Chung Tay' }
const on = (day: string) => new Date(`${day}T01:00:00Z`)

/** Sở VHTTDL and xã Bình Minh are asked on 22/11 until 27/11; Sở VHTTDL answers. */
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  await db.transaction().execute((tx) => openCatalogue(tx, 1))
  web = testWeb(db)
  lan = await web.signedIn(world.lan)
  const programmeId = (await programmesOf(db, 1))[0]?.id ?? 0
  const draft = { title: 'KẾ HOẠCH Tuyên truyền năm 2027', kind: 'ANNUAL', year: 2027 }
  const made = await lan.post('/plans', { ...draft, unitId: world.units.ubnd, programmeId })
  plan = `/plans/${/\d+/.exec(made.location)?.[0]}`
  const { vanHoa, binhMinh } = world.units
  await lan.submit(`${plan}/consultation`, {
    until: '27/11/2026',
    unitIds: [String(vanHoa), String(binhMinh)],
  })
  const thu = await web.signedIn(world.thu)
  await thu.submit(`${plan}/comments`, { agrees: 'yes' })
})
afterAll(() => close())

/** Does the queued news as the worker would, and answers who was told. */
async function told(now: Date): Promise<string[]> {
  const jobs = await db.selectFrom('jobs.job').selectAll().where('name', '=', opinionWanted.name).execute()
  for (const job of jobs) {
    const news = opinionWanted.payload.parse(job.payload)
    await db.transaction().execute((tx) => tellOpinionWanted(tx, 1, news, 'http://localhost:3000', now))
  }
  await db.deleteFrom('jobs.job').execute()
  const mails = await db.selectFrom('mail.letter').select(['to_address', 'subject']).orderBy('id').execute()
  const notices = await db.selectFrom('assignments.notice').select('id').execute()
  await db.deleteFrom('mail.letter').execute()
  await db.deleteFrom('assignments.notice').execute()
  expect(notices.length).toBe(mails.length)
  return mails.map((m) => `${m.to_address} ${m.subject}`).sort()
}

const round = (day: string) => db.transaction().execute((tx) => remindOpenConsultations(tx, by, on(day)))

test('the units asked hear of it at once, by notice and by mail', async () => {
  const people = await told(on('2026-11-22'))
  expect(people.map((p) => p.split('@')[0])).toEqual(['binh', 'hung', 'minh', 'thu'])
  expect(people[0]).toContain('Đề nghị góp ý dự thảo kế hoạch trước hết ngày 27/11/2026')
})

test('before the closing day only those who are silent are reminded, once a day', async () => {
  await round('2026-11-23')
  expect(await told(on('2026-11-23'))).toEqual([])
  await round('2026-11-24')
  await round('2026-11-24')
  const people = await told(on('2026-11-24'))
  expect(people.map((p) => p.split('@')[0])).toEqual(['binh', 'minh'])
  expect(people[0]).toContain('Nhắc góp ý')
})

test('the lead reminds by hand, sees when, and not twice on one day', async () => {
  web.clock.now = on('2026-11-25')
  lan = await web.signedIn(world.lan)
  const page = await lan.submit(`${plan}/consultation/reminder`)
  expect(page.text).toContain('Còn 1 đơn vị chưa có ý kiến')
  expect(page.text).toContain('Đã nhắc ngày 25/11/2026')
  expect((await told(on('2026-11-25'))).length).toBe(2)
  expect((await lan.post(`${plan}/consultation/reminder`)).status).toBe(409)
  const minh = await web.signedIn(world.minh)
  expect((await minh.post(`${plan}/consultation/reminder`)).status).toBe(403)
})

test('nobody is reminded of a draft that was taken back, or when all have answered', async () => {
  const minh = await web.signedIn(world.minh)
  await minh.submit(`${plan}/comments`, { agrees: 'no', body: 'Đề nghị bổ sung phát thanh lưu động.' })
  await round('2026-11-26')
  expect(await told(on('2026-11-26'))).toEqual([])
  await lan.submit(`${plan}/return`, { reason: 'Bổ sung nhiệm vụ theo góp ý.' })
  await round('2026-11-27')
  expect(await told(on('2026-11-27'))).toEqual([])
})
