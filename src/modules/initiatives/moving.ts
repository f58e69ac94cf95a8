import type { Actor } from '../../lib/actor.ts'
import { recordChange } from '../../lib/audit.ts'
import { type Day, dayOf } from '../../lib/calendar/day.ts'
import type { Tx } from '../../lib/db/db.ts'
import { conflict, type Fault, forbidden, invalid, notFound } from '../../lib/errors.ts'
import { unitAsOf } from '../organisations/organisations.ts'
import { findInitiative } from './finding.ts'
import { endedStates, type InitiativeState } from './initiative.ts'
import { canScreen, canSee, canWork, whyNotMove } from './initiatives.policy.ts'
import * as sql from './initiatives.sql.ts'
import { insertStep } from './steps.sql.ts'
import { type Ground, tellAssigned, writeToSender } from './telling.ts'

const leastWords = 10
const mostWords = 4000

/** Somebody begins to look at it: others see whose it is. */
export async function beginScreening(tx: Tx, actor: Actor, id: number, ground: Ground): Promise<void> {
  const i = await loaded(tx, actor, id, 'screen')
  const screened = { by: actor.accountId, name: actor.name }
  await move(tx, actor, i, { state: 'screening', screened }, { verb: 'screen', words: '' }, ground)
}

/** It is worth trying; what it brings next is told its sender. */
export async function acceptInitiative(
  tx: Tx,
  actor: Actor,
  id: number,
  words: string,
  ground: Ground,
): Promise<void> {
  const i = await loaded(tx, actor, id, 'screen')
  const said = wordsOf('acceptWords', words, 'Ghi câu trả lời cho người gửi', 'Write to the sender')
  const screened = { by: actor.accountId, name: actor.name }
  await move(tx, actor, i, { state: 'accepted', screened }, { verb: 'accept', words: said }, ground)
}

/** It is not taken up, and its sender is told why in plain words. */
export async function declineInitiative(
  tx: Tx,
  actor: Actor,
  id: number,
  reason: string,
  ground: Ground,
): Promise<void> {
  const i = await loaded(tx, actor, id, 'screen')
  const words = wordsOf('declineWords', reason, 'Ghi lý do để người gửi hiểu', 'Say why')
  const change = {
    ...({ state: 'declined', published: null } as const),
    ...(i.screenedBy === null ? { screened: { by: actor.accountId, name: actor.name } } : {}),
  }
  await move(tx, actor, i, change, { verb: 'decline', words }, ground)
}

/** The same as another one: it is followed under that one from now on. */
export async function mergeInitiative(
  tx: Tx,
  actor: Actor,
  id: number,
  intoId: number,
  ground: Ground,
): Promise<void> {
  const i = await loaded(tx, actor, id, 'screen')
  const into = intoId === id ? null : await sql.selectInitiative(tx, actor.provinceId, intoId)
  if (!into || ['merged', 'spam', 'withdrawn'].includes(into.state))
    throw invalid([
      {
        field: 'into',
        vi: 'Nhập số của một sáng kiến khác còn trong sổ.',
        en: 'Enter the number of another idea that is in the register.',
      },
    ])
  const words = `Sáng kiến này trùng với sáng kiến số ${into.id} đã có, nên được xem xét chung.`
  const change = { state: 'merged', mergedInto: into.id, published: null } as const
  await move(tx, actor, i, change, { verb: 'merge', words }, ground)
}

/** No idea at all. Its sender is not written to. */
export async function markSpam(tx: Tx, actor: Actor, id: number, ground: Ground): Promise<void> {
  const i = await loaded(tx, actor, id, 'screen')
  await move(tx, actor, i, { state: 'spam' }, { verb: 'spam', words: '' }, ground)
}

/** It was none after all; or what was declined is looked at again. */
export async function reopenInitiative(tx: Tx, actor: Actor, id: number, ground: Ground): Promise<void> {
  const i = await loaded(tx, actor, id, 'screen')
  const state = i.state === 'spam' ? 'received' : 'screening'
  const change = { state, endedAt: null, published: null } as const
  await move(tx, actor, i, change, { verb: 'reopen', words: '' }, ground)
}

/** Gives it to a unit, with a day; given again, to another unit or for another day. */
export async function assignInitiative(
  tx: Tx,
  actor: Actor,
  id: number,
  input: { unitId: number | null; dueDay: Day | null; words: string },
  ground: Ground,
): Promise<void> {
  const i = await loaded(tx, actor, id, 'screen')
  const today = dayOf(ground.now)
  const unit = input.unitId && (await unitAsOf(tx, actor.provinceId, input.unitId, today))
  const faults: Fault[] = []
  if (!unit) faults.push({ field: 'unitId', vi: 'Chọn đơn vị thực hiện.', en: 'Choose the unit.' })
  if (!input.dueDay || input.dueDay < today)
    faults.push({
      field: 'dueDay',
      vi: 'Nhập hạn, dạng 22/12/2026, từ hôm nay trở đi.',
      en: 'Enter a day like 22/12/2026, today or later.',
    })
  if (!unit || !input.dueDay || faults.length > 0) throw invalid(faults)
  const { dueDay } = input
  const change = { state: 'assigned', unitId: unit.id, dueDay } as const
  const words = input.words.trim().slice(0, mostWords)
  await move(tx, actor, i, change, { verb: 'assign', words }, ground)
  await tellAssigned(tx, actor.provinceId, { id, unitId: unit.id, dueDay })
}

/** The unit begins to try it. */
export async function beginTrial(
  tx: Tx,
  actor: Actor,
  id: number,
  words: string,
  ground: Ground,
): Promise<void> {
  const i = await loaded(tx, actor, id, 'work')
  const said = words.trim().slice(0, mostWords)
  await move(tx, actor, i, { state: 'trial' }, { verb: 'try', words: said }, ground)
}

/** It is applied, and what it brought is told. */
export async function applyInitiative(
  tx: Tx,
  actor: Actor,
  id: number,
  result: string,
  ground: Ground,
): Promise<void> {
  const i = await loaded(tx, actor, id, 'work')
  const words = wordsOf('resultWords', result, 'Ghi kết quả áp dụng', 'Tell the result')
  await move(tx, actor, i, { state: 'applied' }, { verb: 'apply', words }, ground)
}

/** An answer between the steps. */
export async function answerSender(
  tx: Tx,
  actor: Actor,
  id: number,
  typed: string,
  ground: Ground,
): Promise<void> {
  const i = await loaded(tx, actor, id, 'screen')
  if (i.state === 'spam' || i.state === 'withdrawn')
    throw conflict('Sáng kiến này không còn được trả lời.', 'Nobody is to be answered here.')
  const words = wordsOf('answerWords', typed, 'Ghi câu trả lời', 'Write the answer')
  await move(tx, actor, i, {}, { verb: 'answer', words }, ground)
}

/** Loads for a change, or refuses: what one may not see does not exist, what one may not do is said so. */
export async function loaded(
  tx: Tx,
  actor: Actor,
  id: number,
  what: 'screen' | 'work',
): Promise<sql.KeptInitiative> {
  const i = await sql.selectForChange(tx, actor.provinceId, { id })
  if (!i || !canSee(actor, i)) throw notFound()
  if (!(what === 'screen' ? canScreen(actor) : canWork(actor, i)))
    throw forbidden(
      'Việc này do người xem xét sáng kiến của tỉnh, hoặc đơn vị được giao, thực hiện.',
      'This is done by whoever screens ideas for the province, or by the unit it is given to.',
    )
  return i
}

async function move(
  tx: Tx,
  actor: Actor,
  i: sql.KeptInitiative,
  change: sql.Change,
  { verb, words }: { verb: string; words: string },
  ground: Ground,
): Promise<void> {
  const { now } = ground
  const state: InitiativeState = change.state ?? i.state
  const why = change.state === undefined ? null : whyNotMove(i.state, change.state)
  if (why) throw conflict(why.vi, why.en)
  if (change.state !== undefined) {
    const ended = endedStates.includes(state) ? { endedAt: now } : {}
    await sql.updateInitiative(tx, actor.provinceId, i.id, { ...change, movedAt: now, ...ended })
  }
  if (i.publishedAt && change.published === null) await findInitiative(tx, actor.provinceId, i.id, now)
  await insertStep(tx, actor.provinceId, i.id, { state, at: now, byName: actor.name, words })
  const { unitId, dueDay, mergedInto } = change
  await recordChange(tx, actor, now, {
    verb: `initiative.${verb}`,
    subject: { kind: 'initiative', id: i.id },
    before: { state: i.state },
    after: { state, unitId, dueDay, mergedInto, answered: words !== '' },
  })
  if (words !== '') await writeToSender(tx, actor.provinceId, { ...i, state }, words, ground)
}

function wordsOf(field: string, typed: string, vi: string, en: string): string {
  const words = typed.trim()
  if (words.length < leastWords || words.length > mostWords)
    throw invalid([
      {
        field,
        vi: `${vi}, từ ${leastWords} đến ${mostWords} ký tự.`,
        en: `${en}, in ${leastWords} to ${mostWords} characters.`,
      },
    ])
  return words
}
