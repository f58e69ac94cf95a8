import { sql } from 'kysely'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import type { Snapshot } from '../publication.ts'
import type { Ahead } from './readiness.ts'

/** An approved text from which things are made before it is public. */
export interface Prepared extends Ahead {
  id: number
  source: string
  language: string
  digest: string
  /** Of the version at the room that handed it down. */
  number: number
  title: string
  unitId: number
  preparedAt: Date
  preparedByName: string
  allowedByName: string | null
}

const columns = [
  'id',
  'source',
  'language',
  'digest',
  'number',
  'title',
  'unit_id as unitId',
  'prepared_at as preparedAt',
  'prepared_by_name as preparedByName',
  'allowed_at as allowedAt',
  'allowed_by_name as allowedByName',
  'stale_at as staleAt',
  'publication_id as publicationId',
] as const

export async function selectPrepared(
  db: DbOrTx,
  provinceId: number,
  id: number,
): Promise<Prepared | undefined> {
  return db
    .selectFrom('publishing.prepared')
    .select(columns)
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Everything that a source had prepared in a language, the newest first. */
export function selectPreparedOf(
  db: DbOrTx,
  provinceId: number,
  source: string,
  language: string,
): Promise<Prepared[]> {
  return db
    .selectFrom('publishing.prepared')
    .select(columns)
    .where('province_id', '=', provinceId)
    .where('source', '=', source)
    .where('language', '=', language)
    .orderBy('id', 'desc')
    .execute()
}

export async function selectPreparedSnapshot(
  db: DbOrTx,
  provinceId: number,
  id: number,
): Promise<{ snapshot: unknown; preparedAt: Date } | undefined> {
  return db
    .selectFrom('publishing.prepared')
    .select(['snapshot', 'prepared_at as preparedAt'])
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The same approved text twice is one row; approved again after a change it is fresh once more. */
export async function upsertPrepared(
  tx: Tx,
  provinceId: number,
  p: { snapshot: Snapshot; digest: string; number: number; unitId: number },
  byName: string,
  now: Date,
): Promise<number> {
  const row = await tx
    .insertInto('publishing.prepared')
    .values({
      province_id: provinceId,
      source: p.snapshot.source,
      language: p.snapshot.language,
      digest: p.digest,
      number: p.number,
      title: p.snapshot.title,
      snapshot: JSON.stringify(p.snapshot),
      unit_id: p.unitId,
      prepared_at: now,
      prepared_by_name: byName,
    })
    .onConflict((c) =>
      c.columns(['province_id', 'source', 'language', 'digest']).doUpdateSet({ stale_at: null }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function updateAllowed(
  tx: Tx,
  provinceId: number,
  id: number,
  allowed: { at: Date; byName: string } | null,
): Promise<void> {
  await tx
    .updateTable('publishing.prepared')
    .set({ allowed_at: allowed?.at ?? null, allowed_by_name: allowed?.byName ?? null })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

/** What is not public yet does not leave any more. Returns how many texts that are. */
export async function markStale(
  tx: Tx,
  provinceId: number,
  source: string,
  language: string,
  now: Date,
): Promise<number[]> {
  const rows = await tx
    .updateTable('publishing.prepared')
    .set({ stale_at: now, allowed_at: null, allowed_by_name: null })
    .where('province_id', '=', provinceId)
    .where('source', '=', source)
    .where('language', '=', language)
    .where('publication_id', 'is', null)
    .where('stale_at', 'is', null)
    .returning('id')
    .execute()
  return rows.map((r) => r.id)
}

/**
 * Joins a prepared text, and all that was made of it, to its publication: as `version`, which readers are told of when
 * it grows old. Packages keep their bytes; what is in them learns which text it is.
 */
export async function joinToPublication(
  tx: Tx,
  provinceId: number,
  preparedId: number,
  to: { publicationId: number; version: number },
): Promise<void> {
  const { publicationId, version } = to
  await tx
    .updateTable('publishing.prepared')
    .set({ publication_id: publicationId })
    .where('province_id', '=', provinceId)
    .where('id', '=', preparedId)
    .execute()
  for (const table of ['publishing.print_product', 'publishing.radio_script'] as const)
    await tx
      .updateTable(table)
      .set({ publication_id: publicationId, publication_version: version })
      .where('province_id', '=', provinceId)
      .where('prepared_id', '=', preparedId)
      .execute()
  await tx
    .updateTable('publishing.short_link')
    .set({ publication_id: publicationId, printed_version: version })
    .where('province_id', '=', provinceId)
    .where('prepared_id', '=', preparedId)
    .execute()
  await sql`
    update publishing.loudspeaker_package p
    set items = (
      select jsonb_agg(case when s.id is null then i.item
        else i.item || jsonb_build_object('publicationId', ${publicationId}::bigint) end order by i.place)
      from jsonb_array_elements(p.items) with ordinality i(item, place)
        left join publishing.radio_script s on s.province_id = p.province_id
          and s.id = (i.item->>'scriptId')::bigint and s.prepared_id = ${preparedId}
    )
    where p.province_id = ${provinceId} and exists (
      select 1 from jsonb_array_elements(p.items) i(item)
        join publishing.radio_script s on s.province_id = p.province_id
          and s.id = (i.item->>'scriptId')::bigint and s.prepared_id = ${preparedId}
    )`.execute(tx)
}
