import type { Block } from '../../lib/documents/out/official-document.ts'

type Bullet = Extract<Block, { kind: 'bullet' }>

const numberedLine = /^((?:\d+(?:\.\d+)*[.)])|[a-zđ]\))\s+(.*)$/u

/** The body of a section, line by line: bullets, items and paragraphs; '1. Mục đích' over its lines is a heading. */
export function linesOf(body: string): Block[] {
  const lines = body
    .split('\n')
    .map((l) => l.trim())
    .filter(Boolean)
  const blocks: Block[] = []
  for (let at = 0; at < lines.length; ) {
    const m = isHeading(lines, at) ? numberedLine.exec(lines[at] ?? '') : null
    if (!m) {
      blocks.push(lineOf(lines[at] ?? ''))
      at += 1
      continue
    }
    const next = lines.findIndex((l, i) => i > at && /^\d+(?:\.\d+)*[.)]\s/u.test(l))
    const below = lines.slice(at + 1, next === -1 ? undefined : next)
    const section = { kind: 'section', ordinal: m[1] ?? '', title: m[2] ?? '' } as const
    blocks.push({ ...section, blocks: closedBullets(below.map(lineOf)) })
    at += 1 + below.length
  }
  return closedBullets(blocks)
}

/** Short, without a closing mark, and with lines of its own below it. */
function isHeading(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? ''
  const next = lines[at + 1]
  return /^\d+[.)]\s.{1,90}[^.;:,…]$/u.test(line) && next !== undefined && !/^(?:\d|\p{Ll}\p{L})/u.test(next)
}

function lineOf(line: string): Block {
  const bullet = /^([-–+])\s+(.*)$/u.exec(line)
  if (bullet) return { kind: 'bullet', depth: bullet[1] === '+' ? 2 : 1, text: bullet[2] ?? '' }
  const item = numberedLine.exec(line)
  if (item) return { kind: 'item', ordinal: item[1] ?? '', text: item[2] ?? '' }
  return { kind: 'paragraph', text: line }
}

/**
 * Bullets that end without a mark get one: ";" and "." for the last, "." for all of a list in which one holds
 * several sentences, ":" over deeper bullets. A mark that is there stays.
 */
export function closedBullets(blocks: readonly Block[]): Block[] {
  return blocks.map((block, i): Block => {
    if (block.kind !== 'bullet' || typeof block.text !== 'string') return block
    const next = blocks[i + 1]
    // A line broken in two goes on in the next paragraph.
    if (next?.kind === 'paragraph' && typeof next.text === 'string' && /^\p{Ll}/u.test(next.text))
      return block
    if (next?.kind !== 'bullet') return { ...block, text: ended(block.text) }
    if ((next.depth ?? 1) > (block.depth ?? 1)) return { ...block, text: ended(block.text, ':') }
    return { ...block, text: ended(block.text, holdsSentences(listAround(blocks, i)) ? '.' : ';') }
  })
}

/** The unbroken run of bullets that the one at `at` belongs to. */
function listAround(blocks: readonly Block[], at: number): Bullet[] {
  let from = at
  while (blocks[from - 1]?.kind === 'bullet') from -= 1
  const end = blocks.findIndex((b, i) => i > at && b.kind !== 'bullet')
  return blocks.slice(from, end === -1 ? undefined : end).filter((b) => b.kind === 'bullet')
}

function holdsSentences(list: readonly Bullet[]): boolean {
  return list.some((b) => typeof b.text === 'string' && /\p{Ll}[.!?…]\s+\p{Lu}/u.test(b.text))
}

export function ended(text: string, mark: '.' | ';' | ':' = '.'): string {
  return /[.;:!?…]$/u.test(text) ? text : text.replace(/[\s,]+$/u, '') + mark
}

/** A task taken from running text ("… giao Sở Nội vụ hướng dẫn …") begins with a capital once it stands in a list. */
export function begun(text: string): string {
  return text.replace(/^\p{Ll}/u, (c) => c.toLocaleUpperCase('vi'))
}
