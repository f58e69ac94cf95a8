import { addDays, type Day, dayOf, parseDay, showDay } from '../../../lib/calendar/day.ts'
import { addWorkingDays } from '../../../lib/calendar/working-days.ts'
import type { Tx } from '../../../lib/db/db.ts'
import type { Fault } from '../../../lib/errors.ts'
import { sendBytes } from '../../../lib/http/downloads.ts'
import { type FormValues, readForm } from '../../../lib/http/forms.ts'
import { actorOf, type Bilingual, type MenuItem, type Request, type Route } from '../../../lib/http/route.ts'
import { officePage } from '../../../ui/answer.tsx'
import { publicationAddress } from '../../publishing/publication.ts'
import { listTopics, publicationBySource } from '../../publishing/publishing.ts'
import { idOf, one, orBack, pageOf, statusOf, unitsToday, xlsx } from '../asking.ts'
import {
  canAnswer,
  canCorrect,
  canPassOn,
  canSeeCaller,
  keepsSetting,
  settingKeepers,
  unitsWorkedFor,
  workers,
} from '../feedback.policy.ts'
import { answerStates, contactAddress, contactsAddress } from '../message.ts'
import { personalIn } from '../personal.ts'
import { selectSetting } from '../setting.sql.ts'
import { view } from '../view.tsx'
import type { Contact } from './contact.ts'
import {
  freshValues,
  readAnswer,
  readContact,
  readCorrection,
  readPassing,
  readSetting,
} from './contact-form.ts'
import { countBy, countByState, countByWeek } from './contacts.sql.ts'
import { texts as t, wayWords } from './contacts.texts.ts'
import {
  answerContact,
  callerOf,
  changeSetting,
  contactOf,
  contactsSeenBy,
  correctContact,
  passContactOn,
  recordContact,
  seenOnly,
} from './contacts.ts'
import { contactsSheet } from './contacts-sheet.ts'
import { ContactFormPage, CorrectionPage } from './pages/contact-form-page.tsx'
import { ContactPage } from './pages/contact-page.tsx'
import { ContactsPage } from './pages/contacts-page.tsx'
import { FiguresPage } from './pages/figures-page.tsx'
import { SettingPage } from './pages/setting-page.tsx'

const at = `${contactsAddress}/:id{[0-9]+}`

export const contactRoutes: readonly Route[] = [
  { method: 'GET', path: contactsAddress, who: 'signedIn', handle: list },
  { method: 'GET', path: `${contactsAddress}.xlsx`, who: 'signedIn', handle: sheet },
  { method: 'GET', path: `${contactsAddress}/figures`, who: 'signedIn', handle: figures },
  {
    method: 'GET',
    path: `${contactsAddress}/settings`,
    who: settingKeepers,
    handle: (c) => setting(c, null, []),
  },
  { method: 'POST', path: `${contactsAddress}/settings`, who: settingKeepers, handle: set },
  { method: 'GET', path: `${contactsAddress}/new`, who: workers, handle: (c) => form(c, {}, []) },
  { method: 'POST', path: contactsAddress, who: workers, handle: create },
  { method: 'GET', path: at, who: 'signedIn', handle: (c) => show(c, {}, []) },
  { method: 'GET', path: `${at}/edit`, who: workers, handle: (c) => correction(c, null, []) },
  { method: 'POST', path: at, who: workers, handle: correct },
  { method: 'POST', path: `${at}/answer`, who: workers, handle: answer },
  { method: 'POST', path: `${at}/passing`, who: workers, handle: passOn },
]

export const contactsMenu: MenuItem = {
  label: t.contacts,
  ...{ href: contactsAddress, icon: 'phone', who: 'signedIn' },
}

const pageSize = 40
const weeksShown = 12

function filterOf(query: Record<string, string>) {
  return {
    words: query['words']?.normalize('NFC').trim() || undefined,
    ...{ topic: query['topic'] || undefined, way: query['way'] || undefined },
    ...{ unitId: Number(query['unit']) || undefined, from: parseDay(query['from'] ?? '') },
    ...{ state: answerStates.find((s) => s === query['state']), to: parseDay(query['to'] ?? '') },
  }
}

async function list(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const today = dayOf(c.get('now'))
  const query = c.req.query()
  const page = pageOf(c)
  const { rows, nameOf } = await unitsToday(c)
  const filter = filterOf(query)
  const props = {
    ...(await contactsSeenBy(db, actor, filter, today, pageSize, (page - 1) * pageSize)),
    counts: await countByState(db, actor.provinceId, seenOnly(actor, {}), today),
    ...{ page, pageSize, query, today, nameOf, units: rows },
    pageAddress: (n: number) => `${contactsAddress}?${new URLSearchParams({ ...query, page: String(n) })}`,
    exportAddress: `${contactsAddress}.xlsx?${new URLSearchParams(query)}`,
    topics: await listTopics(db, actor.provinceId),
    may: { record: unitsWorkedFor(actor).length > 0, set: keepsSetting(actor) },
  }
  return officePage(c, { title: t.contacts[actor.locale] }, view(ContactsPage, props))
}

async function sheet(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const today = dayOf(c.get('now'))
  const { contacts } = await contactsSeenBy(db, actor, filterOf(c.req.query()), today, 20_000)
  const { nameOf } = await unitsToday(c)
  const bytes = await contactsSheet(contacts, nameOf, await listTopics(db, actor.provinceId), today)
  return sendBytes(bytes, xlsx, 'Nhật ký tổng đài.xlsx')
}

async function figures(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const { provinceId, locale } = actor
  const today = dayOf(c.get('now'))
  const weeks = mondaysUntil(today, weeksShown)
  const query = c.req.query()
  const unitId = Number(query['unit']) || undefined
  const filter = seenOnly(actor, { unitId, from: weeks[0], to: today })
  const byWeek = await countByWeek(db, provinceId, filter, today)
  const topics = await listTopics(db, provinceId)
  const props = {
    weeks: weeks.map((w) => ({ label: showDay(w).slice(0, 5), count: byWeek.get(w) ?? 0 })),
    topics: (await countBy(db, provinceId, filter, today, 'topic')).map(({ code, count }) => ({
      ...{ label: topics.find((x) => x.code === code)?.[locale] ?? code, count },
    })),
    ways: (await countBy(db, provinceId, filter, today, 'way')).map(({ code, count }) => ({
      ...{ label: wayWords[code as keyof typeof wayWords][locale], count },
    })),
    counts: await countByState(db, provinceId, filter, today),
    ...{ units: (await unitsToday(c)).rows, query },
  }
  return officePage(c, { title: t.figures[locale], crumbs: crumbs(c) }, view(FiguresPage, props))
}

/** The Mondays of the last weeks, this week's last. */
function mondaysUntil(today: Day, count: number): Day[] {
  const monday = addDays(today, -((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7))
  return Array.from({ length: count }, (_, i) => addDays(monday, (i - count + 1) * 7))
}

function crumbs(c: Request, ...more: { label: string; href: string }[]) {
  return [{ label: t.contacts[c.get('locale')], href: contactsAddress }, ...more]
}

async function topicsOffered(c: Request) {
  return (await listTopics(c.get('db'), actorOf(c).provinceId)).filter((x) => !x.retired)
}

async function form(c: Request, typed: FormValues, faults: readonly Fault[]): Promise<Response> {
  const actor = actorOf(c)
  const { rows } = await unitsToday(c)
  const own = rows.filter((u) => unitsWorkedFor(actor).includes(u.id))
  const usual = freshValues(own[0]?.id, await selectSetting(c.get('db'), actor.provinceId), c.get('now'))
  const props = { units: rows, own, topics: await topicsOffered(c), values: { ...usual, ...typed }, faults }
  const facts = { title: t.new[actor.locale], crumbs: crumbs(c), status: statusOf(faults) }
  return officePage(c, facts, view(ContactFormPage, props))
}

async function create(c: Request): Promise<Response> {
  const values = await readForm(c)
  const codes = (await topicsOffered(c)).map((x) => x.code)
  const body = async (tx: Tx) => {
    const input = readContact(values, codes, c.get('now'))
    const id = await recordContact(tx, c.get('config').secret, actorOf(c), input, c.get('now'))
    return one(values, 'next') === 'yes' ? `${contactsAddress}/new` : contactAddress(id)
  }
  return orBack(c, t.recorded, body, (faults) => form(c, values, faults))
}

async function articleOf(c: Request, { articleSource }: Contact) {
  if (articleSource === null) return null
  const found = await publicationBySource(c.get('db'), actorOf(c).provinceId, articleSource)
  return found?.state === 'live' ? { title: found.title, href: publicationAddress(found) } : null
}

async function show(c: Request, typed: FormValues, faults: readonly Fault[]): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const today = dayOf(c.get('now'))
  const contact = await contactOf(db, actor, idOf(c))
  const { keepDays, answerDays } = await selectSetting(db, actor.provinceId)
  const { rows, nameOf } = await unitsToday(c)
  const topic = (await listTopics(db, actor.provinceId)).find((x) => x.code === contact.topic)
  const props = {
    ...{ contact, today, faults, nameOf, keepDays, units: rows },
    caller: callerOf(c.get('config').secret, actor, contact),
    personal: personalIn(contact.question, contact.answer ?? ''),
    topicName: topic?.[actor.locale] ?? contact.topic,
    article: await articleOf(c, contact),
    values: { passedDue: showDay(addWorkingDays(today, answerDays)), ...typed },
    may: {
      ...{ answer: canAnswer(actor, contact), passOn: canPassOn(actor, contact) },
      ...{ correct: canCorrect(actor, contact), seeCaller: canSeeCaller(actor, contact) },
      record: unitsWorkedFor(actor).length > 0,
    },
  }
  const title = contact.question
  return officePage(c, { title, crumbs: crumbs(c), status: statusOf(faults) }, view(ContactPage, props))
}

async function correction(c: Request, typed: FormValues | null, faults: readonly Fault[]): Promise<Response> {
  const actor = actorOf(c)
  const contact = await contactOf(c.get('db'), actor, idOf(c))
  const { way, topic, question, answer: said, revision } = contact
  const stored = { way, topic, question, answer: said ?? '', revision: String(revision) }
  const props = { contact, hasAnswer: ownAnswer(contact), topics: await topicsOffered(c), faults }
  const body = view(CorrectionPage, { ...props, values: typed ?? stored })
  const way2 = crumbs(c, { label: question, href: contactAddress(contact.id) })
  return officePage(c, { title: t.correct[actor.locale], crumbs: way2, status: statusOf(faults) }, body)
}

function ownAnswer(contact: Contact): boolean {
  return contact.answeredAt !== null && contact.unitId === contact.answerUnitId
}

async function correct(c: Request): Promise<Response> {
  const values = await readForm(c)
  const codes = (await listTopics(c.get('db'), actorOf(c).provinceId)).map((x) => x.code)
  const body = async (tx: Tx) => {
    const contact = await contactOf(tx, actorOf(c), idOf(c))
    const input = readCorrection(values, codes, ownAnswer(contact))
    await correctContact(tx, actorOf(c), contact.id, input, c.get('now'))
    return contactAddress(contact.id)
  }
  return orBack(c, t.saved, body, (faults) => correction(c, values, faults))
}

/** Does it to the one that the address names, and shows it again. */
async function act(
  c: Request,
  said: Bilingual,
  verb: (tx: Tx, values: FormValues) => Promise<void>,
): Promise<Response> {
  const values = await readForm(c)
  const body = async (tx: Tx) => {
    await verb(tx, values)
    return contactAddress(idOf(c))
  }
  return orBack(c, said, body, (faults) => show(c, values, faults))
}

function answer(c: Request): Promise<Response> {
  return act(c, t.answered, (tx, values) =>
    answerContact(tx, actorOf(c), idOf(c), readAnswer(values), c.get('now')),
  )
}

function passOn(c: Request): Promise<Response> {
  return act(c, t.passed, (tx, values) =>
    passContactOn(tx, actorOf(c), idOf(c), readPassing(values, c.get('now')), c.get('now')),
  )
}

async function setting(c: Request, typed: FormValues | null, faults: readonly Fault[]): Promise<Response> {
  const actor = actorOf(c)
  const now = await selectSetting(c.get('db'), actor.provinceId)
  const stored = { keepDays: String(now.keepDays), answerDays: String(now.answerDays) }
  const facts = { title: t.settings[actor.locale], crumbs: crumbs(c), status: statusOf(faults) }
  return officePage(c, facts, view(SettingPage, { values: typed ?? stored, faults }))
}

async function set(c: Request): Promise<Response> {
  const values = await readForm(c)
  const body = async (tx: Tx) => {
    await changeSetting(tx, actorOf(c), readSetting(values), c.get('now'))
    return contactsAddress
  }
  return orBack(c, t.saved, body, (faults) => setting(c, values, faults))
}
