import type { Rules } from './pdf-rules.ts'

const dark = 140
/** Shortest rule worth keeping, in points: longer than any stroke of a letter. */
const shortest = 22
/** A scan's lines have gaps and lean; so many pixels may be light within one. */
const patience = 3

interface Axis {
  lines: number
  along: number
  /** Place of a pixel in the picture by line and position on it. */
  at: (line: number, position: number) => number
}

function runsOn(gray: Uint8Array, axis: Axis, line: number, least: number): [number, number][] {
  const runs: [number, number][] = []
  let start = -1
  let last = -1
  for (let position = 0; position < axis.along; position++) {
    const here = axis.at(line, position)
    const one = gray[here] ?? 255
    if (one < dark) {
      if (start === -1) start = position
      last = position
    } else if (start !== -1 && position - last > patience) {
      if (last - start >= least) runs.push([start, last])
      start = -1
    }
  }
  if (start !== -1 && last - start >= least) runs.push([start, last])
  return runs
}

interface Rule {
  at: number
  from: number
  to: number
}

function rulesAlong(gray: Uint8Array, axis: Axis, least: number): Rule[] {
  const rules: Rule[] = []
  let open: Rule[] = []
  for (let line = 0; line < axis.lines; line++) {
    const next: Rule[] = []
    for (const [from, to] of runsOn(gray, axis, line, least)) {
      // Runs on neighbouring lines are one rule that is thick or leans a little.
      const same = open.find((rule) => from <= rule.to + 6 && to >= rule.from - 6)
      if (same) {
        same.from = Math.min(same.from, from)
        same.to = Math.max(same.to, to)
        next.push(same)
      } else {
        const rule = { at: line, from, to }
        rules.push(rule)
        next.push(rule)
      }
    }
    open = next
    if (rules.length > 5_000) return []
  }
  return rules
}

/** Finds the ruling lines of a table in a picture of a page, as long dark runs. `scale`: points to a pixel. */
export function findPictureRules(gray: Uint8Array, width: number, height: number, scale: number): Rules {
  const least = shortest / scale
  const across = rulesAlong(gray, { lines: height, along: width, at: (y, x) => y * width + x }, least * 2)
  const down = rulesAlong(gray, { lines: width, along: height, at: (x, y) => y * width + x }, least)
  return {
    across: across.map(({ at, from, to }) => ({ y: at * scale, x0: from * scale, x1: to * scale })),
    down: down.map(({ at, from, to }) => ({ x: at * scale, y0: from * scale, y1: to * scale })),
  }
}

/** Paints the found rules white: recognition takes them for letters ("|", "l") and glues the words beside them. */
export function eraseRules(
  gray: Uint8Array,
  width: number,
  height: number,
  rules: Rules,
  scale: number,
): Uint8Array {
  const clean = Uint8Array.from(gray)
  const half = Math.ceil(1.6 / scale)
  function wipe(x0: number, x1: number, y0: number, y1: number): void {
    for (let y = Math.max(0, y0); y <= Math.min(height - 1, y1); y++) {
      clean.fill(255, y * width + Math.max(0, x0), y * width + Math.min(width - 1, x1) + 1)
    }
  }
  for (const { y, x0, x1 } of rules.across) {
    const at = Math.round(y / scale)
    wipe(Math.floor(x0 / scale), Math.ceil(x1 / scale), at - 2, at + half)
  }
  for (const { x, y0, y1 } of rules.down) {
    const at = Math.round(x / scale)
    wipe(at - 2, at + half, Math.floor(y0 / scale), Math.ceil(y1 / scale))
  }
  return clean
}
