import sanitize from 'sanitize-html'
import { type Element, type MarkupOptions, richTextToElements } from './markup.ts'
import type { RichText } from './rich-text.ts'

declare const safe: unique symbol

/** Markup that came through the allow-list below and nowhere else: `StoredHtml` in `ui/rich-text.tsx` shows nothing but this. */
export type SafeHtml = string & { readonly [safe]: true }

const allowed: sanitize.IOptions = {
  allowedTags: [
    ...['p', 'h2', 'h3', 'h4', 'ul', 'ol', 'li', 'blockquote', 'hr', 'br', 'a', 'strong', 'em', 'sup', 'sub'],
    ...['span', 'figure', 'figcaption', 'img', 'div', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  allowedAttributes: {
    a: ['href'],
    span: ['lang'],
    ol: ['start'],
    img: ['src', 'alt', 'width', 'height', { name: 'loading', values: ['lazy'] }, 'decoding'],
    div: ['role', 'aria-label', 'tabindex'],
    th: ['scope', 'colspan', 'rowspan'],
    td: ['colspan', 'rowspan'],
    h2: ['id'],
    h3: ['id'],
    h4: ['id'],
  },
  allowedClasses: { div: ['rich-table'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: ['http', 'https'] },
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  parser: { lowerCaseTags: true, lowerCaseAttributeNames: true },
}

/**
 * The text as HTML for a page, a feed or a letter. Our writer knows only the tags of the noun; what it wrote goes
 * through sanitize-html all the same, so that a fault in one wall is stopped by the other.
 */
export function richTextToHtml(doc: RichText, options: MarkupOptions = {}): SafeHtml {
  return cleanHtml(richTextToElements(doc, options).map(write).join(''))
}

/** Markup that we did not write ourselves (an old import, another program), cut down to the allow-list. */
export function cleanHtml(html: string): SafeHtml {
  return sanitize(html, allowed) as SafeHtml
}

const empty = new Set(['br', 'hr', 'img'])

function write(piece: Element | string): string {
  if (typeof piece === 'string') return escaped(piece)
  const attrs = Object.entries(piece.attrs).map(([name, value]) => ` ${name}="${escaped(value)}"`)
  const open = `<${piece.tag}${attrs.join('')}>`
  return empty.has(piece.tag) ? open : `${open}${piece.children.map(write).join('')}</${piece.tag}>`
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}
