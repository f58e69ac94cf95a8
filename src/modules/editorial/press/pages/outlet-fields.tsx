import { words } from '../../../../lib/text/words.ts'
import { Combobox } from '../../../../ui/combobox.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Select } from '../../../../ui/select.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import { outletKinds } from '../../outlet.ts'
import { outletKindWords, texts } from '../press.texts.ts'

export function OutletFields({ units }: { units: readonly { id: number; name: string }[] }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <>
      <TextInput name="name" label={t.outletName} maxlength={200} />
      <Select
        name="kind"
        label={t.kind}
        options={outletKinds.map((k) => ({ value: k, label: outletKindWords[k][locale] }))}
      />
      <TextArea name="editions" label={t.editions} hint={t.editionsHint} rows={3} optional />
      <Combobox
        name="unitId"
        label={t.ownUnit}
        empty
        options={units.map((u) => ({ value: String(u.id), label: u.name }))}
        optional
      />
      <TextInput name="email" label={t.email} type="email" optional />
      <TextInput name="webAddress" label={t.site} type="url" optional />
    </>
  )
}
