import { type Departure, departure } from './departure.ts'
import type { DocxFormats } from './docx-formats.ts'
import type { ParagraphFormat } from './docx-paragraph-format.ts'
import { type Anatomy, plain } from './layout-anatomy.ts'
import { rulePartRange } from './nd30.ts'
import { textWidth } from './text-width.ts'

interface RuleLine {
  /** Millimetres; null when a line is there but its length is not told. */
  length: number | null
}

/** Lengths are measured on font metrics, not on what was drawn: an eighth is within the error of that. */
const slack = 1.13

function widthOf(p: ParagraphFormat, formats: DocxFormats): number {
  const section = formats.sections[p.section]
  const page = section ? section.width - section.margins.left - section.margins.right : 160
  return p.cell && p.cell.width > 0 ? p.cell.width : page
}

const lengthOf = (p: ParagraphFormat, formats: DocxFormats) => widthOf(p, formats) - p.left - p.right

/** The line under a paragraph: its own border, underline or drawing, or that of the empty paragraphs below it. */
function ruleUnder(p: ParagraphFormat, formats: DocxFormats): RuleLine | null {
  if (p.border === 'bottom') return { length: lengthOf(p, formats) }
  if (p.drawnLine !== null) return { length: p.drawnLine || null }
  const words = p.runs.filter((r) => r.text.trim() !== '')
  if (words.length > 0 && words.every((r) => r.underline)) return { length: longestLine(p, formats) }
  const all = formats.paragraphs
  for (let i = all.indexOf(p) + 1; i < all.length; i += 1) {
    const next = all[i]
    if (!next || next.cell?.table !== p.cell?.table || next.cell?.column !== p.cell?.column) return null
    if (next.border !== null) return { length: lengthOf(next, formats) }
    if (next.drawnLine !== null) return { length: next.drawnLine || null }
    // Some draw the line with hyphens or underscores.
    if (/^[_\-–—─*]{3,}$/u.test(plain(next))) {
      return { length: textWidth(plain(next), next.runs[0]?.size ?? 14) }
    }
    if (plain(next) !== '') return null
  }
  return null
}

/** Length of the longest line the paragraph can have. */
function longestLine(p: ParagraphFormat, formats: DocxFormats): number {
  const run = p.runs.find((r) => r.text.trim() !== '')
  return Math.min(textWidth(plain(p), run?.size ?? 14, run?.bold ?? true), lengthOf(p, formats))
}

const shown = (mm: number) => String(Math.round(mm))

function checkOne(
  component: 'motto' | 'issuingBody' | 'abstract',
  p: ParagraphFormat | null | undefined,
  formats: DocxFormats,
): Departure[] {
  if (!p) return []
  const asked = { phrase: component === 'motto' ? 'asLong' : 'thirdToHalf' } as const
  const line = ruleUnder(p, formats)
  if (!line) return [departure('ruleLine', component, { phrase: 'noLine' }, asked)]
  // How long the line under the abstract is to be has not been read in the decree; only that it is there.
  if (line.length === null || component === 'abstract') return []
  const part = line.length / longestLine(p, formats)
  const [least, most] = component === 'motto' ? [1, 1] : rulePartRange
  if (part >= least / slack && part <= most * slack) return []
  return [departure('ruleLine', component, { phrase: 'wrongLength', found: shown(line.length) }, asked)]
}

/** The lines under Tiêu ngữ, under the issuing body and under the abstract. */
export function checkHeadRules(formats: DocxFormats, anatomy: Anatomy): Departure[] {
  return [
    ...checkOne('motto', anatomy.motto, formats),
    ...checkOne('issuingBody', anatomy.issuingBody.at(-1), formats),
    ...checkOne('abstract', anatomy.abstract.at(-1), formats),
  ]
}
