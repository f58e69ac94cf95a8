import { childOf, childrenOf, type Element, valOf } from './xml.ts'

export interface Style {
  basedOn: string | undefined
  numId: string | undefined
  level: string | undefined
  font: string | undefined
  caps: boolean | undefined
  hidden: boolean | undefined
  borders: boolean | undefined
}

export interface Styles {
  byId: Map<string, Style>
  defaultFont: string | undefined
  defaultParagraph: string | undefined
}

/** A yes-or-no property: absent is undefined, `<w:b/>` is true, `w:val="0"` is false. */
export function flag(element: Element | undefined, name: string): boolean | undefined {
  const found = childOf(element, name)
  if (!found) return undefined
  const value = found.attributes['w:val']
  return value === undefined || !['0', 'false', 'off', 'none'].includes(value)
}

export function fontOf(properties: Element | undefined): string | undefined {
  const fonts = childOf(properties, 'w:rFonts')
  return fonts?.attributes['w:ascii'] ?? fonts?.attributes['w:hAnsi'] ?? fonts?.attributes['w:cs']
}

/** True when a border list draws any line; undefined when it is absent. */
export function drawsBorders(borders: Element | undefined): boolean | undefined {
  if (!borders) return undefined
  return childrenOf(borders).some((side) => !['nil', 'none', undefined].includes(side.attributes['w:val']))
}

export function readStyles(root: Element | undefined): Styles {
  const styles: Styles = { byId: new Map(), defaultFont: undefined, defaultParagraph: undefined }
  if (!root) return styles
  const defaults = childOf(childOf(childOf(root, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr')
  styles.defaultFont = fontOf(defaults)
  for (const element of childrenOf(root, 'w:style')) {
    const id = element.attributes['w:styleId'] ?? ''
    const run = childOf(element, 'w:rPr')
    const list = childOf(childOf(element, 'w:pPr'), 'w:numPr')
    styles.byId.set(id, {
      basedOn: valOf(element, 'w:basedOn'),
      numId: valOf(list, 'w:numId'),
      level: valOf(list, 'w:ilvl'),
      font: fontOf(run),
      caps: flag(run, 'w:caps'),
      hidden: flag(run, 'w:vanish'),
      borders: drawsBorders(childOf(childOf(element, 'w:tblPr'), 'w:tblBorders')),
    })
    const isDefault = element.attributes['w:default'] === '1' || element.attributes['w:default'] === 'true'
    if (isDefault && element.attributes['w:type'] === 'paragraph') styles.defaultParagraph = id
  }
  return styles
}

/** A property by the chain of styles a style is based on; a circle in the file ends after sixteen steps. */
export function inherited<K extends keyof Style>(
  styles: Styles,
  id: string | undefined,
  key: K,
): Style[K] | undefined {
  let style = id === undefined ? undefined : styles.byId.get(id)
  for (let steps = 0; style && steps < 16; steps++) {
    if (style[key] !== undefined) return style[key]
    style = style.basedOn === undefined ? undefined : styles.byId.get(style.basedOn)
  }
  return undefined
}
