import { bare } from '../text/bare.ts'
import { type Block, type Figure, type Inline, inlineOf, type RichText } from './rich-text.ts'

/** Words of an inline run; a line break is '\n'. */
export function wordsOf(content: readonly Inline[]): string {
  return content.map((one) => (one.type === 'text' ? one.text : '\n')).join('')
}

/** The images of a text in their order, each with how it is described and its caption as plain words. */
export function imagesOf(doc: RichText): (Figure['attrs'] & { caption: string })[] {
  return doc.content.flatMap((block) =>
    block.type === 'figure' ? [{ ...block.attrs, caption: wordsOf(inlineOf(block)) }] : [],
  )
}

/** Every address the text links to, with the words of the link, in order; the same address may come again. */
export function linksOf(doc: RichText): { href: string; text: string }[] {
  const links: { href: string; text: string }[] = []
  for (const content of inlineRuns(doc.content)) {
    let joins = false
    for (const one of content) {
      const mark = one.type === 'text' ? one.marks?.find((m) => m.type === 'link') : undefined
      const last = links.at(-1)
      if (one.type === 'text' && mark) {
        if (joins && last?.href === mark.attrs.href) last.text += one.text
        else links.push({ href: mark.attrs.href, text: one.text })
      }
      joins = mark !== undefined
    }
  }
  return links
}

/** Headings with the ids that `richTextToHtml` gives them. */
export function headingsOf(doc: RichText): { level: 2 | 3 | 4; text: string; id: string }[] {
  const used = new Map<string, number>()
  return doc.content.flatMap((block) => {
    if (block.type !== 'heading') return []
    const text = wordsOf(inlineOf(block))
    const slug = `muc-${bare(text)
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 60)}`.replace(/-+$/, '')
    const count = (used.get(slug) ?? 0) + 1
    used.set(slug, count)
    return [{ level: block.attrs.level, text, id: count === 1 ? slug : `${slug}-${count}` }]
  })
}

/** Every run of words in the text, in reading order. */
function inlineRuns(nodes: readonly unknown[]): Inline[][] {
  return nodes.flatMap((node) => {
    const { type, content } = node as { type: Block['type']; content?: unknown[] }
    if (!content) return []
    return type === 'paragraph' || type === 'heading' || type === 'figure'
      ? [content as Inline[]]
      : inlineRuns(content)
  })
}
