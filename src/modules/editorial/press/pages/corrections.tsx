import { showDay, showTime } from '../../../../lib/calendar/day.ts'
import type { Fault } from '../../../../lib/errors.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button } from '../../../../ui/button.tsx'
import { Details } from '../../../../ui/details.tsx'
import { Form, type FormValues } from '../../../../ui/form.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { TextInput } from '../../../../ui/text-input.tsx'
import { Timeline } from '../../../../ui/timeline.tsx'
import type { Correction } from '../../outlet.ts'
import { correctionTexts as texts } from '../corrections.texts.ts'

export interface Change {
  field: string
  before: string
  after: string
}

/** What was changed, when, by whom and why, each with what stood there before. */
export function Corrections({
  corrections,
  changes,
}: {
  corrections: readonly Correction[]
  changes: (correction: Correction) => readonly Change[]
}) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  if (corrections.length === 0) return null
  return (
    <Panel title={t.history} id="history">
      <Timeline
        entries={corrections.map((c) => ({
          key: c.id,
          title: (
            <>
              <strong>{texts[c.kind][locale]}</strong>: {c.why}
            </>
          ),
          by: c.byName,
          when: showTime(c.at),
          dateTime: c.at.toISOString(),
          icon: c.kind === 'correct' ? 'edit' : c.kind === 'restore' ? 'refresh' : 'stop',
          tone: c.kind === 'correct' ? 'accent' : c.kind === 'restore' ? 'good' : 'bad',
          changes: changes(c),
        }))}
      />
    </Panel>
  )
}

/** A value that was kept, as one reads it. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join(', ')
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return showDay(value)
  return value === null || value === undefined ? '' : String(value)
}

/** The field every change asks for, and what its writer had seen. */
export function ReasonField({ seen, id }: { seen: number; id?: string }) {
  const t = words(texts, useRequest().locale)
  return (
    <>
      <input type="hidden" name="seen" value={String(seen)} />
      <TextInput name="why" label={t.why} hint={t.whyHint} maxlength={500} {...(id ? { id } : {})} />
    </>
  )
}

/** Taking something out of use or out of the register: a reason, and a button that says what it does. */
export function TakeOut(props: {
  action: string
  summary: string
  words: string
  label: string
  seen: number
  values: FormValues
  faults: readonly Fault[]
  /** Of the field, where another one of its name stands on the page. */
  id?: string
}) {
  return (
    <Details summary={props.summary} open={props.faults.some((f) => f.field === 'why')}>
      <p>{props.words}</p>
      <Form action={props.action} values={props.values} faults={props.faults}>
        <ReasonField seen={props.seen} {...(props.id ? { id: props.id } : {})} />
        <Button kind="danger" icon="stop">
          {props.label}
        </Button>
      </Form>
    </Details>
  )
}
