import type pg from 'pg'

/** Rows at a time: the largest rows (previews of sheets) are megabytes. */
const rowsAtOnce = 200
/** Is written by the migrations themselves. */
const ledger = 'public.migration'

/** What of a row comes back: generated columns make themselves. */
interface Table {
  name: string
  columns: string[]
}

/** A session in which every value is written so that the same value is read back. */
export async function plainSession(client: pg.Client): Promise<void> {
  await client.query(`set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres';
    set extra_float_digits = 3; set bytea_output = 'hex'`)
}

export async function tablesOf(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select format('%I.%I', n.nspname, t.relname) as name,
      array_agg(quote_ident(a.attname) order by a.attnum) as columns
    from pg_class t join pg_namespace n on n.oid = t.relnamespace
    join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where t.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_(toast|temp)'
    group by 1 order by 1`)
  return rows.filter((t) => t.name !== ledger)
}

export async function appliedMigrations(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query(`select name from ${ledger} order by name`)
  return rows.map((r) => String(r.name))
}

/** The rows of a table, each as PostgreSQL writes it; inside the caller's transaction. */
export async function* rowsOf(client: pg.Client, table: Table): AsyncGenerator<string[]> {
  const list = table.columns.join(', ')
  await client.query(`declare rows no scroll cursor for select row(${list})::text as row from ${table.name}`)
  for (;;) {
    const { rows } = await client.query(`fetch ${rowsAtOnce} from rows`)
    if (rows.length === 0) break
    yield rows.map((r) => String(r.row))
  }
  await client.query('close rows')
}

/** Where each counter of ids stands. */
export async function countersOf(client: pg.Client): Promise<Record<string, number>> {
  const { rows } = await client.query<{ name: string; at: string | null }>(`
    select format('%I.%I', schemaname, sequencename) as name, last_value as at from pg_sequences order by 1`)
  return Object.fromEntries(rows.flatMap((r) => (r.at === null ? [] : [[r.name, Number(r.at)]])))
}

/**
 * Opens the tables for rows in any order: no keys are looked up and no seals asked while they come in. Fails with
 * insufficient_privilege (42501) where the account is no superuser.
 */
export async function openForLoading(client: pg.Client, tables: readonly Table[]): Promise<void> {
  await client.query('set local session_replication_role = replica')
  await client.query(`truncate ${tables.map((t) => t.name).join(', ')}`)
}

/** Writes rows back as they were. The row type of a temporary table of the same columns turns words into values. */
export async function loadRows(client: pg.Client, table: Table, rows: readonly string[]): Promise<void> {
  const shape = `shape_${table.name.replace(/\W/g, '_')}`
  const list = table.columns.join(', ')
  await client.query(
    `create temporary table if not exists ${shape} on commit drop as select ${list} from ${table.name} limit 0`,
  )
  await client.query(
    `insert into ${table.name} (${list}) overriding system value
     select (given.r).* from (select w::${shape} as r from unnest($1::text[]) w offset 0) as given`,
    [rows],
  )
}

export async function countRows(client: pg.Client, table: Table): Promise<number> {
  const { rows } = await client.query(`select count(*) as n from ${table.name}`)
  return Number(rows[0].n)
}

export async function setCounters(client: pg.Client, counters: Record<string, number>): Promise<void> {
  for (const [name, at] of Object.entries(counters)) {
    await client.query('select setval($1::regclass, $2::bigint)', [name, at])
  }
}
