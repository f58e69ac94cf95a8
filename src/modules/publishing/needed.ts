import type { Tx } from '../../lib/db/db.ts'
import { replaceNeededFields, updateThemeName } from './columns.sql.ts'
import type { NeededField } from './publication.ts'
import { bumpRevision } from './publishing.sql.ts'
import { type AudienceName, replaceAudienceNames } from './reach/audiences.sql.ts'

/** What the portal shows as procedures to know, in this order (HN-08). The room that keeps the themes hands it down. */
export async function setNeededFields(
  tx: Tx,
  provinceId: number,
  fields: readonly NeededField[],
): Promise<void> {
  await bumpRevision(tx, provinceId)
  await replaceNeededFields(tx, provinceId, fields)
}

/** A theme has another name: what is filed under it follows, so that lists and reach still find it. */
export async function renameTheme(tx: Tx, provinceId: number, was: string, is: string): Promise<void> {
  await bumpRevision(tx, provinceId)
  await updateThemeName(tx, provinceId, was, is)
}

/** What the catalogue calls those whom texts are for. The room that keeps it hands it down, so that reach says the same. */
export async function setAudienceNames(
  tx: Tx,
  provinceId: number,
  names: readonly AudienceName[],
): Promise<void> {
  await replaceAudienceNames(tx, provinceId, names)
}
