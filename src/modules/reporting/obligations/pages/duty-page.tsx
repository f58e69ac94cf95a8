import { showDay } from '../../../../lib/calendar/day.ts'
import type { Fault } from '../../../../lib/errors.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { DateInput } from '../../../../ui/date-input.tsx'
import { Details } from '../../../../ui/details.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form, type FormValues } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { SummaryList } from '../../../../ui/summary-list.tsx'
import { type StatusLook, StatusTag, Tag } from '../../../../ui/tag.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import type { Duty } from '../../obligation.ts'
import { dutyStateWords, dutyTexts, newUnitWords, workingDayWords } from '../duties.texts.ts'
import { kindWords } from '../obligations.texts.ts'
import { oneOffTexts } from '../one-off.texts.ts'
import { reminderTexts } from '../reminders.texts.ts'
import type { Understood } from '../understanding.ts'
import { EarlyPanel } from './early-panel.tsx'
import { UnderstoodAs } from './understood.tsx'

const looks: Record<Duty['state'], StatusLook> = {
  proposed: { tone: 'warn', icon: 'clock' },
  active: { tone: 'good', icon: 'done' },
  ended: { tone: 'quiet', icon: 'stop' },
}

export interface DutyPageProps {
  duty: Duty
  parent: Duty | null
  cutoffName: { vi: string; en: string } | null
  understood: Understood | null
  groupNames: readonly string[]
  unitNames: readonly string[]
  exemptNames: readonly string[]
  owers: number
  owed: number
  toName: string | null
  viaName: string | null
  /** Some of its next days lie before the data closes. */
  isEarly: boolean
  maySet: boolean
  /** Which of the page's forms came back with faults. */
  kept?: { form: 'ending' | 'early'; values: FormValues; faults: readonly Fault[] } | undefined
}

/** One duty: its rule as it is understood, who owes it, where it goes. */
export function DutyPage(props: DutyPageProps) {
  const { locale } = useRequest()
  const t = words(dutyTexts, locale)
  const { duty, maySet } = props
  const mayChange = maySet && duty.state !== 'ended'
  return (
    <>
      <ErrorSummary faults={props.kept?.faults ?? []} />
      <PageHead
        kicker={duty.source}
        title={duty.name}
        tags={
          <>
            <StatusTag look={looks[duty.state]}>{dutyStateWords[duty.state][locale]}</StatusTag>
            {duty.unverified && (
              <Tag tone="warn" icon="warning">
                {t.unverified}
              </Tag>
            )}
          </>
        }
        actions={mayChange ? <Actions duty={duty} /> : undefined}
      />
      {duty.unverified && <Notice tone="warn">{t.unverifiedWhy}</Notice>}
      {duty.dueRule === null && duty.once === null && <Notice tone="warn">{t.waitsDue}</Notice>}
      {duty.endedReason && <Notice tone="info">{duty.endedReason}</Notice>}
      {props.understood && (
        <Panel title={t.due}>
          <UnderstoodAs understood={props.understood} />
        </Panel>
      )}
      {(duty.early || props.isEarly) && (
        <EarlyPanel
          duty={duty}
          mayChange={mayChange}
          kept={props.kept?.form === 'early' ? props.kept : undefined}
        />
      )}
      <Panel>
        <Facts {...props} />
      </Panel>
      {mayChange && <End {...props} />}
    </>
  )
}

function Actions({ duty }: { duty: Duty }) {
  const t = words(dutyTexts, useRequest().locale)
  return (
    <>
      {duty.state === 'proposed' && duty.dueRule !== null && (
        <Form action="/reporting/duties/confirmations" bare>
          <input type="hidden" name="ids" value={String(duty.id)} />
          <Button icon="check">{t.confirm}</Button>
        </Form>
      )}
      <ButtonLink
        kind="secondary"
        icon="edit"
        href={`/reporting/duties/${duty.id}/${duty.once ? 'one-off' : 'editor'}`}
      >
        {t.edit}
      </ButtonLink>
    </>
  )
}

function Facts(props: DutyPageProps) {
  const { locale } = useRequest()
  const t = words(dutyTexts, locale)
  const once = words(oneOffTexts, locale)
  const { duty, parent } = props
  const kind = kindWords[duty.periodKind][locale]
  return (
    <SummaryList
      facts={[
        { label: t.period, value: duty.parts ? `${kind} ${duty.parts.join(', ')}` : kind },
        duty.once && {
          label: once.window,
          value: (
            <>
              {once.figuresOf(showDay(duty.once.from), showDay(duty.once.to))};{' '}
              <strong>{`${t.due.toLowerCase()} ${showDay(duty.once.due)}`}</strong>
            </>
          ),
        },
        !duty.once && { label: t.cutoffSet, value: props.cutoffName?.[locale] ?? t.byCalendar },
        !duty.once && { label: t.workingDays, value: workingDayWords[duty.workingDays][locale] },
        { label: t.to, value: props.toName },
        { label: t.via, value: props.viaName ?? '–' },
        {
          label: t.consolidatedBy,
          value: parent ? <a href={`/reporting/duties/${parent.id}`}>{parent.name}</a> : '–',
        },
        {
          label: t.scope,
          value: <Scope {...props} />,
        },
        !duty.once && { label: t.newUnits, value: newUnitWords[duty.newUnits][locale] },
        {
          label: t.valid,
          value: t.fromTo(showDay(duty.validFrom), duty.validTo && showDay(duty.validTo)),
        },
        {
          label: t.owedList,
          value: <OwedList {...props} />,
        },
        {
          label: t.history,
          value: <a href={`/administration/audit?subjectKind=duty&subjectId=${duty.id}`}>{t.history}</a>,
        },
      ].flatMap((f) => (f && (f.label !== t.history || props.maySet) ? [f] : []))}
    />
  )
}

function Scope(props: DutyPageProps) {
  const t = words(dutyTexts, useRequest().locale)
  return (
    <>
      {[...props.groupNames, ...props.unitNames].join('; ')}
      {props.exemptNames.length > 0 && (
        <>
          {' '}
          <span class="soft">
            ({t.exempt.toLowerCase()}: {props.exemptNames.join('; ')})
          </span>
        </>
      )}
      <br />
      <span class="soft">
        {t.owersToday}: {t.owers(props.owers)}
      </span>
    </>
  )
}

function OwedList({ duty, owed, maySet }: DutyPageProps) {
  const remind = words(reminderTexts, useRequest().locale)
  return (
    <>
      <a href={`/reporting/calendar?duty=${duty.id}&view=list`}>{String(owed)}</a>
      {maySet && duty.state === 'active' && (
        <>
          {' · '}
          <a href={`/reporting/duties/${duty.id}/reminders`}>{remind.remindAll}</a>
        </>
      )}
    </>
  )
}

function End({ duty, kept: back }: DutyPageProps) {
  const kept = back?.form === 'ending' ? back : undefined
  const t = words(dutyTexts, useRequest().locale)
  const once = words(oneOffTexts, useRequest().locale)
  const proposed = duty.state === 'proposed'
  const says = duty.once ? once.callOff : proposed ? t.reject : t.end
  return (
    <Panel>
      <Details summary={says} open={kept !== undefined}>
        <Form action={`/reporting/duties/${duty.id}/ending`} values={kept?.values} faults={kept?.faults}>
          {duty.once && <p class="soft">{once.callOffWhy}</p>}
          {!proposed && !duty.once && <DateInput name="day" label={t.endDay} hint={t.endHint} />}
          <TextArea name="reason" label={t.reason} rows={2} limit={1000} />
          <Button kind="danger">{says}</Button>
        </Form>
      </Details>
    </Panel>
  )
}
