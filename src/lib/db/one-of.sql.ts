import { type RawBuilder, sql } from 'kysely'

/**
 * Is a column one of these ids? One parameter however many there are, so that the statement keeps its text and stays
 * prepared; a single id is compared as such, which a plan for any values can judge better than a list.
 */
export function oneOf(column: RawBuilder<unknown>, ids: readonly number[]): RawBuilder<boolean> {
  return ids.length === 1
    ? sql<boolean>`${column} = ${ids[0]}`
    : sql<boolean>`${column} = any(${[...ids]}::bigint[])`
}
