import type { Day } from '../../../lib/calendar/day.ts'
import type { SheetColumn } from '../../../lib/sheets/sheet.ts'
import { writeSheet } from '../../../lib/sheets/write-sheet.ts'
import { lookedAtWords, noteStateWords } from './monitoring.texts.ts'
import { type Note, stateOf } from './note.ts'

const columns: readonly SheetColumn[] = [
  { key: 'day', title: 'Ngày', kind: 'date', width: 12 },
  { key: 'author', title: 'Cơ quan giám sát', kind: 'text', width: 28 },
  { key: 'subject', title: 'Nơi được giám sát', kind: 'text', width: 32 },
  { key: 'lookedAt', title: 'Nội dung', kind: 'text', width: 24 },
  { key: 'title', title: 'Thấy gì', kind: 'text', width: 50 },
  { key: 'about', title: 'Cụ thể', kind: 'text', width: 50 },
  { key: 'address', title: 'Liên kết minh chứng', kind: 'text', width: 40 },
  { key: 'due', title: 'Hạn', kind: 'date', width: 12 },
  { key: 'state', title: 'Tình trạng', kind: 'text', width: 20 },
  { key: 'answer', title: 'Trả lời', kind: 'text', width: 50 },
  { key: 'closed', title: 'Ngày khép lại', kind: 'date', width: 14 },
]

/** The notes as a workbook. */
export function monitoringSheet(
  notes: readonly Note[],
  unitNames: ReadonlyMap<number, string>,
  today: Day,
): Promise<Uint8Array> {
  const rows = notes.map((n) => ({
    ...{ day: n.day, title: n.title, about: n.about, address: n.address ?? '', due: n.dueDay },
    author: unitNames.get(n.authorUnitId) ?? '',
    subject: n.outletName ?? unitNames.get(n.unitId ?? 0) ?? '',
    lookedAt: lookedAtWords[n.lookedAt].vi,
    state: noteStateWords[stateOf(n, today)].vi,
    ...{ answer: n.answer?.text ?? '', closed: n.closed?.day ?? null },
  }))
  return writeSheet({ format: 'xlsx', sheets: [{ name: 'Giám sát', columns, rows }] })
}
