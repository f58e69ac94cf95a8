import { type Day, dayOf, showDay } from '../../../lib/calendar/day.ts'
import type { Block, OfficialDocument } from '../../../lib/documents/out/official-document.ts'
import type { Bilingual } from '../../../lib/http/route.ts'
import type { SheetColumn } from '../../../lib/sheets/sheet.ts'
import { writeSheet } from '../../../lib/sheets/write-sheet.ts'
import { stateWords } from '../contacts/contacts.texts.ts'
import { answerState } from '../message.ts'
import { type Dialogue, promiseState, type Question } from './dialogue.ts'
import { askerWords, kindWords, promiseWords } from './dialogues.texts.ts'

type Topics = readonly (Bilingual & { code: string })[]

const columns: readonly SheetColumn[] = [
  { key: 'asker', title: 'Người hỏi', kind: 'text', width: 14 },
  { key: 'place', title: 'Ở đâu', kind: 'text', width: 24 },
  { key: 'when', title: 'Hỏi khi nào', kind: 'text', width: 14 },
  { key: 'topic', title: 'Lĩnh vực', kind: 'text', width: 28 },
  { key: 'question', title: 'Câu hỏi', kind: 'text', width: 60 },
  { key: 'unit', title: 'Đơn vị trả lời', kind: 'text', width: 32 },
  { key: 'due', title: 'Hạn trả lời', kind: 'date', width: 12 },
  { key: 'state', title: 'Tình trạng', kind: 'text', width: 16 },
  { key: 'answer', title: 'Trả lời', kind: 'text', width: 60 },
  { key: 'promise', title: 'Việc hứa làm tiếp', kind: 'text', width: 40 },
  { key: 'promiseDay', title: 'Hạn làm xong', kind: 'date', width: 12 },
  { key: 'promiseState', title: 'Việc đã hứa', kind: 'text', width: 24 },
  { key: 'kept', title: 'Đã làm gì', kind: 'text', width: 40 },
]

/** The questions of a dialogue as a workbook. */
export function questionsSheet(
  questions: readonly Question[],
  nameOf: (unitId: number) => string,
  topics: Topics,
  today: Day,
): Promise<Uint8Array> {
  const rows = questions.map((q) => ({
    ...{ asker: askerWords[q.asker].vi, place: q.place, question: q.question, unit: nameOf(q.answerUnitId) },
    ...{ when: q.beforehand ? 'Gửi trước' : 'Tại hội trường', due: q.dueDay, answer: q.answer ?? '' },
    topic: topics.find((x) => x.code === q.topic)?.vi ?? q.topic,
    state: stateWords[answerState(q, today)].vi,
    ...{ promise: q.promise, promiseDay: q.promiseDay, kept: q.kept?.what ?? '' },
    promiseState: q.promise === '' ? '' : promiseWords[promiseState(q, today)].vi,
  }))
  return writeSheet({ sheets: [{ name: 'Câu hỏi', columns, rows }] })
}

export interface Host {
  name: string
  parent: string | null
  headTitle: string | null
  headName: string | null
  /** The province's short name, for "…, ngày … tháng … năm …". */
  place: string
}

/** The summary of a dialogue as an official document: what it was, what was asked and answered, what stays to be done. */
export function minutesDocument(
  d: Dialogue,
  questions: readonly Question[],
  host: Host,
  nameOf: (unitId: number) => string,
  now: Date,
): OfficialDocument {
  const kind = kindWords[d.kind].vi.toLowerCase()
  const open = questions.filter((q) => q.answer === null)
  const promised = questions.filter((q) => q.promiseDay !== null)
  const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
  return {
    ...{ parentBody: host.parent, issuingBody: host.name, issuer: host.name, place: host.place },
    ...{ symbol: { number: null, code: 'TH' }, date: null, year: Number(dayOf(now).slice(0, 4)) },
    ...{ type: 'Tổng hợp', abstract: `Câu hỏi và trả lời tại cuộc ${kind} “${d.title}”` },
    body: [
      {
        kind: 'section',
        title: 'Thông tin chung',
        blocks: [
          paragraph(`Thời gian: ngày ${showDay(d.day)}. Địa điểm: ${d.place}. Chủ trì: ${d.chair}.`),
          ...(d.about ? [paragraph(d.about)] : []),
          paragraph(
            `Tổng số ${questions.length} câu hỏi, đã trả lời ${questions.length - open.length}, còn ${open.length}.`,
          ),
        ],
      },
      { kind: 'section', title: 'Câu hỏi và trả lời', blocks: questions.map((q, i) => asked(q, i, nameOf)) },
      ...(promised.length > 0
        ? [
            {
              kind: 'section' as const,
              title: 'Việc hứa làm tiếp',
              blocks: promised.map((q) => ({ kind: 'bullet' as const, text: promiseLine(q, nameOf) })),
            },
          ]
        : []),
      ...(d.conclusion
        ? [{ kind: 'section' as const, title: 'Kết luận', blocks: [paragraph(d.conclusion)] }]
        : []),
    ],
    recipients: ['Các đơn vị được giao trả lời'],
    archiveLine: 'VT',
    signature: { title: host.headTitle ?? 'Thủ trưởng cơ quan', name: host.headName },
  }
}

function asked(q: Question, index: number, nameOf: (unitId: number) => string): Block {
  const who = [askerWords[q.asker].vi, q.place].filter(Boolean).join(', ')
  const owed = `Chưa trả lời; hạn ${q.dueDay ? showDay(q.dueDay) : ''}.`
  return {
    kind: 'section',
    ordinal: `${index + 1}.`,
    title: q.question,
    blocks: [
      { kind: 'paragraph', text: `${who} hỏi. ${nameOf(q.answerUnitId)} trả lời:` },
      { kind: 'paragraph', text: q.answer ?? owed },
    ],
  }
}

function promiseLine(q: Question, nameOf: (unitId: number) => string): string {
  const done = q.kept ? ` Đã làm: ${q.kept.what}` : ''
  return `${nameOf(q.answerUnitId)}: ${q.promise} (hạn ${showDay(q.promiseDay ?? '')}).${done}`
}
