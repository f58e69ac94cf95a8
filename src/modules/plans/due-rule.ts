import { addDays, type Day, isDay } from '../../lib/calendar/day.ts'
import { bare } from '../../lib/text/bare.ts'
import type { DueRule } from './plan.ts'

/**
 * Reads when a report is due as printed: 'trước ngày 05/6', 'trước ngày 05 tháng cuối cùng của quý',
 * 'chậm nhất ngày 20 hằng tháng'. Null when it is not understood. "Trước" is exclusive (domain.md 3.2).
 */
export function readDueRule(printed: string): DueRule | null {
  const text = bare(printed)
  const m =
    /^(?:xong )?(truoc|cham nhat|muon nhat|vao|den|khong qua)?(?:\s+(?:la|vao|den|het))?\s*(?:ngay\s+)?(\d{1,2})(.*)$/.exec(
      text,
    )
  if (!m) return null
  const day = Number(m[2])
  const rest = (m[3] ?? '').trim()
  const month = monthOf(rest)
  if (day < 1 || day > 31 || month === null) return null
  return { day, before: m[1] === 'truoc', month }
}

function monthOf(rest: string): DueRule['month'] | null {
  const fixed = /^(?:[/.-]|thang )\s*(\d{1,2})(?!\d)/.exec(rest)
  if (fixed) return Number(fixed[1]) >= 1 && Number(fixed[1]) <= 12 ? Number(fixed[1]) : null
  if (/thang (?:cuoi|thu ba)|thang ket thuc/.test(rest)) return 'last'
  if (/thang (?:sau|tiep theo|dau (?:tien )?(?:cua )?(?:quy|ky) (?:sau|tiep))/.test(rest)) return 'next'
  if (/^(?:hang|hang|moi) thang|^cua thang|^thang bao cao/.test(rest)) return 'last'
  return null
}

/** The last valid day for a period that ends on `periodEnd`. A day the month does not have becomes its last day. */
export function dueDay(rule: DueRule, periodEnd: Day): Day {
  const year = Number(periodEnd.slice(0, 4))
  const ended = Number(periodEnd.slice(5, 7))
  const at =
    typeof rule.month === 'number'
      ? dayIn(year, rule.month, rule.day)
      : rule.month === 'last'
        ? dayIn(year, ended, rule.day)
        : dayIn(ended === 12 ? year + 1 : year, (ended % 12) + 1, rule.day)
  return rule.before ? addDays(at, -1) : at
}

function dayIn(year: number, month: number, day: number): Day {
  const start = `${year}-${String(month).padStart(2, '0')}`
  const wanted = `${start}-${String(day).padStart(2, '0')}`
  if (isDay(wanted)) return wanted
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`
  return addDays(next, -1)
}
