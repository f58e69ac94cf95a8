import type { Bilingual } from '../../../lib/http/route.ts'

const romans = ['I', 'II', 'III', 'IV']

/** A period's code as a column shows it: '2026-Q1' → 'Quý I/2026'; a code of another shape as it is. */
export function periodLabel(code: string): Bilingual {
  const once = /^(\d{4})-(\d\d)-(\d\d)$/.exec(code)
  if (once)
    return { vi: `Đột xuất ${once[3]}/${once[2]}/${once[1]}`, en: `Once ${once[3]}/${once[2]}/${once[1]}` }
  const [, year, month, quarter, half] = /^(\d{4})(?:-(?:(\d\d)|Q([1-4])|(H1)|9M))?$/.exec(code) ?? []
  if (!year) return { vi: code, en: code }
  if (month) return { vi: `Tháng ${Number(month)}/${year}`, en: `${month}/${year}` }
  if (quarter) return { vi: `Quý ${romans[Number(quarter) - 1]}/${year}`, en: `Q${quarter} ${year}` }
  if (half) return { vi: `6 tháng ${year}`, en: `Half ${year}` }
  return code === year ? { vi: `Năm ${year}`, en: year } : { vi: `9 tháng ${year}`, en: `9 months ${year}` }
}

/** The same where there is little room, along an axis: 'QI/26'. */
export function periodMark(code: string): Bilingual {
  const once = /^\d{4}-(\d\d)-(\d\d)$/.exec(code)
  if (once) return { vi: `ĐX ${once[2]}/${once[1]}`, en: `${once[2]}/${once[1]}` }
  const [, year, month, quarter, half] = /^\d\d(\d\d)(?:-(?:(\d\d)|Q([1-4])|(H1)|9M))?$/.exec(code) ?? []
  if (!year || /^\d{4}$/.test(code)) return { vi: code, en: code }
  if (month) return { vi: `T${Number(month)}/${year}`, en: `${month}/${year}` }
  if (quarter) return { vi: `Q${romans[Number(quarter) - 1]}/${year}`, en: `Q${quarter}/${year}` }
  return half ? { vi: `6T/${year}`, en: `H1/${year}` } : { vi: `9T/${year}`, en: `9M/${year}` }
}

/** Sorts codes as their periods end; of those that end together, the shorter first. Two codes are never alike. */
export function byEnd(a: string, b: string): number {
  const [left, right] = [`${endKey(a)} ${a}`, `${endKey(b)} ${b}`]
  return left < right ? -1 : left > right ? 1 : 0
}

/** A report that is owed once carries the day it is for: it stands before the month in which that day is. */
function endKey(code: string): string {
  const [year = '', part = '', day = 'end'] = code.split('-')
  const lastMonth = part === '' ? 12 : (months[part] ?? Number(part))
  const length = part === '' ? 4 : part === 'H1' ? 2 : part === '9M' ? 3 : part.startsWith('Q') ? 1 : 0
  return `${year}-${String(lastMonth).padStart(2, '0')}-${day}-${length}`
}

const months: Record<string, number> = { Q1: 3, Q2: 6, H1: 6, Q3: 9, '9M': 9, Q4: 12 }
