import { sql } from 'kysely'
import type { DbOrTx } from '../../../lib/db/db.ts'
import { type PrintKind, printKinds } from './print-kind.ts'

/** Printed matter that anybody may take home as a file. */
export interface Material {
  id: number
  kind: PrintKind
  publicationId: number
  version: number
  copies: number
}

/** What grows with its text is whole at once; of the others, a draft that does not fit its page is nobody's yet. */
const flowing = Object.entries(printKinds).flatMap(([kind, { pages }]) => (pages === null ? [kind] : []))

/**
 * Of texts that are live, set from the version in force; a kind with few pages only once copies were ordered. Of a
 * text and a kind the last one made; the newest first.
 */
export async function selectMaterials(
  db: DbOrTx,
  provinceId: number,
  of: { id?: number },
  limit: number,
  offset = 0,
): Promise<Material[]> {
  const { rows } = await sql<Material>`
    select * from (
      select distinct on (d.publication_id, d.kind) d.id, d.kind, d.publication_id as "publicationId",
        d.publication_version as version, coalesce(r.copies, 0)::int as copies
      from publishing.print_product d
      join publishing.publication p on p.province_id = d.province_id and p.id = d.publication_id
        and p.state = 'live' and p.version = d.publication_version
      left join (
        select product_id, sum(copies) as copies from publishing.print_run
        where province_id = ${provinceId} group by product_id
      ) r on r.product_id = d.id
      where d.province_id = ${provinceId} and (r.copies > 0 or d.kind = any(${flowing}))
      order by d.publication_id, d.kind, d.id desc
    ) m
    where ${of.id ?? null}::bigint is null or m.id = ${of.id ?? null}
    order by m.id desc limit ${limit} offset ${offset}`.execute(db)
  return rows
}
