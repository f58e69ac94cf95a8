import type { DbOrTx } from '../../../lib/db/db.ts'
import { selectPreparedSnapshot } from '../prepared/prepared.sql.ts'
import type { Facts, PublicationKind } from '../publication.ts'
import type { Product } from './printed.sql.ts'

/** What a version says: `body` and `facts` as kept, `image` the lead picture. */
export interface VersionWords {
  kind: PublicationKind
  title: string
  lead: string
  body: unknown
  facts: Facts
  image: { fileId: number; alt: string } | null
  publishedAt: Date
}

/** The words of the text that a product or a script was made of. */
export async function selectWords(
  db: DbOrTx,
  provinceId: number,
  of: Pick<Product, 'publicationId' | 'version' | 'preparedId'>,
): Promise<VersionWords | undefined> {
  if (of.preparedId !== null) {
    const prepared = await selectPreparedSnapshot(db, provinceId, of.preparedId)
    return prepared && wordsIn(prepared.snapshot, prepared.preparedAt)
  }
  return wordsOfVersion(db, provinceId, of.publicationId ?? 0, of.version ?? 0)
}

function wordsIn(snapshot: unknown, publishedAt: Date): VersionWords {
  const { kind, title, lead, body, facts, image } = snapshot as VersionWords
  return { kind, title, lead, body, facts, image: image ?? null, publishedAt }
}

async function wordsOfVersion(
  db: DbOrTx,
  provinceId: number,
  publicationId: number,
  version: number,
): Promise<VersionWords | undefined> {
  const kept = await db
    .selectFrom('publishing.publication_version')
    .select(['snapshot', 'published_at as publishedAt'])
    .where('province_id', '=', provinceId)
    .where('publication_id', '=', publicationId)
    .where('number', '=', version)
    .executeTakeFirst()
  if (kept) return wordsIn(kept.snapshot, kept.publishedAt)
  const row = await db
    .selectFrom('publishing.publication')
    .select(['kind', 'title', 'lead', 'body', 'facts', 'published_at as publishedAt'])
    .select(['lead_image_id as fileId', 'lead_image_alt as alt'])
    .where('province_id', '=', provinceId)
    .where('id', '=', publicationId)
    .executeTakeFirst()
  if (!row) return undefined
  const { fileId, alt, ...words } = row
  const image = fileId === null ? null : { fileId, alt }
  return { ...words, kind: words.kind as PublicationKind, facts: words.facts as Facts, image }
}

/** Who answers for what is printed: the province's portal. */
export async function selectOwner(db: DbOrTx, provinceId: number) {
  return db
    .selectFrom('publishing.portal')
    .select(['name_vi as name', 'owner_lines as lines', 'hotline', 'contact_email as email'])
    .select(['feedback_phone as feedbackPhone', 'feedback_link as feedbackLink'])
    .where('province_id', '=', provinceId)
    .executeTakeFirst()
}
