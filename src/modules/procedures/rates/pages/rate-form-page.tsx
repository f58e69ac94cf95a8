import type { Fault } from '../../../../lib/errors.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonGroup, ButtonLink } from '../../../../ui/button.tsx'
import { Combobox } from '../../../../ui/combobox.tsx'
import { DateInput } from '../../../../ui/date-input.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form, type FormValues } from '../../../../ui/form.tsx'
import { NumberInput } from '../../../../ui/number-input.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Select } from '../../../../ui/select.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import { rateWords } from '../../procedures.texts.ts'
import { indicators, ratesAddress } from '../rate.ts'
import { texts } from '../rates.texts.ts'

interface RateFormProps {
  units: readonly { id: number; name: string }[]
  values: FormValues
  faults: readonly Fault[]
}

/** The figures of one unit and month. */
export function RateFormPage({ units, values, faults }: RateFormProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead title={t.enter} />
      <Form action={ratesAddress} values={values} faults={faults} draft="procedure-rate">
        <Select
          name="indicator"
          label={t.indicator}
          options={indicators.map((i) => ({ value: i, label: rateWords[i][locale] }))}
        />
        {units.length > 1 ? (
          <Combobox
            name="unitId"
            label={t.unit}
            options={units.map((u) => ({ value: String(u.id), label: u.name }))}
          />
        ) : (
          <input type="hidden" name="unitId" value={String(units[0]?.id ?? '')} />
        )}
        <TextInput name="month" label={t.month} hint={t.monthHint} width="s" />
        <NumberInput name="part" label={t.part} width="m" />
        <NumberInput name="whole" label={t.whole} width="m" />
        <TextInput name="source" label={t.source} hint={t.sourceHint} maxlength={300} width="l" />
        <DateInput name="sourceDay" label={t.sourceDay} />
        <ButtonGroup>
          <Button icon="done">{t.save}</Button>
          <ButtonLink kind="quiet" href={ratesAddress}>
            {t.title}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </>
  )
}
