import { hashOfAddress } from '../../modules/publishing/subscriptions/addresses.ts'
import { makeIssue, writeOpening } from '../../modules/publishing/subscriptions/newsletters.ts'
import type { Rhythm } from '../../modules/publishing/subscriptions/subscription.ts'
import { subscriberByHash } from '../../modules/publishing/subscriptions/subscriptions.sql.ts'
import {
  askForNewsletter,
  confirmSubscription,
} from '../../modules/publishing/subscriptions/subscriptions.ts'
import type { Stage } from './stage.ts'

const readers: readonly [name: string, rhythm: Rhythm, topics: readonly string[]][] = [
  ['ban-doc-1', 'weekly', []],
  ['ban-doc-2', 'weekly', ['procedures']],
  ['ban-doc-3', 'monthly', []],
  ['ban-doc-4', 'monthly', ['procedures']],
  ['ban-doc-5', 'weekly', []],
  ['ban-doc-6', 'weekly', []],
  ['ban-doc-7', 'weekly', []],
]

/** A few made-up readers, and an issue of the month that waits for its opening to be approved. */
export async function playReaders({ tx, config, provinceId, now, person }: Stage): Promise<void> {
  for (const [name, rhythm, topics] of readers) {
    const address = `${name}@chungtay.invalid`
    const choice = { address, rhythm, topics: [...topics], columns: [] }
    await askForNewsletter(tx, config.secret, provinceId, 'vi', choice, now)
    const asked = await subscriberByHash(tx, provinceId, hashOfAddress(config.secret, provinceId, address))
    if (asked) await confirmSubscription(tx, { ...asked, provinceId }, now)
  }
  const id = await makeIssue(tx, provinceId, 'monthly', now)
  if (id === null) return
  const opening = {
    subject: 'Bản tin cải cách hành chính trong tháng',
    intro: 'Kính gửi bạn đọc,\n\nDưới đây là những tin bài mới trên cổng trong tháng qua.',
  }
  await writeOpening(tx, person('hong'), id, opening, now)
}
