import type { VNode } from 'preact'
import type { Locale } from '../../../lib/actor.ts'
import { showTime } from '../../../lib/calendar/day.ts'
import { type JobState, jobStates, type WatchedJob } from '../../../lib/jobs/watch.ts'
import type { Words } from '../../../lib/text/words.ts'
import { Button, ButtonGroup, ButtonLink } from '../../../ui/button.tsx'
import { ConfirmPage } from '../../../ui/confirm-page.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Form } from '../../../ui/form.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { Progress } from '../../../ui/progress.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { jobNames, type texts } from '../administration.texts.ts'

interface JobsProps {
  w: Words<typeof texts>
  locale: Locale
  counts: Record<JobState, number>
  state: JobState
  rows: readonly WatchedJob[]
  page: number
  pageSize: number
}

export function jobsAddress(state?: JobState, page = 1): string {
  const query = new URLSearchParams({
    ...(state ? { state } : {}),
    ...(page > 1 ? { page: String(page) } : {}),
  })
  return `/administration/jobs${query.size ? `?${query}` : ''}`
}

export function jobsView({ w, locale, counts, state, rows, page, pageSize }: JobsProps): VNode {
  const tabs = jobStates.map((s) => ({
    href: jobsAddress(s),
    label: w[s],
    current: s === state,
    count: counts[s],
  }))
  return (
    <>
      <PageHead title={w.jobs} lead={w.lead} />
      <Tabs label={w.states} tabs={tabs} />
      {rows.length === 0 ? (
        <EmptyState scene="done" title={state === 'dead' ? w.noneDead : w.none}>
          {w.noneBody}
        </EmptyState>
      ) : (
        <>
          <Table
            caption={w[state]}
            silentCaption
            columns={columnsOf(w, locale, state)}
            rows={rows}
            rowKey={(r) => r.id}
            dense
          />
          <Pager page={page} pageSize={pageSize} total={counts[state]} href={(n) => jobsAddress(state, n)} />
        </>
      )}
    </>
  )
}

function columnsOf(w: JobsProps['w'], locale: Locale, state: JobState): Column<WatchedJob>[] {
  const ended = state === 'done' || state === 'dead'
  const columns: Column<WatchedJob>[] = [
    {
      key: 'job',
      label: w.job,
      main: true,
      cell: (job) => jobNames[job.name]?.[locale] ?? <code>{job.name}</code>,
    },
    { key: 'queued', label: w.queued, cell: (job) => showTime(job.createdAt) },
    {
      key: 'at',
      label: ended ? w.ended : w.nextTry,
      cell: (job) => showTime(ended ? (job.finishedAt ?? job.createdAt) : job.startAfter),
    },
    { key: 'attempts', label: w.attempts, numeric: true, cell: (job) => job.attempts },
  ]
  if (state === 'running')
    columns.push({ key: 'progress', label: w.progress, cell: (job) => progressOf(w, job) })
  if (state === 'done') return columns
  columns.push({ key: 'error', label: w.lastError, width: 'wide', cell: (job) => job.lastError ?? '' })
  if (state !== 'running') {
    columns.push({ key: 'actions', label: w.actions, silent: true, cell: (job) => actionsOn(w, locale, job) })
  }
  return columns
}

function progressOf(w: JobsProps['w'], { progress }: WatchedJob) {
  if (!progress) return ''
  const text = [`${progress.done} / ${progress.total}`, progress.text].filter(Boolean).join(' · ')
  return <Progress label={w.progress} silent value={progress.done} max={progress.total} text={text} />
}

function actionsOn(w: JobsProps['w'], locale: Locale, job: WatchedJob) {
  const about = (
    <span class="visually-hidden">{` ${jobNames[job.name]?.[locale] ?? job.name} ${job.id}`}</span>
  )
  return (
    <Form action={`/administration/jobs/${job.id}/attempts`} bare>
      <ButtonGroup>
        <Button kind="secondary" small>
          {w.retry}
          {about}
        </Button>
        <ButtonLink kind="quiet" small href={`/administration/jobs/${job.id}/removal`}>
          {w.discard}
          {about}
        </ButtonLink>
      </ButtonGroup>
    </Form>
  )
}

export function discardView({
  w,
  job,
  locale,
}: Pick<JobsProps, 'w' | 'locale'> & { job: WatchedJob }): VNode {
  return (
    <ConfirmPage
      question={w.discardQuestion}
      verb={w.discardVerb}
      action={`/administration/jobs/${job.id}/removal`}
      cancel={jobsAddress()}
      danger
    >
      <p>
        <strong>{jobNames[job.name]?.[locale] ?? job.name}</strong>
      </p>
      <p>{w.discardBody}</p>
    </ConfirmPage>
  )
}
