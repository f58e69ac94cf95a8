import { safeHref } from './href.ts'
import type { Inline, Mark, TextNode } from './rich-text.ts'

/** Signs that open and close a mark within one line. Doubled, because single ones occur in ordinary writing. */
const signs = { bold: '**', italic: '__', superscript: '^^', subscript: '~~' } as const
type Sign = keyof typeof signs

/** One line of words with its marks as signs; `inlineFromPlain` reads it back. */
export function inlineToPlain(line: readonly TextNode[]): string {
  return grouped(line, 'lang', (inner, lang) => {
    const words = grouped(inner, 'link', (linked, link) => {
      const text = toggled(linked)
      return link?.type === 'link' ? `[${text}](${link.attrs.href.replace(/[()]/g, '\\$&')})` : text
    })
    return lang?.type === 'lang' ? `{${lang.attrs.lang}|${words}}` : words
  })
}

function grouped(
  line: readonly TextNode[],
  type: 'lang' | 'link',
  write: (run: readonly TextNode[], mark: Mark | undefined) => string,
): string {
  let out = ''
  for (let at = 0; at < line.length; ) {
    const mark = markOf(line[at], type)
    let end = at + 1
    while (end < line.length && JSON.stringify(markOf(line[end], type)) === JSON.stringify(mark)) end++
    out += write(line.slice(at, end), mark)
    at = end
  }
  return out
}

function markOf(node: TextNode | undefined, type: Mark['type']): Mark | undefined {
  return node?.marks?.find((mark) => mark.type === type)
}

function toggled(run: readonly TextNode[]): string {
  let out = ''
  const open = new Set<Sign>()
  const turn = (wanted: (sign: Sign) => boolean) => {
    for (const sign of Object.keys(signs) as Sign[]) {
      if (open.has(sign) === wanted(sign)) continue
      out += signs[sign]
      if (!open.delete(sign)) open.add(sign)
    }
  }
  for (const node of run) {
    turn((sign) => markOf(node, sign) !== undefined)
    out += literal(node.text)
  }
  turn(() => false)
  return out
}

/** Words in which a sign would be read as a mark, with a backslash before it. */
function literal(text: string): string {
  return text.replace(/[\\[\]{}]/g, '\\$&').replace(/[*_^~]/g, (sign, at: number, all: string) => {
    const lonely = at > 0 && at < all.length - 1 && all[at - 1] !== sign && all[at + 1] !== sign
    return lonely ? sign : `\\${sign}`
  })
}

const pattern =
  /\\([\\*_^~[\]{}#>.-])|(\*\*|__|\^\^|~~)|(\[)|\]\(((?:\\[()]|[^\s()\\])+)\)|\{([a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3})\||(\})|[^\\*_^~[\]{}]+|./gsu

interface Token {
  text: string
  marks: Map<Mark['type'], Mark>
}

/** A line with its signs read; a sign without its partner stands for itself. */
export function inlineFromPlain(line: string): Inline[] {
  const tokens: Token[] = []
  const toggles: Record<string, number[]> = {}
  const opened: { link: number; lang: number; tongue: string } = { link: -1, lang: -1, tongue: '' }
  for (const found of line.matchAll(pattern)) {
    const [all, escaped, sign, bracket, address, tongue, brace] = found
    const at = tokens.push({ text: escaped ?? all, marks: new Map() }) - 1
    if (sign) toggles[sign] = [...(toggles[sign] ?? []), at]
    else if (bracket) opened.link = at
    else if (address) opened.link = closeLink(tokens, opened.link, at, address.replace(/\\/g, ''))
    else if (tongue) Object.assign(opened, { lang: at, tongue })
    else if (brace && opened.lang >= 0) {
      cover(tokens, opened.lang, at, { type: 'lang', attrs: { lang: opened.tongue } })
      opened.lang = -1
    }
  }
  for (const sign of Object.keys(signs) as Sign[]) {
    const places = toggles[signs[sign]] ?? []
    for (let i = 0; i + 1 < places.length; i += 2)
      cover(tokens, places[i] as number, places[i + 1] as number, { type: sign })
  }
  return tokens
    .filter((token) => token.text !== '')
    .map(({ text, marks }) => ({ type: 'text', text, marks: [...marks.values()] }))
}

function closeLink(tokens: Token[], from: number, to: number, address: string): number {
  const href = safeHref(address)
  if (from >= 0 && href !== null) cover(tokens, from, to, { type: 'link', attrs: { href } })
  return -1
}

function cover(tokens: Token[], from: number, to: number, mark: Mark): void {
  for (const token of tokens.slice(from, to + 1)) token.marks.set(mark.type, mark)
  for (const end of [tokens[from], tokens[to]]) if (end) end.text = ''
}
