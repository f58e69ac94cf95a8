import type { Day } from '../../../lib/calendar/day.ts'
import { matchColumns } from '../../../lib/sheets/match-columns.ts'
import { readSheet } from '../../../lib/sheets/read-sheet.ts'
import type { SheetColumn } from '../../../lib/sheets/sheet.ts'
import { writeSheet } from '../../../lib/sheets/write-sheet.ts'
import { bare } from '../../../lib/text/bare.ts'
import { rateWords } from '../procedures.texts.ts'
import { indicators, type Rate, rateSchema, showMonth } from './rate.ts'

const columns: readonly SheetColumn[] = [
  { key: 'unit', title: 'Đơn vị', kind: 'text', width: 40 },
  { key: 'indicator', title: 'Chỉ tiêu', kind: 'text', width: 34 },
  { key: 'month', title: 'Tháng', kind: 'text', width: 12 },
  { key: 'part', title: 'Số trực tuyến', kind: 'number', width: 14 },
  { key: 'whole', title: 'Tổng số', kind: 'number', width: 14 },
  { key: 'source', title: 'Nguồn số liệu', kind: 'text', width: 44 },
  { key: 'sourceDay', title: 'Ngày lấy số liệu', kind: 'date', width: 16 },
]

/** What a sheet held: figures that are right, and what is wrong, by line. */
export interface RatesRead {
  rows: (Rate & { line: number })[]
  faults: { line: number; vi: string; en: string }[]
}

/** Figures as a workbook; the same columns are read back. */
export function ratesSheet(rates: readonly Rate[], nameOf: (unitId: number) => string): Promise<Uint8Array> {
  const rows = rates.map((r) => ({
    ...{ unit: nameOf(r.unitId), indicator: rateWords[r.indicator].vi, month: showMonth(r.month) },
    ...{ part: r.part, whole: r.whole, source: r.source, sourceDay: r.sourceDay },
  }))
  const kinds = indicators.map((i) => ({ word: rateWords[i].vi }))
  const word: SheetColumn = { key: 'word', title: 'Chỉ tiêu: ghi một trong', kind: 'text', width: 40 }
  return writeSheet({
    sheets: [
      { name: 'Số liệu', columns, rows },
      { name: 'Từ dùng', columns: [word], rows: kinds },
    ],
  })
}

type Unit = { id: number; name: string }

/** Reads a sheet; every fault names its line. `may`: whether one enters figures of a unit. */
export async function readRatesSheet(
  file: { name: string; bytes: Uint8Array },
  units: readonly Unit[],
  may: (unitId: number) => boolean,
  today: Day,
): Promise<RatesRead> {
  const read = await readSheet(file.bytes, { name: file.name })
  if (!read.ok) return { rows: [], faults: [{ line: 0, vi: read.fault.vi, en: read.fault.en }] }
  const matched = matchColumns(read.sheet, columns)
  if (!matched.ok) return { rows: [], faults: [{ line: 0, vi: matched.fault.vi, en: matched.fault.en }] }
  const result: RatesRead = { rows: [], faults: matched.faults.map(({ line, vi, en }) => ({ line, vi, en })) }
  const seen = new Map<string, number>()
  for (const { line, values } of matched.rows) {
    const text = (key: string) => String(values[key] ?? '').trim()
    if (text('unit') === '' && text('part') === '') continue
    const say = (vi: string, en: string) =>
      result.faults.push({ line, vi: `Dòng ${line}: ${vi}`, en: `Line ${line}: ${en}` })
    const unit = units.find((u) => bare(u.name) === bare(text('unit')))
    if (!unit) say(`không có đơn vị “${text('unit')}”.`, `no unit “${text('unit')}”.`)
    else if (!may(unit.id)) say('không nhập thay đơn vị này được.', 'you do not enter for this unit.')
    const indicator = indicators.find((i) => bare(rateWords[i].vi) === bare(text('indicator'))) ?? ''
    const typed = { ...values, indicator, unitId: String(unit?.id ?? ''), month: text('month') }
    const form = { ...typed, part: text('part'), whole: text('whole'), source: text('source') }
    const parsed = rateSchema.safeParse({ ...form, sourceDay: text('sourceDay') })
    if (!parsed.success) {
      for (const issue of parsed.error.issues)
        if (issue.path[0] !== 'unitId') {
          const [vi = issue.message, en = vi] = issue.message.split(' / ')
          say(vi, en)
        }
      continue
    }
    const rate = parsed.data
    const key = `${rate.indicator} ${rate.unitId} ${rate.month}`
    const twice = seen.get(key)
    if (twice !== undefined) say(`trùng với dòng ${twice}.`, `the same as line ${twice}.`)
    if (rate.month > today.slice(0, 7)) say('tháng này chưa đến.', 'this month lies ahead.')
    if (rate.sourceDay > today) say('ngày lấy số liệu chưa đến.', 'the day of the source lies ahead.')
    seen.set(key, line)
    result.rows.push({ ...rate, line })
  }
  if (result.rows.length + result.faults.length === 0)
    result.faults.push({ line: 0, vi: 'Tệp không có dòng số liệu nào.', en: 'The sheet has no figures.' })
  return result
}
