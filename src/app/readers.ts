export interface Readers {
  /** May this request count as somebody who reads? Takes note of it. */
  reads(address: string): boolean
}

/** Nobody reads more pages than this in a minute; a school or an office behind one address may. */
const mostInAMinute = 120

/**
 * Tells readers from programs that call themselves browsers: whoever opens more pages in a minute than a room full of
 * people could read is not counted for the rest of it. Addresses are held for that minute, in memory only.
 */
export function openReaders(now: () => number = Date.now): Readers {
  let minute = 0
  const seen = new Map<string, number>()
  return {
    reads(address) {
      const this_ = Math.floor(now() / 60_000)
      if (this_ !== minute) {
        seen.clear()
        minute = this_
      }
      const times = (seen.get(address) ?? 0) + 1
      seen.set(address, times)
      return times <= mostInAMinute
    },
  }
}
