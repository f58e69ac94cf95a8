import type { Fault } from '../../../../lib/errors.ts'
import type { FormValues } from '../../../../lib/http/forms.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button } from '../../../../ui/button.tsx'
import { Checkboxes } from '../../../../ui/choices.tsx'
import { DateInput } from '../../../../ui/date-input.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form } from '../../../../ui/form.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { TextInput } from '../../../../ui/text-input.tsx'
import type { Script } from '../broadcast.sql.ts'
import { texts } from '../broadcast.texts.ts'
import { showSeconds, timingOf } from '../script.ts'

type NewProps = { scripts: readonly Script[]; values: FormValues; faults: readonly Fault[] }

export function NewPackagePage({ scripts, values, faults }: NewProps) {
  const t = words(texts, useRequest().locale)
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead title={t.newPackage} lead={t.lead} />
      <Form action="/broadcast/packages" values={values} faults={faults}>
        <TextInput name="title" label={t.title} width="l" />
        <Checkboxes
          name="scripts"
          label={t.choose}
          choices={scripts.map((s) => ({
            value: String(s.id),
            label: s.title,
            hint: showSeconds(timingOf(s.lines, s.rate).seconds),
          }))}
        />
        <div class="columns">
          <DateInput name="firstDay" label={t.firstDay} />
          <DateInput name="lastDay" label={t.lastDay} />
          <TextInput name="hours" label={t.hours} hint={t.hoursHint} />
        </div>
        <Button icon="check">{t.newPackage}</Button>
      </Form>
    </>
  )
}
