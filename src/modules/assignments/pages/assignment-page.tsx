import type { ComponentChildren } from 'preact'
import { showDay, showTime } from '../../../lib/calendar/day.ts'
import { words } from '../../../lib/text/words.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { Progress } from '../../../ui/progress.tsx'
import { useRequest } from '../../../ui/request.ts'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { StatusTag } from '../../../ui/tag.tsx'
import { Timeline } from '../../../ui/timeline.tsx'
import { type Plan, shownTitle, type Task } from '../../plans/plan.ts'
import type { IndicatorSeen } from '../../procedures/procedures.ts'
import { type Assignment, daysLate, type Timing } from '../assignment.ts'
import { roleWords, stateWords, texts, timingWords } from '../assignments.texts.ts'
import type { AssignmentRow } from '../lists.sql.ts'
import { stateLooks, timingLooks } from '../looks.ts'
import type { Extension, Step } from '../steps.sql.ts'
import type { TargetState } from '../targets.ts'
import { ActivityList, type ShownActivity } from './activity-list.tsx'
import { AssignmentTable } from './assignment-table.tsx'
import { RatesPanel } from './rates-panel.tsx'

export interface AssignmentPageProps {
  assignment: Assignment
  timing: Timing
  today: string
  task: Task
  sectionTitle: string | null
  plan: Plan
  unitName: string
  steps: readonly Step[]
  extensions: readonly Extension[]
  activities: readonly ShownActivity[]
  targets: readonly TargetState[]
  others: readonly AssignmentRow[]
  /** Of a task about online services. */
  rates: readonly IndicatorSeen[]
  canRecord: boolean
  actions: ComponentChildren
  /** Reminders and obstacles of the same assignment, drawn by their own pages. */
  more?: ComponentChildren
}

/** One assignment: what is asked, how it stands, what was done, and what the reader can do now. */
export function AssignmentPage(props: AssignmentPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { assignment: a, timing, task, plan } = props
  const late = daysLate(a, props.today)
  return (
    <>
      <PageHead
        kicker={`${roleWords[a.role][locale]} · ${props.unitName}`}
        title={task.content.length > 160 ? `${task.content.slice(0, 158).trimEnd()}…` : task.content}
        tags={
          <>
            <StatusTag look={stateLooks[a.state]}>{stateWords[a.state][locale]}</StatusTag>
            {timing !== 'awaiting_check' && (
              <StatusTag look={timingLooks[timing]}>{timingWords[timing][locale]}</StatusTag>
            )}
            {late > 0 && <span class="small">{t.daysLate(late)}</span>}
          </>
        }
        actions={
          props.canRecord ? (
            <ButtonLink href={`/activities/new?assignment=${a.id}`} icon="add">
              {t.recordActivity}
            </ButtonLink>
          ) : undefined
        }
      />
      {props.actions}
      <Panel>
        <SummaryList facts={facts(props, t)} />
      </Panel>
      {props.targets.length > 0 && <Targets targets={props.targets} />}
      <RatesPanel rates={props.rates} />
      <Panel title={`${t.activities} (${props.activities.length})`} id="activities">
        {props.activities.length > 0 ? (
          <ActivityList activities={props.activities} />
        ) : (
          <EmptyState title={t.noActivities}>{t.noActivitiesWhy}</EmptyState>
        )}
      </Panel>
      {props.more}
      {props.others.length > 1 && (
        <Panel title={`${t.others} (${props.others.length})`}>
          <AssignmentTable caption={t.others} rows={props.others} hide={['plan']} />
        </Panel>
      )}
      {props.extensions.length > 0 && <Extensions extensions={props.extensions} />}
      {props.steps.length > 0 && (
        <Panel title={t.history}>
          <Timeline entries={[...props.steps].reverse().map((s, key) => entry(s, key, locale))} />
        </Panel>
      )}
    </>
  )

  function facts(p: AssignmentPageProps, w: typeof t) {
    const moved = a.firstDueDay !== null && a.firstDueDay !== a.dueDay
    return [
      { label: w.task, value: task.content },
      { label: w.plan, value: <a href={`/plans/${plan.id}`}>{shownTitle(plan.title)}</a> },
      ...(p.sectionTitle ? [{ label: w.section, value: p.sectionTitle }] : []),
      { label: w.due, value: a.dueDay ? showDay(a.dueDay) : null },
      ...(moved ? [{ label: w.firstDue, value: showDay(a.firstDueDay ?? '') }] : []),
      { label: w.timePrinted, value: task.time },
      { label: w.product, value: task.product },
      { label: w.progress, value: `${a.progress} %` },
      ...(a.resultNote ? [{ label: w.result, value: a.resultNote }] : []),
    ]
  }
}

function Targets({ targets }: { targets: readonly TargetState[] }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <Panel title={t.targets}>
      <div class="stack">
        {targets.map((target) => (
          <Progress
            key={target.asPrinted}
            label={target.asPrinted}
            value={Math.min(target.actual, target.wanted)}
            max={target.wanted}
            text={`${t.actual}: ${target.actual.toLocaleString('vi-VN')} / ${target.wanted.toLocaleString('vi-VN')} ${target.unit ?? ''}`}
            tone={target.actual >= target.wanted ? 'good' : 'accent'}
          />
        ))}
      </div>
    </Panel>
  )
}

function Extensions({ extensions }: { extensions: readonly Extension[] }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const word = { granted: t.granted, refused: t.refused }
  return (
    <Panel title={t.extensions}>
      <Timeline
        entries={extensions.map((e) => ({
          key: e.id,
          title: `${e.fromDay ? showDay(e.fromDay) : '–'} → ${showDay(e.wantedDay)}: ${e.decision ? word[e.decision] : t.waiting}`,
          by: e.askedByName,
          when: showTime(e.askedAt),
          dateTime: e.askedAt.toISOString(),
          icon: 'calendar',
          tone: e.decision === 'granted' ? 'good' : e.decision === 'refused' ? 'bad' : 'info',
          children: (
            <p>
              {e.reason}
              {e.decisionNote && ` – ${e.decidedByName ?? ''}: ${e.decisionNote}`}
            </p>
          ),
        }))}
      />
    </Panel>
  )
}

function entry(step: Step, key: number, locale: 'vi' | 'en') {
  return {
    key,
    title: stateWords[step.to][locale],
    by: step.actorName,
    when: showTime(step.at),
    dateTime: step.at.toISOString(),
    icon: stateLooks[step.to].icon,
    tone: stateLooks[step.to].tone,
    children: step.note ? <p>{step.note}</p> : undefined,
  }
}
