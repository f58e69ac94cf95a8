import type { Fault } from '../../../lib/errors.ts'
import { words } from '../../../lib/text/words.ts'
import { Button, ButtonGroup } from '../../../ui/button.tsx'
import { DateInput } from '../../../ui/date-input.tsx'
import { Details } from '../../../ui/details.tsx'
import { Form, type FormValues } from '../../../ui/form.tsx'
import { NumberInput } from '../../../ui/number-input.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { useRequest } from '../../../ui/request.ts'
import { TextArea } from '../../../ui/text-area.tsx'
import { type Assignment, assignmentAddress, isOpen, mayFollow } from '../assignment.ts'
import { texts } from '../assignments.texts.ts'

export interface ActionsProps {
  assignment: Assignment
  mayWork: boolean
  mayCheck: boolean
  extensionWaits: boolean
  /** The form that came back with faults, as typed. */
  kept?: { form: string; values: FormValues; faults: readonly Fault[] }
}

/** The verbs open to the reader now; each is one small form that works without a script. */
export function AssignmentActions(props: ActionsProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { assignment: a } = props
  const working = props.mayWork && isOpen(a.state)
  const checking =
    props.mayCheck && (a.state === 'reported_done' || a.state === 'verified' || props.extensionWaits)
  if (!working && !checking) return null
  return (
    <Panel title={t.actions} id="actions">
      <div class="stack">
        {working && <Working {...props} />}
        {checking && <Checking {...props} />}
      </div>
    </Panel>
  )
}

function Working(props: ActionsProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { assignment: a } = props
  const at = assignmentAddress(a.id)
  const done = keptOf(props, 'done')
  const more = keptOf(props, 'extension')
  return (
    <>
      {a.state === 'assigned' && (
        <Form action={`${at}/acknowledgement`} bare>
          <Button icon="check">{t.acknowledge}</Button>
        </Form>
      )}
      <Details summary={t.saveProgress}>
        <Form action={`${at}/progress`} {...keptOf(props, 'progress')}>
          <NumberInput name="progress" label={t.percent} value={String(a.progress)} unit="%" />
          <Button kind="secondary">{a.state === 'in_progress' ? t.saveProgress : t.start}</Button>
        </Form>
      </Details>
      {mayFollow(a.state, 'reported_done') && (
        <Details summary={t.reportDone} open={done !== null}>
          <Form action={`${at}/report`} draft={`report-${a.id}`} {...done}>
            <TextArea name="note" label={t.result} hint={t.resultHint} rows={4} limit={2000} optional />
            <Button icon="send">{t.reportDone}</Button>
          </Form>
        </Details>
      )}
      {a.dueDay !== null && !props.extensionWaits && (
        <Details summary={t.askExtension} open={more !== null}>
          <Form action={`${at}/extension-requests`} {...more}>
            <DateInput name="wantedDay" label={t.wantedDay} />
            <TextArea name="reason" label={t.reason} rows={3} limit={1000} />
            <Button kind="secondary">{t.send}</Button>
          </Form>
        </Details>
      )}
    </>
  )
}

function Checking(props: ActionsProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { assignment: a } = props
  const at = assignmentAddress(a.id)
  const back = keptOf(props, 'return')
  return (
    <>
      {a.state === 'reported_done' && (
        <Form action={`${at}/verification`}>
          <TextArea name="note" label={t.note} rows={2} id="verify-note" optional />
          <Button icon="done">{t.verify}</Button>
        </Form>
      )}
      {(a.state === 'reported_done' || a.state === 'verified') && (
        <Details summary={t.returnIt} open={back !== null}>
          <Form action={`${at}/return`} {...back}>
            <TextArea name="reasons" label={t.reasons} hint={t.reasonsHint} rows={3} limit={1000} />
            <Button kind="danger" icon="return">
              {t.returnIt}
            </Button>
          </Form>
        </Details>
      )}
      {props.extensionWaits && (
        <Form action={`${at}/extension-decision`}>
          <TextArea name="note" label={t.note} rows={2} id="extension-note" optional />
          <ButtonGroup>
            <Button name="decision" value="granted">
              {t.grant}
            </Button>
            <Button name="decision" value="refused" kind="secondary">
              {t.refuse}
            </Button>
          </ButtonGroup>
        </Form>
      )}
    </>
  )
}

function keptOf(
  { kept }: ActionsProps,
  form: string,
): { values: FormValues; faults: readonly Fault[] } | null {
  return kept?.form === form ? { values: kept.values, faults: kept.faults } : null
}
