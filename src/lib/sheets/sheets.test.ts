import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { matchColumns } from './match-columns.ts'
import { readSheet } from './read-sheet.ts'
import type { CellValue, SheetColumn } from './sheet.ts'
import { writeSheet } from './write-sheet.ts'

const columns: SheetColumn[] = [
  { key: 'code', title: 'Mã', kind: 'text', width: 8 },
  { key: 'content', title: 'Nội dung công việc', kind: 'text', width: 60 },
  { key: 'due', title: 'Hạn hoàn thành', kind: 'date' },
  { key: 'copies', title: 'Số lượng', kind: 'number' },
]
const rows: Record<string, CellValue>[] = [
  { code: '01', content: 'Phát hành tờ gấp "Một cửa", đợt 1;\ngửi các xã', due: '2026-02-05', copies: 20000 },
  { code: '=1+1', content: '- Các sở, ban, ngành', due: null, copies: -1.5 },
  { code: "'@x", content: '  giữ khoảng trắng  ', due: '1999-12-31', copies: null },
  { code: '007', content: '+84 905 123 456', due: null, copies: 0 },
]

async function roundTrip(format: 'xlsx' | 'csv', values: Record<string, CellValue>[]) {
  const bytes = await writeSheet({ format, sheets: [{ name: 'Nhiệm vụ', columns, rows: values }] })
  const read = await readSheet(bytes, { name: `a.${format}` })
  if (!read.ok) throw new Error(read.fault.en)
  const matched = matchColumns(read.sheet, columns)
  if (!matched.ok) throw new Error(matched.fault.en)
  return matched
}

async function sheetParts(values: Record<string, CellValue>[]) {
  return unzipSync(await writeSheet({ sheets: [{ name: 'x', columns, rows: values }] }))
}

async function faultOf(bytes: Uint8Array, name = 'a.xlsx') {
  const read = await readSheet(bytes, { name, limits: { rows: 50, columns: 20, unzippedBytes: 5_000_000 } })
  return read.ok ? null : read.fault.code
}

const csv = (text: string, name = 'a.csv') => readSheet(strToU8(text), { name })
async function cellsOf(text: string) {
  const read = await csv(text)
  return read.ok ? read.sheet.rows.map((r) => r.cells) : read.fault.code
}

/** The code page of old Vietnamese Windows: a letter, then its tone as a mark of its own. */
function windows1258(text: string): Uint8Array {
  const decoder = new TextDecoder('windows-1258')
  const byteOf = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
  )
  const tone = /([\u0300\u0301\u0303\u0309\u0323])/u
  const bytes = [...text.normalize('NFC')].flatMap((letter) => {
    const [before = '', mark = '', after = ''] = letter.normalize('NFD').split(tone)
    return [(before + after).normalize('NFC'), mark].filter((c) => c !== '').map((c) => byteOf.get(c) ?? 0x3f)
  })
  return Uint8Array.from(bytes)
}

describe('sheets', () => {
  it.each(['xlsx', 'csv'] as const)('come back from .%s as they went out', async (format) => {
    const matched = await roundTrip(format, rows)
    expect(matched.rows.map((r) => r.values)).toEqual(rows)
    expect(matched.faults).toEqual([])
    expect(matched.rows[0]?.line).toBe(2)
  })

  it.each(['xlsx', 'csv'] as const)('come back from .%s whatever people type', async (format) => {
    const words = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string(),
      fc.constantFrom("'=a", '=A1', '\t', 'ậ', '_x000D_'),
    )
    const row = fc.record({
      code: words,
      content: words,
      due: fc.constantFrom('2026-02-28', '2024-02-29', null),
      copies: fc.oneof(fc.integer(), fc.constant(null)),
    })
    // Cells hold NFC text without control characters; blank and absent are one.
    const kept = (text: string) => {
      const printable = text
        .toWellFormed()
        .normalize('NFC')
        .replace(/[\p{Cc}\ufffe\uffff]/gu, '')
      return printable.trim() === '' ? null : printable
    }
    const clean = (r: Record<string, CellValue>) => ({
      ...r,
      code: kept(String(r['code'])),
      content: kept(String(r['content'])),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 5 }), async (values) => {
        const typed = values.map(clean).filter((v) => Object.values(v).some((x) => x !== null))
        const matched = await roundTrip(format, typed)
        expect(matched.rows.map((r) => r.values)).toEqual(typed)
      }),
      { numRuns: 60 },
    )
  })

  it('never write a formula', async () => {
    const attack = { code: '=cmd|"/c calc"!A1', content: '@SUM(1)', due: null, copies: null }
    const out = strFromU8(
      await writeSheet({ format: 'csv', sheets: [{ name: 'x', columns, rows: [attack] }] }),
    )
    expect(out.split('\r\n')[1]).toBe('"\'=cmd|""/c calc""!A1",\'@SUM(1),,')
    const parts = unzipSync(await writeSheet({ sheets: [{ name: 'x', columns, rows: [attack] }] }))
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    expect(sheet).not.toContain('<f>')
    expect(sheet).toContain('state="frozen"')
    const strings = strFromU8((await sheetParts(rows))['xl/sharedStrings.xml'] ?? new Uint8Array())
    expect(strings).toContain('<t xml:space="preserve">  giữ khoảng trắng  </t>')
  })

  it('hold several sheets with names Excel accepts, and any can be read by its name', async () => {
    const named = (name: string) => ({ name, columns, rows })
    const bytes = await writeSheet({
      sheets: [
        named('Sở [Nội vụ]: kế hoạch năm 2026 và nhiều hơn nữa'),
        named('Danh mục'),
        named('danh/mục'),
      ],
    })
    const read = await readSheet(bytes, { name: 'a.xlsx', sheet: 'Danh mục' })
    expect(read.ok && read.sheet.sheetNames).toEqual([
      'Sở  Nội vụ   kế hoạch năm 2026',
      'Danh mục',
      'danh mục (2)',
    ])
    expect(await readSheet(bytes, { name: 'a.xlsx', sheet: 'Khác' })).toMatchObject({
      fault: { code: 'no-sheet', vi: 'Không tìm thấy trang tính “Khác”. Hãy dùng đúng mẫu đã tải về.' },
    })
  })

  it('read CSV with any of the marks Excel uses between cells', async () => {
    const cells = [
      ['Mã', 'Tên'],
      ['01', 'a,b;c'],
    ]
    expect(await cellsOf('Mã;Tên\r\n01;"a,b;c"\r\n')).toEqual(cells)
    expect(await cellsOf('Mã,Tên\n01,"a,b;c"')).toEqual(cells)
    expect(await cellsOf('Mã\tTên\n01\ta,b;c')).toEqual(cells)
    expect(await cellsOf('sep=|\nMã|Tên\n01|a,b;c')).toEqual(cells)
    expect(await cellsOf('Mã,Tên\n\n,\n01,"chưa đóng')).toEqual([
      ['Mã', 'Tên'],
      ['01', 'chưa đóng'],
    ])
  })

  it('read CSV saved as UTF-16 or Windows-1258', async () => {
    const text = 'Mã\tĐơn vị\r\n01\tỦy ban nhân dân xã Nghĩa Hành\r\n'
    const wanted = [
      ['Mã', 'Đơn vị'],
      ['01', 'Ủy ban nhân dân xã Nghĩa Hành'],
    ]
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
    const read = await readSheet(utf16, { name: 'a.csv' })
    expect(read.ok && read.sheet.rows.map((r) => r.cells)).toEqual(wanted)
    const old = await readSheet(windows1258(text.replaceAll('\t', ';')), { name: 'a.csv' })
    expect(old.ok && old.sheet.rows.map((r) => r.cells)).toEqual(wanted)
  })

  it('find the heading below a title, in any order and case, and tell of columns they do not know', async () => {
    const read = await csv(
      'Danh mục năm 2026\nSố lượng;NỘI DUNG  công việc;Ghi chú;Mã;Hạn hoàn thành\n5;Tờ gấp;x;01;5/2/2026\n',
    )
    const matched = read.ok && matchColumns(read.sheet, columns)
    expect(matched).toEqual({
      ok: true,
      rows: [{ line: 3, values: { code: '01', content: 'Tờ gấp', due: '2026-02-05', copies: 5 } }],
      faults: [],
      unknownTitles: ['Ghi chú'],
    })
    const wrong = await csv('Mã;Tên\n01;a\n')
    expect(wrong.ok && matchColumns(wrong.sheet, columns)).toMatchObject({
      ok: false,
      fault: { code: 'no-header' },
    })
  })

  it('ask instead of guessing where a cell is doubtful', async () => {
    const read = await csv(
      'Mã;Nội dung công việc;Hạn hoàn thành;Số lượng\n1;a;31/2/2026;1.234\n2;b;;1.234.567,5\n3;c;;nhiều\n',
    )
    const matched = read.ok ? matchColumns(read.sheet, columns) : null
    expect(matched?.ok && matched.rows.map((r) => r.values['copies'])).toEqual([null, 1234567.5, null])
    expect(matched?.ok && matched.faults.map((f) => [f.line, f.column, f.code])).toEqual([
      [2, 'due', 'not-a-day'],
      [2, 'copies', 'ambiguous-number'],
      [4, 'copies', 'not-a-number'],
    ])
  })

  it('answer each unreadable file with a sentence', async () => {
    const good = await writeSheet({ sheets: [{ name: 'x', columns, rows }] })
    const many = await writeSheet({
      sheets: [{ name: 'x', columns, rows: Array.from({ length: 60 }, () => rows[0] ?? {}) }],
    })
    const parts = unzipSync(good)
    const bomb = zipSync({ ...parts, 'xl/sharedStrings.xml': new Uint8Array(40_000_000) })
    expect(await faultOf(new Uint8Array())).toBe('empty')
    expect(await faultOf(good.slice(0, good.length / 2))).toBe('damaged')
    expect(await faultOf(bomb)).toBe('zip-bomb')
    expect(await faultOf(many)).toBe('too-large')
    expect(await faultOf(zipSync({ 'word/document.xml': strToU8('<a/>') }))).toBe('unknown')
    expect(await faultOf(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))).toBe('unknown')
    expect(await faultOf(strToU8('%PDF-1.7 …'), 'a.pdf')).toBe('unknown')
    expect(await faultOf(strToU8(','.repeat(50)), 'a.csv')).toBe('too-large')
    const corner = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array()).replace(
      'r="A2"',
      'r="XFD1048576"',
    )
    expect(await faultOf(zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(corner) }))).toBe(
      'too-large',
    )
  })

  it('tell how far they are and stop when told to', async () => {
    const bytes = await writeSheet({
      sheets: [{ name: 'x', columns, rows: Array.from({ length: 2500 }, () => rows[0] ?? {}) }],
    })
    const seen: [number, number][] = []
    await readSheet(bytes, { name: 'a.xlsx', onProgress: (done, total) => seen.push([done, total]) })
    expect(seen).toEqual([
      [1000, 2501],
      [2000, 2501],
      [2501, 2501],
    ])
    expect(await readSheet(bytes, { name: 'a.xlsx', signal: AbortSignal.abort() })).toMatchObject({
      fault: { code: 'cancelled' },
    })
  })

  it('survive 1,000 spoiled workbooks', async () => {
    const parts = unzipSync(await writeSheet({ sheets: [{ name: 'x', columns, rows }] }))
    const names = Object.keys(parts)
    const spoil = fc.record({
      part: fc.constantFrom(...names),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      with: fc.oneof(
        fc.uint8Array({ maxLength: 6 }),
        fc.constantFrom('<', '>', '"', '&#0;', '999999999', '<c r="ZZZ9"', 'r="').map((t) => strToU8(t)),
      ),
      cut: fc.nat(40),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(spoil, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        async (spoils, whole) => {
          const spoiled = { ...parts }
          for (const s of spoils) {
            const before = spoiled[s.part] ?? new Uint8Array()
            const at = Math.floor(s.at * before.length)
            spoiled[s.part] = Buffer.concat([before.slice(0, at), s.with, before.slice(at + s.cut)])
          }
          const zip = zipSync(spoiled)
          if (whole) zip.set([1, 2, 3], Math.floor((spoils[0]?.at ?? 0) * (zip.length - 3)))
          const read = await readSheet(zip, { name: 'a.xlsx' })
          if (read.ok) matchColumns(read.sheet, columns)
          else expect(read.fault.vi.length).toBeGreaterThan(20)
        },
      ),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 1000) },
    )
  }, 600_000)
})
