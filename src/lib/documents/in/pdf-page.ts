import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { decodeLegacy, encodingOfFont, isCapitalFont } from './legacy.ts'
import { onlyUnicode } from './legacy-runs.ts'
import type { Matrix } from './pdf-matrix.ts'
import { type Rules, readRules } from './pdf-rules.ts'
import { type FontFacts, readSpans, type Span } from './pdf-text.ts'
import { plausibility } from './syllable.ts'

export interface PdfPage {
  index: number
  width: number
  height: number
  spans: Span[]
  rules: Rules
}

function factsOf(page: PDFPageProxy): (font: string) => FontFacts {
  const known = new Map<string, FontFacts>()
  return (id) => {
    const facts = known.get(id) ?? readFacts(page, id)
    known.set(id, facts)
    return facts
  }
}

/** 'TimesNewRomanPS-BoldMT', 'Times New Roman,Bold', 'Tinos-SemiBold'. */
const boldFont = /bold|black|heavy/i

function readFacts(page: PDFPageProxy, id: string): FontFacts {
  try {
    const font = page.commonObjs.get(id) as {
      name?: string
      fontMatrix?: number[]
      vertical?: boolean
    } | null
    return {
      name: font?.name ?? '',
      scale: font?.fontMatrix?.[0] || 0.001,
      vertical: font?.vertical === true,
    }
  } catch {
    return { name: '', scale: 0.001, vertical: false }
  }
}

/** Words set in a font of an old encoding, turned into Unicode where that makes better Vietnamese of the page. */
function mendSpans(spans: Span[], facts: (font: string) => FontFacts): void {
  for (const font of new Set(spans.map((span) => span.font))) {
    const { name } = facts(font)
    const bold = boldFont.test(name)
    const encoding = encodingOfFont(name)
    const mine = spans.filter((span) => span.font === font)
    for (const span of mine) span.bold = bold
    if (encoding) {
      const text = mine.map((span) => span.text).join(' ')
      const [now, then] = [plausibility(text), plausibility(decodeLegacy(text, encoding))]
      const better = !onlyUnicode.test(text) && then.good - then.bad >= now.good - now.bad
      for (const span of mine) {
        if (better) span.text = decodeLegacy(span.text, encoding)
        if (isCapitalFont(name)) span.text = span.text.toUpperCase()
      }
    } else for (const span of mine) span.text = span.text.replace(/[\uf020-\uf0ff]/g, '-')
  }
}

/** Bold made by drawing a word twice, a hair apart, is one word. */
function withoutDoubles(spans: readonly Span[]): Span[] {
  const seen = new Map<string, Span[]>()
  return spans.filter((span) => {
    const key = `${span.text}@${Math.round(span.y)}`
    const others = seen.get(key) ?? []
    seen.set(key, others)
    if (others.length < 50 && others.some((other) => Math.abs(other.x0 - span.x0) < span.size * 0.15))
      return false
    others.push(span)
    return true
  })
}

/** The words and ruling lines of one page. `names` are pdf.js's operators by number. */
export async function readPage(page: PDFPageProxy, names: ReadonlyMap<number, string>): Promise<PdfPage> {
  const viewport = page.getViewport({ scale: 1 })
  const view = viewport.transform as unknown as Matrix
  const operators = await page.getOperatorList()
  const facts = factsOf(page)
  const spans = withoutDoubles(readSpans(operators, names, view, facts))
  mendSpans(spans, facts)
  const rules = readRules(operators, names, view)
  page.cleanup()
  return { index: page.pageNumber - 1, width: viewport.width, height: viewport.height, spans, rules }
}
