/** The process in which files are read that may cost much or go wrong: see `read-apart.ts`. */
import type { Limits } from './limits.ts'
import { readHere } from './read-here.ts'
import type { ReadResult } from './read-result.ts'

export interface Order {
  bytes: Uint8Array
  name: string
  limits: Partial<Limits>
  ocr: boolean
}

export type Report =
  | { kind: 'progress'; done: number; total: number; what: string }
  | { kind: 'result'; result: ReadResult }

// The libraries leave promises of theirs to fail unheard when a file is spoiled; the answer has long been given.
process.on('unhandledRejection', () => undefined)
process.on('uncaughtException', () => undefined)

function report(news: Report): void {
  process.send?.(news)
}

process.on('disconnect', () => process.exit())
process.on('message', async (order: Order) => {
  const { bytes, name, limits, ocr } = order
  const onProgress = (done: number, total: number, what: string) =>
    report({ kind: 'progress', done, total, what })
  report({ kind: 'result', result: await readHere(bytes, name, { limits, ocr, onProgress }) })
})
