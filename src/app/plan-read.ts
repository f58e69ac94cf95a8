import { open } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import type { Config } from '../lib/config.ts'
import { defaultLimits } from '../lib/documents/in/limits.ts'
import { readDocument } from '../lib/documents/in/read-document.ts'
import { labelsOfText } from '../modules/plans/plan-reading.ts'
import { readingSheet } from './reading-sheet.ts'

/**
 * `chungtay plan read FILE [--json]`: reads a plan from a file without a database. With --json one JSON document on
 * stdout; without it a sheet for people. 0: read. 2: not a file that can be read, with a sentence on stderr.
 * Relative names start in the folder in which the person typed the command.
 */
export async function plan(config: Config, args: string[]): Promise<number> {
  const files = args.slice(1).filter((a) => !a.startsWith('--'))
  const file = files[0]
  if (args[0] !== 'read' || file === undefined || files.length > 1) {
    return say('Dùng: chungtay plan read TỆP [--json].', 'Use: chungtay plan read FILE [--json].')
  }
  const bytes = await bytesOf(resolve(config.callerDir, file))
  if (typeof bytes === 'string') return noFile(file, bytes)
  const result = await readDocument(bytes, { name: basename(file) }, { ocr: true, onProgress: tellProgress })
  if (!result.ok) return say(result.fault.vi, result.fault.en)
  const labels = labelsOfText(result.document.text)
  const { kind, pages, notes } = result.document
  const text = args.includes('--json')
    ? JSON.stringify({ ...labels, source: { kind, pages, notes, ...labels.source } }, null, 1)
    : readingSheet(labels, notes)
  await new Promise<void>((done) => process.stdout.write(`${text}\n`, () => done()))
  return 0
}

/** The bytes, or the code of what went wrong. A file over the limit is not taken into memory. */
async function bytesOf(path: string): Promise<Uint8Array | string> {
  try {
    await using handle = await open(path)
    const { size } = await handle.stat()
    return size > defaultLimits.inputBytes ? 'TOO_LARGE' : new Uint8Array(await handle.readFile())
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code ?? 'UNREADABLE'
  }
}

function noFile(file: string, code: string): number {
  if (code === 'ENOENT') return say(`Không tìm thấy tệp “${file}”.`, `There is no file “${file}”.`)
  if (code === 'EISDIR')
    return say(`“${file}” là thư mục, không phải tệp.`, `“${file}” is a folder, not a file.`)
  if (code === 'TOO_LARGE') {
    const size = `${Math.floor(defaultLimits.inputBytes / 1024 / 1024)} MB`
    return say(`Tệp “${file}” lớn hơn ${size}.`, `The file “${file}” is larger than ${size}.`)
  }
  return say(`Không mở được tệp “${file}” (${code}).`, `The file “${file}” cannot be opened (${code}).`)
}

function say(vi: string, en: string): number {
  process.stderr.write(`${vi} / ${en}\n`)
  return 2
}

function tellProgress(done: number, total: number, what: string): void {
  if (what === 'ocr') process.stderr.write(`Nhận dạng chữ: trang ${done}/${total}\n`)
}
