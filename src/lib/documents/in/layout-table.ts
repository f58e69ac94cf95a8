import { type Block, type Cell, line, type Table } from './blocks.ts'

const nationalTitle = /c[ộô]ng\s+h(?:òa|oà)\s+x[ãa]\s+h[ộo]i\s+ch[ủu]\s+ngh[ĩi]a/i
const motto = /độc\s+lập\s*[-–—]\s*tự\s+do/i
const recipients = /(?:^|\n)\s*(?:nơi\s+nhận|kính\s+gửi)\s*[:;.]?/i
const signs = /(?:^|\n)\s*(?:TM|KT|TL|TUQ|Q)\.\s*\p{Lu}/u
const columnHeads = /(?:^|\n)\s*(?:stt|tt|số\s*tt|nội\s+dung|thời\s+gian|cơ\s+quan,\s*đơn\s+vị)/i

/**
 * Official documents set the two-column head and the signature block (Nghị định 30/2020/NĐ-CP, Phụ lục I) in a table
 * without lines. Such a table is layout, not content: it is read cell by cell.
 * `borders`: whether the file draws lines; undefined when it does not say.
 */
export function isLayoutTable(rows: readonly (readonly Cell[])[], borders: boolean | undefined): boolean {
  const columns = Math.max(0, ...rows.map((row) => row.length))
  const cells = rows.flat().filter((cell) => cell.from === 'here')
  if (columns <= 1 || cells.length <= 1) return true
  if (columns > 4 || rows.length > 12) return false
  const texts = cells.map((cell) => cell.text)
  const says = (pattern: RegExp) => texts.some((text) => pattern.test(text))
  if (says(nationalTitle) || (says(motto) && rows.length <= 6)) return true
  if (columns > 3 || rows.length > 6 || says(columnHeads)) return false
  if (says(recipients)) return true
  if (borders) return false
  return says(signs) || (borders === false && rows.length <= 2 && columns <= 3)
}

/** The table's cells as lines: row by row, left to right, as a reader's eye goes. */
export function layoutLines(table: Table): Block[] {
  const blocks: Block[] = []
  for (const row of table.rows) {
    for (const cell of row) {
      if (cell.from !== 'here' || cell.text.trim() === '') continue
      for (const [index, text] of cell.text.split(/[\n\v]/).entries()) {
        blocks.push(line(text, index === 0 ? cell.remarks : []))
      }
      blocks.push(line(''))
    }
  }
  return blocks
}
