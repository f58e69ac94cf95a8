import { childOf, childrenOf, type Element, noElement, valOf } from '../in/xml.ts'

/** Styles of a .docx. Each list runs from the weakest (document defaults) to the strongest. */
export interface StyleSheet {
  paragraphsOf(styleId: string | undefined): Element[]
  runsOf(styleId: string | undefined): Element[]
  characterOf(styleId: string | undefined): Element[]
  /** The face that Latin (and so Vietnamese) letters are set in. */
  fontOf(parts: Element[]): string | null
}

/** Styles may be based on one another in a circle in a damaged file. */
const longestChain = 20

export function readStyles(stylesPart: Element, themePart: Element): StyleSheet {
  const sheet = childOf(stylesPart, 'w:styles') ?? noElement
  const all = childrenOf(sheet, 'w:style')
  const byId = new Map(all.map((style) => [style.attributes['w:styleId'], style]))
  const normal = all.find(
    (s) => s.attributes['w:type'] === 'paragraph' && /^(1|true)$/.test(s.attributes['w:default'] ?? ''),
  )
  const defaults = childOf(sheet, 'w:docDefaults')
  const defaultRun = childOf(childOf(defaults, 'w:rPrDefault'), 'w:rPr') ?? noElement
  const defaultParagraph = childOf(childOf(defaults, 'w:pPrDefault'), 'w:pPr') ?? noElement

  function chain(styleId: string | undefined, otherwise: Element | undefined): Element[] {
    const found: Element[] = []
    let style = byId.get(styleId) ?? otherwise
    while (style && found.length < longestChain) {
      found.unshift(style)
      style = byId.get(valOf(style, 'w:basedOn'))
    }
    return found
  }
  const parts = (styles: Element[], name: string) =>
    styles.map((s) => childOf(s, name)).filter((e) => e !== undefined)

  return {
    paragraphsOf: (id) => [defaultParagraph, ...parts(chain(id, normal), 'w:pPr')],
    runsOf: (id) => [defaultRun, ...parts(chain(id, normal), 'w:rPr')],
    characterOf: (id) => (id === undefined ? [] : parts(chain(id, undefined), 'w:rPr')),
    fontOf: (runs) => fontOf(runs, themePart),
  }
}

function fontOf(runs: Element[], themePart: Element): string | null {
  const fonts = runs.map((run) => childOf(run, 'w:rFonts')?.attributes ?? {})
  for (const font of fonts.toReversed()) {
    const theme = font['w:hAnsiTheme'] ?? font['w:asciiTheme']
    if (theme) return themeFont(themePart, theme.startsWith('major') ? 'a:majorFont' : 'a:minorFont')
    const face = font['w:hAnsi'] ?? font['w:ascii']
    if (face) return face
  }
  return null
}

function themeFont(themePart: Element, which: string): string | null {
  const elements = childOf(childOf(themePart, 'a:theme'), 'a:themeElements')
  const latin = childOf(childOf(childOf(elements, 'a:fontScheme'), which), 'a:latin')
  return latin?.attributes['typeface'] ?? null
}
