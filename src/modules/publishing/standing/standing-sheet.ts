import type { Day } from '../../../lib/calendar/day.ts'
import { matchColumns } from '../../../lib/sheets/match-columns.ts'
import { readSheet } from '../../../lib/sheets/read-sheet.ts'
import type { SheetColumn } from '../../../lib/sheets/sheet.ts'
import { writeSheet } from '../../../lib/sheets/write-sheet.ts'
import { bare } from '../../../lib/text/bare.ts'
import type { Standing, StandingFacts } from './standing.sql.ts'
import { type StandingKind, standingKinds, texts as t } from './standing.texts.ts'
import { readStanding } from './standing-form.ts'

export const standingColumns: readonly SheetColumn[] = [
  { key: 'kind', title: 'Loại', kind: 'text', width: 24 },
  { key: 'what', title: 'Nội dung, bộ sách', kind: 'text', width: 60 },
  { key: 'place', title: 'Nơi đặt', kind: 'text', width: 40 },
  { key: 'commune', title: 'Xã, phường', kind: 'text', width: 30, optional: true },
  { key: 'unit', title: 'Đơn vị phụ trách', kind: 'text', width: 34 },
  { key: 'quantity', title: 'Số lượng', kind: 'number', width: 10 },
  { key: 'from', title: 'Từ ngày', kind: 'date', width: 12 },
  { key: 'to', title: 'Đến ngày', kind: 'date', width: 12, optional: true },
  { key: 'visitors', title: 'Lượt người đọc, người xem', kind: 'number', width: 14, optional: true },
  { key: 'note', title: 'Ghi chú', kind: 'text', width: 40, optional: true },
]

const moreColumns: readonly SheetColumn[] = [
  { key: 'down', title: 'Gỡ ngày', kind: 'date', width: 12 },
  { key: 'photo', title: 'Ảnh', kind: 'text', width: 12 },
]

export function standingSheet(
  rows: readonly Standing[],
  names: ReadonlyMap<number, string>,
): Promise<Uint8Array> {
  const shown = rows.map((r) => ({
    kind: standingKinds[r.kind as StandingKind].vi,
    ...{ what: r.what, place: r.place, unit: names.get(r.unitId) ?? '', quantity: r.quantity },
    commune: r.placeUnitId === null ? '' : (names.get(r.placeUnitId) ?? ''),
    ...{ from: r.fromDay, to: r.toDay, down: r.takenDown, visitors: r.visitors, note: r.note },
    photo: r.photoId === null ? 'chưa có' : 'có',
  }))
  return writeSheet({
    sheets: [{ name: 'Nơi đặt', columns: [...standingColumns, ...moreColumns], rows: shown }],
  })
}

/** The sheet to fill in: one line as an example, and the words of kinds that are understood. */
export function standingTemplate(today: Day, unit: string): Promise<Uint8Array> {
  const example = {
    ...{ kind: standingKinds.panel.vi, what: 'Pa nô “Nộp hồ sơ trực tuyến” (dòng ví dụ, xóa trước khi gửi)' },
    ...{ place: 'Ngã tư trung tâm', commune: '', unit, quantity: 1, from: today, to: null },
    ...{ visitors: null, note: '' },
  }
  const words = Object.values(standingKinds).map((k) => ({ word: k.vi }))
  return writeSheet({
    sheets: [
      { name: 'Nơi đặt', columns: standingColumns, rows: [example] },
      {
        name: 'Từ dùng',
        columns: [{ key: 'word', title: 'Loại: ghi một trong', kind: 'text', width: 40 }],
        rows: words,
      },
    ],
  })
}

/** What a sheet held: lines that are right, and what is wrong, by line. */
export interface StandingRead {
  rows: (StandingFacts & { line: number })[]
  faults: { line: number; vi: string; en: string }[]
}

type Unit = { id: number; name: string; shortName: string | null }

/** Reads a sheet; every fault names its line. `may`: whether one may write for a unit. */
export async function readStandingSheet(
  file: { name: string; bytes: Uint8Array },
  units: readonly Unit[],
  may: (unitId: number) => boolean,
  today: Day,
): Promise<StandingRead> {
  const read = await readSheet(file.bytes, { name: file.name })
  if (!read.ok) return { rows: [], faults: [{ line: 0, vi: read.fault.vi, en: read.fault.en }] }
  const matched = matchColumns(read.sheet, standingColumns)
  if (!matched.ok) return { rows: [], faults: [{ line: 0, vi: matched.fault.vi, en: matched.fault.en }] }
  const result: StandingRead = {
    rows: [],
    faults: matched.faults.map(({ line, vi, en }) => ({ line, vi, en })),
  }
  for (const { line, values } of matched.rows) {
    const text = (key: string) => String(values[key] ?? '').trim()
    if (['what', 'place', 'quantity'].every((k) => text(k) === '')) continue
    const say = (what: { vi: string; en: string }) =>
      result.faults.push({ line, vi: t.atLine.vi(line, what.vi), en: t.atLine.en(line, what.en) })
    const [unit, commune] = [unitOf(units, text('unit')), unitOf(units, text('commune'))]
    for (const [name, found] of [
      [text('unit'), unit],
      [text('commune'), commune],
    ] as const)
      if (name !== '' && !found) say({ vi: t.unknownUnit.vi(name), en: t.unknownUnit.en(name) })
    if (unit && !may(unit.id)) say(t.notYours)
    const { input, faults } = readStanding(formOf(text, unit?.id, commune?.id), null, today)
    for (const f of faults) if (f.field !== 'unit' || text('unit') === '') say(f)
    if (input) result.rows.push({ ...input, line })
  }
  if (result.rows.length + result.faults.length === 0) result.faults.push({ line: 0, ...t.noRows })
  return result
}

function unitOf(units: readonly Unit[], name: string): Unit | undefined {
  return units.find((u) => [u.name, u.shortName].some((n) => n && bare(n) === bare(name)))
}

/** The line as the form on the screen would have sent it. */
function formOf(text: (key: string) => string, unitId: number | undefined, communeId: number | undefined) {
  const kind = Object.entries(standingKinds).find(([, k]) => bare(k.vi) === bare(text('kind')))?.[0] ?? ''
  const form: Record<string, string> = {
    ...{ kind, what: text('what'), place: text('place'), note: text('note') },
    ...{ quantity: text('quantity'), visitors: text('visitors'), fromDay: text('from'), toDay: text('to') },
    ...{ unit: String(unitId ?? ''), commune: String(communeId ?? '') },
  }
  return (name: string) => form[name] ?? ''
}
