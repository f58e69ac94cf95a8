import { DeletedTextRun, InsertedTextRun, type ParagraphChild, TextRun } from 'docx'
import type { Span } from './official-document.ts'

/** Whose changes a document marks; every change has a number of its own. */
export interface Marking {
  by: string
  at: string
  next: () => number
}

export function marking({ by, at }: { by: string; at: string }): Marking {
  let id = 0
  return {
    by,
    at,
    next: () => {
      id += 1
      return id
    },
  }
}

/** Marked spans become tracked changes, which a person accepts or rejects in Word one by one. */
export function docxSpans(spans: readonly Span[], marks: Marking): ParagraphChild[] {
  return spans.map((s) => {
    const run = { text: s.text, ...(s.bold && { bold: true }), ...(s.italic && { italics: true }) }
    if (!s.change) return new TextRun(run)
    const change = { ...run, id: marks.next(), author: marks.by, date: marks.at }
    return s.change === 'inserted' ? new InsertedTextRun(change) : new DeletedTextRun(change)
  })
}
