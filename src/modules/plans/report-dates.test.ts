import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sharedFolder } from '../../../test/shared.ts'
import { showDay } from '../../lib/calendar/day.ts'
import { deadlineFor } from '../../lib/calendar/deadline.ts'
import { type PeriodKind, periodCode, periodsBetween } from '../../lib/calendar/period.ts'
import { readDeadline } from '../../lib/calendar/read-deadline.ts'
import { labelsOfText } from './plan-reading.ts'

type Duty = readonly [PeriodKind, string]

// The words of the plans themselves. Quảng Nam 2023 prints its two dates twice: for the units, and for the department.
const yenBai: readonly Duty[] = [
  ['quarter', 'trước ngày 05 tháng cuối cùng của quý'],
  ['half-year', 'trước ngày 05/6'],
  ['year', 'trước ngày 05/11'],
]
const quangNam: readonly Duty[] = [
  ['half-year', 'trước ngày 30 tháng 6'],
  ['year', 'trước ngày 10 tháng 12'],
]

/** One line a year: the last valid day of every report. */
function table(duties: readonly Duty[], source: string): string {
  const years = Array.from({ length: 12 }, (_, i) => 2019 + i)
  return years.map((year) => line(duties, source, year)).join('\n')
}

function line(duties: readonly Duty[], source: string, year: number): string {
  return duties
    .flatMap(([kind, printed]) => {
      const rule = readDeadline(printed, kind)
      if (!rule) throw new Error(`not understood: ${printed}`)
      return periodsBetween(kind, year, year).map((period) => {
        return `${periodCode(period)} ${showDay(deadlineFor({ rule, period, source }).due)}`
      })
    })
    .join('  ')
}

test('every report date of Yên Bái’s plan, 2019–2030', () => {
  expect(table(yenBai, 'Kế hoạch tuyên truyền CCHC năm 2020')).toMatchInlineSnapshot(`
    "2019-Q1 04/03/2019  2019-Q2 04/06/2019  2019-Q3 04/09/2019  2019-Q4 04/12/2019  2019-H1 04/06/2019  2019 04/11/2019
    2020-Q1 04/03/2020  2020-Q2 04/06/2020  2020-Q3 04/09/2020  2020-Q4 04/12/2020  2020-H1 04/06/2020  2020 04/11/2020
    2021-Q1 04/03/2021  2021-Q2 04/06/2021  2021-Q3 04/09/2021  2021-Q4 04/12/2021  2021-H1 04/06/2021  2021 04/11/2021
    2022-Q1 04/03/2022  2022-Q2 04/06/2022  2022-Q3 04/09/2022  2022-Q4 04/12/2022  2022-H1 04/06/2022  2022 04/11/2022
    2023-Q1 04/03/2023  2023-Q2 04/06/2023  2023-Q3 04/09/2023  2023-Q4 04/12/2023  2023-H1 04/06/2023  2023 04/11/2023
    2024-Q1 04/03/2024  2024-Q2 04/06/2024  2024-Q3 04/09/2024  2024-Q4 04/12/2024  2024-H1 04/06/2024  2024 04/11/2024
    2025-Q1 04/03/2025  2025-Q2 04/06/2025  2025-Q3 04/09/2025  2025-Q4 04/12/2025  2025-H1 04/06/2025  2025 04/11/2025
    2026-Q1 04/03/2026  2026-Q2 04/06/2026  2026-Q3 04/09/2026  2026-Q4 04/12/2026  2026-H1 04/06/2026  2026 04/11/2026
    2027-Q1 04/03/2027  2027-Q2 04/06/2027  2027-Q3 04/09/2027  2027-Q4 04/12/2027  2027-H1 04/06/2027  2027 04/11/2027
    2028-Q1 04/03/2028  2028-Q2 04/06/2028  2028-Q3 04/09/2028  2028-Q4 04/12/2028  2028-H1 04/06/2028  2028 04/11/2028
    2029-Q1 04/03/2029  2029-Q2 04/06/2029  2029-Q3 04/09/2029  2029-Q4 04/12/2029  2029-H1 04/06/2029  2029 04/11/2029
    2030-Q1 04/03/2030  2030-Q2 04/06/2030  2030-Q3 04/09/2030  2030-Q4 04/12/2030  2030-H1 04/06/2030  2030 04/11/2030"
  `)
})

test('every report date of Quảng Nam’s plan, 2019–2030', () => {
  expect(table(quangNam, 'Kế hoạch tuyên truyền CCHC năm 2023')).toMatchInlineSnapshot(`
    "2019-H1 29/06/2019  2019 09/12/2019
    2020-H1 29/06/2020  2020 09/12/2020
    2021-H1 29/06/2021  2021 09/12/2021
    2022-H1 29/06/2022  2022 09/12/2022
    2023-H1 29/06/2023  2023 09/12/2023
    2024-H1 29/06/2024  2024 09/12/2024
    2025-H1 29/06/2025  2025 09/12/2025
    2026-H1 29/06/2026  2026 09/12/2026
    2027-H1 29/06/2027  2027 09/12/2027
    2028-H1 29/06/2028  2028 09/12/2028
    2029-H1 29/06/2029  2029 09/12/2029
    2030-H1 29/06/2030  2030 09/12/2030"
  `)
})

const shared = sharedFolder()

describe.skipIf(shared === null)('the plans themselves (skipped without ../shared/plans)', () => {
  test.each([
    ['02-yen-bai-2020', yenBai],
    ['01-quang-nam-2023', quangNam],
  ])('%s says these words', (name, duties) => {
    const text = readFileSync(join(shared ?? '', 'plans', 'texts', `${name}.txt`), 'utf8')
    const found = labelsOfText(text).reportDeadlines.flatMap((d) => (d.due ? [`${d.period}: ${d.due}`] : []))
    expect(new Set(found)).toEqual(new Set(duties.map(([kind, printed]) => `${kind}: ${printed}`)))
  })
})

const fixtures = join(import.meta.dirname, 'reading', 'fixtures')

test('every due date of the other plans is understood', () => {
  const labels = readdirSync(fixtures).filter((f) => f.endsWith('.json'))
  const duties = labels.flatMap((file) => {
    const { reportDeadlines } = JSON.parse(readFileSync(join(fixtures, file), 'utf8'))
    return reportDeadlines as { period: PeriodKind; due: string | null }[]
  })
  const printed = duties.flatMap((d) => (d.due ? [{ period: d.period, due: d.due }] : []))
  expect(printed.length).toBeGreaterThanOrEqual(30)
  expect(printed.filter((d) => readDeadline(d.due, d.period) === null)).toEqual([])
})
