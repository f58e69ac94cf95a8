import { type Day, dayOf } from '../../lib/calendar/day.ts'
import type { SheetColumn } from '../../lib/sheets/sheet.ts'
import { writeSheet } from '../../lib/sheets/write-sheet.ts'
import { type Initiative, type Setting, standingOf } from './initiative.ts'
import { senderWords, stateWords } from './initiatives.texts.ts'

const columns: readonly SheetColumn[] = [
  { key: 'id', title: 'Số', kind: 'number', width: 8 },
  { key: 'received', title: 'Ngày nhận', kind: 'date', width: 12 },
  { key: 'title', title: 'Sáng kiến', kind: 'text', width: 44 },
  { key: 'trouble', title: 'Khó khăn hiện nay', kind: 'text', width: 50 },
  { key: 'proposal', title: 'Đề xuất', kind: 'text', width: 50 },
  { key: 'topic', title: 'Lĩnh vực', kind: 'text', width: 28 },
  { key: 'sender', title: 'Người gửi là', kind: 'text', width: 24 },
  { key: 'call', title: 'Lời kêu gọi', kind: 'text', width: 30 },
  { key: 'state', title: 'Tình trạng', kind: 'text', width: 22 },
  { key: 'late', title: 'Quá hạn', kind: 'text', width: 10 },
  { key: 'unit', title: 'Đơn vị thực hiện', kind: 'text', width: 30 },
  { key: 'due', title: 'Hạn báo kết quả', kind: 'date', width: 14 },
  { key: 'words', title: 'Trả lời gần nhất', kind: 'text', width: 50 },
  { key: 'ended', title: 'Ngày kết thúc', kind: 'date', width: 14 },
  { key: 'public', title: 'Công bố', kind: 'text', width: 10 },
]

interface Names {
  fields: readonly { code: string; vi: string }[]
  units: ReadonlyMap<number, string>
  calls: readonly { id: number; title: string }[]
  words: ReadonlyMap<number, string>
}

/** The register as a workbook; who sent an idea is never in it. */
export function initiativesSheet(
  initiatives: readonly Initiative[],
  names: Names,
  setting: Setting,
  today: Day,
): Promise<Uint8Array> {
  const rows = initiatives.map((i) => ({
    ...{ id: i.id, received: dayOf(i.receivedAt), title: i.title, trouble: i.trouble, proposal: i.proposal },
    topic: names.fields.find((f) => f.code === i.topic)?.vi ?? '',
    ...{ sender: senderWords[i.senderKind].vi, state: stateWords[i.state].vi },
    call: names.calls.find((c) => c.id === i.callId)?.title ?? '',
    late: standingOf(i, setting, today).isLate ? 'Quá hạn' : '',
    unit: i.unitId === null ? '' : (names.units.get(i.unitId) ?? ''),
    ...{ due: i.dueDay, words: names.words.get(i.id) ?? '' },
    ...{ ended: i.endedAt && dayOf(i.endedAt), public: i.publishedAt ? 'Có' : 'Chưa' },
  }))
  return writeSheet({ format: 'xlsx', sheets: [{ name: 'Sáng kiến', columns, rows }] })
}
