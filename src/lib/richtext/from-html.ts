import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'
import sanitize from 'sanitize-html'
import { canonical } from './canonical.ts'
import { readBlocks } from './html-blocks.ts'
import { limits, type RichText } from './rich-text.ts'

/** Beyond this a page is cut: nobody pastes a novel, and the reader's time is everybody's. */
const longest = 3_000_000

/**
 * First wall: one linear pass that leaves tags we know with a handful of attributes, bounded in depth. parse5 after it
 * repairs what is badly nested; alone it would spend quadratic time on a tag with a hundred thousand attributes.
 */
const readable: sanitize.IOptions = {
  allowedTags: [
    ...[
      'p',
      'div',
      'section',
      'article',
      'main',
      'header',
      'footer',
      'address',
      'center',
      'pre',
      'blockquote',
    ],
    ...[
      'h1',
      'h2',
      'h3',
      'h4',
      'h5',
      'h6',
      'ul',
      'ol',
      'li',
      'dl',
      'dt',
      'dd',
      'hr',
      'br',
      'a',
      'b',
      'strong',
    ],
    ...['i', 'em', 'sup', 'sub', 'span', 'font', 'figure', 'figcaption', 'img', 'table', 'caption', 'thead'],
    ...['tbody', 'tfoot', 'tr', 'th', 'td'],
  ],
  allowedAttributes: {
    '*': ['style', 'class', 'lang', 'hidden', 'align'],
    a: ['href'],
    font: ['face'],
    ol: ['type', 'start'],
    li: ['value'],
    img: ['src', 'alt', 'data-file'],
    th: ['colspan', 'rowspan'],
    td: ['colspan', 'rowspan'],
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: ['http', 'https'] },
  allowProtocolRelative: false,
  nonTextTags: [
    'script',
    'style',
    'textarea',
    'option',
    'noscript',
    'template',
    'title',
    'xml',
    'svg',
    'math',
  ],
  nestingLimit: 60,
  parseStyleAttributes: false,
}

export interface HtmlOptions {
  /** The uploaded file that an address of an image stands for; images that are not ours are left out. */
  fileOf?: ((src: string) => number | null) | undefined
}

export interface ReadHtml {
  doc: RichText
  /** How many images were left out, because their bytes are not with us: the writer has to upload them. */
  imagesLeft: number
  /** True when the end was left out for its length. */
  cut: boolean
}

/**
 * Markup from a paste, an import or another program as a rich text: Word's own marks are understood and left behind,
 * nothing that runs or loads comes through, and whatever cannot be said is kept as words. Never throws.
 */
export function richTextFromHtml(html: string, options: HtmlOptions = {}): ReadHtml {
  const taken = html.slice(0, longest)
  const clean = sanitize(depthOf(taken) > deepest ? wordsOnly(taken) : taken, readable)
  const page: DefaultTreeAdapterTypes.DocumentFragment = parseFragment(clean)
  const read = readBlocks(page.childNodes, options.fileOf ?? (() => null))
  const doc = withinLimits(canonical({ type: 'doc', content: read.blocks }))
  return { doc: doc.doc, imagesLeft: read.imagesLeft, cut: doc.cut || html.length > longest }
}

// The parser keeps its open elements in an array that it grows at the front: depth costs time squared.
const deepest = 5_000
const closesItself = /^(?:p|li|td|th|tr|dd|dt|thead|tbody|tfoot|br|hr|img|input|meta|link|col|wbr|option)$/i

function depthOf(html: string): number {
  let depth = 0
  let most = 0
  for (const [, close, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (closesItself.test(name)) continue
    depth = Math.max(0, depth + (close ? -1 : 1))
    most = Math.max(most, depth)
  }
  return most
}

function wordsOnly(html: string): string {
  return html
    .replace(/<[^<>]*>/g, '\n')
    .replace(/</g, '&lt;')
    .replace(/\n+/g, '<br><br>')
}

interface Countable {
  type: string
  text?: string
  content?: readonly unknown[] | undefined
}

function withinLimits(doc: RichText): { doc: RichText; cut: boolean } {
  let nodes = 0
  let characters = 0
  const count = (node: Countable): void => {
    nodes++
    characters += node.text?.length ?? 0
    for (const inner of node.content ?? []) count(inner as Countable)
  }
  const room = doc.content.findIndex((block) => {
    count(block)
    return nodes >= limits.nodes || characters > limits.characters
  })
  return room < 0
    ? { doc, cut: false }
    : { doc: { type: 'doc', content: doc.content.slice(0, room) }, cut: true }
}
