import { addDays } from '../../lib/calendar/day.ts'
import { openCall } from '../../modules/initiatives/calls.ts'
import { publishInitiative, wordForPublic } from '../../modules/initiatives/making-public.ts'
import {
  acceptInitiative,
  applyInitiative,
  assignInitiative,
  beginScreening,
  beginTrial,
  declineInitiative,
  markSpam,
  mergeInitiative,
} from '../../modules/initiatives/moving.ts'
import { receiveInitiative, withdrawByCode } from '../../modules/initiatives/receiving.ts'
import { type IdeaScript, ideaCall, ideas } from './initiatives.data.ts'
import { moment, type Stage } from './stage.ts'

/** An open call, and ideas of people who do not exist, in every state. */
export async function playInitiatives(stage: Stage): Promise<void> {
  const { tx, today } = stage
  const days = { fromDay: addDays(today, -65), toDay: addDays(today, 40) }
  const begun = moment(stage, days.fromDay)
  const callId = await openCall(tx, stage.person('tam'), { ...ideaCall, topic: '', ...days }, begun)
  let sameAs = 0
  for (const script of ideas) {
    const id = await playIdea(stage, script, callId, sameAs)
    if (script.state === 'trial') sameAs = id
  }
}

async function playIdea(stage: Stage, s: IdeaScript, callId: number, sameAs: number): Promise<number> {
  const { tx, config, provinceId } = stage
  const lead = stage.person('tam')
  const on = (daysAfter: number) => ({
    now: moment(stage, addDays(stage.today, Math.min(0, daysAfter - s.sent)), '09:30'),
    ...{ secret: config.secret, baseUrl: config.baseUrl },
  })
  const { title, trouble, proposal, topic, name, contact } = s
  const input = {
    ...{ title: `${title} (minh họa)`, trouble, proposal, topic, name, contact, senderKind: s.sender },
    ...{ mayPublish: s.publicText !== undefined, consent: 'yes' as const },
    callId: s.forCall ? callId : null,
  }
  const { id, code } = await receiveInitiative(tx, provinceId, input, on(0))
  if (s.state === 'withdrawn') await withdrawByCode(tx, config.secret, provinceId, code, on(2).now)
  if (s.state === 'spam') await markSpam(tx, lead, id, on(1))
  if (s.state === 'merged') await mergeInitiative(tx, lead, id, sameAs, on(3))
  if (s.state === 'screening') await beginScreening(tx, lead, id, on(2))
  if (s.words) await playDecision(stage, s, id, on)
  return id
}

async function playDecision(
  stage: Stage,
  s: IdeaScript,
  id: number,
  on: (daysAfter: number) => { now: Date; secret: string; baseUrl: string },
): Promise<void> {
  const { tx } = stage
  const lead = stage.person('tam')
  const words = s.words ?? ''
  if (s.state === 'declined') await declineInitiative(tx, lead, id, words, on(8))
  else await acceptInitiative(tx, lead, id, words, on(6))
  if (s.unit) {
    const unitId = stage.unit(s.unit)
    const given = on(9)
    const later = addDays(stage.today, s.due ?? 30)
    await assignInitiative(tx, lead, id, { unitId, dueDay: later, words: '' }, given)
    const worker = stage.officerAt(unitId) ?? lead
    if (s.state === 'trial' || s.result) await beginTrial(tx, worker, id, '', on(14))
    if (s.result) await applyInitiative(tx, worker, id, s.result, on(70))
  }
  if (!s.publicText) return
  await wordForPublic(tx, lead, id, { title: `${s.title} (minh họa)`, text: s.publicText }, on(10).now)
  await publishInitiative(tx, stage.person('hong'), id, on(11).now)
}
