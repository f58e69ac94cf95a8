import type { Db } from '../../../lib/db/db.ts'
import { addCounts } from './counts.sql.ts'
import type { ReachCount } from './reach.ts'

/** How long a count may wait in memory: what a machine that loses its power loses. */
const waitMs = 5_000

interface Tally {
  counts: Map<string, ReachCount>
  timer: NodeJS.Timeout | null
  /** The flush that is under way: one at a time, so that none overtakes another. */
  flushing: Promise<void>
}

const tallies = new WeakMap<Db, Tally>()

/**
 * Counts in memory; written together within five seconds and when the program stops (`flushReach`), so that a burst
 * of readers costs the database one statement. Leave bots out before (`isBot`, lib/http/bots.ts).
 */
export function countReach(db: Db, count: Omit<ReachCount, 'amount'> & { amount?: number }): void {
  const tally = tallyOf(db)
  add(tally, { ...count, amount: count.amount ?? 1 })
  tally.timer ??= setTimeout(() => void flushReach(db).catch(() => {}), waitMs).unref()
}

/** Writes what waits. On a fault the counts stay and are written next time; the fault goes to the caller. */
export function flushReach(db: Db): Promise<void> {
  const tally = tallyOf(db)
  if (tally.timer) clearTimeout(tally.timer)
  tally.timer = null
  const flush = tally.flushing.then(() => write(db, tally))
  tally.flushing = flush.catch(() => {})
  return flush
}

async function write(db: Db, tally: Tally): Promise<void> {
  const taken = [...tally.counts.values()]
  if (taken.length === 0) return
  tally.counts.clear()
  try {
    await addCounts(db, taken)
  } catch (fault) {
    for (const count of taken) add(tally, count)
    throw fault
  }
}

function tallyOf(db: Db): Tally {
  const known = tallies.get(db)
  if (known) return known
  const tally: Tally = { counts: new Map(), timer: null, flushing: Promise.resolve() }
  tallies.set(db, tally)
  return tally
}

function add(tally: Tally, count: ReachCount): void {
  const key = [
    count.provinceId,
    count.publicationId,
    count.day,
    count.channelKind,
    count.place,
    count.metric,
  ].join('\t')
  const known = tally.counts.get(key)
  if (known) known.amount += count.amount
  else tally.counts.set(key, { ...count })
}
