import { type SqlBool, sql } from 'kysely'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import type { Look, Settings } from './settings.ts'

export interface Portal extends Omit<Settings, 'hotline' | 'email' | 'look'> {
  hotline: string | null
  email: string | null
  look: Look
  bannerId: number | null
  isOpen: boolean
}

export async function selectPortal(db: DbOrTx, provinceId: number): Promise<Portal | null> {
  const row = await db
    .selectFrom('publishing.portal')
    .select([
      'name_vi as nameVi',
      'name_en as nameEn',
      'short_name_vi as shortVi',
      'short_name_en as shortEn',
    ])
    .select(['hosts', 'owner_lines as ownerLines', 'licence', 'hotline', 'contact_email as email'])
    .select([
      'feedback_address as feedbackAddress',
      'feedback_phone as feedbackPhone',
      'feedback_link as feedbackLink',
    ])
    .select(['app_link as appLink', 'national_link as nationalLink', 'system_link as systemLink'])
    .select(['look', 'banner_id as bannerId', 'banner_alt as bannerAlt', 'is_open as isOpen'])
    .where('province_id', '=', provinceId)
    .executeTakeFirst()
  return row ? { ...row, look: row.look as Look } : null
}

export async function updatePortal(
  tx: Tx,
  provinceId: number,
  settings: Settings,
  bannerId: number | null,
): Promise<void> {
  await tx
    .updateTable('publishing.portal')
    .set({
      name_vi: settings.nameVi,
      name_en: settings.nameEn,
      short_name_vi: settings.shortVi,
      short_name_en: settings.shortEn,
      hosts: settings.hosts,
      owner_lines: settings.ownerLines,
      licence: settings.licence,
      hotline: settings.hotline || null,
      contact_email: settings.email || null,
      feedback_address: settings.feedbackAddress,
      feedback_phone: settings.feedbackPhone,
      feedback_link: settings.feedbackLink,
      app_link: settings.appLink,
      national_link: settings.nationalLink,
      system_link: settings.systemLink,
      look: settings.look,
      banner_id: bannerId,
      banner_alt: bannerId === null ? '' : settings.bannerAlt,
    })
    .where('province_id', '=', provinceId)
    .execute()
}

export async function updateOpen(tx: Tx, provinceId: number, isOpen: boolean): Promise<void> {
  await tx
    .updateTable('publishing.portal')
    .set({ is_open: isOpen })
    .where('province_id', '=', provinceId)
    .execute()
}

/** Of these host names, those under which another province is shown already. */
export async function selectTakenHosts(
  tx: Tx,
  provinceId: number,
  hosts: readonly string[],
): Promise<string[]> {
  if (hosts.length === 0) return []
  const rows = await tx
    .selectFrom('publishing.portal')
    .select('hosts')
    .where('province_id', '!=', provinceId)
    .where(sql<SqlBool>`hosts && ${hosts}::text[]`)
    .execute()
  return rows.flatMap((row) => row.hosts).filter((one) => hosts.includes(one))
}

/** Whoever gives names to portals waits here for another who does, so that two cannot take the same one. */
export async function lockHosts(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('publishing.portal.hosts'))`.execute(tx)
}
