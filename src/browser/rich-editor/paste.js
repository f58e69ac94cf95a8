import { Slice } from 'prosemirror-model'
import { canonical } from '../../lib/richtext/canonical.ts'
import { readBlocks } from '../../lib/richtext/html-blocks.ts'

// Never read: what would run, and Word's own islands of XML.
const dropped =
  /^(?:script|style|noscript|template|iframe|object|svg|math|xml|title|meta|link|textarea|select|option)$/
const deepest = 60

/** What was copied, read by the same code as on the server; null where the clipboard holds the editor's own nodes. */
export function pastedSlice(schema, html, fileOf) {
  if (/data-pm-slice/.test(html)) return null
  const page = new DOMParser().parseFromString(quiet(html.slice(0, 3_000_000)), 'text/html')
  const { blocks, imagesLeft } = readBlocks(treeOf(page.body, 0), fileOf)
  const doc = canonical({ type: 'doc', content: blocks })
  if (doc.content.length === 0) return { slice: Slice.empty, imagesLeft }
  const node = schema.nodeFromJSON(doc)
  node.check()
  return { slice: Slice.maxOpen(node.content), imagesLeft }
}

/**
 * The browser holds even an inert document to the policy of the page and complains of every inline style, so they
 * take another name while it is parsed. What this misses is only noise: nothing of the document is ever put in place.
 */
function quiet(html) {
  return html
    .replace(/<(style|script)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<[a-z][^<>]*>/gi, (tag) => tag.replace(/\s(style|on[a-z]+)(?=\s*=)/gi, ' data-was-$1'))
}

/** The page of an inert document as the plain nodes that the reader takes. */
function treeOf(parent, depth) {
  const nodes = []
  for (const node of parent.childNodes) {
    if (node.nodeType === 3) nodes.push({ nodeName: '#text', value: node.data })
    if (node.nodeType !== 1) continue
    const tagName = node.localName
    if (dropped.test(tagName)) continue
    if (depth > deepest) nodes.push({ nodeName: '#text', value: node.textContent })
    else {
      const attrs = [...node.attributes]
        .slice(0, 100)
        .map(({ name, value }) => ({ name: name.replace('data-was-', ''), value }))
      const made = {
        nodeName: tagName,
        tagName,
        attrs,
        childNodes: treeOf(node, depth + 1),
        parentNode: null,
      }
      for (const child of made.childNodes) child.parentNode = made
      nodes.push(made)
    }
  }
  return nodes
}
