import type { Fault } from '../../../../lib/errors.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonGroup, ButtonLink } from '../../../../ui/button.tsx'
import { Radios } from '../../../../ui/choices.tsx'
import { Combobox } from '../../../../ui/combobox.tsx'
import { DateInput } from '../../../../ui/date-input.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form, type FormValues } from '../../../../ui/form.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Select } from '../../../../ui/select.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import { askers, type Dialogue, dialogueAddress, dialogueKinds, dialoguesAddress } from '../dialogue.ts'
import { askerWords, kindWords, texts } from '../dialogues.texts.ts'

type Units = readonly { id: number; name: string }[]
const optionsOf = (units: Units) => units.map((u) => ({ value: String(u.id), label: u.name }))

export interface QuestionFormPageProps {
  dialogue: Dialogue
  units: Units
  topics: readonly { code: string; vi: string; en: string }[]
  values: FormValues
  faults: readonly Fault[]
}

export function QuestionFormPage({ dialogue: d, units, topics, values, faults }: QuestionFormPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const at = dialogueAddress(d.id)
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead kicker={d.title} title={t.addQuestion} lead={t.addLead} />
      <Form action={`${at}/questions`} values={values} faults={faults} draft={`dialogue-${d.id}-question`}>
        <TextArea name="question" label={t.question} rows={3} limit={2000} />
        <Radios
          name="asker"
          label={t.asker}
          inline
          choices={askers.map((a) => ({ value: a, label: askerWords[a][locale] }))}
        />
        <TextInput name="place" label={t.askerPlace} maxlength={300} optional />
        <Radios
          name="when"
          label={t.when}
          inline
          choices={[
            { value: 'hall', label: t.inHall },
            { value: 'beforehand', label: t.beforehand },
          ]}
        />
        <Select
          name="topic"
          label={t.topic}
          empty
          options={topics.map((x) => ({ value: x.code, label: x[locale] }))}
        />
        <Combobox name="answerUnitId" label={t.answerUnit} empty options={optionsOf(units)} />
        <Radios
          name="outcome"
          label={t.outcome}
          choices={[
            { value: 'later', label: t.later, more: <DateInput name="dueDay" label={t.due} /> },
            { value: 'now', label: t.now, more: <AnswerFields /> },
          ]}
        />
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

/** The answer, and what it promises. */
export function AnswerFields() {
  const t = words(texts, useRequest().locale)
  return (
    <>
      <TextArea name="answer" label={t.answer} rows={5} limit={4000} />
      <TextInput name="promise" label={t.promise} hint={t.promiseHint} maxlength={1000} optional />
      <DateInput name="promiseDay" label={t.promiseDay} optional />
    </>
  )
}

export interface DialogueFormPageProps {
  /** Null: a new one. */
  dialogue: Dialogue | null
  units: Units
  values: FormValues
  faults: readonly Fault[]
}

export function DialogueFormPage({ dialogue: d, units, values, faults }: DialogueFormPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const back = d ? dialogueAddress(d.id) : dialoguesAddress
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead
        title={d ? t.edit : t.new}
        {...(d ? { kicker: d.title } : {})}
        {...(d?.publishedAt ? { lead: t.editPublic } : {})}
      />
      <Form action={back} values={values} faults={faults} draft={d ? `dialogue-${d.id}` : 'dialogue'}>
        {d && <input type="hidden" name="revision" value={String(values['revision'] ?? '')} />}
        <Radios
          name="kind"
          label={t.kind}
          inline
          choices={dialogueKinds.map((k) => ({ value: k, label: kindWords[k][locale] }))}
        />
        <TextInput name="title" label={t.title} maxlength={300} />
        <DateInput name="day" label={t.day} />
        <TextInput name="place" label={t.place} maxlength={300} />
        <TextInput name="chair" label={t.chair} maxlength={300} />
        <Combobox name="unitId" label={t.unit} empty options={optionsOf(units)} />
        <TextArea name="about" label={t.about} rows={4} limit={4000} optional />
        {d && (
          <TextArea
            name="conclusion"
            label={t.conclusion}
            hint={t.conclusionHint}
            rows={5}
            limit={8000}
            optional
          />
        )}
        <ButtonGroup>
          <Button icon="done">{t.save}</Button>
          <ButtonLink kind="quiet" href={back}>
            {t.cancel}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </>
  )
}
