import { type SqlBool, sql } from 'kysely'
import type { Day } from '../../lib/calendar/day.ts'
import type { DbOrTx } from '../../lib/db/db.ts'
import type { DocumentValidity, PublicationKind } from './publication.ts'
import { endOf } from './validity.ts'

export interface FeedRow {
  id: number
  slug: string
  kind: PublicationKind
  language: string
  title: string
  lead: string
  html: string
  byline: string
  unitName: string
  topics: string[]
  at: Date
  changedAt: Date
  /** From which day it holds no more; may be to come. */
  endedFrom: Day | null
  files: { fileId: number; name: string; mime: string; bytes: number }[]
}

/** What is new, with its whole text; of one topic, one column, some kinds or everything. */
export async function selectFeed(
  db: DbOrTx,
  provinceId: number,
  of: { topic?: string; columnId?: number; kinds?: readonly PublicationKind[] },
  limit: number,
): Promise<FeedRow[]> {
  let query = db
    .selectFrom('publishing.publication as p')
    .select([
      'p.id',
      'p.slug',
      'p.kind',
      'p.language',
      'p.title',
      'p.lead',
      'p.body_html as html',
      'p.byline',
    ])
    .select([
      'p.unit_name as unitName',
      'p.topics',
      'p.first_published_at as at',
      'p.published_at as changedAt',
      'p.validity',
      sql<string | null>`p.facts->>'validTo'`.as('validTo'),
    ])
    .select(
      sql<FeedRow['files']>`(select coalesce(json_agg(json_build_object('fileId', f.id, 'name', pf.name,
          'mime', f.mime, 'bytes', f.bytes) order by f.id), '[]')
        from publishing.publication_file pf
        join files.file f on f.province_id = pf.province_id and f.id = pf.file_id
        where pf.province_id = p.province_id and pf.publication_id = p.id
          and (f.mime like 'audio/%' or f.mime like 'video/%'))`.as('files'),
    )
    .where('p.province_id', '=', provinceId)
    .where('p.state', '=', 'live')
    .where('p.translation_of', 'is', null)
  if (of.columnId !== undefined) query = query.where('p.column_id', '=', of.columnId)
  if (of.kinds) query = query.where('p.kind', 'in', of.kinds)
  if (of.topic !== undefined) query = query.where(sql<SqlBool>`p.topics @> array[${of.topic}]`)
  const rows = await query
    .orderBy('p.first_published_at', 'desc')
    .orderBy('p.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ validity, validTo, ...row }) => ({
    ...row,
    kind: row.kind as PublicationKind,
    endedFrom: endOf(validTo === null ? {} : { validTo }, validity as DocumentValidity | null),
  }))
}
