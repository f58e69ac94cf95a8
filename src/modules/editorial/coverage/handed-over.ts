import { type Day, dayOf, showDay } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { tellUnits } from '../../assignments/assignments.ts'
import { packageBrief, packagesToRemind } from '../../publishing/publishing.ts'

const workers = ['agency_officer', 'agency_head'] as const

const addressOf = (packageId: number) => `/broadcast/packages/${packageId}`

/** The communes hear that a package of the loudspeakers waits for them. */
export async function tellHandedOver(
  tx: Tx,
  provinceId: number,
  { packageId, unitIds }: { packageId: number; unitIds: number[] },
  now: Date,
): Promise<void> {
  const found = await packageBrief(tx, provinceId, packageId)
  if (!found) return
  const days = spanOf(found.firstDay, found.lastDay)
  const news = {
    kind: 'editorial.package',
    vi: `Gói phát thanh mới: ${found.title}. Phát ${days}, lúc ${found.hours.join(', ')}.`,
    en: `New package for the loudspeakers: ${found.title}. To be aired ${days}, at ${found.hours.join(', ')}.`,
    href: addressOf(packageId),
  }
  await tellUnits(tx, provinceId, unitIds, workers, news, now)
}

/** In the morning: who has not fetched a package for days, or not said that it was aired. */
export async function remindOfPackages(tx: Tx, provinceId: number, now: Date): Promise<number> {
  const waiting = await packagesToRemind(tx, provinceId, dayOf(now))
  for (const one of waiting) {
    const said =
      one.why === 'take'
        ? {
            vi: `Chưa nhận gói phát thanh “${one.title}”: mở trang, tải gói và bấm “Đã nhận”.`,
            en: `The package “${one.title}” was not fetched yet: open the page, download it and acknowledge.`,
          }
        : {
            vi: `Gói “${one.title}” đã hết lịch phát ngày ${showDay(one.lastDay)}: xác nhận đã phát để được tính kết quả.`,
            en: `The package “${one.title}” ended on ${showDay(one.lastDay)}: say that it was aired, so that it counts.`,
          }
    const news = { kind: 'editorial.package_reminder', ...said, href: addressOf(one.packageId) }
    await tellUnits(tx, provinceId, [one.unitId], workers, news, now)
  }
  return waiting.length
}

function spanOf(from: Day, to: Day): string {
  return from === to ? showDay(from) : `${showDay(from)} – ${showDay(to)}`
}
