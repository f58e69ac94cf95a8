import { splitAgencies } from './agency-lists.ts'
import { readBodies } from './agency-roles.ts'
import {
  assignCells,
  inferLayout,
  isNumbering,
  isOrdinal,
  type Layout,
  type RowCells,
  readHeader,
} from './columns.ts'
import type { Cell, Grid } from './grid.ts'
import { isCapitals, readMarker } from './marker.ts'
import { splitLabels } from './outline.ts'
import { type RawTask, rawTask } from './raw-task.ts'
import { cut, EMPTY, join, type Strand, trim, wordsOf } from './strand.ts'
import { type ColumnRole, columnRole } from './vocabulary.ts'

type Row = readonly Cell[]

/** The rows of task tables, read in order of print; a table cut by a page break goes on in the next one. */
export class AnnexReader {
  readonly tasks: RawTask[] = []
  private layout: Layout | null = null
  private section: string | null = null
  private last: { task: RawTask; cells: RowCells } | null = null

  /** A heading printed between tables closes what was open. */
  heading(title: string | null): void {
    this.section = title
    this.last = null
  }

  /** Reads a table if it is one of tasks; says whether it was. */
  read(grid: Grid): boolean {
    const rows = this.bodyRows(grid)
    if (rows === null || this.layout === null) return false
    rows.forEach(({ row, layout }, k) => {
      this.layout = layout
      this.readRow(row, grid.loose, rows[k + 1]?.row)
    })
    return true
  }

  private bodyRows(grid: Grid): { row: Row; layout: Layout }[] | null {
    const rows: { row: Row; layout: Layout }[] = []
    let layout: Layout | null = null
    for (let i = 0; i < grid.rows.length; i++) {
      const header = readHeader(grid, i)
      if (header !== null) {
        layout = header.layout
        this.layout = layout
        i += header.rows - 1
        continue
      }
      const row = grid.rows[i] as Row
      if (isNumbering(row) && rows.length === 0) continue
      if (layout === null) {
        if (i < 3 && grid.rows.slice(i + 1, 4).some((_, k) => readHeader(grid, i + 1 + k) !== null)) continue
        // A header of other columns: names and telephone numbers, money, documents.
        if (columnRole(row[0]?.strand.bare ?? '') === 'ordinal') return null
        layout = this.carried(grid) ?? inferLayout(grid)
        if (layout === null) return null
        this.layout = layout
      }
      rows.push({ row, layout })
    }
    return layout === null ? null : rows
  }

  private carried(grid: Grid): Layout | null {
    const width = grid.rows[0]?.length ?? 0
    return this.layout !== null && (this.layout.roles.length === width || grid.loose) ? this.layout : null
  }

  private readRow(row: Row, loose: boolean, next: Row | undefined): void {
    const layout = this.layout as Layout
    const merged = mergedText(row)
    const cells = merged === null ? assignCells(row, layout, loose) : {}
    const ordinal = cells.ordinal ?? EMPTY
    const content = cells.content ?? EMPTY
    if (merged !== null) this.openSection(merged, null)
    else if (this.isContinuation(row, layout, ordinal, content)) this.goOn(cells)
    else if (/^tong (?:cong|so)|^cong$/.test(content.bare)) return
    else if (!hasOwnBodies(row, layout, cells) && this.isSection(ordinal, content, next)) {
      this.openSection(content.text === '' ? ordinal : content, content.text === '' ? null : ordinal)
    } else this.addTask(ordinal, content, cells)
  }

  private isContinuation(row: Row, layout: Layout, ordinal: Strand, content: Strand): boolean {
    if (content.text === '' && ordinal.text === '') return true
    return this.isSpannedContent(row, layout) || (ordinal.text === '' && this.cutFromAbove(content))
  }

  private isSpannedContent(row: Row, layout: Layout): boolean {
    const content = row[layout.roles.indexOf('content')]
    const ordinal = row[layout.roles.indexOf('ordinal')]
    return (
      this.last !== null &&
      content?.spanned === true &&
      (ordinal === undefined || ordinal.spanned || ordinal.strand.text === '')
    )
  }

  private cutFromAbove(content: Strand): boolean {
    const above = this.last?.cells.content
    return (
      above !== undefined &&
      /^\p{Ll}/u.test(content.text) &&
      !/[.;]$/.test(above.text) &&
      readMarker(content) === null
    )
  }

  private isSection(ordinal: Strand, content: Strand, next: Row | undefined): boolean {
    const printed = ordinal.text.replace(/[.)\s]+$/, '')
    if (/^(?:[IVXl]{1,5}|[A-HĐ])$/.test(printed)) return true
    if (content.text === '' || isCapitals(content.text)) return true
    const marker = printed === '' ? readMarker(content) : null
    if (marker?.kind === 'roman' || marker?.kind === 'upper' || marker?.kind === 'part') return true
    if (next === undefined || this.layout === null) return false
    const under = assignCells(next, this.layout, false)
    if (!hasBodies(under)) return printed === '' && marker === null
    const below = (under.ordinal?.text ?? '').replace(/[.)\s]+$/, '')
    if (printed === '' && marker === null) return true
    if (below === '') return true
    return (
      below.startsWith(`${printed}.`) ||
      /^[a-zđ+-]$/.test(below) ||
      (marker !== null && marker.rank < 6 && below !== '')
    )
  }

  private openSection(title: Strand, ordinal: Strand | null): void {
    const words = wordsOf(title).replace(/[:.;]+$/, '')
    const number = ordinal === null || ordinal.text === '' ? '' : `${ordinal.text.replace(/[.)\s]+$/, '')}. `
    this.last = null
    this.section = number + words
  }

  private addTask(ordinal: Strand, content: Strand, cells: RowCells): void {
    const marker = ordinal.text === '' ? readMarker(content) : null
    const words = content.text === '' ? ordinal : content
    const task = rawTask('annex', marker === null ? words : trim(cut(content, marker.length)))
    const printed = ordinal.text.replace(/[.)\s]+$/, '').replace(/^\(/, '')
    task.ordinal = content.text === '' || /^[-+*•]?$/.test(printed) ? (marker?.ordinal ?? null) : printed
    task.section = this.section
    if (/[:]$/.test(task.content.text)) task.content = cut(task.content, 0, task.content.text.length - 1)
    const kept = this.resolveDitto(cells)
    this.last = { task, cells: kept }
    this.fill(task, kept)
    this.tasks.push(task)
  }

  private resolveDitto(cells: RowCells): RowCells {
    const resolved: RowCells = { ...cells }
    const above = this.tasks.length > 0 ? this.above : {}
    for (const role of BODIES) {
      const cell = resolved[role]
      if (cell === undefined || !isDitto(cell)) continue
      const repeated = above[role]
      if (repeated === undefined) delete resolved[role]
      else resolved[role] = repeated
    }
    this.above = { ...resolved }
    return resolved
  }
  private above: RowCells = {}

  /** A row without ordinal and content carries on the cells above: a page break cut them, or a rowspan ends. */
  private goOn(cells: RowCells): void {
    if (this.last === null) return
    const { task, cells: above } = this.last
    for (const role of Object.keys(cells) as ColumnRole[]) {
      const more = cells[role]
      if (more === undefined || more.text === '' || role === 'ordinal') continue
      const target =
        above[role] === undefined && role === 'lead' && above.coordinating !== undefined
          ? 'coordinating'
          : role
      const before = above[target]
      const same = before !== undefined && before.at[0] === more.at[0]
      if (same || (before !== undefined && isDitto(more))) continue
      above[target] =
        before === undefined
          ? more
          : join([before, more], /^\p{Ll}/u.test(more.text) && !/[;.]$/.test(before.text) ? ' ' : '\n')
      task.doubts.push({ code: 'cell-rejoined', field: fieldOf(target), at: more })
    }
    const words = above.content
    if (words !== undefined && cells.content !== undefined) task.content = words
    this.fill(task, above)
    this.above = { ...above }
  }

  private fill(task: RawTask, cells: RowCells): void {
    task.lead = []
    task.coordinating = []
    if (cells.both !== undefined) readBoth(task, cells.both)
    if (cells.lead !== undefined) this.readAgencies(task, cells.lead, 'lead')
    if (cells.coordinating !== undefined) this.readAgencies(task, cells.coordinating, 'coordinating')
    task.time = cells.time === undefined || isBlank(cells.time) ? null : unlabelled(cells.time)
    task.products = cells.product === undefined || isBlank(cells.product) ? [] : [cells.product]
    const layout = this.layout
    if (task.lead.length === 0)
      doubtOnce(task, layout?.roles.includes('lead') === true ? 'missing-lead' : 'no-lead-column', 'lead')
    if (task.time === null && layout?.roles.includes('time') === true) doubtOnce(task, 'missing-time', 'time')
    if (layout?.inferred === true) doubtOnce(task, 'columns-guessed', 'content')
  }

  private readAgencies(task: RawTask, cell: Strand, role: 'lead' | 'coordinating'): void {
    if (isBlank(cell)) return
    const { words, labels } = splitLabels(cell)
    if (labels.length > 0 && words.text === '') {
      readBoth(task, cell)
      return
    }
    const bodies = readBodies(cell, role)
    task.lead.push(...bodies.lead)
    task.coordinating.push(...bodies.coordinating)
    if (/\p{L}\.\s+[-–+]\s+\p{L}|\p{L}\.\n/u.test(cell.text) && !/;\s*$/.test(cell.text)) {
      task.doubts.push({ code: 'two-lists', field: role, at: cell })
    }
  }
}

const BODIES: readonly ColumnRole[] = ['lead', 'coordinating', 'both', 'time', 'product']

function hasBodies(cells: RowCells): boolean {
  return BODIES.some((role) => (cells[role]?.text ?? '') !== '')
}

/** Cells that reach down from above say nothing about a section row. */
function hasOwnBodies(row: Row, layout: Layout, cells: RowCells): boolean {
  if (row.length !== layout.roles.length) return hasBodies(cells)
  return row.some(
    (cell, column) =>
      !cell.spanned && cell.strand.text !== '' && BODIES.includes(layout.roles[column] ?? 'other'),
  )
}

function fieldOf(role: ColumnRole): RawTask['doubts'][number]['field'] {
  if (role === 'lead' || role === 'coordinating' || role === 'time') return role
  return role === 'product' ? 'products' : role === 'both' ? 'lead' : 'content'
}

function doubtOnce(
  task: RawTask,
  code: RawTask['doubts'][number]['code'],
  field: 'lead' | 'time' | 'content',
): void {
  if (!task.doubts.some((doubt) => doubt.code === code)) task.doubts.push({ code, field, at: task.content })
}

/** "Cơ quan chủ trì, phối hợp" in one column: by its labels, else the first body leads. */
function readBoth(task: RawTask, cell: Strand): void {
  const { words, labels } = splitLabels(cell)
  for (const label of labels) {
    if (label.role === 'coordinating') task.coordinating.push(...splitAgencies(label.value))
    else if (label.role === 'lead' || label.role === 'both') task.lead.push(...splitAgencies(label.value))
  }
  if (labels.length > 0 && words.text === '') return
  const [first, ...rest] = splitAgencies(words)
  if (first !== undefined) task.lead.push(first)
  task.coordinating.push(...rest)
  if (rest.length > 0) task.doubts.push({ code: 'doubtful-split', field: 'lead', at: cell })
}

function unlabelled(cell: Strand): Strand {
  const { words, labels } = splitLabels(cell)
  return words.text === '' && labels.length === 1 ? (labels[0]?.value ?? cell) : cell
}

export function isDitto(cell: Strand): boolean {
  return /^[-\s."'(]*(?:n\.?\s?t|nhu tren|"|\/\/|〃)[-\s."')]*$/.test(cell.bare)
}

function isBlank(cell: Strand): boolean {
  return /^[-\s./…_]*$/.test(cell.text)
}

/** A row that is one merged cell: its text once, or the same text in every cell. */
function mergedText(row: Row): Strand | null {
  const texts = row.filter((cell) => cell.strand.text !== '')
  const first = texts[0]?.strand
  if (first === undefined || row.length < 3 || texts.some((cell) => cell.spanned)) return null
  const alike = texts.every((cell) => cell.strand.text === first.text)
  if (!alike || isOrdinal(first)) return null
  if (texts.length >= 3) return first
  return texts.length === 1 && row[0]?.strand === first && first.text.length > 3 ? first : null
}
