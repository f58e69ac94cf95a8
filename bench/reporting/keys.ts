import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../src/lib/db/db.ts'

/**
 * Rows were written without asking for each whether what it refers to is there; asks now, once for every foreign key
 * of the filled rooms. Returns how many keys were asked for; throws with the name of the first that does not hold.
 */
export async function checkKeys(db: Db): Promise<number> {
  const { rows: keys } = await sql<{
    name: string
    child: string
    parent: string
    from: string[]
    to: string[]
  }>`
    select k.conname as name, k.conrelid::regclass::text as child, k.confrelid::regclass::text as parent,
      (select array_agg(a.attname::text order by n.at) from unnest(k.conkey) with ordinality n (num, at)
        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = n.num) as from,
      (select array_agg(a.attname::text order by n.at) from unnest(k.confkey) with ordinality n (num, at)
        join pg_attribute a on a.attrelid = k.confrelid and a.attnum = n.num) as to
    from pg_constraint k where k.contype = 'f' and k.connamespace::regnamespace::text
      in ('plans', 'assignments', 'reporting')`.execute(db)
  for (const { name, child, parent, from, to } of keys) {
    const given = from.map((column) => sql`c.${sql.id(column)} is not null`)
    const same = from.map((column, i) => sql`p.${sql.id(to[i] ?? '')} = c.${sql.id(column)}`)
    const { rows } = await sql<{ broken: boolean }>`
      select exists (select from ${table(child)} c where ${sql.join(given, sql` and `)}
        and not exists (select from ${table(parent)} p where ${sql.join(same, sql` and `)})) as broken`.execute(
      db,
    )
    if (rows[0]?.broken) throw new Error(`rows of ${child} do not hold ${name}`)
  }
  return keys.length
}

function table(name: string): RawBuilder<unknown> {
  return sql.table(name)
}
