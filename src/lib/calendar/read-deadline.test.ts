import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { computingMs } from '../../../test/computing.ts'
import { bare } from '../text/bare.ts'
import { type DeadlineRule, deadlineRuleSchema } from './deadline-rule.ts'
import { whyNotUnderstood } from './not-understood.ts'
import { monthsOf, periodKinds } from './period.ts'
import { printDeadline } from './print-deadline.ts'
import { readDeadline } from './read-deadline.ts'

/** What is read, printed anew: short enough for a table. */
function read(printed: string, kind?: Parameters<typeof readDeadline>[1]): string | null {
  const rule = readDeadline(printed, kind)
  return rule && printDeadline(rule).vi
}

describe('as plans print them', () => {
  test.each([
    ['trước ngày 05 tháng cuối cùng của quý', 'trước ngày 05 tháng cuối cùng của quý'],
    ['Trước ngày 5 của tháng thứ ba hằng quý', 'trước ngày 05 tháng cuối cùng của quý'],
    ['trước ngày 20 tháng cuối của mỗi quý', 'trước ngày 20 tháng cuối cùng của quý'],
    ['trước ngày 10 của tháng cuối kỳ báo cáo', 'trước ngày 10 tháng cuối cùng của kỳ báo cáo'],
    ['ngày 20 tháng cuối quý', 'ngày 20 tháng cuối cùng của quý'],
    ['trước 05/6', 'trước ngày 05/6'],
    ['trước ngày 30 tháng 6', 'trước ngày 30/6'],
    ['trước ngày 15/12 hằng năm', 'trước ngày 15/12'],
    ['trước ngày 01/6/2023', 'trước ngày 01/6/2023'],
    ['ngày 15 tháng 12 năm trước', 'ngày 15/12 năm trước'],
    ['trước ngày 10/01 năm sau', 'trước ngày 10/01 năm sau'],
    ['Chậm nhất là ngày 20 của tháng cuối quý', 'chậm nhất ngày 20 tháng cuối cùng của quý'],
    ['chậm nhất ngày 20 hằng tháng', 'chậm nhất ngày 20 hằng tháng'],
    ['không muộn hơn ngày 15/6', 'chậm nhất ngày 15/6'],
    ['đến hết ngày 14/3', 'chậm nhất ngày 14/3'],
    ['trước hoặc vào ngày 14/3', 'chậm nhất ngày 14/3'],
    ['ngày làm việc cuối cùng của tháng', 'ngày làm việc cuối cùng của tháng'],
    ['ngày làm việc thứ 3 của tháng sau', 'ngày làm việc thứ 3 của tháng sau'],
    ['cuối quý', 'ngày cuối cùng của quý'],
    ['trước ngày 10 tháng đầu của quý sau', 'trước ngày 10 tháng đầu của quý sau'],
    ['trước ngày 10 tháng liền kề sau quý báo cáo', 'trước ngày 10 tháng đầu của quý sau'],
    ['ngày 15 của tháng liền kề trước quý', 'ngày 15 tháng cuối cùng của quý trước'],
    ['ngày 05 tháng sau', 'ngày 05 tháng sau'],
    ['trong 05 ngày đầu của tháng sau', 'chậm nhất ngày 05 tháng sau'],
    ['Quý IV năm trước liền kề', 'trong quý IV năm trước'],
    ['trong Quý IV của năm trước liền kề năm kế hoạch', 'trong quý IV năm trước'],
    ['trước tháng 6', 'trước ngày 01/6'],
    ['xong trước 17h00 ngày 20/6', 'trước 17 giờ 00 ngày 20/6'],
  ])('%s', (printed, want) => {
    expect(read(printed)).toBe(want)
  })

  test.each([
    ['chậm nhất 02 ngày làm việc sau ngày chốt số liệu', '02 ngày làm việc sau ngày chốt số liệu'],
    ['không quá 02 (hai) ngày làm việc kể từ ngày chốt số liệu', '02 ngày làm việc sau ngày chốt số liệu'],
    ['ngày làm việc thứ hai sau ngày chốt số liệu', '02 ngày làm việc sau ngày chốt số liệu'],
    ['trong vòng 5 ngày sau khi kết thúc quý', '05 ngày sau khi kết thúc quý'],
    ['sau khi kết thúc quý 05 ngày', '05 ngày sau khi kết thúc quý'],
    ['sau 10 ngày kể từ ngày kết thúc kỳ báo cáo', '10 ngày sau khi kết thúc kỳ báo cáo'],
    ['trong vòng 01 tháng sau khi kết thúc năm', '01 tháng sau khi kết thúc năm'],
    ['05 ngày làm việc trước khi kết thúc quý', '05 ngày làm việc trước khi kết thúc quý'],
    ['trước 05 ngày so với ngày kết thúc quý', '05 ngày trước khi kết thúc quý'],
    [
      '02 ngày làm việc trước hạn báo cáo của cấp trên',
      '02 ngày làm việc trước thời hạn báo cáo của cấp trên',
    ],
    ['03 ngày kể từ ngày nhận được văn bản yêu cầu', '03 ngày sau ngày nhận được yêu cầu'],
  ])('%s', (printed, want) => {
    expect(read(printed)).toBe(`chậm nhất ${want}`)
  })

  test.each([
    ['trước ngày 05/6 và 05/11', 'trước ngày 05/6 và 05/11'],
    ['trước ngày 05/6 và trước ngày 05/11', 'trước ngày 05/6 và 05/11'],
    ['trước ngày 15 các tháng 3, 6, 9, 12', 'trước ngày 15/3, 15/6, 15/9 và 15/12'],
    ['trước ngày 10 tháng 3, tháng 6 và tháng 9', 'trước ngày 10/3, 10/6 và 10/9'],
    [
      'Báo cáo quý gửi trước ngày 05 tháng cuối cùng của quý; Báo cáo 6 tháng gửi trước ngày 05/6; Báo cáo năm gửi trước ngày 05/11 về Sở Nội vụ',
      'báo cáo quý: trước ngày 05 tháng cuối cùng của quý; báo cáo 6 tháng: trước ngày 05/6; báo cáo năm: trước ngày 05/11',
    ],
    [
      'trước ngày 30 tháng 6 đối với báo cáo 6 tháng và trước ngày 10 tháng 12 đối với báo cáo năm',
      'báo cáo 6 tháng: trước ngày 30/6; báo cáo năm: trước ngày 10/12',
    ],
    [
      'quý I trước ngày 10/3, 6 tháng trước ngày 10/6, quý III trước ngày 10/9 và năm trước ngày 10/12',
      'báo cáo quý I: trước ngày 10/3; báo cáo 6 tháng: trước ngày 10/6; báo cáo quý III: trước ngày 10/9; báo cáo năm: trước ngày 10/12',
    ],
    [
      'trước ngày 20/6 (đối với báo cáo 6 tháng), trước ngày 20/12 (báo cáo năm)',
      'báo cáo 6 tháng: trước ngày 20/6; báo cáo năm: trước ngày 20/12',
    ],
    [
      'quý, 6 tháng: trước ngày 10 tháng cuối kỳ; năm: trước ngày 05/12',
      'báo cáo quý: trước ngày 10 tháng cuối cùng của kỳ báo cáo; báo cáo 6 tháng: trước ngày 10 tháng cuối cùng của kỳ báo cáo; báo cáo năm: trước ngày 05/12',
    ],
  ])('%s', (printed, want) => {
    expect(read(printed)).toBe(want)
  })

  test('a scan’s slips are mended', () => {
    expect(read('truớc ngày l0/12')).toBe('trước ngày 10/12')
    expect(read('trước ngày 05/l2')).toBe('trước ngày 05/12')
    expect(read('trước ngày O5/6')).toBe('trước ngày 05/6')
    expect(read('truoc ngay 05 thang cuoi cung cua quy')).toBe('trước ngày 05 tháng cuối cùng của quý')
  })

  test('"tháng sáu" is June, "tháng sau" the next month', () => {
    expect(read('trước ngày 15 tháng sáu')).toBe('trước ngày 15/6')
    expect(read('trước ngày 15 tháng sau')).toBe('trước ngày 15 tháng sau')
  })

  test('a heading says the month that the print leaves out, and no other period does', () => {
    expect(read('trước ngày 20', 'month')).toBe('trước ngày 20 hằng tháng')
    expect(read('trước ngày 20', 'quarter')).toBeNull()
  })

  test('words about days off become part of the rule', () => {
    const next = 'trước ngày 20 tháng cuối quý, nếu trùng ngày nghỉ thì chuyển sang ngày làm việc tiếp theo'
    expect(readDeadline(next)?.dayOff).toBe('next-working-day')
    const last = 'ngày 20/6 (trường hợp trùng vào ngày nghỉ thì gửi vào ngày làm việc liền trước)'
    expect(readDeadline(last)?.dayOff).toBe('previous-working-day')
  })

  test.each([
    'theo quy định',
    'trước ngày 05/13',
    'trước ngày 32/6',
    'hằng tháng',
    'trước ngày 15 của quý',
    'không gửi trước ngày 05/6',
    'sau ngày 05/6',
    'trước ngày 05/6 hoặc khi có yêu cầu',
    'trước ngày 05 hoặc ngày 10 tháng cuối quý',
    'trước ngày 15 hoặc 30 hằng tháng',
    'thứ Sáu hằng tuần',
    'trước 10 giờ 00 thứ Hai tuần kế tiếp',
    '02 tuần/lần',
    '',
  ])('"%s" is not guessed at', (printed) => {
    expect(readDeadline(printed)).toBeNull()
  })

  test.each([
    ['thứ Sáu hằng tuần', 'Hạn theo tuần'],
    ['02 tuần/lần', 'Hạn theo tuần'],
    ['trước ngày 05 hoặc ngày 10 tháng cuối quý', 'hai khả năng'],
    ['khi có yêu cầu', 'không có hạn cố định'],
    ['sớm nhất có thể', 'Chưa hiểu hạn này'],
  ])('"%s" is refused with what to do instead', (printed, why) => {
    expect(whyNotUnderstood(printed).vi).toContain(why)
  })
})

const year = fc.oneof(fc.constantFrom('own', 'previous', 'next'), fc.integer({ min: 1900, max: 2999 }))
const inUnit = fc
  .record({ of: fc.constantFrom(...periodKinds, 'period'), shift: fc.constantFrom(-1, 0, 1), at: fc.nat(20) })
  .map(({ of, shift, at }) => {
    const size = of === 'period' ? 12 : monthsOf(of as 'month')
    const month = of === 'month' || at === 0 ? 'all' : at < size ? at : 'last'
    return { of, shift, month }
  })
const place = fc.oneof(
  fc.record({ of: fc.constant('month-of-year'), month: fc.integer({ min: 1, max: 12 }), year }),
  fc.record({
    of: fc.constant('quarter-of-year'),
    quarter: fc.integer({ min: 1, max: 4 }),
    month: fc.constantFrom(1, 2, 'last', 'all'),
    year,
  }),
  inUnit,
)
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`)
const dayRule = fc
  .record({
    bound: fc.constantFrom('before', 'by', 'on'),
    day: fc.oneof(fc.integer({ min: 1, max: 31 }), fc.constant('last')),
    working: fc.boolean(),
    place,
    time: fc.option(time, { nil: undefined }),
  })
  .filter(({ day, working, place: p }) => {
    const clear = p.month !== 'all' || p.of === 'month' || ('shift' in p && p.shift === 1)
    return clear || working || day === 'last' || day === 1
  })
  .map(({ time: hour, ...rule }) => ({
    kind: 'day',
    ...rule,
    ...(hour !== undefined && rule.bound === 'before' ? { time: hour } : {}),
  }))
const unit = fc.constantFrom(...periodKinds, 'period')
const offsetRule = fc.record({
  kind: fc.constant('offset'),
  count: fc.integer({ min: 1, max: 366 }),
  in: fc.constantFrom('day', 'working-day', 'week', 'month'),
  side: fc.constantFrom('after', 'before'),
  from: fc.oneof(
    fc.record({ at: fc.constantFrom('end', 'start'), of: unit }),
    fc.record({ at: fc.constantFrom('cutoff', 'above', 'below', 'request') }),
  ),
})
const withinRule = fc.record({ kind: fc.constant('within'), place })
const simple = fc.oneof(dayRule, offsetRule, withinRule)
const list = fc.record({ kind: fc.constant('list'), rules: fc.array(simple, { minLength: 2, maxLength: 4 }) })
const named = fc.oneof(
  fc.record({ period: fc.constantFrom(...periodKinds), number: fc.constant(null) }),
  fc.record({ period: fc.constant('quarter'), number: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ period: fc.constant('month'), number: fc.integer({ min: 1, max: 12 }) }),
)
const byPeriod = fc.record({
  kind: fc.constant('by-period'),
  cases: fc.array(
    fc.tuple(named, fc.oneof(simple, list)).map(([n, rule]) => ({ ...n, rule })),
    { minLength: 1, maxLength: 4 },
  ),
})
const anyRule = fc
  .tuple(
    fc.oneof(simple, list, byPeriod),
    fc.constantFrom(undefined, 'next-working-day', 'previous-working-day'),
  )
  .map(([rule, dayOff]) => deadlineRuleSchema.parse(dayOff ? { ...rule, dayOff } : rule))

describe('for every rule', () => {
  test('what is printed reads back as the same rule, with and without marks', () => {
    fc.assert(
      fc.property(anyRule, (rule: DeadlineRule) => {
        const { vi } = printDeadline(rule)
        expect(readDeadline(vi), vi).toEqual(rule)
        expect(readDeadline(bare(vi)), bare(vi)).toEqual(rule)
        expect(readDeadline(` ${vi.toUpperCase()}. `), vi).toEqual(rule)
      }),
      { numRuns: 1000 },
    )
  })

  test('the English is never empty and knows no "undefined"', () => {
    fc.assert(
      fc.property(anyRule, (rule: DeadlineRule) => {
        expect(printDeadline(rule).en).toMatch(/^(?!.*(?:undefined|null|NaN)).{5,}/)
      }),
    )
  })

  test('survives JSON', () => {
    fc.assert(
      fc.property(anyRule, (rule: DeadlineRule) => {
        expect(deadlineRuleSchema.parse(JSON.parse(JSON.stringify(rule)))).toEqual(rule)
      }),
    )
  })
})

describe('for any text', () => {
  const words =
    'trước ngày tháng quý năm cuối cùng của sau chậm nhất 05 05/6 làm việc chốt số liệu và , ; ( ) báo cáo hằng đối với kết thúc IV'
  const wordy = fc.array(fc.constantFrom(...words.split(' ')), { maxLength: 60 }).map((w) => w.join(' '))

  test('reading never throws, and what is read can be printed and read again', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), wordy), (text) => {
        const rule = readDeadline(text)
        if (rule) expect(readDeadline(printDeadline(rule).vi)).toEqual(rule)
      }),
      { numRuns: 2000 },
    )
  })

  test('long repetitions are read in good time', () => {
    for (const part of [
      'trước ngày ',
      'báo cáo quý, ',
      'và ',
      'của ',
      '05/6, ',
      '(',
      '(,',
      'a ( ',
      'đối với báo cáo ',
      'chậm nhất 02 ngày ',
      ' ',
    ]) {
      const text = part.repeat(2_000 / part.length)
      expect(
        computingMs(() => readDeadline(text)),
        part,
      ).toBeLessThan(300)
    }
  })
})
