import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluate } from './evaluate.ts'
import { planDueDay } from './evaluate-duties.ts'
import { noFacts, type ReportFacts, type UnitFacts } from './facts.ts'
import type { Setting } from './outcome.ts'
import { asNumeric, onePoint, parsePoints, pointsOf, showPoints, typePoints } from './points.ts'
import { type Rule, type RuleOf, rangeOf } from './rule.ts'

const setting: Setting = {
  year: 2026,
  today: '2026-09-30',
  rounding: { decimals: 2, mode: 'half_up' },
  formNames: new Map([['portal', 'Cổng, trang thông tin điện tử']]),
}
const ratio: RuleOf<'ratio'> = {
  kind: 'ratio',
  source: 'work',
  done: null,
  of: null,
  floor: 9000,
  full: 10_000,
}

function work(done: number, planned: number): UnitFacts {
  const pending = Array.from({ length: Math.min(5, planned - done) }, (_, i) => ({
    assignmentId: i + 1,
    content: `Nhiệm vụ ${i + 1}`,
    dueDay: null,
  }))
  return { ...noFacts, work: { planned, done, inTime: done, pending } }
}

/** A share keeps its sign on the same line by a space that does not break. */
const said = (text: string | undefined) => text?.replaceAll('\u00a0', ' ')

const score = (rule: Rule, most: number, facts: UnitFacts, typed = {}) =>
  evaluate(rule, most, facts, typed, setting)

describe('the ratio with a floor', () => {
  test.each([
    ['89,99 %', 8999, 10_000, '0', 'Đã làm 8999/10000 nhiệm vụ = 89,99 %, dưới 90 % → 0 điểm'],
    ['90 % exactly', 18, 20, '0,90', 'Đã làm 18/20 nhiệm vụ = 90,00 % → 0,90 × 1 = 0,90 điểm'],
    ['just below 90 %', 17, 19, '0', 'Đã làm 17/19 nhiệm vụ = 89,47 %, dưới 90 % → 0 điểm'],
    ['between', 17, 18, '0,94', 'Đã làm 17/18 nhiệm vụ = 94,44 % → 0,9444 × 1 ≈ 0,94 điểm'],
    ['100 %', 20, 20, '1', 'Đã làm 20/20 nhiệm vụ = 100,00 % → 1 điểm'],
    [
      'the guide’s own example, which contradicts the rule',
      4,
      5,
      '0',
      'Đã làm 4/5 nhiệm vụ = 80,00 %, dưới 90 % → 0 điểm',
    ],
  ])('%s', (_name, done, planned, points, why) => {
    const outcome = score(ratio, onePoint, work(done, planned))
    expect(showPoints(outcome.points ?? -1)).toBe(points)
    expect(said(outcome.why.vi)).toBe(why)
  })

  test('89,999 % is not rounded up to 90 %, in the score or on the screen', () => {
    const outcome = score(ratio, onePoint, work(89_999, 100_000))
    expect(outcome.points).toBe(0)
    expect(said(outcome.why.vi)).toContain('89,99 %')
  })

  test('a department keeps its share from 80 % on, and nothing below', () => {
    const rule = { ...ratio, floor: 8000 }
    expect(score(rule, onePoint, work(4, 5)).points).toBe(8000)
    expect(score(rule, onePoint, work(7999, 10_000)).points).toBe(0)
  })

  test('rounding down never gives what was not done', () => {
    const down = { ...setting, rounding: { decimals: 2, mode: 'down' } as const }
    expect(evaluate(ratio, onePoint, work(199, 200), {}, down).points).toBe(9900)
  })

  test('it says how many tasks reach the floor and the full share, and which are nearest', () => {
    const outcome = score(ratio, onePoint, work(16, 20))
    expect(outcome.hints.map((h) => [said(h.vi), showPoints(h.points)])).toEqual([
      ['Còn thiếu 2 nhiệm vụ để đạt 90 %', '0,90'],
      ['Còn thiếu 4 nhiệm vụ để đạt 100 %', '1'],
    ])
    expect(outcome.hints[0]?.links.map((l) => l.label)).toEqual(['Nhiệm vụ 1', 'Nhiệm vụ 2'])
    expect(outcome.winnable).toBe(onePoint)
  })

  test('without a single task there is nothing to compute', () => {
    expect(score(ratio, onePoint, noFacts).points).toBeNull()
  })
})

describe('forms with evidence', () => {
  const rule: RuleOf<'forms'> = {
    kind: 'forms',
    least: 1,
    groups: [
      { label: 'Bảng điện tử', points: 2500, forms: ['electronic_board'] },
      { label: 'Trang thông tin, mạng xã hội', points: 2500, forms: ['portal', 'social_media'] },
      { label: 'Truyền thống', points: 5000, forms: ['conference', 'leaflet'] },
    ],
  }

  test('0,25 + 0,25 + 0,5, each group for its own evidence', () => {
    const forms = {
      portal: { activities: 3, evidence: 2 },
      leaflet: { activities: 1, evidence: 1 },
      electronic_board: { activities: 4, evidence: 0 },
    }
    const outcome = score(rule, onePoint, { ...noFacts, forms })
    expect(outcome.points).toBe(7500)
    expect(outcome.why.vi).toBe(
      'Bảng điện tử (chưa có minh chứng) 0 + Trang thông tin, mạng xã hội (2 minh chứng) 0,25 + Truyền thống (1 minh chứng) 0,50 = 0,75 điểm',
    )
    expect(outcome.hints[0]?.vi).toContain('đã có 4 hoạt động nhưng chưa đủ minh chứng')
    expect(outcome.winnable).toBe(2500)
  })
})

describe('reports', () => {
  const rule: RuleOf<'reports'> = {
    kind: 'reports',
    late: -2500,
    poor: -2500,
    missing: { quarter: -5000, 'half-year': -5000, year: -10_000 },
    least: 0,
  }
  const report = (period: string, standing: ReportFacts['standing'], dueDay: string): ReportFacts => ({
    obligationId: 1,
    reportId: null,
    name: 'Báo cáo tuyên truyền',
    period,
    periodKind: period.includes('Q') ? 'quarter' : 'year',
    dueDay,
    standing,
  })

  test('late −0,25, missing quarter −0,5, missing year −1, never below the least', () => {
    const reports = [
      report('2026-Q1', 'late', '2026-03-20'),
      report('2026-Q2', 'overdue', '2026-06-20'),
      report('2026-Q3', 'on_time', '2026-09-20'),
    ]
    const outcome = score(rule, 2 * onePoint, { ...noFacts, reports })
    expect(showPoints(outcome.points ?? 0)).toBe('1,25')
    expect(outcome.why.vi).toBe(
      '2 −0,25 (báo cáo quý chậm: quý I/2026) −0,50 (báo cáo quý chưa nộp: quý II/2026) → 1,25 điểm',
    )
    const worse = [
      ...reports,
      report('2025', 'overdue', '2026-01-10'),
      report('2026-Q4', 'overdue', '2026-09-01'),
    ]
    expect(score(rule, 2 * onePoint, { ...noFacts, reports: worse }).points).toBe(0)
  })

  test('handing in what is missing wins back the difference; what comes due soon is named', () => {
    const reports = [report('2026-Q2', 'overdue', '2026-06-20'), report('2026-Q4', 'not_due', '2026-11-14')]
    const outcome = score(rule, 2 * onePoint, { ...noFacts, reports })
    expect(outcome.winnable).toBe(2500)
    expect(outcome.hints.map((h) => h.kind)).toEqual(['win', 'keep'])
    expect(outcome.hints[1]?.vi).toContain('chậm nhất ngày 14/11/2026 (còn 45 ngày)')
  })

  test('on time but empty is poor', () => {
    expect(
      score(rule, 2 * onePoint, { ...noFacts, reports: [report('2026-Q1', 'empty', '2026-03-20')] }).points,
    ).toBe(17_500)
  })
})

describe('the plan of the unit', () => {
  const rule: RuleOf<'plan'> = {
    kind: 'plan',
    onTime: onePoint,
    late: 0,
    missing: -onePoint,
    due: { month: 12, day: 31, year: 'previous' },
  }
  const plan = (issued: string | null) => ({
    ...noFacts,
    plan: { href: '/plans/7', title: 'Kế hoạch', issued },
  })

  test('in time 1, late 0, not issued −1', () => {
    expect(planDueDay(rule, 2026)).toBe('2025-12-31')
    expect(score(rule, onePoint, plan('2025-12-31')).points).toBe(onePoint)
    expect(score(rule, onePoint, plan('2026-01-01')).points).toBe(0)
    expect(score(rule, onePoint, plan(null)).points).toBe(-onePoint)
    expect(score(rule, onePoint, noFacts).hints[0]?.points).toBe(onePoint)
  })

  test('before the day it is due nothing is lost', () => {
    const early = { ...setting, year: 2027 }
    expect(evaluate(rule, onePoint, noFacts, {}, early).points).toBeNull()
  })
})

describe('typed numbers', () => {
  const inspected: RuleOf<'steps'> = {
    kind: 'steps',
    source: 'typed',
    done: 'Số đơn vị đã kiểm tra',
    of: 'Số đơn vị trực thuộc',
    steps: [
      { from: 3000, points: onePoint },
      { from: 2000, points: 5000 },
    ],
  }

  test.each([
    [3, 10, onePoint],
    [29, 100, 5000],
    [2, 10, 5000],
    [19, 100, 0],
  ])('%d of %d inspected', (done, of, points) => {
    expect(score(inspected, onePoint, noFacts, { done, of }).points).toBe(points)
  })

  test('findings mended and being mended: (b/a) × 1 + (c/a) × 0,5', () => {
    const rule: RuleOf<'parts'> = {
      kind: 'parts',
      of: 'Số vấn đề',
      parts: [
        { label: 'Xong', weight: onePoint },
        { label: 'Đang làm', weight: 5000 },
      ],
    }
    const outcome = score(rule, onePoint, noFacts, { of: 8, part1: 5, part2: 2 })
    expect(showPoints(outcome.points ?? 0)).toBe('0,75')
    expect(outcome.why.vi).toBe('(5/8 × 1 + 2/8 × 0,50) × 1 → 0,75 điểm')
    expect(score(rule, onePoint, noFacts, { of: 3, part1: 3, part2: 1 }).points).toBeNull()
  })
})

describe('what holds for every rule', () => {
  test('more work never scores less, and a score stays within its range', () => {
    const cases = fc.record({
      planned: fc.integer({ min: 1, max: 5000 }),
      a: fc.nat(5000),
      b: fc.nat(5000),
      most: fc.integer({ min: 0, max: 100 * onePoint }),
      floor: fc.integer({ min: 0, max: 10_000 }),
      over: fc.nat(10_000),
      decimals: fc.integer({ min: 0, max: 4 }),
      mode: fc.constantFrom('half_up' as const, 'down' as const),
    })
    fc.assert(
      fc.property(cases, (c) => {
        const rule = { ...ratio, floor: c.floor, full: Math.min(10_000, Math.max(1, c.floor + c.over)) }
        const [few, many] = [Math.min(c.a, c.b), Math.max(c.a, c.b)].map((n) => Math.min(n, c.planned))
        const at = (done: number) =>
          evaluate(
            rule,
            c.most,
            work(done, c.planned),
            {},
            {
              ...setting,
              rounding: { decimals: c.decimals, mode: c.mode },
            },
          ).points ?? 0
        const range = rangeOf(rule, c.most)
        const [low, high] = [at(few ?? 0), at(many ?? 0)]
        expect(low).toBeLessThanOrEqual(high)
        expect(low).toBeGreaterThanOrEqual(range.least)
        expect(high).toBeLessThanOrEqual(range.most)
        expect(Number.isInteger(low) && Number.isInteger(high)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('points print and read back the same, as people and as the database write them', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9_999_999, max: 9_999_999 }), (points) => {
        expect(parsePoints(typePoints(points))).toBe(points)
        expect(pointsOf(asNumeric(points))).toBe(points)
        expect(parsePoints(showPoints(points))).toBe(points)
        expect(parsePoints(showPoints(points, 'en'))).toBe(points)
      }),
    )
  })
})
