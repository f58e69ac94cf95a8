import { periodName, readPeriod } from '../../../lib/calendar/period.ts'

/** 'Quý I năm 2026' for '2026-Q1'; the code itself where it is none. */
export function nameOf(code: string): { vi: string; en: string } {
  const period = readPeriod(code)
  return period ? periodName(period) : { vi: code, en: code }
}
