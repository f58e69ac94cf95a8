import type { Actor } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { type Fault, forbidden, invalid, notFound } from '../../../lib/errors.ts'
import { openPortal } from '../publishing.columns.ts'
import { bumpRevision } from '../publishing.sql.ts'
import { type Settings, wrongHosts } from './settings.ts'
import { mayChangeSite } from './site.policy.ts'
import {
  lockHosts,
  type Portal,
  selectPortal,
  selectTakenHosts,
  updateOpen,
  updatePortal,
} from './site.sql.ts'

/** The portal as it is set up; null: the province has none. */
export function portalOf(db: DbOrTx, provinceId: number): Promise<Portal | null> {
  return selectPortal(db, provinceId)
}

/** What happens to the picture over the home: a new file, none, or it stays. */
export type BannerChange = { fileId: number } | 'none' | 'stays'

/** Sets the portal up anew; readers see it within seconds. Refuses (`invalid`) hosts of another province. */
export async function changePortal(
  tx: Tx,
  actor: Actor,
  settings: Settings,
  banner: BannerChange,
  now: Date,
): Promise<void> {
  const { provinceId } = actor
  refuseOthers(actor)
  await lockHosts(tx)
  await bumpRevision(tx, provinceId)
  const was = await selectPortal(tx, provinceId)
  if (!was) throw notFound()
  const bannerId = banner === 'stays' ? was.bannerId : banner === 'none' ? null : banner.fileId
  const faults = await faultsOf(tx, provinceId, settings, bannerId)
  if (faults.length > 0) throw invalid(faults)
  await updatePortal(tx, provinceId, settings, bannerId)
  const { isOpen: _, ...before } = was
  await recordChange(tx, actor, now, {
    verb: 'publishing.change-portal',
    subject: { kind: 'portal', id: provinceId },
    before,
    after: { ...settings, bannerId },
  })
}

async function faultsOf(tx: Tx, provinceId: number, settings: Settings, bannerId: number | null) {
  const faults: Fault[] = []
  const wrong = wrongHosts(settings.hosts)
  if (wrong.length > 0)
    faults.push({
      field: 'hosts',
      vi: `Chưa phải tên miền: ${wrong.join(', ')}. Ghi như cchc.tinh.gov.vn, không có http:// và dấu gạch chéo.`,
      en: `Not a host name: ${wrong.join(', ')}. Write it without http:// and slashes.`,
    })
  const taken = await selectTakenHosts(tx, provinceId, settings.hosts)
  if (taken.length > 0)
    faults.push({
      field: 'hosts',
      vi: `Tên miền đã thuộc về tỉnh khác: ${taken.join(', ')}.`,
      en: `Another province has this host name: ${taken.join(', ')}.`,
    })
  if (bannerId !== null && settings.bannerAlt === '')
    faults.push({
      field: 'bannerAlt',
      vi: 'Viết một câu nói ảnh cho thấy gì, cho người không nhìn được.',
      en: 'Say in a sentence what the picture shows, for those who cannot see it.',
    })
  return faults
}

/** Opens the portal to the public, or closes it: then its addresses lead to the door of the office. */
export async function setPortalOpen(tx: Tx, actor: Actor, isOpen: boolean, now: Date): Promise<void> {
  const { provinceId } = actor
  refuseOthers(actor)
  if (isOpen) await openPortal(tx, provinceId)
  await bumpRevision(tx, provinceId)
  const was = await selectPortal(tx, provinceId)
  if (!was) throw notFound()
  await updateOpen(tx, provinceId, isOpen)
  await recordChange(tx, actor, now, {
    verb: isOpen ? 'publishing.open-portal' : 'publishing.close-portal',
    subject: { kind: 'portal', id: provinceId },
    before: { isOpen: was.isOpen },
    after: { isOpen },
  })
}

function refuseOthers(actor: Actor): void {
  if (!mayChangeSite(actor))
    throw forbidden(
      'Chỉ lãnh đạo phụ trách của tỉnh hoặc quản trị được sửa thông tin trang.',
      'Only the province’s lead or an administrator may change the portal.',
    )
}
