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

/** The newest publications that readers see in Vietnamese and that have a picture, as masters of variants. */
export async function publicationsToShow(
  db: DbOrTx,
  provinceId: number,
  limit: number,
): Promise<
  {
    id: number
    title: string
    lead: string
    text: string
    unitName: string
    imageId: number | null
    imageAlt: string
  }[]
> {
  return db
    .selectFrom('publishing.publication')
    .select([
      'id',
      'title',
      'lead',
      'body_text as text',
      'unit_name as unitName',
      'lead_image_id as imageId',
      'lead_image_alt as imageAlt',
    ])
    .where('province_id', '=', provinceId)
    .where('state', '=', 'live')
    .where('language', '=', 'vi')
    .where('lead_image_id', 'is not', null)
    .orderBy('first_published_at', 'desc')
    .limit(limit)
    .execute()
}
