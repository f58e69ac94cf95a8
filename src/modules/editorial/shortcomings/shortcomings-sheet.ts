import type { Day } from '../../../lib/calendar/day.ts'
import type { Bilingual } from '../../../lib/http/route.ts'
import type { SheetColumn } from '../../../lib/sheets/sheet.ts'
import { writeSheet } from '../../../lib/sheets/write-sheet.ts'
import { type Shortcoming, standingOf } from './shortcoming.ts'
import { standingWords } from './shortcomings.texts.ts'

const columns: readonly SheetColumn[] = [
  { key: 'title', title: 'Tồn tại, hạn chế', kind: 'text', width: 50 },
  { key: 'about', title: 'Cụ thể', kind: 'text', width: 50 },
  { key: 'place', title: 'Nơi xảy ra', kind: 'text', width: 26 },
  { key: 'topic', title: 'Lĩnh vực', kind: 'text', width: 28 },
  { key: 'unit', title: 'Đơn vị khắc phục', kind: 'text', width: 32 },
  { key: 'person', title: 'Người phụ trách', kind: 'text', width: 22 },
  { key: 'remedy', title: 'Hướng khắc phục', kind: 'text', width: 40 },
  { key: 'due', title: 'Hạn', kind: 'date', width: 12 },
  { key: 'standing', title: 'Tình trạng', kind: 'text', width: 16 },
  { key: 'doneDay', title: 'Ngày xong', kind: 'date', width: 12 },
  { key: 'done', title: 'Đã làm gì', kind: 'text', width: 50 },
]

/** The register as a workbook. */
export function shortcomingsSheet(
  shortcomings: readonly Shortcoming[],
  unitNames: ReadonlyMap<number, string>,
  topics: readonly (Bilingual & { code: string })[],
  today: Day,
): Promise<Uint8Array> {
  const rows = shortcomings.map((s) => ({
    ...{ title: s.title, about: s.about, place: s.place, person: s.personName, remedy: s.remedy },
    topic: topics.find((x) => x.code === s.topic)?.vi ?? '',
    ...{
      unit: unitNames.get(s.unitId) ?? '',
      due: s.dueDay,
      standing: standingWords[standingOf(s, today)].vi,
    },
    ...{ doneDay: s.done?.day ?? null, done: s.done?.what ?? '' },
  }))
  return writeSheet({ format: 'xlsx', sheets: [{ name: 'Tồn tại, hạn chế', columns, rows }] })
}
