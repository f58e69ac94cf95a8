import { type Cell, cell, type Remark, type Table } from './blocks.ts'

/** A cell as the markup gives it, before spans are spread over the grid. */
export interface MarkedCell {
  text: string
  remarks: Remark[]
  rowspan: number
  colspan: number
}

const widest = 64

interface Hanging {
  /** Rows this cell still reaches down to. */
  left: number
  first: boolean
}

function placeFrom(row: Cell[], hanging: (Hanging | undefined)[], at: number): number {
  let column = at
  for (let above = hanging[column]; above && above.left > 0; above = hanging[++column]) {
    row[column] = cell('', above.first ? 'above' : 'left')
    above.left--
  }
  return column
}

/** Spreads rowspans and colspans over a grid (HTML 4.9.12), rows cut at 64 columns. */
export function spreadSpans(rows: readonly (readonly MarkedCell[])[]): Table {
  const hanging: (Hanging | undefined)[] = []
  const grid = rows.map((marked) => {
    const row: Cell[] = []
    let column = 0
    for (const one of marked) {
      column = placeFrom(row, hanging, column)
      if (column >= widest) break
      for (let part = 0; part < one.colspan && column < widest; part++, column++) {
        row[column] = part === 0 ? cell(one.text, 'here', one.remarks) : cell('', 'left')
        hanging[column] = { left: one.rowspan - 1, first: part === 0 }
      }
    }
    placeFrom(row, hanging, column)
    for (let at = column; at < hanging.length; at++) at = placeFrom(row, hanging, at)
    return Array.from(row, (one) => one ?? cell(''))
  })
  const width = Math.max(0, ...grid.map((row) => row.length))
  return { kind: 'table', rows: grid.map((row) => [...row, ...pad(width - row.length)]), remarks: [] }
}

function pad(count: number): Cell[] {
  return Array.from({ length: count }, () => cell(''))
}

/** A span attribute as a number from 1 to `most`; 0 and nonsense count as 1. */
export function spanOf(value: string | undefined, most: number): number {
  const number = Number.parseInt(value ?? '1', 10)
  return Number.isFinite(number) && number > 0 ? Math.min(number, most) : 1
}
