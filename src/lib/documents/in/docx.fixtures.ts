import { strToU8, zipSync } from 'fflate'

const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

/** A small .docx with the given body and further parts ('word/numbering.xml': inner XML …). */
export function docxOf(body: string, parts: Record<string, string> = {}): Uint8Array {
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document ${space}><w:body>${body}</w:body></w:document>`,
    ),
  }
  for (const [name, inner] of Object.entries(parts)) {
    const root = `w:${/(\w+?)\d*\.xml$/.exec(name)?.[1] ?? 'part'}`
    files[name] = strToU8(`<${root} ${space}>${inner}</${root}>`)
  }
  return zipSync(files)
}

/** A paragraph of one run; `properties` go into w:pPr. */
export function paragraph(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
}

export function listItem(text: string, numId: number, level = 0): string {
  return paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`)
}

/** A table cell; `properties` go into w:tcPr. */
export function tableCell(content: string, properties = ''): string {
  const inner = content.startsWith('<w:') ? content : paragraph(content)
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${inner}</w:tc>`
}

export const lined =
  '<w:tblPr><w:tblBorders><w:top w:val="single"/><w:insideH w:val="single"/></w:tblBorders></w:tblPr>'

export function table(rows: string[][], properties = lined): string {
  return `<w:tbl>${properties}${rows.map((row) => `<w:tr>${row.join('')}</w:tr>`).join('')}</w:tbl>`
}
