import { canonical } from './canonical.ts'
import { wordsOf } from './contents.ts'
import { inlineFromPlain, inlineToPlain } from './plain-inline.ts'
import type { Block, Figure, Inline, List, ListItem, Paragraph, RichText, TextNode } from './rich-text.ts'
import { inlineOf } from './rich-text.ts'

type Kept = Extract<Block, { type: 'table' | 'figure' }>

/**
 * The text as it is typed where no script runs: an empty line between paragraphs, '## ' to '#### ' headings, '- ' and
 * '1. ' items (two blanks deeper for each level), '> ' quotations, '---' a rule, `**bold**`, `__italic__`, `^^raised^^`,
 * `~~lowered~~`, `[words](address)`, `{hmn|words}`. A table or image is one line '[[bảng 1]]', '[[hình 1: …]]'.
 */
export function richTextToPlain(doc: RichText): string {
  const count = { table: 0, figure: 0 }
  const parts = doc.content.map((block) => {
    if (block.type === 'heading')
      return `${'#'.repeat(block.attrs.level)} ${lines(inlineOf(block)).join(' ')}`
    if (block.type === 'horizontalRule') return '---'
    if (block.type === 'table') return `[[bảng ${++count.table}]]`
    if (block.type === 'figure') return `[[hình ${++count.figure}${shown(block)}]]`
    if (block.type !== 'blockquote') return flowToPlain([block])
    return flowToPlain(block.content)
      .split('\n')
      .map((line) => `> ${line}`.trimEnd())
      .join('\n')
  })
  return parts.join('\n\n')
}

function shown(figure: Figure): string {
  const words = (figure.attrs.alt || wordsOf(inlineOf(figure))).replace(/[[\]\s]+/g, ' ').trim()
  return words === '' ? '' : `: ${words.slice(0, 60).toWellFormed().trim()}`
}

function flowToPlain(blocks: readonly (Paragraph | List)[]): string {
  return blocks
    .map((block) => {
      if (block.type === 'paragraph') return lines(inlineOf(block)).map(guarded).join('\n')
      return block.content
        .map((item, index) => {
          const mark = block.type === 'bulletList' ? '-' : `${block.attrs.start + index}.`
          return `${mark} ${flowToPlain(item.content).replace(/\n(?=.)/g, '\n  ')}`
        })
        .join('\n')
    })
    .join('\n\n')
}

/** One line for each line break; an empty one is a backslash, since an empty line parts paragraphs. */
function lines(content: readonly Inline[]): string[] {
  const parts: TextNode[][] = [[]]
  for (const one of content) {
    if (one.type === 'hardBreak') parts.push([])
    else parts.at(-1)?.push(one)
  }
  return parts.map((part) => (part.length ? inlineToPlain(part) : '\\'))
}

/** A line of words that looks like the beginning of a block says by a backslash that it is not. */
function guarded(line: string): string {
  return line.replace(/^(\d+)\. |^(?=#{2,4} |- |>|---$)/, (mark, digits) =>
    digits ? `${digits}\\. ` : `${mark}\\`,
  )
}

export interface ReadPlain {
  doc: RichText
  /** Tables and images of the text before whose line is gone ('bảng 1'): ask before they are lost. */
  missing: string[]
  /** Lines that name a table or image which was not there; they stayed as words. */
  unknown: string[]
}

/**
 * Reads what `richTextToPlain` wrote, changed by hand. `kept` is the text before the change: its tables and images
 * come back where their lines stand. A line '[[bỏ bảng 1]]' takes one out on purpose.
 */
export function richTextFromPlain(text: string, kept?: RichText): ReadPlain {
  const places = placesOf(kept)
  const seen = new Set<string>()
  const unknown: string[] = []
  const content = blocksOf(text.normalize('NFC').replace(/\r\n?/g, '\n').split('\n'), (name, drop) => {
    const block = places.get(name)
    if (block) seen.add(name)
    else unknown.push(name)
    return block && !drop ? [block] : block ? [] : null
  })
  const missing = [...places.keys()].filter((name) => !seen.has(name))
  return { doc: canonical({ type: 'doc', content }), missing, unknown }
}

function placesOf(doc: RichText | undefined): Map<string, Kept> {
  const places = new Map<string, Kept>()
  const count = { table: 0, figure: 0 }
  for (const block of doc?.content ?? []) {
    if (block.type === 'table') places.set(`bảng ${++count.table}`, block)
    if (block.type === 'figure') places.set(`hình ${++count.figure}`, block)
  }
  return places
}

type Find = (name: string, drop: boolean) => Block[] | null

const place = /^\[\[\s*(bỏ )?\s*(bảng|hình)\s+(\d+)\s*(?::[^\]]*)?\]\]$/i

function blocksOf(source: readonly string[], find: Find): Block[] {
  const out: Block[] = []
  for (let at = 0; at < source.length; ) {
    const line = (source[at] ?? '').trimEnd()
    const named = place.exec(line.trim())
    const heading = /^(#{2,4}) (.+)$/.exec(line)
    if (line === '') at++
    else if (line.startsWith('>')) {
      const end = endOf(source, at, (next) => next.startsWith('>'))
      const inner = source.slice(at, end).map((one) => one.replace(/^> ?/, ''))
      out.push({ type: 'blockquote', content: flowOf(inner) })
      at = end
    } else if (line === '---') {
      out.push({ type: 'horizontalRule' })
      at++
    } else if (heading) {
      const level = (heading[1] ?? '').length as 2 | 3 | 4
      out.push({ type: 'heading', attrs: { level }, content: inlineFromPlain(heading[2] ?? '') })
      at++
    } else {
      const found = named ? find(`${named[2]} ${named[3]}`.toLowerCase(), named[1] !== undefined) : null
      if (found) out.push(...found)
      const end = found ? at + 1 : flowEnd(source, at)
      if (!found) out.push(...flowOf(source.slice(at, end)))
      at = end
    }
  }
  return out
}

function endOf(source: readonly string[], from: number, belongs: (line: string) => boolean): number {
  let end = from + 1
  while (end < source.length && belongs(source[end] ?? '')) end++
  return end
}

/** Paragraphs and lists run on until a heading, a quotation, a rule or a named place begins a line. */
function flowEnd(source: readonly string[], from: number): number {
  return endOf(source, from, (line) => !/^(?:#{2,4} \S|>|---\s*$)/.test(line) && !place.test(line.trim()))
}

const itemMark = /^(?:(-)|(\d{1,4})\.) (?=\s*\S)/

/** Paragraphs and lists; what stands two blanks deeper than an item belongs to it. */
function flowOf(source: readonly string[]): (Paragraph | List)[] {
  const out: (Paragraph | List)[] = []
  for (let at = 0; at < source.length; ) {
    const line = (source[at] ?? '').trimEnd()
    const mark = itemMark.exec(line)
    if (line === '') at++
    else if (mark) {
      const end = itemEnd(source, at)
      const inner = [
        line.slice(mark[0].length),
        ...source.slice(at + 1, end).map((one) => one.replace(/^ {1,2}/, '')),
      ]
      addItem(out, mark[2] === undefined ? null : Number(mark[2]), {
        type: 'listItem',
        content: flowOf(inner),
      })
      at = end
    } else {
      const end = endOf(source, at, (next) => next.trim() !== '' && !itemMark.test(next))
      const content = source.slice(at, end).flatMap((one, index): Inline[] => {
        const words = one.trim() === '\\' ? [] : inlineFromPlain(one.trim())
        return index === 0 ? words : [{ type: 'hardBreak' }, ...words]
      })
      out.push({ type: 'paragraph', content })
      at = end
    }
  }
  return out
}

/** An item goes on over deeper lines, and over empty ones that a deeper line follows. */
function itemEnd(source: readonly string[], from: number): number {
  let end = from + 1
  for (let at = end; at < source.length; at++) {
    const line = source[at] ?? ''
    if (line.trim() === '') continue
    if (!line.startsWith('  ')) break
    end = at + 1
  }
  return end
}

function addItem(out: (Paragraph | List)[], number: number | null, item: ListItem): void {
  const last = out.at(-1)
  if (number === null) {
    if (last?.type === 'bulletList') last.content.push(item)
    else out.push({ type: 'bulletList', content: [item] })
  } else if (last?.type === 'orderedList' && number === last.attrs.start + last.content.length)
    last.content.push(item)
  else out.push({ type: 'orderedList', attrs: { start: number }, content: [item] })
}
