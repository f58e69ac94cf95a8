import { barePrint, pattern, take } from './deadline-print.ts'
import type { ByPeriodRule, DayRule, DeadlineRule, ListRule, Place, SimpleRule } from './deadline-rule.ts'
import type { PeriodKind } from './period.ts'
import { readByPeriod } from './read-by-period.ts'
import { readOffset } from './read-offset.ts'
import { readPlace } from './read-place.ts'

/** A rule is a line of a plan; whole pages, or heaps of brackets, are not read. */
const most = { length: 2000, parts: 300 }

/**
 * Reads when something is due as printed: "trước ngày 05 tháng cuối cùng của quý", "chậm nhất 02 ngày làm việc sau
 * ngày chốt số liệu", "quý: …; 6 tháng: …". Marks, slips of a scan and words around the date are borne. `kind` helps
 * where the print leans on its heading ("báo cáo tháng: trước ngày 20"). Null when it is not understood: nothing is
 * guessed.
 */
export function readDeadline(printed: string, kind?: PeriodKind): DeadlineRule | null {
  const text = printed.length > most.length ? '' : barePrint(printed)
  if ((text.match(/[(,;]/g)?.length ?? 0) > most.parts) return null
  const off = takeDayOff(text)
  const short = withoutTail(off.text)
  const rule = readAny(off.text, kind) ?? readAny(short, kind) ?? readAny(withoutLead(short), kind)
  return rule && (off.dayOff ? { ...rule, dayOff: off.dayOff } : rule)
}

function readAny(text: string, kind?: PeriodKind): SimpleRule | ListRule | ByPeriodRule | null {
  return readOneOrList(text, kind) ?? readByPeriod(text, readOneOrList)
}

/** "(nếu trùng ngày nghỉ thì chuyển sang ngày làm việc tiếp theo)" at the end. */
function takeDayOff(text: string): { text: string; dayOff: DeadlineRule['dayOff'] } {
  const m =
    /[,(.;]*\s*(?:neu|truong hop|khi)(?: [a-z]+){0,8}? (?:trung|roi|gap|vao|la)(?: [a-z]+){0,4}? (?:ngay nghi|ngay le|nghi le|thu bay|chu nhat)\b[^;(]{0,80}?\bngay lam viec [a-z ]+\)?$/.exec(
      text,
    )
  if (!m) return { text, dayOff: undefined }
  const back = /truoc/.test(m[0].slice(m[0].lastIndexOf('ngay lam viec')))
  return {
    text: text.slice(0, m.index).trim(),
    dayOff: back ? 'previous-working-day' : 'next-working-day',
  }
}

/** Drops "về Sở Nội vụ để tổng hợp" behind a date, as long as no figure is lost. */
function withoutTail(text: string): string {
  return text.replace(
    /[,)]*\s+(?:ve|cho|de|gui|theo quy dinh|thong qua|qua|len|kem|doi voi (?!bao cao)|bao cao (?=ubnd|uy ban|so|bo))\b[^\d]*$/,
    '',
  )
}

/** Drops "gửi báo cáo về Sở Nội vụ" before the date, unless it turns the sense round ("không gửi trước ngày …"). */
function withoutLead(text: string): string {
  const from =
    /(?:^|[ (,:])(?=(?:truoc|cham nhat|muon nhat|tre nhat|khong qua|khong muon hon|trong vong|han cuoi|han chot) )/.exec(
      text,
    )
  const lead = from ? text.slice(0, from.index) : ''
  const unsafe = /\d|\b(?:khong|chua|sau|ke tu|tu|tru|tranh)\b/.test(lead)
  return from && !unsafe ? text.slice(from.index).replace(/^[ (,:]+/, '') : text
}

function readOneOrList(text: string, kind?: PeriodKind): SimpleRule | ListRule | null {
  return readOne(text, kind) ?? readList(text, kind)
}

function readOne(text: string, kind?: PeriodKind): SimpleRule | null {
  const clean = text.replace(/^[(\s]+|[)\s.,;:]+$/g, '')
  return (
    readOffset(clean) ??
    readDayRule(clean, kind) ??
    readFirstDays(clean) ??
    readWithin(clean) ??
    readUntil(clean, kind)
  )
}

/** "từ ngày 15/12 năm trước đến ngày 14/3": its end is the last valid day. */
function readUntil(text: string, kind?: PeriodKind): SimpleRule | null {
  const m = /^(?:tinh )?tu (.{1,80}?),? (den .+)$/.exec(text)
  return m && readDayRule(m[1] ?? '', kind) ? readDayRule(m[2] ?? '', kind) : null
}

const lead =
  '(?:(?:phai|gui|nop|hoan thanh|xong|thuc hien|thoi han|thoi gian|thoi diem|han(?! cuoi| chot)|dinh ky|bao cao|la)[ :,]+)*'
const last =
  'khong muon hon|khong cham hon|khong tre hon|khong qua|cham nhat|muon nhat|tre nhat|toi da|han cuoi cung|han cuoi|han chot|truoc hoac trong|truoc hoac vao|truoc hoac dung|tinh den het|den het|tinh den|den|het'

/** The word that says whether the day itself still counts. */
function readBound(text: string): { bound: DayRule['bound']; said: boolean; rest: string } {
  const plain = take(text, pattern(`^${lead}`))?.rest ?? text
  const before = take(plain, /^(?:(?:cham nhat|muon nhat|xong)(?: la)? )?truoc(?! hoac)(?: thoi diem)?/)
  if (before) return { bound: 'before', said: true, rest: before.rest }
  const by = take(plain, pattern(`^(?:${last})(?: (?:la|vao|den|het|trong)\\b)*[ :]*`))
  if (by) return { bound: 'by', said: true, rest: by.rest }
  const on = take(plain, /^(?:vao|trong)(?= )/)
  return { bound: 'on', said: on !== null, rest: on?.rest ?? plain }
}

function readDayRule(text: string, kind?: PeriodKind): DayRule | null {
  const { bound, rest } = readBound(text)
  const clock = take(rest, /^(\d{1,2}) ?(?:gio|h|g) ?(\d{2})?(?: phut)?(?:,| cua)?/)
  const day = readDay(clock ? clock.rest : rest)
  if (!day) return null
  const place = readPlace(day.rest) ?? bareDay(day, kind)
  if (place?.rest !== '' || !isWhere(day, place.value)) return null
  const rule: DayRule = { kind: 'day', bound, day: day.day, working: day.working, place: place.value }
  if (!clock) return rule
  const time = `${(clock.m[1] ?? '').padStart(2, '0')}:${clock.m[2] ?? '00'}`
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(time) && bound === 'before' ? { ...rule, time } : null
}

interface Day {
  day: number | 'last'
  working: boolean
  rest: string
}

const numbers = ['', 'nhat', 'hai', 'ba', 'tu', 'nam', 'sau', 'bay', 'tam', 'chin', 'muoi']

function readDay(text: string): Day | null {
  const working = take(text, /^(?:ngay )?lam viec (?:(cuoi cung|cuoi)|(dau tien|dau)|thu (\d{1,2}|[a-z]+))/)
  if (working) {
    const n = working.m[2] ? 1 : Number(working.m[3]) || numbers.indexOf(working.m[3] ?? '')
    if (working.m[1]) return { day: 'last', working: true, rest: working.rest }
    return n >= 1 && n <= 31 ? { day: n, working: true, rest: working.rest } : null
  }
  const last = take(
    text,
    /^(?:(?:het )?ngay (?:cuoi cung|cuoi)|cuoi(?= (?:cua |trong )?(?:moi |hang |tung )?(?:thang|quy|nam|ky|6|06|9|09)))/,
  )
  if (last) return { day: 'last', working: false, rest: last.rest }
  const first = take(text, /^ngay (?:dau tien|dau)/)
  if (first) return { day: 1, working: false, rest: first.rest }
  // "9 tháng trước" is nine months, not the 9th of the month before.
  if (/^0?[69] thang(?: (?:lien|ke|tiep|truoc|sau|dau nam)|$)/.test(text)) return null
  const number = /^(?:(?:ngay|mung|mong) )*(\d{1,2})(?!\d)/.exec(text)
  const day = Number(number?.[1])
  if (!number || day < 1 || day > 31) return null
  return { day, working: false, rest: text.slice(number[0].length).trimStart() }
}

/** "Báo cáo tháng trước ngày 20": the heading says the month. */
function bareDay(day: Day, kind?: PeriodKind): { value: Place; rest: string } | null {
  if (day.rest !== '' || kind !== 'month' || day.working) return null
  return { value: { of: 'month', shift: 0, month: 'all' }, rest: '' }
}

/** The 15th "of a quarter" says no month; the last day, a working day or the 10th of the next quarter are clear. */
function isWhere(day: Day, place: Place): boolean {
  if (place.month !== 'all' || day.working || day.day === 'last' || day.day === 1) return true
  return place.of === 'month' || ('shift' in place && place.shift === 1)
}

/** "trong 05 ngày đầu của tháng sau", "trong tuần đầu tháng sau". */
function readFirstDays(text: string): DayRule | null {
  const found = take(
    text,
    /^(?:trong vong |trong |cham nhat |khong qua )+(?:(\d{1,2}) (ngay lam viec|ngay) dau(?: tien)?|tuan dau(?: tien)?)/,
  )
  const place = found && readPlace(found.rest)
  if (!found || place?.rest !== '') return null
  const day = Number(found.m[1] ?? 7)
  if (day < 1 || day > 31) return null
  return { kind: 'day', bound: 'by', day, working: found.m[2] === 'ngay lam viec', place: place.value }
}

/** "Quý IV năm trước liền kề", "trong tháng 12", "trước tháng 6". A bare "hằng tháng" is no deadline. */
function readWithin(text: string): SimpleRule | null {
  const { bound, said, rest } = readBound(text)
  const place = readPlace(rest)
  if (place?.rest !== '') return null
  const named = place.value.of === 'month-of-year' || place.value.of === 'quarter-of-year'
  if (!named && !said) return null
  if (bound !== 'before') return { kind: 'within', place: place.value }
  return { kind: 'day', bound, day: 1, working: false, place: place.value }
}

/** "trước ngày 05/6 và 05/11", "trước ngày 15 các tháng 3, 6, 9, 12": parts borrow what they leave out. */
function readList(text: string, kind?: PeriodKind): ListRule | null {
  const spread = text.replace(
    /^(.*?\b\d{1,2}) (?:cua )?(?:cac )?thang (\d{1,2}(?:\s*(?:,|;|va)\s*\d{1,2})+)((?: (?!thang)|\/(?=\d{4})).*)?$/,
    (_, front: string, months: string, tail = '') =>
      months
        .split(/\s*(?:,|;|va)\s*/)
        .map((m) => `${front} thang ${m}${tail}`)
        .join(', '),
  )
  const parts = spread.split(/\s*(?:,|;|\bva\b)\s*/).filter(Boolean)
  if (parts.length < 2 || parts.length > 12) return null
  const rules: SimpleRule[] = []
  for (const part of parts) {
    const rule = readPart(part, rules.at(-1), kind)
    if (!rule) return null
    rules.push(rule)
  }
  return { kind: 'list', rules: shareYear(rules, parts) }
}

function readPart(part: string, before: SimpleRule | undefined, kind?: PeriodKind): SimpleRule | null {
  const own = readOne(part, kind)
  if (before?.kind !== 'day') return own
  if (own && readBound(part).said) return own
  const borrowed = { before: 'truoc ', by: 'cham nhat ', on: '' }[before.bound]
  const withDay = typeof before.day === 'number' ? `${borrowed}ngay ${before.day} ${part}` : part
  return readOne(borrowed + part, kind)?.kind === 'day' && own?.kind !== 'within'
    ? readOne(borrowed + part, kind)
    : (readOne(withDay, kind) ?? own)
}

/** "05/6, 05/11/2023": the year at the end is for all, unless a part says its own. */
function shareYear(rules: SimpleRule[], parts: readonly string[]): SimpleRule[] {
  const end = rules.at(-1)
  const year = end?.kind === 'day' && 'year' in end.place ? end.place.year : 'own'
  if (typeof year !== 'number' || parts.slice(1).some((part) => readBound(part).said)) return rules
  return rules.map((rule, i) => {
    const silent = rule.kind === 'day' && 'year' in rule.place && rule.place.year === 'own'
    if (!silent || /nam/.test(parts[i] ?? '')) return rule
    return { ...rule, place: { ...rule.place, year } } as DayRule
  })
}
