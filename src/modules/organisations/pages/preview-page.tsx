import { type Day, showDay } from '../../../lib/calendar/day.ts'
import type { FormValues } from '../../../lib/http/forms.ts'
import { words } from '../../../lib/text/words.ts'
import { Button, ButtonGroup } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { useRequest } from '../../../ui/request.ts'
import { type ChangeForm, changeAddress } from '../change-address.ts'
import type { Consequence } from '../consequences.ts'
import { consequenceTexts, fieldTexts, formTexts } from '../organisations-forms.texts.ts'

export interface PreviewPageProps {
  form: ChangeForm
  day: Day
  consequences: readonly Consequence[]
  values: FormValues
}

/** What a change would do, before it is made. */
export function PreviewPage({ form, day, consequences, values }: PreviewPageProps) {
  const { locale } = useRequest()
  const w = words(fieldTexts, locale)
  return (
    <>
      <PageHead title={w.previewTitle} kicker={formTexts[form][locale]} />
      <Panel title={`${w.day} ${showDay(day)}`}>
        <Consequences consequences={consequences} />
        <p class="soft">{w.earlierDays}</p>
      </Panel>
      <Form action={changeAddress(form)}>
        {Object.entries(values).map(([name, value]) =>
          name === 'step' ? null : <input type="hidden" name={name} value={String(value)} key={name} />,
        )}
        <ButtonGroup>
          <Button name="step" value="carry-out">
            {w.carryOut}
          </Button>
          <Button kind="quiet" name="step" value="back">
            {w.back}
          </Button>
        </ButtonGroup>
      </Form>
    </>
  )
}

export function Consequences({ consequences }: { consequences: readonly Consequence[] }) {
  const { locale } = useRequest()
  if (consequences.length === 0) return <p>{fieldTexts.noConsequence[locale]}</p>
  return (
    <ul class="prose">
      {consequences.map((c) => (
        <li key={`${c.kind}-${c.unit}-${c.other}`}>
          {consequenceTexts[c.kind][locale](c.unit, c.other ?? '')}
        </li>
      ))}
    </ul>
  )
}
