import { type Departure, departure, quote, quoteEnd } from './departure.ts'
import type { ParagraphFormat } from './docx-paragraph-format.ts'
import { type Anatomy, isCaption, plain } from './layout-anatomy.ts'
import { checkSize, checkStyle, shown } from './layout-check-type.ts'
import { firstLineRange, lineSpacingRange, spaceAfter } from './nd30.ts'
import { pointLetter, roman } from './official-document.ts'

const isHeavy = (p: ParagraphFormat) => p.runs.every((r) => r.bold || r.text.trim() === '')

/** Running text: not a heading, not a centred line such as "QUYẾT ĐỊNH:", not the block of addressees. */
function runningText(anatomy: Anatomy): ParagraphFormat[] {
  const { body } = anatomy
  const addressees = body.findIndex((p) => plain(p).startsWith('Kính gửi'))
  let from = addressees + 1
  while (addressees !== -1 && /^-.*[;.]$/u.test(plain(body[from])) && (body[from]?.left ?? 0) > 15) from += 1
  return body.slice(from).filter((p) => !isHeavy(p) && p.alignment !== 'center')
}

function checkBasis({ legalBasis }: Anatomy): Departure[] {
  const last = legalBasis.length - 1
  const wrong = legalBasis.filter((p, i) => !(i === last ? /[.,;]$/u : /;$/u).test(plain(p)))
  const badLast = legalBasis.at(-1)
  if (badLast && plain(badLast).endsWith(';')) wrong.push(badLast)
  const [first] = wrong
  const style = checkStyle('legalBasis', legalBasis)
  return first
    ? [...style, departure('basisEnd', 'legalBasis', quoteEnd(first.text), '', wrong.length)]
    : style
}

function checkParagraphs(text: ParagraphFormat[]): Departure[] {
  const found: Departure[] = []
  const ragged = text.filter((p) => p.alignment !== 'both')
  if (ragged[0]) found.push(departure('bodyAlignment', 'body', quote(ragged[0].text), '', ragged.length))
  const [least, most] = firstLineRange
  const indented = text.filter((p) => p.left + p.firstLine < least - 0.3 || p.firstLine > most + 0.3)
  if (indented[0])
    found.push(departure('bodyIndent', 'body', shown(indented[0].firstLine), '', indented.length))
  const tight = text.filter((p) => p.after < spaceAfter - 0.05)
  if (tight[0]) found.push(departure('bodySpaceAfter', 'body', shown(tight[0].after), '', tight.length))
  const [single, wide] = lineSpacingRange
  const spaced = text.filter((p) => p.lines !== null && (p.lines < single - 0.01 || p.lines > wide + 0.01))
  if (spaced[0]) {
    found.push(departure('bodyLineSpacing', 'body', shown(spaced[0].lines ?? 1), '', spaced.length))
  }
  return found
}

interface Ordinal {
  level: number
  /** The mark as printed: 'II.', '3.', 'đ)'. */
  printed: string
  place: number
}

function ordinalOf(text: string): Ordinal | null {
  const [, mark = '', end = ''] = /^([IVXL]+|\d{1,2}|[a-zđ]{1,2})([.)])\s/u.exec(text) ?? []
  if (mark === '') return null
  const printed = mark + end
  for (let n = 1; n <= 60; n += 1) {
    if (end === '.' && mark === roman(n)) return { level: 1, printed, place: n }
    if (end === '.' && mark === String(n)) return { level: 2, printed, place: n }
    if (end === ')' && mark === pointLetter(n)) return { level: 3, printed, place: n }
  }
  return null
}

/** I., 1. and a) go up one by one and begin anew under the next higher heading. What Word counts is left to Word. */
function checkNumbering(body: ParagraphFormat[]): Departure[] {
  const at: (Ordinal | null)[] = [null, null, null, null]
  const found: Departure[] = []
  for (const p of body) {
    const ordinal = p.listed ? null : ordinalOf(plain(p))
    if (!ordinal) continue
    const before = at[ordinal.level] ?? null
    // A list may begin anew under a bullet or a paragraph that introduces it.
    if (ordinal.place !== 1 && ordinal.place !== (before?.place ?? 0) + 1) {
      found.push(departure('headingNumbering', 'body', quote(p.text), before?.printed ?? '…'))
    }
    at[ordinal.level] = ordinal
    at.fill(null, ordinal.level + 1)
  }
  return found
}

function checkClosing({ body, recipientsHeading }: Anatomy): Departure[] {
  const last = body.at(-1)
  if (!last || !recipientsHeading || /\S\.\/\.$/u.test(plain(last))) return []
  return [departure('closing', 'body', quoteEnd(last.text))]
}

function checkAnnex({ annex }: Anatomy): Departure[] {
  if (annex.length === 0) return []
  const captions = annex.filter(isCaption)
  if (captions.length === 0) return [departure('missing', 'caption')]
  const form = /^\((?:Ban hành )?[Kk]èm theo .+ số .*\/.* ngày.* của .+\)$/u
  const wrong = captions.find((p) => !form.test(plain(p)))
  return [
    ...(wrong ? [departure('annexCaption', 'caption', quote(wrong.text))] : []),
    ...checkSize('caption', captions),
    ...checkStyle('caption', captions),
  ]
}

/** Legal basis, running text, headings, the end of the text and the captions of annexes. */
export function checkBody(anatomy: Anatomy): Departure[] {
  return [
    ...checkBasis(anatomy),
    ...checkSize('body', [...anatomy.legalBasis, ...anatomy.body]),
    ...checkParagraphs(runningText(anatomy)),
    ...checkNumbering(anatomy.body),
    ...checkClosing(anatomy),
    ...checkAnnex(anatomy),
  ]
}
