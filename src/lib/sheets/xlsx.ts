import { zipSync } from 'fflate'
import { type CellStyle, streamXlsxRows, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { defaultLimits, openBudget, ReadingFault } from '../documents/in/limits.ts'
import { childrenOf, decodeXml, type Element, parseXml } from '../documents/in/xml.ts'
import { openZip } from '../documents/in/zip.ts'
import type { CellValue, ColumnKind, RawRow, SheetColumn, SheetLimits } from './sheet.ts'
import { SheetRefusal } from './sheet.ts'

// The only file that knows hucre. It inflates entries up to 2 GiB and trusts sizes; so the parts it needs are
// unpacked here within limits and handed over as a zip of stored entries.
const needed =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml)$/i

export interface OpenedXlsx {
  sheetNames: string[]
  rows(sheet: string): AsyncGenerator<RawRow>
  /** Rows the sheet says it has; 0 where it does not say. */
  saidRows: number
}

function storedParts(bytes: Uint8Array, limits: SheetLimits): Record<string, Uint8Array> {
  const budget = openBudget({
    ...defaultLimits,
    unzippedBytes: limits.unzippedBytes,
    entryBytes: limits.unzippedBytes,
  })
  try {
    const zip = openZip(bytes, budget)
    const parts: Record<string, Uint8Array> = {}
    for (const name of zip.names) {
      const part = needed.test(name) ? zip.read(name) : null
      if (part) parts[name] = part
    }
    return parts
  } catch (error) {
    if (!(error instanceof ReadingFault)) throw error
    const { code } = error
    throw new SheetRefusal(code === 'password' || code === 'zip-bomb' ? code : 'damaged', error)
  }
}

function sheetNamesOf(workbook: Uint8Array): string[] {
  const names: string[] = []
  const search = (element: Element) => {
    for (const child of childrenOf(element)) {
      if (/(?:^|:)sheet$/.test(child.name)) names.push(child.attributes['name'] ?? '')
      else search(child)
    }
  }
  search(parseXml(decodeXml(workbook)))
  return names
}

const two = (n: number) => String(n).padStart(2, '0')

function cellOf(value: unknown): CellValue {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return null
    return `${two(value.getUTCDate())}/${two(value.getUTCMonth() + 1)}/${value.getUTCFullYear()}`
  }
  return String(value).normalize('NFC')
}

async function* rowsOf(stored: Uint8Array, sheet: string, limits: SheetLimits): AsyncGenerator<RawRow> {
  for await (const row of streamXlsxRows(stored, { sheet })) {
    if (
      row.values.length > limits.columns &&
      row.values.slice(limits.columns).some((v) => v !== null && v !== '')
    ) {
      throw new SheetRefusal('too-large')
    }
    yield { line: row.index + 1, cells: row.values.slice(0, limits.columns).map(cellOf) }
  }
}

/** Opens an .xlsx held in memory. Throws SheetRefusal. */
export function openXlsx(bytes: Uint8Array, limits: SheetLimits): OpenedXlsx {
  const parts = storedParts(bytes, limits)
  const workbook = parts['xl/workbook.xml']
  if (!workbook) throw new SheetRefusal('unknown')
  const stored = zipSync(parts, { level: 0 })
  const first = Object.keys(parts).find((name) => name.startsWith('xl/worksheets/'))
  const head = new TextDecoder().decode((first && parts[first]?.subarray(0, 4000)) || new Uint8Array())
  const saidRows = Number(/<dimension ref="[A-Z]+\d+:[A-Z]+(\d+)"/.exec(head)?.[1] ?? 0)
  return { sheetNames: sheetNamesOf(workbook), rows: (sheet) => rowsOf(stored, sheet, limits), saidRows }
}

const dateFormat = 'dd/mm/yyyy'
/** '@' keeps "01" and "=A1" the words they are, also after somebody edits the cell. */
const formats: Record<ColumnKind, string> = { text: '@', number: '#,##0.###', date: dateFormat }
const heading: CellStyle = {
  font: { name: 'Times New Roman', size: 12, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E8EEF4' } },
  alignment: { wrapText: true, vertical: 'center' },
  numFmt: '@',
}
const widths: Record<ColumnKind, number> = { text: 30, number: 14, date: 14 }

export interface XlsxSheet {
  name: string
  columns: readonly SheetColumn[]
  rows: (string | number | Date | null)[][]
}

/** Names that Excel accepts: at most 31 characters, none of []:*?/\, no two alike in any case. */
function sheetNamesFor(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const plain = name.replace(/[[\]:*?/\\]/g, ' ').replace(/^[\s']+|[\s']+$/g, '')
    const base = plain.slice(0, 31).trim() || 'Sheet'
    let unique = base
    for (let n = 2; taken.has(unique.toLowerCase()); n += 1) unique = `${base.slice(0, 26)} (${n})`
    taken.add(unique.toLowerCase())
    return unique
  })
}

function toWrite(sheet: XlsxSheet, name: string): WriteSheet {
  const cells = new Map(
    sheet.columns.map((c, i) => [`0,${i}`, { value: c.title, type: 'string' as const, style: heading }]),
  )
  return {
    name,
    columns: sheet.columns.map((c) => ({
      width: c.width ?? widths[c.kind],
      style: { numFmt: formats[c.kind], alignment: { vertical: 'top', wrapText: c.kind === 'text' } },
    })),
    rows: [sheet.columns.map((c) => c.title), ...sheet.rows],
    cells,
    freezePane: { rows: 1 },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    },
  }
}

export async function writeXlsxSheets(sheets: readonly XlsxSheet[]): Promise<Uint8Array> {
  const names = sheetNamesFor(sheets.map((sheet) => sheet.name))
  return writeXlsx({
    sheets: sheets.map((sheet, i) => toWrite(sheet, names[i] ?? sheet.name)),
    // Only shared strings get xml:space="preserve"; without it Excel drops blanks at the ends and line ends.
    stringMode: 'shared',
    defaultFont: { name: 'Times New Roman', size: 12 },
  })
}
