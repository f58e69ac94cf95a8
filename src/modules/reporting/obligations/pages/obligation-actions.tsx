import { showDay } from '../../../../lib/calendar/day.ts'
import type { Fault } from '../../../../lib/errors.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonGroup } from '../../../../ui/button.tsx'
import { DateInput } from '../../../../ui/date-input.tsx'
import { Details } from '../../../../ui/details.tsx'
import { Form, type FormValues } from '../../../../ui/form.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { TextArea } from '../../../../ui/text-area.tsx'
import { obligationAddress } from '../../obligation.ts'
import { isOutstanding } from '../obligations.policy.ts'
import { texts } from '../obligations.texts.ts'
import { reminderTexts } from '../reminders.texts.ts'
import type { ObligationPageProps } from './obligation-props.ts'

/** More time, asked for and decided; a report let off. Each form its own small resource. */
export function ObligationActions(props: ObligationPageProps) {
  const t = words(texts, useRequest().locale)
  const { obligation: o, may, waiting } = props
  const asks = may.ask && waiting === null && isOutstanding(o)
  const decides = may.decide && waiting !== null
  const waives = may.waive && isOutstanding(o)
  const reminds = may.decide && isOutstanding(o)
  if (!asks && !decides && !waives && !reminds && !may.reinstate) return null
  return (
    <Panel title={t.actions}>
      <div class="stack">
        {decides && <Decide {...props} />}
        {reminds && <Remind {...props} />}
        {asks && <Ask {...props} />}
        {waives && <Waive {...props} />}
        {may.reinstate && (
          <Form action={`${obligationAddress(o.id)}/reinstatement`}>
            <Button kind="secondary" icon="return">
              {t.reinstate}
            </Button>
          </Form>
        )}
      </div>
    </Panel>
  )
}

function Decide(props: ObligationPageProps) {
  const t = words(texts, useRequest().locale)
  const { waiting } = props
  if (!waiting) return null
  return (
    <div>
      <h3>{t.waiting}</h3>
      <p>
        <strong>{t.asked(showDay(waiting.wantedDay))}</strong> · {waiting.askedByName}
      </p>
      <p>{waiting.reason}</p>
      <Form
        action={`${obligationAddress(props.obligation.id)}/extension-decision`}
        {...keptOf(props, 'decision')}
      >
        <TextArea name="note" label={t.note} hint={t.noteHint} rows={2} limit={1000} optional />
        <ButtonGroup>
          <Button name="decision" value="granted" icon="check">
            {t.grant}
          </Button>
          <Button name="decision" value="refused" kind="secondary">
            {t.refuse}
          </Button>
        </ButtonGroup>
      </Form>
    </div>
  )
}

function Remind({ obligation: o, today }: ObligationPageProps) {
  const t = words(reminderTexts, useRequest().locale)
  return (
    <Details summary={t.remind}>
      <Form action={`${obligationAddress(o.id)}/reminders`}>
        <TextArea
          name="note"
          id="remind-note"
          label={t.note}
          hint={t.noteHint}
          rows={2}
          limit={1000}
          optional
        />
        <Button kind="secondary" icon="bell">
          {t.remindButton}
        </Button>
      </Form>
      {o.dueDay < today && (
        <p>
          <a href={`/reporting/duties/${o.dutyId}/reminders?period=${o.period}`}>{t.remindAll}</a>
        </p>
      )}
    </Details>
  )
}

function Ask(props: ObligationPageProps) {
  const t = words(texts, useRequest().locale)
  const kept = keptOf(props, 'extension')
  return (
    <Details summary={t.extension} open={kept !== null}>
      <Form action={`${obligationAddress(props.obligation.id)}/extension-requests`} {...kept}>
        <DateInput name="wantedDay" label={t.wantedDay} />
        <TextArea name="reason" label={t.reason} rows={3} limit={1000} />
        <Button kind="secondary" icon="send">
          {t.send}
        </Button>
      </Form>
    </Details>
  )
}

function Waive(props: ObligationPageProps) {
  const t = words(texts, useRequest().locale)
  const kept = keptOf(props, 'waiver')
  return (
    <Details summary={t.waive} open={kept !== null}>
      <Form action={`${obligationAddress(props.obligation.id)}/waiver`} {...kept}>
        <TextArea name="reason" id="waive-reason" label={t.reason} hint={t.waiveHint} rows={3} limit={1000} />
        <Button kind="danger">{t.waive}</Button>
      </Form>
    </Details>
  )
}

function keptOf(
  { kept }: ObligationPageProps,
  form: string,
): { values: FormValues; faults: readonly Fault[] } | null {
  return kept?.form === form ? { values: kept.values, faults: kept.faults } : null
}
