/** The same document in another print: what a law portal, an editor or a copy from a page makes of it. */

const isRow = (line: string): boolean => line.startsWith('|')

/** Breaks every line but table rows at `width` characters, as law portals do. */
export function hardWrapped(text: string, width: number): string {
  return text
    .split('\n')
    .flatMap((line) =>
      isRow(line) || line.includes('\t') || line.length <= width ? [line] : wrapLine(line, width),
    )
    .join('\n')
}

function wrapLine(line: string, width: number): string[] {
  const lines: string[] = []
  let open = ''
  for (const word of line.split(' ')) {
    if (open !== '' && open.length + 1 + word.length > width) {
      lines.push(open)
      open = word
    } else open = open === '' ? word : `${open} ${word}`
  }
  return [...lines, open]
}

function cellsOf(row: string): string[] {
  return row
    .trim()
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim())
}

/** Replaces every run of pipe rows by what `write` makes of its cells. */
function withTables(text: string, write: (rows: string[][]) => string[]): string {
  const out: string[] = []
  let rows: string[][] = []
  const close = (): void => {
    if (rows.length > 0) out.push(...write(rows))
    rows = []
  }
  for (const line of text.split('\n')) {
    if (isRow(line)) {
      const cells = cellsOf(line)
      if (!cells.every((cell) => /^:?-+:?$/.test(cell))) rows.push(cells)
      continue
    }
    close()
    out.push(line)
  }
  close()
  return out.join('\n')
}

/** Pipe tables as HTML: `^^` becomes a rowspan. */
export function asHtmlTables(text: string): string {
  return withTables(text, (rows) => {
    const spanOf = (r: number, c: number): number => {
      let span = 1
      while (rows[r + span]?.[c] === '^^') span++
      return span
    }
    const body = rows.map((row, r) => {
      const cells = row.flatMap((cell, c) => {
        if (cell === '^^') return []
        const span = spanOf(r, c)
        return [`<td${span > 1 ? ` rowspan="${span}"` : ''}>${cell}</td>`]
      })
      return `<tr>${cells.join('')}</tr>`
    })
    return ['<table border="1">', ...body, '</table>']
  })
}

/** Pipe tables as TAB rows; a rowspan has no print there, so its text stands in every row. */
export function asTabTables(text: string): string {
  return withTables(text, (rows) => {
    const filled: string[][] = []
    for (const row of rows) {
      // A group row keeps its one text.
      const own = row.filter((cell) => cell !== '' && cell !== '^^').length
      filled.push(
        row.map((cell, c) =>
          cell !== '^^' ? cell : own > 2 ? (filled.findLast((above) => above[c] !== '')?.[c] ?? '') : '',
        ),
      )
    }
    return ['', ...filled.map((row) => row.join('\t')), '']
  })
}

/** A Markdown file: separator row, bold headings and labels. */
export function asMarkdown(text: string): string {
  const marked = text
    .split('\n')
    .map((line) => {
      if (isRow(line)) return line
      if (/^[IVX]+\. /.test(line)) return `## ${line}`
      if (/^\d\. [^:]{1,60}$/.test(line)) return `**${line}**`
      return line.replace(/^(- )?((?:Cơ quan|Đơn vị|Thời gian)[^:]{0,30}:)/u, '$1*$2*')
    })
    .join('\n')
  return withTables(marked, ([head, ...rows]) => {
    if (head === undefined) return []
    const line = (cells: string[]): string => `| ${cells.join(' | ')} |`
    return [line(head), line(head.map(() => '---')), ...rows.map(line)]
  })
}
