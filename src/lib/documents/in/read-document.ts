import { type FileKind, kindOf } from './kind.ts'
import { readApart } from './read-apart.ts'
import { readHere } from './read-here.ts'
import { faultOf, type ReadOptions, type ReadResult } from './read-result.ts'

/** Up to so many bytes a file of our own readers is read at once, in this thread; it takes some 50 ms at most. */
const small: Partial<Record<FileKind, number>> = {
  zip: 60_000,
  html: 200_000,
  rtf: 400_000,
  text: 1_000_000,
  markdown: 1_000_000,
  unknown: Number.POSITIVE_INFINITY,
}

let line: Promise<unknown> = Promise.resolve()

/** Recognition takes 340–400 MB and a whole core, so one document at a time, whoever asks. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = line.then(work, work)
  line = turn.catch(() => undefined)
  return turn
}

/**
 * Turns any file into the canonical text (`SourceDocument`). The kind is decided by the bytes; `hint.name` only tells
 * plain text from Markdown. Never throws: a file that cannot be read is answered with a sentence that says what to do
 * (requirement QN-01). What may cost much is read in another process that is ended at the limits. Scans are recognised
 * only with `ocr: true`, some 5 s a page, one document at a time.
 */
export async function readDocument(
  bytes: Uint8Array,
  hint: { name?: string } = {},
  options: ReadOptions = {},
): Promise<ReadResult> {
  if (options.signal?.aborted) return { ok: false, fault: faultOf('cancelled') }
  const name = hint.name ?? ''
  if (bytes.length <= (small[kindOf(bytes, name)] ?? 0)) return readHere(bytes, name, options)
  const quick = await readApart(bytes, name, { ...options, ocr: false })
  if (quick.ok || quick.fault.code !== 'needs-ocr' || !options.ocr) return quick
  return inTurn(() => readApart(bytes, name, options))
}
