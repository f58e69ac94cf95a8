import type { Fault } from '../../../../lib/errors.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button } from '../../../../ui/button.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form, type FormValues } from '../../../../ui/form.tsx'
import { NumberInput } from '../../../../ui/number-input.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { contactsAddress } from '../../message.ts'
import { texts } from '../contacts.texts.ts'

export function SettingPage({ values, faults }: { values: FormValues; faults: readonly Fault[] }) {
  const t = words(texts, useRequest().locale)
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead title={t.settings} lead={t.settingsLead} />
      <Form action={`${contactsAddress}/settings`} values={values} faults={faults}>
        <NumberInput name="answerDays" label={t.answerDays} width="s" />
        <NumberInput name="keepDays" label={t.keepDays} hint={t.keepDaysHint} width="s" />
        <Button icon="done">{t.save}</Button>
      </Form>
    </>
  )
}
