import { type ControlledTransaction, Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import type { Tables } from '../schema.ts'
import { keepPrepared } from './prepared.ts'

export type Db = Kysely<Tables>
/** What every verb and every statement takes first: a transaction that the edge opened. */
export type Tx = Transaction<Tables> | ControlledTransaction<Tables>
/** For questions that may run inside or outside a transaction. */
export type DbOrTx = Db | Tx

const types = {
  // int8 ids stay far below 2^53; a date is a Day, never a moment in the machine's zone.
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === pg.types.builtins.INT8) return Number
    if (oid === pg.types.builtins.DATE) return (text: string) => text
    return pg.types.getTypeParser(oid, format)
  },
} as pg.CustomTypesConfig

/** Opens a pool on a PostgreSQL server. `max` is the number of connections. */
export function openDb(url: string, max = 10): Db {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types,
    application_name: 'chungtay',
    // Whoever waits longer gets an error page: waiting for ever would stop every other request as well.
    connectionTimeoutMillis: 15_000,
  })
  pool.on('connect', keepPrepared)
  // A server that ends while a transaction computes between two statements: the next statement fails and says so.
  // Without a listener it would be an uncaught error, and the whole program would end with it.
  pool.on('connect', (client) => client.on('error', () => {}))
  pool.on('error', () => {
    // An idle connection that the server closed: the pool opens another when one is asked for.
  })
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}
