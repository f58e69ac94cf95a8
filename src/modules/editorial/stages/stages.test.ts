import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, inRolledBack } from '../../../../test/database.ts'
import { type TestWeb, testWeb } from '../../../../test/web.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Actor } from '../../../lib/actor.ts'
import type { Db, Tx } from '../../../lib/db/db.ts'
import { actorOf } from '../../assignments/assignments.fixtures.ts'
import { askOutside, decideByLink } from '../approvals/approvals.ts'
import { beginColumn } from '../columns/columns.ts'
import { base, now, writtenItem } from '../editorial.fixtures.ts'
import { forcePublish } from '../items/forcing.ts'
import { selectItem } from '../items/items.sql.ts'
import { approve, giveBack, publishNow, submitItem } from '../items/life.ts'
import { waitingFor } from '../items/showing.ts'
import { selectVersion } from '../items/versions.sql.ts'
import { setStages } from './stages.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
let thu: Actor
let hung: Actor
let lan: Actor
let ngoc: Actor
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  web = testWeb(db)
  thu = actorOf(world.thu)
  hung = actorOf(world.hung)
  lan = actorOf(world.lan)
  ngoc = actorOf(world.ngoc)
})
afterAll(() => close())

const refused = (kind: string) => expect.objectContaining({ kind })
const three = [
  { vi: 'Biên tập', en: 'Editing', roles: ['editor'], unitId: null },
  { vi: 'Thư ký tòa soạn', en: 'Secretary', roles: ['agency_head'], unitId: null },
  { vi: 'Lãnh đạo duyệt', en: 'Approval', roles: ['province_lead', 'agency_head'], unitId: null },
] as const

async function asked(tx: Tx, columnId: number | null = null): Promise<number> {
  const id = await writtenItem(tx, world, thu, { columnId })
  await submitItem(tx, thu, id, { note: null }, now)
  return id
}
async function decide(tx: Tx, by: Actor, id: number) {
  const item = await selectItem(tx, 1, id)
  const version = item && (await selectVersion(tx, 1, id, item.currentVersion))
  return approve(tx, by, id, { digest: version?.digest ?? '', note: null }, now)
}
const stateOf = async (tx: Tx, id: number) => (await selectItem(tx, 1, id))?.state

test('a text goes through its stages in their order, each another person’s, and none its writer’s', () =>
  inRolledBack(db, async (tx) => {
    await setStages(tx, lan, null, three, now)
    const id = await asked(tx)
    await expect(decide(tx, hung, id)).rejects.toEqual(refused('forbidden'))
    await expect(decide(tx, thu, id)).rejects.toEqual(refused('forbidden'))
    expect((await waitingFor(tx, ngoc, '2026-11-22')).map((w) => w.why)).toContain('toApprove')
    expect(await decide(tx, ngoc, id)).toBe('passed')
    expect(await stateOf(tx, id)).toBe('submitted')
    await expect(publishNow(tx, lan, id, base, now)).rejects.toEqual(refused('conflict'))
    expect(await decide(tx, hung, id)).toBe('passed')
    await expect(decide(tx, hung, id)).rejects.toEqual(refused('conflict'))
    expect(await decide(tx, lan, id)).toBe('approved')
    await publishNow(tx, lan, id, base, now)
    expect(await stateOf(tx, id)).toBe('published')
  }))

test('returned to its writer, a new version begins its way anew', () =>
  inRolledBack(db, async (tx) => {
    await setStages(tx, lan, null, three, now)
    const id = await asked(tx)
    await decide(tx, ngoc, id)
    await giveBack(tx, hung, id, { reasons: 'Bổ sung số điện thoại liên hệ.' }, now)
    await submitItem(tx, thu, id, { note: null }, now)
    await expect(decide(tx, hung, id)).rejects.toEqual(refused('forbidden'))
    expect(await decide(tx, ngoc, id)).toBe('passed')
  }))

test('a private link is for the last stage; a forced publication passes none and is looked at again', () =>
  inRolledBack(db, async (tx) => {
    await setStages(tx, lan, null, three, now)
    const id = await asked(tx)
    const leader = { name: 'Phạm Quang Vinh, Phó Chủ tịch', email: 'vinh@anhoa.invalid' }
    await expect(askOutside(tx, thu, id, leader, base, now)).rejects.toEqual(refused('conflict'))
    await decide(tx, ngoc, id)
    await decide(tx, hung, id)
    await askOutside(tx, thu, id, leader, base, now)
    const letter = tx.selectFrom('mail.letter').select('body').orderBy('id', 'desc')
    const secret = /\/approvals\/(\S+)/.exec((await letter.executeTakeFirstOrThrow()).body ?? '')?.[1] ?? ''
    const input = { agrees: true, name: 'Phạm Quang Vinh', note: null }
    // A stage that was put before meanwhile keeps the link shut.
    const four = [three[0], { ...three[0], vi: 'Đọc soát' }, three[1], three[2]]
    await setStages(tx, lan, null, four, now)
    expect(await decideByLink(tx, secret, input, now)).toBe(false)
    await setStages(tx, lan, null, three.slice(2), now)
    expect(await decideByLink(tx, secret, input, now)).toBe(true)
    expect(await stateOf(tx, id)).toBe('approved')
    await setStages(tx, lan, null, three, now)
    const other = await asked(tx)
    await forcePublish(tx, hung, other, { reason: 'Bão đổ bộ trong đêm, cần báo ngay' }, base, now)
    expect(await stateOf(tx, other)).toBe('published')
  }))

test('a column has stages of its own; people of another unit who stand there see the text', () =>
  inRolledBack(db, async (tx) => {
    const plan = { unitId: world.hung.unitId, outletId: null, cadence: 'weekly', onDay: 1 } as const
    const dates = { starts: '2026-11-01', ends: null } as const
    const face = { vi: 'Chung tay cải cách', en: '', aboutVi: '' }
    await writtenItem(tx, world, thu)
    const columnId = await beginColumn(tx, hung, { ...face, ...plan, ...dates }, now)
    const mai = actorOf(world.mai)
    const own = [
      { vi: 'Mặt trận đọc', en: 'Front', roles: ['agency_officer'], unitId: mai.grants[0]?.unitId ?? 0 },
      { vi: 'Lãnh đạo duyệt', en: 'Approval', roles: ['agency_head'], unitId: null },
    ] as const
    await expect(setStages(tx, ngoc, columnId, own, now)).rejects.toEqual(refused('forbidden'))
    await expect(setStages(tx, hung, null, own, now)).rejects.toEqual(refused('forbidden'))
    await setStages(tx, hung, columnId, own, now)
    const [inColumn, elsewhere] = [await asked(tx, columnId), await asked(tx)]
    await expect(decide(tx, mai, elsewhere)).rejects.toEqual(refused('not_found'))
    expect(await decide(tx, mai, inColumn)).toBe('passed')
    const draft = await writtenItem(tx, world, thu, { columnId })
    await expect(decide(tx, mai, draft)).rejects.toEqual(refused('not_found'))
    expect(await decide(tx, hung, inColumn)).toBe('approved')
    expect(await decide(tx, hung, elsewhere)).toBe('approved')
  }))

test('who stands at a stage from another unit finds the text that waits for them, and nothing else of that unit', async () => {
  const mai = actorOf(world.mai)
  const front = {
    vi: 'Mặt trận đọc',
    en: 'Front',
    roles: ['agency_officer'],
    unitId: mai.grants[0]?.unitId ?? 0,
  } as const
  const { first, later, draft } = await db.transaction().execute(async (tx) => {
    await setStages(tx, lan, null, [front, three[2]], now)
    const title = (words: string) => ({ title: words })
    const made = async (words: string) => {
      const id = await writtenItem(tx, world, thu, title(words), title(words))
      return id
    }
    const [a, b, c] = [
      await made('Bài tới lượt Mặt trận'),
      await made('Bài còn nháp'),
      await made('Bài qua rồi'),
    ]
    for (const id of [a, c]) await submitItem(tx, thu, id, { note: null }, now)
    return { first: a, draft: b, later: c }
  })
  const page = await web.signedIn(world.mai)
  expect((await page.get('/my-work')).text).toMatch(/Tin, bài chờ đọc, duyệt 2\b/)
  const list = await page.get('/desk?state=for-me')
  expect(list.text).toMatch(/Bài tới lượt Mặt trận.*Bài qua rồi|Bài qua rồi.*Bài tới lượt Mặt trận/)
  expect(list.text).not.toContain('Bài còn nháp')
  expect((await page.get('/desk')).html).not.toMatch(
    new RegExp(`<td[^>]*>[^<]*<a href="/desk/items/${draft}"`),
  )
  expect((await page.get(`/desk/items/${first}`)).status).toBe(200)
  expect((await page.get(`/desk/items/${draft}`)).status).toBe(404)
  await db.transaction().execute((tx) => decide(tx, mai, later))
  expect((await page.get('/desk?state=for-me')).text).not.toContain('Bài qua rồi')
  // What they passed they may read again; whoever else stands there may not.
  expect((await page.get(`/desk/items/${later}`)).status).toBe(200)
  await db.transaction().execute((tx) => setStages(tx, lan, null, [], now))
})

test('the lead sets the stages on a page; what is wrong stands at its row', async () => {
  const id = await db.transaction().execute((tx) => asked(tx))
  const page = await web.signedIn(world.lan)
  const wrong = await page.post('/desk/stages', { vi0: 'Biên tập', vi1: 'x', roles1: ['editor'] })
  expect(wrong.status).toBe(422)
  expect(wrong.faults.join()).toMatch(/Chọn ai duyệt.*từ 3 đến 80/s)
  const done = await page.submit('/desk/stages', {
    ...{ vi0: 'Biên tập', roles0: ['editor'], vi3: 'Lãnh đạo duyệt', roles3: ['province_lead'] },
  })
  expect(done.field('Tên khâu').value).toBe('Biên tập')
  const editor = await web.signedIn(world.ngoc)
  const item = await editor.get(`/desk/items/${id}`)
  expect(item.text).toContain('Duyệt, chuyển khâu “Lãnh đạo duyệt”')
  const { digest = '' } = item.form(`/desk/items/${id}/approval`).values
  expect((await editor.submit(`/desk/items/${id}/approval`, { digest })).text).toContain('Bùi Minh Ngọc')
  const lead = await page.get(`/desk/items/${id}`)
  expect(lead.text).toContain('Duyệt và đăng ngay')
  await page.submit('/desk/stages', {})
})
