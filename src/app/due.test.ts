import { execFile } from 'node:child_process'
import { expect, test } from 'vitest'
import { projectPath } from '../lib/paths.ts'
import { readDueOptions } from './due-options.ts'

interface Ended {
  code: number
  out: string
  err: string
}

/** The program as a person runs it; no database is there. */
function due(...args: string[]): Promise<Ended> {
  const env = { PATH: process.env['PATH'] }
  return new Promise((done) => {
    execFile(process.execPath, [projectPath('src/main.ts'), 'due', ...args], { env }, (fault, out, err) => {
      done({ code: fault ? Number(fault.code) : 0, out, err })
    })
  })
}

const quarterly = 'trước ngày 05 tháng cuối cùng của quý'

test('every quarter of twelve years, as JSON', async () => {
  const { code, out } = await due(
    quarterly,
    '--period',
    'quarter',
    '--from',
    '2019',
    '--to',
    '2030',
    '--json',
  )
  const rows = JSON.parse(out)
  expect(code).toBe(0)
  expect(rows).toHaveLength(48)
  expect(rows[4]).toEqual({
    period: '2020-Q1',
    from: '2020-01-01',
    to: '2020-03-31',
    cutoff: '2020-03-14',
    due: '2020-03-04',
    why: expect.stringContaining('“trước” không tính ngày 05/03/2020'),
  })
})

test('a table for people, with the reason under each line', async () => {
  const { out } = await due(
    'trước 05/6',
    '--period',
    'half-year',
    '--from',
    '2026',
    '--source',
    'Kế hoạch số 1/KH-UBND',
  )
  expect(out).toMatchInlineSnapshot(`
    "Kỳ       Từ ngày     Đến ngày    Chốt số liệu  Hạn
    ───────  ──────────  ──────────  ────────────  ──────────
    2026-H1  01/01/2026  30/06/2026  14/06/2026    04/06/2026
        Hạn của 6 tháng đầu năm 2026 là hết ngày 04/06/2026 (thứ Năm) vì Kế hoạch số 1/KH-UBND ghi “trước 05/6”: “trước” không tính ngày 05/06/2026.
    "
  `)
})

test('a cut-off of its own and working days', async () => {
  const rule = 'chậm nhất 02 ngày làm việc sau ngày chốt số liệu'
  const { out } = await due(
    rule,
    '--period=month',
    '--from',
    '2026',
    '--to',
    '2026',
    '--cutoff',
    'ngày 13 hằng tháng',
    '--json',
  )
  expect(JSON.parse(out)[1]).toMatchObject({ period: '2026-02', cutoff: '2026-02-13', due: '2026-02-24' })
  const moved = await due(
    'trước ngày 17/02',
    '--period',
    'year',
    '--from',
    '2026',
    '--json',
    '--working-days',
  )
  expect(JSON.parse(moved.out)[0].due).toBe('2026-02-23')
})

test('a rule that names its periods needs no --period', async () => {
  const { out } = await due(
    'quý: trước ngày 05 tháng cuối quý; năm: trước ngày 05/11',
    '--from',
    '2026',
    '--json',
  )
  expect(JSON.parse(out).map((r: { period: string; due: string }) => `${r.period} ${r.due}`)).toEqual([
    '2026-Q1 2026-03-04',
    '2026-Q2 2026-06-04',
    '2026-Q3 2026-09-04',
    '2026-Q4 2026-12-04',
    '2026 2026-11-04',
  ])
})

test('a rule that is not understood ends with 2 and says what is, in both languages', async () => {
  const { code, out, err } = await due('khi nào tiện', '--period', 'quarter', '--json')
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain('Chưa hiểu quy tắc “khi nào tiện”')
  expect(err).toContain('trước ngày 05 tháng cuối cùng của quý')
  expect(err).toContain('is not understood')
})

test.each([
  [[], 'Dùng: chungtay due'],
  [[quarterly, quarterly, '--period', 'quarter'], 'Dùng: chungtay due'],
  [[quarterly], 'Thiếu --period'],
  [[quarterly, '--period', 'week'], 'Không có loại kỳ “week”'],
  [[quarterly, '--period'], 'thiếu giá trị'],
  [[quarterly, '--perod', 'quarter'], 'Không có tùy chọn “--perod”'],
  [[quarterly, '--period', 'quarter', '--from', '19'], 'từ 1970 đến 2199'],
  [[quarterly, '--period', 'quarter', '--from', '2030', '--to', '2019'], 'không sớm hơn'],
  [[quarterly, '--period', 'quarter', '--working-days', 'maybe'], 'Không có cách tính ngày nghỉ'],
  [[quarterly, '--period', 'quarter', '--cutoff', 'lúc nào đó'], 'Chưa hiểu quy tắc “lúc nào đó”'],
])('%j is refused with a sentence', (args, sentence) => {
  expect(readDueOptions(args, 2026)).toMatchObject({
    vi: expect.stringContaining(sentence),
    en: expect.any(String),
  })
})

test('a rule that counts from a day nobody gives is refused', async () => {
  const { code, err } = await due('03 ngày sau ngày nhận được yêu cầu', '--period', 'quarter')
  expect([code, err]).toEqual([2, expect.stringContaining('ngày nhận được yêu cầu')])
})
