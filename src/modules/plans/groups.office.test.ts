import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { type Browser, testWeb } from '../../../test/web.ts'
import { makeWorld, type World } from '../../../test/world.ts'
import type { Db } from '../../lib/db/db.ts'
import { openCatalogue } from './catalogue.ts'
import { programmesOf } from './plans.ts'
import { selectGroups, selectTasks } from './tasks.sql.ts'

let db: Db
let close: () => Promise<void>
let world: World
let lan: Browser
let plan: string
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  await db.transaction().execute((tx) => openCatalogue(tx, world.provinceId))
  const programmeId = (await programmesOf(db, 1))[0]?.id ?? 0
  lan = await testWeb(db).signedIn(world.lan)
  const form = {
    title: 'Kế hoạch năm 2027',
    kind: 'ANNUAL',
    year: 2027,
    unitId: world.units.ubnd,
    programmeId,
  }
  plan = `/plans/${/\d+/.exec((await lan.post('/plans', form)).location)?.[0]}`
  for (const title of ['Báo chí', 'Hội thi', 'Tập huấn']) {
    await lan.submit(`${plan}/groups`, { ordinal: 'I', title })
  }
  const groups = await groupsNow()
  const add = (content: string, group: number) =>
    lan.submit(`${plan}/tasks`, { content, groupId: groups[group]?.id })
  await add('Đăng tin, bài', 0)
  await add('Tổ chức hội thi', 1)
  await add('Viết chuyên mục', 0)
})
afterAll(() => close())

const planId = () => Number(plan.slice('/plans/'.length))
const groupsNow = () => selectGroups(db, 1, planId())
const titles = async () => (await groupsNow()).map((g) => g.title)
const contents = async () => (await selectTasks(db, 1, planId())).map((t) => t.content)

async function group(title: string): Promise<string> {
  return `${plan}/groups/${(await groupsNow()).find((g) => g.title === title)?.id}`
}

test('a task joins the end of its group, also when groups follow', async () => {
  expect(await contents()).toEqual(['Đăng tin, bài', 'Viết chuyên mục', 'Tổ chức hội thi'])
})

test('a group moves with its tasks, and stays at the ends of the row', async () => {
  await lan.submit(`${await group('Hội thi')}/move`, { direction: 'up' })
  expect(await titles()).toEqual(['Hội thi', 'Báo chí', 'Tập huấn'])
  expect(await contents()).toEqual(['Tổ chức hội thi', 'Đăng tin, bài', 'Viết chuyên mục'])
  await lan.submit(`${await group('Hội thi')}/move`, { direction: 'up' })
  await lan.submit(`${await group('Tập huấn')}/move`, { direction: 'down' })
  expect(await titles()).toEqual(['Hội thi', 'Báo chí', 'Tập huấn'])
})

test('a task moves within its group only', async () => {
  const [, first] = await selectTasks(db, 1, planId())
  await lan.submit(`${plan}/tasks/${first?.id}/move`, { direction: 'up' })
  expect(await contents()).toEqual(['Tổ chức hội thi', 'Đăng tin, bài', 'Viết chuyên mục'])
  await lan.submit(`${plan}/tasks/${first?.id}/move`, { direction: 'down' })
  expect(await contents()).toEqual(['Tổ chức hội thi', 'Viết chuyên mục', 'Đăng tin, bài'])
})

test('a group is named anew; without a title the form comes back', async () => {
  const at = await group('Báo chí')
  const blank = await lan.post(at, { ordinal: 'II', title: ' ' })
  expect([blank.status, blank.faults.length]).toEqual([422, 1])
  const page = await lan.submit(at, { ordinal: 'II', title: 'Báo chí, phát thanh' })
  expect(page.text).toContain('II. Báo chí, phát thanh')
})

test('an empty group goes; one with tasks is refused with what to do', async () => {
  await lan.submit(`${await group('Tập huấn')}/deletion`)
  expect(await titles()).toEqual(['Hội thi', 'Báo chí, phát thanh'])
  const refused = await lan.post(`${await group('Hội thi')}/deletion`)
  expect([refused.status, refused.text]).toEqual([409, expect.stringContaining('còn nhiệm vụ')])
})

test('nobody else moves the groups', async () => {
  const minh = await testWeb(db).signedIn(world.minh)
  expect((await minh.post(`${await group('Hội thi')}/move`, { direction: 'down' })).status).toBe(403)
})
