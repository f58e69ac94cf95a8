import type { Span } from '../documents/out/official-document.ts'

/** Beyond so many cells the two texts are shown one after the other: nobody reads so many changes one by one. */
const mostCells = 9_000_000

/**
 * What was taken out and put in, word by word, as spans in the order in which the new text is read: `after` is the
 * spans that are not deleted, `before` those that are not inserted, blanks between words aside. Line ends are words
 * of their own.
 */
export function wordDiff(before: string, after: string): Span[] {
  const a = wordsOf(before)
  const b = wordsOf(after)
  let head = 0
  while (head < a.length && head < b.length && same(a[head], b[head])) head += 1
  let tail = 0
  while (
    tail < a.length - head &&
    tail < b.length - head &&
    a[a.length - 1 - tail] === b[b.length - 1 - tail]
  )
    tail += 1
  const middleA = a.slice(head, a.length - tail)
  const middleB = b.slice(head, b.length - tail)
  const kept = middleA.length * middleB.length > mostCells ? [] : commonWords(middleA, middleB)
  const spans: Span[] = []
  const add = (words: readonly string[], change?: 'inserted' | 'deleted') => {
    const text = words.join('')
    if (text === '') return
    const last = spans.at(-1)
    if (last && last.change === change) last.text += text
    else spans.push(change ? { text, change } : { text })
  }
  add(b.slice(0, head))
  let [i, j] = [0, 0]
  for (const [x, y] of [...kept, [middleA.length, middleB.length] as const]) {
    add(middleA.slice(i, x), 'deleted')
    add(middleB.slice(j, y), 'inserted')
    add(middleB.slice(y, y + 1))
    ;[i, j] = [x + 1, y + 1]
  }
  add(b.slice(b.length - tail))
  return spans
}

/** A word is the same with other blanks after it. */
function same(a: string | undefined, b: string | undefined): boolean {
  return (
    a !== undefined && b !== undefined && (a === b || (a !== '\n' && b !== '\n' && a.trim() === b.trim()))
  )
}

/** Words with the blanks after them, and single line ends. */
function wordsOf(text: string): string[] {
  return text.match(/\n|[^\s]+[^\S\n]*|[^\S\n]+/gu) ?? []
}

/** Positions of a longest common run of words, as pairs. */
function commonWords(a: readonly string[], b: readonly string[]): [number, number][] {
  const width = b.length + 1
  const longest = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const here = i * width + j
      longest[here] = same(a[i], b[j])
        ? (longest[here + width + 1] ?? 0) + 1
        : Math.max(longest[here + width] ?? 0, longest[here + 1] ?? 0)
    }
  }
  const pairs: [number, number][] = []
  let [i, j] = [0, 0]
  while (i < a.length && j < b.length) {
    if (same(a[i], b[j])) {
      pairs.push([i, j])
      i += 1
      j += 1
    } else if ((longest[(i + 1) * width + j] ?? 0) >= (longest[i * width + j + 1] ?? 0)) i += 1
    else j += 1
  }
  return pairs
}

/** Spans parted at line ends; a line end that was taken out becomes a blank, so that no paragraph is lost. */
export function linesOfSpans(spans: readonly Span[]): Span[][] {
  const lines: Span[][] = [[]]
  for (const span of spans) {
    const parts = span.change === 'deleted' ? [span.text.replace(/\n/g, ' ')] : span.text.split('\n')
    parts.forEach((text, i) => {
      if (i > 0) lines.push([])
      if (text !== '') lines.at(-1)?.push({ ...span, text })
    })
  }
  return lines.filter((line) => line.some((s) => s.text.trim() !== ''))
}
