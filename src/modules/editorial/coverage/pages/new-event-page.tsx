import type { Fault } from '../../../../lib/errors.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button } from '../../../../ui/button.tsx'
import { Combobox } from '../../../../ui/combobox.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form, type FormValues } from '../../../../ui/form.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { TextArea } from '../../../../ui/text-area.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import type { Choices } from '../../items/choices.ts'
import { texts } from '../coverage.texts.ts'

export interface NewEventPageProps {
  choices: Choices
  values: FormValues
  faults: readonly Fault[]
}

export function NewEventPage({ choices, values, faults }: NewEventPageProps) {
  const t = words(texts, useRequest().locale)
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead title={t.newEvent} />
      <Form action="/desk/events" values={values} faults={faults}>
        <TextInput name="title" label={t.title} maxlength={300} />
        <TextInput name="starts" label={t.starts} hint={t.momentHint} width="m" />
        <TextInput name="ends" label={t.ends} hint={t.momentHint} width="m" optional />
        <TextInput name="place" label={t.place} optional />
        <Combobox
          name="unitId"
          label={t.unit}
          options={choices.units.map((u) => ({ value: String(u.id), label: u.name }))}
        />
        <TextArea name="about" label={t.about} rows={4} optional />
        <Combobox
          name="taskId"
          label={t.task}
          empty={t.none}
          options={choices.tasks.map((k) => ({ value: String(k.id), label: k.content.slice(0, 110) }))}
          optional
        />
        <Button icon="done">{t.save}</Button>
      </Form>
    </>
  )
}
