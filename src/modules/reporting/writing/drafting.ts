import { type Day, daysBetween, showDay } from '../../../lib/calendar/day.ts'
import type { DraftDefinition } from '../template.ts'
import type { DueWork, IssuedPlan, RaisedObstacle } from './proposing.sql.ts'
import type { SourceActivity } from './sources.sql.ts'

/** What sentences are composed from. Names are those of the province's catalogue. */
export interface Material {
  activities: readonly SourceActivity[]
  forms: readonly { code: string; vi: string }[]
  themes: readonly { code: string; vi: string }[]
  plans: readonly IssuedPlan[]
  /** Due in the period. */
  due: readonly DueWork[]
  /** Due in the next one. */
  next: readonly DueWork[]
  obstacles: readonly RaisedObstacle[]
  cutoff: Day
}

/**
 * A first text of a section, in Vietnamese as an official writes it; null where there is nothing to tell. Always the
 * same for the same material. A blank that only a person can fill ends its line with ': …' (substance.ts: hasBlank).
 */
export function draftText(draft: DraftDefinition, m: Material): string | null {
  switch (draft.from) {
    case 'plans':
      return aboutPlans(m)
    case 'forms':
      return grouped(m.activities, m.forms, (a) => [a.formCode], 'hình thức')
    case 'themes':
      return grouped(m.activities, m.themes, (a) => a.themeCodes, 'nội dung')
    case 'activities':
      return oneByOne(m.activities)
    case 'shortcomings':
      return aboutShortcomings(m)
    case 'obstacles':
      return aboutObstacles(m.obstacles)
    case 'next':
      return aboutNext(m)
  }
}

function aboutPlans({ plans, activities }: Material): string | null {
  const lines: string[] = []
  if (plans.length > 0) {
    const named = plans.map((p) => {
      const number = [p.number, p.symbol].filter(Boolean).join('/')
      const of = p.issued ? ` ngày ${showDay(p.issued)}` : ''
      return number && !p.title.includes(number)
        ? `${short(p.title)} (số ${number}${of})`
        : `${short(p.title)}${of && ` (ban hành${of})`}`
    })
    lines.push(`Trong kỳ, đơn vị đã ban hành ${count(plans.length)} kế hoạch: ${named.join('; ')}.`)
  }
  if (activities.length > 0) {
    lines.push(`Đã tổ chức ${count(activities.length)} hoạt động phổ biến, quán triệt văn bản chỉ đạo:`)
    lines.push(...records(activities))
  }
  return lines.length > 0 ? lines.join('\n') : null
}

function grouped(
  activities: readonly SourceActivity[],
  names: readonly { code: string; vi: string }[],
  codesOf: (a: SourceActivity) => readonly string[],
  what: string,
): string | null {
  if (activities.length === 0) return null
  const groups = names.flatMap(({ code, vi }) => {
    const of = activities.filter((a) => codesOf(a).includes(code))
    return of.length > 0 ? [{ vi, of }] : []
  })
  const shown = activities.filter((a) => a.evidenceIds.length > 0).length
  const reached = [total(activities, 'people', 'lượt người tiếp cận'), total(activities, 'views', 'lượt xem')]
  const first = [
    `Trong kỳ, đơn vị đã tổ chức ${count(activities.length)} hoạt động tuyên truyền với ${count(groups.length)} ${what}`,
    ...reached.filter((r) => r !== null),
    `${count(shown)}/${count(activities.length)} hoạt động có minh chứng`,
  ]
  const lines = groups
    .toSorted((a, b) => b.of.length - a.of.length)
    .map(
      ({ vi, of }) =>
        `- ${vi}: ${[`${count(of.length)} hoạt động ${span(of)}`, ...sums(of)].join(', ')}. ${notable(of)}`,
    )
  return `${first.join('; ')}. Cụ thể:\n${lines.join('\n')}`
}

function oneByOne(activities: readonly SourceActivity[]): string | null {
  return activities.length === 0 ? null : records(activities).join('\n')
}

function aboutShortcomings({ due, cutoff }: Material): string | null {
  if (due.length === 0) return null
  const open = due.filter((d) => d.reportedDay === null || d.reportedDay > cutoff)
  const late = due.filter(
    (d) => d.reportedDay !== null && d.reportedDay <= cutoff && d.reportedDay > d.dueDay,
  )
  if (open.length + late.length === 0)
    return `Trong kỳ có ${count(due.length)} nhiệm vụ đến hạn, đơn vị đã hoàn thành đúng hạn toàn bộ; không có nhiệm vụ quá hạn.`
  const lines: string[] = []
  if (open.length > 0) {
    lines.push(`Còn ${count(open.length)}/${count(due.length)} nhiệm vụ đến hạn trong kỳ chưa hoàn thành:`)
    lines.push(...few(open).map((d) => `- ${short(d.content)} (thời hạn ${showDay(d.dueDay)}).`))
  }
  if (late.length > 0) {
    lines.push(`Có ${count(late.length)} nhiệm vụ hoàn thành chậm so với thời hạn:`)
    const daysLate = (d: DueWork) => daysBetween(d.dueDay, d.reportedDay ?? cutoff)
    lines.push(...few(late).map((d) => `- ${short(d.content)} (chậm ${count(daysLate(d))} ngày).`))
  }
  return `${lines.join('\n')}\nNguyên nhân: …`
}

function aboutObstacles(obstacles: readonly RaisedObstacle[]): string | null {
  if (obstacles.length === 0) return null
  const lines = obstacles.map((o) => {
    const wish = o.wish ? ` Kiến nghị: ${sentence(short(o.wish))}` : ''
    return `- ${sentence(short(o.text))}${wish}${o.answered ? ' (đã được trả lời).' : ''}`
  })
  return `Đơn vị còn ${count(obstacles.length)} khó khăn, vướng mắc đã phản ánh trong kỳ:\n${lines.join('\n')}`
}

function aboutNext({ due, next, cutoff }: Material): string | null {
  const left = due.filter((d) => d.reportedDay === null || d.reportedDay > cutoff)
  const lines: string[] = []
  if (left.length > 0) {
    lines.push(`Khẩn trương hoàn thành ${count(left.length)} nhiệm vụ đã quá hạn hoặc đến hạn trong kỳ.`)
  }
  if (next.length > 0) {
    lines.push(`Tập trung thực hiện ${count(next.length)} nhiệm vụ đến hạn trong kỳ tới:`)
    lines.push(...few(next).map((d) => `- ${short(d.content)} (thời hạn ${showDay(d.dueDay)}).`))
  }
  return lines.length > 0 ? lines.join('\n') : null
}

const mostRecords = 12

/** Activities as lines with day, place and figures; the last line says how many are left out. */
function records(activities: readonly SourceActivity[]): string[] {
  const lines = activities.slice(0, mostRecords).map((a) => {
    const place = a.place ? `, tại ${a.place}` : ''
    const parts = [`${short(a.what)}${place}`, ...sums([a])].join('; ')
    return `- Ngày ${showDay(a.fromDay)}: ${parts}.`
  })
  const left = activities.length - mostRecords
  return left > 0 ? [...lines, `- Và ${count(left)} hoạt động khác.`] : lines
}

/** The one or two activities of a group that reached most. */
function notable(of: readonly SourceActivity[]): string {
  const reach = (a: SourceActivity) => (a.figures['people'] ?? 0) + (a.figures['views'] ?? 0)
  const best = of.toSorted((a, b) => reach(b) - reach(a) || a.id - b.id).slice(0, of.length > 3 ? 2 : 1)
  return `Tiêu biểu: ${best.map((a) => `${short(a.what)} (${showDay(a.fromDay)})`).join('; ')}.`
}

const measures = [
  ['quantity', 'sản phẩm'],
  ['copies', 'bản in'],
  ['people', 'lượt người'],
  ['views', 'lượt xem'],
] as const

function sums(of: readonly SourceActivity[]): string[] {
  return measures.flatMap(([measure, unit]) => total(of, measure, unit) ?? [])
}

function total(of: readonly SourceActivity[], measure: string, unit: string): string | null {
  const sum = of.reduce((n, a) => n + (a.figures[measure] ?? 0), 0)
  return sum > 0 ? `${count(sum)} ${unit}` : null
}

function span(of: readonly SourceActivity[]): string {
  const days = of.map((a) => a.fromDay).sort()
  const [first, last] = [days[0] ?? '', days.at(-1) ?? '']
  return first === last ? `(ngày ${showDay(first)})` : `(từ ${showDay(first)} đến ${showDay(last)})`
}

/** Small numbers with their nought, as official papers write them: 05, 12, 1.250. */
function count(n: number): string {
  return Number.isInteger(n) && n > 0 && n < 10 ? `0${n}` : n.toLocaleString('vi-VN')
}

const mostWork = 8

function few(work: readonly DueWork[]): readonly DueWork[] {
  return work.slice(0, mostWork)
}

/** The beginning of a long text, up to a whole word, without the mark at its end. */
function short(text: string): string {
  const line = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.;:,]+$/, '')
  if (line.length <= 160) return line
  return `${line.slice(0, 158).replace(/\s+\S*$/, '')}…`
}

function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`
}
