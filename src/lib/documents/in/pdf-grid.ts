import type { Rules } from './pdf-rules.ts'

export interface Box {
  x0: number
  y0: number
  x1: number
  y1: number
}

/** A ruled table: edges of its columns and rows, and for each small field the cell that it belongs to. */
export interface Grid extends Box {
  xs: number[]
  ys: number[]
  /** `owner[row][column]` is the number of a cell; fields without a wall between them share one. */
  owner: number[][]
  cells: Box[]
}

const near = 3.5
const mostFields = 20_000

type Rule = { at: number; from: number; to: number }

function mergeRules(rules: Rule[]): Rule[] {
  const sorted = rules.toSorted((a, b) => a.at - b.at || a.from - b.from)
  const merged: Rule[] = []
  // Rules on nearly one line are one rule; neighbours in the sorted list within a short window are enough.
  for (const rule of sorted) {
    const same = merged.findLast(
      (other, index) =>
        index >= merged.length - 60 &&
        Math.abs(other.at - rule.at) <= near &&
        rule.from <= other.to + near + 1 &&
        rule.to >= other.from - near - 1,
    )
    if (same) {
      same.from = Math.min(same.from, rule.from)
      same.to = Math.max(same.to, rule.to)
    } else merged.push({ ...rule })
  }
  return merged
}

function cluster(values: number[]): number[] {
  const groups: { sum: number; count: number; last: number }[] = []
  for (const value of values.toSorted((a, b) => a - b)) {
    const group = groups.at(-1)
    if (group && value - group.last <= near + 1) {
      group.sum += value
      group.count++
      group.last = value
    } else groups.push({ sum: value, count: 1, last: value })
  }
  return groups.map(({ sum, count }) => sum / count)
}

function crosses(across: Rule, down: Rule): boolean {
  return (
    down.at >= across.from - near &&
    down.at <= across.to + near &&
    across.at >= down.from - near &&
    across.at <= down.to + near
  )
}

function find(parents: number[], at: number): number {
  let root = at
  while (parents[root] !== root) root = parents[root] ?? root
  parents[at] = root
  return root
}

function components(across: Rule[], down: Rule[]): { across: Rule[]; down: Rule[] }[] {
  const parents = Array.from({ length: across.length + down.length }, (_, index) => index)
  for (const [index, one] of across.entries()) {
    for (const [other, two] of down.entries()) {
      if (crosses(one, two)) parents[find(parents, index)] = find(parents, across.length + other)
    }
  }
  const groups = new Map<number, { across: Rule[]; down: Rule[] }>()
  for (let index = 0; index < parents.length; index++) {
    const root = find(parents, index)
    const group = groups.get(root) ?? { across: [], down: [] }
    groups.set(root, group)
    const rule = index < across.length ? across[index] : down[index - across.length]
    if (rule) (index < across.length ? group.across : group.down).push(rule)
  }
  return [...groups.values()].filter((group) => group.across.length + group.down.length >= 3)
}

function covers(rules: readonly Rule[], at: number, from: number, to: number): boolean {
  const middle = (from + to) / 2
  return rules.some((rule) => Math.abs(rule.at - at) <= near + 2 && rule.from <= middle && rule.to >= middle)
}

function ownersOf(xs: number[], ys: number[], group: { across: Rule[]; down: Rule[] }): number[][] {
  const columns = xs.length - 1
  const rows = ys.length - 1
  const parents = Array.from({ length: columns * rows }, (_, index) => index)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const [x0 = 0, x1 = 0] = [xs[column], xs[column + 1]]
      const [y0 = 0, y1 = 0] = [ys[row], ys[row + 1]]
      const here = row * columns + column
      if (column + 1 < columns && !covers(group.down, x1, y0, y1)) {
        parents[find(parents, here + 1)] = find(parents, here)
      }
      if (row + 1 < rows && !covers(group.across, y1, x0, x1)) {
        parents[find(parents, here + columns)] = find(parents, here)
      }
    }
  }
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => find(parents, row * columns + column)),
  )
}

function gridOf(group: { across: Rule[]; down: Rule[] }): Grid | null {
  const wide = group.across.flatMap((rule) => [rule.from, rule.to])
  const high = group.down.flatMap((rule) => [rule.from, rule.to])
  // Tables open at the sides or cut by the page's end still have edges: where their rules stop.
  const xs = cluster([...group.down.map((rule) => rule.at), Math.min(...wide), Math.max(...wide)])
  const ys = cluster([...group.across.map((rule) => rule.at), Math.min(...high), Math.max(...high)])
  if (!xs.every(Number.isFinite) || !ys.every(Number.isFinite)) return null
  if (xs.length < 2 || ys.length < 2 || (xs.length - 1) * (ys.length - 1) > mostFields) return null
  const found = ownersOf(xs, ys, group)
  const cells = new Map<number, Box>()
  for (const [row, owners] of found.entries()) {
    for (const [column, owner] of owners.entries()) {
      const box = cells.get(owner) ?? { x0: Infinity, y0: Infinity, x1: 0, y1: 0 }
      box.x0 = Math.min(box.x0, xs[column] ?? 0)
      box.y0 = Math.min(box.y0, ys[row] ?? 0)
      box.x1 = Math.max(box.x1, xs[column + 1] ?? 0)
      box.y1 = Math.max(box.y1, ys[row + 1] ?? 0)
      cells.set(owner, box)
    }
  }
  const numbers = new Map([...cells.keys()].map((owner, index) => [owner, index]))
  const owner = found.map((owners) => owners.map((one) => numbers.get(one) ?? 0))
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = [xs[0], ys[0], xs.at(-1), ys.at(-1)]
  return { xs, ys, owner, cells: [...cells.values()], x0, y0, x1, y1 }
}

/** The ruled tables of a page, top to bottom. A lone box or a few underlines make none. */
export function findGrids(rules: Rules): Grid[] {
  if (rules.across.length + rules.down.length > mostFields / 2) return []
  const across = mergeRules(rules.across.map((rule) => ({ at: rule.y, from: rule.x0, to: rule.x1 })))
  const down = mergeRules(rules.down.map((rule) => ({ at: rule.x, from: rule.y0, to: rule.y1 })))
  const grids = components(across, down).map(gridOf)
  return grids
    .filter((grid) => grid !== null)
    .filter((grid) => grid.cells.length >= 2 && grid.x1 - grid.x0 > 60 && grid.y1 - grid.y0 > 10)
    .toSorted((a, b) => a.y0 - b.y0)
}
