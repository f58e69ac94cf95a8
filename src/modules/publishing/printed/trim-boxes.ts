const points = 72 / 25.4
/** As `edge` and `bleed` of templates/base.typ: crop marks stand in 11 mm around the sheet, colour goes 3 mm over it. */
const edge = 11 * points
const bleed = 3 * points

/**
 * Tells the printing house's program where the sheet is cut (TrimBox) and how far colour reaches (BleedBox), which the
 * compiler leaves at the whole page. Written as an incremental update (ISO 32000-1, 7.5.6): the bytes before stay as
 * they are. A file without plain page objects or a classic table (another compiler) comes back as it was: its crop marks
 * still say where to cut.
 */
export function withTrimBoxes(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1')
  const trailer = text.slice(text.lastIndexOf('trailer'))
  const startXref = /startxref\s+(\d+)/.exec(trailer)?.[1]
  const dictionary = /trailer\s*<<([\s\S]*?)>>\s*startxref/.exec(trailer)?.[1]
  const pages = [...text.matchAll(/(?:^|\n)(\d+) 0 obj\n(<<\s*\/Type \/Page\n[\s\S]*?)\nendobj/g)]
  if (!startXref || !dictionary || pages.length === 0) return pdf
  let added = '\n'
  let table = ''
  for (const [, number = '', body = ''] of pages) {
    table += `${number} 1\n${String(text.length + added.length).padStart(10, '0')} 00000 n\r\n`
    added += `${number} 0 obj\n${boxed(body)}\nendobj\n`
  }
  const at = text.length + added.length
  added += `xref\n${table}trailer\n<<${dictionary.trimEnd()}\n  /Prev ${startXref}\n>>\nstartxref\n${at}\n%%EOF\n`
  return new Uint8Array(Buffer.concat([pdf, Buffer.from(added, 'latin1')]))
}

function boxed(page: string): string {
  return page.replace(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/, (media, width, height) => {
    const inside = (by: number) =>
      [by, by, Number(width) - by, Number(height) - by].map((n) => n.toFixed(3)).join(' ')
    return `${media}\n  /BleedBox [${inside(edge - bleed)}]\n  /TrimBox [${inside(edge)}]`
  })
}
