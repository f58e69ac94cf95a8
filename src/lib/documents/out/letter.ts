import { type Day, showDay } from '../../calendar/day.ts'
import type { Column, OfficialDocument, Row, Signature } from './official-document.ts'

export interface LateTask {
  content: string
  /** Who leads it, as the plan names it. */
  lead: string
  /** The time as the plan prints it: 'Quý I/2026', '15/9/2026'. */
  time: string
  daysLate: number
  /** Where it stands, in a few words; empty when nothing was reported. */
  state: string
}

export interface ReminderLetterInput {
  parentBody?: string | null
  issuingBody: string
  issuer: string
  /** Ký hiệu of the sender's letters: 'UBND-TTHC'. */
  code: string
  place: string
  year: number
  /** Units the letter urges: one or several. */
  addressees: readonly string[]
  /** The plan as running text cites it: 'Kế hoạch số 25/KH-UBND ngày 05/02/2026 của … về …'. */
  plan: string
  /** The day the state of the tasks was taken. */
  asOf: Day
  /** Last day for the answer, itself included. */
  answerBy: Day
  /** Where the answer goes: 'Văn phòng UBND tỉnh'. */
  answerTo: string
  tasks: readonly LateTask[]
  recipients: readonly string[]
  archiveLine: string
  signature: Signature
}

const two = (n: number) => String(n).padStart(2, '0')

function columns(several: boolean): Column[] {
  return [
    { title: 'STT', kind: 'ordinal', share: 14 },
    { title: 'Nhiệm vụ', kind: 'text', share: several ? 56 : 74 },
    ...(several ? [{ title: 'Cơ quan chủ trì', kind: 'text', share: 30 } as const] : []),
    { title: 'Thời hạn', kind: 'date', share: 26 },
    { title: 'Số ngày quá hạn', kind: 'number', share: 19 },
    { title: 'Tình hình', kind: 'text', share: several ? 26 : 29 },
  ]
}

function row(task: LateTask, ordinal: number, several: boolean): Row {
  const lead = several ? [task.lead] : []
  const state = task.state === '' ? 'Chưa báo cáo' : task.state
  return { kind: 'cells', cells: [two(ordinal), task.content, ...lead, task.time, task.daysLate, state] }
}

/**
 * Công văn đôn đốc: the letter that urges units to finish what is overdue, with the tasks in a table. Number and
 * date are left for the clerk.
 */
export function reminderLetter(input: ReminderLetterInput): OfficialDocument {
  const several = input.addressees.length > 1
  const whom = several ? 'các cơ quan, đơn vị, địa phương có tên trên' : (input.addressees[0] ?? '')
  return {
    parentBody: input.parentBody ?? null,
    issuingBody: input.issuingBody,
    issuer: input.issuer,
    symbol: { number: null, code: input.code },
    place: input.place,
    date: null,
    year: input.year,
    type: null,
    abstract: 'đôn đốc thực hiện nhiệm vụ quá hạn',
    addressees: input.addressees,
    body: [
      {
        kind: 'paragraph',
        text: `Thực hiện ${input.plan}; qua theo dõi, tính đến ngày ${showDay(input.asOf)}, ${whom} còn ${two(input.tasks.length)} nhiệm vụ quá hạn, cụ thể như sau:`,
      },
      {
        kind: 'table',
        columns: columns(several),
        rows: input.tasks.map((task, i) => row(task, i + 1, several)),
      },
      {
        kind: 'paragraph',
        text: `Đề nghị ${whom} khẩn trương hoàn thành các nhiệm vụ nêu trên; báo cáo kết quả, nêu rõ nguyên nhân chậm, khó khăn, vướng mắc (nếu có) và cam kết thời gian hoàn thành, gửi về ${input.answerTo} chậm nhất vào ngày ${showDay(input.answerBy)} để tổng hợp.`,
      },
    ],
    recipients: input.recipients,
    archiveLine: input.archiveLine,
    signature: input.signature,
  }
}
