import { type Fault, notFound, Refusal } from '../../../lib/errors.ts'
import { type FormValues, readForm } from '../../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { receiveUpload } from '../../../lib/http/uploads.ts'
import { officePage, redirect } from '../../../ui/answer.tsx'
import { selectTopics } from '../columns.sql.ts'
import type { Topic } from '../publication.ts'
import { one } from '../typed.ts'
import { view } from '../view.tsx'
import { TopicPage, TopicsPage } from './pages/topic-pages.tsx'
import { siteAddress, topicAddress, topicsAddress } from './settings.ts'
import { mayKeepTopics, topicKeepers, viewers } from './site.policy.ts'
import { texts as site } from './site.texts.ts'
import { countByTopic, type TopicFacts } from './topics.sql.ts'
import { texts } from './topics.texts.ts'
import { changeTopic, moveTopic, openTopic, reopenTopic, retireTopic } from './topics.ts'

const at = `${topicsAddress}/:code{[a-z0-9_-]+}`

export const topicOfficeRoutes: readonly Route[] = [
  { method: 'GET', path: topicsAddress, who: viewers, handle: list },
  { method: 'GET', path: `${topicsAddress}/new`, who: topicKeepers, handle: (c) => form(c) },
  { method: 'POST', path: topicsAddress, who: topicKeepers, handle: keep, upload: true },
  { method: 'GET', path: at, who: topicKeepers, handle: (c) => form(c) },
  { method: 'POST', path: at, who: topicKeepers, handle: keep, upload: true },
  { method: 'POST', path: `${at}/move`, who: topicKeepers, handle: move },
  { method: 'POST', path: `${at}/retirement`, who: topicKeepers, handle: retire },
]

function crumbs(c: Request) {
  const locale = c.get('locale')
  return [
    { label: site.site[locale], href: siteAddress },
    { label: site.topics[locale], href: topicsAddress },
  ]
}

async function list(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const props = {
    topics: await selectTopics(db, actor.provinceId),
    amounts: await countByTopic(db, actor.provinceId),
    mayKeep: mayKeepTopics(actor),
  }
  return officePage(c, { title: texts.topics[c.get('locale')], crumbs: crumbs(c) }, view(TopicsPage, props))
}

function valuesOf(t: Topic): FormValues {
  const { vi, en, aboutVi, aboutEn, imageAlt } = t
  return { vi, en, aboutVi, aboutEn, imageAlt, isShown: t.isShown ? '1' : '' }
}

async function asked(c: Request): Promise<{ topic: Topic | null; all: Topic[] }> {
  const all = await selectTopics(c.get('db'), actorOf(c).provinceId)
  const code = c.req.param('code')
  const topic = all.find((t) => t.code === code)
  if (code && !topic) throw notFound()
  return { topic: topic ?? null, all }
}

async function form(c: Request, typed?: FormValues, faults: readonly Fault[] = []): Promise<Response> {
  const { topic, all } = await asked(c)
  const locale = c.get('locale')
  const props = {
    ...{ topic, faults, values: typed ?? (topic ? valuesOf(topic) : { isShown: '1' }) },
    others: all.filter((t) => !t.retired && t.code !== topic?.code),
  }
  const facts = {
    ...{ title: topic ? topic[locale] : texts.add[locale], crumbs: crumbs(c) },
    ...(faults.length > 0 ? { status: 422 as const } : {}),
  }
  return officePage(c, facts, view(TopicPage, props))
}

async function keep(c: Request): Promise<Response> {
  const limits = { maxFiles: 1, maxBytes: 10 * 1024 * 1024, types: ['jpg', 'png', 'webp'] } as const
  const { fields, files, faults } = await receiveUpload(c, limits)
  const { topic } = await asked(c)
  const kept = one(fields, 'imageOff') === '1' ? null : (topic?.imageId ?? null)
  const facts = readTopic(fields, files[0]?.id ?? kept)
  const wrong = [...faults, ...faultsOf(facts)]
  if (wrong.length > 0) return form(c, fields, wrong)
  const actor = actorOf(c)
  const code = await c
    .get('db')
    .transaction()
    .execute(async (tx) => {
      if (!topic) return openTopic(tx, actor, facts, c.get('now'))
      await changeTopic(tx, actor, topic.code, facts, c.get('now'))
      return topic.code
    })
  return redirect(c, topicAddress(code), texts.saved)
}

function readTopic(values: FormValues, imageId: number | null): TopicFacts {
  const said = (name: string, most: number) => one(values, name).trim().slice(0, most)
  return {
    ...{ vi: said('vi', 200), en: said('en', 200) || said('vi', 200), imageId },
    ...{ aboutVi: said('aboutVi', 1_000), aboutEn: said('aboutEn', 1_000) },
    ...{ isShown: one(values, 'isShown') === '1', imageAlt: imageId === null ? '' : said('imageAlt', 300) },
  }
}

function faultsOf({ vi, imageId, imageAlt }: TopicFacts): Fault[] {
  const faults: Fault[] = []
  if (vi.length < 3 || vi.length > 120) faults.push({ field: 'vi', ...texts.needName })
  if (imageId !== null && imageAlt === '') faults.push({ field: 'imageAlt', ...texts.needAlt })
  return faults
}

async function move(c: Request): Promise<Response> {
  const way = one(await readForm(c), 'to') === 'up' ? 'up' : 'down'
  await c
    .get('db')
    .transaction()
    .execute((tx) => moveTopic(tx, actorOf(c), c.req.param('code') ?? '', way, c.get('now')))
  return redirect(c, topicsAddress, texts.moved)
}

async function retire(c: Request): Promise<Response> {
  const values = await readForm(c)
  const code = c.req.param('code') ?? ''
  const isOpening = one(values, 'to') === 'open'
  try {
    await c
      .get('db')
      .transaction()
      .execute((tx) =>
        isOpening
          ? reopenTopic(tx, actorOf(c), code, c.get('now'))
          : retireTopic(tx, actorOf(c), code, one(values, 'successor') || null, c.get('now')),
      )
  } catch (refusal) {
    if (refusal instanceof Refusal && refusal.kind === 'invalid') return form(c, undefined, refusal.faults)
    throw refusal
  }
  return redirect(c, topicAddress(code), isOpening ? texts.reopened : texts.isRetired)
}
