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
}

const shortestMended = 2
const longestMended = 9

/** `rows`: a word, or a pair with a space between, and its uses. */
export function openVocabulary(entries: number, rows: Iterable<{ word: string; uses: number }>): Vocabulary {
  const numbers = new Map<string, number>()
  const uses: number[] = []
  const pairs = new Map<number, number>()
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
    if (!isMendable(word)) return
    for (const form of [word, ...withoutOne(word)]) {
      const list = shortened.get(form)
      if (list) list.push(word)
      else shortened.set(form, [word])
    }
  }
  function pairKey(first: string, second: string): number | null {
    const a = numbers.get(first)
    const b = numbers.get(second)
    return a === undefined || b === undefined ? null : a * 2 ** 26 + b
  }

  for (const row of rows) {
    if (row.word.includes(' ')) waiting.push(row)
    else take(row.word, row.uses)
  }
  for (const row of waiting) {
    const [first = '', second = ''] = row.word.split(' ')
    const key = pairKey(first, second)
    if (key !== null) pairs.set(key, row.uses)
  }
  return {
    entries,
    uses: (word) => uses[numbers.get(word) ?? -1] ?? 0,
    knows: (word) => numbers.has(word),
    pairUses: (first, second) => pairs.get(pairKey(first, second) ?? -1) ?? 0,
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
