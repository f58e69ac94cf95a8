import { type Day, showDay } from '../../../lib/calendar/day.ts'
import type { Bilingual } from '../../../lib/http/route.ts'
import { matchColumns } from '../../../lib/sheets/match-columns.ts'
import { readSheet } from '../../../lib/sheets/read-sheet.ts'
import type { CellValue, SheetColumn } from '../../../lib/sheets/sheet.ts'
import { writeSheet } from '../../../lib/sheets/write-sheet.ts'
import { bare } from '../../../lib/text/bare.ts'
import { inTime, type Result, type ResultFacts } from './result.ts'
import { readResult } from './result-form.ts'
import { stateWords, texts as t } from './results.texts.ts'

const columns: readonly SheetColumn[] = [
  { key: 'code', title: 'Mã phản ánh', kind: 'text', width: 18 },
  { key: 'receivedDay', title: 'Ngày tiếp nhận', kind: 'date', width: 14 },
  { key: 'topic', title: 'Lĩnh vực', kind: 'text', width: 30 },
  { key: 'unit', title: 'Cơ quan xử lý', kind: 'text', width: 34 },
  { key: 'content', title: 'Nội dung', kind: 'text', width: 60 },
  { key: 'outcome', title: 'Kết quả xử lý', kind: 'text', width: 60 },
  { key: 'documentNumber', title: 'Văn bản trả lời', kind: 'text', width: 20, optional: true },
  { key: 'answeredDay', title: 'Ngày trả lời', kind: 'date', width: 14 },
  { key: 'dueDay', title: 'Hạn theo quy định', kind: 'date', width: 16, optional: true },
]

const moreColumns: readonly SheetColumn[] = [
  { key: 'time', title: 'Thời hạn', kind: 'text', width: 12 },
  { key: 'state', title: 'Tình trạng', kind: 'text', width: 20 },
]

type Topics = readonly (Bilingual & { code: string })[]

/** The register as a workbook that can come back in. */
export function resultsSheet(
  results: readonly Result[],
  nameOf: (unitId: number) => string,
  topics: Topics,
): Promise<Uint8Array> {
  const rows = results.map((r) => ({
    ...{ code: r.code, receivedDay: r.receivedDay, unit: nameOf(r.unitId), content: r.content },
    ...{ outcome: r.outcome, documentNumber: r.documentNumber, answeredDay: r.answeredDay, dueDay: r.dueDay },
    topic: topics.find((x) => x.code === r.topic)?.vi ?? r.topic,
    ...{ time: t[inTime(r) ? 'inTime' : 'late'].vi, state: stateWords[r.state].vi },
  }))
  return writeSheet({ sheets: [{ name: 'Kết quả PAKN', columns: [...columns, ...moreColumns], rows }] })
}

/** The sheet to fill in: one line as an example, and the words of fields that are understood. */
export function resultsTemplate(today: Day, unit: string, topics: Topics): Promise<Uint8Array> {
  const example = {
    ...{ code: 'PAKN.2026.0001 (dòng ví dụ, xóa trước khi gửi)', receivedDay: today, answeredDay: today },
    ...{ topic: topics[0]?.vi ?? '', unit, content: 'Bộ phận Một cửa thiếu ghế chờ cho người cao tuổi.' },
    ...{ outcome: 'Đã bố trí thêm 10 ghế và bình nước uống.', documentNumber: '', dueDay: null },
  }
  const words = topics.map((x) => ({ word: x.vi }))
  const title = 'Lĩnh vực: ghi một trong'
  return writeSheet({
    sheets: [
      { name: 'Kết quả PAKN', columns, rows: [example] },
      { name: 'Từ dùng', columns: [{ key: 'word', title, kind: 'text', width: 40 }], rows: words },
    ],
  })
}

/** What a sheet held: lines that are right, and what is wrong, by line. */
export interface ResultsRead {
  rows: (ResultFacts & { line: number })[]
  faults: { line: number; vi: string; en: string }[]
}

export interface Known {
  units: readonly { id: number; name: string; shortName: string | null }[]
  topics: Topics
  /** Whether one may write for a unit. */
  may: (unitId: number) => boolean
  today: Day
}

/** Reads a sheet; every fault names its line. Numbers that stand in the register are looked for by the caller. */
export async function readResultsSheet(
  file: { name: string; bytes: Uint8Array },
  known: Known,
): Promise<ResultsRead> {
  const read = await readSheet(file.bytes, { name: file.name })
  if (!read.ok) return { rows: [], faults: [{ line: 0, vi: read.fault.vi, en: read.fault.en }] }
  const matched = matchColumns(read.sheet, columns)
  if (!matched.ok) return { rows: [], faults: [{ line: 0, vi: matched.fault.vi, en: matched.fault.en }] }
  const result: ResultsRead = { rows: [], faults: [] }
  const seen = new Set<string>()
  for (const { line, values } of matched.rows) {
    const say = (what: Bilingual) => result.faults.push(atLine(line, what))
    // What is no day has been told of its cell already, and is not told again as missing.
    const told = new Set(matched.faults.filter((f) => f.line === line).map((f) => f.column))
    for (const fault of matched.faults) if (fault.line === line) say(fault)
    const row = readRow(values, told, known, say)
    if (!row) continue
    if (seen.has(row.code)) say({ vi: t.codeTwice.vi(row.code), en: t.codeTwice.en(row.code) })
    seen.add(row.code)
    result.rows.push({ ...row, line })
  }
  if (result.rows.length + result.faults.length === 0) result.faults.push({ line: 0, ...t.noRows })
  return result
}

export function atLine(line: number, what: Bilingual) {
  return { line, vi: t.atLine.vi(line, what.vi), en: t.atLine.en(line, what.en) }
}

function readRow(
  values: Readonly<Record<string, CellValue>>,
  told: ReadonlySet<string>,
  { units, topics, may, today }: Known,
  say: (what: Bilingual) => void,
): ResultFacts | null {
  const text = (key: string) =>
    String(values[key] ?? '')
      .normalize('NFC')
      .trim()
  const unit = units.find((u) => [u.name, u.shortName].some((n) => n && bare(n) === bare(text('unit'))))
  const topic = topics.find((x) => [x.vi, x.en, x.code].some((n) => bare(n) === bare(text('topic'))))
  const isUnknown = (key: string, found: unknown) => text(key) !== '' && !found
  if (isUnknown('unit', unit)) say({ vi: t.unknownUnit.vi(text('unit')), en: t.unknownUnit.en(text('unit')) })
  if (isUnknown('topic', topic))
    say({ vi: t.unknownTopic.vi(text('topic')), en: t.unknownTopic.en(text('topic')) })
  if (unit && !may(unit.id)) say(t.notYours)
  const form: Record<string, string> = { unitId: String(unit?.id ?? ''), topic: topic?.code ?? '' }
  const get = (name: string) => form[name] ?? (name.endsWith('Day') ? dayText(text(name)) : text(name))
  const { input, faults } = readResult(
    get,
    topics.map((x) => x.code),
    today,
  )
  for (const fault of faults) {
    const field = fault.field === 'unitId' ? 'unit' : (fault.field ?? '')
    const isTold = told.has(field) || (['unit', 'topic'].includes(field) && text(field) !== '')
    if (!isTold) say(fault)
  }
  return input
}

function dayText(day: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? showDay(day) : day
}
