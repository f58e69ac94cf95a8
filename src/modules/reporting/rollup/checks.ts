import { evaluate, rounded } from '../formula.ts'
import { type FigureValue, figureValue } from '../report.ts'
import type { FigureDefinition, TemplateDefinition } from '../template.ts'
import { type CheckKind, type CheckWords, sayCheck } from './check-words.ts'
import { deviation, outlierScore } from './robust.ts'

/** Something about a figure that somebody should look at: change it, or explain it. */
export interface Finding {
  /** Stays the same as long as the same thing is wrong with the same figure. */
  key: string
  kind: CheckKind
  figureCode: string
  rowCode: string
  severity: 'error' | 'warning'
  value: number
  vi: string
  en: string
}

export interface Checked {
  definition: TemplateDefinition
  figures: readonly FigureValue[]
  /** Name of a row of a table; for tables over lists it comes from the province's catalogue. */
  rowLabel: (figureCode: string, rowCode: string) => { vi: string; en: string } | null
  /** Of this unit, in the same duty: the values of earlier periods by `keyOf`, newest first, without gaps. */
  past: ReadonlyMap<string, readonly number[]>
  /** Of the other units of the same level in this period, by `keyOf`. */
  peers: ReadonlyMap<string, readonly number[]>
}

export function keyOf(figureCode: string, rowCode: string): string {
  return rowCode === '' ? figureCode : `${figureCode}.${rowCode}`
}

const leastPast = 4
const leastPeers = 6
/** A figure that stands still for so many periods in a row, this one counted, was copied or never measured. */
const stillPeriods = 4
/** Small numbers leap: 1 activity after 4 is no news. */
const leastJump = 20
const jumpFactor = 4

/** All findings of a version, errors first, in the order of the template. */
export function findingsOf(checked: Checked): Finding[] {
  const defined = definedFigures(checked.definition)
  const findings = checked.figures.flatMap((figure) => {
    const definition = defined.get(figure.figureCode)
    const value = figureValue(figure)
    if (!definition || value === null) return []
    return [
      ...boundFaults(checked, definition, figure, value),
      ...arithmeticFaults(checked, definition, figure, value),
      ...unusual(checked, definition, figure, value),
    ]
  })
  const order = [...defined.keys()]
  return findings.sort(
    (a, b) =>
      Number(a.severity === 'warning') - Number(b.severity === 'warning') ||
      order.indexOf(a.figureCode) - order.indexOf(b.figureCode),
  )
}

export function definedFigures(definition: TemplateDefinition): Map<string, FigureDefinition> {
  const figures = definition.sections.flatMap((s) => [...s.figures, ...(s.table?.columns ?? [])])
  return new Map(figures.map((f) => [f.code, f]))
}

function finding(
  { rowLabel }: Checked,
  definition: FigureDefinition,
  { rowCode }: FigureValue,
  value: number,
  what: {
    kind: CheckKind
    severity: Finding['severity']
    words: Omit<CheckWords, 'label' | 'unit' | 'value'>
  },
): Finding {
  const row = rowCode === '' ? null : rowLabel(definition.code, rowCode)
  const said = (language: 'vi' | 'en') =>
    sayCheck(what.kind, language, {
      label: [definition.label[language], row?.[language]].filter(Boolean).join(' – '),
      unit: definition.unit?.[language] ?? '',
      value,
      ...what.words,
    })
  return {
    key: [what.kind, definition.code, rowCode, what.words.other?.code].filter(Boolean).join(':'),
    kind: what.kind,
    figureCode: definition.code,
    rowCode,
    severity: what.severity,
    value,
    vi: said('vi'),
    en: said('en'),
  }
}

/** The value of another figure as seen from a row: in the same row if it is a column there, else the single one. */
function valueBeside(figures: readonly FigureValue[], code: string, rowCode: string): number | null {
  const of = (row: string) => figures.find((f) => f.figureCode === code && f.rowCode === row)
  const found = of(rowCode) ?? of('')
  return found ? figureValue(found) : null
}

const holds: Record<string, (a: number, b: number) => boolean> = {
  '<=': (a, b) => a <= b,
  '<': (a, b) => a < b,
  '=': (a, b) => a === b,
  '>=': (a, b) => a >= b,
  '>': (a, b) => a > b,
}

function boundFaults(c: Checked, d: FigureDefinition, figure: FigureValue, value: number): Finding[] {
  return d.checks.flatMap((check): Finding[] => {
    const { severity } = check
    if (check.kind === 'compare') {
      const other = valueBeside(c.figures, check.figure, figure.rowCode)
      if (other === null || holds[check.operator]?.(value, other)) return []
      const label = definedFigures(c.definition).get(check.figure)?.label
      const named = { code: check.figure, value: other, vi: label?.vi ?? '', en: label?.en ?? '' }
      const words = { operator: check.operator, other: named }
      return [finding(c, d, figure, value, { kind: 'compare', severity, words })]
    }
    const broken = check.kind === 'at_least' ? value < check.value : value > check.value
    return broken
      ? [finding(c, d, figure, value, { kind: check.kind, severity, words: { bound: check.value } })]
      : []
  })
}

/** A computed share that somebody typed over so that it no longer follows from its parts. */
function arithmeticFaults(c: Checked, d: FigureDefinition, figure: FigureValue, value: number): Finding[] {
  if (d.source.kind !== 'formula' || figure.manual === null) return []
  const right = evaluate(d.source.expression, (code) => {
    const [table, column] = code.split('.')
    if (!column) return valueBeside(c.figures, code, figure.rowCode)
    const cells = c.figures.filter((f) => f.figureCode === column && f.rowCode !== '')
    return table ? cells.reduce((sum, f) => sum + (figureValue(f) ?? 0), 0) : null
  })
  if (right === null || Math.abs(rounded(right, d.decimals) - value) <= 10 ** -d.decimals) return []
  const words = { bound: rounded(right, d.decimals) }
  return [finding(c, d, figure, value, { kind: 'arithmetic', severity: 'error', words })]
}

/** Compared with the unit's own past, with units of its level, with the period before. At most one of each kind. */
function unusual(c: Checked, d: FigureDefinition, figure: FigureValue, value: number): Finding[] {
  if (d.source.kind === 'formula') return []
  const key = keyOf(figure.figureCode, figure.rowCode)
  const past = c.past.get(key) ?? []
  const peers = c.peers.get(key) ?? []
  const found: Finding[] = []
  const add = (kind: CheckKind, words: Omit<CheckWords, 'label' | 'unit' | 'value'>) =>
    found.push(finding(c, d, figure, value, { kind, severity: 'warning', words }))
  const run = past.findIndex((v) => v !== value)
  const still = run === -1 ? past.length : run
  if (value !== 0 && still + 1 >= stillPeriods) add('still', { count: still + 1 })
  const own = past.length >= leastPast ? deviation(value, past) : null
  if (own && Math.abs(own.score) > outlierScore && Math.abs(value - own.median) >= leastJump)
    add('past', { bound: own.median, count: past.length })
  const last = past[0]
  if (!own && last !== undefined && isJump(value, last)) add('jump', { bound: last })
  const among = peers.length >= leastPeers ? deviation(value, peers) : null
  if (among && among.score > outlierScore && value - among.median >= leastJump)
    add('peers', { bound: among.median, count: peers.length })
  return found
}

function isJump(value: number, before: number): boolean {
  if (Math.abs(value - before) < leastJump) return false
  const [small, large] = [Math.min(value, before), Math.max(value, before)]
  return large > jumpFactor * Math.max(1, small)
}
