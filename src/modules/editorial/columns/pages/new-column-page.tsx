import type { Fault } from '../../../../lib/errors.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button } from '../../../../ui/button.tsx'
import { Combobox } from '../../../../ui/combobox.tsx'
import { DateInput } from '../../../../ui/date-input.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form, type FormValues } from '../../../../ui/form.tsx'
import { NumberInput } from '../../../../ui/number-input.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Select } from '../../../../ui/select.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import type { Outlet } from '../../outlet.ts'
import { cadences, columnAddress } from '../column.ts'
import { cadenceWords, texts } from '../columns.texts.ts'

export interface NewColumnPageProps {
  /** The column that is changed; absent: a new one. */
  of?: number
  units: readonly { id: number; name: string }[]
  outlets: readonly Outlet[]
  values: FormValues
  faults: readonly Fault[]
}

export function NewColumnPage({ of, units, outlets, values, faults }: NewColumnPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead title={of ? t.changeColumn : t.newColumn} />
      <Form action={of ? `${columnAddress(of)}/schedule` : '/desk/columns'} values={values} faults={faults}>
        <TextInput name="vi" label={t.nameVi} maxlength={200} />
        <TextInput name="en" label={t.nameEn} maxlength={200} optional />
        <TextArea name="aboutVi" label={t.aboutVi} rows={2} optional />
        <Combobox
          name="unitId"
          label={t.unit}
          options={units.map((u) => ({ value: String(u.id), label: u.name }))}
        />
        <Select
          name="outletId"
          label={t.outlet}
          empty={t.onPortal}
          options={outlets.map((o) => ({ value: String(o.id), label: o.name }))}
          optional
        />
        <Select
          name="cadence"
          label={t.cadence}
          options={cadences.map((x) => ({ value: x, label: cadenceWords[x][locale] }))}
        />
        <NumberInput name="onDay" label={t.onDay} hint={t.onDayHint} />
        {of ? (
          <DateInput name="ends" label={t.ends} hint={t.endsHint} optional />
        ) : (
          <DateInput name="starts" label={t.starts} />
        )}
        <Button icon="done">{t.save}</Button>
      </Form>
    </>
  )
}
