import { wordsOf } from './contents.ts'
import type { Block, Inline, List, ListItem, Paragraph } from './rich-text.ts'

/** A paragraph that is an item of a list by its looks: Word writes all its lists like that. Levels count from 1. */
export interface LooseItem {
  type: 'loose'
  level: number
  /** The number printed, or null for a bullet. */
  number: number | null
  content: Inline[]
}

export type LooseBlock = Block | LooseItem

const typedMark = /^\s*([-–—•·▪■●♦*]|[+◦○])\s+/u

/** Joins items that follow each other into lists within lists; and paragraphs typed with "- " where several follow. */
export function joinLooseItems(blocks: readonly LooseBlock[]): Block[] {
  const out: Block[] = []
  for (let at = 0; at < blocks.length; ) {
    const run = runAt(blocks, at)
    const block = blocks[at] as LooseBlock
    if (run.length > 0) {
      out.push(...nest(run))
      at += run.length
    } else {
      if (block.type !== 'loose') out.push(block)
      at++
    }
  }
  return out
}

function runAt(blocks: readonly LooseBlock[], from: number): LooseItem[] {
  const run: LooseItem[] = []
  let typed = 0
  for (const block of blocks.slice(from, from + 5000)) {
    if (block.type === 'loose') run.push(block)
    else {
      const item = block.type === 'paragraph' ? typedItem(block) : null
      if (!item) break
      typed++
      run.push(item)
    }
  }
  // One paragraph with a dash may be speech; two are a list.
  return typed === 1 && run.length === 1 ? [] : run
}

function typedItem(block: Paragraph): LooseItem | null {
  const [first, ...rest] = block.content ?? []
  const mark = first?.type === 'text' ? typedMark.exec(first.text) : null
  if (first?.type !== 'text' || !mark || wordsOf(block.content ?? []).length <= mark[0].length) return null
  const content = [{ ...first, text: first.text.slice(mark[0].length) }, ...rest]
  return { type: 'loose', level: /[+◦○]/.test(mark[1] ?? '') ? 2 : 1, number: null, content }
}

function nest(items: readonly LooseItem[]): List[] {
  const lists: List[] = []
  for (let at = 0; at < items.length; ) {
    const first = items[at] as LooseItem
    let end = at + 1
    while (end < items.length && (items[end] as LooseItem).level > first.level) end++
    const item: ListItem = {
      type: 'listItem',
      content: [{ type: 'paragraph', content: first.content }, ...nest(items.slice(at + 1, end))],
    }
    const last = lists.at(-1)
    if (last && belongs(last, first.number)) last.content.push(item)
    else if (first.number === null) lists.push({ type: 'bulletList', content: [item] })
    else lists.push({ type: 'orderedList', attrs: { start: first.number }, content: [item] })
    at = end
  }
  return lists
}

function belongs(list: List, number: number | null): boolean {
  if (list.type === 'bulletList') return number === null
  return number === list.attrs.start + list.content.length
}
