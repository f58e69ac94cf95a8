/** The same numbers for the same seed on every machine (mulberry32). */
export interface Draw {
  /** 0 ≤ x < n. */
  below(n: number): number
  one<T>(list: readonly T[]): T
  chance(share: number): boolean
}

export function drawing(seed: number): Draw {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (n: number) => Math.floor(next() * n)
  return {
    below,
    one: (list) => list[below(list.length)] as (typeof list)[number],
    chance: (s) => next() < s,
  }
}
