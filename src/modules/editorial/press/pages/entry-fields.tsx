import { words } from '../../../../lib/text/words.ts'
import { Combobox } from '../../../../ui/combobox.tsx'
import { DateInput } from '../../../../ui/date-input.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Select } from '../../../../ui/select.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import { type Outlet, stances } from '../../outlet.ts'
import { stanceWords, texts } from '../press.texts.ts'
import { OrientationField } from './orientation-field.tsx'

export interface EntryChoices {
  outlets: readonly Outlet[]
  units: readonly { id: number; name: string }[]
  /** Texts of the desk that an outlet may have run. */
  items: readonly { id: number; title: string }[]
  /** Orientations that it may follow. */
  orientations: readonly { id: number; title: string }[]
}

/** What is known of a piece of the press; the same for a new entry and for one that is put right. */
export function EntryFields({ outlets, units, items, orientations }: EntryChoices) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <>
      <DateInput name="day" label={t.day} />
      <Select
        name="outletId"
        label={t.outlet}
        empty
        options={outlets.map((o) => ({ value: String(o.id), label: o.name }))}
      />
      <TextInput name="edition" label={t.edition} hint={t.editionHint} maxlength={100} optional />
      <TextInput name="title" label={t.title} maxlength={300} />
      <Select
        name="stance"
        label={t.stance}
        id="new-stance"
        options={stances.map((s) => ({ value: s, label: stanceWords[s][locale] }))}
      />
      <TextInput name="address" label={t.address} hint={t.addressHint} type="url" optional />
      <TextArea name="summary" label={t.summary} rows={3} limit={2000} optional />
      <Combobox
        name="unitId"
        label={t.aboutUnit}
        empty={t.none}
        options={units.map((u) => ({ value: String(u.id), label: u.name }))}
        optional
      />
      <Combobox
        name="itemId"
        label={t.ownText}
        hint={t.ownTextHint}
        empty={t.notOwn}
        options={items.map((i) => ({ value: String(i.id), label: i.title }))}
        optional
      />
      <OrientationField orientations={orientations} hint={t.followsHint} />
    </>
  )
}
