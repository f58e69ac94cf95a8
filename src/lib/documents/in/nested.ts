import { type Block, type Remark, type Table, writeCell } from './blocks.ts'

/** A table inside a cell becomes lines of that cell, one a row. */
function flatten(table: Table): string {
  return table.rows
    .map((row) =>
      row
        .filter((one) => one.from === 'here')
        .map((one) => writeCell(one).replaceAll('<br>', ' ').replaceAll('\\|', '|'))
        .filter((text) => text !== '')
        .join(' – '),
    )
    .filter((text) => text !== '')
    .join('\n')
}

const nestedRemark: Remark = {
  code: 'nested-table',
  detail: 'Trong ô có một bảng khác; mỗi hàng của bảng đó được viết thành một dòng.',
}

/** A cell's blocks as its text: paragraphs on lines of their own, with what was remarked about them. */
export function cellFromBlocks(blocks: readonly Block[]): { text: string; remarks: Remark[] } {
  const texts: string[] = []
  const remarks: Remark[] = []
  for (const block of blocks) {
    texts.push(block.kind === 'line' ? block.text : flatten(block))
    remarks.push(...block.remarks)
    if (block.kind === 'table') remarks.push(nestedRemark)
  }
  const seen = new Set<string>()
  const once = remarks.filter((one) => !seen.has(one.code) && seen.add(one.code))
  return { text: texts.join('\n'), remarks: once }
}
