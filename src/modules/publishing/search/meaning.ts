import type { Token } from './fold.ts'
import type { Slot } from './repair.ts'
import { soughtOf, walk } from './walk.ts'

const longestRead = 3_000

/**
 * The query as it should have been typed, with the marks that the best answers write, or null where nothing was wrong.
 * A query typed without any marks is not wrong for that.
 */
export function meantQuery(
  asked: string,
  tokens: readonly Token[],
  slots: readonly Slot[],
  /** What the best entries say: search_index.said. */
  answers: readonly string[],
): string | null {
  const votes = votesOf(slots, answers)
  const hasMarks = tokens.some((t) => t.said !== t.plain)
  let changed = false
  let at = 0
  let meant = ''
  for (const [i, slot] of slots.entries()) {
    const first = tokens[slot.from]
    const last = tokens[slot.to - 1]
    if (!first || !last) continue
    const typed = asked.slice(first.start, last.end)
    const word = wordFor(slot, votes[i] ?? new Map(), hasMarks)
    if (i > 0 && slots[i - 1]?.from === slot.from) meant += ` ${word ?? slot.word}`
    else meant += asked.slice(at, first.start) + (word ?? typed)
    at = last.end
    if (word !== null && word !== typed.toLocaleLowerCase('vi')) changed = true
  }
  meant += asked.slice(at)
  return changed ? meant.trim() : null
}

/** Null: as typed. */
function wordFor(slot: Slot, votes: Map<string, number>, hasMarks: boolean): string | null {
  const best = [...votes].sort((a, b) => b[1] - a[1])[0]?.[0]
  if (slot.said === null) return best ?? slot.word
  if (!hasMarks || !best || votes.has(slot.said)) return null
  return best
}

/** How the answers write each word of the query where it stands beside its neighbours. */
function votesOf(slots: readonly Slot[], answers: readonly string[]): Map<string, number>[] {
  const votes = slots.map(() => new Map<string, number>())
  const sought = soughtOf(slots.map((s) => s.word))
  const asked = slots.map((s) => sought.idOf(s.word))
  for (const answer of answers) {
    const { found, ids, starts, ends, count } = walk(answer, sought, longestRead)
    const isAt = (at: number, from: number, id: number | undefined) => {
      if (id === undefined || at < 0 || at >= count || ids[at] !== id) return 0
      const [first, second] = at < from ? [at, from] : [from, at]
      // One space between them: title, lead and body are parted by more.
      return Number(ends[first] === (starts[second] as number) - 1)
    }
    asked.forEach((id, i) => {
      for (const at of found) {
        if (ids[at] !== id) continue
        const near = isAt(at - 1, at, asked[i - 1]) + isAt(at + 1, at, asked[i + 1])
        if (near === 0 && slots.length > 1) continue
        const word = answer.slice(starts[at], ends[at])
        votes[i]?.set(word, (votes[i]?.get(word) ?? 0) + 1 + 2 * near)
      }
    })
  }
  return votes
}
