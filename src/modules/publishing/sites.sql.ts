import type { Db } from '../../lib/db/db.ts'

export interface SiteRow {
  provinceId: number
  hosts: string[]
  nameVi: string
  nameEn: string
  ownerLines: string
  hotline: string | null
  email: string | null
  isDemonstration: boolean
  /** Of what is public. */
  revision: number
  /** Of the tree of units, whose names and ends readers see. */
  treeRevision: number
}

/** Every open portal; at most as many as there are provinces. */
export async function selectSites(db: Db): Promise<SiteRow[]> {
  return db
    .selectFrom('publishing.portal as p')
    .innerJoin('organisations.province as v', 'v.province_id', 'p.province_id')
    .select([
      'p.province_id as provinceId',
      'p.hosts',
      'p.name_vi as nameVi',
      'p.name_en as nameEn',
      'p.owner_lines as ownerLines',
      'p.hotline',
      'p.contact_email as email',
      'v.is_demonstration as isDemonstration',
      'p.revision',
      'v.tree_revision as treeRevision',
    ])
    .where('p.is_open', '=', true)
    .orderBy('p.province_id')
    .execute()
}
