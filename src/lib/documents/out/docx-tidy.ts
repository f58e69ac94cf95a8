import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Day } from '../../calendar/day.ts'

const small =
  '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr>'

/**
 * What `docx` cannot be told: the paragraph that ends a section is made one point high, or a signature at the foot
 * of a page would be followed by an empty page; a table never stands last in the body, where Word wants a paragraph;
 * the list of content types is the first entry of the zip, where some readers look for it; and the times in the file
 * are the document's own and ids made by chance are counted, so that the same document gives the same bytes.
 */
export function tidy(bytes: Uint8Array, date: Day): Uint8Array {
  const { '[Content_Types].xml': types, 'word/document.xml': body, ...others } = unzipSync(bytes)
  if (!types || !body) return bytes
  const xml = strFromU8(body)
    .replaceAll('<w:p><w:pPr><w:sectPr>', `<w:p><w:pPr>${small}<w:sectPr>`)
    .replace('</w:tbl><w:sectPr>', `</w:tbl><w:p><w:pPr>${small}</w:pPr></w:p><w:sectPr>`)
  const core = strFromU8(others['docProps/core.xml'] ?? new Uint8Array())
  const dated = core.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${date}T00:00:00Z`)
  const parts = { '[Content_Types].xml': types, 'word/document.xml': strToU8(xml), ...others }
  const made = settled({ ...parts, 'docProps/core.xml': strToU8(dated) }, date)
  return zipSync(made, { mtime: `${date}T12:00:00` })
}

const chanceId = /\brId[\w-]{16,}/g

/** Charts bring relations named by chance and a workbook with the time of day in its zip. */
function settled(parts: Record<string, Uint8Array>, date: Day): Record<string, Uint8Array> {
  const names = new Map<string, string>()
  const name = (id: string) => {
    if (!names.has(id)) names.set(id, `rIdChart${names.size + 1}`)
    return names.get(id) ?? id
  }
  const hasChance = (file: string) => /document\.xml(\.rels)?$|charts\/.*\.(xml|rels)$/.test(file)
  return Object.fromEntries(
    Object.entries(parts).map(([file, bytes]) => {
      if (file.endsWith('.xlsx')) return [file, zipSync(unzipSync(bytes), { mtime: `${date}T12:00:00` })]
      if (!hasChance(file)) return [file, bytes]
      let drawings = 0
      const xml = strFromU8(bytes)
        .replace(chanceId, name)
        .replace(/<wp:docPr id="\d+"/g, () => {
          drawings += 1
          return `<wp:docPr id="${drawings}"`
        })
      return [file, strToU8(xml)]
    }),
  )
}
