import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import type { Adopter } from './publication.ts'

/** Who took over the model that a publication tells of, instead of who did before. */
export async function replaceAdopters(
  tx: Tx,
  provinceId: number,
  publicationId: number,
  adopters: readonly Adopter[],
): Promise<void> {
  await tx
    .deleteFrom('publishing.adopter')
    .where('province_id', '=', provinceId)
    .where('publication_id', '=', publicationId)
    .execute()
  if (adopters.length === 0) return
  await tx
    .insertInto('publishing.adopter')
    .values(
      adopters.map((a) => ({
        ...{ province_id: provinceId, publication_id: publicationId, unit_id: a.unitId },
        ...{ unit_name: a.name, stage: a.stage, since_day: a.sinceDay },
      })),
    )
    .execute()
}

/** Who took over a model: those that have it in use first. */
export async function selectAdopters(
  db: DbOrTx,
  provinceId: number,
  publicationId: number,
): Promise<Adopter[]> {
  const rows = await db
    .selectFrom('publishing.adopter')
    .select(['unit_id as unitId', 'unit_name as name', 'stage', 'since_day as sinceDay'])
    .where('province_id', '=', provinceId)
    .where('publication_id', '=', publicationId)
    .orderBy('stage')
    .orderBy('since_day')
    .orderBy('unit_name')
    .execute()
  return rows.map((r) => ({ ...r, stage: r.stage as Adopter['stage'] }))
}

/** Live models that others took over, those taken over most first, with how many did. */
export async function selectMostAdopted(
  db: DbOrTx,
  provinceId: number,
  limit: number,
): Promise<{ slug: string; title: string; amount: number }[]> {
  const rows = await db
    .selectFrom('publishing.adopter as a')
    .innerJoin('publishing.publication as p', (j) =>
      j.onRef('p.province_id', '=', 'a.province_id').onRef('p.id', '=', 'a.publication_id'),
    )
    .select((e) => ['p.slug', 'p.title', e.fn.countAll<number>().as('amount')])
    .where('a.province_id', '=', provinceId)
    .where('p.state', '=', 'live')
    .groupBy(['p.id', 'p.slug', 'p.title'])
    .orderBy('amount', 'desc')
    .orderBy('p.title')
    .limit(limit)
    .execute()
  return rows.map((r) => ({ ...r, amount: Number(r.amount) }))
}
