import { showDay, showTime } from '../../../lib/calendar/day.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { useRequest } from '../../../ui/request.ts'
import { Stepper } from '../../../ui/stepper.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { Timeline } from '../../../ui/timeline.tsx'
import { type Plan, planAddress, readingAddress, type StateChange, shownTitle, straightWay } from '../plan.ts'
import { kindWords, stateWords } from '../plans.texts.ts'
import { Opinions } from './plan-opinions.tsx'
import type { PlanPageProps } from './plan-page-props.ts'
import { Citations, Duties, Sections } from './plan-parts.tsx'
import { PlanSteps } from './plan-steps.tsx'
import { PlanNumber, PlanStateTag, useTexts } from './plan-words.tsx'
import { TaskTables } from './task-tables.tsx'

export function PlanPage(props: PlanPageProps) {
  const { plan } = props
  const t = useTexts()
  const { locale } = useRequest()
  return (
    <>
      <ErrorSummary faults={props.faults} />
      <PageHead
        title={shownTitle(plan.title)}
        kicker={
          <>
            {kindWords[plan.kind][locale]} · <PlanNumber plan={plan} />
          </>
        }
        tags={<PlanStateTag state={plan.state} />}
        actions={
          <>
            {props.may.edit && (
              <ButtonLink href={`${planAddress(plan.id)}/editor`} icon="edit">
                {t.edit}
              </ButtonLink>
            )}
            <ButtonLink
              href={`${planAddress(plan.id)}/document.docx`}
              kind="secondary"
              icon="download"
              download
            >
              {t.downloadDocx}
            </ButtonLink>
            <ButtonLink
              href={`${planAddress(plan.id)}/document.pdf`}
              kind="secondary"
              icon="download"
              download
            >
              {t.downloadPdf}
            </ButtonLink>
          </>
        }
      />
      <PlanTabs plan={plan} here="" />
      <Stepper label={t.life} steps={lifeOf(plan, props.history, locale)} />
      <PlanSteps {...props} />
      <Facts {...props} />
      <Panel title={`${t.tasks} (${props.tasks.length})`} id="tasks">
        <TaskTables groups={props.groups} tasks={props.tasks} unitName={props.unitName} />
      </Panel>
      {props.duties.length > 0 && <Duties duties={props.duties} plan={props.plan} />}
      {props.citations.length > 0 && <Citations citations={props.citations} />}
      <Sections {...props} />
      {(props.consulted.length > 0 || props.comments.length > 0) && <Opinions {...props} />}
      <History history={props.history} />
    </>
  )
}

/** Views of one plan, each with its own address. */
export function PlanTabs({ plan, here }: { plan: Plan; here: '' | '/coverage' | '/changes' }) {
  const t = useTexts()
  const at = planAddress(plan.id)
  const tabs = [
    { href: at, label: t.overview, current: here === '' },
    { href: `${at}/coverage`, label: t.coverage, current: here === '/coverage' },
    ...(plan.amendsPlanId === null
      ? []
      : [{ href: `${at}/changes`, label: t.changes, current: here === '/changes' }]),
  ]
  return <Tabs label={t.plans} tabs={tabs} />
}

/** Past the straight way (amended, replaced, cancelled) the last step reached stays the one that is shown. */
function lifeOf(plan: Plan, history: readonly StateChange[], locale: 'vi' | 'en') {
  const reached = straightWay.findLastIndex(
    (s) => s === plan.state || history.some((h) => h.to === s && h.to !== 'DRAFT' && wentOn(history, h)),
  )
  return straightWay.map((s, i) => {
    const when = history.findLast((h) => h.to === s)
    const past = i < reached || (i === reached && s !== plan.state) || plan.state === 'CLOSED'
    return {
      key: s,
      label: stateWords[s][locale],
      state: past ? ('done' as const) : i === reached ? ('now' as const) : ('next' as const),
      ...(when && i <= reached ? { note: `${showTime(when.at)} · ${when.actorName}` } : {}),
    }
  })
}

/** Was this step not taken back to draft later? */
function wentOn(history: readonly StateChange[], step: StateChange): boolean {
  return !history.slice(history.indexOf(step) + 1).some((h) => h.to === 'DRAFT')
}

function Facts(props: PlanPageProps) {
  const t = useTexts()
  const { plan } = props
  const line = (plans: readonly Plan[]) => (
    <ul>
      {plans.map((p) => (
        <li key={p.id}>
          <a href={planAddress(p.id)}>{shownTitle(p.title)}</a> <PlanStateTag state={p.state} />
        </li>
      ))}
    </ul>
  )
  return (
    <Panel>
      <SummaryList
        facts={[
          { label: t.programme, value: props.programme },
          { label: t.unit, value: props.unit },
          {
            label: t.year,
            value: plan.yearTo > plan.year ? `${plan.year}–${plan.yearTo}` : String(plan.year),
          },
          { label: t.number, value: plan.number },
          { label: t.issued, value: plan.issued ? showDay(plan.issued) : null },
          { label: t.signer, value: [plan.signer, plan.signerTitle].filter(Boolean).join(', ') },
          ...props.lines
            .filter((l) => l.plans.length > 0)
            .map((l) => ({ label: t[l.label], value: line(l.plans) })),
          ...(props.reading
            ? [
                {
                  label: t.source,
                  value: <a href={readingAddress(props.reading.id)}>{t.openFlags(props.reading.open)}</a>,
                },
              ]
            : []),
        ]}
      />
    </Panel>
  )
}

function History({ history }: { history: readonly StateChange[] }) {
  const t = useTexts()
  return (
    <Panel title={t.history}>
      <Timeline
        entries={history.toReversed().map((h, i) => ({
          key: i,
          title: (
            <>
              <PlanStateTag state={h.to} /> {h.note}
            </>
          ),
          by: h.actorName,
          when: showTime(h.at),
          dateTime: h.at.toISOString(),
          icon: 'history',
          tone: 'accent',
        }))}
      />
    </Panel>
  )
}
