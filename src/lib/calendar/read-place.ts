import { pattern, type Taken, take } from './deadline-print.ts'
import type { Place, Unit, YearPlace } from './deadline-rule.ts'
import { monthsOf } from './period.ts'

const unitPattern =
  'quy|ky bao cao|ky|thang bao cao|thang|(?:0?6|sau) thang(?: dau nam| cuoi nam)?|nua nam|(?:0?9|chin) thang(?: dau nam)?|nam'
const of = '(?:cua |trong )?'
const every = '(?:moi |hang |tung |cac )?'
const later = '(?:ngay )?(?:lien ke tiep theo|lien ke sau|lien sau|tiep theo|ke tiep|ke sau|tiep|sau)'
const earlier = '(?:lien ke truoc|lien truoc|ke truoc|truoc)'
const roman = 'iv|i{1,3}|[1-4]'

/** A unit by its word: 'quý', 'kỳ báo cáo', '6 tháng'. */
export function unitNamed(word: string): Unit {
  if (word.startsWith('quy')) return 'quarter'
  if (word.startsWith('ky')) return 'period'
  if (word.startsWith('nam')) return 'year'
  if (word.startsWith('thang')) return 'month'
  return /^(?:0?9|chin)/.test(word) ? 'nine-month' : 'half-year'
}

/** A unit with "trước" or "sau": 'quý sau', 'kỳ báo cáo liền kề trước'. */
export function readUnit(text: string): Taken<{ of: Unit; shift: -1 | 0 | 1 }> | null {
  const unit = take(text, pattern(`^${of}${every}(${unitPattern})(?: bao cao)?`))
  if (!unit) return null
  const { value: shift, rest } = readShift(unit.rest)
  return { value: { of: unitNamed(unit.m[1] ?? ''), shift }, rest }
}

function readShift(text: string): Taken<-1 | 0 | 1> {
  const next = take(text, pattern(`^${later}(?: lien ke)?(?: do)?`))
  if (next) return { value: 1, rest: next.rest }
  const last = take(text, pattern(`^${earlier}(?: lien ke)?(?: do)?`))
  if (last) return { value: -1, rest: last.rest }
  return { value: 0, rest: take(text, /^(?:nay|hien tai|do)/)?.rest ?? text }
}

/** The year that follows a month or quarter; nothing printed is the period's own. */
export function readYear(text: string): Taken<YearPlace> {
  const fixed = take(text, /^(?:[/.-]|,? ?(?:cua )?nam )\s?(\d{4})/)
  if (fixed) return { value: Number(fixed.m[1]), rest: fixed.rest }
  const formula = take(text, /^(?:\/|,? ?(?:cua )?nam )n(?: ?([-+]) ?1)?/)
  if (formula) {
    const value = formula.m[1] === '-' ? 'previous' : formula.m[1] === '+' ? 'next' : 'own'
    return { value, rest: formula.rest }
  }
  const ofPlan = '(?: (?:cua |voi |so voi )?nam (?:ke hoach|bao cao|hien tai|thuc hien))?'
  const before = take(
    text,
    pattern(`^(?:cua )?nam (?:ke hoach |bao cao )?${earlier}(?: do)?(?: lien ke)?${ofPlan}`),
  )
  if (before) return { value: 'previous', rest: before.rest }
  const after = take(
    text,
    pattern(`^(?:cua )?nam (?:ke hoach |bao cao )?(?:${later}|ke)(?: lien ke)?${ofPlan}`),
  )
  if (after) return { value: 'next', rest: after.rest }
  const own = take(
    text,
    /^(?:(?:cua |trong |vao )?(?:hang|moi|tung|cac) nam|(?:cua |trong )?nam (?:bao cao|ke hoach|hien tai|hien hanh|do|nay)|(?:cua |trong )?cung nam|trong nam)/,
  )
  return { value: 'own', rest: own?.rest ?? text }
}

/** Which days a day is counted in, or an undertaking lies in: '/6', 'tháng cuối của quý', 'tháng sau', 'quý IV năm trước'. */
export function readPlace(text: string): Taken<Place> | null {
  return monthOfYear(text) ?? monthOfQuarter(text) ?? monthOfUnit(text) ?? neighbourMonth(text) ?? whole(text)
}

function monthOfYear(text: string): Taken<Place> | null {
  const found = take(text, pattern(`^(?:[/.-]\\s?|${of}thang )(\\d{1,2})(?![0-9]| thang)`))
  const month = Number(found?.m[1])
  if (!found || month < 1 || month > 12) return null
  const year = readYear(found.rest)
  return { value: { of: 'month-of-year', month, year: year.value }, rest: year.rest }
}

const position =
  '(?:(cuoi cung|cuoi|ket thuc)|(dau tien|dau)|(giua)|thu (hai|ba|tu|nam|sau|bay|tam|chin|muoi|\\d{1,2}))'
const ordinals = ['', 'nhat', 'hai', 'ba', 'tu', 'nam', 'sau', 'bay', 'tam', 'chin', 'muoi']

function positionIn(m: RegExpExecArray, at: number, size: number): number | 'last' | null {
  if (m[at]) return 'last'
  if (m[at + 1]) return 1
  if (m[at + 2]) return size === 3 ? 2 : null
  const word = m[at + 3] ?? ''
  const n = /\d/.test(word) ? Number(word) : ordinals.indexOf(word)
  if (n < 1 || n > size) return null
  return n === size ? 'last' : n
}

function monthOfQuarter(text: string): Taken<Place> | null {
  const found = take(text, pattern(`^${of}thang ${position} ${of}quy (${roman})`))
  const month = found && positionIn(found.m, 1, 3)
  if (!found || month === null) return null
  const year = readYear(found.rest)
  const at = month === 'last' ? 'last' : month === 1 ? 1 : 2
  return {
    value: { of: 'quarter-of-year', quarter: quarterOf(found.m[5] ?? ''), month: at, year: year.value },
    rest: year.rest,
  }
}

function quarterOf(text: string): number {
  return { i: 1, ii: 2, iii: 3, iv: 4 }[text] ?? Number(text)
}

function monthOfUnit(text: string): Taken<Place> | null {
  const found = take(text, pattern(`^${of}thang ${position}`))
  if (!found) return null
  const unit = readUnit(found.rest)
  const inUnit = unit && unit.value.of !== 'month' ? unit.value : ({ of: 'period', shift: 0 } as const)
  const size = inUnit.of === 'period' ? 12 : monthsOf(inUnit.of)
  const month = positionIn(found.m, 1, size)
  const rest = unit && unit.value.of !== 'month' ? unit.rest : found.rest
  return month === null ? null : { value: { ...inUnit, month }, rest }
}

/** 'tháng sau', 'tháng liền kề sau quý báo cáo', 'tháng trước', 'hằng tháng'. */
function neighbourMonth(text: string): Taken<Place> | null {
  const next = take(text, pattern(`^${of}thang ${later}(?: lien ke)?`))
  if (next) return beside(next.rest, 1)
  const last = take(text, pattern(`^${of}thang ${earlier}(?: lien ke)?`))
  if (last) return beside(last.rest, -1)
  const own = take(text, pattern(`^${of}${every}thang(?: thuoc ky bao cao| bao cao| do| nay)?`))
  return own ? { value: { of: 'month', shift: 0, month: 'all' }, rest: own.rest } : null
}

/** A month before or after: of the month, or of the unit it is named beside. */
function beside(text: string, shift: 1 | -1): Taken<Place> {
  const unit = take(
    text,
    pattern(`^(?:cua |sau |truoc |sau khi ket thuc |khi ket thuc )?${every}(${unitPattern})(?: bao cao)?`),
  )
  const named = unit ? unitNamed(unit.m[1] ?? '') : 'month'
  if (!unit || named === 'month')
    return { value: { of: 'month', shift, month: 'all' }, rest: unit?.rest ?? text }
  return { value: { of: named, shift, month: shift === 1 ? 1 : 'last' }, rest: unit.rest }
}

function whole(text: string): Taken<Place> | null {
  const quarter = take(text, pattern(`^${of}quy (${roman})`))
  if (quarter) {
    const year = readYear(quarter.rest)
    const at = quarterOf(quarter.m[1] ?? '')
    return { value: { of: 'quarter-of-year', quarter: at, month: 'all', year: year.value }, rest: year.rest }
  }
  // Of a yearly report, "6 tháng đầu năm" is not the half-year that it ends in.
  if (/^(?:trong )?(?:0?[69]|sau|chin) thang (?:dau|cuoi) nam/.test(text)) return null
  const unit = readUnit(text)
  return unit && { value: { ...unit.value, month: 'all' }, rest: unit.rest }
}
