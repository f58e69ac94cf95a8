import { type Day, parseDay, showDay } from '../../../lib/calendar/day.ts'
import type { Fault } from '../../../lib/errors.ts'
import { matchColumns } from '../../../lib/sheets/match-columns.ts'
import { readSheet } from '../../../lib/sheets/read-sheet.ts'
import type { SheetColumn } from '../../../lib/sheets/sheet.ts'
import { writeSheet } from '../../../lib/sheets/write-sheet.ts'
import { bare } from '../../../lib/text/bare.ts'
import type { HandOut } from './printed.sql.ts'
import { texts as t } from './printed.texts.ts'
import type { HandOutInput } from './printed.ts'

export const ledgerColumns: readonly SheetColumn[] = [
  { key: 'day', title: 'Ngày', kind: 'date', width: 12 },
  { key: 'from', title: 'Lấy từ', kind: 'text', width: 34, optional: true },
  { key: 'to', title: 'Cấp cho đơn vị', kind: 'text', width: 34 },
  { key: 'place', title: 'Nơi phát', kind: 'text', width: 34 },
  { key: 'copies', title: 'Số bản', kind: 'number', width: 10 },
  { key: 'receiver', title: 'Người nhận', kind: 'text', width: 24, optional: true },
  { key: 'note', title: 'Ghi chú', kind: 'text', width: 40, optional: true },
]

export function ledgerSheet(
  rows: readonly HandOut[],
  nameOf: (unitId: number) => string,
): Promise<Uint8Array> {
  const shown = rows
    .filter((r) => !r.struck)
    .toReversed()
    .map((r) => ({
      ...{ day: r.day, place: r.place, copies: r.copies, receiver: r.receiver, note: r.note },
      from: r.fromUnitId === null ? '' : nameOf(r.fromUnitId),
      to: r.toUnitId === null ? '' : nameOf(r.toUnitId),
    }))
  return writeSheet({ sheets: [{ name: 'Sổ cấp phát', columns: ledgerColumns, rows: shown }] })
}

/** Lines of a ledger that come in; every fault names its line. */
export async function readLedger(
  file: { name: string; bytes: Uint8Array },
  units: readonly { id: number; name: string; shortName: string | null }[],
  today: Day,
): Promise<{ inputs: HandOutInput[]; faults: Fault[] }> {
  const read = await readSheet(file.bytes, { name: file.name })
  if (!read.ok) return { inputs: [], faults: [{ field: 'sheet', vi: read.fault.vi, en: read.fault.en }] }
  const matched = matchColumns(read.sheet, ledgerColumns)
  if (!matched.ok)
    return { inputs: [], faults: [{ field: 'sheet', vi: matched.fault.vi, en: matched.fault.en }] }
  const faults: Fault[] = matched.faults.map(({ line, vi, en }) => atLine(line, { vi, en }))
  const inputs: HandOutInput[] = []
  const unitOf = (name: string) =>
    name === ''
      ? undefined
      : units.find((u) => [u.name, u.shortName].some((n) => n && bare(n) === bare(name)))
  for (const { line, values } of matched.rows) {
    const text = (key: string) => String(values[key] ?? '').trim()
    if (['to', 'place', 'copies'].every((k) => text(k) === '')) continue
    const [from, to] = [text('from'), text('to')]
    for (const name of [from, to])
      if (name !== '' && !unitOf(name))
        faults.push({ field: 'sheet', vi: t.unknownUnit.vi(line, name), en: t.unknownUnit.en(line, name) })
    const day = parseDay(text('day') === '' ? '' : showDay(text('day')))
    const copies = Number(values['copies'])
    if (!day || day > today) faults.push(atLine(line, t.needDay))
    if (!Number.isInteger(copies) || copies < 1) faults.push(atLine(line, t.needCopies))
    if (to === '' && text('place') === '') faults.push(atLine(line, t.needTo))
    inputs.push({
      fromUnitId: unitOf(from)?.id ?? null,
      toUnitId: unitOf(to)?.id ?? null,
      ...{ place: text('place'), copies, receiver: text('receiver'), note: text('note') },
      ...{ day: day ?? today, photoId: null },
    })
  }
  return { inputs, faults }
}

function atLine(line: number, what: { vi: string; en: string }): Fault {
  return { field: 'sheet', vi: t.atLine.vi(line, what.vi), en: t.atLine.en(line, what.en) }
}
