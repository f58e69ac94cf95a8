import { showDay } from '../../../../lib/calendar/day.ts'
import type { Fault } from '../../../../lib/errors.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button } from '../../../../ui/button.tsx'
import { DateInput } from '../../../../ui/date-input.tsx'
import { Form, type FormValues } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Stepper } from '../../../../ui/stepper.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import { productionWords, texts } from '../coverage.texts.ts'
import { type Produced, productionSteps } from '../event.ts'

interface ProductionPanelProps {
  at: string
  produced: readonly Produced[]
  mayWrite: boolean
  values: FormValues
  faults: readonly Fault[]
}

/** Script, recording, edit, aired: what is done, and the next one to record. */
export function ProductionPanel({ at, produced, mayWrite, values, faults }: ProductionPanelProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const done = new Map(produced.map((p) => [p.step, p]))
  const next = productionSteps.find((s) => !done.has(s))
  const aired = done.get('aired')
  return (
    <Panel title={t.production}>
      <Stepper
        label={t.production}
        steps={productionSteps.map((step) => {
          const p = done.get(step)
          const state = p ? 'done' : step === next ? 'now' : 'next'
          return {
            ...({ key: step, label: productionWords[step][locale], state } as const),
            ...(p ? { note: `${showDay(p.doneDay)} · ${p.byName}` } : {}),
          }
        })}
      />
      {aired?.address && <a href={aired.address}>{aired.address}</a>}
      {aired && !aired.address && (
        <Notice tone="warn" small>
          {t.noAddress}
          {aired.noAddressWhy && `: ${aired.noAddressWhy}`}
        </Notice>
      )}
      {mayWrite && next && (
        <Form action={`${at}/production`} values={values} faults={faults}>
          <input type="hidden" name="step" value={next} />
          <DateInput name="doneDay" label={`${productionWords[next][locale]}: ${t.day}`} />
          {next === 'aired' && (
            <>
              <TextInput name="address" label={t.address} hint={t.productionLead} type="url" optional />
              <TextInput name="noAddressWhy" label={t.noAddressWhy} maxlength={500} optional />
            </>
          )}
          <Button kind="secondary" small icon="check">
            {t.record}
          </Button>
        </Form>
      )}
    </Panel>
  )
}
