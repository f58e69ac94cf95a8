import { startsAgency } from './agency.ts'
import { splitAgencies } from './agency-lists.ts'
import type { Cell, Grid } from './grid.ts'
import { EMPTY, join, type Strand } from './strand.ts'
import { type ColumnRole, columnRole } from './vocabulary.ts'

/** What each column of a task table holds. `inferred` when no header said so. */
export interface Layout {
  readonly roles: readonly (ColumnRole | null)[]
  readonly inferred: boolean
}

type Row = readonly Cell[]

/** Reads a header that begins at row `from`; `rows` tells how many printed rows it takes. Null when there is none. */
export function readHeader(grid: Grid, from: number): { layout: Layout; rows: number } | null {
  const row = grid.rows[from]
  if (row === undefined) return null
  const roles = row.map((cell) => columnRole(cell.strand.bare))
  const known = new Set(roles.filter((role) => role !== null && role !== 'other'))
  const bodies = roles.some(
    (role) => role === 'lead' || role === 'coordinating' || role === 'both' || role === 'time',
  )
  const second = grid.rows[from + 1]
  const under = second === undefined ? null : refine(row, roles, second)
  if (under !== null) return { layout: { roles: under, inferred: false }, rows: 2 }
  if (!roles.includes('content') || !bodies || known.size < 2 || isTaskLike(row)) return null
  const headers = row.map((cell) => cell.strand.bare)
  return { layout: { roles: onlyOne(roles, headers), inferred: false }, rows: 1 }
}

function isTaskLike(row: Row): boolean {
  return row.some((cell) => cell.strand.text.length > 160)
}

/** A second header row such as "| ^^ | ^^ | Chủ trì | Phối hợp | ^^ |" under "Phân công thực hiện". */
function refine(row: Row, roles: readonly (ColumnRole | null)[], second: Row): (ColumnRole | null)[] | null {
  const lower = second.map((cell) => (cell.spanned ? null : columnRole(cell.strand.bare)))
  const sharp = lower.filter((role) => role === 'lead' || role === 'coordinating' || role === 'time')
  if (sharp.length < 2 || second.some((cell) => cell.strand.text.length > 60 && !cell.spanned)) return null
  const merged = row.map((_, column) => lower[column] ?? roles[column] ?? null)
  if (lower.length > merged.length) merged.push(...lower.slice(merged.length))
  return merged.includes('content') ? onlyOne(merged) : null
}

/** One column a role: the first, but "Nội dung" before "Hình thức"; the others are notes. */
function onlyOne(
  roles: readonly (ColumnRole | null)[],
  headers: readonly string[] = [],
): (ColumnRole | null)[] {
  const main = roles.findIndex(
    (role, k) => role === 'content' && /noi dung|nhiem vu|cong viec|hoat dong/.test(headers[k] ?? ''),
  )
  const seen = new Set<ColumnRole>()
  return roles.map((role, k) => {
    if (role === null || role === 'other') return role
    if (role === 'content' && main >= 0 && k !== main) return 'other'
    if (seen.has(role)) return 'other'
    seen.add(role)
    return role
  })
}

/** A row of column numbers under the header: (1) (2) (3), or A B 1 2. */
export function isNumbering(row: Row): boolean {
  const texts = row.map((cell) => cell.strand.text).filter((text) => text !== '')
  return texts.length >= 3 && texts.every((text) => /^\(?(?:\d{1,2}|[A-Z])\)?$/.test(text))
}

export function isOrdinal(strand: Strand): boolean {
  return (
    /^\(?(?:\d{1,3}(?:\.\d{1,2}){0,3}|[IVXl]{1,5}(?:\.\d{1,2})?|[A-HĐ]|[a-zđ])\s*[.)]?$/.test(strand.text) ||
    /^[-+*•]$/.test(strand.text)
  )
}

const TIME =
  /^(?:-\s*)?(?:thuong xuyen|hang |quy |thang |nam \d|ca nam|trong |truoc |tu (?:quy|thang|ngay|\d)|theo (?:ke hoach|tien do|quy dinh|yeu cau|thoi gian|chuong trinh|dinh ky|dot)|dinh ky|sau khi|\d{1,2}\/\d{4}|\d{1,2}\/\d{1,2}|ngay \d|cuoi |dau |den |ngay sau|khi co|cham nhat|hoan thanh|lien tuc|6 thang|-?\s*-?nt|giai doan|dot|mot lan|\d{1,2} lan|\d{4}$)/

export function isTimeLike(strand: Strand): boolean {
  return strand.text.length <= 160 && TIME.test(strand.bare) && !startsAgency(strand, 0)
}

export function isAgencyLike(strand: Strand): boolean {
  if (strand.text === '' || isTimeLike(strand)) return false
  const names = splitAgencies(strand)
  const first = names[0]
  if (first === undefined || first.text.length > 160) return false
  const starting = names.filter((name) => startsAgency(name, 0)).length
  return startsAgency(first, 0)
    ? starting * 2 >= names.length
    : names.length > 1 && starting * 2 > names.length
}

/** Guesses the columns of a table that has lost its header, from what the cells hold. Null when it is no task table. */
export function inferLayout(grid: Grid): Layout | null {
  const width = Math.max(0, ...grid.rows.map((row) => row.length))
  if (width < 3 || width > 12 || grid.rows.length < 2) return null
  const columns = Array.from({ length: width }, (_, column) =>
    grid.rows.map((row) => row[column]?.strand ?? EMPTY).filter((strand) => strand.text !== ''),
  )
  const share = (cells: Strand[], test: (cell: Strand) => boolean): number =>
    cells.length === 0 ? 0 : cells.filter(test).length / cells.length
  const roles: (ColumnRole | null)[] = columns.map((cells) => {
    if (share(cells, isOrdinal) > 0.6) return 'ordinal'
    if (share(cells, isTimeLike) > 0.5) return 'time'
    if (share(cells, isAgencyLike) > 0.5) return 'lead'
    return null
  })
  const lengths = columns.map((cells, column) =>
    roles[column] === null ? cells.reduce((sum, cell) => sum + cell.text.length, 0) : 0,
  )
  const longest = lengths.indexOf(Math.max(...lengths))
  if ((lengths[longest] ?? 0) < 40 || !roles.some((role) => role === 'lead' || role === 'time')) return null
  roles[longest] = 'content'
  const second = roles.indexOf('lead', roles.indexOf('lead') + 1)
  if (roles.includes('lead') && second > 0) roles[second] = 'coordinating'
  return { roles: onlyOne(roles), inferred: true }
}

export type RowCells = Partial<Record<ColumnRole, Strand>>

/** Gives each cell of a row its role: by its column, or by what it holds where cells were lost or gained. */
export function assignCells(row: Row, layout: Layout, loose: boolean): RowCells {
  const cells: RowCells = {}
  const put = (role: ColumnRole, strand: Strand): void => {
    const before = cells[role]
    cells[role] = before === undefined ? strand : join([before, strand], '\n')
  }
  if (row.length === layout.roles.length || !(loose || row.length < layout.roles.length)) {
    row.forEach((cell, column) => {
      const role = layout.roles[column]
      if (role != null && cell.strand.text !== '') put(role, cell.strand)
    })
    return cells
  }
  const filled = row.filter((cell) => cell.strand.text !== '').map((cell) => cell.strand)
  const agencies: Strand[] = []
  filled.forEach((strand, k) => {
    if (k === 0 && isOrdinal(strand)) put('ordinal', strand)
    else if (cells.content === undefined && agencies.length === 0 && k <= 1 && row[k]?.strand === strand)
      put('content', strand)
    else if (isTimeLike(strand)) put('time', strand)
    else if (isAgencyLike(strand) || agencies.length > 0 || !layout.roles.includes('product'))
      agencies.push(strand)
    else put('product', strand)
  })
  const [first, second, ...more] = agencies
  if (first !== undefined && second !== undefined) {
    put('lead', first)
    put('coordinating', join([second, ...more], '\n'))
  } else if (first !== undefined) put(layout.roles.includes('lead') ? 'lead' : 'coordinating', first)
  return cells
}
