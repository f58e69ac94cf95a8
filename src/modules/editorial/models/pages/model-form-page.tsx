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
import { type Model, modelAddress, modelKinds, modelsAddress } from '../model.ts'
import { modelKindWords, texts } from '../models.texts.ts'

export interface ModelFormPageProps {
  /** Null: a new one. */
  model: Pick<Model, 'id' | 'name'> | null
  units: readonly { id: number; name: string }[]
  topics: readonly { code: string; vi: string; en: string }[]
  values: FormValues
  faults: readonly Fault[]
}

export function ModelFormPage({ model, units, topics, values, faults }: ModelFormPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead title={model ? t.editTitle : t.newModel} {...(model ? { kicker: model.name } : {})} />
      <Form
        action={model ? modelAddress(model.id) : modelsAddress}
        values={values}
        faults={faults}
        draft={model ? `model-${model.id}` : 'model'}
      >
        {model && <input type="hidden" name="revision" value={String(values['revision'] ?? '')} />}
        <Select
          name="kind"
          label={t.kind}
          options={modelKinds.map((k) => ({ value: k, label: modelKindWords[k][locale] }))}
        />
        <TextInput name="name" label={t.name} hint={t.nameHint} maxlength={300} />
        <TextInput name="subject" label={t.subject} maxlength={300} />
        <Combobox
          name="unitId"
          label={t.unit}
          empty
          options={units.map((u) => ({ value: String(u.id), label: u.name }))}
        />
        <Select
          name="topic"
          label={t.topic}
          empty={t.noTopic}
          options={topics.map((x) => ({ value: x.code, label: x[locale] }))}
          optional
        />
        <DateInput name="sinceDay" label={t.since} optional />
        <TextArea name="about" label={t.about} hint={t.aboutHint} rows={8} />
        <TextArea name="result" label={t.result} hint={t.resultHint} rows={3} optional />
        <TextInput name="address" label={t.address} type="url" optional />
        <ButtonGroup>
          <Button icon="done">{t.save}</Button>
          <ButtonLink kind="quiet" href={model ? modelAddress(model.id) : modelsAddress}>
            {t.cancel}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </>
  )
}
