import { showTime } from '../../../lib/calendar/day.ts'
import type { AlsoWaiting } from '../../../lib/http/route.ts'
import { words } from '../../../lib/text/words.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Few } from '../../../ui/few.tsx'
import { Form } from '../../../ui/form.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { useRequest } from '../../../ui/request.ts'
import { Stat, Stats } from '../../../ui/stat.tsx'
import type { Timing } from '../assignment.ts'
import { texts, timingWords } from '../assignments.texts.ts'
import type { AssignmentRow } from '../lists.sql.ts'
import { timingLooks } from '../looks.ts'
import type { Notice } from '../notices.sql.ts'
import { AssignmentTable } from './assignment-table.tsx'

interface Waiting {
  rows: readonly AssignmentRow[]
  total: number
}

export interface MyWorkProps {
  counts: Partial<Record<Timing, number>>
  toDo: Waiting
  toCheck: Waiting
  extensions: Waiting
  notices: readonly Notice[]
  /** Beside the work: reports that are due. */
  also: readonly AlsoWaiting[]
}

const told: readonly Timing[] = ['overdue', 'due_now', 'due_soon', 'awaiting_check']

/** What waits for the person who looks. */
export function MyWorkPage({ counts, toDo, toCheck, extensions, notices, also }: MyWorkProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  // A dozen rooms may ask for something: what asks for nothing would hide what does.
  const pressing = also.filter((w) => w.count > 0)
  const empty = toDo.total + toCheck.total + extensions.total + pressing.length === 0
  return (
    <>
      <PageHead
        title={t.myWork}
        lead={t.myWorkLead}
        actions={
          <ButtonLink href="/activities/new" icon="add">
            {t.recordActivity}
          </ButtonLink>
        }
      />
      <Stats>
        {told.map((timing) => (
          <Stat
            key={timing}
            label={timingWords[timing][locale]}
            value={String(counts[timing] ?? 0)}
            icon={timingLooks[timing].icon}
            tone={(counts[timing] ?? 0) > 0 ? timingLooks[timing].tone : 'quiet'}
            href={`/assignments?mine=1&timing=${timing}`}
          />
        ))}
        {pressing.map((w) => (
          <Stat
            key={w.label.vi}
            label={w.label[locale]}
            value={String(w.count)}
            icon={w.icon ?? 'send'}
            tone={w.tone}
            href={w.href}
          />
        ))}
      </Stats>
      {empty && (
        <EmptyState scene="done" title={t.nothingWaits}>
          {t.nothingWaitsWhy}
        </EmptyState>
      )}
      <Waits title={t.toCheck} waiting={toCheck} all="/assignments?check=1" />
      <Waits title={t.extensionsAsked} waiting={extensions} all="/assignments?extension=1" />
      <Waits title={t.toDo} waiting={toDo} all="/assignments?mine=1" hideUnit />
      <News notices={notices} />
    </>
  )
}

function Waits(props: { title: string; waiting: Waiting; all: string; hideUnit?: boolean }) {
  const { locale } = useRequest()
  const { rows, total } = props.waiting
  if (total === 0) return null
  return (
    <Panel
      title={`${props.title} (${total})`}
      actions={
        total > rows.length ? (
          <a class="wide-only" href={props.all}>
            {words(texts, locale).seeAll}
          </a>
        ) : undefined
      }
    >
      <Few total={total} all={props.all}>
        <AssignmentTable caption={props.title} rows={rows} hide={props.hideUnit ? ['unit'] : []} />
      </Few>
    </Panel>
  )
}

function News({ notices }: { notices: readonly Notice[] }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  if (notices.length === 0) return null
  const unread = notices.some((n) => n.readAt === null)
  return (
    <Panel title={t.news}>
      <Few total={notices.length}>
        <ul class="list-plain stack">
          {notices.map((n) => (
            <li key={n.id}>
              {n.readAt === null ? (
                <strong>
                  <a href={n.href}>{n[locale]}</a>
                </strong>
              ) : (
                <a href={n.href}>{n[locale]}</a>
              )}{' '}
              <span class="soft small">{showTime(n.at)}</span>
            </li>
          ))}
        </ul>
      </Few>
      {unread && (
        <Form action="/my-work/read-notices" bare>
          <Button kind="quiet" small icon="check">
            {t.markAllRead}
          </Button>
        </Form>
      )}
    </Panel>
  )
}
