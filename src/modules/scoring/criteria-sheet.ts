import type { CellFault, MatchedRow } from '../../lib/sheets/match-columns.ts'
import type { CellValue, SheetColumn } from '../../lib/sheets/sheet.ts'
import { type CriteriaRow, type CriteriaTable, usualGrades, usualRounding } from './criteria.ts'
import { type Points, parsePoints, showBound, showPoints, typePoints } from './points.ts'
import { isExtra, whyNotMaximum } from './rule.ts'
import { printRule, readRule } from './rule-sheet.ts'

/** The sheet of a criteria table: the same columns go out and come in. */
export const criteriaColumns: readonly SheetColumn[] = [
  { key: 'level', title: 'Cấp', kind: 'text', width: 20 },
  { key: 'code', title: 'STT', kind: 'text', width: 8 },
  { key: 'name', title: 'Nội dung', kind: 'text', width: 60 },
  { key: 'most', title: 'Điểm tối đa', kind: 'text', width: 12 },
  { key: 'kind', title: 'Quy tắc', kind: 'text', width: 14 },
  { key: 'clauses', title: 'Tham số', kind: 'text', width: 70 },
  { key: 'evidence', title: 'Minh chứng', kind: 'text', width: 40, optional: true },
  { key: 'required', title: 'Bắt buộc minh chứng', kind: 'text', width: 12, optional: true },
  { key: 'note', title: 'Ghi chú', kind: 'text', width: 50, optional: true },
]

const levelNames: Record<CriteriaRow['level'], string> = {
  field: 'Lĩnh vực',
  criterion: 'Tiêu chí',
  item: 'Tiêu chí thành phần',
}

/** Rows after the table that set the grades: 'Xếp loại' with the share from which each begins. */
const gradeLevel = 'Xếp loại'

/** A row that says how points are rounded: 'Làm tròn' with 'Nửa lên' or 'Cắt bỏ', and the decimals as its points. */
const roundingLevel = 'Làm tròn'
const roundingNames = { half_up: 'Nửa lên', down: 'Cắt bỏ' } as const

export interface TableFault {
  line: number
  vi: string
  en: string
}

export interface TableRead {
  table: CriteriaTable | null
  faults: TableFault[]
}

export function sheetRows(table: CriteriaTable): Record<string, CellValue>[] {
  const rows = table.rows.map((r) => {
    const rule = r.rule ? printRule(r.rule) : { kind: '', clauses: '' }
    return {
      level: levelNames[r.level],
      code: r.code,
      name: r.name,
      most: typePoints(r.most),
      ...rule,
      evidence: r.evidence,
      required: r.evidenceRequired ? 'Có' : 'Không',
      note: r.note,
    }
  })
  const grades = table.grades.map((g) => ({
    level: gradeLevel,
    code: g.code,
    name: g.name.vi,
    most: showBound(g.from).replace('\u00a0', ''),
    kind: '',
    clauses: '',
    evidence: '',
    required: '',
    note: '',
  }))
  const { rounding } = table
  const empty = { kind: '', clauses: '', evidence: '', required: '', note: '' }
  const row = { level: roundingLevel, code: '', name: roundingNames[rounding.mode], ...empty }
  const rounded = rounding.assumed ? [] : [{ ...row, most: String(rounding.decimals) }]
  return [...rows, ...grades, ...rounded]
}

/**
 * Reads a table row by row; every fault names its line and what to write instead. `forms` are the codes that the
 * province knows. With any fault there is no table: half a table would score wrongly and look right.
 */
export function readTable(
  sheet: readonly MatchedRow[],
  cellFaults: readonly CellFault[],
  forms: ReadonlySet<string>,
): TableRead {
  const faults: TableFault[] = cellFaults.map((f) => ({ line: f.line, vi: f.vi, en: f.en }))
  const rows: (CriteriaRow & { line: number })[] = []
  const grades: CriteriaTable['grades'] = []
  let rounding: CriteriaTable['rounding'] = { ...usualRounding, assumed: true }
  for (const row of sheet) {
    const cell = (key: string) => String(row.values[key] ?? '').trim()
    const tell = (vi: string, en: string) => faults.push({ line: row.line, vi, en })
    if (fold(cell('level')) === fold(gradeLevel)) {
      const grade = readGrade(cell, tell)
      if (grade) grades.push(grade)
      continue
    }
    if (fold(cell('level')) === fold(roundingLevel)) {
      rounding = readRounding(cell, tell) ?? rounding
      continue
    }
    const read = readRow(cell, tell, forms)
    if (read) rows.push({ ...read, line: row.line })
  }
  checkTree(rows, (line, vi, en) => faults.push({ line, vi, en }))
  if (rows.length === 0 && faults.length === 0)
    faults.push({ line: 1, vi: 'Bảng chưa có tiêu chí nào.', en: 'The table holds no criterion.' })
  if (faults.length > 0) return { table: null, faults: faults.toSorted((a, b) => a.line - b.line) }
  const kept = grades.length > 0 ? grades.toSorted((a, b) => b.from - a.from) : [...usualGrades]
  return {
    table: { rows: rows.map(({ line: _, ...r }) => r), grades: kept, rounding },
    faults,
  }
}

type Cell = (key: string) => string
type Tell = (vi: string, en: string) => void

function readGrade(cell: Cell, tell: Tell): CriteriaTable['grades'][number] | null {
  const points = parsePoints(cell('most').replace(/\s*%$/, ''))
  if (points === null || points < 0 || points > 1_000_000 || !cell('name')) {
    tell(
      'Dòng xếp loại cần tên và tỷ lệ, ví dụ “Tốt” và “90%”.',
      'A grade needs a name and a share, as “Tốt” and “90%”.',
    )
    return null
  }
  const usual = usualGrades.find((g) => fold(g.name.vi) === fold(cell('name')))
  const name = usual?.name ?? { vi: cell('name'), en: cell('name') }
  return { code: usual?.code ?? (cell('code') || cell('name')), name, from: Math.floor(points / 100) }
}

function readRounding(cell: Cell, tell: Tell): CriteriaTable['rounding'] | null {
  const modes = Object.keys(roundingNames) as (keyof typeof roundingNames)[]
  const mode = modes.find((m) => fold(roundingNames[m]) === fold(cell('name')))
  const decimals = /^[0-4]$/.test(cell('most')) ? Number(cell('most')) : null
  if (mode && decimals !== null) return { decimals, mode }
  tell(
    'Dòng làm tròn cần “Nửa lên” hoặc “Cắt bỏ” ở cột “Nội dung” và số chữ số thập phân (0 đến 4) ở cột “Điểm tối đa”.',
    'Rounding needs “Nửa lên” (half up) or “Cắt bỏ” (cut off) and the number of decimals, 0 to 4.',
  )
  return null
}

function readRow(cell: Cell, tell: Tell, forms: ReadonlySet<string>): CriteriaRow | null {
  const level = (Object.keys(levelNames) as CriteriaRow['level'][]).find(
    (l) => fold(levelNames[l]) === fold(cell('level')),
  )
  if (!level) {
    const known = [...Object.values(levelNames), gradeLevel, roundingLevel].map((n) => `“${n}”`).join(', ')
    tell(`Cột “Cấp” ghi “${cell('level')}”; dùng một trong: ${known}.`, `The level must be one of: ${known}.`)
    return null
  }
  if (!cell('code')) tell('Thiếu số thứ tự (cột “STT”).', 'The number (column “STT”) is missing.')
  if (!cell('name')) tell('Thiếu nội dung tiêu chí.', 'The words of the criterion are missing.')
  const most = parsePoints(cell('most') || '0')
  if (most === null || most < 0) {
    tell(
      `Điểm tối đa “${cell('most')}” không phải là số điểm; viết như 1 hoặc 0,5.`,
      `The maximum “${cell('most')}” is no number of points; write 1 or 0,5.`,
    )
    return null
  }
  const rule = readRuleOf(cell, most, tell, forms)
  if (!cell('code') || !cell('name')) return null
  const required = /^(có|x|yes)$/i.test(cell('required'))
  const words = { evidence: cell('evidence'), evidenceRequired: required, note: cell('note') }
  return { code: cell('code'), level, name: cell('name'), most, rule, ...words }
}

/** In the place of a rule that could not be read, so that the checks of the tree tell only what else is wrong. */
const unread: CriteriaRow['rule'] = { kind: 'manual', least: 0 }

/** Null: the row has no rule. */
function readRuleOf(cell: Cell, most: Points, tell: Tell, forms: ReadonlySet<string>): CriteriaRow['rule'] {
  if (!cell('kind') && !cell('clauses')) return null
  const read = readRule({ kind: cell('kind'), clauses: cell('clauses') })
  if (!read.ok) {
    tell(read.vi, read.en)
    return unread
  }
  const { rule } = read
  const why = whyNotMaximum(rule, most)
  if (why) tell(why.vi, why.en)
  if (rule.kind === 'ratio' && rule.floor > rule.full)
    tell('Sàn phải không lớn hơn mức đạt đủ điểm.', 'The floor may not lie above the full share.')
  const unknown =
    rule.kind === 'forms' ? rule.groups.flatMap((g) => g.forms).filter((f) => !forms.has(f)) : []
  if (unknown.length > 0)
    tell(
      `Không có hình thức mang mã: ${unknown.join(', ')}. Xem các mã ở trang hướng dẫn của mẫu.`,
      `No form of communication has the code: ${unknown.join(', ')}.`,
    )
  return rule
}

/** Every scored line under its heading, no number twice, and sums that are what the headings say. */
function checkTree(
  rows: readonly (CriteriaRow & { line: number })[],
  tell: (line: number, vi: string, en: string) => void,
): void {
  const seen = new Map<string, number>()
  const depth = { field: 0, criterion: 1, item: 2 } as const
  for (const [at, row] of rows.entries()) {
    const before = seen.get(row.code)
    if (before !== undefined)
      tell(
        row.line,
        `STT “${row.code}” đã có ở dòng ${before}.`,
        `“${row.code}” stands in line ${before} already.`,
      )
    seen.set(row.code, row.line)
    const next = rows[at + 1]
    const hasBelow = next !== undefined && depth[next.level] > depth[row.level]
    if (row.rule === null && !hasBelow)
      tell(
        row.line,
        'Dòng này không có dòng con nên phải có quy tắc chấm điểm.',
        'Nothing stands below this line, so it needs a rule.',
      )
    if (row.rule !== null && hasBelow)
      tell(
        row.line,
        'Dòng này có dòng con nên không có quy tắc riêng.',
        'Lines stand below this one, so it has no rule of its own.',
      )
    if (row.rule === null && hasBelow) checkSum(rows, at, depth[row.level], tell)
  }
}

function checkSum(
  rows: readonly (CriteriaRow & { line: number })[],
  at: number,
  level: number,
  tell: (line: number, vi: string, en: string) => void,
): void {
  const depth = { field: 0, criterion: 1, item: 2 } as const
  const head = rows[at]
  if (!head) return
  const end = rows.findIndex((r, i) => i > at && depth[r.level] <= level)
  const below = rows.slice(at + 1, end === -1 ? undefined : end)
  const sum = below.reduce((s, r) => s + (r.rule && !isExtra(r.rule) ? r.most : 0), 0)
  if (sum === head.most) return
  tell(
    head.line,
    `Điểm tối đa ghi ${showPoints(head.most)} nhưng tổng các dòng con là ${showPoints(sum)}.`,
    `The maximum says ${showPoints(head.most, 'en')}, but the lines below add up to ${showPoints(sum, 'en')}.`,
  )
}

function fold(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim().toLocaleLowerCase('vi')
}
