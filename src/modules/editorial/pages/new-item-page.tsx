import type { Fault } from '../../../lib/errors.ts'
import { words } from '../../../lib/text/words.ts'
import { Button, ButtonGroup, ButtonLink } from '../../../ui/button.tsx'
import { Combobox } from '../../../ui/combobox.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form, type FormValues } from '../../../ui/form.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { useRequest } from '../../../ui/request.ts'
import { Select } from '../../../ui/select.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { publicationKinds, publicationLanguages } from '../../publishing/publication.ts'
import { texts } from '../editorial.texts.ts'
import type { Choices } from '../items/choices.ts'
import { texts as translationTexts } from '../items/translations.texts.ts'
import { ParticularFields } from './particulars-form.tsx'

export interface NewItemPageProps {
  choices: Choices
  values: FormValues
  faults: readonly Fault[]
}

export function NewItemPage({ choices, values, faults }: NewItemPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const tr = words(translationTexts, locale)
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead title={t.newItem} />
      <Form action="/desk/items" values={values} faults={faults}>
        <TextInput name="title" label={t.title} hint={t.titleHint} maxlength={300} />
        <Select
          name="kind"
          label={t.kind}
          hint={t.kindHint}
          options={Object.entries(publicationKinds).map(([value, kind]) => ({ value, label: kind[locale] }))}
        />
        <Select
          name="language"
          label={t.language}
          options={Object.entries(publicationLanguages).map(([value, name]) => ({
            value,
            label: name[locale],
          }))}
        />
        <Combobox
          name="translationOf"
          label={tr.of}
          hint={tr.ofHint}
          empty={t.none}
          options={choices.masters.map((m) => ({ value: String(m.id), label: m.title }))}
          optional
        />
        <ParticularFields choices={choices} />
        <ButtonGroup>
          <Button icon="edit">{t.begin}</Button>
          <ButtonLink kind="quiet" href="/desk">
            {t.desk}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </>
  )
}
