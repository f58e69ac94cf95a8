import type { ComponentChildren, VNode } from 'preact'
import type { Locale } from '../../../../lib/actor.ts'
import { showDay, showTime } from '../../../../lib/calendar/day.ts'
import { Button, ButtonGroup, ButtonLink } from '../../../../ui/button.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form } from '../../../../ui/form.tsx'
import { Icon } from '../../../../ui/icon.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { Progress } from '../../../../ui/progress.tsx'
import { type Fact, SummaryList } from '../../../../ui/summary-list.tsx'
import { StatusTag } from '../../../../ui/tag.tsx'
import { Timeline } from '../../../../ui/timeline.tsx'
import {
  channelAddress,
  channelKinds,
  messageAddress,
  messageStates,
  type SendFault,
  whoMustAct,
} from '../../channel.ts'
import { attemptNames, stepNames } from '../messages.texts.ts'
import { kindIcons, messageLooks } from './looks.ts'
import { CopyText, ProofForm, SettleForm } from './message-forms.tsx'
import type { MessageViewProps, W } from './message-props.ts'
import { titleOf } from './messages-page.tsx'

export function messageView(props: MessageViewProps): VNode {
  const { w, locale, message, faults } = props
  const byHand = channelKinds[message.channelKind].way === 'manual' && message.state === 'sending'
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead
        title={titleOf(message, locale)}
        kicker={
          <>
            <Icon name={kindIcons[message.channelKind]} /> {message.channelName}
          </>
        }
        tags={
          <StatusTag look={messageLooks[message.state]}>{messageStates[message.state][locale]}</StatusTag>
        }
        actions={<Actions {...props} />}
      />
      {message.lastError && message.state !== 'sent' && (
        <FaultNotice w={w} locale={locale} fault={message.lastError} />
      )}
      {message.state === 'waiting' && message.channelState !== 'on' && (
        <Notice tone="warn" small>
          {w.offNote}
        </Notice>
      )}
      {message.state === 'unsure' && !message.lookAt && props.mayRun && <SettleForm {...props} />}
      {byHand && props.mayProve && <ProofForm {...props} />}
      <div class="columns columns-wide">
        <Content {...props} />
        <div class="stack">
          <Panel title={w.facts}>
            <Sending {...props} />
            <SummaryList facts={factsOf(props)} />
          </Panel>
          <Panel title={w.history}>
            <History {...props} />
          </Panel>
        </div>
      </div>
    </>
  )
}

function Actions({ w, message, mayRun }: MessageViewProps) {
  if (!mayRun) return null
  const at = messageAddress(message.id)
  const again =
    message.state === 'failed' ||
    message.state === 'dead' ||
    (message.state === 'waiting' && message.nextTryAt)
  const open = again || message.state === 'waiting' || (message.state === 'unsure' && !message.lookAt)
  return (
    <ButtonGroup>
      {again && (
        <Form action={`${at}/attempts`} bare>
          <Button kind="secondary" icon="send">
            {w.sendAgain}
          </Button>
        </Form>
      )}
      {open && (
        <ButtonLink kind="quiet" icon="close" href={`${at}/cancellation`}>
          {w.cancel}
        </ButtonLink>
      )}
    </ButtonGroup>
  )
}

function FaultNotice({ w, locale, fault }: { w: W; locale: Locale; fault: SendFault }) {
  return (
    <Notice tone={fault.who === 'nobody' ? 'warn' : 'bad'} title={fault[locale]}>
      <p>
        {w.who}: <strong>{whoMustAct[fault.who][locale]}</strong>
      </p>
      {fault.said && (
        <p class="small">
          {w.said}: <code>{fault.said}</code>
        </p>
      )}
    </Notice>
  )
}

function Sending({ w, message }: MessageViewProps) {
  const { done = 0, total = 0 } = message.progress
  if (message.state !== 'sending' || total === 0) return null
  const text = w.recipients(done.toLocaleString('vi-VN'), total.toLocaleString('vi-VN'))
  return <Progress label={w.progress} value={done} max={total} text={text} />
}

function factsOf({ w, message: m }: MessageViewProps): Fact[] {
  const proof = m.proof
  return [
    { label: w.channel, value: <a href={channelAddress(m.channelId)}>{m.channelName}</a> },
    { label: w.due, value: showTime(m.dueAt) },
    { label: w.queuedBy, value: `${m.queuedByName}, ${showTime(m.queuedAt)}` },
    ...(m.sentAt ? [{ label: w.sentAt, value: showTime(m.sentAt) }] : []),
    ...(m.remoteUrl ? [{ label: w.where, value: outside(m.remoteUrl) }] : []),
    ...(m.nextTryAt && m.state === 'waiting' ? [{ label: w.nextTry, value: showTime(m.nextTryAt) }] : []),
    ...(m.lookAt ? [{ label: w.looksAt, value: showTime(m.lookAt) }] : []),
    ...(m.settledByName ? [{ label: w.doneBy, value: m.settledByName }] : []),
    ...(proof ? [{ label: w.proofDay, value: showDay(proof.day) }] : []),
    ...(proof?.words ? [{ label: w.proofWords, value: proof.words }] : []),
    ...(m.proofFileId === null
      ? []
      : [{ label: w.proof, value: <a href={`${messageAddress(m.id)}/proof`}>{w.seeFile}</a> }]),
  ]
}

function outside(url: string): ComponentChildren {
  return /^https?:\/\//.test(url) ? (
    <a href={url} rel="noreferrer">
      {url}
    </a>
  ) : (
    url
  )
}

function Content({ w, message: { variant } }: MessageViewProps) {
  return (
    <Panel title={w.content}>
      {variant.title && <p class="strong">{variant.title}</p>}
      {variant.lead && <p>{variant.lead}</p>}
      <CopyText w={w} variant={variant} />
      {variant.link && (
        <p class="small">
          {w.link}: {outside(variant.link)}
        </p>
      )}
      {variant.images.length > 0 && (
        <p class="small soft">
          {w.images}: {variant.images.map((i) => i.alt || `#${i.fileId}`).join(' · ')}
        </p>
      )}
    </Panel>
  )
}

function History({ w, locale, attempts }: MessageViewProps) {
  if (attempts.length === 0) return <p class="soft">{w.noHistory}</p>
  return (
    <Timeline
      entries={attempts.toReversed().map((a) => ({
        key: `${a.number}-${a.step}`,
        title: `${stepNames[a.step]?.[locale] ?? a.step}: ${attemptNames[a.outcome ?? 'open']?.[locale] ?? ''}`,
        when: showTime(a.endedAt ?? a.begunAt),
        dateTime: (a.endedAt ?? a.begunAt).toISOString(),
        icon: a.outcome === 'done' || a.outcome === 'found' ? ('done' as const) : ('refresh' as const),
        tone: a.outcome === 'done' || a.outcome === 'found' ? ('good' as const) : ('warn' as const),
        children: a.fault ? (
          <p class="small">
            {a.fault[locale]} {a.fault.said && <code>{a.fault.said}</code>}
          </p>
        ) : null,
      }))}
    />
  )
}
