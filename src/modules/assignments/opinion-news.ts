import { dayOf, showDay } from '../../lib/calendar/day.ts'
import type { Tx } from '../../lib/db/db.ts'
import { sendMail } from '../../lib/mail/mail.ts'
import { planAddress, shownTitle } from '../plans/plan.ts'
import { planById } from '../plans/plans.ts'
import { holders, tellPeople } from './notices.sql.ts'

/** Tells officers and heads of the units asked that their opinion on a draft is wanted, by notice and by mail. */
export async function tellOpinionWanted(
  tx: Tx,
  provinceId: number,
  news: { planId: number; unitIds: readonly number[]; again: boolean },
  baseUrl: string,
  now: Date,
): Promise<void> {
  const plan = await planById(tx, provinceId, news.planId)
  // Taken back, or gone on, since the news was queued.
  if (plan.state !== 'CONSULTING') return
  const people = await holders(tx, provinceId, news.unitIds, ['agency_officer', 'agency_head'], dayOf(now))
  const title = shownTitle(plan.title)
  const until = plan.consultationCloses ? ` trước hết ngày ${showDay(plan.consultationCloses)}` : ''
  const untilEn = plan.consultationCloses ? ` by ${showDay(plan.consultationCloses)}` : ''
  const vi = `${news.again ? 'Nhắc: đơn' : 'Đơn'} vị được lấy ý kiến về dự thảo kế hoạch “${title}”; đề nghị góp ý${until}.`
  const en = `${news.again ? 'Reminder: your' : 'Your'} unit is asked about the draft “${title}”; please answer${untilEn}.`
  const href = `${planAddress(plan.id)}#comments`
  const once = [...new Map(people.map((p) => [p.accountId, p])).values()]
  await tellPeople(
    tx,
    provinceId,
    once.map((p) => p.accountId),
    { kind: 'opinion', vi, en, href },
    now,
  )
  for (const person of once) {
    await sendMail(tx, provinceId, now, {
      to: person.email,
      subject: `${news.again ? 'Nhắc góp ý' : 'Đề nghị góp ý'} dự thảo kế hoạch${until}`,
      body: `Kính gửi ông/bà ${person.name},\n\n${vi}\n\nMở dự thảo và gửi ý kiến tại:\n${baseUrl}${href}\n\nThư này do Chung Tay gửi tự động.\n`,
    })
  }
}
