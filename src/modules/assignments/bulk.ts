import { parseDay } from '../../lib/calendar/day.ts'
import type { CellFault, MatchedRow } from '../../lib/sheets/match-columns.ts'
import type { SheetColumn } from '../../lib/sheets/sheet.ts'
import { type Assignment, type AssignmentState, assignmentStates, mayFollow } from './assignment.ts'
import { roleWords, stateWords } from './assignments.texts.ts'
import type { AssignmentRow } from './lists.sql.ts'

/** The sheet that goes out and comes back: the first columns name the work, the last four can be changed. */
export const bulkColumns: readonly SheetColumn[] = [
  { key: 'id', title: 'Mã việc', kind: 'number', width: 10 },
  { key: 'ordinal', title: 'STT', kind: 'text', width: 8, optional: true },
  { key: 'content', title: 'Nhiệm vụ', kind: 'text', width: 60, optional: true },
  { key: 'unit', title: 'Đơn vị', kind: 'text', width: 32, optional: true },
  { key: 'role', title: 'Vai trò', kind: 'text', width: 12, optional: true },
  { key: 'due', title: 'Thời hạn', kind: 'date', width: 14, optional: true },
  { key: 'state', title: 'Trạng thái', kind: 'text', width: 18 },
  { key: 'progress', title: 'Tiến độ (%)', kind: 'number', width: 12 },
  { key: 'note', title: 'Kết quả, ghi chú', kind: 'text', width: 50, optional: true },
]

export function bulkRow(r: AssignmentRow): Record<string, string | number | null> {
  return {
    id: r.id,
    ordinal: r.ordinal,
    content: r.content,
    unit: r.unitName,
    role: roleWords[r.role].vi,
    due: r.dueDay,
    state: stateWords[r.state].vi,
    progress: r.progress,
    note: r.resultNote,
  }
}

/** What one row of the sheet would change. Absent: stays as it is. */
export interface BulkChange {
  line: number
  id: number
  content: string
  unitName: string
  from: { state: AssignmentState; progress: number; dueDay: string | null }
  state?: AssignmentState
  progress?: number
  dueDay?: string
  note?: string
}

export interface BulkFault {
  line: number
  vi: string
  en: string
}

export interface BulkPreview {
  changes: BulkChange[]
  faults: BulkFault[]
  same: number
}

/** What the reader may do with a row: an officer works, a lead checks and moves due days. */
export interface BulkRights {
  mayWork: (row: AssignmentRow) => boolean
  mayCheck: (row: AssignmentRow) => boolean
  /** The refusal that applying this change would meet, as things stand. */
  whyNot: (row: AssignmentRow, change: BulkChange) => { vi: string; en: string } | null
}

const stateByWord = new Map(
  assignmentStates.flatMap((s) => [
    [fold(stateWords[s].vi), s],
    [fold(stateWords[s].en), s],
  ]),
)

/**
 * Compares a sheet that came back with what stands now: what would change, and what is wrong, line by line. Pure;
 * nothing is changed by looking. A row of work that the reader cannot see is a fault, not a silence.
 */
export function previewOf(
  rows: readonly MatchedRow[],
  cellFaults: readonly CellFault[],
  current: ReadonlyMap<number, AssignmentRow>,
  rights: BulkRights,
): BulkPreview {
  const faults: BulkFault[] = cellFaults.map((f) => ({ line: f.line, vi: f.vi, en: f.en }))
  const faulty = new Set(faults.map((f) => f.line))
  const changes: BulkChange[] = []
  const seen = new Set<number>()
  let same = 0
  for (const row of rows) {
    if (faulty.has(row.line)) continue
    const found = changeOf(row, current, rights, seen)
    if (found === null) same += 1
    else if ('vi' in found) faults.push(found)
    else changes.push(found)
  }
  return { changes, faults: faults.sort((a, b) => a.line - b.line), same }
}

function changeOf(
  row: MatchedRow,
  current: ReadonlyMap<number, AssignmentRow>,
  rights: BulkRights,
  seen: Set<number>,
): BulkChange | BulkFault | null {
  const id = Number(row.values['id'])
  const now = current.get(id)
  if (!now) {
    return fault(
      row,
      `Không có việc nào mang mã ${row.values['id'] ?? '(trống)'} mà bạn được cập nhật.`,
      `No work with the code ${row.values['id'] ?? '(empty)'} that you may update.`,
    )
  }
  if (seen.has(id)) return fault(row, `Mã việc ${id} xuất hiện hai lần.`, `The code ${id} stands twice.`)
  seen.add(id)
  const change: BulkChange = {
    line: row.line,
    id,
    content: now.content,
    unitName: now.unitName,
    from: { state: now.state, progress: now.progress, dueDay: now.dueDay },
  }
  const wrong =
    readState(row, now, change, rights) ??
    readProgress(row, now, change, rights) ??
    readDue(row, now, change, rights)
  if (wrong) return wrong
  const note = String(row.values['note'] ?? '').trim()
  if (note !== '' && note !== (now.resultNote ?? '')) change.note = note
  const differs =
    change.state ?? change.progress ?? change.dueDay ?? (change.note === undefined ? undefined : true)
  if (differs === undefined) return null
  const why = rights.whyNot(now, change)
  if (why) return fault(row, why.vi, why.en)
  return change
}

function readState(
  row: MatchedRow,
  now: AssignmentRow,
  change: BulkChange,
  rights: BulkRights,
): BulkFault | null {
  const word = String(row.values['state'] ?? '')
  if (word === '') return null
  const state = stateByWord.get(fold(word))
  if (!state) {
    const known = assignmentStates.filter((s) => s !== 'withdrawn').map((s) => stateWords[s].vi)
    return fault(
      row,
      `Trạng thái “${word}” không có. Dùng một trong: ${known.join(', ')}.`,
      `There is no state “${word}”.`,
    )
  }
  if (state === now.state) return null
  const checks = state === 'verified' || state === 'returned'
  if (checks ? !rights.mayCheck(now) : !rights.mayWork(now)) {
    return fault(
      row,
      'Bạn không được chuyển việc này sang trạng thái đó.',
      'You may not give this work that state.',
    )
  }
  if (pathTo(now.state, state) === null) {
    return fault(
      row,
      `Không chuyển được từ “${stateWords[now.state].vi}” sang “${stateWords[state].vi}”.`,
      `It cannot go from ${stateWords[now.state].en} to ${stateWords[state].en}.`,
    )
  }
  change.state = state
  return null
}

function readProgress(
  row: MatchedRow,
  now: AssignmentRow,
  change: BulkChange,
  rights: BulkRights,
): BulkFault | null {
  const typed = row.values['progress']
  if (typed === null || typed === undefined || typed === '') return null
  const progress = Number(typed)
  if (!Number.isInteger(progress) || progress < 0 || progress > 100) {
    return fault(
      row,
      `Tiến độ “${typed}” phải là số nguyên từ 0 đến 100.`,
      `The progress “${typed}” must be a whole number from 0 to 100.`,
    )
  }
  if (progress === now.progress) return null
  if (!rights.mayWork(now))
    return fault(row, 'Chỉ đơn vị được giao mới sửa tiến độ.', 'Only the unit itself changes its progress.')
  change.progress = progress
  return null
}

function readDue(
  row: MatchedRow,
  now: AssignmentRow,
  change: BulkChange,
  rights: BulkRights,
): BulkFault | null {
  const typed = row.values['due']
  if (typed === null || typed === undefined || typed === '') return null
  const day = parseDay(String(typed))
  if (day === null)
    return fault(
      row,
      `“${typed}” không phải là ngày, hãy nhập dạng 22/11/2026.`,
      `“${typed}” is no day; enter it like 22/11/2026.`,
    )
  if (day === now.dueDay) return null
  if (!rights.mayCheck(now))
    return fault(row, 'Chỉ cơ quan phụ trách mới sửa thời hạn.', 'Only the lead changes due days.')
  change.dueDay = day
  return null
}

/** The steps from one state to another, without detours; null where there is no way. */
export function pathTo(from: Assignment['state'], to: Assignment['state']): AssignmentState[] | null {
  if (mayFollow(from, to)) return [to]
  for (const between of ['acknowledged', 'in_progress', 'reported_done'] as const) {
    if (!mayFollow(from, between)) continue
    if (mayFollow(between, to)) return [between, to]
  }
  return null
}

function fault(row: MatchedRow, vi: string, en: string): BulkFault {
  return { line: row.line, vi, en }
}

function fold(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim().toLocaleLowerCase('vi')
}
