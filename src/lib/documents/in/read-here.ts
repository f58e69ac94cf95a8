import type { SourceDocument, SourceNote } from '../source.ts'
import { type Block, writeBlocks } from './blocks.ts'
import { readDocx } from './docx.ts'
import { readHtml } from './html.ts'
import { kindOf } from './kind.ts'
import { mendBlocks } from './legacy-runs.ts'
import { type Budget, defaultLimits, openBudget, ReadingFault } from './limits.ts'
import { faultOf, type ReadOptions, type ReadResult } from './read-result.ts'
import { readText } from './text.ts'
import { openZip } from './zip.ts'

/** What a reader of one kind hands back. `blocks` are written out here; a ready `text` is kept as it is. */
interface Read {
  kind: SourceDocument['kind']
  blocks: Block[]
  notes?: SourceNote[]
  text?: string
  pages?: number
}

async function readPdfOrScan(bytes: Uint8Array, budget: Budget, options: ReadOptions): Promise<Read> {
  const { readPdf } = await import('./pdf.ts')
  const read = await readPdf(bytes, budget, options.onProgress)
  if (read.kind === 'pdf') return read
  if (!options.ocr) throw new ReadingFault('needs-ocr')
  const { recognisePdf } = await import('./scan.ts')
  return recognisePdf(bytes, budget, options.onProgress)
}

async function readImage(bytes: Uint8Array, budget: Budget, options: ReadOptions): Promise<Read> {
  if (!options.ocr) throw new ReadingFault('needs-ocr')
  const { recogniseImage } = await import('./scan.ts')
  return recogniseImage(bytes, budget, options.onProgress)
}

async function readOle(bytes: Uint8Array, budget: Budget): Promise<Read> {
  const { readDoc } = await import('./doc.ts')
  return { kind: 'doc', blocks: await readDoc(bytes, budget) }
}

async function readRichText(bytes: Uint8Array, budget: Budget): Promise<Read> {
  const { readRtf } = await import('./rtf.ts')
  return { kind: 'doc', blocks: readRtf(bytes, budget) }
}

function readZip(bytes: Uint8Array, budget: Budget): Read {
  const zip = openZip(bytes, budget)
  const has = (start: string) => [...zip.names].some((name) => name.startsWith(start))
  if (has('xl/') || has('ppt/')) throw new ReadingFault('spreadsheet')
  if (!has('word/') && !zip.names.has('_rels/.rels')) throw new ReadingFault('unknown')
  return { kind: 'docx', blocks: readDocx(zip, budget) }
}

function readPage(bytes: Uint8Array, budget: Budget): Read {
  const { blocks, mendedFrom } = readHtml(bytes, budget)
  const detail = `Trang được lưu theo bảng mã ${mendedFrom}; đã chuyển sang Unicode.`
  const notes = mendedFrom
    ? [{ code: 'encoding-mended', start: 0, end: Number.POSITIVE_INFINITY, detail }]
    : []
  return { kind: 'html', blocks, notes }
}

async function readKind(
  bytes: Uint8Array,
  name: string,
  budget: Budget,
  options: ReadOptions,
): Promise<Read> {
  const kind = kindOf(bytes, name)
  switch (kind) {
    case 'zip':
      return readZip(bytes, budget)
    case 'pdf':
      return await readPdfOrScan(bytes, budget, options)
    case 'image':
      return await readImage(bytes, budget, options)
    case 'ole':
      return await readOle(bytes, budget)
    case 'rtf':
      return await readRichText(bytes, budget)
    case 'html':
      return readPage(bytes, budget)
    case 'unknown':
      throw new ReadingFault('unknown')
    default:
      return { kind, blocks: [], ...readText(bytes, budget) }
  }
}

function finish(read: Read, budget: Budget): SourceDocument {
  mendBlocks(read.blocks)
  const decomposed = read.text === undefined && isDecomposed(read.blocks)
  const written = read.text === undefined ? writeBlocks(read.blocks) : { text: read.text, notes: [] }
  const notes = [...written.notes, ...(read.notes ?? [])]
  const end = written.text.length
  if (decomposed) {
    const detail = 'Văn bản dùng Unicode tổ hợp; đã chuyển sang Unicode dựng sẵn.'
    notes.push({ code: 'nfc-mended', start: 0, end, detail })
  }
  if (budget.cut) {
    const detail = 'Tệp quá dài: phần sau của văn bản đã bị bỏ, hãy tách tệp và đọc riêng.'
    notes.push({ code: 'truncated', start: Math.max(0, end - 1), end, detail })
  }
  const placed = notes.map((note) => ({ ...note, end: Math.min(note.end, end) }))
  if (written.text.trim() === '') throw new ReadingFault('no-text')
  return { kind: read.kind, text: written.text, notes: placed, pages: read.pages ?? null }
}

function isDecomposed(blocks: readonly Block[]): boolean {
  const texts = blocks.flatMap((block) =>
    block.kind === 'line' ? [block.text] : block.rows.flat().map((cell) => cell.text),
  )
  return texts.some((text) => /\p{M}/u.test(text) && text !== text.normalize('NFC'))
}

/** Reads a file in this thread, whatever it costs; `readDocument` is the door for everybody else. Never throws. */
export async function readHere(bytes: Uint8Array, name: string, options: ReadOptions): Promise<ReadResult> {
  const budget = openBudget({ ...defaultLimits, ...options.limits }, options.signal)
  try {
    if (bytes.length === 0) throw new ReadingFault('empty')
    if (bytes.length > budget.limits.inputBytes) throw new ReadingFault('too-large')
    const read = await readKind(bytes, name, budget, options)
    return { ok: true, document: finish(read, budget) }
  } catch (error) {
    return { ok: false, fault: faultOf(error instanceof ReadingFault ? error.code : 'damaged') }
  }
}
