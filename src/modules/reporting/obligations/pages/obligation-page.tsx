import { daysBetween, showDay } from '../../../../lib/calendar/day.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { SummaryList } from '../../../../ui/summary-list.tsx'
import { StatusTag } from '../../../../ui/tag.tsx'
import { Timeline } from '../../../../ui/timeline.tsx'
import { obligationAddress } from '../../obligation.ts'
import { reportAddress } from '../../report.ts'
import type { Relative } from '../extensions.sql.ts'
import type { ObligationRow } from '../lists.sql.ts'
import { shownAs, shownLooks } from '../looks.ts'
import { shownWords, texts } from '../obligations.texts.ts'
import { ObligationActions } from './obligation-actions.tsx'
import type { ObligationPageProps } from './obligation-props.ts'

/** One report that a unit owes for one period: why that day, who, to whom, how it stands, what happened. */
export function ObligationPage(props: ObligationPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { obligation: o, today } = props
  const shown = shownAs(o, today)
  return (
    <>
      <ErrorSummary faults={props.kept?.faults ?? []} />
      <PageHead
        kicker={`${t.owed} · ${props.periodName[locale]}`}
        title={o.dutyName}
        lead={o.unitName}
        tags={
          <>
            <StatusTag look={shownLooks[shown]}>{shownWords[shown][locale]}</StatusTag>
            {o.state === 'owed' && <Left obligation={o} shown={shown} today={today} />}
          </>
        }
        actions={<Open {...props} />}
      />
      {o.state !== 'owed' && o.stateReason && <Notice tone="info">{o.stateReason}</Notice>}
      {o.invited && <Notice tone="info">{t.invited}</Notice>}
      <Panel title={t.why}>
        <p>{o.why[locale]}</p>
      </Panel>
      <Panel>
        <Facts {...props} />
      </Panel>
      <ObligationActions {...props} />
      <Panel title={t.history} id="history">
        <Timeline
          entries={props.history.map((h) => ({
            key: h.key,
            title: h.title[locale],
            when: h.when,
            dateTime: h.at.toISOString(),
            icon: h.icon,
            tone: h.tone,
            ...(h.by ? { by: h.by } : {}),
            children: h.note ? <p class="small soft">{h.note}</p> : null,
          }))}
        />
      </Panel>
    </>
  )
}

function Left({ obligation: o, shown, today }: { obligation: ObligationRow; shown: string; today: string }) {
  const t = words(texts, useRequest().locale)
  if (!['overdue', 'not_due', 'waiting', 'returned'].includes(shown)) return null
  const days = daysBetween(today, o.dueDay)
  const text = days > 0 ? t.daysLeft(days) : days === 0 ? t.dueToday : o.invited ? '' : t.daysLate(-days)
  return <span class="soft">{text}</span>
}

function Open({ obligation: o, may }: ObligationPageProps) {
  const t = words(texts, useRequest().locale)
  if (o.reportId !== null)
    return (
      <ButtonLink href={reportAddress(o.reportId)} icon="plan">
        {t.openReport}
      </ButtonLink>
    )
  if (!may.write || o.state !== 'owed') return null
  return (
    <Form action={`${obligationAddress(o.id)}/report`} bare>
      <Button icon="edit">{t.writeReport}</Button>
    </Form>
  )
}

function Facts(props: ObligationPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { obligation: o, parent, origins, heirs } = props
  const moved = o.dueDay !== o.firstDueDay && ` (${t.dueByRule(showDay(o.firstDueDay))})`
  const facts = [
    {
      label: t.due,
      value: (
        <>
          <strong>{showDay(o.dueDay)}</strong>
          {moved}
        </>
      ),
    },
    { label: t.window, value: t.fromTo(showDay(o.fromDay), showDay(o.toDay)) },
    { label: t.cutoff, value: showDay(o.cutoffDay) },
    {
      label: t.to,
      value: [props.toName, props.viaName && t.via(props.viaName)].filter(Boolean).join(', '),
    },
    { label: t.source, value: o.source },
    parent && {
      label: t.parent,
      value: (
        <a href={obligationAddress(parent.id)}>
          {parent.dutyName}, {parent.unitName}
        </a>
      ),
    },
    props.children > 0 && { label: t.children, value: t.childrenCount(props.children) },
    origins.length > 0 && { label: t.inherited, value: <Relatives of={origins} /> },
    heirs.length > 0 && { label: t.handedTo, value: <Relatives of={heirs} /> },
  ]
  return <SummaryList facts={facts.filter((f) => f !== null && f !== false)} />
}

function Relatives({ of }: { of: readonly Relative[] }) {
  return (
    <ul class="list-plain">
      {of.map((r) => (
        <li key={r.id}>
          <a href={obligationAddress(r.id)}>{r.name}</a>
        </li>
      ))}
    </ul>
  )
}
