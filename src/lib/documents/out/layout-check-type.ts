import { type Departure, departure, quote } from './departure.ts'
import type { ParagraphFormat } from './docx-paragraph-format.ts'
import { plain } from './layout-anatomy.ts'
import type { ComponentName, Phrase } from './layout-check.texts.ts'
import { type Component, type Range, sizeRanges } from './nd30.ts'

export const near = (a: number, b: number, slack: number) => Math.abs(a - b) <= slack
export const within = (value: number, [least, most]: Range, slack: number) =>
  value >= least - slack && value <= most + slack
/** 12.7 → '12,7', as Vietnamese writes decimals. */
export const shown = (value: number) => String(Math.round(value * 10) / 10).replace('.', ',')

/** Words with letters in them: the size of a blank or a mark says nothing. */
export const lettered = (p: ParagraphFormat) => p.runs.filter((r) => /[\p{L}\d]/u.test(r.text))

export function checkSize(component: Component, paragraphs: readonly ParagraphFormat[]): Departure[] {
  const [least, most] = sizeRanges[component]
  const wrong = paragraphs.flatMap((p) =>
    lettered(p)
      .filter((r) => !within(r.size, [least, most], 0))
      .slice(0, 1),
  )
  const [first] = wrong
  if (!first) return []
  const asked = least === most ? `${least}` : `${least}–${most}`
  return [departure('size', component, shown(first.size), asked, wrong.length)]
}

interface Look {
  bold: boolean
  italic: boolean
  caps: boolean
  words: Phrase
}

const looks: Partial<Record<ComponentName, Look>> = {
  nationalTitle: { bold: true, italic: false, caps: true, words: 'heavyCaps' },
  motto: { bold: true, italic: false, caps: false, words: 'heavy' },
  parentBody: { bold: false, italic: false, caps: true, words: 'lightCaps' },
  issuingBody: { bold: true, italic: false, caps: true, words: 'heavyCaps' },
  symbol: { bold: false, italic: false, caps: false, words: 'light' },
  about: { bold: false, italic: false, caps: false, words: 'light' },
  placeAndDate: { bold: false, italic: true, caps: false, words: 'slanted' },
  type: { bold: true, italic: false, caps: true, words: 'heavyCaps' },
  abstract: { bold: true, italic: false, caps: false, words: 'heavy' },
  legalBasis: { bold: false, italic: true, caps: false, words: 'slanted' },
  recipientsHeading: { bold: true, italic: true, caps: false, words: 'heavySlanted' },
  recipients: { bold: false, italic: false, caps: false, words: 'light' },
  signature: { bold: true, italic: false, caps: true, words: 'heavyCaps' },
  signer: { bold: true, italic: false, caps: false, words: 'heavy' },
  caption: { bold: false, italic: true, caps: false, words: 'slanted' },
}

export function checkStyle(component: ComponentName, paragraphs: readonly ParagraphFormat[]): Departure[] {
  const look = looks[component]
  if (!look) return []
  const wrong = paragraphs.filter((p) => {
    const text = plain(p)
    if (look.caps && text !== text.toLocaleUpperCase('vi')) return true
    return lettered(p).some((r) => r.bold !== look.bold || r.italic !== look.italic)
  })
  const [first] = wrong
  return first ? [departure('style', component, quote(first.text), { phrase: look.words }, wrong.length)] : []
}
