import { strToU8, unzipSync, zipSync } from 'fflate'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { type Browser, type TestWeb, testWeb } from '../../../test/web.ts'
import { makeWorld, type World } from '../../../test/world.ts'
import { addDays, dayOf, showDay } from '../../lib/calendar/day.ts'
import type { Db } from '../../lib/db/db.ts'
import { openPortal } from '../publishing/publishing.columns.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
let lan: Browser
let thu: Browser
let visitor: Browser
let png: File
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  web = testWeb(db)
  await db.transaction().execute((tx) => openPortal(tx, 1))
  lan = await web.signedIn(world.lan)
  thu = await web.signedIn(world.thu)
  visitor = web.visitor()
  const plain = { create: { width: 60, height: 40, channels: 3, background: '#0f4348' } } as const
  const bytes = await sharp(plain).png().toBuffer()
  png = new File([Uint8Array.from(bytes)], 'biểu trưng.png')
})
afterAll(() => close())

const svg = (inside: string) =>
  new File([`<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`], 'logo.svg')

async function kit(more: Record<string, string> = {}): Promise<string> {
  const form = { name: 'Bộ nhận diện Một cửa', documentWords: 'Quyết định số 468', documentDay: '06/6/2026' }
  return (await lan.post('/brand', { ...form, isPublic: '1', ...more })).location ?? ''
}

async function part(at: string, more: Record<string, string> = {}): Promise<string> {
  const form = { kind: 'logo', name: 'Biểu trưng', alt: 'Cổng vòm', isPublic: '1' }
  return (await lan.post(`${at}/parts`, { ...form, ...more })).location ?? ''
}

const filesOf = (html: string, at: string) => [
  ...new Set([...html.matchAll(new RegExp(`"${at}/files/(\\d+)"`, 'g'))].map((m) => m[1])),
]

test('a set has parts, a new version supersedes the old, and each download is counted without a name', async () => {
  const at = await kit()
  const logo = await part(at)
  await lan.upload(`${logo}/versions`, { files: [png, svg('<rect/>')] }, { note: 'bản đầu' })
  await lan.upload(`${logo}/versions`, { files: [png] }, { note: 'đổi màu' })
  const page = await thu.get(at)
  expect(page.text).toContain('Quyết định số 468 ngày 06/06/2026')
  expect(page.text).toMatch(/Bản 2.*đổi màu.*Các bản trước \(1\).*Bản 1.*bản đầu/s)
  const [newest, oldPng, oldSvg] = filesOf(page.html, at)
  const drawing = await thu.get(`${at}/files/${oldSvg}`)
  expect([
    drawing.headers.get('content-disposition'),
    drawing.headers.get('content-security-policy'),
  ]).toEqual([expect.stringContaining('attachment'), "default-src 'none'; sandbox"])
  expect((await thu.get(`${at}/files/${oldPng}`)).status).toBe(200)
  const open = await visitor.get('/identity')
  expect([open.status, filesOf(open.html, '/identity')]).toEqual([200, [newest]])
  expect(open.html).toContain('alt="Cổng vòm"')
  const browser = { 'user-agent': 'Mozilla/5.0 (Linux; Android 12) Firefox/140.0', 'accept-language': 'vi' }
  const taken = await visitor.request(`/identity/files/${newest}`, { headers: browser })
  expect(taken.status).toBe(200)
  await visitor.request(`/identity/files/${newest}`, { headers: { 'user-agent': 'Googlebot/2.1' } })
  expect((await visitor.get(`/identity/files/${oldSvg}`)).status).toBe(404)
  const counted = await db
    .selectFrom('brand.version_file')
    .select(['id', 'downloads'])
    .where('id', 'in', [newest, oldPng, oldSvg].map(Number))
    .orderBy('id')
    .execute()
  expect(counted.map((f) => f.downloads)).toEqual([1, 1, 1])
})

test('what is marked internal or retired is not for the public, and the archive holds what is shown', async () => {
  const at = await kit({ name: 'Bộ thứ hai' })
  const open = await part(at, { name: 'Biển hiệu', kind: 'sign' })
  const inner = await part(at, { name: 'Thẻ công chức', kind: 'uniform', isPublic: '' })
  await lan.upload(`${open}/versions`, { files: [png] })
  await lan.upload(`${inner}/versions`, { files: [png] })
  const seen = (await visitor.get('/identity')).text
  expect(seen).toContain('Biển hiệu')
  expect(seen).not.toContain('Thẻ công chức')
  const id = at.split('/').at(-1)
  const unpack = async (who: Browser, path: string) => Object.keys(unzipSync((await who.get(path)).bytes))
  expect(await unpack(visitor, `/identity/${id}/all.zip`)).toEqual([
    'DOC-TRUOC.txt',
    '01 Biển hiệu/1 biểu trưng.png',
  ])
  expect(await unpack(thu, `${at}/all.zip`)).toContain('02 Thẻ công chức/1 biểu trưng.png')
  expect((await lan.post(`${at}/retirement`, { why: 'ngắn' })).status).toBe(422)
  await lan.post(`${at}/retirement`, { why: 'Có bộ mới thay thế.' })
  expect((await visitor.get(`/identity/${id}/all.zip`)).status).toBe(404)
  expect((await thu.get(at)).text).toContain('Có bộ mới thay thế.')
  expect((await lan.post(`${at}/parts`, { kind: 'logo', name: 'Thêm nữa', alt: 'x' })).status).toBe(409)
  await lan.post(`${at}/retirement`, { to: 'open' })
  expect((await visitor.get('/identity')).text).toContain('Bộ thứ hai')
})

test('files are looked into: no script in a drawing, no program in an archive, no other kind', async () => {
  const at = await kit({ name: 'Bộ thứ ba' })
  const logo = await part(at)
  const zip = (name: string) => new File([Uint8Array.from(zipSync({ [name]: strToU8('x') }))], 'bo.zip')
  const bad = [svg('<script>1</script>'), zip('chay.exe'), new File(['<html></html>'], 'a.html')]
  for (const file of bad) expect((await lan.upload(`${logo}/versions`, { files: [file] })).status).toBe(422)
  expect((await lan.upload(`${logo}/versions`, { files: [zip('in/bien.pdf')] })).status).toBe(303)
  expect((await thu.upload(`${logo}/versions`, { files: [png] })).status).toBe(403)
})

test('colours are typed as lines, and their contrast stands beside them', async () => {
  const at = await kit({ name: 'Bộ thứ tư' })
  const bad = await lan.post(`${at}/parts`, { kind: 'colours', name: 'Bảng màu', colours: 'Đỏ | đỏ' })
  expect([bad.status, bad.text.includes('Dòng 1')]).toEqual([422, true])
  await part(at, { kind: 'colours', name: 'Bảng màu', alt: '', colours: 'Xám | #777777 | nền\nĐen | 000' })
  const page = await visitor.get('/identity')
  expect(page.text).toMatch(/Xám #777777.*chữ trắng 4,4 : 1, chỉ đạt cho chữ lớn.*chữ đen 4,6 : 1/s)
  expect(page.html).toContain('fill="#000000"')
})

test('units are asked by a day, say that they use it with a photo, and late ones stand first', async () => {
  const at = await kit({ name: 'Bộ thứ năm' })
  const none = await lan.post(`${at}/calls`, { answerBy: '01/01/2020' })
  expect(none.status).toBe(422)
  const today = dayOf(web.clock.now)
  const call = {
    answerBy: showDay(addDays(today, 9)),
    unitIds: [world.units.vanHoa, world.units.binhMinh].map(String),
  }
  await lan.submit(`${at}/calls`, call)
  expect((await thu.get('/my-work')).text).toContain('Đề nghị áp dụng “Bộ thứ năm”')
  const told = { unitId: String(world.units.vanHoa), sinceDay: showDay(today), note: 'Đã thay biển' }
  const other = await thu.upload(`${at}/adoptions`, {}, { ...told, unitId: String(world.units.binhMinh) })
  expect(other.status).toBe(422)
  expect((await thu.upload(`${at}/adoptions`, { photo: [png] }, told)).status).toBe(303)
  await db
    .updateTable('brand.adoption')
    .set({ answer_by: addDays(today, -1) })
    .where('unit_id', '=', world.units.binhMinh)
    .execute()
  const page = await lan.get(at)
  expect(page.text).toContain('1/2 đơn vị đã áp dụng')
  expect(page.html.indexOf('UBND xã Bình Minh</td>')).toBeLessThan(page.html.indexOf('Đã thay biển'))
  expect((await thu.get(`${at}/adoptions/${world.units.vanHoa}/file`)).status).toBe(200)
  const binh = await web.signedIn(world.binh)
  expect((await binh.get(`${at}/adoptions/${world.units.vanHoa}/file`)).status).toBe(404)
  const seen = await binh.get(at)
  expect(seen.text).toContain('1/2 đơn vị đã áp dụng')
  expect(seen.text).not.toContain('Đã thay biển')
  const again = await lan.submit(`${at}/calls`, call)
  expect(again.text).toContain('Đã đề nghị 1 đơn vị')
  expect((await (await web.signedIn(world.xa)).get(at)).status).toBe(404)
})
