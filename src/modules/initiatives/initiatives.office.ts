import { dayOf, parseDay } from '../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import type { Fault } from '../../lib/errors.ts'
import { sendBytes } from '../../lib/http/downloads.ts'
import { type FormValues, readForm } from '../../lib/http/forms.ts'
import { actorOf, type MenuItem, type Notice, type Request, type Route } from '../../lib/http/route.ts'
import { officePage } from '../../ui/answer.tsx'
import { unitAsOf, unitsAsOf } from '../organisations/organisations.ts'
import { groundOf, idOf, one, orBack, pageOf, pagesAt } from './asking.ts'
import { selectCalls } from './calls.sql.ts'
import { callOf } from './calls.ts'
import {
  type InitiativeState,
  initiativeAddress,
  initiativeStates,
  registerAddress,
  waitingStates,
} from './initiative.ts'
import {
  canScreen,
  canWork,
  publisherRoles,
  registerRoles,
  screenerRoles,
  whyNotPublish,
  workerRoles,
} from './initiatives.policy.ts'
import type { InitiativeFilter } from './initiatives.sql.ts'
import { doneTexts, texts } from './initiatives.texts.ts'
import { countSeenBy, initiativesSeenBy, initiativeView, settingOf } from './initiatives.ts'
import { initiativesSheet } from './initiatives-sheet.ts'
import { publishInitiative, unpublishInitiative, wordForPublic } from './making-public.ts'
import {
  acceptInitiative,
  answerSender,
  applyInitiative,
  assignInitiative,
  beginScreening,
  beginTrial,
  declineInitiative,
  markSpam,
  mergeInitiative,
  reopenInitiative,
} from './moving.ts'
import { InitiativePage } from './pages/initiative-page.tsx'
import { RegisterPage } from './pages/register-page.tsx'
import { view } from './pages/view.tsx'
import { reformFields } from './receiving.ts'
import { selectLastWords } from './steps.sql.ts'
import type { Ground } from './telling.ts'

const at = `${registerAddress}/:id{[0-9]+}`

type Verb = (
  tx: Tx,
  actor: ReturnType<typeof actorOf>,
  id: number,
  values: FormValues,
  ground: Ground,
) => Promise<void>

function step(resource: string, who: Route['who'], said: Notice, verb: Verb): Route {
  return {
    ...{ method: 'POST', path: `${at}/${resource}`, who },
    async handle(c) {
      const values = await readForm(c)
      const id = idOf(c)
      return orBack(
        c,
        initiativeAddress(id),
        said,
        (tx) => verb(tx, actorOf(c), id, values, groundOf(c)),
        ({ faults }) => show(c, values, faults),
      )
    },
  }
}

const intoOf = (values: FormValues) => Number(one(values, 'into').replace(/\D/g, '')) || 0

export const initiativeRoutes: readonly Route[] = [
  { method: 'GET', path: registerAddress, who: registerRoles, handle: list },
  { method: 'GET', path: `${registerAddress}.xlsx`, who: registerRoles, handle: sheet },
  { method: 'GET', path: at, who: registerRoles, handle: (c) => show(c, {}, []) },
  step('screening', screenerRoles, doneTexts.began, (tx, actor, id, _, g) =>
    beginScreening(tx, actor, id, g),
  ),
  step('acceptance', screenerRoles, doneTexts.accepted, (tx, actor, id, values, g) =>
    acceptInitiative(tx, actor, id, one(values, 'acceptWords'), g),
  ),
  step('refusal', screenerRoles, doneTexts.declined, (tx, actor, id, values, g) =>
    declineInitiative(tx, actor, id, one(values, 'declineWords'), g),
  ),
  step('merger', screenerRoles, doneTexts.merged, (tx, actor, id, values, g) =>
    mergeInitiative(tx, actor, id, intoOf(values), g),
  ),
  step('spam', screenerRoles, doneTexts.spam, (tx, actor, id, _, g) => markSpam(tx, actor, id, g)),
  step('reopening', screenerRoles, doneTexts.reopened, (tx, actor, id, _, g) =>
    reopenInitiative(tx, actor, id, g),
  ),
  step('assignment', screenerRoles, doneTexts.assigned, (tx, actor, id, values, g) => {
    const unitId = Number(one(values, 'unitId')) || null
    const input = { unitId, dueDay: parseDay(one(values, 'dueDay')), words: one(values, 'assignWords') }
    return assignInitiative(tx, actor, id, input, g)
  }),
  step('trial', workerRoles, doneTexts.tried, (tx, actor, id, values, g) =>
    beginTrial(tx, actor, id, one(values, 'trialWords'), g),
  ),
  step('result', workerRoles, doneTexts.applied, (tx, actor, id, values, g) =>
    applyInitiative(tx, actor, id, one(values, 'resultWords'), g),
  ),
  step('answers', screenerRoles, doneTexts.answered, (tx, actor, id, values, g) =>
    answerSender(tx, actor, id, one(values, 'answerWords'), g),
  ),
  step('public-words', screenerRoles, doneTexts.worded, (tx, actor, id, values, { now }) => {
    const input = { title: one(values, 'publicTitle'), text: one(values, 'publicText') }
    return wordForPublic(tx, actor, id, input, now)
  }),
  step('publication', publisherRoles, doneTexts.published, (tx, actor, id, _, { now }) =>
    publishInitiative(tx, actor, id, now),
  ),
  step('publication-end', publisherRoles, doneTexts.unpublished, (tx, actor, id, _, { now }) =>
    unpublishInitiative(tx, actor, id, now),
  ),
]

export const initiativesMenu: MenuItem = {
  label: texts.register,
  href: registerAddress,
  icon: 'idea',
  who: registerRoles,
}

const pageSize = 40
const sheetRows = 10_000

const working: readonly InitiativeState[] = ['accepted', 'assigned', 'trial']

/** Spam, and what was taken back, is listed only for whoever asks for it. */
function statesOf(word: string | undefined): readonly InitiativeState[] {
  if (word === 'waiting') return waitingStates
  if (word === 'working') return working
  const state = initiativeStates.find((s) => s === word)
  return state ? [state] : initiativeStates.filter((s) => s !== 'spam' && s !== 'withdrawn')
}

async function filterOf(c: Request, provinceId: number): Promise<InitiativeFilter> {
  const { state, topic, unit, call, words, late } = c.req.query()
  const { waitDays } = await settingOf(c.get('db'), provinceId)
  return {
    ...{ states: statesOf(state), topic: topic || undefined, words: words || undefined },
    ...{ unitId: Number(unit) || undefined, callId: Number(call) || undefined },
    late: late === 'yes' ? { today: dayOf(c.get('now')), waitDays } : undefined,
  }
}

async function unitsOfDay(db: DbOrTx, provinceId: number, c: Request) {
  const units = await unitsAsOf(db, provinceId, dayOf(c.get('now')))
  return units.map((u) => ({ id: u.id, name: u.shortName ?? u.name }))
}

async function list(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const { provinceId } = actor
  const db = c.get('db')
  const query = c.req.query()
  const page = pageOf(c)
  const filter = await filterOf(c, provinceId)
  const found = await initiativesSeenBy(db, actor, filter, pageSize, (page - 1) * pageSize)
  const units = await unitsOfDay(db, provinceId, c)
  const setting = await settingOf(db, provinceId)
  const today = dayOf(c.get('now'))
  const count = (of: InitiativeFilter) => countSeenBy(db, actor, of)
  const { page: _, ...kept } = query
  const props = {
    ...{ initiatives: found.initiatives, query, units, setting, today, mayScreen: canScreen(actor) },
    paging: { page, pageSize, total: found.total, href: pagesAt(registerAddress, query) },
    counts: {
      waiting: await count({ states: waitingStates }),
      late: await count({ late: { today, waitDays: setting.waitDays } }),
      working: await count({ states: working }),
      applied: await count({ states: ['applied'] }),
    },
    exportAddress: `${registerAddress}.xlsx?${new URLSearchParams(kept)}`,
    fields: await reformFields(db, provinceId),
    unitNames: new Map(units.map((u) => [u.id, u.name])),
    calls: (await selectCalls(db, provinceId, 50)).calls,
  }
  return officePage(c, { title: texts.registerTitle[actor.locale] }, view(RegisterPage, props))
}

async function sheet(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const { provinceId } = actor
  const db = c.get('db')
  const { initiatives } = await initiativesSeenBy(db, actor, await filterOf(c, provinceId), sheetRows)
  const units = await unitsOfDay(db, provinceId, c)
  const ids = initiatives.map((i) => i.id)
  const names = {
    fields: await reformFields(db, provinceId),
    units: new Map(units.map((u) => [u.id, u.name])),
    calls: (await selectCalls(db, provinceId, 1_000)).calls,
    words: await selectLastWords(db, provinceId, ids, 'office'),
  }
  const setting = await settingOf(db, provinceId)
  const bytes = await initiativesSheet(initiatives, names, setting, dayOf(c.get('now')))
  const mime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return sendBytes(bytes, mime, 'Sổ sáng kiến.xlsx')
}

async function show(c: Request, values: FormValues, faults: readonly Fault[]): Promise<Response> {
  const actor = actorOf(c)
  const { provinceId } = actor
  const db = c.get('db')
  const { initiative, steps, alike, person } = await initiativeView(
    db,
    actor,
    idOf(c),
    c.get('config').secret,
  )
  const units = await unitsOfDay(db, provinceId, c)
  const { unitId, movedAt } = initiative
  const isGone = unitId !== null && !units.some((u) => u.id === unitId)
  const gone = isGone ? (await unitAsOf(db, provinceId, unitId, dayOf(movedAt)))?.name : undefined
  const props = {
    ...{ initiative, steps, alike, person, units, values, faults, today: dayOf(c.get('now')) },
    fields: await reformFields(db, provinceId),
    callTitle: initiative.callId === null ? null : (await callOf(db, provinceId, initiative.callId)).title,
    unitName: gone ?? units.find((u) => u.id === initiative.unitId)?.name ?? null,
    setting: await settingOf(db, provinceId),
    may: {
      ...{ screen: canScreen(actor), work: canWork(actor, initiative) },
      whyNotPublish: whyNotPublish(actor, initiative),
      unpublish: actor.grants.some((g) => (publisherRoles as readonly string[]).includes(g.role)),
    },
  }
  const { locale } = actor
  const facts = {
    title: initiative.title || texts.number[locale](initiative.id),
    crumbs: [{ label: texts.register[locale], href: registerAddress }],
    status: faults.length > 0 ? (422 as const) : (200 as const),
  }
  return officePage(c, facts, view(InitiativePage, props))
}
