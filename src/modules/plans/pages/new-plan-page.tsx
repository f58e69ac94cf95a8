import type { Fault } from '../../../lib/errors.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form, type FormValues } from '../../../ui/form.tsx'
import { NumberInput } from '../../../ui/number-input.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { useRequest } from '../../../ui/request.ts'
import { type Option, Select } from '../../../ui/select.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { planKinds } from '../plan.ts'
import { kindWords } from '../plans.texts.ts'
import { useTexts } from './plan-words.tsx'

export interface NewPlanPageProps {
  programmes: readonly Option[]
  units: readonly Option[]
  plans: readonly Option[]
  values: FormValues
  faults: readonly Fault[]
}

export function NewPlanPage({ programmes, units, plans, values, faults }: NewPlanPageProps) {
  const t = useTexts()
  const { locale } = useRequest()
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead title={t.blankPlan} />
      <Panel>
        <Form action="/plans" values={values} faults={faults}>
          <TextArea name="title" label={t.title} rows={2} />
          <Select name="programmeId" label={t.programme} options={programmes} />
          <Select name="unitId" label={t.unitOfPlan} options={units} />
          <Select
            name="kind"
            label={t.kind}
            options={planKinds.map((k) => ({ value: k, label: kindWords[k][locale] }))}
          />
          <NumberInput name="year" label={t.year} width="s" />
          <NumberInput name="yearTo" label={t.yearTo} width="s" optional />
          <Select name="parentPlanId" label={t.parent} options={plans} empty={t.none} optional />
          <Select name="embeddedInPlanId" label={t.embedded} options={plans} empty={t.none} optional />
          <Button>{t.create}</Button>
        </Form>
      </Panel>
    </>
  )
}
