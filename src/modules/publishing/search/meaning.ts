import { fold, type Token } from './fold.ts'
import type { Slot } from './repair.ts'

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
  for (const answer of answers) {
    const said = answer.slice(0, longestRead).split(/\s/)
    const plain = fold(said.join(' ')).split(' ')
    slots.forEach((slot, i) => {
      const mine = votes[i]
      if (!mine) return
      for (let at = plain.indexOf(slot.word); at >= 0; at = plain.indexOf(slot.word, at + 1)) {
        const near =
          Number(i > 0 && plain[at - 1] === slots[i - 1]?.word) +
          Number(i + 1 < slots.length && plain[at + 1] === slots[i + 1]?.word)
        const word = said[at] ?? ''
        if (near > 0 || slots.length === 1) mine.set(word, (mine.get(word) ?? 0) + 1 + 2 * near)
      }
    })
  }
  return votes
}
