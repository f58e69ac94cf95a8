import type { TypedFigure } from './figures.sql.ts'

/** What a sheet of figures held: rows that are right, and what is wrong, by line. */
export interface FiguresRead {
  figures: (TypedFigure & { line: number; title: string })[]
  faults: { line: number; vi: string; en: string }[]
}
