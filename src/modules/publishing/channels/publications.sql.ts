import type { DbOrTx } from '../../../lib/db/db.ts'

/** What sending asks of a publication: whether readers see it, and which text. */
export interface SentPublication {
  id: number
  state: string
  digest: string
  title: string
  slug: string
  kind: string
  unitName: string
  publishedAt: Date
}

export async function publicationToSend(
  db: DbOrTx,
  provinceId: number,
  id: number,
): Promise<SentPublication | null> {
  const row = await db
    .selectFrom('publishing.publication')
    .select([
      'id',
      'state',
      'digest',
      'title',
      'slug',
      'kind',
      'unit_name as unitName',
      'published_at as publishedAt',
    ])
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}
