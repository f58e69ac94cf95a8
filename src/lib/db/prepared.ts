import type pg from 'pg'

/** A statement asked for so often in this process is kept prepared by each connection that asks for it. */
const often = 3
/** A prepared statement costs its connection some ten kB; lists of values make ever new texts. */
const most = 300
const longest = 5_000

/**
 * Only questions: a plan for any values knows nothing of the constants in `on conflict … where state = $1`, and
 * PostgreSQL then finds no index for it. A question can at most become slower, and PostgreSQL weighs that itself.
 */
const reads = /^\s*(select|with)\b(?!.*\b(insert|update|delete|merge)\b)/is

const kept = new Map<string, string>()
const seen = new Map<string, number>()

/**
 * Lets a connection keep its frequent statements prepared: parsing and planning then happen once, not for every
 * request (docs/performance.md). Rare statements stay as they are and take no room.
 */
export function keepPrepared(client: pg.ClientBase): void {
  const ask = client.query.bind(client) as (query: unknown, values?: unknown) => unknown
  const askPrepared = (query: unknown, values?: unknown) => {
    const name = typeof query === 'string' && Array.isArray(values) ? nameOf(query, values) : null
    return name ? ask({ name, text: query, values }) : ask(query, values)
  }
  client.query = askPrepared as typeof client.query
}

/** Null: not (yet) worth it. Names are the same in every connection, as the text is. */
function nameOf(text: string, values: readonly unknown[]): string | null {
  const name = kept.get(text)
  if (name) return name
  if (values.length === 0 || text.length > longest || kept.size >= most || !reads.test(text)) return null
  const times = (seen.get(text) ?? 0) + 1
  if (times < often) {
    if (seen.size >= 5 * most) seen.clear()
    seen.set(text, times)
    return null
  }
  seen.delete(text)
  const made = `s${kept.size + 1}`
  kept.set(text, made)
  return made
}
