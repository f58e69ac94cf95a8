import type { Fault } from '../../../../lib/errors.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonGroup, ButtonLink } from '../../../../ui/button.tsx'
import { Checkboxes, Radios } from '../../../../ui/choices.tsx'
import { Combobox } from '../../../../ui/combobox.tsx'
import { DateInput } from '../../../../ui/date-input.tsx'
import { Details } from '../../../../ui/details.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form, type FormValues } from '../../../../ui/form.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Select } from '../../../../ui/select.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import { contactAddress, contactsAddress, ways } from '../../message.ts'
import type { Contact } from '../contact.ts'
import { texts, wayWords } from '../contacts.texts.ts'

export interface ContactFormPageProps {
  units: readonly { id: number; name: string }[]
  /** Those for which the actor may write. */
  own: readonly { id: number; name: string }[]
  topics: readonly { code: string; vi: string; en: string }[]
  values: FormValues
  faults: readonly Fault[]
}

/** Filled in while somebody is on the line: three fields, the rest has its usual value. */
export function ContactFormPage(props: ContactFormPageProps) {
  const t = words(texts, useRequest().locale)
  const { values, faults } = props
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead title={t.new} lead={t.newLead} />
      <Form action={contactsAddress} values={values} faults={faults}>
        <TextArea name="question" label={t.question} rows={3} limit={2000} />
        <Topic topics={props.topics} />
        <Way />
        <Outcome {...props} />
        <Checkboxes
          name="wantsCall"
          label={t.wantsCall}
          optional
          hint={t.wantsCallHint}
          choices={[
            {
              value: 'yes',
              label: t.yesCall,
              more: (
                <>
                  <TextInput name="callerName" label={t.callerName} maxlength={200} optional />
                  <TextInput name="callerPhone" label={t.callerPhone} type="tel" inputmode="tel" width="m" />
                </>
              ),
            },
          ]}
        />
        <Moment {...props} />
        <ButtonGroup>
          <Button icon="done">{t.save}</Button>
          <Button icon="add" kind="secondary" name="next" value="yes">
            {t.saveNext}
          </Button>
          <ButtonLink kind="quiet" href={contactsAddress}>
            {t.cancel}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </>
  )
}

function Topic({ topics }: Pick<ContactFormPageProps, 'topics'>) {
  const { locale } = useRequest()
  const options = topics.map((x) => ({ value: x.code, label: x[locale] }))
  return <Select name="topic" label={texts.topic[locale]} empty options={options} />
}

function Way() {
  const { locale } = useRequest()
  const choices = ways.map((w) => ({ value: w, label: wayWords[w][locale] }))
  return <Radios name="way" label={texts.way[locale]} inline choices={choices} />
}

function Outcome({ units }: ContactFormPageProps) {
  const t = words(texts, useRequest().locale)
  const options = units.map((u) => ({ value: String(u.id), label: u.name }))
  return (
    <Radios
      name="outcome"
      label={t.outcome}
      choices={[
        {
          value: 'answered',
          label: t.isAnswered,
          more: <TextArea name="answer" label={t.answer} rows={3} limit={2000} />,
        },
        {
          value: 'passed',
          label: t.isPassed,
          more: (
            <>
              <Combobox name="toUnitId" label={t.to} empty options={options} />
              <DateInput name="passedDue" label={t.due} />
            </>
          ),
        },
        { value: 'kept', label: t.isKept, more: <DateInput name="keptDue" label={t.due} /> },
      ]}
    />
  )
}

function Moment({ own, faults }: ContactFormPageProps) {
  const t = words(texts, useRequest().locale)
  const isWrong = faults.some((f) => ['day', 'time', 'unitId'].includes(f.field ?? ''))
  return (
    <Details summary={t.more} open={isWrong}>
      <DateInput name="day" label={t.day} />
      <TextInput name="time" label={t.time} hint={t.timeHint} width="s" maxlength={5} />
      <Select
        name="unitId"
        label={t.unit}
        options={own.map((u) => ({ value: String(u.id), label: u.name }))}
      />
    </Details>
  )
}

export interface CorrectionPageProps {
  contact: Contact
  /** The answer is of the unit that wrote the question down, and can be put right with it. */
  hasAnswer: boolean
  topics: ContactFormPageProps['topics']
  values: FormValues
  faults: readonly Fault[]
}

/** What was written down in a hurry, put right. */
export function CorrectionPage({ contact, hasAnswer, topics, values, faults }: CorrectionPageProps) {
  const t = words(texts, useRequest().locale)
  const at = contactAddress(contact.id)
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead title={t.correct} lead={t.newLead} />
      <Form action={at} values={values} faults={faults}>
        <input type="hidden" name="revision" value={String(values['revision'] ?? '')} />
        <TextArea name="question" label={t.question} rows={3} limit={2000} />
        <Topic topics={topics} />
        <Way />
        {hasAnswer && <TextArea name="answer" label={t.answer} rows={4} limit={2000} />}
        <ButtonGroup>
          <Button icon="done">{t.save}</Button>
          <ButtonLink kind="quiet" href={at}>
            {t.cancel}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </>
  )
}
