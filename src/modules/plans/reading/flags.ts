import type { Span } from './strand.ts'

/** `error`: something is surely missing; `warning`: read, but look; `note`: mended in a way that leaves little doubt. */
export type Severity = 'error' | 'warning' | 'note'

export interface Flag {
  readonly code: FlagCode
  readonly severity: Severity
  /** Index into `tasks`, when the flag is about a task. */
  readonly task: number | null
  /** Field path as in `toLabels(…).source`: "number", "tasks.3.lead". */
  readonly field: string | null
  readonly spans: readonly Span[]
  readonly vi: string
  readonly en: string
}

const CODES = {
  'no-lead-column': [
    'error',
    'Bảng không có cột cơ quan chủ trì; chưa xác định được cơ quan chủ trì của nhiệm vụ này.',
    'The table has no column for the lead agency; nobody leads this task yet.',
  ],
  'missing-lead': ['warning', 'Nhiệm vụ không ghi cơ quan chủ trì.', 'The task names no lead agency.'],
  'missing-time': [
    'warning',
    'Ô thời gian thực hiện của nhiệm vụ bị trống.',
    'The time cell of this task is empty.',
  ],
  'two-lists': [
    'warning',
    'Ô có vẻ chứa hai danh sách cơ quan (chủ trì và phối hợp bị gộp).',
    'The cell seems to hold two lists of agencies (lead and coordinating merged).',
  ],
  'doubtful-split': [
    'warning',
    'Một ô ghi cả chủ trì và phối hợp; cơ quan đứng đầu được hiểu là chủ trì.',
    'One cell names lead and coordinating agencies; the first was taken as lead.',
  ],
  'cell-rejoined': [
    'note',
    'Ô bị ngắt trang đã được nối lại.',
    'A cell cut by a page break was joined again.',
  ],
  'columns-guessed': [
    'warning',
    'Bảng không có dòng tiêu đề; các cột được nhận biết theo nội dung.',
    'The table has no header; its columns were told by what they hold.',
  ],
  'unknown-table': [
    'note',
    'Bảng không phải bảng nhiệm vụ nên không được đọc.',
    'This table is not one of tasks and was not read.',
  ],
  'agency-unlike': [
    'warning',
    'Cụm từ này không giống tên cơ quan; đề nghị kiểm tra.',
    'These words do not look like the name of an agency.',
  ],
  'date-repaired': [
    'note',
    'Ngày tháng có ký tự lỗi, đã được sửa khi đọc.',
    'The date held a misprinted character and was mended.',
  ],
  'date-impossible': [
    'warning',
    'Ngày tháng in trong văn bản không tồn tại.',
    'The printed date does not exist.',
  ],
  'number-repaired': [
    'note',
    'Số văn bản có ký tự lỗi, đã được sửa khi đọc.',
    'The document number held a misprinted character and was mended.',
  ],
  'year-repaired': [
    'note',
    'Năm kế hoạch có ký tự lỗi, đã được sửa khi đọc.',
    'The plan year held a misprinted character and was mended.',
  ],
  'missing-number': [
    'warning',
    'Không thấy số, ký hiệu của kế hoạch.',
    'The number of the plan was not found.',
  ],
  'missing-issued': ['warning', 'Không thấy ngày ban hành kế hoạch.', 'The day of issue was not found.'],
  'missing-issuer': ['error', 'Không xác định được cơ quan ban hành.', 'The issuing body was not found.'],
  'missing-year': ['error', 'Không xác định được năm kế hoạch.', 'The plan year was not found.'],
  'missing-title': ['error', 'Không xác định được tên kế hoạch.', 'The title was not found.'],
  'missing-signer': ['note', 'Không thấy người ký.', 'The signer was not found.'],
  'name-varies': [
    'note',
    'Tên địa phương được in không thống nhất trong văn bản.',
    'The name of the place is printed in more than one way.',
  ],
  'no-tasks': ['error', 'Không đọc được nhiệm vụ nào.', 'No task was found.'],
  'prose-digest': [
    'note',
    'Đây là bản tin tóm tắt, không phải toàn văn kế hoạch; nhiệm vụ được rút từ câu văn.',
    'This is a news digest, not the plan itself; tasks were taken from sentences.',
  ],
  'open-bracket': ['note', 'Dấu ngoặc mở không được đóng.', 'A bracket is opened and never closed.'],
  'may-be-cut': ['warning', 'Phụ lục có thể bị thiếu phần cuối.', 'The annex may have lost its end.'],
  'report-undated': [
    'note',
    'Chế độ báo cáo có kỳ nhưng không ghi thời hạn.',
    'A report is due in this period, but no day is printed.',
  ],
  'report-unnamed': [
    'warning',
    'Có thời hạn báo cáo nhưng không ghi kỳ báo cáo.',
    'A report has a day but no period.',
  ],
  orphan: [
    'warning',
    'Đoạn văn bản rời, không gắn được với nhiệm vụ nào.',
    'A stray fragment that belongs to no task.',
  ],
} as const satisfies Record<string, readonly [Severity, string, string]>

export type FlagCode = keyof typeof CODES

export function flag(
  code: FlagCode,
  spans: readonly Span[],
  field: string | null = null,
  task: number | null = null,
): Flag {
  const [severity, vi, en] = CODES[code]
  return { code, severity, task, field, spans, vi, en }
}
