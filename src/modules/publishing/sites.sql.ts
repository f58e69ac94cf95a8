import type { Db } from '../../lib/db/db.ts'

export interface SiteRow {
  provinceId: number
  hosts: string[]
  nameVi: string
  nameEn: string
  shortVi: string
  shortEn: string
  licence: string
  look: string
  bannerId: number | null
  bannerAlt: string
  ownerLines: string
  hotline: string | null
  email: string | null
  feedbackAddress: string
  feedbackPhone: string
  feedbackLink: string
  appLink: string
  nationalLink: string
  systemLink: string
  isDemonstration: boolean
  isOpen: boolean
  /** Of what is public. */
  revision: number
  /** Of the tree of units, whose names and ends readers see. */
  treeRevision: number
}

/** Every portal, the closed too; at most as many as there are provinces. */
export async function selectSites(db: Db): Promise<SiteRow[]> {
  return db
    .selectFrom('publishing.portal as p')
    .innerJoin('organisations.province as v', 'v.province_id', 'p.province_id')
    .select([
      'p.province_id as provinceId',
      'p.hosts',
      'p.name_vi as nameVi',
      'p.name_en as nameEn',
      'p.short_name_vi as shortVi',
      'p.short_name_en as shortEn',
      'p.licence',
      'p.look',
      'p.banner_id as bannerId',
      'p.banner_alt as bannerAlt',
      'p.owner_lines as ownerLines',
      'p.hotline',
      'p.contact_email as email',
      'p.feedback_address as feedbackAddress',
      'p.feedback_phone as feedbackPhone',
      'p.feedback_link as feedbackLink',
      'p.app_link as appLink',
      'p.national_link as nationalLink',
      'p.system_link as systemLink',
      'v.is_demonstration as isDemonstration',
      'p.is_open as isOpen',
      'p.revision',
      'v.tree_revision as treeRevision',
    ])
    .orderBy('p.province_id')
    .execute()
}
