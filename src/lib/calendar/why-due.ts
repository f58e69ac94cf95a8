import { type Day, showDay } from './day.ts'
import type { DeadlineRule, SimpleRule, WorkingDayPolicy } from './deadline-rule.ts'
import type { Found } from './due-day.ts'
import { type Period, periodName } from './period.ts'
import { anchorWords, printDeadline } from './print-deadline.ts'
import { englishAnchor } from './print-deadline-english.ts'
import { type WorkCalendar, weekday } from './working-days.ts'

interface Case {
  rule: DeadlineRule
  period: Period
  source?: string | null | undefined
  printed?: string | null | undefined
  policy?: WorkingDayPolicy | undefined
  found: Found
  due: Day
  calendar: WorkCalendar
}

interface Words {
  vi: string
  en: string
}

/** One sentence: the day, the document and its words, how they come to that day, and what moved it. */
export function whyDue(c: Case): Words {
  const words = c.printed ? { vi: c.printed, en: c.printed } : printDeadline(c.rule)
  const name = periodName(c.period)
  const says = {
    vi: c.source ? `${c.source} ghi “${words.vi}”` : `quy tắc ghi “${words.vi}”`,
    en: `${c.source ?? 'the rule'} says “${words.en}”`,
  }
  const parts = [chosen(c), nextJanuary(c.found), counting(c.found, c.due), dayOff(c)].filter(
    (p) => p !== null,
  )
  const join = (language: 'vi' | 'en') => parts.map((p) => p[language]).join('; ')
  return {
    vi: `Hạn của ${lowerFirst(name.vi)} là hết ngày ${dayWords(c.due).vi} vì ${says.vi}: ${join('vi')}.`,
    en: `${name.en} is due by the end of ${dayWords(c.due).en} because ${says.en}: ${join('en')}.`,
  }
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

const weekdays = [
  ['Chủ nhật', 'Sunday'],
  ['thứ Hai', 'Monday'],
  ['thứ Ba', 'Tuesday'],
  ['thứ Tư', 'Wednesday'],
  ['thứ Năm', 'Thursday'],
  ['thứ Sáu', 'Friday'],
  ['thứ Bảy', 'Saturday'],
] as const

function dayWords(day: Day): Words {
  const [vi, en] = weekdays[weekday(day)] ?? ['', '']
  return { vi: `${showDay(day)} (${vi})`, en: `${en} ${showDay(day)}` }
}

/** Of a combined rule only one part speaks for the period. */
function chosen({ rule, found }: Case): Words | null {
  if (!found.chosen) return null
  const part = printDeadline(found.part)
  if (rule.kind === 'by-period') {
    return { vi: `kỳ này theo phần “${part.vi}”`, en: `this period goes by “${part.en}”` }
  }
  return {
    vi: `trong các ngày đã ghi, ngày của kỳ này là “${part.vi}”`,
    en: `of the days given, that of this period is “${part.en}”`,
  }
}

function nextJanuary({ nextYear }: Found): Words | null {
  if (!nextYear) return null
  return {
    vi: 'ngày trong tháng 1 không ghi năm là của năm sau, vì trước đó chưa có số liệu cả năm',
    en: 'a day in January without a year is in the next one, for there is no data of the year before it',
  }
}

function counting(found: Found, due: Day): Words {
  const { part } = found
  if (part.kind === 'offset') return offsetCounting(found, part)
  if (part.kind === 'within') {
    return {
      vi: `ngày cuối cùng của khoảng thời gian ấy là ${showDay(found.named)}`,
      en: `the last day of that time is ${showDay(found.named)}`,
    }
  }
  if (part.time !== undefined) {
    const vi = `được gửi trong ngày ${showDay(found.named)}, trước ${Number(part.time.slice(0, 2))} giờ ${part.time.slice(3)}`
    return { vi, en: `it may be sent on ${showDay(found.named)} itself, before ${part.time}` }
  }
  if (part.bound === 'before' && found.due !== found.named) {
    const last = found.due === due ? null : showDay(found.due)
    return {
      vi: `“trước” không tính ngày ${showDay(found.named)}${last ? `, nên ngày cuối cùng là ${last}` : ''}`,
      en: `“before” leaves out ${showDay(found.named)}${last ? `, so the last day is ${last}` : ''}`,
    }
  }
  if (typeof part.day === 'number' && !part.working && Number(found.due.slice(8)) < part.day) {
    return {
      vi: `tháng ấy không có ngày ${part.day}, nên lấy ngày cuối tháng ${showDay(found.due)}`,
      en: `that month has no day ${part.day}, so its last day ${showDay(found.due)} is taken`,
    }
  }
  return {
    vi: `tính cả ngày ${showDay(found.named)}`,
    en: `${showDay(found.named)} itself is still in time`,
  }
}

function offsetCounting({ due, counted }: Found, part: Extract<SimpleRule, { kind: 'offset' }>): Words {
  const from = counted ?? due
  const after = part.side === 'after'
  const unit = { day: 'ngày', 'working-day': 'ngày làm việc', week: 'tuần', month: 'tháng' }[part.in]
  const unitEn = { day: 'day(s)', 'working-day': 'working day(s)', week: 'week(s)', month: 'month(s)' }[
    part.in
  ]
  const anchor = anchorWords(part.from).replace(/^khi (kết thúc|bắt đầu)/, 'ngày $1')
  const skips =
    part.in === 'working-day' ? { vi: ', không đếm ngày nghỉ', en: ', leaving out days off' } : null
  return {
    vi: `đếm ${part.count} ${unit} ${after ? 'sau' : 'trước'} ${anchor} ${showDay(from)}${skips?.vi ?? ''} được ngày ${showDay(due)}`,
    en: `${part.count} ${unitEn} ${after ? 'after' : 'before'} ${englishAnchor(part.from)} ${showDay(from)}${skips?.en ?? ''} is ${showDay(due)}`,
  }
}

const certaintyWords = {
  certain: { vi: '', en: '' },
  unverified: { vi: ' (lịch nghỉ chưa xác minh)', en: ' (not verified)' },
  expected: { vi: ' (lịch nghỉ dự kiến, chưa công bố)', en: ' (expected, not announced)' },
}

function dayOff({ found, due, policy, rule, calendar }: Case): Words | null {
  const off = calendar(found.due)
  if (!off) return null
  const doubt = certaintyWords[off.certainty]
  const fact = {
    vi: `${showDay(found.due)} là ${off.vi}${doubt.vi}`,
    en: `${showDay(found.due)} is ${off.en}${doubt.en}`,
  }
  if ((policy ?? rule.dayOff ?? 'as-printed') === 'as-printed') {
    return {
      vi: `${fact.vi} nhưng hạn giữ nguyên như văn bản`,
      en: `${fact.en}, but the day stays as printed`,
    }
  }
  const back = due < found.due
  return {
    vi: `${fact.vi} nên chuyển ${back ? 'về ngày làm việc liền trước' : 'sang ngày làm việc tiếp theo'} ${showDay(due)}`,
    en: `${fact.en}, so it moves to the ${back ? 'last working day before' : 'next working day'}, ${showDay(due)}`,
  }
}
