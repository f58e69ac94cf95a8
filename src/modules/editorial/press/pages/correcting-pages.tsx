import type { Fault } from '../../../../lib/errors.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonGroup, ButtonLink } from '../../../../ui/button.tsx'
import { Checkboxes } from '../../../../ui/choices.tsx'
import { DateInput } from '../../../../ui/date-input.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form, type FormValues } from '../../../../ui/form.tsx'
import { NumberInput } from '../../../../ui/number-input.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { StatusTag } from '../../../../ui/tag.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import {
  type Correction,
  type Orientation,
  type Outlet,
  orientationAddress,
  type PressEntry,
  pressAddress,
} from '../../outlet.ts'
import { correctionTexts } from '../corrections.texts.ts'
import { texts } from '../press.texts.ts'
import { Corrections, ReasonField, shown, TakeOut } from './corrections.tsx'
import { type EntryChoices, EntryFields } from './entry-fields.tsx'
import { ServedTasks, type TaskChoice } from './served-tasks.tsx'

export interface CorrectEntryPageProps extends EntryChoices {
  entry: PressEntry
  seen: number
  values: FormValues
  faults: readonly Fault[]
}

export function CorrectEntryPage(props: CorrectEntryPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const k = words(correctionTexts, locale)
  const { entry, values, faults } = props
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead kicker={entry.title} title={k.correctEntry} />
      <Form action={`${pressAddress(entry.id)}/correction`} values={values} faults={faults}>
        <EntryFields {...props} />
        <ReasonField seen={props.seen} />
        <ButtonGroup>
          <Button icon="done">{t.save}</Button>
          <ButtonLink kind="quiet" href={pressAddress(entry.id)}>
            {t.cancel}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </>
  )
}

export interface CorrectOrientationPageProps {
  orientation: Orientation
  corrections: readonly Correction[]
  tasks: readonly TaskChoice[]
  /** Outlets in use that have not had it. */
  further: readonly Outlet[]
  mayKeep: boolean
  values: FormValues
  faults: readonly Fault[]
}

/** The words of an orientation put right, taken back, and what they were before. */
export function CorrectOrientationPage(props: CorrectOrientationPageProps) {
  const { locale } = useRequest()
  const k = words(correctionTexts, locale)
  const { orientation, faults, values, corrections } = props
  const isOpen = props.mayKeep && !orientation.withdrawnAt
  const taking = faults.length > 0 && faults.every((f) => f.field === 'why') && values['title'] === undefined
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead
        kicker={orientation.title}
        title={isOpen ? k.correctOrientation : k.history}
        {...(isOpen ? { lead: k.correctOrientationLead } : {})}
        tags={
          orientation.withdrawnAt && (
            <StatusTag look={{ tone: 'bad', icon: 'stop' }}>{k.isWithdrawn}</StatusTag>
          )
        }
      />
      {isOpen && !taking && <Rewrite {...props} />}
      {isOpen && (taking || faults.length === 0) && (
        <TakeOut
          action={`${orientationAddress(orientation.id)}/withdrawal`}
          summary={k.withdrawOrientation}
          words={k.withdrawOrientationWhy}
          label={k.withdrawOrientation}
          seen={corrections[0]?.id ?? 0}
          values={taking ? values : {}}
          faults={faults}
          id="withdraw-why"
        />
      )}
      <Corrections corrections={corrections} changes={(c) => changesOf(props, c)} />
    </>
  )
}

function Rewrite({ orientation, corrections, further, tasks, values, faults }: CorrectOrientationPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const k = words(correctionTexts, locale)
  return (
    <Form action={`${orientationAddress(orientation.id)}/correction`} values={values} faults={faults}>
      <TextInput name="title" label={t.orientationTitle} maxlength={300} />
      <TextArea name="body" label={t.orientationBody} rows={8} />
      <DateInput name="fromDay" label={t.from} />
      <DateInput name="toDay" label={t.until} optional />
      <ServedTasks tasks={tasks} values={values} faults={faults} />
      <NumberInput name="silentDays" label={t.silentDays} hint={t.silentDaysHint} width="s" />
      {further.length > 0 && (
        <Checkboxes
          name="outletIds"
          label={k.further}
          choices={further.map((o) => ({ value: String(o.id), label: o.name }))}
          optional
        />
      )}
      <ReasonField seen={corrections[0]?.id ?? 0} />
      <ButtonGroup>
        <Button icon="send">{k.saveAndSend}</Button>
        <ButtonLink kind="quiet" href={orientationAddress(orientation.id)}>
          {t.cancel}
        </ButtonLink>
      </ButtonGroup>
    </Form>
  )
}

function changesOf({ orientation, corrections }: CorrectOrientationPageProps, c: Correction) {
  const t = words(texts, useRequest().locale)
  const next = corrections[corrections.indexOf(c) - 1]
  const after: Readonly<Record<string, unknown>> = next ? next.was : { ...orientation }
  const fields = [
    ['title', t.orientationTitle],
    ['body', t.orientationBody],
    ['fromDay', t.from],
    ['toDay', t.until],
  ] as const
  return fields
    .filter(([key]) => c.was[key] !== after[key])
    .map(([key, field]) => ({ field, before: shown(c.was[key]), after: shown(after[key]) }))
}
