import { type Day, dayOf, showTime } from '../../../lib/calendar/day.ts'
import type { Bilingual } from '../../../lib/http/route.ts'
import type { SheetColumn } from '../../../lib/sheets/sheet.ts'
import { writeSheet } from '../../../lib/sheets/write-sheet.ts'
import { answerState } from '../message.ts'
import type { Contact } from './contact.ts'
import { stateWords, wayWords } from './contacts.texts.ts'

const columns: readonly SheetColumn[] = [
  { key: 'day', title: 'Ngày', kind: 'date', width: 12 },
  { key: 'time', title: 'Giờ', kind: 'text', width: 8 },
  { key: 'way', title: 'Hỏi qua', kind: 'text', width: 14 },
  { key: 'topic', title: 'Lĩnh vực', kind: 'text', width: 28 },
  { key: 'question', title: 'Câu hỏi', kind: 'text', width: 60 },
  { key: 'unit', title: 'Đơn vị được hỏi', kind: 'text', width: 32 },
  { key: 'to', title: 'Đơn vị trả lời', kind: 'text', width: 32 },
  { key: 'due', title: 'Hạn trả lời', kind: 'date', width: 12 },
  { key: 'state', title: 'Tình trạng', kind: 'text', width: 16 },
  { key: 'answeredDay', title: 'Ngày trả lời', kind: 'date', width: 12 },
  { key: 'answer', title: 'Trả lời', kind: 'text', width: 60 },
]

/** The log as a workbook; names and numbers of callers are never in it. */
export function contactsSheet(
  contacts: readonly Contact[],
  nameOf: (unitId: number) => string,
  topics: readonly (Bilingual & { code: string })[],
  today: Day,
): Promise<Uint8Array> {
  const rows = contacts.map((c) => ({
    ...{ day: dayOf(c.at), time: showTime(c.at).slice(-5), way: wayWords[c.way].vi, question: c.question },
    topic: topics.find((x) => x.code === c.topic)?.vi ?? c.topic,
    ...{ unit: nameOf(c.unitId), to: nameOf(c.answerUnitId), due: c.dueDay, answer: c.answer ?? '' },
    state: stateWords[answerState(c, today)].vi,
    answeredDay: c.answeredAt && dayOf(c.answeredAt),
  }))
  return writeSheet({ format: 'xlsx', sheets: [{ name: 'Nhật ký tổng đài', columns, rows }] })
}
