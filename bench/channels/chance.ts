/** Random numbers that the same seed repeats (mulberry32). */
export interface Chance {
  /** From 0 to 1. */
  next: () => number
  below: (most: number) => number
  oneOf: <T>(list: readonly T[]) => T | undefined
}

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (most: number) => Math.floor(next() * most)
  return { next, below, oneOf: (list) => list[below(list.length)] }
}
