import { type Actor, hasRole } from '../../lib/actor.ts'
import { addDays, dayOf } from '../../lib/calendar/day.ts'
import type { DbOrTx } from '../../lib/db/db.ts'
import { conversationAddress } from '../publishing/channel.ts'
import { answersAtRisk, canRunChannel, messagesForHand } from '../publishing/publishing.ts'
import { countLateFollowUps, selectDueCoverages } from './coverage/due.sql.ts'
import { coverageAddress, eventAddress } from './coverage/event.ts'
import { remindedBefore } from './coverage/reminding.ts'
import { deskRoles, reviewerRoles, seesAll, writerRoles } from './editorial.policy.ts'
import { deskAddress } from './item.ts'
import { reachOf, waitingFor } from './items/showing.ts'
import { notesSeenBy } from './monitoring/monitoring.ts'
import { standsSomewhere } from './stages/ways.ts'

/** How much of a kind presses, and where it is found. */
export interface Pressing {
  what: 'answers' | 'followUps' | 'coverage' | 'toApprove' | 'toLookAgain' | 'toProve' | 'monitored'
  count: number
  href: string
}

/** What of the desk presses a person today; only what there is. */
export async function deskPressing(db: DbOrTx, actor: Actor, now: Date): Promise<Pressing[]> {
  if (!hasRole(actor, ...deskRoles) || !hasRole(actor, ...writerRoles)) return []
  const { provinceId } = actor
  const today = dayOf(now)
  const unitIds = seesAll(actor) ? undefined : reachOf(actor)
  const late = await countLateFollowUps(db, provinceId, today, unitIds)
  const due = { until: addDays(today, remindedBefore), unitIds }
  const coverages = await selectDueCoverages(db, provinceId, due)
  const reads = hasRole(actor, ...reviewerRoles) || (await standsSomewhere(db, actor, { ofUnits: false }))
  const waiting = reads ? await waitingFor(db, actor, today) : []
  const atHand = await messagesForHand(db, provinceId, unitsWorkedAt(actor))
  const atRisk = (await answersAtRisk(db, provinceId, now)).filter((a) => canRunChannel(actor, a.unitId))
  const [answer] = atRisk
  const { total: monitored } = await notesSeenBy(db, actor, { state: 'overdue' }, today, 1)
  const count = (...why: string[]) => waiting.filter((w) => why.includes(w.why)).length
  const [first] = coverages
  const all: Pressing[] = [
    {
      what: 'answers',
      count: atRisk.length,
      href: answer ? conversationAddress(answer.channelId, answer.personId) : deskAddress,
    },
    { what: 'followUps', count: late, href: '/desk/press?late=1' },
    {
      what: 'coverage',
      count: coverages.length,
      href: coverages.length === 1 && first ? eventAddress(first.eventId) : `${coverageAddress}#due`,
    },
    { what: 'toApprove', count: count('toApprove', 'toReview'), href: `${deskAddress}#waiting` },
    { what: 'toLookAgain', count: count('toLookAgain'), href: `${deskAddress}#waiting` },
    { what: 'monitored', count: monitored, href: '/desk/monitoring?state=overdue' },
    { what: 'toProve', count: atHand.count, href: atHand.href },
  ]
  return all.filter((one) => one.count > 0)
}

function unitsWorkedAt(actor: Actor): number[] {
  const works = ['agency_officer', 'agency_head', 'editor']
  return actor.grants.filter((g) => works.includes(g.role)).map((g) => g.unitId)
}
