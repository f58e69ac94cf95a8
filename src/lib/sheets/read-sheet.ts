import { setImmediate } from 'node:timers/promises'
import { decodeCsv, parseCsv } from './csv.ts'
import {
  type RawRow,
  type RawSheet,
  type SheetFault,
  type SheetLimits,
  SheetRefusal,
  sheetFault,
  sheetLimits,
} from './sheet.ts'
import { openXlsx } from './xlsx.ts'

export interface ReadSheetOptions {
  /** Name of the file; its ending tells a CSV from other text. */
  name: string
  /** Name of the sheet; the first one where it is not given. */
  sheet?: string
  limits?: Partial<SheetLimits>
  /** Told now and then: rows read, and rows in all as far as the file tells (0: it does not). */
  onProgress?: (done: number, total: number) => void
  signal?: AbortSignal
}

export type SheetResult = { ok: true; sheet: RawSheet } | { ok: false; fault: SheetFault }

const progressEvery = 1000

interface Opened {
  name: string
  sheetNames: string[]
  rows: AsyncIterable<RawRow> | Iterable<RawRow>
  total: number
}

const startsWith = (bytes: Uint8Array, ...marks: number[]) => marks.every((mark, i) => bytes[i] === mark)

function open(bytes: Uint8Array, options: ReadSheetOptions, limits: SheetLimits): Opened {
  if (startsWith(bytes, 0x50, 0x4b)) {
    const xlsx = openXlsx(bytes, limits)
    const name = options.sheet ?? xlsx.sheetNames[0]
    if (name === undefined) throw new SheetRefusal('empty')
    if (!xlsx.sheetNames.includes(name)) throw new SheetRefusal('no-sheet')
    return { name, sheetNames: xlsx.sheetNames, rows: xlsx.rows(name), total: xlsx.saidRows }
  }
  // An encrypted .xlsx and an old .xls are both OLE files; only the first carries this name inside.
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    const encrypted = Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))
    throw new SheetRefusal(encrypted ? 'password' : 'unknown')
  }
  const text = decodeCsv(bytes)
  const isText = /\.(?:csv|tsv|txt)$/i.test(options.name) || !text.includes('\u0000')
  if (!isText || startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) throw new SheetRefusal('unknown')
  return { name: options.name, sheetNames: [], rows: parseCsv(text, limits), total: 0 }
}

async function collect(opened: Opened, options: ReadSheetOptions, limits: SheetLimits): Promise<RawRow[]> {
  const deadline = performance.now() + limits.milliseconds
  const rows: RawRow[] = []
  let cells = 0
  let passed = 0
  for await (const row of opened.rows) {
    passed += 1
    if (passed % progressEvery === 0) {
      options.onProgress?.(passed, opened.total)
      await setImmediate()
      if (options.signal?.aborted) throw new SheetRefusal('cancelled')
      if (performance.now() > deadline) throw new SheetRefusal('too-slow')
    }
    if (row.cells.every((cell) => cell === null)) continue
    cells += row.cells.length
    rows.push(row)
    if (rows.length > limits.rows || cells > limits.cells) throw new SheetRefusal('too-large')
  }
  options.onProgress?.(passed, passed)
  return rows
}

/**
 * Reads one sheet of an .xlsx, or a .csv in any encoding Excel saves, into rows of plain values. A file that cannot
 * be read is answered with a fault; nothing is thrown for what a file holds.
 */
export async function readSheet(bytes: Uint8Array, options: ReadSheetOptions): Promise<SheetResult> {
  const limits = { ...sheetLimits, ...options.limits }
  const fault = (code: SheetFault['code']): SheetResult => ({
    ok: false,
    fault: sheetFault(code, { sheet: options.sheet ?? '' }),
  })
  if (bytes.length === 0) return fault('empty')
  if (bytes.length > limits.bytes) return fault('too-large')
  try {
    const opened = open(bytes, options, limits)
    const rows = await collect(opened, options, limits)
    if (rows.length === 0) return fault('empty')
    return { ok: true, sheet: { name: opened.name, sheetNames: opened.sheetNames, rows } }
  } catch (error) {
    // Whatever the reader of the format stumbled over lies in the file.
    return fault(error instanceof SheetRefusal ? error.code : 'damaged')
  }
}
