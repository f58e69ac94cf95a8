import { words } from '../../../lib/text/words.ts'
import { Checkboxes } from '../../../ui/choices.tsx'
import { Combobox } from '../../../ui/combobox.tsx'
import { DateInput } from '../../../ui/date-input.tsx'
import { Details } from '../../../ui/details.tsx'
import { GroupedCheckboxes } from '../../../ui/grouped-choices.tsx'
import { useRequest } from '../../../ui/request.ts'
import { Select } from '../../../ui/select.tsx'
import { texts } from '../editorial.texts.ts'
import type { Choices } from '../items/choices.ts'
import { OrientationField } from '../press/pages/orientation-field.tsx'

/** Unit, task, labels, column, topics and review day: about the item, not part of its text. */
export function ParticularFields({ choices }: { choices: Choices }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const named = (c: { code: string; vi: string; en: string }) => ({ value: c.code, label: c[locale] })
  return (
    <>
      <Combobox
        name="unitId"
        label={t.unit}
        options={choices.units.map((u) => ({ value: String(u.id), label: u.name }))}
      />
      <Combobox
        name="taskId"
        label={t.task}
        hint={t.taskHint}
        empty={t.none}
        options={choices.tasks.map((k) => ({ value: String(k.id), label: shortened(k.content) }))}
        optional
      />
      <OrientationField orientations={choices.orientations} />
      {choices.columns.length > 0 && (
        <Select
          name="columnId"
          label={t.column}
          empty={t.none}
          options={choices.columns.map((c) => ({ value: String(c.id), label: c[locale] }))}
          optional
        />
      )}
      <Checkboxes name="topics" label={t.topics} choices={choices.topics.map(named)} optional />
      <Details summary={t.particulars}>
        <div class="stack">
          <Combobox
            name="formCode"
            label={t.form}
            empty={t.none}
            options={choices.forms.map(named)}
            optional
          />
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
          <DateInput name="reviewBy" label={t.reviewBy} hint={t.reviewByHint} optional />
        </div>
      </Details>
    </>
  )
}

function shortened(text: string): string {
  return text.length <= 110 ? text : `${text.slice(0, 108).replace(/\s+\S*$/, '')}…`
}
