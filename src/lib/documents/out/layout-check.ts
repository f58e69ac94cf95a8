import { type Departure, departure, quote } from './departure.ts'
import { type DocxFormats, readFormats, type SectionFormat } from './docx-formats.ts'
import type { ParagraphFormat } from './docx-paragraph-format.ts'
import { type Anatomy, findAnatomy, plain } from './layout-anatomy.ts'
import { checkBody } from './layout-check-body.ts'
import { checkHeadRules } from './layout-check-rules.ts'
import { checkTables } from './layout-check-table.ts'
import { checkSize, checkStyle, lettered, near, shown, within } from './layout-check-type.ts'
import { type Component, font, marginRanges, paper, type Range, sizeRanges } from './nd30.ts'

/** Half a millimetre: Word rounds to twips and people type centimetres. */
const slack = 0.5

function isA4({ width, height }: SectionFormat): boolean {
  const [short, long] = [Math.min(width, height), Math.max(width, height)]
  return near(short, paper.width, 1) && near(long, paper.height, 1)
}

type Side = keyof typeof marginRanges
const sides: readonly Side[] = ['top', 'bottom', 'left', 'right']
const sideBefore: Record<Side, Side> = { top: 'left', right: 'top', bottom: 'right', left: 'bottom' }

/** Word turns the margins with the page when a page is set to landscape; both ways are accepted there. */
function marginFaults(section: SectionFormat): Side[] {
  const faults = (rangeOf: (side: Side) => Range) =>
    sides.filter((s) => !within(section.margins[s], rangeOf(s), slack))
  const straight = faults((side) => marginRanges[side])
  if (section.width <= section.height || straight.length === 0) return straight
  const turned = faults((side) => marginRanges[sideBefore[side]])
  const back = faults((side) => marginRanges[sides.find((s) => sideBefore[s] === side) ?? side])
  return turned.length === 0 || back.length === 0 ? [] : straight
}

function checkPages(sections: SectionFormat[]): Departure[] {
  const found: Departure[] = []
  const [main] = sections
  const odd = sections.find((s) => !isA4(s))
  if (odd) found.push(departure('paperSize', null, `${shown(odd.width)} × ${shown(odd.height)}`))
  if (main && main.width > main.height) found.push(departure('orientation', null))
  for (const side of sides) {
    const wrong = sections.filter((section) => marginFaults(section).includes(side))
    const [first] = wrong
    if (!first) continue
    const [least, most] = marginRanges[side]
    const asked = `${least}–${most}`
    found.push(withSide(departure('margin', null, shown(first.margins[side]), asked, wrong.length), side))
  }
  return found
}

const sideWords: Record<Side, { vi: string; en: string }> = {
  top: { vi: 'trên', en: 'top' },
  bottom: { vi: 'dưới', en: 'bottom' },
  left: { vi: 'trái', en: 'left' },
  right: { vi: 'phải', en: 'right' },
}

function withSide(d: Departure, side: Side): Departure {
  const words = sideWords[side]
  return {
    ...d,
    vi: d.vi.replaceAll(/([Ll])ề /g, `$1ề ${words.vi} `),
    en: d.en.replace('The margin', `The ${words.en} margin`),
  }
}

const some = (p: ParagraphFormat | null) => (p ? [p] : [])

/** Components that must be there, their sizes and styles. */
function checkComponents(anatomy: Anatomy): Departure[] {
  const parts: Partial<Record<Component, ParagraphFormat[]>> = {
    nationalTitle: some(anatomy.nationalTitle),
    motto: some(anatomy.motto),
    parentBody: anatomy.parentBody,
    issuingBody: anatomy.issuingBody,
    symbol: some(anatomy.symbol),
    about: some(anatomy.about),
    placeAndDate: some(anatomy.placeAndDate),
    type: some(anatomy.type),
    abstract: anatomy.abstract,
    recipientsHeading: some(anatomy.recipientsHeading),
    recipients: anatomy.recipients,
    signature: anatomy.signature,
  }
  const isLetter = anatomy.about !== null && anatomy.type === null
  const optional: Component[] = isLetter ? ['parentBody', 'type', 'abstract'] : ['parentBody', 'about']
  const found = Object.entries(parts).flatMap(([name, paragraphs]) => {
    const component = name as Component
    if (paragraphs.length > 0)
      return [...checkSize(component, paragraphs), ...checkStyle(component, paragraphs)]
    return optional.includes(component) ? [] : [departure('missing', component)]
  })
  return [...found, ...checkSigner(anatomy), ...checkSymbol(anatomy.symbol), ...checkRecipients(anatomy)]
}

function checkSigner({ signature, signer, symbol }: Anatomy): Departure[] {
  const found: Departure[] = []
  const wrong = signature.find((p) => /^(?:TM|KT|TL|TUQ)(?!\.)/u.test(plain(p)))
  if (wrong) found.push(departure('authorityForm', 'signature', quote(wrong.text)))
  // A draft without a number has not been signed yet.
  const numbered = /^Số\s*:?\s*\d/u.test(plain(symbol))
  if (signer) found.push(...checkSize('signer', [signer]), ...checkStyle('signer', [signer]))
  else if (numbered) found.push(departure('missing', 'signer'))
  return found
}

function checkSymbol(symbol: ParagraphFormat | null): Departure[] {
  const text = plain(symbol)
  const good = /^Số: ?\d*[\p{Ll}]? ?\/(?:\d{4}\/)?[\p{Lu}][\p{Lu}\d-]*$/u
  return symbol === null || good.test(text) ? [] : [departure('symbolForm', 'symbol', quote(text))]
}

function checkRecipients({ recipients }: Anatomy): Departure[] {
  if (recipients.length === 0) return []
  const isArchive = (p: ParagraphFormat) => /^[-–+•]?\s*Lưu(?=[\s:])/u.test(plain(p))
  const wrong = recipients.filter((p) => !(isArchive(p) ? /^- ?Lưu: ?.+\.$/u : /^- ?.+;$/u).test(plain(p)))
  const found = recipients.some(isArchive) ? [] : [departure('missing', 'archiveLine')]
  const [first] = wrong
  return first
    ? [...found, departure('recipientForm', 'recipients', quote(first.text), '', wrong.length)]
    : found
}

function checkLetters(formats: DocxFormats): Departure[] {
  const found: Departure[] = []
  const runs = formats.paragraphs.flatMap(lettered)
  // Without any font named, Word itself sets Times New Roman.
  const faces = runs.filter((r) => r.font !== null && r.font.toLowerCase() !== font.toLowerCase())
  const names = [...new Set(faces.map((r) => r.font))].slice(0, 3).join(', ')
  if (faces.length > 0) found.push(departure('font', null, names, '', faces.length))
  const coloured = runs.filter((r) => r.colour !== null)
  if (coloured[0]) found.push(departure('colour', null, `#${coloured[0].colour}`, '', coloured.length))
  const loose = formats.paragraphs.filter((p) => p.text !== p.text.normalize('NFC'))
  if (loose[0]) found.push(departure('nfc', null, quote(loose[0].text), '', loose.length))
  return found
}

/** A document of this many characters cannot stand on one page. */
const onePage = 3000

function checkPageNumbers(formats: DocxFormats): Departure[] {
  const [main] = formats.sections
  if (!main) return []
  const numbers = formats.sections.flatMap((s) => s.header.filter((p) => p.pageField))
  const below = formats.sections.some((s) => s.footer.some((p) => p.pageField))
  const found: Departure[] = []
  if (below) found.push(departure('pageNumberPlace', 'pageNumber', { phrase: 'footer' }))
  else if (numbers.length === 0) {
    const long =
      formats.paragraphs.reduce((n, p) => n + p.text.length, 0) > onePage || formats.sections.length > 1
    if (long) found.push(departure('pageNumberPlace', 'pageNumber', { phrase: 'noNumber' }))
  } else if (numbers.some((p) => p.alignment !== 'center')) {
    found.push(departure('pageNumberPlace', 'pageNumber', { phrase: 'notCentred' }))
  }
  const first = main.titlePage ? main.firstHeader : main.header
  if (first.some((p) => p.pageField)) found.push(departure('pageNumberFirst', 'pageNumber'))
  const wrongSize = numbers.flatMap((p) => p.runs).filter((r) => !within(r.size, sizeRanges.pageNumber, 0))
  if (wrongSize[0]) found.push(departure('size', 'pageNumber', shown(wrongSize[0].size), '13–14'))
  return found
}

/**
 * Names each departure of a .docx from the layout of NĐ 30/2020/NĐ-CP, Phụ lục I; an empty list when there is none.
 * Like departures are told once, with the number of places. Throws ReadingFault for bytes that are no readable .docx.
 */
export function checkLayout(docxBytes: Uint8Array): Departure[] {
  const formats = readFormats(docxBytes)
  const anatomy = findAnatomy(formats)
  return [
    ...checkPages(formats.sections),
    ...checkPageNumbers(formats),
    ...checkLetters(formats),
    ...checkComponents(anatomy),
    ...checkHeadRules(formats, anatomy),
    ...checkBody(anatomy),
    ...checkTables(formats, anatomy),
  ]
}
