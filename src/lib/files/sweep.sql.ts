import { sql } from 'kysely'
import type { Db, DbOrTx } from '../db/db.ts'

/** A column that leads to files: by its name ('…file_id', '…file_ids') or by a foreign key to files.file. */
export interface FileColumn {
  table: string
  column: string
  list: boolean
}

/** Every column of the database that leads to files; asked of the catalogue, so that no room can be forgotten. */
export async function fileColumns(db: DbOrTx): Promise<FileColumn[]> {
  const { rows } = await sql<FileColumn>`
    select format('%I.%I', n.nspname, t.relname) as "table", a.attname as "column", ty.typcategory = 'A' as list
    from pg_attribute a
    join pg_class t on t.oid = a.attrelid and t.relkind in ('r', 'p')
    join pg_namespace n on n.oid = t.relnamespace
    join pg_type ty on ty.oid = a.atttypid
    where a.attnum > 0 and not a.attisdropped and n.nspname not in ('pg_catalog', 'information_schema', 'files')
      and (a.attname ~ 'file_ids?$' or exists (
        select from pg_constraint c where c.contype = 'f' and c.conrelid = t.oid
          and c.confrelid = 'files.file'::regclass and a.attnum = any(c.conkey) and a.attname <> 'province_id'))
    order by 1, 2`.execute(db)
  return rows
}

/** Forgets files of a province that came before `before` and that nothing leads to. Returns how many. */
export async function deleteUnreferenced(
  db: Db,
  provinceId: number,
  columns: readonly FileColumn[],
  before: Date,
): Promise<number> {
  const unused = columns.map(({ table, column, list }) => {
    const leads = list ? sql`f.id = any(${sql.ref(`r.${column}`)})` : sql`${sql.ref(`r.${column}`)} = f.id`
    return sql`not exists (select from ${sql.raw(table)} r where r.province_id = f.province_id and ${leads})`
  })
  const { rows } = await sql`
    delete from files.file f where f.province_id = ${provinceId} and f.uploaded_at < ${before}
      and ${sql.join(unused, sql` and `)} returning f.id`.execute(db)
  return rows.length
}

/** Which of these hashes some province still knows. */
export async function knownHashes(db: Db, hashes: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ sha256: string }>`
    select distinct encode(sha256, 'hex') as sha256 from files.file
    where sha256 = any(select decode(h, 'hex') from unnest(${hashes}::text[]) h)`.execute(db)
  return new Set(rows.map((r) => r.sha256))
}

/** The provinces that have files, so that each night every province sweeps its share of the folders. */
export async function provincesWithFiles(db: Db): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select distinct province_id as id from files.file order by 1`.execute(db)
  return rows.map((r) => r.id)
}
