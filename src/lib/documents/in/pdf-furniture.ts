import type { PrintedLine } from './pdf-lines.ts'

const pageNumber = /^(?:trang\s*)?[-–—]?\s*\d{1,4}\s*(?:\/\s*\d{1,4})?\s*[-–—]?$/i

interface Sheet {
  height: number
  lines: PrintedLine[]
}

function inMargin(line: PrintedLine, height: number): boolean {
  return line.y < height * 0.1 || line.y > height * 0.91
}

function keyOf(line: PrintedLine): string {
  return `${line.text.replace(/\d+/g, '#')}@${Math.round(line.y / 6)}`
}

/** Leaves out page numbers, and lines that most pages repeat at one place near their top or bottom edge. */
export function dropFurniture(sheets: readonly Sheet[]): PrintedLine[][] {
  const seen = new Map<string, number>()
  for (const { height, lines } of sheets) {
    const keys = new Set(lines.filter((line) => inMargin(line, height)).map(keyOf))
    for (const key of keys) seen.set(key, (seen.get(key) ?? 0) + 1)
  }
  const often = Math.max(3, sheets.length / 2)
  return sheets.map(({ height, lines }) =>
    lines.filter((line, index) => {
      const edge = index < 2 || index >= lines.length - 2
      if (edge && pageNumber.test(line.text) && (line.y < height * 0.12 || line.y > height * 0.88))
        return false
      return !(inMargin(line, height) && (seen.get(keyOf(line)) ?? 0) >= often)
    }),
  )
}
