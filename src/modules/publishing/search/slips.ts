import { isSyllable } from './syllable.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A word that may have been meant, and how unlikely the slip is that leads from it to what was typed (nats). */
export interface Meant {
  word: string
  cost: number
}

/**
 * How dear a slip is, against what the words around a place gain by mending it. Marks of tone and vowel cost nothing:
 * words are compared without them. A word that exists may be a slip as well, only less likely.
 */
const cost = {
  telex: 0.7,
  digit: 0.7,
  letter: 4,
  twoLetters: 7.5,
  misread: 1.6,
  known: 2.6,
  syllable: 4,
  short: 1.5,
}
const most = 24

/** What was typed once is typed again: so many words are remembered for each state of a vocabulary. */
const mostRemembered = 3_000
const remembered = new WeakMap<Vocabulary, { size: number; meant: Map<string, readonly Meant[]> }>()

/** The words that may have been meant by one typed word (without marks), itself first. */
export function meantBy(typed: string, vocabulary: Vocabulary): readonly Meant[] {
  const size = vocabulary.size()
  let memory = remembered.get(vocabulary)
  if (memory?.size !== size || memory.meant.size >= mostRemembered) {
    memory = { size, meant: new Map() }
    remembered.set(vocabulary, memory)
  }
  const known = memory.meant.get(typed)
  if (known) return known
  const meant = thoughtOf(typed, vocabulary)
  memory.meant.set(typed, meant)
  return meant
}

function thoughtOf(typed: string, vocabulary: Vocabulary): Meant[] {
  const known = vocabulary.knows(typed)
  const rightly = known || isSyllable(typed)
  const extra = known ? cost.known : rightly ? cost.syllable : 0
  const found = new Map<string, number>([[typed, 0]])
  const offer = (word: string, price: number) => {
    if (word === typed || !vocabulary.knows(word)) return
    const before = found.get(word)
    if (before === undefined || price < before) found.set(word, price)
  }
  for (const [word, slips] of withoutTelex(typed)) {
    offer(word, extra + cost.telex * slips)
    if (!known && !vocabulary.knows(word))
      for (const near of vocabulary.near(word)) offer(near, cost.telex * slips + letterCost(word, near))
  }
  for (const word of readAgain(typed)) {
    offer(word, extra + cost.misread)
    if (!rightly && !vocabulary.knows(word))
      for (const near of vocabulary.near(word)) offer(near, cost.misread + letterCost(word, near))
  }
  for (const word of vocabulary.near(typed)) offer(word, extra + letterCost(typed, word))
  return [...found]
    .map(([word, price]) => ({ word, cost: price, dear: price - rarity(word, vocabulary) }))
    .sort((a, b) => Number(b.word === typed) - Number(a.word === typed) || a.dear - b.dear)
    .slice(0, most)
    .map(({ word, cost }) => ({ word, cost }))
}

function rarity(word: string, vocabulary: Vocabulary): number {
  return 0.7 * Math.log(vocabulary.uses(word) + 1)
}

/**
 * What telex leaves in a word when the input method was off, or a key came too late: letters of tone (s f r x j z),
 * doubled vowels and đ, w for the hook; VNI leaves digits. Each form with the number of letters taken back.
 */
export function withoutTelex(typed: string): Map<string, number> {
  const forms = new Map<string, number>()
  const digits = typed.replace(/(?<=\p{L})[0-9]+/gu, '')
  const start = digits === typed ? typed : digits
  const base = digits === typed ? 0 : 1
  if (base > 0) forms.set(start, base)
  const spread = (word: string, slips: number, left: number) => {
    if (left === 0) return
    for (const next of oneTelexLess(word)) {
      const before = forms.get(next)
      if (next === typed || (before !== undefined && before <= slips + 1)) continue
      forms.set(next, slips + 1)
      spread(next, slips + 1, left - 1)
    }
  }
  if (start.length <= 12) spread(start, base, 3)
  return forms
}

function oneTelexLess(word: string): Set<string> {
  const forms = new Set<string>()
  const vowel = word.search(/[aeiouyw]/)
  if (vowel < 0) return forms
  for (let i = 0; i < word.length; i += 1) {
    const letter = word[i] ?? ''
    const without = word.slice(0, i) + word.slice(i + 1)
    const doubled = 'aeod'.includes(letter) && word.indexOf(letter) < i
    if (i > vowel && 'sfrxjz'.includes(letter)) forms.add(without)
    else if (doubled && (letter !== 'd' || word[0] === 'd')) forms.add(without)
    else if (letter === 'w')
      forms.add(/[aou]/.test(word.slice(0, i)) ? without : `${word.slice(0, i)}u${word.slice(i + 1)}`)
  }
  return forms
}

/** Shapes that scanners take for each other: what is read, what it may have been. */
const shapes: readonly (readonly [string, string])[] = [
  ['0', 'o'],
  ['1', 'l'],
  ['1', 'i'],
  ['5', 's'],
  ['6', 'b'],
  ['8', 'b'],
  ['9', 'g'],
  ['rn', 'm'],
  ['m', 'rn'],
  ['ri', 'n'],
  ['cl', 'd'],
  ['d', 'cl'],
  ['li', 'h'],
  ['h', 'li'],
  ['ii', 'u'],
  ['vv', 'w'],
  ['l', 'i'],
  ['i', 'l'],
  ['c', 'e'],
  ['e', 'c'],
  ['o', 'c'],
  ['c', 'o'],
  ['b', 'h'],
  ['h', 'b'],
  ['n', 'u'],
  ['u', 'n'],
  ['t', 'l'],
  ['l', 't'],
  ['q', 'g'],
  ['g', 'q'],
  ['o', '0'],
  ['l', '1'],
  ['i', '1'],
  ['s', '5'],
  ['b', '8'],
]

/** What a scanner may have had before it: one confusion of shapes taken back, or every digit among letters. */
export function readAgain(read: string): Set<string> {
  const forms = new Set<string>()
  const digits = /\d/.test(read)
  const isNumber = digits && read.replace(/\D/g, '').length * 2 >= read.length
  for (const [seen, was] of shapes) {
    if (/\d/.test(was) ? !isNumber : isNumber) continue
    for (let at = read.indexOf(seen); at >= 0; at = read.indexOf(seen, at + 1))
      forms.add(read.slice(0, at) + was + read.slice(at + seen.length))
  }
  if (digits && !isNumber) forms.add(read.replace(/0/g, 'o').replace(/1/g, 'i').replace(/5/g, 's'))
  if (isNumber) forms.add(read.replace(/o/g, '0').replace(/[li]/g, '1').replace(/s/g, '5'))
  forms.delete(read)
  return forms
}

/** A missing or exchanged letter in a short word changes more of it. */
function letterCost(a: string, b: string): number {
  const apart = distance(a, b)
  const short = Math.min(a.length, b.length) <= 3 ? cost.short : 0
  return apart <= 1 ? cost.letter + short : cost.twoLetters + short
}

/** Letters to add, leave out, exchange, or swap with their neighbour. */
export function distance(a: string, b: string): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1]
      let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1)
      next.push(least)
    }
    before = row
    row = next
  }
  return row[b.length] ?? 0
}
