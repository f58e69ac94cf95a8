import { z } from 'zod'
import { notFound } from '../../lib/errors.ts'
import { actorOf, type Request, type Route } from '../../lib/http/route.ts'
import { countJobs, type JobState, jobStates, watchJobs } from '../../lib/jobs/watch.ts'
import { words } from '../../lib/text/words.ts'
import { officePage, redirect } from '../../ui/answer.tsx'
import { texts } from './administration.texts.ts'
import { discardJob, jobToTouch, retryJob } from './administration.ts'
import { discardView, jobsAddress, jobsView } from './pages/jobs-page.tsx'

const administrators = ['administrator'] as const
const pageSize = 50

export const administrationRoutes: readonly Route[] = [
  { method: 'GET', path: '/administration/jobs', who: administrators, handle: jobs },
  { method: 'POST', path: '/administration/jobs/:id/attempts', who: administrators, handle: retry },
  { method: 'GET', path: '/administration/jobs/:id/removal', who: administrators, handle: askDiscard },
  { method: 'POST', path: '/administration/jobs/:id/removal', who: administrators, handle: discard },
]

async function jobs(c: Request): Promise<Response> {
  const { provinceId } = actorOf(c)
  const db = c.get('db')
  const counts = await countJobs(db, provinceId)
  const asked = z.enum(jobStates).safeParse(c.req.query('state'))
  const state: JobState = asked.data ?? (counts.dead > 0 ? 'dead' : 'waiting')
  const page = z.coerce.number().int().min(1).max(10_000).catch(1).parse(c.req.query('page'))
  const rows = await watchJobs(db, provinceId, state, { offset: (page - 1) * pageSize, limit: pageSize })
  const w = words(texts, c.get('locale'))
  const crumbs = [
    { label: w.start, href: '/' },
    { label: w.jobs, href: jobsAddress() },
  ]
  return officePage(
    c,
    { title: w.jobs, crumbs },
    jobsView({ w, locale: c.get('locale'), counts, state, rows, page, pageSize }),
  )
}

async function retry(c: Request): Promise<Response> {
  const id = jobId(c)
  await c
    .get('db')
    .transaction()
    .execute((tx) => retryJob(tx, actorOf(c), id, c.get('now')))
  return redirect(c, jobsAddress('waiting'), {
    vi: 'Đã xếp việc chạy lại ngay.',
    en: 'The job runs again now.',
  })
}

async function askDiscard(c: Request): Promise<Response> {
  const w = words(texts, c.get('locale'))
  const id = jobId(c)
  const job = await c
    .get('db')
    .transaction()
    .execute((tx) => jobToTouch(tx, actorOf(c), id))
  const crumbs = [
    { label: w.start, href: '/' },
    { label: w.jobs, href: jobsAddress() },
  ]
  return officePage(c, { title: w.discardQuestion, crumbs }, discardView({ w, job, locale: c.get('locale') }))
}

async function discard(c: Request): Promise<Response> {
  const id = jobId(c)
  await c
    .get('db')
    .transaction()
    .execute((tx) => discardJob(tx, actorOf(c), id, c.get('now')))
  return redirect(c, jobsAddress(), { vi: 'Đã bỏ việc.', en: 'The job was discarded.' })
}

function jobId(c: Request): number {
  const id = z.coerce.number().int().positive().safeParse(c.req.param('id'))
  if (!id.success) throw notFound()
  return id.data
}
