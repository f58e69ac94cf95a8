import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import jsQR from 'jsqr'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type Browser, type TestWeb, testWeb } from '../../../../test/web.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db } from '../../../lib/db/db.ts'
import { writeSheet } from '../../../lib/sheets/write-sheet.ts'
import { addPublication } from '../publishing.fixtures.ts'
import { ledgerColumns } from './ledger-sheet.ts'
import { ledgerOf } from './printed.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
let lan: Browser
const folder = mkdtempSync('/tmp/chungtay-print-')
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  web = testWeb(db)
  lan = await web.signedIn(world.lan)
})
afterAll(async () => {
  await close()
  rmSync(folder, { recursive: true, force: true })
})

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const heading = (text: string) => ({
  type: 'heading',
  attrs: { level: 2 },
  content: [{ type: 'text', text }],
})
const sentence = 'Bà con chụp rõ bốn góc giấy tờ rồi tải lên; hồ sơ đi tới đâu đều có tin nhắn báo về máy. '
/** All letters of Vietnamese with their marks, small and great. */
const letters = [...'aăâeêioôơuưy']
  .flatMap((v) => [...'\u0300\u0301\u0303\u0309\u0323'].map((m) => (v + m).normalize('NFC')).concat(v))
  .join(' ')

async function product(kind: string, content: unknown[], more = {}): Promise<number> {
  const { id } = await addPublication(db, world.units.noiVu, {
    body: JSON.stringify({ type: 'doc', content }),
    ...more,
  })
  const page = await lan.post('/printed', { item: id, kind })
  expect(page.status).toBe(303)
  return Number(page.location.split('/').at(-1))
}

const poppler = ['/usr/bin/pdffonts', '/usr/local/bin/pdffonts'].some(existsSync)

function tool(name: string, bytes: Uint8Array, ...after: string[]): string {
  const path = join(folder, 'a.pdf')
  writeFileSync(path, bytes)
  return execFileSync(name, [path, ...after], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
}

test('every kind becomes a PDF with its faces in it, tagged, and says all its words', async () => {
  const content = [
    heading('Năm bước'),
    paragraph(sentence),
    paragraph(`${letters} ${letters.toLocaleUpperCase('vi')} đ Đ`),
  ]
  for (const kind of [
    'leaflet',
    'booklet_a5',
    'booklet_a6',
    'board_a3',
    'poster_a3',
    'poster_a2',
    'large_print',
  ]) {
    const id = await product(kind, content)
    const { bytes } = await lan.get(`/printed/${id}/office.pdf`)
    expect(Buffer.from(bytes.slice(0, 5)).toString()).toBe('%PDF-')
    expect((await lan.get(`/printed/${id}/office.pdf`)).bytes).toEqual(bytes)
    if (!poppler) continue
    const faces = tool('pdffonts', bytes).split('\n').slice(2).filter(Boolean)
    expect(faces.length).toBeGreaterThan(0)
    for (const face of faces) expect(face, kind).toMatch(/BeVietnamPro.* yes yes yes /)
    expect(tool('pdfinfo', bytes)).toMatch(/Tagged: +yes/)
    expect(tool('pdftotext', bytes, '-').normalize('NFC'), kind).toContain('Năm bước')
  }
})

test('the code on the leaflet can be read from its print, and leads to the text', async () => {
  const id = await product('leaflet', [paragraph(sentence)])
  const picture = await lan.get(`/printed/${id}/preview.webp`)
  const { data, info } = await sharp(picture.bytes)
    .extract({ left: 15, top: 525, width: 180, height: 180 })
    .resize(720)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const read = jsQR.default(Uint8ClampedArray.from(data), info.width, info.height)?.data ?? ''
  expect(read).toMatch(/^http:\/\/localhost:3000\/s\/[2-9a-z]{7}$/)
  expect((await web.visitor().get(new URL(read).pathname)).status).toBe(302)
})

test('what is too long is told in characters with what would be enough, and never printed clipped', async () => {
  const id = await product('leaflet', [
    paragraph('Mở đầu.'),
    ...Array.from({ length: 9 }, () => paragraph(sentence.repeat(9))),
  ])
  const page = await lan.get(`/printed/${id}`)
  const over = Number(
    /Nội dung dài hơn tờ gấp a4 \(gấp ba\) ([\d.]+) ký tự/i.exec(page.text)?.[1]?.replace('.', ''),
  )
  expect(over).toBeGreaterThan(300)
  expect((await lan.get(`/printed/${id}/office.pdf`)).status).toBe(409)
  const keep = (most: number) => Array.from({ length: 10 }, (_, i) => String(i)).slice(0, most)
  const tooMany = 10 - Math.ceil(over / (sentence.length * 9))
  await lan.post(`/printed/${id}/words`, { keep: keep(tooMany) })
  expect((await lan.get(`/printed/${id}/office.pdf`)).status).toBe(200)
  await lan.post(`/printed/${id}/words`, { keep: keep(tooMany + 1) })
  expect((await lan.get(`/printed/${id}/office.pdf`)).status).toBe(409)
})

test('never more is handed out than was printed, by the printer or by a unit', async () => {
  const id = await product('leaflet', [paragraph(sentence)])
  await lan.submit(`/printed/${id}/runs`, {
    runCopies: '2.000',
    runDay: '10/11/2026',
    printer: 'Nhà in An Hòa',
  })
  const give = (form: Record<string, string | number>) =>
    lan.upload(`/printed/${id}/ledger`, {}, { from: '', to: '', place: '', day: '12/11/2026', ...form })
  expect((await give({ to: world.units.binhMinh, copies: 1500 })).status).toBe(303)
  const wrong = await give({ to: world.units.tanLap, copies: 501 })
  expect([wrong.status, wrong.text.includes('Chỉ còn 500 bản ở nơi này')]).toEqual([422, true])
  expect((await give({ to: world.units.tanLap, copies: 500, day: '09/11/2026' })).text).toContain(
    'không được trước ngày in',
  )
  const minh = await web.signedIn(world.minh)
  const quick = {
    what: `${id}-${world.units.binhMinh}`,
    copies: '40',
    place: 'Chợ phiên Bình Minh',
    day: '15/11/2026',
  }
  expect((await minh.upload('/printed/handing-out', {}, quick)).status).toBe(303)
  expect((await minh.upload('/printed/handing-out', {}, { ...quick, copies: '1461' })).text).toContain(
    'Chỉ còn 1.460 bản',
  )
  const { balance, rows } = await ledgerOf(db, 1, id)
  expect([balance.left, balance.handedOut, balance.held.get(world.units.binhMinh)]).toEqual([500, 40, 1460])
  const first = rows.find((r) => r.toUnitId === world.units.binhMinh)
  expect((await lan.post(`/printed/${id}/ledger/${first?.id}/striking`)).status).toBe(409)
  const tam = await web.signedIn(world.tam)
  const stolen = await tam.upload('/printed/handing-out', {}, quick)
  expect(stolen.status).toBe(403)
})

test('a ledger comes in from Excel, all lines or none', async () => {
  const id = await product('leaflet', [paragraph(sentence)])
  await lan.submit(`/printed/${id}/runs`, {
    runCopies: '100',
    runDay: '10/11/2026',
    printer: 'In tại cơ quan',
  })
  const row = { day: '2026-11-12', to: 'UBND xã Bình Minh', place: '', copies: 60 }
  const send = async (rows: Record<string, string | number>[]) => {
    const bytes = await writeSheet({ sheets: [{ name: 'Sổ', columns: ledgerColumns, rows }] })
    return lan.upload(`/printed/${id}/ledger/import`, {
      sheet: new File([Uint8Array.from(bytes)], 'so.xlsx'),
    })
  }
  expect((await send([row, { ...row, to: 'UBND xã Không Có' }])).text).toContain('Dòng 3: không có đơn vị')
  expect((await send([row, row])).text).toContain('Chỉ còn 40 bản')
  expect((await ledgerOf(db, 1, id)).rows).toEqual([])
  expect((await send([row, { ...row, to: '', place: 'Nhà văn hóa thôn 3', copies: 40 }])).status).toBe(303)
  expect((await ledgerOf(db, 1, id)).balance).toMatchObject({ left: 0, handedOut: 40 })
  expect((await lan.get(`/printed/${id}/ledger.xlsx`)).status).toBe(200)
})
