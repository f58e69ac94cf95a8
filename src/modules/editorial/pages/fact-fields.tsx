import { words } from '../../../lib/text/words.ts'
import { Combobox } from '../../../ui/combobox.tsx'
import { DateInput } from '../../../ui/date-input.tsx'
import { Fieldset } from '../../../ui/fieldset.tsx'
import { NumberInput } from '../../../ui/number-input.tsx'
import { useRequest } from '../../../ui/request.ts'
import { type Option, Select } from '../../../ui/select.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import type { FactField, PublicationKind } from '../../publishing/publication.ts'
import { texts } from '../editorial.texts.ts'
import { factName, fieldsOf } from '../items/facts-form.ts'

/** What a kind says beside its text, field by field. */
export function FactFields({ kind, documents }: { kind: PublicationKind; documents: readonly Option[] }) {
  const t = words(texts, useRequest().locale)
  const fields = fieldsOf(kind)
  if (fields.length === 0) return null
  return (
    <Fieldset legend={t.facts}>
      {fields.map((field) => (
        <OneFact field={field} documents={documents} key={field.name} />
      ))}
    </Fieldset>
  )
}

function OneFact({ field, documents }: { field: FactField; documents: readonly Option[] }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const common = { name: factName(field), label: field[locale], optional: field.required !== true }
  switch (field.type) {
    case 'document':
      return <Combobox {...common} hint={t.libraryHint} empty={t.libraryNew} options={documents} />
    case 'day':
      return <DateInput {...common} />
    case 'number':
      return <NumberInput {...common} />
    case 'long':
      return <TextArea {...common} rows={3} />
    case 'transcript':
      return <TextArea {...common} rows={8} hint={t.transcriptHint} />
    case 'series':
      return <TextArea {...common} rows={6} hint={t.seriesHint} />
    case 'moment':
      return <TextInput {...common} hint={t.momentHint} />
    case 'address':
      return <TextInput {...common} type="url" />
    case 'choice':
      return (
        <Select
          {...common}
          empty
          options={(field.choices ?? []).map((c) => ({ value: c.value, label: c[locale] }))}
        />
      )
    case 'text':
      return <TextInput {...common} />
  }
}
