import { dayOf } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { sendMail } from '../../../lib/mail/mail.ts'
import { tellPersons, tellUnits } from '../../assignments/assignments.ts'
import { orientationAddress } from '../outlet.ts'
import { noteReminded, type Silent, selectSilent } from './orientations.sql.ts'

/**
 * In the morning: outlets that have published nothing of an orientation within its days are reminded, once, and whoever
 * wrote it hears which they are (YB-21). Returns how many outlets.
 */
export async function remindOfOrientations(tx: Tx, provinceId: number, now: Date): Promise<number> {
  const silent = await selectSilent(tx, provinceId, dayOf(now))
  for (const one of silent) {
    await remindOutlet(tx, provinceId, one, now)
    await noteReminded(tx, provinceId, one, now)
  }
  for (const [id, outlets] of Map.groupBy(silent, (one) => one.orientationId))
    await tellWriter(tx, provinceId, id, outlets, now)
  return silent.length
}

async function remindOutlet(tx: Tx, provinceId: number, one: Silent, now: Date): Promise<void> {
  const vi = `Nhắc viết bài theo định hướng: ${one.title}`
  const en = `Nothing published yet of the orientation: ${one.title}`
  const news = { kind: 'editorial.orientation', vi, en, href: orientationAddress(one.orientationId) }
  if (one.unitId !== null)
    await tellUnits(tx, provinceId, [one.unitId], ['agency_officer', 'agency_head', 'editor'], news, now)
  if (one.email)
    await sendMail(tx, provinceId, now, {
      to: one.email,
      subject: vi,
      body: `Kính gửi: ${one.outletName}\n\nSau ${one.silentDays} ngày, chúng tôi chưa thấy tin, bài nào của quý cơ quan theo định hướng “${one.title}”. Nếu đã đăng, xin gửi liên kết để ghi vào sổ; nếu chưa, xin cho biết dự kiến.`,
    })
}

async function tellWriter(
  tx: Tx,
  provinceId: number,
  orientationId: number,
  outlets: readonly Silent[],
  now: Date,
): Promise<void> {
  const [first] = outlets
  if (!first || first.madeBy === null) return
  const names = outlets.map((o) => o.outletName).join(', ')
  const news = {
    kind: 'editorial.orientation_silent',
    vi: `Chưa có bài theo định hướng “${first.title}”: ${names}`,
    en: `Nothing published of “${first.title}”: ${names}`,
    href: orientationAddress(orientationId),
  }
  await tellPersons(tx, provinceId, [first.madeBy], news, now)
}
