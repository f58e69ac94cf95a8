import { foldUnit, kindOf, kinds, units } from './fold.ts'

/** Words to look for, without marks, found by a number made of their letters. */
export interface Sought {
  words: readonly string[]
  /** -1: not among them. */
  idOf(word: string): number
  hashes: Int32Array
  /** One more than the id at the place of its number, or the next free one. */
  table: Int32Array
}

const seed = 0x811c9dc5 | 0
const prime = 0x01000193

export function soughtOf(asked: Iterable<string>): Sought {
  const words = [...new Set(asked)]
  const ids = new Map(words.map((word, id) => [word, id]))
  const hashes = Int32Array.from(words, hashOf)
  const table = new Int32Array(2 ** (2 + Math.ceil(Math.log2(words.length + 1))))
  hashes.forEach((hash, id) => {
    let at = hash & (table.length - 1)
    while (table[at] !== 0) at = (at + 1) & (table.length - 1)
    table[at] = id + 1
  })
  return { words, idOf: (word) => ids.get(word) ?? -1, hashes, table }
}

function hashOf(word: string): number {
  let hash = seed
  for (let i = 0; i < word.length; i += 1) hash = Math.imul(hash ^ word.charCodeAt(i), prime)
  return hash
}

/**
 * The words of the text walked last, in their order: where each begins and ends, whether a sentence begins with it,
 * and which of the sought ones it is (-1: none). `found`: the numbers of those that are sought.
 */
export interface Walk {
  count: number
  starts: Int32Array
  ends: Int32Array
  opens: Uint8Array
  ids: Int32Array
  found: number[]
}

const walked: Walk = {
  count: 0,
  starts: new Int32Array(0),
  ends: new Int32Array(0),
  opens: new Uint8Array(0),
  ids: new Int32Array(0),
  found: [],
}

function makeRoom(words: number): void {
  if (walked.ids.length >= words) return
  walked.starts = new Int32Array(2 * words)
  walked.ends = new Int32Array(2 * words)
  walked.opens = new Uint8Array(2 * words)
  walked.ids = new Int32Array(2 * words)
}

/**
 * Walks over the words of a text (NFC) up to a place, as tokensOf takes them, without making a string of any: most
 * of them are not looked for. What it answers holds until the next walk.
 */
export function walk(text: string, sought: Sought, upTo = text.length): Walk {
  const length = Math.min(upTo, text.length)
  makeRoom((length >> 1) + 1)
  const { starts, ends, opens, ids } = walked
  const { table, hashes, words } = sought
  const found: number[] = []
  let count = 0
  let start = -1
  let hash = seed
  let opening = 0
  for (let i = 0; i <= length; i += 1) {
    const unit = i < length ? text.charCodeAt(i) : 32
    const kind = kinds[unit] || kindOf(unit, text, i)
    if (kind >= 3) {
      if (start < 0) {
        start = i
        hash = seed
      }
      if (kind === 3) hash = Math.imul(hash ^ (units[unit] || foldUnit(unit)), prime)
      continue
    }
    if (start >= 0) {
      let id = -1
      for (let at = hash & (table.length - 1); table[at] !== 0; at = (at + 1) & (table.length - 1)) {
        const one = (table[at] as number) - 1
        if (hashes[one] === hash && isWord(text, start, i, words[one] as string)) {
          id = one
          found.push(count)
          break
        }
      }
      starts[count] = start
      ends[count] = i
      opens[count] = count > 0 ? opening : 0
      ids[count] = id
      count += 1
      start = -1
      opening = 0
    }
    if (kind === 2) opening = 1
  }
  walked.count = count
  walked.found = found
  return walked
}

/** Numbers can be alike where words are not. */
function isWord(text: string, start: number, end: number, word: string): boolean {
  let at = 0
  for (let i = start; i < end; i += 1) {
    const unit = text.charCodeAt(i)
    if (kinds[unit] === 4) continue
    if (at >= word.length || word.charCodeAt(at) !== (units[unit] || foldUnit(unit))) return false
    at += 1
  }
  return at === word.length
}
