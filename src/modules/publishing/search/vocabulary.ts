/** The words of everything that can be found, without marks, and how many entries use each. */
export interface Vocabulary {
  entries: number
  uses(word: string): number
  pairUses(first: string, second: string): number
  /** Words of letters that differ from this one by about one letter, exchanged neighbours included. */
  near(word: string): readonly string[]
  /** Takes in words of new entries. */
  add(words: Iterable<string>): void
  knows(word: string): boolean
  /** Words that begin so, in their order. */
  begunBy(start: string): readonly string[]
  /** Uses of each word after this one, by {@link numberOf}. */
  followers(word: string): ReadonlyMap<number, number> | undefined
  /** -1: not known. */
  numberOf(word: string): number
  /** How many words are known: grows with each that is taken in. */
  size(): number
}

const shortestMended = 2
const longestMended = 9

/** `rows`: a word, or a pair with a space between, and its uses. */
export function openVocabulary(entries: number, rows: Iterable<{ word: string; uses: number }>): Vocabulary {
  const numbers = new Map<string, number>()
  const uses: number[] = []
  const following = new Map<number, Map<number, number>>()
  let sorted: string[] = []
  const shortened = new Map<string, string[]>()
  const waiting: { word: string; uses: number }[] = []

  function take(word: string, count: number): void {
    const known = numbers.get(word)
    if (known !== undefined) {
      uses[known] = Math.max(uses[known] ?? 0, count)
      return
    }
    numbers.set(word, uses.length)
    uses.push(count)
    for (const form of isMendable(word) ? [word, ...withoutOne(word)] : []) {
      const list = shortened.get(form)
      if (list) list.push(word)
      else shortened.set(form, [word])
    }
  }
  function takePair(first: string, second: string, count: number): void {
    const a = numbers.get(first)
    const b = numbers.get(second)
    if (a === undefined || b === undefined) return
    const after = following.get(a)
    if (after) after.set(b, count)
    else following.set(a, new Map([[b, count]]))
  }
  function inOrder(): string[] {
    if (sorted.length !== numbers.size) sorted = [...numbers.keys()].sort()
    return sorted
  }

  for (const row of rows) {
    if (row.word.includes(' ')) waiting.push(row)
    else take(row.word, row.uses)
  }
  for (const row of waiting) {
    const [first = '', second = ''] = row.word.split(' ')
    takePair(first, second, row.uses)
  }
  return {
    entries,
    uses: (word) => uses[numbers.get(word) ?? -1] ?? 0,
    knows: (word) => numbers.has(word),
    pairUses: (first, second) => following.get(numbers.get(first) ?? -1)?.get(numbers.get(second) ?? -1) ?? 0,
    followers: (word) => following.get(numbers.get(word) ?? -1),
    numberOf: (word) => numbers.get(word) ?? -1,
    size: () => numbers.size,
    begunBy: (start) => {
      const words = inOrder()
      const from = placeIn(words, start)
      let to = from
      while (words[to]?.startsWith(start)) to += 1
      return words.slice(from, to)
    },
    near: (word) => {
      if (!isMendable(word)) return []
      const found = new Set(shortened.get(word))
      for (const form of withoutOne(word)) for (const near of shortened.get(form) ?? []) found.add(near)
      found.delete(word)
      return [...found]
    },
    add: (words) => {
      for (const word of words) take(word, 1)
    },
  }
}

function isMendable(word: string): boolean {
  return word.length >= shortestMended && word.length <= longestMended && /^\p{L}+$/u.test(word)
}

function withoutOne(word: string): string[] {
  const forms: string[] = []
  for (let i = 0; i < word.length; i += 1)
    if (word[i] !== word[i - 1]) forms.push(word.slice(0, i) + word.slice(i + 1))
  return forms
}

/** Where a word stands, or would stand. */
function placeIn(words: readonly string[], word: string): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle] ?? '') < word) low = middle + 1
    else high = middle
  }
  return low
}
