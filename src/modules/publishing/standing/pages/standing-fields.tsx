import { words } from '../../../../lib/text/words.ts'
import { Combobox } from '../../../../ui/combobox.tsx'
import { DateInput } from '../../../../ui/date-input.tsx'
import { FileInput } from '../../../../ui/file-input.tsx'
import { NumberInput } from '../../../../ui/number-input.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Select } from '../../../../ui/select.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import { standingKinds, texts } from '../standing.texts.ts'

export interface StandingChoices {
  units: readonly { id: number; name: string }[]
  communes: readonly { id: number; name: string }[]
  items: readonly { id: number; title: string }[]
  names: ReadonlyMap<number, string>
}

export function optionsOf(units: readonly { id: number; name: string }[]) {
  return units.map((u) => ({ value: String(u.id), label: u.name }))
}

/** The fields of a line of what stands where; `hasPhoto`: a new photo replaces the one that is there. */
export function StandingFields({ choices, hasPhoto }: { choices: StandingChoices; hasPhoto: boolean }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const kinds = Object.entries(standingKinds).map(([value, k]) => ({ value, label: k[locale] }))
  const items = choices.items.map((i) => ({ value: String(i.id), label: i.title }))
  return (
    <>
      <div class="columns">
        <Select name="kind" label={t.kind} empty options={kinds} />
        <TextInput name="what" label={t.what} />
        <Combobox name="commune" label={t.commune} optional empty options={optionsOf(choices.communes)} />
        <TextInput name="place" label={t.place} hint={t.placeHint} />
        <Combobox name="unit" label={t.unit} empty options={optionsOf(choices.units)} />
        <NumberInput name="quantity" label={t.quantity} width="s" />
        <DateInput name="fromDay" label={t.fromDay} />
        <DateInput name="toDay" label={t.toDay} optional />
        <NumberInput name="visitors" label={t.visitors} hint={t.visitorsHint} optional width="s" />
        <Combobox name="item" label={t.item} optional empty options={items} />
      </div>
      <TextInput name="note" label={t.note} optional width="l" />
      <FileInput
        name="photo"
        label={t.photoStart}
        hint={hasPhoto ? t.keepPhoto : undefined}
        optional
        accept="image/*"
        camera
      />
    </>
  )
}
