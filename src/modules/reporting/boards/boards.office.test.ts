import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type Browser, type TestWeb, testWeb } from '../../../../test/web.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db } from '../../../lib/db/db.ts'
import { readSheet } from '../../../lib/sheets/read-sheet.ts'
import { fillReports } from './boards.fixtures.ts'
import { partWords } from './boards.texts.ts'
import { parts } from './measure.ts'
import { measuresBy } from './measures.sql.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
let lan: Browser
const today = '2026-11-22'
const scope = { provinceId: 1, asOf: today, today, map: 'then', year: 2026 } as const
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  await fillReports(db, { provinces: [1, 2], years: [2025, 2026], today })
  web = testWeb(db)
  lan = await web.signedIn(world.lan)
})
afterAll(() => close())

const countOf = (html: string) => Number(/–\d+ trong ([\d.]+)/.exec(html)?.[1] ?? Number.NaN)

describe('the board', () => {
  test('names who is on time, late and empty, unit by unit and period by period', async () => {
    const page = await lan.get('/reporting')
    expect(page.heading).toBe('Bảng theo dõi báo cáo')
    for (const words of [
      'UBND xã Bình Minh',
      'Sở Nội vụ',
      'Quý III/2026',
      '6 tháng 2026',
      'Năm 2026',
      'Nợ',
      'Chưa hạn',
    ])
      expect(page.text).toContain(words)
    expect(page.text).not.toContain('Đông Hải')
  })

  test('opens every figure to exactly as many rows', async () => {
    const [[sum]] = await measuresBy(db, scope, [[]])
    for (const part of parts) {
      const page = await lan.get(`/reporting/rows?year=2026&part=${part}`)
      const known = part === 'expected' || part === 'due' || part === 'received' ? null : sum?.counts[part]
      const expected = part === 'expected' ? sum?.expected : part === 'due' ? sum?.due : known
      if (expected === null || expected === undefined) continue
      const shown = expected === 0 ? 0 : countOf(page.text)
      expect([part, shown]).toEqual([part, expected])
    }
  })

  test('shows an officer the own subtree only, whatever the address asks for', async () => {
    const minh = await web.signedIn(world.minh)
    const page = await minh.get('/reporting?map=then&as_of=01/10/2026')
    expect(page.text).toContain('UBND xã Bình Minh')
    expect(page.text).not.toContain('UBND phường Tân Lập')
    expect((await minh.get(`/reporting?under=${world.units.ubnd}`)).text).not.toContain('Sở Tài chính')
    expect((await minh.get(`/reporting/rows?unit=${world.units.tanLap}`)).text).toContain(
      'Không có báo cáo nào',
    )
  })

  test('says what was known on an earlier day, and says so when the day is none', async () => {
    const page = await lan.get('/reporting?as_of=01/04/2026')
    expect(page.text).toContain('Số liệu đến hết ngày 01/04/2026')
    expect((await lan.get('/reporting?as_of=31/02/2026')).text).toContain('Nhập ngày có thật')
    const future = await lan.get('/reporting?as_of=01/01/2099')
    expect(future.text).toContain('22/11/2026')
  })

  test('is a whole page in English', async () => {
    lan.cookies.set('lang', 'en')
    const page = await lan.get('/reporting')
    lan.cookies.delete('lang')
    expect(page.heading).toBe('Reporting board')
    for (const part of ['received', 'empty', 'overdue'] as const)
      expect(page.text).toContain(partWords[part].en)
  })

  test('stands empty where nothing is owed', async () => {
    expect((await lan.get('/reporting?year=2031')).text).toContain('Chưa có nghĩa vụ báo cáo nào')
  })
})

describe('the files of the same figures', () => {
  test('hold a line for each unit and period that adds up to the board', async () => {
    const answer = await lan.get('/reporting/figures.csv?year=2026')
    const sheet = await readSheet(answer.bytes, { name: 'a.csv' })
    if (!sheet.ok) throw new Error('the file does not read')
    const [head, ...lines] = sheet.sheet.rows
    const at = head?.cells.indexOf('Phải báo cáo') ?? -1
    const [[sum]] = await measuresBy(db, scope, [[]])
    expect(lines.reduce((n, l) => n + Number(l.cells[at]), 0)).toBe(sum?.expected)
    expect(answer.headers.get('content-disposition')).toContain('.csv')
  })

  test('open in Excel', async () => {
    const answer = await lan.get('/reporting/figures.xlsx?year=2026')
    expect(answer.status).toBe(200)
    expect(Buffer.from(answer.bytes.subarray(0, 2)).toString()).toBe('PK')
  })
})

test('the leader sees reporting, whom to remind, and what was done, in one look', async () => {
  const { binhMinh } = world.units
  const activity = {
    province_id: 1,
    what: 'Tọa đàm',
    from_day: '2026-10-01',
    to_day: '2026-10-01',
    unit_id: binhMinh,
  }
  const recorded = { form_code: 'loudspeaker', recorded_at: new Date(), recorded_by_name: 'Minh' }
  const { id } = await db
    .insertInto('assignments.activity')
    .values({ ...activity, ...recorded })
    .returning('id')
    .executeTakeFirstOrThrow()
  const figure = { province_id: 1, activity_id: id, metric: 'people', value: '1250' }
  await db.insertInto('assignments.activity_figure').values(figure).execute()
  const page = await lan.get('/reporting/leader?year=2026')
  for (const words of ['Đơn vị cần nhắc', 'Hoạt động theo hình thức', '1.250', 'Tỷ lệ đúng hạn'])
    expect(page.text).toContain(words)
  const file = await lan.get('/reporting/results.csv?year=2026')
  expect(Buffer.from(file.bytes).toString()).toContain('loudspeaker')
  const tam = await web.signedIn(world.tam)
  expect((await tam.get('/reporting/leader?year=2026')).text).toContain('Chưa ghi hoạt động nào')
})
