import { dayOf, showDay, showTime } from '../../../lib/calendar/day.ts'
import type { Fault } from '../../../lib/errors.ts'
import { words } from '../../../lib/text/words.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkboxes } from '../../../ui/choices.tsx'
import { Details } from '../../../ui/details.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form, type FormValues } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { useRequest } from '../../../ui/request.ts'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { StatusTag } from '../../../ui/tag.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import {
  type Initiative,
  type InitiativeState,
  type InitiativeStep,
  initiativesAddress,
  publicAddress,
} from '../initiative.ts'
import { stateWords } from '../initiatives.texts.ts'
import { stateLooks } from '../looks.ts'
import { portalTexts } from '../portal.texts.ts'
import { type Field, nameOf, Paragraphs } from './public-pages.tsx'

export function FollowPage({ values, faults }: { values: FormValues; faults: readonly Fault[] }) {
  const w = words(portalTexts, useRequest().locale)
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead title={w.followTitle} lead={w.followLead} />
      <Form action={`${initiativesAddress}/follow`} values={values} faults={faults}>
        <TextInput name="code" label={w.code} maxlength={40} width="m" autocomplete="off" />
        <Button icon="search">{w.see}</Button>
      </Form>
    </>
  )
}

export interface FollowedPageProps {
  code: string
  initiative: Initiative
  hasPerson: boolean
  steps: readonly InitiativeStep[]
  into: { id: number; state: InitiativeState; isPublic: boolean } | null
  fields: readonly Field[]
  unitName: string | null
  faults: readonly Fault[]
}

/** What the sender sees: how it stands, every step with its answer, and the way to take it back. */
export function FollowedPage(props: FollowedPageProps) {
  const { locale } = useRequest()
  const w = words(portalTexts, locale)
  const { initiative: i, steps, into, faults } = props
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead
        kicker={w.yours(i.id)}
        title={i.title || stateWords[i.state][locale]}
        tags={<StatusTag look={stateLooks[i.state]}>{stateWords[i.state][locale]}</StatusTag>}
      />
      {into && (
        <Notice tone="info">
          <p>
            {w.into(into.id, stateWords[into.state][locale])}{' '}
            {into.isPublic && <a href={publicAddress(into.id)}>{w.see}</a>}
          </p>
        </Notice>
      )}
      <section aria-labelledby="steps" class="stack">
        <h2 id="steps">{w.steps}</h2>
        <ol class="plain-list">
          {steps.toReversed().map((s) => (
            <li key={s.at.getTime()}>
              <p>
                <b>{stateWords[s.state][locale]}</b>
              </p>
              <p class="story-facts">
                <time dateTime={s.at.toISOString()}>{showTime(s.at)}</time>
              </p>
              {s.words && <Paragraphs text={s.words} />}
            </li>
          ))}
        </ol>
      </section>
      <Facts {...props} />
      <Withdraw {...props} />
    </>
  )
}

function Facts({ initiative: i, hasPerson, fields, unitName }: FollowedPageProps) {
  const { locale } = useRequest()
  const w = words(portalTexts, locale)
  const isDue = i.dueDay && ['assigned', 'trial'].includes(i.state)
  return (
    <SummaryList
      facts={[
        { label: w.sentOn, value: showDay(dayOf(i.receivedAt)) },
        { label: w.field, value: nameOf(fields, i.topic, locale) },
        ...(unitName ? [{ label: w.unit, value: unitName }] : []),
        ...(isDue && i.dueDay ? [{ label: w.due, value: showDay(i.dueDay) }] : []),
        ...(i.publishedAt
          ? [{ label: w.mayPublishTitle, value: <a href={publicAddress(i.id)}>{w.isPublic}</a> }]
          : []),
        { label: w.kept, value: hasPerson ? w.keptYes : w.keptNo },
      ]}
    />
  )
}

function Withdraw({ code, initiative: i, faults }: FollowedPageProps) {
  const w = words(portalTexts, useRequest().locale)
  if (i.state === 'withdrawn') return null
  const isWorkedOn = ['accepted', 'assigned', 'trial', 'applied'].includes(i.state)
  return (
    <Details summary={w.withdraw} open={faults.length > 0}>
      <p>{isWorkedOn ? w.withdrawPerson : w.withdrawAll}</p>
      <Form action={`${initiativesAddress}/withdrawal`} faults={faults}>
        <input type="hidden" name="code" value={code} />
        <Checkboxes name="sure" label={w.sureTitle} choices={[{ value: 'yes', label: w.sure }]} />
        <Button kind="danger" icon="delete">
          {w.withdraw}
        </Button>
      </Form>
    </Details>
  )
}
