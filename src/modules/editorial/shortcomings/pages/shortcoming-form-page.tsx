import type { Fault } from '../../../../lib/errors.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonGroup, ButtonLink } from '../../../../ui/button.tsx'
import { Combobox } from '../../../../ui/combobox.tsx'
import { DateInput } from '../../../../ui/date-input.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form, type FormValues } from '../../../../ui/form.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Select } from '../../../../ui/select.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import { type Shortcoming, shortcomingAddress, shortcomingsAddress } from '../shortcoming.ts'
import { texts } from '../shortcomings.texts.ts'

export interface ShortcomingFormPageProps {
  /** Null: a new one. */
  shortcoming: Pick<Shortcoming, 'id' | 'title'> | null
  units: readonly { id: number; name: string }[]
  topics: readonly { code: string; vi: string; en: string }[]
  values: FormValues
  faults: readonly Fault[]
}

export function ShortcomingFormPage(props: ShortcomingFormPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { shortcoming: one, units, topics, values, faults } = props
  const back = one ? shortcomingAddress(one.id) : shortcomingsAddress
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead title={one ? t.editTitle : t.new} {...(one ? { kicker: one.title } : {})} />
      <Form
        action={back}
        values={values}
        faults={faults}
        draft={one ? `shortcoming-${one.id}` : 'shortcoming'}
      >
        {one && <input type="hidden" name="revision" value={String(values['revision'] ?? '')} />}
        <TextInput name="title" label={t.title} hint={t.titleHint} maxlength={300} />
        <TextArea name="about" label={t.about} rows={5} optional />
        <TextInput name="place" label={t.place} maxlength={300} optional />
        <Select
          name="topic"
          label={t.topic}
          empty={t.noTopic}
          options={topics.map((x) => ({ value: x.code, label: x[locale] }))}
          optional
        />
        <Combobox
          name="unitId"
          label={t.unit}
          empty
          options={units.map((u) => ({ value: String(u.id), label: u.name }))}
        />
        <TextInput name="personName" label={t.person} maxlength={200} optional />
        <TextArea name="remedy" label={t.remedy} rows={3} optional />
        <DateInput name="dueDay" label={t.due} />
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
