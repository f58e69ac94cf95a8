/** Where in an entry something stands. */
export const place = { body: 0, lead: 1, title: 2 } as const
export type Place = (typeof place)[keyof typeof place]
/** What a place is worth against the title. */
export const placeWorth = [0.45, 0.75, 1] as const

/** Entries whose ordinals share a block stand in one row; 13 bits name them within it, 2 more their place. */
export const blockSize = 8_192

/** An entry in a list, little-endian: its place within the block, and where in the entry. */
export function codeOf(ordinal: number, at: Place): number {
  return (ordinal % blockSize) | (at << 13)
}

/** The entries that hold a lexeme, by block. */
export interface List {
  uses: number
  blocks: readonly { block: number; codes: Uint16Array }[]
}

export const noList: List = { uses: 0, blocks: [] }

const readsLittle = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1

/** Codes as kept in a column; in one step where the machine itself is little-endian. */
export function codesOf(entries: Buffer): Uint16Array {
  if (readsLittle) return new Uint16Array(Uint8Array.from(entries).buffer)
  const codes = new Uint16Array(entries.length >> 1)
  for (let i = 0; i < codes.length; i += 1) codes[i] = entries.readUInt16LE(2 * i)
  return codes
}

/** What is looked for: entries gain once for each list in which they stand, more by a better place. */
export interface Weighed {
  list: List
  gain: number
}

export interface Chosen {
  ordinal: number
  weight: number
}

// One query is weighed at a time, without a pause.
let weights = new Float32Array(0)
let passed = new Uint8Array(0)

/**
 * The `most` entries that gain most, the newest first among equals. `filters`: only entries that stand in all of these
 * (at most eight). `span`: the ordinals that there are, the last one exclusive.
 */
export function heaviest(
  sought: readonly Weighed[],
  filters: readonly List[],
  span: { first: number; next: number },
  most: number,
): Chosen[] {
  const size = Math.max(0, span.next - span.first)
  if (weights.length < size) {
    weights = new Float32Array(Math.ceil(size * 1.2))
    passed = new Uint8Array(weights.length)
  }
  weights.fill(0, 0, size)
  passed.fill(0, 0, size)
  for (const { list, gain } of sought) weigh(list, gain, span.first, size)
  filters.forEach((list, bit) => {
    pass(list, 1 << bit, span.first, size)
  })
  return gathered(2 ** filters.length - 1, size, span.first, most)
}

// The loops below take most of a query's time in this process: their arrays are read without a second look.
function weigh({ blocks }: List, gain: number, first: number, size: number): void {
  const gains = Float32Array.from(placeWorth, (worth) => worth * gain)
  const all = weights
  for (const { block, codes } of blocks) {
    const base = block * blockSize - first
    for (let i = 0; i < codes.length; i += 1) {
      const code = codes[i] as number
      const at = base + (code & (blockSize - 1))
      if (at >= 0 && at < size) all[at] = (all[at] as number) + (gains[code >> 13] as number)
    }
  }
}

function pass({ blocks }: List, bit: number, first: number, size: number): void {
  const all = passed
  for (const { block, codes } of blocks) {
    const base = block * blockSize - first
    for (let i = 0; i < codes.length; i += 1) {
      const at = base + ((codes[i] as number) & (blockSize - 1))
      if (at >= 0 && at < size) all[at] = (all[at] as number) | bit
    }
  }
}

function gathered(wanted: number, size: number, first: number, most: number): Chosen[] {
  const all = weights
  const may = passed
  const best = bestOf(most)
  // From the newest: an older one has to be better than what is kept already.
  for (let at = size - 1; at >= 0; at -= 1) {
    const weight = all[at] as number
    if (weight > best.least && (wanted === 0 || may[at] === wanted)) best.take(at, weight)
  }
  return best
    .taken()
    .map(({ at, weight }) => ({ ordinal: first + at, weight }))
    .sort((a, b) => b.weight - a.weight || b.ordinal - a.ordinal)
}

/** Keeps the `most` heaviest of what it is given from the last place to the first: a heap, the lightest on top. */
function bestOf(most: number) {
  const places = new Int32Array(most)
  const heavy = new Float32Array(most)
  let count = 0
  /** Lighter, or as light and further down. */
  const isWorse = (a: number, b: number) => {
    const [one, other] = [heavy[a] as number, heavy[b] as number]
    return one < other || (one === other && (places[a] as number) < (places[b] as number))
  }
  const swap = (a: number, b: number) => {
    const [place, weight] = [places[a] as number, heavy[a] as number]
    places[a] = places[b] as number
    heavy[a] = heavy[b] as number
    places[b] = place
    heavy[b] = weight
  }
  function rise(from: number): void {
    for (let at = from; at > 0; ) {
      const above = (at - 1) >> 1
      if (!isWorse(at, above)) return
      swap(at, above)
      at = above
    }
  }
  function sink(): void {
    for (let at = 0; ; ) {
      let worst = at
      for (const below of [2 * at + 1, 2 * at + 2]) if (below < count && isWorse(below, worst)) worst = below
      if (worst === at) return
      swap(at, worst)
      at = worst
    }
  }
  const best = {
    /** What is no heavier is not kept any more. */
    least: 0,
    take(at: number, weight: number): void {
      const isFull = count === most
      const to = isFull ? 0 : count
      places[to] = at
      heavy[to] = weight
      if (isFull) sink()
      else {
        count += 1
        rise(to)
      }
      if (count === most) best.least = heavy[0] as number
    },
    taken: () => Array.from({ length: count }, (_, i) => ({ at: places[i] ?? 0, weight: heavy[i] ?? 0 })),
  }
  return best
}
