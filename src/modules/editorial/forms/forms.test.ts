import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type TestWeb, testWeb } from '../../../../test/web.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db, Tx } from '../../../lib/db/db.ts'
import { actorOf } from '../../assignments/assignments.fixtures.ts'
import { addRun, handOut } from '../../publishing/printed/printed.ts'
import { base, now, writtenItem } from '../editorial.fixtures.ts'
import { approve, publishNow, submitItem } from '../items/life.ts'
import { itemSeenBy, versionOf } from '../items/loading.ts'
import { editAgain, saveContent, textOf } from '../items/writing.ts'
import { allowForms, formLines, prepareForms } from './forms.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  web = testWeb(db)
})
afterAll(() => close())

const inTx = <T>(body: (tx: Tx) => Promise<T>): Promise<T> => db.transaction().execute(body)
const span = { title: 'Gói thử', firstDay: '2026-11-24', lastDay: '2026-11-30', hours: ['05:30', '17:00'] }

async function approvedItem(title = 'Bộ phận Một cửa làm việc sáng thứ Bảy'): Promise<number> {
  return inTx(async (tx) => {
    const id = await writtenItem(tx, world, actorOf(world.thu), { title }, { title })
    await approveText(tx, id)
    return id
  })
}

async function approveText(tx: Tx, id: number): Promise<void> {
  await submitItem(tx, actorOf(world.thu), id, { note: null }, now)
  const item = await itemSeenBy(tx, actorOf(world.hung), id)
  const { digest } = await versionOf(tx, item, item.currentVersion)
  await approve(tx, actorOf(world.hung), id, { digest, note: null }, now)
}

const linesOf = async (id: number) => formLines(db, await itemSeenBy(db, actorOf(world.thu), id))

const leaflet = ['leaflet'] as const

test('what nobody has approved is not prepared', async () => {
  const id = await inTx((tx) => writtenItem(tx, world, actorOf(world.thu)))
  const input = { forms: leaflet, span: null }
  await expect(inTx((tx) => prepareForms(tx, actorOf(world.thu), id, input, now))).rejects.toMatchObject({
    kind: 'conflict',
  })
  expect((await linesOf(id)).from).toBeNull()
})

test('approved, an item is a leaflet, a script and a package that wait, and leave when it is published', async () => {
  const id = await approvedItem('Tờ gấp có sẵn ngày đăng bài')
  const thu = await web.signedIn(world.thu)
  const forms = ['leaflet', 'board_a3', 'radio_script', 'loudspeaker']
  const typed = { title: 'Gói sáng thứ Bảy', firstDay: '24/11/2026', lastDay: '30/11/2026', hours: '5:30' }
  expect((await thu.post(`/desk/items/${id}/forms`, { forms, ...typed, hours: '' })).status).toBe(422)
  const page = await thu.submit(`/desk/items/${id}/forms`, { forms, ...typed })
  expect(page.text).toContain('Từ bản 1 đã duyệt')
  expect(page.text).toContain('Chờ đăng bài')
  const { lines } = await linesOf(id)
  expect(lines.map((l) => l.form).sort()).toEqual([...forms].sort())
  expect(lines.every((l) => l.readiness === 'held')).toBe(true)
  const href = (form: string) => lines.find((l) => l.form === form)?.href ?? ''
  // Paper may be looked at, and says that it is not released; nothing for the printer, nothing for the communes.
  expect((await thu.get(`${href('leaflet')}/office.pdf`)).status).toBe(200)
  expect((await thu.get(`${href('leaflet')}/printer.pdf`)).status).toBe(409)
  expect((await thu.get(`${href('loudspeaker')}/package.zip`)).status).toBe(409)
  const units = { to: 'some', units: [String(world.units.binhMinh)] }
  expect((await thu.post(`${href('loudspeaker')}/hand-overs`, units)).status).toBe(409)
  const run = { copies: 100, day: '2026-11-22', printer: 'Nhà in', note: '' }
  const leafletId = Number(href('leaflet').split('/').at(-1))
  await expect(inTx((tx) => addRun(tx, actorOf(world.thu), leafletId, run, now))).rejects.toMatchObject({
    kind: 'conflict',
  })

  await inTx((tx) => publishNow(tx, actorOf(world.hung), id, base, now))
  const after = (await linesOf(id)).lines
  expect(after.every((l) => l.readiness === 'public' && !l.isChanged && l.version === 1)).toBe(true)
  const zip = await thu.get(`${href('loudspeaker')}/package.zip`)
  expect(Object.keys(unzipSync(zip.bytes)).some((n) => n.startsWith('kich-ban/'))).toBe(true)
  expect((await thu.post(`${href('loudspeaker')}/hand-overs`, units)).status).toBe(303)
  await inTx((tx) => addRun(tx, actorOf(world.thu), leafletId, run, now))
  const link = await db
    .selectFrom('publishing.short_link')
    .select(['code', 'publication_id as publicationId'])
    .where('channel_kind', '=', 'leaflet')
    .where('prepared_id', '=', lines[0]?.preparedId ?? 0)
    .executeTakeFirstOrThrow()
  const followed = await web.visitor().get(`/s/${link.code}`)
  expect([followed.status, followed.location]).toEqual([302, expect.stringContaining('/to-gap-co-san')])
})

test('before publication anonymous readers and other units find nothing, and a code says only that it comes', async () => {
  const secret = 'Tin mật đến ngày đăng'
  const id = await approvedItem(secret)
  const forms = ['poster_a3', 'radio_script', 'loudspeaker'] as const
  await inTx((tx) =>
    prepareForms(tx, actorOf(world.thu), id, { forms, span: { ...span, title: secret } }, now),
  )
  const { lines } = await linesOf(id)
  const [poster, script, pack] = forms.map((f) => lines.find((l) => l.form === f)?.href ?? '')
  const paths = [
    ...['', '/preview.webp', '/office.pdf', '/printer.pdf', '/imposed.pdf', '/ledger.xlsx'].map(
      (p) => poster + p,
    ),
    ...['', '/script.pdf', '/script.docx', '/recording/file'].map((p) => script + p),
    ...['', '/package.zip'].map((p) => pack + p),
  ]
  const visitor = web.visitor()
  const officer = await web.signedIn(world.minh)
  for (const path of paths) {
    expect((await visitor.get(path)).location, path).toMatch(/^\/sign-in/)
    expect((await officer.get(path)).status, path).toBe(404)
  }
  for (const list of ['/printed', '/broadcast', '/broadcast/packages/new'])
    expect((await officer.get(list)).text, list).not.toContain(secret)
  for (const open of ['/', '/rss.xml', '/sitemap.xml', '/search?q=Tin+mật+đến+ngày+đăng', '/news'])
    expect((await visitor.get(open)).text, open).not.toContain(`${secret}</`)
  const { code } = await db
    .selectFrom('publishing.short_link')
    .select('code')
    .where('channel_kind', '=', 'poster')
    .executeTakeFirstOrThrow()
  const soon = await visitor.get(`/s/${code}`)
  expect([soon.status, soon.text.includes(secret), soon.text.includes('Nội dung sắp có')]).toEqual([
    404,
    false,
    true,
  ])
  expect((await (await web.signedIn(world.phuc)).get(poster ?? '')).status).toBe(200)
})

test('who approves lets it go to units before, and people get it from the day of publication', async () => {
  const id = await approvedItem('Phát sớm về xã')
  await inTx((tx) => prepareForms(tx, actorOf(world.thu), id, { forms: leaflet, span: null }, now))
  const { lines, waiting } = await linesOf(id)
  const preparedId = waiting?.id ?? 0
  const productId = lines[0]?.id ?? 0
  const permission = `/desk/items/${id}/prepared/${preparedId}/permission`
  const thu = await web.signedIn(world.thu)
  expect((await thu.post(permission, { allowed: 'yes' })).status).toBe(403)
  const hung = await web.signedIn(world.hung)
  const page = await hung.submit(permission, { allowed: 'yes' })
  expect(page.text).toContain('cho phép in và bàn giao trước khi đăng')
  const run = { copies: 100, day: '2026-11-22', printer: 'Nhà in', note: '' }
  const row = { fromUnitId: null, copies: 10, day: '2026-11-22', photoId: null, receiver: '', note: '' }
  const toUnit = { ...row, toUnitId: world.units.binhMinh, place: '' }
  const toPeople = { ...row, toUnitId: null, place: 'Chợ phiên' }
  const give = (one: typeof toUnit | typeof toPeople) =>
    inTx((tx) => handOut(tx, actorOf(world.thu), productId, [one], now))
  await inTx((tx) => addRun(tx, actorOf(world.thu), productId, run, now))
  await give(toUnit)
  await expect(give(toPeople)).rejects.toMatchObject({ kind: 'invalid' })
  await inTx((tx) => publishNow(tx, actorOf(world.hung), id, base, now))
  await give(toPeople)
  const allow = { preparedId, allowed: false }
  await expect(inTx((tx) => allowForms(tx, actorOf(world.hung), id, allow, now))).rejects.toMatchObject({
    kind: 'conflict',
  })
})

test('a text that is changed afterwards makes what was prepared stale; it is prepared again, and the old one is old', async () => {
  const id = await approvedItem('Sửa sau khi chuẩn bị')
  const thu = actorOf(world.thu)
  await inTx((tx) => prepareForms(tx, thu, id, { forms: leaflet, span: null }, now))
  const { waiting } = await linesOf(id)
  const input = { preparedId: waiting?.id ?? 0, allowed: true }
  await inTx((tx) => allowForms(tx, actorOf(world.hung), id, input, now))
  await inTx(async (tx) => {
    await editAgain(tx, thu, id, now)
    const item = await itemSeenBy(tx, thu, id)
    const version = await versionOf(tx, item, item.currentVersion)
    const content = { ...textOf(version), lead: 'Sáng thứ Bảy không làm việc nữa, bà con đến ngày thường.' }
    await saveContent(tx, thu, id, { content, revision: item.revision }, now)
  })
  const stale = (await linesOf(id)).lines[0]
  expect([stale?.readiness, stale?.isChanged]).toEqual(['stale', true])
  const run = { copies: 100, day: '2026-11-22', printer: 'Nhà in', note: '' }
  await expect(inTx((tx) => addRun(tx, thu, stale?.id ?? 0, run, now))).rejects.toMatchObject({
    kind: 'conflict',
  })
  await inTx((tx) => approveText(tx, id))
  const browser = await web.signedIn(world.thu)
  const page = await browser.get(`/desk/items/${id}/channels`)
  expect(page.text).toContain('Văn bản đã thay đổi sau khi chuẩn bị')
  const again = await browser.post(`/desk/items/${id}/forms`, { forms: 'leaflet' })
  expect(again.status).toBe(303)
  const [fresh] = (await linesOf(id)).lines
  expect([fresh?.number, fresh?.isChanged, fresh?.readiness]).toEqual([2, false, 'held'])
  await inTx((tx) => publishNow(tx, actorOf(world.hung), id, base, now))
  expect((await browser.get(stale?.href ?? '')).text).toContain('Bản cũ')
  expect((await browser.get(fresh?.href ?? '')).text).not.toContain('Bản cũ')
  // Whoever scans the older paper is told so before they are led on.
  const codes = await db
    .selectFrom('publishing.print_product as p')
    .innerJoin('publishing.short_link as l', 'l.id', 'p.short_link_id')
    .where('p.id', 'in', [stale?.id ?? 0, fresh?.id ?? 0])
    .select('l.code')
    .orderBy('p.id')
    .execute()
  const visitor = web.visitor()
  const [old, newest] = [await visitor.get(`/s/${codes[0]?.code}`), await visitor.get(`/s/${codes[1]?.code}`)]
  expect([old.status, old.text.includes('cũ'), newest.status]).toEqual([200, true, 302])
})
