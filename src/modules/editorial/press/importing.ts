import { readFile } from 'node:fs/promises'
import type { Fault } from '../../../lib/errors.ts'
import type { StoredFile } from '../../../lib/files/files.ts'
import { storedPath } from '../../../lib/files/store.ts'
import { matchColumns } from '../../../lib/sheets/match-columns.ts'
import { readSheet } from '../../../lib/sheets/read-sheet.ts'
import type { SheetColumn } from '../../../lib/sheets/sheet.ts'
import { bare } from '../../../lib/text/bare.ts'
import { isWebAddress } from '../../../lib/text/web-address.ts'
import type { Outlet, Stance } from '../outlet.ts'
import type { NewEntry } from './press.sql.ts'

export const pressColumns: readonly SheetColumn[] = [
  { key: 'day', title: 'Ngày', kind: 'date' },
  { key: 'outlet', title: 'Cơ quan báo chí', kind: 'text' },
  { key: 'title', title: 'Tên bài', kind: 'text' },
  { key: 'edition', title: 'Ấn phẩm', kind: 'text', optional: true },
  { key: 'stance', title: 'Nhận xét', kind: 'text', optional: true },
  { key: 'address', title: 'Liên kết', kind: 'text', optional: true },
  { key: 'summary', title: 'Tóm tắt', kind: 'text', optional: true },
  { key: 'orientation', title: 'Định hướng', kind: 'text', optional: true },
]

const stanceOf: Readonly<Record<string, Stance>> = {
  'tich cuc': 'positive',
  'chua hieu qua': 'not_yet',
  'dua tin': 'neutral',
  '': 'neutral',
}

type Imported = { ok: true; entries: NewEntry[] } | { ok: false; faults: Fault[] }

/** Rows of a press review. All of it or nothing: whoever sends the file mends the rows that are named. */
export async function importPress(
  dataDir: string,
  file: StoredFile,
  outlets: readonly Outlet[],
  orientations: readonly { id: number; title: string }[],
): Promise<Imported> {
  const read = await readSheet(await readFile(storedPath(dataDir, file.sha256)), { name: file.name })
  if (!read.ok) return { ok: false, faults: [{ field: 'file', vi: read.fault.vi, en: read.fault.en }] }
  const matched = matchColumns(read.sheet, pressColumns)
  if (!matched.ok)
    return { ok: false, faults: [{ field: 'file', vi: matched.fault.vi, en: matched.fault.en }] }
  const faults: Fault[] = matched.faults.map((f) => ({
    field: 'file',
    vi: `Dòng ${f.line}: ${f.vi}`,
    en: `Row ${f.line}: ${f.en}`,
  }))
  const entries = matched.rows.flatMap(({ line, values }): NewEntry[] => {
    const text = (key: string) => String(values[key] ?? '').trim()
    const outlet = outlets.find((o) => bare(o.name) === bare(text('outlet')))
    const stance = stanceOf[bare(text('stance'))]
    const title = text('title')
    const named = text('orientation')
    const orientation = orientations.find((o) => bare(o.title) === bare(named))
    if (!outlet) faults.push(rowFault(line, `chưa có cơ quan báo chí “${text('outlet')}”`, 'unknown outlet'))
    else if (outlet.retired)
      faults.push(rowFault(line, `cơ quan báo chí “${outlet.name}” đã ngừng dùng`, 'outlet out of use'))
    else if (!stance) faults.push(rowFault(line, `nhận xét “${text('stance')}” chưa đúng`, 'unknown stance'))
    else if (named !== '' && !orientation)
      faults.push(rowFault(line, `không có định hướng “${named}”, hoặc đã thu hồi`, 'unknown orientation'))
    else if (title.length < 5 || text('day') === '')
      faults.push(rowFault(line, 'thiếu ngày hoặc tên bài', 'day or title missing'))
    else if (text('address') !== '' && !isWebAddress(text('address')))
      faults.push(
        rowFault(line, `liên kết “${text('address')}” chưa đúng, cần bắt đầu bằng https://`, 'bad link'),
      )
    else {
      const address = text('address') || null
      const edition = text('edition').slice(0, 100)
      const entry = { outletId: outlet.id, stance, title: title.slice(0, 300), address, edition }
      const said = { day: text('day'), summary: text('summary').slice(0, 2000) }
      return [{ ...entry, ...said, unitId: null, itemId: null, orientationId: orientation?.id ?? null }]
    }
    return []
  })
  return faults.length > 0 ? { ok: false, faults: faults.slice(0, 20) } : { ok: true, entries }
}

function rowFault(line: number, vi: string, en: string): Fault {
  return { field: 'file', vi: `Dòng ${line}: ${vi}.`, en: `Row ${line}: ${en}.` }
}
