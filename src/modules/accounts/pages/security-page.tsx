import type { Locale } from '../../../lib/actor.ts'
import type { Fault } from '../../../lib/errors.ts'
import type { FormValues } from '../../../lib/http/forms.ts'
import { words } from '../../../lib/text/words.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkboxes } from '../../../ui/choices.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { NumberInput } from '../../../ui/number-input.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { texts } from '../administration.texts.ts'
import { roleOptions } from './accounts-pages.tsx'

interface Props {
  locale: Locale
  values: FormValues
  faults?: readonly Fault[]
}

export function SecurityPage({ locale, values, faults = [] }: Props) {
  const w = words(texts, locale)
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead title={w.security} lead={w.securityLead} />
      <Form action="/security" values={values} faults={faults}>
        <NumberInput name="idleMinutes" label={w.idleMinutes} width="s" />
        <NumberInput name="administratorIdleMinutes" label={w.administratorIdleMinutes} width="s" />
        <NumberInput name="sessionHours" label={w.sessionHours} width="s" />
        <NumberInput name="dormantDays" label={w.dormantDays} width="s" />
        <Checkboxes name="secondStepRoles" label={w.secondStepRoles} choices={roleOptions(locale)} optional />
        <Button>{w.save}</Button>
      </Form>
    </>
  )
}
