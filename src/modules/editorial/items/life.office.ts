import { showTime } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { invalid, type Refusal } from '../../../lib/errors.ts'
import { type FormValues, readForm } from '../../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { idOf, one, orBack } from '../asking.ts'
import { approverRoles, reviewerRoles, writerRoles } from '../editorial.policy.ts'
import { texts } from '../editorial.texts.ts'
import { itemAddress } from '../item.ts'
import { texts as stageTexts } from '../stages/stages.texts.ts'
import { embargoTexts } from './embargo.texts.ts'
import { parseMoment } from './facts-form.ts'
import { forcePublish, lookAgain } from './forcing.ts'
import { showItem } from './items.office.ts'
import {
  approve,
  dropItem,
  giveBack,
  mergeItem,
  publishNow,
  schedule,
  submitItem,
  unschedule,
  withdrawItem,
} from './life.ts'
import { editAgain } from './writing.ts'

const at = '/desk/items/:id{[0-9]+}'

/** Each move of an item is a small resource. */
export const lifeRoutes: readonly Route[] = [
  { method: 'POST', path: `${at}/revision`, who: writerRoles, handle: revise },
  { method: 'POST', path: `${at}/submission`, who: writerRoles, handle: submit },
  { method: 'POST', path: `${at}/return`, who: writerRoles, handle: sendBack },
  { method: 'POST', path: `${at}/approval`, who: writerRoles, handle: agree },
  { method: 'POST', path: `${at}/schedule`, who: reviewerRoles, handle: plan },
  { method: 'POST', path: `${at}/schedule/removal`, who: reviewerRoles, handle: unplan },
  { method: 'POST', path: `${at}/publication`, who: reviewerRoles, handle: publish },
  { method: 'POST', path: `${at}/forced-publication`, who: reviewerRoles, handle: force },
  { method: 'POST', path: `${at}/second-looks/:number{[0-9]+}`, who: approverRoles, handle: look },
  { method: 'POST', path: `${at}/withdrawal`, who: reviewerRoles, handle: withdraw },
  { method: 'POST', path: `${at}/merging`, who: reviewerRoles, handle: merge },
  { method: 'POST', path: `${at}/dropping`, who: writerRoles, handle: drop },
]

type Said = { vi: string; en: string }

function act(
  c: Request,
  values: FormValues,
  said: Said | (() => Said),
  body: (tx: Tx) => Promise<unknown>,
  to = itemAddress(idOf(c)),
) {
  return orBack(c, to, said, body, (refusal: Refusal) => showItem(c, { values, refusal }))
}

async function revise(c: Request): Promise<Response> {
  await readForm(c)
  const to = `${itemAddress(idOf(c))}/edit`
  return act(c, {}, texts.saved, (tx) => editAgain(tx, actorOf(c), idOf(c), c.get('now')), to)
}

async function submit(c: Request): Promise<Response> {
  const values = await readForm(c)
  const note = one(values, 'note').slice(0, 1000) || null
  return act(c, values, texts.submitted, (tx) => submitItem(tx, actorOf(c), idOf(c), { note }, c.get('now')))
}

async function sendBack(c: Request): Promise<Response> {
  const values = await readForm(c)
  const reasons = one(values, 'reasons').slice(0, 2000)
  return act(c, values, texts.returned, (tx) => giveBack(tx, actorOf(c), idOf(c), { reasons }, c.get('now')))
}

async function agree(c: Request): Promise<Response> {
  const values = await readForm(c)
  const input = { digest: one(values, 'digest'), note: null }
  const goesOut = one(values, 'next') === 'publish'
  let held: Date | null = null
  let passed = false
  const said = () => (passed ? stageTexts.passed : goesOut ? publishedOr(held) : texts.approvedNotice)
  return act(c, values, said, async (tx) => {
    passed = (await approve(tx, actorOf(c), idOf(c), input, c.get('now'))) === 'passed'
    if (!passed && goesOut)
      held = await publishNow(tx, actorOf(c), idOf(c), c.get('config').baseUrl, c.get('now'))
  })
}

async function plan(c: Request): Promise<Response> {
  const values = await readForm(c)
  const moment = parseMoment(one(values, 'at'))
  return act(c, values, texts.scheduledNotice, async (tx) => {
    if (moment === null)
      throw invalid([
        {
          field: 'at',
          vi: 'Nhập ngày giờ dạng 22/11/2026 08:30.',
          en: 'Enter a day and time like 22/11/2026 08:30.',
        },
      ])
    await schedule(tx, actorOf(c), idOf(c), { at: new Date(`${moment}:00+07:00`) }, c.get('now'))
  })
}

async function unplan(c: Request): Promise<Response> {
  await readForm(c)
  return act(c, {}, texts.saved, (tx) => unschedule(tx, actorOf(c), idOf(c), c.get('now')))
}

async function publish(c: Request): Promise<Response> {
  await readForm(c)
  let held: Date | null = null
  const body = async (tx: Tx) => {
    held = await publishNow(tx, actorOf(c), idOf(c), c.get('config').baseUrl, c.get('now'))
  }
  return act(c, {}, () => publishedOr(held), body)
}

/** It is public, or goes out by itself at the hour before which it may not. */
function publishedOr(held: Date | null): Said {
  if (held === null) return texts.publishedNotice
  const hour = showTime(held)
  return { vi: embargoTexts.held.vi(hour), en: embargoTexts.held.en(hour) }
}

async function force(c: Request): Promise<Response> {
  const values = await readForm(c)
  const reason = one(values, 'reason').slice(0, 1000)
  return act(c, values, texts.publishedNotice, (tx) =>
    forcePublish(tx, actorOf(c), idOf(c), { reason }, c.get('config').baseUrl, c.get('now')),
  )
}

async function look(c: Request): Promise<Response> {
  const values = await readForm(c)
  const input = { isGood: one(values, 'isGood') === '1', note: one(values, 'note').slice(0, 1000) || null }
  return act(c, values, texts.lookDone, (tx) =>
    lookAgain(tx, actorOf(c), idOf(c), idOf(c, 'number'), input, c.get('now')),
  )
}

async function withdraw(c: Request): Promise<Response> {
  const values = await readForm(c)
  const input = { notice: one(values, 'notice').slice(0, 1000), inError: one(values, 'inError') === '1' }
  return act(c, values, texts.withdrawnNotice, (tx) =>
    withdrawItem(tx, actorOf(c), idOf(c), input, c.get('now')),
  )
}

async function merge(c: Request): Promise<Response> {
  const values = await readForm(c)
  // People paste the address of the item, or its number.
  const intoId = Number(/(\d+)\D*$/.exec(one(values, 'intoId'))?.[1] ?? 0)
  return act(c, values, texts.mergedNotice, (tx) =>
    mergeItem(tx, actorOf(c), idOf(c), { intoId }, c.get('now')),
  )
}

async function drop(c: Request): Promise<Response> {
  await readForm(c)
  return act(c, {}, texts.droppedNotice, (tx) => dropItem(tx, actorOf(c), idOf(c), c.get('now')), '/desk')
}
