import { officialFormulas, type Syllables, syllablesOf } from './likeness-words.ts'

/**
 * Near-duplicate passages. Every run of five syllables (a shingle) of every text goes into an index; texts that
 * share many rare shingles are then compared exactly. No sampling: nothing that is copied can be missed by chance,
 * which MinHash cannot promise, and 3,500 narratives of a province's quarter take a few seconds.
 */
export interface ComparedText {
  /** The caller's own number of the text. */
  id: number
  text: string
  /** Ids this text is not compared with: a consolidated report quotes its parts. */
  family?: ReadonlySet<number>
  /** Of the period before: compared with the texts of this period, not with each other. */
  background?: boolean
}

/** A passage that stands in both texts: UTF-16 offsets, ends exclusive. */
export interface Passage {
  a: readonly [number, number]
  b: readonly [number, number]
  /** Syllables that agree. */
  syllables: number
}

export interface Likeness {
  a: number
  b: number
  /** Part of the shorter text's own words that the other has too, 0 to 1; common formulas are left out of both. */
  overlap: number
  syllables: number
  passages: Passage[]
}

const shingle = 5
/** Two runs that agree are one passage when at most so many syllables were put in, taken out or changed between. */
const widestGap = 3
/** Shorter agreements are how the language of offices runs, not copying. */
const leastPassage = 12
/** From here on a pair is shown to a person; measured on bench/similarity.ts. */
export const leastOverlap = 0.3
export const leastShared = 20
/** More texts than this share of all (and more than twenty) have it: a common form of words. */
const commonShare = 0.3
const commonTexts = 20
/** How many partners of one text are compared exactly. */
const closest = 8

interface Prepared {
  id: number
  words: Syllables
  /** Of each syllable: the shingle that begins there; -1 at the end and within citations. */
  shingles: Int32Array
  family: ReadonlySet<number> | undefined
  background: boolean
}

/** Ids for words and shingles that are exact within one comparison: equal ids are equal words. */
class Vocabulary {
  readonly #words = new Map<string, number>()
  readonly #shingles = new Map<number, number>()

  /** Two shingles fall together once in some 2^52 / n² texts; the exact comparison then sets them apart. */
  #hash(ids: readonly number[], from: number): number {
    let high = 17
    let low = 31
    for (let i = from; i < from + shingle; i += 1) {
      high = (Math.imul(high, 0x01000193) ^ (ids[i] ?? 0)) >>> 0
      low = (Math.imul(low ^ (ids[i] ?? 0), 0x85ebca6b) + 0x9e3779b9) >>> 0
    }
    return (high & 0xfffff) * 0x100000000 + low
  }

  shinglesOf({ folded, cited }: Syllables): Int32Array {
    const ids = folded.map((word) => {
      const id = this.#words.get(word) ?? this.#words.size + 1
      this.#words.set(word, id)
      return id
    })
    return Int32Array.from(ids, (_, i) => {
      if (i + shingle > ids.length || cited[i] || cited[i + shingle - 1]) return -1
      const hash = this.#hash(ids, i)
      const id = this.#shingles.get(hash) ?? this.#shingles.size
      this.#shingles.set(hash, id)
      return id
    })
  }

  get size(): number {
    return this.#shingles.size
  }
}

/** Shingles that prove nothing: of templates and official formulas, and those that very many texts have. */
function commonShingles(texts: readonly Prepared[], known: readonly Int32Array[], size: number): Uint8Array {
  const common = new Uint8Array(size)
  for (const list of known) for (const s of list) if (s >= 0) common[s] = 1
  const holders = new Uint32Array(size)
  for (const { shingles } of texts)
    for (const s of new Set(shingles)) if (s >= 0) holders[s] = (holders[s] ?? 0) + 1
  const most = Math.max(commonTexts, texts.length * commonShare)
  holders.forEach((n, s) => {
    if (n > most) common[s] = 1
  })
  return common
}

/** For each text the texts before it that share the most rare shingles with it, the closest first. */
function candidates(texts: readonly Prepared[], common: Uint8Array): [number, number][] {
  const holders: number[][] = Array.from({ length: common.length }, () => [])
  const found: [number, number][] = []
  const shared = new Uint16Array(texts.length)
  texts.forEach((text, at) => {
    const own = [...new Set(text.shingles)].filter((s) => s >= 0 && !common[s])
    const touched: number[] = []
    for (const s of own) {
      for (const other of holders[s] ?? []) {
        if (shared[other] === 0) touched.push(other)
        shared[other] = (shared[other] ?? 0) + 1
      }
      holders[s]?.push(at)
    }
    const likely = touched.filter((o) => (shared[o] ?? 0) >= 5 && mayCompare(text, texts[o] as Prepared))
    likely.sort((x, y) => (shared[y] ?? 0) - (shared[x] ?? 0) || x - y)
    for (const other of likely.slice(0, closest)) found.push([other, at])
    for (const other of touched) shared[other] = 0
  })
  return found
}

function mayCompare(a: Prepared, b: Prepared): boolean {
  return !(a.background && b.background) && !a.family?.has(b.id) && !b.family?.has(a.id)
}

interface Run {
  a: number
  b: number
  length: number
}

/** The longest runs of equal syllables, none overlapping another in either text. */
function runsOf(a: Prepared, b: Prepared, common: Uint8Array): Run[] {
  const places = new Map<number, number[]>()
  a.shingles.forEach((s, i) => {
    if (s < 0 || common[s]) return
    const list = places.get(s)
    if (list) list.push(i)
    else places.set(s, [i])
  })
  const runs: Run[] = []
  const same = (i: number, j: number) =>
    i < a.words.folded.length && j < b.words.folded.length && a.words.folded[i] === b.words.folded[j]
  b.shingles.forEach((s, j) => {
    for (const i of s < 0 ? [] : (places.get(s) ?? []).slice(0, 20)) {
      const begun = i > 0 && j > 0 && same(i - 1, j - 1) && isRare(b.shingles[j - 1], common)
      if (begun || !same(i, j)) continue
      let length = 0
      while (same(i + length, j + length)) length += 1
      if (length >= shingle) runs.push({ a: i, b: j, length })
    }
  })
  return withoutOverlaps(runs, a.words.folded.length, b.words.folded.length)
}

function isRare(s: number | undefined, common: Uint8Array): boolean {
  return s !== undefined && s >= 0 && !common[s]
}

function withoutOverlaps(runs: Run[], lengthA: number, lengthB: number): Run[] {
  const takenA = new Uint8Array(lengthA)
  const takenB = new Uint8Array(lengthB)
  const kept: Run[] = []
  for (const run of runs.sort((x, y) => y.length - x.length || x.a - y.a || x.b - y.b)) {
    let from = 0
    while (from < run.length && (takenA[run.a + from] || takenB[run.b + from])) from += 1
    let to = from
    while (to < run.length && !takenA[run.a + to] && !takenB[run.b + to]) to += 1
    if (to - from < shingle - 1) continue
    takenA.fill(1, run.a + from, run.a + to)
    takenB.fill(1, run.b + from, run.b + to)
    kept.push({ a: run.a + from, b: run.b + from, length: to - from })
  }
  return kept.sort((x, y) => x.a - y.a)
}

/** Of each syllable: is it the author's own, outside of citations and common forms of words? */
function ownWords({ words, shingles }: Prepared, common: Uint8Array): Uint8Array {
  const own = new Uint8Array(words.folded.length)
  words.folded.forEach((_, i) => {
    if (!words.cited[i]) own[i] = 1
  })
  shingles.forEach((s, i) => {
    if (s >= 0 && common[s]) own.fill(0, i, i + shingle)
  })
  return own
}

interface Joined {
  a: [number, number]
  b: [number, number]
  runs: Run[]
}

/** Runs that follow each other closely in both texts are one passage that somebody edited lightly. */
function join(runs: readonly Run[]): Joined[] {
  const joined: Joined[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    const gapA = last ? run.a - last.a[1] : Number.POSITIVE_INFINITY
    const gapB = last ? run.b - last.b[1] : Number.POSITIVE_INFINITY
    if (last && gapA <= widestGap && gapB >= 0 && gapB <= widestGap) {
      last.a[1] = run.a + run.length
      last.b[1] = run.b + run.length
      last.runs.push(run)
    } else {
      joined.push({ a: [run.a, run.a + run.length], b: [run.b, run.b + run.length], runs: [run] })
    }
  }
  return joined
}

function compare(a: Prepared, b: Prepared, common: Uint8Array): Likeness | null {
  const ownA = ownWords(a, common)
  const ownB = ownWords(b, common)
  const shared = ({ runs }: Joined) =>
    runs.reduce((n, run) => n + ownA.subarray(run.a, run.a + run.length).reduce((x, y) => x + y, 0), 0)
  const passages = join(runsOf(a, b, common)).filter((p) => shared(p) >= leastPassage)
  const syllables = passages.reduce((n, p) => n + shared(p), 0)
  const size = (own: Uint8Array) => own.reduce((x, y) => x + y, 0)
  const overlap = Math.min(1, syllables / Math.max(1, Math.min(size(ownA), size(ownB))))
  if (syllables < leastShared || overlap < leastOverlap) return null
  const span = (words: Syllables, [from, to]: readonly [number, number]) =>
    [words.start[from] ?? 0, words.end[to - 1] ?? 0] as const
  return {
    a: a.id,
    b: b.id,
    overlap: Math.round(overlap * 1000) / 1000,
    syllables,
    passages: passages.map((p) => ({
      a: span(a.words, p.a),
      b: span(b.words, p.b),
      syllables: shared(p),
    })),
  }
}

/**
 * The pairs of texts that share passages a person should look at, the most alike first. `known` are the words of
 * templates (headings, guidance), which everybody shares; the official formulas of likeness-words.ts are added.
 */
export function alikeAmong(texts: readonly ComparedText[], known: readonly string[] = []): Likeness[] {
  const vocabulary = new Vocabulary()
  const prepared = texts.map(({ id, text, family, background }): Prepared => {
    const words = syllablesOf(text)
    return { id, words, shingles: vocabulary.shinglesOf(words), family, background: background === true }
  })
  const formulas = [...known, ...officialFormulas].map((text) => vocabulary.shinglesOf(syllablesOf(text)))
  const common = commonShingles(prepared, formulas, vocabulary.size)
  const found = candidates(prepared, common).flatMap(([a, b]) => {
    const likeness = compare(prepared[a] as Prepared, prepared[b] as Prepared, common)
    return likeness ? [likeness] : []
  })
  return found.sort((x, y) => y.overlap - x.overlap || y.syllables - x.syllables || x.a - y.a || x.b - y.b)
}
