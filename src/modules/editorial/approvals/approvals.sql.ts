import type { DbOrTx, Tx } from '../../../lib/db/db.ts'

/** A private link for one decision about one version. The secret itself is kept nowhere. */
export interface ApprovalLink {
  id: number
  itemId: number
  number: number
  digest: string
  forName: string
  forEmail: string
  madeAt: Date
  madeByName: string
  expiresAt: Date
  seenAt: Date | null
  revokedAt: Date | null
  decidedAt: Date | null
  decision: string | null
  decidedName: string | null
}

const columns = [
  'id',
  'item_id as itemId',
  'number',
  'digest',
  'for_name as forName',
  'for_email as forEmail',
  'made_at as madeAt',
  'made_by_name as madeByName',
  'expires_at as expiresAt',
  'seen_at as seenAt',
  'revoked_at as revokedAt',
  'decided_at as decidedAt',
  'decision',
  'decided_name as decidedName',
] as const

export async function insertLink(
  tx: Tx,
  provinceId: number,
  link: Pick<
    ApprovalLink,
    'itemId' | 'number' | 'digest' | 'forName' | 'forEmail' | 'madeAt' | 'expiresAt'
  > & {
    hash: Buffer
    madeBy: number
    madeByName: string
  },
): Promise<number> {
  const { id } = await tx
    .insertInto('editorial.approval_link')
    .values({
      province_id: provinceId,
      item_id: link.itemId,
      number: link.number,
      digest: link.digest,
      secret_hash: link.hash,
      for_name: link.forName,
      for_email: link.forEmail,
      made_at: link.madeAt,
      made_by: link.madeBy,
      made_by_name: link.madeByName,
      expires_at: link.expiresAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function selectLink(db: DbOrTx, provinceId: number, hash: Buffer): Promise<ApprovalLink | null> {
  const row = await db
    .selectFrom('editorial.approval_link')
    .select(columns)
    .where('province_id', '=', provinceId)
    .where('secret_hash', '=', hash)
    .executeTakeFirst()
  return row ?? null
}

/** The link, held until the transaction ends: of two who decide at once the second finds it used. */
export async function selectLinkForChange(
  tx: Tx,
  provinceId: number,
  hash: Buffer,
): Promise<ApprovalLink | null> {
  const row = await tx
    .selectFrom('editorial.approval_link')
    .select(columns)
    .where('province_id', '=', provinceId)
    .where('secret_hash', '=', hash)
    .forUpdate()
    .executeTakeFirst()
  return row ?? null
}

export async function hasAccount(db: DbOrTx, provinceId: number, email: string): Promise<boolean> {
  const row = await db
    .selectFrom('accounts.account')
    .select('id')
    .where('province_id', '=', provinceId)
    .where('email', '=', email.normalize('NFC').trim().toLowerCase())
    .executeTakeFirst()
  return row !== undefined
}

export async function selectLinks(db: DbOrTx, provinceId: number, itemId: number): Promise<ApprovalLink[]> {
  return db
    .selectFrom('editorial.approval_link')
    .select(columns)
    .where('province_id', '=', provinceId)
    .where('item_id', '=', itemId)
    .orderBy('id', 'desc')
    .execute()
}

export async function updateLink(
  tx: Tx,
  provinceId: number,
  id: number,
  set: {
    seen_at?: Date
    revoked_at?: Date
    decided_at?: Date
    decision?: string
    decided_name?: string
    note?: string | null
  },
): Promise<void> {
  await tx
    .updateTable('editorial.approval_link')
    .set(set)
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}
