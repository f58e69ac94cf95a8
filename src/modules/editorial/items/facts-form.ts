import { parseDay, showDay } from '../../../lib/calendar/day.ts'
import type { Fault } from '../../../lib/errors.ts'
import { playedAs } from '../../../lib/files/kinds.ts'
import type { FormValues } from '../../../lib/http/forms.ts'
import { isWebAddress } from '../../../lib/text/web-address.ts'
import {
  type FactField,
  type Facts,
  type FactValue,
  factFields,
  type PublicationKind,
} from '../../publishing/publication.ts'
import type { Version } from '../item.ts'

export function fieldsOf(kind: PublicationKind): readonly FactField[] {
  return factFields[kind] ?? []
}

/** Name of the form's field for a fact. */
export function factName(field: Pick<FactField, 'name'>): string {
  return `fact-${field.name}`
}

/** Facts as typed. What cannot be read is left out of `facts` and told in `faults`; empty fields are left out. */
export function readFacts(kind: PublicationKind, values: FormValues): { facts: Facts; faults: Fault[] } {
  const facts: Record<string, FactValue> = {}
  const faults: Fault[] = []
  for (const field of fieldsOf(kind)) {
    const text = String(values[factName(field)] ?? '').trim()
    if (text === '') continue
    const value = readFact(field, text)
    if (value === null) faults.push({ field: factName(field), ...badFact(field) })
    else facts[field.name] = value
  }
  const [first, last] = [String(facts['validFrom'] ?? ''), String(facts['validTo'] ?? '')]
  if (first !== '' && last !== '' && last < first)
    faults.push({
      field: factName({ name: 'validTo' }),
      vi: '“Có hiệu lực đến hết ngày” phải từ ngày bắt đầu có hiệu lực trở đi.',
      en: '“Holds until the end of” cannot be before “Holds from”.',
    })
  return { facts, faults }
}

/** What is wanted and missing, before a text is handed in. */
export function missingFacts(kind: PublicationKind, facts: Facts): Fault[] {
  return fieldsOf(kind).flatMap((field) =>
    field.required && facts[field.name] === undefined
      ? [
          {
            field: factName(field),
            vi: `Chưa có “${field.vi}”. Bổ sung rồi gửi lại.`,
            en: `“${field.en}” is missing. Add it and submit again.`,
          },
        ]
      : [],
  )
}

/** The words of our own sound or film, which nobody may be left without who cannot hear or see it. */
export function missingWords(kind: PublicationKind, facts: Facts, files: Version['files']): Fault[] {
  const field = fieldsOf(kind).find((f) => f.type === 'transcript')
  const plays = files.some((f) => playedAs(f.mime) === 'audio' || playedAs(f.mime) === 'video')
  if (!field || !plays || String(facts[field.name] ?? '').trim() !== '') return []
  return [
    {
      field: factName(field),
      vi: 'Bài có video, âm thanh nhưng chưa có bản chữ. Chép lại lời nói, và những gì chỉ thấy bằng hình, để người khiếm thính, khiếm thị cũng biết.',
      en: 'There is a video or audio, and no transcript. Write down what is said, and what is only seen, for people who cannot hear or see.',
    },
  ]
}

/** Facts as the form shows them again. */
export function factValues(kind: PublicationKind, facts: Facts): Record<string, string> {
  return Object.fromEntries(
    fieldsOf(kind).map((field) => [factName(field), factText(field, facts[field.name])]),
  )
}

export function factText(field: FactField, value: FactValue | undefined): string {
  if (value === undefined) return ''
  if (typeof value === 'object') return value.map((row) => `${row.label}: ${comma(row.value)}`).join('\n')
  if (typeof value === 'number') return comma(value)
  if (field.type === 'day') return showDay(value)
  if (field.type === 'moment') return `${showDay(value.slice(0, 10))} ${value.slice(11)}`
  return value
}

function comma(value: number): string {
  return String(value).replace('.', ',')
}

function readFact(field: FactField, text: string): FactValue | null {
  switch (field.type) {
    case 'text':
      return text.length <= 300 ? text : null
    case 'long':
      return text.length <= 4000 ? text : null
    case 'transcript':
      return text.length <= 60_000 ? text : null
    case 'day':
      return parseDay(text)
    case 'moment':
      return parseMoment(text)
    case 'number':
      return parseNumber(text)
    case 'address':
      return isWebAddress(text) ? text : null
    case 'document':
      return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null
    case 'choice':
      return field.choices?.some((c) => c.value === text) ? text : null
    case 'series':
      return parseSeries(text)
  }
}

/** '22/11/2026 08:30' or '2026-11-22T08:30' as 'YYYY-MM-DDTHH:MM'; null when it is no moment. */
export function parseMoment(text: string): string | null {
  const [dayText = '', timeText = ''] = text.trim().split(/[T\s]+/)
  const day = parseDay(dayText)
  const time = /^([01]?\d|2[0-3])[:hg]([0-5]\d)?$/.exec(timeText)
  return day && time ? `${day}T${(time[1] ?? '').padStart(2, '0')}:${time[2] ?? '00'}` : null
}

function parseNumber(text: string): number | null {
  const value = Number(text.replace(/[\s.](?=\d{3}(\D|$))/g, '').replace(',', '.'))
  return Number.isFinite(value) ? value : null
}

/** Lines 'Sở Nội vụ: 92,35'; null when one of them has no number. */
function parseSeries(text: string): { label: string; value: number }[] | null {
  const rows = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const parts = /^(.{1,200}?)\s*[:;\t]\s*(-?[\d.,\s]+)$/.exec(line.trim())
      const value = parts ? parseNumber((parts[2] ?? '').trim()) : null
      return parts && value !== null ? { label: (parts[1] ?? '').trim(), value } : null
    })
  const good = rows.filter((row) => row !== null)
  return good.length === rows.length && good.length <= 500 ? good : null
}

function badFact(field: FactField): { vi: string; en: string } {
  const hint = {
    day: { vi: 'nhập ngày dạng 22/11/2026', en: 'enter a day like 22/11/2026' },
    moment: { vi: 'nhập ngày giờ dạng 22/11/2026 08:30', en: 'enter a day and time like 22/11/2026 08:30' },
    number: { vi: 'nhập một số', en: 'enter a number' },
    address: { vi: 'địa chỉ bắt đầu bằng https:// hoặc http://', en: 'it begins with https:// or http://' },
    series: { vi: 'mỗi dòng dạng “Tên: số”', en: 'each line reads “Name: number”' },
    document: { vi: 'chọn một văn bản trong danh sách', en: 'choose one from the list' },
    choice: { vi: 'chọn một mục trong danh sách', en: 'choose one from the list' },
    text: { vi: 'tối đa 300 ký tự', en: 'at most 300 characters' },
    long: { vi: 'tối đa 4.000 ký tự', en: 'at most 4,000 characters' },
    transcript: { vi: 'tối đa 60.000 ký tự', en: 'at most 60,000 characters' },
  }[field.type]
  return { vi: `“${field.vi}”: ${hint.vi}.`, en: `“${field.en}”: ${hint.en}.` }
}
