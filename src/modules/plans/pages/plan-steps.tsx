import type { ComponentChildren } from 'preact'
import { Button, ButtonGroup } from '../../../ui/button.tsx'
import { Checkboxes } from '../../../ui/choices.tsx'
import { DateInput } from '../../../ui/date-input.tsx'
import { Details } from '../../../ui/details.tsx'
import { Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { NumberInput } from '../../../ui/number-input.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { planAddress, readingAddress } from '../plan.ts'
import type { PlanPageProps } from './plan-page-props.ts'
import { useTexts } from './plan-words.tsx'

/** What this person may do with the plan now: the next step in full, the rest folded away. */
export function PlanSteps(props: PlanPageProps) {
  const t = useTexts()
  const { steps, may } = props
  const may2 = (step: PlanPageProps['steps'][number]) => steps.includes(step)
  const other = may2('DRAFT') || may2('CANCELLED') || may.amend || may.copy || may2('CONSULTING')
  if (steps.length === 0 && !other) return null
  return (
    <Panel title={t.nextStep} id="steps">
      {may2('SUBMITTED') && <Step {...props} form="submission" verb={t.doSubmit} />}
      {may2('SIGNED') && (
        <Step {...props} form="signature" verb={t.doSign}>
          <TextInput name="signer" label={t.signer} width="l" />
          <TextInput name="signerTitle" label={t.signerTitle} hint={t.signerTitleHint} optional />
        </Step>
      )}
      {may2('ISSUED') && <Issue {...props} />}
      {may2('IN_PROGRESS') && <Step {...props} form="start" verb={t.doStart} />}
      {may2('REVIEWED') && (
        <Step {...props} form="review" verb={t.doReview}>
          <TextArea name="conclusion" label={t.conclusion} rows={3} optional />
        </Step>
      )}
      {may2('CLOSED') && <Step {...props} form="closing" verb={t.doClose} />}
      {other && <Others {...props} />}
    </Panel>
  )
}

type StepProps = PlanPageProps & {
  verb: string
  danger?: boolean
  second?: boolean
  children?: ComponentChildren
}

function Step({
  plan,
  form,
  verb,
  danger,
  second,
  children,
  ...props
}: Omit<StepProps, 'form'> & { form: string }) {
  const mine = props.faults.length > 0 && String(props.values['form'] ?? '') === form
  return (
    <Form
      action={`${planAddress(plan.id)}/${form}`}
      values={mine ? props.values : props.prefill}
      faults={mine ? props.faults : []}
    >
      {children}
      <Button kind={danger ? 'danger' : second ? 'secondary' : 'primary'}>{verb}</Button>
    </Form>
  )
}

function Issue(props: PlanPageProps) {
  const t = useTexts()
  const { reading } = props
  return (
    <>
      {reading && reading.open > 0 && (
        <Notice tone="warn" title={t.cannotIssue}>
          <p>
            {t.blockers(reading.open)} <a href={readingAddress(reading.id)}>{t.seeReading}</a>
          </p>
        </Notice>
      )}
      <p>{t.issueHint}</p>
      <Step {...props} form="issue" verb={t.doIssue}>
        <TextInput name="number" label={t.number} width="m" />
        <DateInput name="issued" label={t.issued} />
      </Step>
    </>
  )
}

function Others(props: PlanPageProps) {
  const t = useTexts()
  const { steps, may, plan } = props
  const wanted = String(props.values['form'] ?? '')
  const folded = ['consultation', 'return', 'cancellation', 'copy']
  return (
    <Details summary={t.moreActions} open={folded.includes(wanted)}>
      {steps.includes('CONSULTING') && (
        <Step {...props} form="consultation" verb={t.doConsult} second>
          <DateInput name="until" label={t.until} />
          <Checkboxes name="unitIds" label={t.unitsAsked} choices={props.units} inline />
        </Step>
      )}
      {steps.includes('DRAFT') && (
        <Step {...props} form="return" verb={t.doReturn} second>
          <TextArea name="reason" id="return-reason" label={t.reason} rows={2} />
        </Step>
      )}
      {may.amend && (
        <Form action={`${planAddress(plan.id)}/amendment`}>
          <ButtonGroup>
            <Button kind="secondary" name="amendment" value="AMENDS">
              {t.doAmend}
            </Button>
            <Button kind="secondary" name="amendment" value="REPLACES">
              {t.doReplace}
            </Button>
          </ButtonGroup>
        </Form>
      )}
      {may.copy && (
        <Step {...props} form="copy" verb={t.doCopy} second>
          <NumberInput name="year" label={t.copyYear} width="s" />
        </Step>
      )}
      {steps.includes('CANCELLED') && (
        <Step {...props} form="cancellation" verb={t.doCancel} danger>
          <TextArea name="reason" id="cancel-reason" label={t.reason} rows={2} />
        </Step>
      )}
    </Details>
  )
}
