import type { ComponentChildren } from 'preact'
import { words } from '../../../lib/text/words.ts'
import { Button } from '../../../ui/button.tsx'
import { Combobox } from '../../../ui/combobox.tsx'
import { DateInput } from '../../../ui/date-input.tsx'
import { Details } from '../../../ui/details.tsx'
import { Form } from '../../../ui/form.tsx'
import type { IconName } from '../../../ui/icon.tsx'
import { NumberInput } from '../../../ui/number-input.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { useRequest } from '../../../ui/request.ts'
import { TextArea } from '../../../ui/text-area.tsx'
import { initiativeAddress, mayFollow } from '../initiative.ts'
import { stateWords, texts } from '../initiatives.texts.ts'
import type { InitiativePageProps } from './initiative-props.ts'

/** What may be done at this step by this person; the likeliest stands open. */
export function NextSteps(props: InitiativePageProps) {
  const t = words(texts, useRequest().locale)
  const { initiative: i, may } = props
  const can = (to: Parameters<typeof mayFollow>[1]) => mayFollow(i.state, to)
  const isAnswered = i.state !== 'spam' && i.state !== 'withdrawn'
  const screens = may.screen && (isAnswered || i.state === 'spam')
  const works = may.work && (can('trial') || can('applied'))
  if (!screens && !works) return null
  return (
    <Panel title={t.next} id="next">
      <div class="stack">
        {may.screen && i.state === 'received' && (
          <Bare {...props} to="screening" label={t.begin} icon="eye" />
        )}
        {works && can('trial') && <Try {...props} />}
        {works && can('applied') && <Apply {...props} />}
        {may.screen && can('accepted') && <Accept {...props} />}
        {may.screen && can('assigned') && <Assign {...props} />}
        {may.screen && can('declined') && <Decline {...props} />}
        {may.screen && can('merged') && <Merge {...props} />}
        {may.screen && isAnswered && <Answer {...props} />}
        {may.screen && can('spam') && <Spam {...props} />}
        {may.screen && (i.state === 'spam' || i.state === 'declined') && (
          <Bare {...props} to="reopening" label={t.reopen} icon="refresh" />
        )}
      </div>
    </Panel>
  )
}

type StepProps = InitiativePageProps & {
  to: string
  label: string
  icon: IconName
  danger?: boolean
  /** A fault of this field opens the step again. */
  asks: readonly string[]
  open?: boolean
  children: ComponentChildren
}

function Step({ to, label, icon, danger, asks, open, children, ...props }: StepProps) {
  const isFaulty = props.faults.some((f) => f.field !== null && asks.includes(f.field))
  const isOpen = isFaulty || (open === true && props.faults.length === 0)
  return (
    <Details summary={label} open={isOpen}>
      <Form
        action={`${initiativeAddress(props.initiative.id)}/${to}`}
        values={props.values}
        faults={props.faults}
      >
        {children}
        <Button icon={icon} {...(danger ? { kind: 'danger' as const } : {})}>
          {label}
        </Button>
      </Form>
    </Details>
  )
}

function Bare({
  initiative,
  to,
  label,
  icon,
}: InitiativePageProps & { to: string; label: string; icon: IconName }) {
  return (
    <Form action={`${initiativeAddress(initiative.id)}/${to}`} bare>
      <Button icon={icon}>{label}</Button>
    </Form>
  )
}

function Accept(props: InitiativePageProps) {
  const t = words(texts, useRequest().locale)
  const facts = { to: 'acceptance', label: t.accept, icon: 'check', asks: ['acceptWords'] } as const
  return (
    <Step {...props} {...facts} open={props.initiative.state === 'screening'}>
      <TextArea name="acceptWords" label={t.toSender} hint={t.toSenderHint} rows={4} limit={4000} />
    </Step>
  )
}

function Decline(props: InitiativePageProps) {
  const t = words(texts, useRequest().locale)
  const facts = { to: 'refusal', label: t.decline, icon: 'stop', asks: ['declineWords'] } as const
  return (
    <Step {...props} {...facts} danger>
      <TextArea name="declineWords" label={t.reason} hint={t.toSenderHint} rows={4} limit={4000} />
    </Step>
  )
}

function Assign(props: InitiativePageProps) {
  const t = words(texts, useRequest().locale)
  const isAgain = props.initiative.unitId !== null
  const label = isAgain ? t.reassign : t.assign
  const facts = { to: 'assignment', label, icon: 'send', asks: ['unitId', 'dueDay'] } as const
  return (
    <Step {...props} {...facts} open={!isAgain}>
      <Combobox
        name="unitId"
        label={t.unit}
        empty
        options={props.units.map((u) => ({ value: String(u.id), label: u.name }))}
      />
      <DateInput name="dueDay" label={t.dueDay} />
      <TextArea name="assignWords" label={t.toSender} hint={t.toSenderHint} rows={3} optional />
    </Step>
  )
}

function Try(props: InitiativePageProps) {
  const t = words(texts, useRequest().locale)
  const facts = { to: 'trial', label: t.try, icon: 'clock', asks: ['trialWords'] } as const
  return (
    <Step {...props} {...facts} open={!props.may.screen}>
      <TextArea name="trialWords" label={t.toSender} hint={t.toSenderHint} rows={3} optional />
    </Step>
  )
}

function Apply(props: InitiativePageProps) {
  const t = words(texts, useRequest().locale)
  const facts = { to: 'result', label: t.apply, icon: 'done', asks: ['resultWords'] } as const
  return (
    <Step {...props} {...facts} open={props.initiative.state === 'trial'}>
      <TextArea name="resultWords" label={t.result} hint={t.resultHint} rows={4} limit={4000} />
    </Step>
  )
}

function Merge(props: InitiativePageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const facts = { to: 'merger', label: t.merge, icon: 'merge', asks: ['into'] } as const
  return (
    <Step {...props} {...facts} open={props.alike.length > 0}>
      {props.alike.length > 0 && (
        <div class="prose">
          <p>{t.alike}</p>
          <ul>
            {props.alike.map((one) => (
              <li key={one.id}>
                <a href={initiativeAddress(one.id)}>
                  {t.number(one.id)}: {one.title}
                </a>{' '}
                <span class="soft">({stateWords[one.state][locale]})</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <NumberInput name="into" label={t.into} />
    </Step>
  )
}

function Answer(props: InitiativePageProps) {
  const t = words(texts, useRequest().locale)
  const facts = { to: 'answers', label: t.answer, icon: 'chat', asks: ['answerWords'] } as const
  return (
    <Step {...props} {...facts}>
      <TextArea name="answerWords" label={t.toSender} hint={t.toSenderHint} rows={4} limit={4000} />
    </Step>
  )
}

function Spam(props: InitiativePageProps) {
  const t = words(texts, useRequest().locale)
  const facts = { to: 'spam', label: t.spam, icon: 'delete', asks: [] } as const
  return (
    <Step {...props} {...facts} danger>
      <p>{t.spamSure}</p>
    </Step>
  )
}
