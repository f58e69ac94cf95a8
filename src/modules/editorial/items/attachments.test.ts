import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type Browser, type TestWeb, testWeb } from '../../../../test/web.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db } from '../../../lib/db/db.ts'
import { actorOf } from '../../assignments/assignments.fixtures.ts'
import { writtenItem } from '../editorial.fixtures.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
let thu: Browser
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  web = testWeb(db)
  thu = await web.signedIn(world.thu)
})
afterAll(() => close())

const newItem = () => db.transaction().execute((tx) => writtenItem(tx, world, actorOf(world.thu)))
const plain = (name: string, text = `Kính gửi: ${name}`) => new File([text], name)
const fileIds = async () =>
  (await db.selectFrom('editorial.attachment').select('file_id').orderBy('position').execute()).map(
    (r) => r.file_id,
  )

test('a file goes with the text: approved with it, downloaded by readers, gone only with a new version', async () => {
  const id = await newItem()
  const at = `/desk/items/${id}`
  await thu.upload(`${at}/files`, { files: plain('mau-to-khai.txt') }, { fileName: 'Mẫu tờ khai' })
  await thu.upload(`${at}/files`, { files: [plain('a.csv', 'Cột;Số'), plain('b.txt')] })
  const [form = 0, sheet = 0] = await fileIds()
  const reader = web.visitor()
  expect((await reader.get(`/media/${form}/file`)).status).toBe(404)
  await thu.submit(`${at}/submission`, {})
  const hung = await web.signedIn(world.hung)
  const { digest = '' } = (await hung.get(at)).form(`${at}/approval`).values
  expect((await thu.post(`${at}/files/${sheet}/removal`)).status).toBe(409)
  await hung.submit(`${at}/approval`, { digest, next: 'publish' })
  const article = await reader.get('/articles/bo-phan-mot-cua-lam-viec-sang-thu-bay')
  expect(article.text).toContain('Mẫu tờ khai')
  const file = await reader.get(`/media/${form}/file`)
  expect([file.status, Buffer.from(file.bytes).toString()]).toEqual([200, 'Kính gửi: mau-to-khai.txt'])
  await thu.post(`${at}/revision`)
  expect((await thu.post(`${at}/files/${sheet}/removal`)).status).toBe(303)
  expect((await reader.get('/articles/bo-phan-mot-cua-lam-viec-sang-thu-bay')).text).toContain('a.csv')
  expect((await thu.get(`${at}/edit`)).text).not.toContain('a.csv')
})

test('a text saved from a form that was opened before keeps the files', async () => {
  const id = await newItem()
  const { _csrf: _, ...values } = (await thu.get(`/desk/items/${id}/edit`)).form(`/desk/items/${id}`).values
  await thu.upload(`/desk/items/${id}/files`, { files: plain('bieu-mau.txt') })
  const saved = await thu.submit(`/desk/items/${id}`, { ...values, title: 'Tiêu đề sửa sau' })
  expect([saved.heading, saved.text.includes('bieu-mau.txt')]).toEqual(['Tiêu đề sửa sau', true])
})

test('web pages, nothing at all and a twenty-first file are refused in words, and change nothing', async () => {
  const id = await newItem()
  const send = (files: File[]) => thu.upload(`/desk/items/${id}/files`, { files })
  const page = await send([plain('trang.html', '<script>alert(1)</script>')])
  expect([page.status, page.text.includes('trang.html')]).toEqual([422, true])
  expect((await send([])).text).toContain('Chọn ít nhất một tệp')
  const ten = (from: number) => Array.from({ length: 10 }, (_, i) => plain(`tep-${from + i}.txt`))
  expect((await send(ten(0))).status).toBe(303)
  expect((await send(ten(10))).status).toBe(303)
  const more = await send([plain('tep-20.txt')])
  expect([more.status, more.text.includes('tối đa 20 tệp')]).toEqual([422, true])
})

test('who may not write may not attach, and a stranger does not see the file', async () => {
  const id = await newItem()
  await thu.upload(`/desk/items/${id}/files`, { files: plain('noi-bo.txt') })
  const [last = 0] = (await fileIds()).slice(-1)
  const tam = await web.signedIn(world.tam)
  expect((await tam.upload(`/desk/items/${id}/files`, { files: plain('x.txt') })).status).toBeGreaterThan(402)
  expect((await tam.get(`/desk/items/${id}/files/${last}`)).status).toBeGreaterThan(402)
})

async function picture(name: string, background: string): Promise<File> {
  const bytes = await sharp({ create: { width: 60, height: 40, channels: 3, background } })
    .png()
    .toBuffer()
  return new File([new Uint8Array(bytes)], name, { type: 'image/png' })
}

test('the second reader sees which picture, file and field came, went or took the place of another', async () => {
  const id = await newItem()
  const at = `/desk/items/${id}`
  await thu.upload(`${at}/images`, { image: await picture('a.png', '#0f766e') }, { alt: 'Quầy số 1' })
  await thu.upload(`${at}/images`, { image: await picture('b.png', '#7f1d1d') }, { alt: 'Quầy số 2' })
  await thu.upload(`${at}/files`, { files: plain('mau.txt', 'cũ') })
  const write = async (change: Record<string, string>) => {
    const { _csrf: _, ...values } = (await thu.get(`${at}/edit`)).form(at).values
    await thu.submit(at, { ...values, ...change })
  }
  const pictures = await db
    .selectFrom('editorial.image')
    .select('file_id as id')
    .where('item_id', '=', id)
    .orderBy('file_id')
    .execute()
  const [first, second] = pictures.map((p) => String(p.id))
  await write({ leadImageId: first ?? '', 'fact-basis': 'Nghị quyết 12' })
  await thu.submit(`${at}/submission`, {})
  await thu.submit(`${at}/revision`)
  await write({ leadImageId: second ?? '', 'fact-basis': 'Nghị quyết 13' })
  await thu.upload(`${at}/files`, { files: plain('mau-moi.txt', 'mới') })
  const page = await thu.get(`${at}/versions`)
  expect(page.text).toMatch(/Hình ảnh Thay Ảnh đại diện Trước.*Quầy số 1.*Sau.*Quầy số 2/)
  expect(page.html).toContain(`${at}/images/${first}/thumbnail`)
  expect(page.html).toContain(`${at}/images/${second}/thumbnail`)
  expect(page.text).toMatch(/Tệp kèm theo, âm thanh, video Thêm Tệp tải về mau-moi\.txt/)
  expect(page.text).toMatch(/Thông tin theo thể loại Căn cứ pháp lý Nghị quyết Bỏ đi: 12 Thêm vào: 13/)
  expect(page.text).not.toContain('Hai bản giống nhau')
})
