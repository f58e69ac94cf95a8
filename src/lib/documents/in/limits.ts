import type { FaultCode } from './faults.texts.ts'

/** Bounds on what one file may cost. Bytes, counts of UTF-16 units, table cells, pages; milliseconds of wall time. */
export interface Limits {
  inputBytes: number
  unzippedBytes: number
  entryBytes: number
  /** Largest unzipped size for one packed byte; deflate itself cannot pass 1,032. */
  ratio: number
  htmlBytes: number
  cells: number
  pages: number
  characters: number
  depth: number
  /** Elements in one paragraph or table, 1 kB each in memory; a table of 200 pages has a hundred thousand. */
  elements: number
  milliseconds: number
  /** Pages of a scan, and wall time for each: recognition takes 4–6 s a page on a slow machine. */
  scanPages: number
  scanMilliseconds: number
}

export const defaultLimits: Limits = {
  inputBytes: 50_000_000,
  unzippedBytes: 200_000_000,
  entryBytes: 100_000_000,
  ratio: 300,
  htmlBytes: 20_000_000,
  cells: 200_000,
  pages: 1_000,
  characters: 5_000_000,
  depth: 256,
  elements: 500_000,
  milliseconds: 30_000,
  scanPages: 200,
  scanMilliseconds: 60_000,
}

/** Thrown inside the readers only; `readDocument` turns it into an answer. */
export class ReadingFault extends Error {
  readonly code: FaultCode

  constructor(code: FaultCode, cause?: unknown) {
    super(code, { cause })
    this.code = code
  }
}

/** What is left of the limits while one file is read. */
export interface Budget {
  readonly limits: Limits
  readonly deadline: number
  readonly signal: AbortSignal | undefined
  cells: number
  characters: number
  /** Set once something was left out; the answer then carries a 'truncated' note. */
  cut: boolean
}

export function openBudget(limits: Limits, signal?: AbortSignal): Budget {
  const deadline = performance.now() + limits.milliseconds
  return { limits, deadline, signal, cells: limits.cells, characters: limits.characters, cut: false }
}

/** Throws 'too-slow' past the deadline and 'cancelled' when the caller gave up. Cheap enough for every paragraph. */
export function checkTime(budget: Budget): void {
  if (budget.signal?.aborted) throw new ReadingFault('cancelled')
  if (performance.now() > budget.deadline) throw new ReadingFault('too-slow')
}

/** True while there is room; once false, the reader stops and the text ends there. */
export function spend(budget: Budget, what: 'cells' | 'characters', count: number): boolean {
  if (budget[what] < count) {
    budget[what] = 0
    budget.cut = true
    return false
  }
  budget[what] -= count
  return true
}
