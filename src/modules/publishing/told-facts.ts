import { type Day, showDay } from '../../lib/calendar/day.ts'
import { weekday } from '../../lib/calendar/working-days.ts'
import {
  type FactField,
  type Facts,
  type FactValue,
  factFields,
  type PublicationKind,
} from './publication.ts'

/** One fact in words: 'Địa điểm', 'Nhà văn hóa xã Bình Minh'. */
export interface ToldFact {
  label: string
  value: string
}

const dayNames = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy']

/**
 * What a kind knows beside its text, as it is printed, read aloud or sent: an event without its hour and place tells
 * nobody where to go. Vietnamese, in the order of {@link factFields}; the rows of a series apart, {@link seriesOf}.
 */
export function toldFacts(kind: PublicationKind, facts: Facts): ToldFact[] {
  const told: ToldFact[] = []
  for (const field of factFields[kind] ?? []) {
    const value = facts[field.name]
    if (
      value === undefined ||
      value === '' ||
      field.type === 'series' ||
      field.type === 'transcript' ||
      field.type === 'document'
    )
      continue
    // Told with what it belongs to: the hour of the beginning, the figures of the series.
    if ((field.name === 'ends' && facts['starts']) || field.name === 'scale') continue
    if (field.name === 'starts') told.push({ label: 'Thời gian', value: timeOf(value, facts['ends']) })
    else told.push({ label: field.vi, value: wordsOf(field, value) })
  }
  return told
}

export type Series = readonly { label: string; value: number }[]

/** The rows of an index result; none where the kind has none. */
export function seriesOf(facts: Facts): Series {
  const series = facts['series']
  return Array.isArray(series) ? series : []
}

/** A figure as Vietnamese ('81,25') or English writes it, at most two places. */
export function showFigure(value: number, locale: 'vi' | 'en' = 'vi'): string {
  return value.toLocaleString(locale === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 2 })
}

function wordsOf(field: FactField, value: FactValue): string {
  if (field.type === 'day') return showDay(String(value))
  if (field.type === 'moment') return timeOf(value, undefined)
  if (field.name === 'year') return String(value)
  if (typeof value === 'number') return showFigure(value)
  return String(value)
}

/** '7 giờ 30 đến 11 giờ, thứ Ba, 24/11/2026'; over more days both ends whole. */
function timeOf(from: FactValue, to: FactValue | undefined): string {
  const start = momentOf(from)
  const end = typeof to === 'string' && to !== '' ? momentOf(to) : null
  if (!end) return `${start.hour}, ${start.day}`
  return start.day === end.day
    ? `${start.hour} đến ${end.hour}, ${start.day}`
    : `${start.hour}, ${start.day} đến ${end.hour}, ${end.day}`
}

function momentOf(moment: FactValue): { hour: string; day: string } {
  const text = String(moment)
  const day: Day = text.slice(0, 10)
  const [hour = 0, minute = 0] = text.slice(11).split(':').map(Number)
  const clock = minute === 0 ? `${hour} giờ` : `${hour} giờ ${String(minute).padStart(2, '0')}`
  return { hour: clock, day: `${dayNames[weekday(day)]}, ${showDay(day)}` }
}

const mostRows = 10

/** The same to be read aloud, a sentence each; of a long series the first rows, and where the others stand. */
export function factsToSay(kind: PublicationKind, facts: Facts): string[] {
  const said = toldFacts(kind, facts)
    .filter((f) => !/^https?:/.test(f.value))
    .map((f) => `${f.label}: ${f.value}.`)
  const series = seriesOf(facts)
  if (series.length === 0) return said
  const rows = series.slice(0, mostRows).map((s) => `${s.label}: ${showFigure(s.value)}`)
  const rest = series.length > mostRows ? ` Còn ${series.length - mostRows} mục khác có trên cổng.` : ''
  return [...said, `${rows.join('; ')}.${rest}`]
}
