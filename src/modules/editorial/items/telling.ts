import { dayOf } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { tellPersons, tellUnits } from '../../assignments/assignments.ts'
import { unitsAsOf } from '../../organisations/organisations.ts'
import { itemAddress } from '../item.ts'
import { selectSteps } from './items.sql.ts'
import type { LoadedItem } from './loading.ts'

const forApprovers = {
  correction: { vi: 'Bản sửa riêng cho kênh chờ duyệt', en: 'A correction for one channel waits' },
  submitted: { vi: 'Chờ duyệt', en: 'Waiting for approval' },
  forced: {
    vi: 'Đã đăng không qua duyệt, cần xem lại',
    en: 'Published without approval, needs a second look',
  },
} as const

/** Heads of the item's unit, editors and leads of the province. */
export async function tellApprovers(
  tx: Tx,
  item: LoadedItem,
  what: keyof typeof forApprovers,
  now: Date,
): Promise<void> {
  const said = forApprovers[what]
  const news = {
    kind: `editorial.${what}`,
    vi: `${said.vi}: ${item.title}`,
    en: `${said.en}: ${item.title}`,
    href: itemAddress(item.id),
  }
  await tellUnits(tx, item.provinceId, [item.unitId], ['agency_head'], news, now)
  const everywhere = (await unitsAsOf(tx, item.provinceId, dayOf(now))).map((u) => u.id)
  await tellUnits(tx, item.provinceId, everywhere, ['editor', 'province_lead'], news, now)
}

const forWriters = {
  returned: { vi: 'Bị trả lại', en: 'Returned' },
  approved: { vi: 'Đã duyệt', en: 'Approved' },
  refused: {
    vi: 'Chưa đăng theo lịch: nội dung không còn đúng bản đã duyệt',
    en: 'Not published as scheduled',
  },
  review: { vi: 'Đến hạn rà soát', en: 'Due for review' },
  ending: { vi: 'Sắp hết hiệu lực', en: 'Holds no longer soon' },
  channel: { vi: 'Chưa gửi được ra kênh', en: 'It did not leave by a channel' },
  broken: { vi: 'Có liên kết hỏng', en: 'Broken links' },
} as const

/** Everybody who wrote at it. */
export async function tellWriters(
  tx: Tx,
  item: LoadedItem,
  what: keyof typeof forWriters,
  note: string | null,
  now: Date,
): Promise<void> {
  const steps = await selectSteps(tx, item.provinceId, [item.id])
  const people = steps.flatMap((s) =>
    (s.verb === 'create' || s.verb === 'write') && s.byAccount !== null ? [s.byAccount] : [],
  )
  const said = forWriters[what]
  const more = note ? ` – ${note.slice(0, 200)}` : ''
  const news = {
    kind: `editorial.${what}`,
    vi: `${said.vi}: ${item.title}${more}`,
    en: `${said.en}: ${item.title}${more}`,
    href: what === 'channel' ? `${itemAddress(item.id)}/channels` : itemAddress(item.id),
  }
  await tellPersons(tx, item.provinceId, [...new Set([item.madeBy, ...people])], news, now)
}
