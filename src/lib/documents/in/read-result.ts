import type { SourceDocument } from '../source.ts'
import { type FaultCode, faultTexts } from './faults.texts.ts'
import type { Limits } from './limits.ts'

export interface ReadOptions {
  limits?: Partial<Limits>
  /** false: a scan is answered with the fault 'needs-ocr' at once, so that the caller can queue a job. */
  ocr?: boolean
  /** Told after each page: pages done, pages in all, what is being done ('ocr' | 'pdf'). */
  onProgress?: (done: number, total: number, what: string) => void
  signal?: AbortSignal
}

export interface Fault {
  code: FaultCode
  vi: string
  en: string
}

/** The canonical text, or why there is none. */
export type ReadResult = { ok: true; document: SourceDocument } | { ok: false; fault: Fault }

export function faultOf(code: FaultCode): Fault {
  return { code, ...faultTexts[code] }
}
