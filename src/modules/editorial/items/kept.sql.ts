import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { storedRichText } from '../../../lib/richtext/parse.ts'
import type { Content } from '../item.ts'

/** A text that could not stand where it was sent, to be merged by hand. */
export interface KeptCopy {
  id: number
  content: Content
  keptAt: Date
  /** Null: kept before this was written down. */
  byAccount: number | null
  byName: string
}

export async function insertCopy(
  tx: Tx,
  provinceId: number,
  itemId: number,
  copy: Omit<KeptCopy, 'id'>,
): Promise<void> {
  await tx
    .insertInto('editorial.kept_copy')
    .values({
      province_id: provinceId,
      item_id: itemId,
      content: JSON.stringify(copy.content),
      kept_at: copy.keptAt,
      by_account: copy.byAccount,
      by_name: copy.byName,
    })
    .execute()
}

/** Copies that nobody has settled yet, the newest first. */
export async function selectCopies(db: DbOrTx, provinceId: number, itemId: number): Promise<KeptCopy[]> {
  const rows = await db
    .selectFrom('editorial.kept_copy')
    .select(['id', 'content', 'kept_at as keptAt', 'by_account as byAccount', 'by_name as byName'])
    .where('province_id', '=', provinceId)
    .where('item_id', '=', itemId)
    .where('settled_at', 'is', null)
    .orderBy('id', 'desc')
    .execute()
  return rows.map((r) => {
    const content = r.content as unknown as Content
    return { ...r, content: { ...content, body: storedRichText(content.body) } }
  })
}

export async function settleCopy(tx: Tx, provinceId: number, copyId: number, now: Date): Promise<void> {
  await tx
    .updateTable('editorial.kept_copy')
    .set({ settled_at: now })
    .where('province_id', '=', provinceId)
    .where('id', '=', copyId)
    .execute()
}

export interface ItemImage {
  fileId: number
  alt: string
  name: string
}

export async function insertImage(
  tx: Tx,
  provinceId: number,
  itemId: number,
  image: { fileId: number; alt: string; at: Date; byName: string },
): Promise<void> {
  await tx
    .insertInto('editorial.image')
    .values({
      province_id: provinceId,
      item_id: itemId,
      file_id: image.fileId,
      alt: image.alt,
      added_at: image.at,
      by_name: image.byName,
    })
    .onConflict((c) => c.columns(['province_id', 'item_id', 'file_id']).doUpdateSet({ alt: image.alt }))
    .execute()
}

export async function selectImages(db: DbOrTx, provinceId: number, itemId: number): Promise<ItemImage[]> {
  return db
    .selectFrom('editorial.image as m')
    .innerJoin('files.file as f', (j) =>
      j.onRef('f.province_id', '=', 'm.province_id').onRef('f.id', '=', 'm.file_id'),
    )
    .select(['m.file_id as fileId', 'm.alt', 'f.original_name as name'])
    .where('m.province_id', '=', provinceId)
    .where('m.item_id', '=', itemId)
    .orderBy('m.added_at')
    .execute()
}

export interface SecondLook {
  itemId: number
  number: number
  reason: string
  forcedBy: number
  forcedByName: string
  forcedAt: Date
  lookedAt: Date | null
  lookedByName: string | null
  isGood: boolean | null
  note: string | null
}

const lookColumns = [
  'item_id as itemId',
  'number',
  'reason',
  'forced_by as forcedBy',
  'forced_by_name as forcedByName',
  'forced_at as forcedAt',
  'looked_at as lookedAt',
  'looked_by_name as lookedByName',
  'is_good as isGood',
  'note',
] as const

export async function insertLook(
  tx: Tx,
  provinceId: number,
  look: Pick<SecondLook, 'itemId' | 'number' | 'reason' | 'forcedBy' | 'forcedByName' | 'forcedAt'>,
): Promise<void> {
  await tx
    .insertInto('editorial.second_look')
    .values({
      province_id: provinceId,
      item_id: look.itemId,
      number: look.number,
      reason: look.reason,
      forced_by: look.forcedBy,
      forced_by_name: look.forcedByName,
      forced_at: look.forcedAt,
    })
    .execute()
}

export async function settleLook(
  tx: Tx,
  provinceId: number,
  itemId: number,
  number: number,
  look: { at: Date; by: number; byName: string; isGood: boolean; note: string | null },
): Promise<void> {
  await tx
    .updateTable('editorial.second_look')
    .set({
      looked_at: look.at,
      looked_by: look.by,
      looked_by_name: look.byName,
      is_good: look.isGood,
      note: look.note,
    })
    .where('province_id', '=', provinceId)
    .where('item_id', '=', itemId)
    .where('number', '=', number)
    .where('looked_at', 'is', null)
    .execute()
}

/** Second looks: of one item, or all that nobody has taken yet. */
export async function selectLooks(
  db: DbOrTx,
  provinceId: number,
  itemId: number | null,
): Promise<SecondLook[]> {
  const query = db
    .selectFrom('editorial.second_look')
    .select(lookColumns)
    .where('province_id', '=', provinceId)
    .orderBy('forced_at')
  return itemId === null
    ? query.where('looked_at', 'is', null).execute()
    : query.where('item_id', '=', itemId).execute()
}
