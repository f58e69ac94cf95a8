import type { Fault } from '../../../../lib/errors.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonGroup, ButtonLink } from '../../../../ui/button.tsx'
import { Checkboxes } from '../../../../ui/choices.tsx'
import { Combobox } from '../../../../ui/combobox.tsx'
import { Details } from '../../../../ui/details.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form, type FormValues } from '../../../../ui/form.tsx'
import { GroupedCheckboxes } from '../../../../ui/grouped-choices.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { TextArea } from '../../../../ui/text-area.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import type { Choices } from '../../items/choices.ts'
import { texts } from '../coverage.texts.ts'
import { coverageAddress, eventAddress } from '../event.ts'

export interface NewEventPageProps {
  choices: Choices
  values: FormValues
  faults: readonly Fault[]
  /** Of the event that is changed; null: a new one. */
  id: number | null
}

export function NewEventPage({ choices, values, faults, id }: NewEventPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const named = (c: { code: string; vi: string; en: string }) => ({ value: c.code, label: c[locale] })
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead title={id === null ? t.newEvent : t.changeEvent} />
      <Form action={id === null ? '/desk/events' : eventAddress(id)} values={values} faults={faults}>
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
        <Details summary={t.labels}>
          <div class="stack">
            <p class="hint">{t.labelsHint}</p>
            <GroupedCheckboxes
              name="themeCodes"
              label={t.themes}
              choices={choices.themes.map((one) => ({ ...named(one), under: one.under }))}
              optional
            />
            <Checkboxes
              name="audienceCodes"
              label={t.audiences}
              choices={choices.audiences.map(named)}
              optional
            />
          </div>
        </Details>
        <ButtonGroup>
          <Button icon="done">{t.save}</Button>
          <ButtonLink kind="quiet" href={id === null ? coverageAddress : eventAddress(id)}>
            {t.cancel}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </>
  )
}
