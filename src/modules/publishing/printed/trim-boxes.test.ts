import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { blocksBefore } from './printed-blocks.ts'
import { printPdf } from './setting.ts'
import { withTrimBoxes } from './trim-boxes.ts'

const event = {
  kind: 'event',
  title: 'Ngày hội “Chung tay cải cách hành chính”',
  lead: 'Mười gian hướng dẫn, không thu phí.',
  body: null,
  facts: { starts: '2026-11-28T07:30', place: 'Nhà văn hóa phường Chung An' },
  image: null,
  publishedAt: new Date('2026-11-20'),
} as const
const input = {
  kind: 'leaflet',
  title: event.title,
  lead: event.lead,
  blocks: blocksBefore(event, false),
  owner: 'UBND tỉnh',
  ownerLines: ['ỦY BAN NHÂN DÂN TỈNH'],
  contact: ['Đường dây nóng: 1900 0000'],
  cover: 'Tài liệu phát miễn phí',
  imprint: 'Bản 1',
  qr: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h4v4z"/></svg>',
  address: 'chungtay.example/s/abc',
  codeSays: 'Mã QR',
  held: '',
  says: { remember: 'Nhớ', inside: 'Trong tờ này', scan: 'Quét mã', scanWhy: '', help: '', notes: '' },
  slug: 'Tờ gấp',
  date: [2026, 11, 22],
} as const

const wordsOf = async (page: PDFPageProxy) =>
  (await page.getTextContent()).items.map((i) => ('str' in i ? i.str : '')).join(' ')

test('a printing house is told where the sheet is cut and how far colour goes; the file still opens', async () => {
  const { bytes } = await printPdf(input, { marks: true })
  const boxes = Buffer.from(bytes)
    .toString('latin1')
    .matchAll(/\/(BleedBox|TrimBox) \[([\d. ]+)\]/g)
  const sides = [...boxes].map(([, name, four = '']) => {
    const [left = 0, bottom = 0, right = 0, top = 0] = four.split(' ').map(Number)
    return [name, Math.round(((right - left) * 25.4) / 72), Math.round(((top - bottom) * 25.4) / 72)]
  })
  expect(sides).toEqual([
    ['BleedBox', 303, 216],
    ['TrimBox', 297, 210],
    ['BleedBox', 303, 216],
    ['TrimBox', 297, 210],
  ])
  const pdf = await getDocument({ data: bytes, verbosity: 0 }).promise
  expect(pdf.numPages).toBe(2)
  const inside = (await wordsOf(await pdf.getPage(2))).normalize('NFC').replace(/\s+/g, ' ')
  expect(inside).toContain('7 giờ 30, thứ Bảy, 28/11/2026')
  expect(inside).toContain('Nhà văn hóa phường Chung An')
})

test('another shape of file is left as it is', () => {
  const other = Buffer.from('%PDF-1.7\n%%EOF')
  expect(withTrimBoxes(other)).toBe(other)
})
