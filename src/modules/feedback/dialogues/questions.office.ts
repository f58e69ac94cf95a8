import { dayOf, showDay } from '../../../lib/calendar/day.ts'
import { addWorkingDays } from '../../../lib/calendar/working-days.ts'
import type { Tx } from '../../../lib/db/db.ts'
import type { Fault } from '../../../lib/errors.ts'
import { type FormValues, readForm } from '../../../lib/http/forms.ts'
import { actorOf, type Bilingual, type Request, type Route } from '../../../lib/http/route.ts'
import { officePage } from '../../../ui/answer.tsx'
import { listTopics } from '../../publishing/publishing.ts'
import { idOf, one, orBack, statusOf, unitsToday } from '../asking.ts'
import { approvers, workers } from '../feedback.policy.ts'
import { selectSetting } from '../setting.sql.ts'
import { view } from '../view.tsx'
import {
  type Dialogue,
  dialogueAddress,
  dialoguesAddress,
  type Question,
  questionAddress,
} from './dialogue.ts'
import { readAnswer, readQuestion } from './dialogue-form.ts'
import { texts as t } from './dialogues.texts.ts'
import { canHost, decidesFor, dialogueOf, refuseUnless } from './dialogues.ts'
import { QuestionFormPage } from './pages/question-form-page.tsx'
import { QuestionPage } from './pages/question-page.tsx'
import {
  answerQuestion,
  approveAnswer,
  askQuestion,
  canAnswerThere,
  canApproveAnswer,
  keepPromise,
  personalOf,
  questionOf,
} from './questions.ts'

const of = `${dialoguesAddress}/:id{[0-9]+}/questions`
const at = `${of}/:questionId{[0-9]+}`

export const questionRoutes: readonly Route[] = [
  { method: 'GET', path: `${of}/new`, who: workers, handle: (c) => form(c, {}, []) },
  { method: 'POST', path: of, who: workers, handle: ask },
  { method: 'GET', path: at, who: 'signedIn', handle: (c) => show(c, {}, []) },
  { method: 'POST', path: `${at}/answer`, who: workers, handle: answer },
  { method: 'POST', path: `${at}/approval`, who: approvers, handle: approve },
  { method: 'POST', path: `${at}/fulfilment`, who: workers, handle: fulfil },
]

const ids = (c: Request) => ({ dialogueId: idOf(c), id: idOf(c, 'questionId') })

function crumbs(c: Request, d: Dialogue) {
  return [
    { label: t.dialogues[c.get('locale')], href: dialoguesAddress },
    { label: d.title, href: dialogueAddress(d.id) },
  ]
}

async function topicsOffered(c: Request) {
  return (await listTopics(c.get('db'), actorOf(c).provinceId)).filter((x) => !x.retired)
}

async function form(c: Request, typed: FormValues, faults: readonly Fault[]): Promise<Response> {
  const actor = actorOf(c)
  const dialogue = await dialogueOf(c.get('db'), actor, idOf(c))
  refuseUnless(canHost(actor, dialogue))
  const { answerDays } = await selectSetting(c.get('db'), actor.provinceId)
  const dueDay = showDay(addWorkingDays(dayOf(c.get('now')), answerDays))
  const usual = { outcome: 'later', when: 'hall', asker: 'citizen', dueDay }
  const props = {
    ...{ dialogue, faults, units: (await unitsToday(c)).rows, topics: await topicsOffered(c) },
    values: { ...usual, ...typed },
  }
  const facts = { title: t.addQuestion[actor.locale], crumbs: crumbs(c, dialogue), status: statusOf(faults) }
  return officePage(c, facts, view(QuestionFormPage, props))
}

async function ask(c: Request): Promise<Response> {
  const values = await readForm(c)
  const topics = (await topicsOffered(c)).map((x) => x.code)
  const body = async (tx: Tx) => {
    await askQuestion(tx, actorOf(c), idOf(c), readQuestion(values, topics, c.get('now')), c.get('now'))
    return `${dialogueAddress(idOf(c))}#questions`
  }
  return orBack(c, t.asked, body, (faults) => form(c, values, faults))
}

function answerValues(q: Question): FormValues {
  const promiseDay = q.promiseDay ? showDay(q.promiseDay) : ''
  return { answer: q.answer ?? '', promise: q.promise, promiseDay, revision: String(q.revision) }
}

async function show(c: Request, typed: FormValues, faults: readonly Fault[]): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const { dialogue, question } = await questionOf(db, actor, idOf(c), idOf(c, 'questionId'))
  const topic = (await listTopics(db, actor.provinceId)).find((x) => x.code === question.topic)
  const decides = decidesFor(actor, dialogue.unitId) || decidesFor(actor, question.answerUnitId)
  const props = {
    ...{ dialogue, question, faults, today: dayOf(c.get('now')), personal: personalOf(question) },
    unitName: (await unitsToday(c)).nameOf(question.answerUnitId),
    topicName: topic?.[actor.locale] ?? question.topic,
    values: { ...answerValues(question), ...typed },
    may: {
      answer: canAnswerThere(actor, dialogue, question),
      approve: canApproveAnswer(actor, dialogue, question),
      approveButWrote: decides && question.answeredBy === actor.accountId,
    },
  }
  const facts = { title: question.question, crumbs: crumbs(c, dialogue), status: statusOf(faults) }
  return officePage(c, facts, view(QuestionPage, props))
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
    return questionAddress(ids(c))
  }
  return orBack(c, said, body, (faults) => show(c, values, faults))
}

function answer(c: Request): Promise<Response> {
  return act(c, t.answered, (tx, values) =>
    answerQuestion(tx, actorOf(c), ids(c), readAnswer(values), c.get('now')),
  )
}

function approve(c: Request): Promise<Response> {
  return act(c, t.approved, (tx, values) =>
    approveAnswer(tx, actorOf(c), ids(c), one(values, 'confirmed') === 'yes', c.get('now')),
  )
}

function fulfil(c: Request): Promise<Response> {
  return act(c, t.isKept, (tx, values) =>
    keepPromise(tx, actorOf(c), ids(c), one(values, 'kept'), c.get('now')),
  )
}
