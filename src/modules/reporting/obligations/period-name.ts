import { periodTitle } from '../../../lib/calendar/period.ts'

/** 'Quý I năm 2026' for '2026-Q1'; the code itself where it is none. */
export function nameOf(code: string): { vi: string; en: string } {
  return periodTitle(code)
}
