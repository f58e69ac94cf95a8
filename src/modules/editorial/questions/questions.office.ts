import { dayOf } from '../../../lib/calendar/day.ts'
import { readForm } from '../../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { officePage, redirect } from '../../../ui/answer.tsx'
import { listTopics } from '../../publishing/publishing.ts'
import { goodNews, idOf, inTransaction } from '../asking.ts'
import { canWrite, deskRoles, writerRoles } from '../editorial.policy.ts'
import { itemAddress } from '../item.ts'
import { deskCrumbs } from '../items/items.office.ts'
import { unitNames } from '../items/showing.ts'
import { view } from '../pages/view.tsx'
import { QuestionsPage, questionsAddress } from './pages/questions-page.tsx'
import { texts as t } from './questions.texts.ts'
import { itemIdOf, questionsSeenBy, topicsSeenBy, writeOfQuestion } from './questions.ts'

export const questionRoutes: readonly Route[] = [
  { method: 'GET', path: questionsAddress, who: deskRoles, handle: list },
  { method: 'POST', path: `${questionsAddress}/:id{[0-9]+}/item`, who: writerRoles, handle: write },
]

const pageSize = 40

async function namesOf(c: Request) {
  const names = await unitNames(c.get('db'), actorOf(c).provinceId, dayOf(c.get('now')))
  return (id: number) => names.get(id) ?? `#${id}`
}

async function list(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const query = c.req.query()
  const page = Math.max(1, Math.trunc(Number(query['page'])) || 1)
  const filter = {
    words: query['words']?.normalize('NFC').trim() || undefined,
    ...{ topic: query['topic'] || undefined, withoutArticle: query['only'] === 'without' },
  }
  const { questions, total } = await questionsSeenBy(db, actor, filter, pageSize, (page - 1) * pageSize)
  const topics = await listTopics(db, actor.provinceId)
  const props = {
    questions: questions.map((q) => ({
      ...q,
      itemId: q.articleSource === null ? null : itemIdOf(q.articleSource),
      mayWrite: canWrite(actor, { unitId: q.answerUnitId }),
    })),
    ...{ total, page, pageSize, query, nameOf: await namesOf(c) },
    pageAddress: (n: number) => `${questionsAddress}?${new URLSearchParams({ ...query, page: String(n) })}`,
    topics: (await topicsSeenBy(db, actor)).map(({ code, count }) => ({
      ...{ code, count, name: topics.find((x) => x.code === code)?.[actor.locale] ?? code },
    })),
  }
  const facts = { title: t.questions[actor.locale], crumbs: deskCrumbs(c) }
  return officePage(c, facts, view(QuestionsPage, props))
}

async function write(c: Request): Promise<Response> {
  await readForm(c)
  const nameOf = await namesOf(c)
  const id = await inTransaction(c, (tx) => writeOfQuestion(tx, actorOf(c), idOf(c), nameOf, c.get('now')))
  return redirect(c, itemAddress(id), goodNews(t.begun))
}
