import type {
  Anchor,
  DayRule,
  DeadlineRule,
  ListRule,
  OffsetRule,
  Place,
  SimpleRule,
  Unit,
} from './deadline-rule.ts'
import { type PeriodKind, quarterName } from './period.ts'
import { printDeadlineEnglish } from './print-deadline-english.ts'

/** A rule in words, as a plan would print it; `readDeadline` reads the Vietnamese back as the same rule. */
export function printDeadline(rule: DeadlineRule): { vi: string; en: string } {
  return { vi: vietnamese(rule) + (rule.dayOff ? offWords[rule.dayOff] : ''), en: printDeadlineEnglish(rule) }
}

const offWords = {
  'next-working-day': ' (nếu trùng ngày nghỉ thì chuyển sang ngày làm việc tiếp theo)',
  'previous-working-day': ' (nếu trùng ngày nghỉ thì chuyển về ngày làm việc liền trước)',
}

function vietnamese(rule: DeadlineRule): string {
  if (rule.kind === 'list') return listed(rule)
  if (rule.kind !== 'by-period') return simple(rule)
  const cases = rule.cases.map((c) => {
    const words = c.rule.kind === 'list' ? listed(c.rule) : simple(c.rule)
    return `báo cáo ${caseName(c.period, c.number)}: ${words}`
  })
  return cases.join('; ')
}

function caseName(period: PeriodKind, number: number | null): string {
  if (number === null) return unitWords[period]
  return `${unitWords[period]} ${period === 'quarter' ? quarterName(number) : number}`
}

const unitWords: Record<Unit, string> = {
  month: 'tháng',
  quarter: 'quý',
  'half-year': '6 tháng',
  'nine-month': '9 tháng',
  year: 'năm',
  period: 'kỳ báo cáo',
}

/** Neighbours with the same "trước ngày" share it: "trước ngày 05/6 và 05/11". */
function listed({ rules }: ListRule): string {
  const first = rules[0]
  const lead = first && dateLead(first)
  const shared = lead && rules.every((r) => dateLead(r) === lead)
  const anyYear = rules.some((r) => shared && r.kind === 'day' && yearOfPlace(r.place) !== 'own')
  const words = rules.map((r, i) => {
    const own = anyYear && r.kind === 'day' && yearOfPlace(r.place) === 'own' ? ' hằng năm' : ''
    if (shared && i > 0) return simple(r).slice(lead.length) + own
    // Without a word of its own a day would borrow the one before it.
    return (!shared && r.kind === 'day' && r.bound === 'on' ? 'vào ' : '') + simple(r) + own
  })
  return `${words.slice(0, -1).join(', ')} và ${words.at(-1)}`
}

function yearOfPlace(place: Place) {
  return 'year' in place ? place.year : 'own'
}

function dateLead(rule: SimpleRule): string | null {
  const plain =
    rule.kind === 'day' && typeof rule.day === 'number' && !rule.working && rule.time === undefined
  return plain && rule.place.of === 'month-of-year' ? `${boundWords[rule.bound]}ngày ` : null
}

const boundWords = { before: 'trước ', by: 'chậm nhất ', on: '' }

function simple(rule: SimpleRule): string {
  switch (rule.kind) {
    case 'day':
      return dayWords(rule)
    case 'offset':
      return offsetWords(rule)
    case 'within':
      return `trong ${placeWords(rule.place)}`
  }
}

function dayWords({ bound, day, working, place, time }: DayRule): string {
  const hour = time ? `${Number(time.slice(0, 2))} giờ ${time.slice(3)} ` : ''
  const lead = boundWords[bound] + hour
  if (working) {
    const which = day === 'last' ? 'cuối cùng' : day === 1 ? 'đầu tiên' : `thứ ${day}`
    return `${lead}ngày làm việc ${which} của ${placeWords(place)}`
  }
  if (day === 'last') return `${lead}ngày cuối cùng của ${placeWords(place)}`
  const at = `${lead}ngày ${two(day)}`
  if (place.of === 'month-of-year') return `${at}/${shortMonth(place.month)}${yearWords(place.year, '/')}`
  if (place.of === 'month' && place.shift === 0) return `${at} hằng tháng`
  return `${at} ${place.month === 'all' && place.of !== 'month' ? 'của ' : ''}${placeWords(place)}`
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}

/** January and February take a nought in official dates, so that nobody puts a 1 before them. */
function shortMonth(month: number): string {
  return month < 3 ? two(month) : String(month)
}

function yearWords(year: number | 'own' | 'previous' | 'next', slash = ' năm '): string {
  if (typeof year === 'number') return `${slash}${year}`
  return { own: '', previous: ' năm trước', next: ' năm sau' }[year]
}

function placeWords(place: Place): string {
  if (place.of === 'month-of-year') return `tháng ${place.month}${yearWords(place.year)}`
  if (place.of === 'quarter-of-year') {
    const month = place.month === 'all' ? '' : `${monthWords(place.month)} của `
    return `${month}quý ${quarterName(place.quarter)}${yearWords(place.year)}`
  }
  const month = place.month === 'all' ? '' : `${monthWords(place.month)} của `
  return month + unitWords[place.of] + { '-1': ' trước', 0: '', 1: ' sau' }[place.shift]
}

function monthWords(month: number | 'last'): string {
  if (month === 'last') return 'tháng cuối cùng'
  return month === 1 ? 'tháng đầu' : `tháng thứ ${month}`
}

const countWords = { day: 'ngày', 'working-day': 'ngày làm việc', week: 'tuần', month: 'tháng' }

function offsetWords({ count, in: unit, side, from }: OffsetRule): string {
  const when = side === 'after' ? 'sau' : 'trước'
  return `chậm nhất ${two(count)} ${countWords[unit]} ${when} ${anchorWords(from)}`
}

/** What is counted from: 'ngày chốt số liệu', 'khi kết thúc quý'. */
export function anchorWords(from: Anchor): string {
  switch (from.at) {
    case 'end':
      return `khi kết thúc ${unitWords[from.of]}`
    case 'start':
      return `khi bắt đầu ${unitWords[from.of]}`
    case 'cutoff':
      return 'ngày chốt số liệu'
    case 'above':
      return 'thời hạn báo cáo của cấp trên'
    case 'below':
      return 'thời hạn báo cáo của cấp dưới'
    case 'request':
      return 'ngày nhận được yêu cầu'
  }
}
