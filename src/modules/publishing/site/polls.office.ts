import { addDays, dayOf, parseDay } from '../../../lib/calendar/day.ts'
import { type Fault, notFound } from '../../../lib/errors.ts'
import { type FormValues, readForm } from '../../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { words } from '../../../lib/text/words.ts'
import { officePage, redirect } from '../../../ui/answer.tsx'
import { closePoll, currentPoll, listPolls, type NewPoll, openPoll, pollById, pollResults } from '../polls.ts'
import { idOf, one } from '../typed.ts'
import { view } from '../view.tsx'
import { NewPollPage, PollPage, PollsPage } from './pages/poll-pages.tsx'
import { pollAddress, pollsAddress, siteAddress } from './settings.ts'
import { askers, mayAsk, viewers } from './site.policy.ts'
import { texts } from './site.texts.ts'

const at = `${pollsAddress}/:id{[0-9]+}`

export const pollOfficeRoutes: readonly Route[] = [
  { method: 'GET', path: pollsAddress, who: viewers, handle: list },
  { method: 'GET', path: `${pollsAddress}/new`, who: askers, handle: (c) => fresh(c) },
  { method: 'POST', path: pollsAddress, who: askers, handle: ask },
  { method: 'GET', path: at, who: viewers, handle: show },
  { method: 'POST', path: `${at}/closing`, who: askers, handle: close },
]

function crumbs(c: Request, ...further: { label: string; href: string }[]) {
  const w = words(texts, c.get('locale'))
  return [{ label: w.site, href: siteAddress }, { label: w.polls, href: pollsAddress }, ...further]
}

async function list(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const polls = await listPolls(c.get('db'), actor.provinceId)
  const props = { polls, now: c.get('now'), mayAsk: mayAsk(actor) }
  return officePage(c, { title: texts.polls[c.get('locale')], crumbs: crumbs(c) }, view(PollsPage, props))
}

async function fresh(c: Request, values: FormValues = {}, faults: readonly Fault[] = []): Promise<Response> {
  const open = await currentPoll(c.get('db'), actorOf(c).provinceId, c.get('now'))
  const title = texts.newPoll[c.get('locale')]
  const facts = { title, crumbs: crumbs(c), ...(faults.length > 0 ? { status: 422 as const } : {}) }
  return officePage(c, facts, view(NewPollPage, { values, faults, closes: open !== null }))
}

async function ask(c: Request): Promise<Response> {
  const values = await readForm(c)
  const read = readPoll(values, c.get('now'))
  if (!read.poll || read.faults.length > 0) return fresh(c, values, read.faults)
  const { poll } = read
  const id = await c
    .get('db')
    .transaction()
    .execute((tx) => openPoll(tx, actorOf(c), poll, c.get('now')))
  return redirect(c, pollAddress(id), texts.asked)
}

function readPoll(values: FormValues, now: Date): { poll: NewPoll | null; faults: Fault[] } {
  const lines = (name: string) =>
    one(values, name)
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
  const [vi, en] = [one(values, 'question'), one(values, 'questionEn')]
  const [options, optionsEn] = [lines('options'), lines('optionsEn')]
  const faults: Fault[] = []
  if (vi === '' || vi.length > 300) faults.push({ field: 'question', ...texts.needQuestion })
  const isSet = options.length >= 2 && options.length <= 8 && new Set(options).size === options.length
  if (!isSet || options.some((o) => o.length > 200)) faults.push({ field: 'options', ...texts.needOptions })
  if (optionsEn.length > 0 && optionsEn.length !== options.length)
    faults.push({ field: 'optionsEn', ...texts.unevenOptions })
  const typed = one(values, 'lastDay')
  const last = typed === '' ? null : parseDay(typed)
  if (typed !== '' && (!last || last < dayOf(now))) faults.push({ field: 'lastDay', ...texts.badDay })
  if (faults.length > 0) return { poll: null, faults }
  const closesAt = last === null ? null : new Date(`${addDays(last, 1)}T00:00:00+07:00`)
  const pairs = options.map((option, i) => ({ vi: option, en: optionsEn[i] ?? '' }))
  return { poll: { question: { vi, en: en.slice(0, 300) }, options: pairs, closesAt }, faults }
}

async function show(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const poll = await pollById(c.get('db'), actor.provinceId, idOf(c))
  if (!poll) throw notFound()
  const title = c.get('locale') === 'vi' ? poll.questionVi : poll.questionEn
  const results = await pollResults(c.get('db'), actor.provinceId, poll)
  const props = { poll, results, now: c.get('now'), mayAsk: mayAsk(actor) }
  return officePage(c, { title, crumbs: crumbs(c) }, view(PollPage, props))
}

async function close(c: Request): Promise<Response> {
  await c
    .get('db')
    .transaction()
    .execute((tx) => closePoll(tx, actorOf(c), idOf(c), c.get('now')))
  return redirect(c, pollAddress(idOf(c)), texts.pollIsClosed)
}
