import { evaluate, rounded } from '../formula.ts'
import { type FigureValue, figureValue } from '../report.ts'
import type { ActivityFilter, FigureDefinition, TableDefinition, TemplateDefinition } from '../template.ts'

/** Activities of one form, one set of themes, one set of audiences. */
export interface ActivityGroup {
  form: string
  themes: readonly string[]
  audiences: readonly string[]
  count: number
  /** By measure: quantity, copies, people, minutes, views. */
  sums: Readonly<Record<string, number>>
}

/** So many pieces of evidence are shown by activities of these groups (numbered from 1, in order). */
export interface EvidenceGroup {
  groups: readonly number[]
  count: number
}

export interface WorkGroup {
  forms: readonly string[]
  themes: readonly string[]
  audiences: readonly string[]
  planned: number
  done: number
  inTime: number
}

/** What lies in the window of a report, added up so far that every figure can be computed from it. */
export interface Facts {
  activities: readonly ActivityGroup[]
  evidence: readonly EvidenceGroup[]
  work: readonly WorkGroup[]
}

/** The lists that tables run over, in the order of the province's catalogue. */
export interface RowLists {
  forms: readonly { code: string; vi: string; en: string }[]
  themes: readonly { code: string; vi: string; en: string }[]
  audiences: readonly { code: string; vi: string; en: string }[]
}

export interface TableRow {
  code: string
  label: { vi: string; en: string }
  where: ActivityFilter
}

/** The rows of a table, in order. */
export function rowsOf(table: TableDefinition, lists: RowLists): TableRow[] {
  if (table.rows.kind === 'fixed') return table.rows.rows
  const { kind } = table.rows
  return lists[kind].map(({ code, vi, en }) => ({ code, label: { vi, en }, where: { [kind]: [code] } }))
}

/** What the reports of the units below give for a figure, by `cellOf`: see rollup/below.sql.ts. */
export type Below = ReadonlyMap<string, { sum: number; maximum: number }>

export function cellOf(f: Pick<FigureValue, 'figureCode' | 'rowCode'>): string {
  return `${f.figureCode} ${f.rowCode}`
}

/** The own part of a figure and what the units below have of it, put together as its template says. */
export function rolledUp(
  { rollUp }: Pick<FigureDefinition, 'rollUp'>,
  own: number | null,
  below: { sum: number; maximum: number } | undefined,
): number | null {
  if (!below || rollUp === 'none' || rollUp === 'recompute') return own
  return rollUp === 'sum' ? (own ?? 0) + below.sum : Math.max(own ?? below.maximum, below.maximum)
}

/**
 * Every figure of a template from the facts. `manual` are values that people put in place of computed ones: formulas
 * count with them. Rows of tables in which nothing happened are left out: a row that is not there is nought. `below`:
 * of a consolidated report, what its units have; formulas are computed from the sums, never added up.
 */
export function computeFigures(
  definition: TemplateDefinition,
  lists: RowLists,
  facts: Facts,
  manual: readonly Pick<FigureValue, 'figureCode' | 'rowCode' | 'manual'>[] = [],
  below: Below = new Map(),
): Pick<FigureValue, 'figureCode' | 'rowCode' | 'computed'>[] {
  const typed = new Map(manual.map((m) => [`${m.figureCode} ${m.rowCode}`, m.manual]))
  const tables = definition.sections.flatMap((s) => (s.table ? [s.table] : []))
  const singles = definition.sections.flatMap((s) => s.figures)
  const counted: Counted = (f, rowCode, where) =>
    rolledUp(f, measure(f, facts, where), below.get(cellOf({ figureCode: f.code, rowCode })))
  const measured = singles.map((f) => ({ figure: f, computed: counted(f, '', []) }))
  const value = (code: string) => {
    const found = measured.find((m) => m.figure.code === code)
    return found ? figureValue({ computed: found.computed, manual: typed.get(`${code} `) ?? null }) : null
  }
  const rows = tables.flatMap((t) =>
    rowsOf(t, lists).flatMap((row) => tableRow(t, row, counted, typed, value)),
  )
  const columnSum = (code: string) => {
    const column = code.split('.')[1]
    const of = rows.filter((r) => r.figureCode === column)
    return of.reduce((sum, r) => sum + (typed.get(`${r.figureCode} ${r.rowCode}`) ?? r.computed ?? 0), 0)
  }
  for (const m of measured) {
    if (m.figure.source.kind !== 'formula') continue
    const of = (code: string) => (code.includes('.') ? columnSum(code) : value(code))
    m.computed = round(evaluate(m.figure.source.expression, of), m.figure)
  }
  return [...measured.map((m) => ({ figureCode: m.figure.code, rowCode: '', computed: m.computed })), ...rows]
}

type Typed = ReadonlyMap<string, number | null>
type Counted = (figure: FigureDefinition, rowCode: string, where: readonly ActivityFilter[]) => number | null

function tableRow(
  table: TableDefinition,
  row: TableRow,
  counted: Counted,
  typed: Typed,
  single: (code: string) => number | null,
) {
  const cells = table.columns.map((figure) => ({
    figure,
    computed: counted(figure, row.code, [row.where]),
    manual: typed.get(`${figure.code} ${row.code}`) ?? null,
  }))
  if (cells.every((c) => !c.computed && c.manual === null)) return []
  const value = (code: string) => {
    const cell = cells.find((c) => c.figure.code === code)
    return cell ? figureValue(cell) : single(code)
  }
  for (const cell of cells) {
    if (cell.figure.source.kind === 'formula')
      cell.computed = round(evaluate(cell.figure.source.expression, value), cell.figure)
  }
  return cells.map((c) => ({ figureCode: c.figure.code, rowCode: row.code, computed: c.computed }))
}

/** A figure that is counted; null for formulas (computed after) and for what people type. */
function measure(
  { source, decimals }: FigureDefinition,
  facts: Facts,
  row: readonly ActivityFilter[],
): number | null {
  if (source.kind === 'work') {
    const of = source.measure === 'done_in_time' ? 'inTime' : source.measure
    return sum(
      facts.work.filter((w) => row.every((f) => meets(f, w.forms, w.themes, w.audiences))).map((w) => w[of]),
    )
  }
  if (source.kind !== 'activities') return null
  const wanted = [source.where, ...row]
  const passes = facts.activities.map((a) => wanted.every((f) => meets(f, [a.form], a.themes, a.audiences)))
  if (source.measure === 'evidence') {
    return sum(facts.evidence.filter((e) => e.groups.some((g) => passes[g - 1])).map((e) => e.count))
  }
  const counted = facts.activities.filter((_, i) => passes[i])
  const { measure: what } = source
  return rounded(sum(counted.map((a) => (what === 'count' ? a.count : (a.sums[what] ?? 0)))), decimals)
}

/** Does something with these labels pass? An empty list of the filter asks nothing. */
export function meets(
  filter: ActivityFilter,
  forms: readonly string[],
  themes: readonly string[],
  audiences: readonly string[],
): boolean {
  const one = (asked: readonly string[] | undefined, has: readonly string[]) =>
    !asked?.length || asked.some((code) => has.includes(code))
  return one(filter.forms, forms) && one(filter.themes, themes) && one(filter.audiences, audiences)
}

function round(value: number | null, figure: FigureDefinition): number | null {
  return value === null ? null : rounded(value, figure.decimals)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, v) => total + v, 0)
}
