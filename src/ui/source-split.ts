/** A stretch of the source text, by offsets of UTF-16 units, end excluded. */
export type Mark = {
  start: number
  end: number
  /** Of the field that was read from here. */
  id: string
  /** What it was read as: "Cơ quan chủ trì". */
  label: string
  doubtful?: boolean
}

export type Piece = { start: number; text: string; mark?: Mark }
export type Line = { start: number; pieces: Piece[] }

/** Cuts a text into lines and these at every edge of a mark. Where marks lie over each other the shortest wins. */
export function splitLines(text: string, marks: readonly Mark[]): Line[] {
  const sorted = [...marks].filter((mark) => mark.end > mark.start).sort((a, b) => a.start - b.start)
  const lines: Line[] = []
  let start = 0
  let from = 0
  for (const content of text.split('\n')) {
    const end = start + content.length
    while (from < sorted.length && (sorted[from]?.end ?? 0) <= start && sorted[from]?.start !== undefined)
      from++
    const here = sorted.slice(from).filter((mark) => mark.start < end && mark.end > start)
    lines.push({ start, pieces: cut(content, start, here) })
    start = end + 1
  }
  return lines
}

function cut(content: string, start: number, marks: readonly Mark[]): Piece[] {
  const end = start + content.length
  const edges = new Set([start, end])
  for (const mark of marks) {
    edges.add(Math.max(start, mark.start))
    edges.add(Math.min(end, mark.end))
  }
  const places = [...edges].sort((a, b) => a - b)
  const pieces: Piece[] = []
  for (let i = 0; i + 1 < places.length; i++) {
    const [a = 0, b = 0] = [places[i], places[i + 1]]
    const mark = shortest(marks.filter((one) => one.start <= a && one.end >= b))
    const piece = { start: a, text: content.slice(a - start, b - start) }
    pieces.push(mark === undefined ? piece : { ...piece, mark })
  }
  return pieces
}

function shortest(marks: readonly Mark[]): Mark | undefined {
  return [...marks].sort((a, b) => a.end - a.start - (b.end - b.start))[0]
}
