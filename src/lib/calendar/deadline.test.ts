import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nationalCutoffs } from './cutoffs.data.ts'
import { dataWindow, namedDay } from './cutoffs.ts'
import { addDays, showDay } from './day.ts'
import { appliesTo, type DeadlineQuestion, deadlineFor } from './deadline.ts'
import type { DeadlineRule } from './deadline-rule.ts'
import { MissingDay } from './due-day.ts'
import {
  type Period,
  type PeriodKind,
  periodCode,
  periodKinds,
  periodSpan,
  periodsBetween,
  readPeriod,
} from './period.ts'
import { readDeadline } from './read-deadline.ts'
import { isWorkingDay, workingDayFrom } from './working-days.ts'

function period(code: string): Period {
  const found = readPeriod(code)
  if (!found) throw new Error(code)
  return found
}

function rule(printed: string, kind?: PeriodKind): DeadlineRule {
  const found = readDeadline(printed, kind)
  if (!found) throw new Error(printed)
  return found
}

function due(printed: string, code: string, more: Partial<DeadlineQuestion> = {}): string {
  return deadlineFor({ rule: rule(printed), period: period(code), ...more }).due
}

describe('the last valid day', () => {
  test.each([
    ['trước ngày 05 tháng cuối cùng của quý', '2026-Q1', '2026-03-04'],
    ['chậm nhất ngày 05 tháng cuối cùng của quý', '2026-Q1', '2026-03-05'],
    ['ngày 20 tháng cuối quý', '2026-Q2', '2026-06-20'],
    ['trước 17h00 ngày 20/6', '2026-H1', '2026-06-20'],
    ['trước 05/6', '2026-H1', '2026-06-04'],
    ['trước ngày 30 tháng 6', '2026-H1', '2026-06-29'],
    ['Quý IV năm trước liền kề', '2026', '2025-12-31'],
    ['trước ngày 10 tháng đầu của quý sau', '2026-Q4', '2027-01-09'],
    ['ngày 05 tháng sau', '2026-12', '2027-01-05'],
    ['ngày 15 tháng cuối của quý trước', '2026-Q1', '2025-12-15'],
    ['trước ngày 10 tháng cuối kỳ báo cáo', '2026-9M', '2026-09-09'],
    ['tháng đầu của kỳ báo cáo sau', '2026-H1', null],
    ['trong tháng đầu của kỳ báo cáo sau', '2026-H1', '2026-07-31'],
    ['ngày làm việc cuối cùng của tháng', '2026-01', '2026-01-30'],
    ['ngày làm việc đầu tiên của quý sau', '2025-Q4', '2026-01-05'],
    ['ngày làm việc thứ 3 của tháng sau', '2026-04', '2026-05-06'],
    ['chậm nhất 02 ngày làm việc sau ngày chốt số liệu', '2026-Q1', '2026-03-17'],
    ['trong vòng 5 ngày sau khi kết thúc quý', '2026-Q1', '2026-04-05'],
    ['trong vòng 01 tháng sau khi kết thúc quý', '2026-Q4', '2027-01-31'],
    ['05 ngày làm việc trước khi kết thúc quý', '2026-Q1', '2026-03-24'],
    ['trước ngày 10/01 năm sau', '2026', '2027-01-09'],
  ])('%s, %s: %s', (printed, code, want) => {
    expect(readDeadline(printed) ? due(printed, code) : null).toBe(want)
  })

  test('a day that the month does not have is its last one; before it is all of the month', () => {
    expect(due('ngày 31 tháng cuối quý', '2026-Q2')).toBe('2026-06-30')
    expect(due('trước ngày 31 tháng cuối quý', '2026-Q2')).toBe('2026-06-30')
    expect(due('trước ngày 30 hằng tháng', '2026-02')).toBe('2026-02-28')
    expect(due('trước ngày 29 hằng tháng', '2028-02')).toBe('2028-02-28')
  })

  test('a January without a year lies after the year it reports on', () => {
    expect(due('trước ngày 10/01', '2026')).toBe('2027-01-09')
    expect(due('trước ngày 10/11', '2026')).toBe('2026-11-09')
  })

  test('"trước" is one day earlier than "chậm nhất", whatever the day and the period', () => {
    const anyPeriod = fc.constantFrom(...periodKinds.flatMap((kind) => periodsBetween(kind, 2019, 2030)))
    fc.assert(
      fc.property(anyPeriod, fc.integer({ min: 1, max: 28 }), (p, day) => {
        const by = (bound: string) =>
          deadlineFor({ rule: rule(`${bound} ngày ${day} tháng cuối kỳ báo cáo`), period: p }).due
        expect(addDays(by('trước'), 1)).toBe(by('chậm nhất'))
      }),
    )
  })
})

describe('which period a rule speaks for', () => {
  const applies = (printed: string, kind: PeriodKind) =>
    periodsBetween(kind, 2026, 2026)
      .filter((p) => appliesTo(rule(printed), p))
      .map((p) => `${periodCode(p)} ${deadlineFor({ rule: rule(printed), period: p }).due}`)

  test('a date in the year is for the quarter it ends', () => {
    expect(applies('trước ngày 10/3', 'quarter')).toEqual(['2026-Q1 2026-03-09'])
    expect(applies('trước ngày 10/10', 'quarter')).toEqual(['2026-Q3 2026-10-09'])
  })

  test('of several dates each period takes its own', () => {
    const four = 'trước ngày 10/3, 10/6, 10/9 và 10/12'
    expect(applies(four, 'quarter')).toEqual([
      '2026-Q1 2026-03-09',
      '2026-Q2 2026-06-09',
      '2026-Q3 2026-09-09',
      '2026-Q4 2026-12-09',
    ])
    expect(applies('trước ngày 05/6 và 05/11', 'half-year')).toEqual(['2026-H1 2026-06-04'])
    expect(applies('trước ngày 05/6 và 05/11', 'year')).toEqual(['2026 2026-11-04'])
  })

  test('a rule by period is silent on the others', () => {
    const both = 'báo cáo quý III: trước ngày 10/9; báo cáo năm: trước ngày 10/12'
    expect(applies(both, 'quarter')).toEqual(['2026-Q3 2026-09-09'])
    expect(applies(both, 'half-year')).toEqual([])
    expect(() => deadlineFor({ rule: rule(both), period: period('2026-H1') })).toThrow(RangeError)
  })

  test('a date with a year is for that year', () => {
    expect(applies('trước ngày 01/6/2026', 'half-year')).toEqual(['2026-H1 2026-05-31'])
    expect(applies('trước ngày 01/6/2023', 'half-year')).toEqual([])
  })
})

describe('a cascade', () => {
  // Bắc Kạn, third quarter of 2021: communes by 16/9, departments by 18/9, districts by 19/9.
  test('counts each level from the one above or below it', () => {
    const code = '2021-Q3'
    expect(dataWindow(nationalCutoffs, period(code))).toMatchObject({ from: '2021-06-15', to: '2021-09-14' })
    const commune = due('chậm nhất 02 ngày làm việc sau ngày chốt số liệu', code)
    expect(commune).toBe('2021-09-16')
    expect(due('chậm nhất 02 ngày sau thời hạn báo cáo của cấp dưới', code, { below: commune })).toBe(
      '2021-09-18',
    )
    expect(due('chậm nhất 01 ngày trước thời hạn báo cáo của cấp trên', code, { above: '2021-09-20' })).toBe(
      '2021-09-19',
    )
  })

  test('a day that nobody gave is asked for', () => {
    expect(() => due('chậm nhất 03 ngày kể từ ngày nhận được yêu cầu', '2026-Q1')).toThrow(MissingDay)
  })
})

test('the national windows of 2026', () => {
  const rows = (['general', 'reform'] as const).flatMap((regime) =>
    periodKinds
      .flatMap((kind) => periodsBetween(kind, 2026, 2026))
      .filter((p) => p.kind !== 'month' || p.number === 1)
      .flatMap((p) => {
        const window = dataWindow(nationalCutoffs, p, regime)
        if (!window) return []
        const sent = window.rule.due ? `, gửi ${showDay(due(window.rule.due, periodCode(p)))}` : ''
        return [`${regime} ${periodCode(p)}: ${showDay(window.from)}–${showDay(window.to)}${sent}`]
      }),
  )
  expect(rows.join('\n')).toMatchInlineSnapshot(`
    "general 2026-01: 15/12/2025–14/01/2026
    general 2026-Q1: 15/12/2025–14/03/2026
    general 2026-Q2: 15/03/2026–14/06/2026
    general 2026-Q3: 15/06/2026–14/09/2026
    general 2026-Q4: 15/09/2026–14/12/2026
    general 2026-H1: 15/12/2025–14/06/2026
    general 2026-9M: 15/12/2025–14/09/2026
    general 2026: 15/12/2025–14/12/2026
    reform 2026-Q1: 15/12/2025–14/03/2026, gửi 20/03/2026
    reform 2026-Q3: 15/06/2026–14/09/2026, gửi 20/09/2026
    reform 2026-H1: 15/12/2025–14/06/2026, gửi 20/06/2026
    reform 2026: 15/12/2025–14/12/2026, gửi 20/12/2026"
  `)
})

test('the first day of a year’s data is taken to the letter, where a deadline would be the next January', () => {
  expect(namedDay(rule('ngày 01/01'), period('2026'))).toBe('2026-01-01')
  expect(namedDay(rule('trước ngày 15 tháng cuối quý'), period('2026-Q1'))).toBe('2026-03-14')
  expect(due('ngày 01/01', '2026')).toBe('2027-01-01')
})

test('windows of neighbours leave no day out and count none twice', () => {
  for (const kind of ['month', 'quarter', 'year'] as const) {
    const windows = periodsBetween(kind, 2019, 2030).map((p) => dataWindow(nationalCutoffs, p))
    windows.slice(1).forEach((w, i) => {
      expect(w?.from).toBe(addDays(windows[i]?.to ?? '', 1))
    })
  }
})

describe('days off', () => {
  const printed = 'ngày 16/02'

  test('the day stays, moves on or moves back', () => {
    expect(due(printed, '2026')).toBe('2026-02-16')
    expect(due(printed, '2026', { policy: 'next-working-day' })).toBe('2026-02-23')
    expect(due(printed, '2026', { policy: 'previous-working-day' })).toBe('2026-02-13')
    expect(due(`${printed}, nếu trùng ngày nghỉ thì chuyển sang ngày làm việc tiếp theo`, '2026')).toBe(
      '2026-02-23',
    )
  })

  test('with a policy the day is worked, and never moves when it is', () => {
    const anyPeriod = fc.constantFrom(...periodsBetween('quarter', 2019, 2035))
    fc.assert(
      fc.property(anyPeriod, fc.integer({ min: 1, max: 28 }), (p, day) => {
        const r = rule(`trước ngày ${day} tháng cuối quý`)
        const plain = deadlineFor({ rule: r, period: p }).due
        const next = deadlineFor({ rule: r, period: p, policy: 'next-working-day' }).due
        const last = deadlineFor({ rule: r, period: p, policy: 'previous-working-day' }).due
        expect(isWorkingDay(next) && isWorkingDay(last)).toBe(true)
        expect(last <= plain && plain <= next).toBe(true)
        expect(next).toBe(workingDayFrom(plain))
      }),
    )
  })
})

describe('why', () => {
  const why = (printed: string, code: string, more: Partial<DeadlineQuestion> = {}) =>
    deadlineFor({ rule: rule(printed), period: period(code), ...more }).why

  test('names the document, its words, and why the 4th and not the 5th', () => {
    expect(
      why('trước ngày 05 tháng cuối cùng của quý', '2026-Q1', { source: 'Kế hoạch số 211/KH-UBND' }),
    ).toMatchInlineSnapshot(`
      {
        "en": "Quarter 1 of 2026 is due by the end of Wednesday 04/03/2026 because Kế hoạch số 211/KH-UBND says “before the 5th of the last month of the quarter”: “before” leaves out 05/03/2026.",
        "vi": "Hạn của quý I năm 2026 là hết ngày 04/03/2026 (thứ Tư) vì Kế hoạch số 211/KH-UBND ghi “trước ngày 05 tháng cuối cùng của quý”: “trước” không tính ngày 05/03/2026.",
      }
    `)
  })

  test('tells what moved the day off Tết', () => {
    expect(why('ngày 16/02', '2026', { policy: 'next-working-day' }).vi).toMatchInlineSnapshot(
      `"Hạn của năm 2026 là hết ngày 23/02/2026 (thứ Hai) vì quy tắc ghi “ngày 16/02”: tính cả ngày 16/02/2026; 16/02/2026 là Tết Nguyên đán nên chuyển sang ngày làm việc tiếp theo 23/02/2026."`,
    )
    expect(why('ngày 05/02', '2027', { policy: 'next-working-day' }).vi).toMatchInlineSnapshot(
      `"Hạn của năm 2027 là hết ngày 11/02/2027 (thứ Năm) vì quy tắc ghi “ngày 05/02”: tính cả ngày 05/02/2027; 05/02/2027 là Tết Nguyên đán (lịch nghỉ dự kiến, chưa công bố) nên chuyển sang ngày làm việc tiếp theo 11/02/2027."`,
    )
  })

  test('tells how it counted', () => {
    expect(why('chậm nhất 02 ngày làm việc sau ngày chốt số liệu', '2026-Q1').vi).toMatchInlineSnapshot(
      `"Hạn của quý I năm 2026 là hết ngày 17/03/2026 (thứ Ba) vì quy tắc ghi “chậm nhất 02 ngày làm việc sau ngày chốt số liệu”: đếm 2 ngày làm việc sau ngày chốt số liệu 14/03/2026, không đếm ngày nghỉ được ngày 17/03/2026."`,
    )
  })

  test('tells which part of a rule spoke', () => {
    expect(why('quý: trước ngày 05 tháng cuối quý; năm: trước ngày 05/11', '2026').vi).toMatchInlineSnapshot(
      `"Hạn của năm 2026 là hết ngày 04/11/2026 (thứ Tư) vì quy tắc ghi “báo cáo quý: trước ngày 05 tháng cuối cùng của quý; báo cáo năm: trước ngày 05/11”: kỳ này theo phần “trước ngày 05/11”; “trước” không tính ngày 05/11/2026."`,
    )
    expect(why('trước ngày 05/6 và 05/11', '2026-H1').vi).toMatchInlineSnapshot(
      `"Hạn của 6 tháng đầu năm 2026 là hết ngày 04/06/2026 (thứ Năm) vì quy tắc ghi “trước ngày 05/6 và 05/11”: trong các ngày đã ghi, ngày của kỳ này là “trước ngày 05/6”; “trước” không tính ngày 05/06/2026."`,
    )
  })

  test('is one sentence in both languages, for every period and policy', () => {
    const printed = [
      'trước ngày 05 tháng cuối cùng của quý',
      'chậm nhất 05 ngày sau khi kết thúc kỳ báo cáo',
      'trong quý IV năm trước',
      'trước ngày 10/01',
      'trước 17 giờ 00 ngày 20 tháng cuối kỳ báo cáo',
    ]
    const anyPeriod = fc.constantFrom(...periodsBetween('year', 2019, 2035))
    const policies = fc.constantFrom('as-printed', 'next-working-day', 'previous-working-day')
    fc.assert(
      fc.property(fc.constantFrom(...printed), anyPeriod, policies, (text, p, policy) => {
        const found = deadlineFor({ rule: rule(text), period: p, policy: policy as 'as-printed' })
        for (const sentence of [found.why.vi, found.why.en]) {
          expect(sentence).toMatch(/^\p{Lu}[^.]*\.$/u)
          expect(sentence).toContain(showDay(found.due))
          expect(sentence).not.toMatch(/undefined|null|NaN/)
        }
        expect(periodSpan(p).from).toBeTruthy()
      }),
    )
  })
})
