import { words } from '../../../../lib/text/words.ts'
import { DateInput } from '../../../../ui/date-input.tsx'
import { FilterBar } from '../../../../ui/filter-bar.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Select } from '../../../../ui/select.tsx'
import { dutyKinds } from '../../obligation.ts'
import { kindWords, texts } from '../boards.texts.ts'

export interface BoardFilterProps {
  action: string
  values: Record<string, string>
  years: readonly number[]
  programmes: readonly { value: string; label: string }[]
  /** Those who reach the whole province choose whose units count. */
  mayChooseMap: boolean
  mayChooseDay?: boolean
  /** Words in the address that no field shows. */
  kept: readonly string[]
}

/** What is counted: plain GET, so that a filtered board has an address that can be sent to a colleague. */
export function BoardFilter({
  action,
  values,
  years,
  programmes,
  mayChooseMap,
  mayChooseDay = true,
  kept,
}: BoardFilterProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const asNumbers = [...new Set([...years, Number(values['year'])])].sort((a, b) => b - a)
  return (
    <FilterBar action={action} values={values}>
      {kept.flatMap((name) =>
        values[name] ? [<input type="hidden" name={name} value={values[name]} key={name} />] : [],
      )}
      <Select
        name="year"
        label={t.year}
        options={asNumbers.map((y) => ({ value: String(y), label: String(y) }))}
      />
      <Select name="programme" label={t.programme} empty={t.anyProgramme} options={programmes} />
      <Select
        name="kind"
        label={t.kind}
        empty={t.anyKind}
        options={dutyKinds.map((k) => ({ value: k, label: kindWords[k][locale] }))}
      />
      {mayChooseDay && <DateInput name="as_of" label={t.asOfDay} />}
      {mayChooseMap && (
        <Select
          name="map"
          label={t.map}
          options={[
            { value: 'then', label: t.mapThen },
            { value: 'today', label: t.mapToday },
          ]}
        />
      )}
    </FilterBar>
  )
}
