import { showTime } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { invalid } from '../../../lib/errors.ts'
import type { Item, Version } from '../item.ts'
import { type LoadedItem, versionOf } from './loading.ts'

/** The hour of Việt Nam before which a press kit may be nowhere (YB-17); null: none, or it is past. */
export function embargoOf(
  { kind }: Pick<Item, 'kind'>,
  { facts }: Pick<Version, 'facts'>,
  now: Date,
): Date | null {
  const moment = kind === 'press_kit' ? facts['notBefore'] : undefined
  if (typeof moment !== 'string' || moment === '') return null
  const until = new Date(`${moment}:00+07:00`)
  return until.getTime() > now.getTime() ? until : null
}

export async function heldUntil(tx: Tx, item: LoadedItem, number: number, now: Date): Promise<Date | null> {
  return embargoOf(item, await versionOf(tx, item, number), now)
}

/** Refuses a moment before the embargo, at the field where it, or the haste, was typed. */
export function refuseBefore(until: Date | null, at: Date, field: 'at' | 'reason'): void {
  if (until === null || at.getTime() >= until.getTime()) return
  const hour = showTime(until)
  throw invalid([
    {
      field,
      vi: `Tài liệu này ghi “Không đăng trước” ${hour}. Hẹn giờ từ lúc đó, hoặc sửa giờ trong bài rồi trình duyệt lại.`,
      en: `This kit says “Not before” ${hour}. Schedule it for then or later, or change the hour and have it approved again.`,
    },
  ])
}
