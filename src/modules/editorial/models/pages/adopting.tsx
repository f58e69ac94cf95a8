import { words } from '../../../../lib/text/words.ts'
import { Button } from '../../../../ui/button.tsx'
import { Checkboxes } from '../../../../ui/choices.tsx'
import { Combobox } from '../../../../ui/combobox.tsx'
import { DateInput } from '../../../../ui/date-input.tsx'
import { Details } from '../../../../ui/details.tsx'
import { Form } from '../../../../ui/form.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Select } from '../../../../ui/select.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import { modelAddress, toldStages } from '../model.ts'
import { stageWords, texts } from '../models.texts.ts'
import type { ModelPageProps } from './model-props.ts'

const tellFields = ['unitId', 'stage', 'sinceDay', 'result', 'address']

/** A unit says how far it is; again, whenever that changes. */
export function Tell({ model, own, values, faults }: ModelPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <Details summary={t.tell} open={faults.some((f) => tellFields.includes(f.field ?? ''))}>
      <Form action={`${modelAddress(model.id)}/adoptions`} values={values} faults={faults}>
        <Combobox
          name="unitId"
          label={t.adopter}
          empty
          options={own.map((u) => ({ value: String(u.id), label: u.name }))}
        />
        <Select
          name="stage"
          label={t.stage}
          empty
          options={toldStages.map((s) => ({ value: s, label: stageWords[s][locale] }))}
        />
        <DateInput name="sinceDay" label={t.sinceWhen} optional />
        <TextArea name="result" label={t.told} hint={t.toldHint} rows={3} optional />
        <TextInput name="address" label={t.address} type="url" optional />
        <Button icon="done">{t.tellButton}</Button>
      </Form>
    </Details>
  )
}

/** Which units are asked to take it over, and by when they are to say. */
export function Call({ model, askable, values, faults }: ModelPageProps) {
  const t = words(texts, useRequest().locale)
  const own = ['unitIds', 'answerBy']
  return (
    <Details summary={t.call} open={faults.some((f) => own.includes(f.field ?? ''))}>
      <p>{t.callWhy}</p>
      <Form action={`${modelAddress(model.id)}/calls`} values={values} faults={faults}>
        <DateInput name="answerBy" label={t.answerBy} />
        <Checkboxes
          name="unitIds"
          label={t.callUnits}
          choices={askable.map((u) => ({ value: String(u.id), label: u.name }))}
        />
        <Button kind="secondary" icon="megaphone">
          {t.callButton}
        </Button>
      </Form>
    </Details>
  )
}
