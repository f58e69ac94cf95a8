import type { Block, TextLine } from './blocks.ts'
import type { Grid } from './grid.ts'
import { cut, type Strand, split, trim } from './strand.ts'

const LAYOUT =
  /cong hoa xa hoi chu nghia|doc lap\s*-\s*tu do|noi nhan\s*:|(?:^|\n)\s*so\s*:[^|]{0,20}\/|(?:^|\n)\s*(?:tm|kt|tl|tuq)\s*\.\s/

/** Tables that only arrange the page (head and signature blocks) become lines, cell by cell; so do wide gaps. */
export function withoutLayoutTables(blocks: readonly Block[]): Block[] {
  const plain: Block[] = []
  let right: TextLine[] = []
  for (const block of blocks) {
    if (block.kind === 'grid') {
      if (isLayout(block.grid)) plain.push(...linesOf(block.grid))
      else plain.push(block)
      continue
    }
    const gap = gapIn(block.strand)
    if (gap === null) {
      plain.push(block)
    } else {
      plain.push({ ...block, strand: trim(cut(block.strand, 0, gap)) })
      right.push({ ...block, strand: trim(cut(block.strand, gap)), blanks: 1 })
    }
    if (right.length > 0 && /^-?\s*luu\s*[:.]|^so\s*:/.test(block.strand.bare)) {
      plain.push(...right)
      right = []
    }
  }
  return [...plain, ...right]
}

function isLayout(grid: Grid): boolean {
  if (grid.rows.length > 14) return false
  const texts = grid.rows.flatMap((row) => row.map((cell) => cell.strand.bare))
  const width = Math.max(0, ...grid.rows.map((row) => row.filter((cell) => cell.strand.text !== '').length))
  if (texts.some((text) => /cong hoa xa hoi chu nghia/.test(text))) return true
  return width <= 3 && texts.some((text) => LAYOUT.test(text))
}

function linesOf(grid: Grid): TextLine[] {
  const lines: TextLine[] = []
  const width = Math.max(0, ...grid.rows.map((row) => row.length))
  // A signature block is read column by column, so that the left list is whole before the right one begins.
  const byColumn = grid.rows.some((row) => row.some((cell) => /noi nhan/.test(cell.strand.bare)))
  const cells = byColumn
    ? Array.from({ length: width }, (_, column) => grid.rows.map((row) => row[column])).flat()
    : grid.rows.flat()
  for (const cell of cells) {
    if (cell === undefined || cell.spanned) continue
    split(cell.strand, /\n/g).forEach((line, k) => {
      const strand: Strand = trim(line)
      if (strand.text !== '') lines.push({ kind: 'line', strand, hashes: 0, blanks: k === 0 ? 1 : 0 })
    })
  }
  return lines
}

/** Where the right half of a two-column line begins ("Nơi nhận:          TM. ỦY BAN NHÂN DÂN"), or null. */
function gapIn(line: Strand): number | null {
  const gap = /\S(\s{4,}|\t+)(?=\S)/.exec(line.text)
  if (gap === null) return null
  const at = gap.index + gap[0].length
  const right = line.bare.slice(at)
  const left = line.bare.slice(0, gap.index + 1)
  if (
    /^(?:tm|kt|tl|tuq)\s*\.|^(?:pho )?(?:chu tich|giam doc|chanh)|^cong hoa|^doc lap|ngay\s.{0,12}thang/.test(
      right,
    ) &&
    right.length < 90
  )
    return at
  return /^noi nhan|^-\s|^so\s*:|^uy ban|^tinh /.test(left) &&
    /^\p{Lu}/u.test(line.text.slice(at)) &&
    right.length < 60
    ? at
    : null
}
