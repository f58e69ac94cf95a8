import { type ComponentChild, h } from 'preact'
import type { SafeHtml } from '../lib/richtext/html.ts'
import { type Element, type ImageAddress, richTextToElements } from '../lib/richtext/markup.ts'
import type { RichText } from '../lib/richtext/rich-text.ts'
import { useWords } from './words.ts'

/** A rich text as a reader sees it. Rooms say where the bytes of an image are. */
export function RichTextView({ doc, image }: { doc: RichText; image?: ImageAddress | undefined }) {
  const w = useWords()
  return <div class="rich">{richTextToElements(doc, { image, tableName: w.table }).map(drawn)}</div>
}

/**
 * Markup that `richTextToHtml` wrote when a text was published. The one place of the product where markup is not made
 * of components, held by the laws of the house: nothing but the brand `SafeHtml` comes in.
 */
export function StoredHtml({ html }: { html: SafeHtml }) {
  return <div class="rich" dangerouslySetInnerHTML={{ __html: html }} />
}

function drawn(piece: Element | string): ComponentChild {
  return typeof piece === 'string' ? piece : h(piece.tag, piece.attrs, piece.children.map(drawn))
}
