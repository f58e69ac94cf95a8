import type { VNode } from 'preact'
import type { Locale } from '../../../../lib/actor.ts'
import { showTime } from '../../../../lib/calendar/day.ts'
import type { Fault } from '../../../../lib/errors.ts'
import { Button } from '../../../../ui/button.tsx'
import { Details } from '../../../../ui/details.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form, type FormValues } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { StatusTag } from '../../../../ui/tag.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import { Timeline } from '../../../../ui/timeline.tsx'
import {
  channelAddress,
  conversationAddress,
  limitsOf,
  messageAddress,
  messageStates,
  whoMustAct,
} from '../../channel.ts'
import type { Channel } from '../../channels/channels.sql.ts'
import type { ShownMessage } from '../../channels/message-lists.sql.ts'
import { messageLooks } from '../../channels/pages/looks.ts'
import type { AnswerAtRisk } from '../at-risk.ts'
import { kindWords } from '../conversations.texts.ts'
import type { Conversation } from '../conversations.ts'
import { standing, type W, windowWords } from './conversations-page.tsx'

export interface ConversationViewProps {
  w: W
  locale: Locale
  channel: Channel
  conversation: Conversation
  answers: readonly ShownMessage[]
  now: Date
  /** An answer that will be refused unless the channel sends in time, and names of who can mend it. */
  atRisk: AnswerAtRisk | null
  people: readonly string[]
  values: FormValues
  faults: readonly Fault[]
}

export function conversationView(props: ConversationViewProps): VNode {
  const { w, channel, conversation: c, faults, now } = props
  const { look, word } = standing(c, w)
  const until = showTime(c.until)
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead
        kicker={channel.name}
        title={w.person(c.person.id)}
        tags={
          props.atRisk ? (
            <StatusTag look={{ tone: 'bad', icon: 'late' }}>{w.notLeft}</StatusTag>
          ) : (
            <StatusTag look={look}>{word}</StatusTag>
          )
        }
      />
      <AtRisk {...props} />
      <Notice tone={c.isOpen ? 'info' : 'warn'} title={c.isOpen ? w.openTitle : w.closedTitle}>
        <p>{c.isOpen ? w.openBody(windowWords(c, w, now), until) : w.closedBody(until)}</p>
        {c.person.follows === false && <p>{w.unfollowed}</p>}
      </Notice>
      <div class="columns columns-wide">
        <Panel title={w.said}>
          <Timeline entries={entriesOf(props)} />
        </Panel>
        <div class="stack">
          {c.isOpen && <AnswerForm {...props} />}
          <TemplateForm {...props} />
          <Details summary={w.erase}>
            <p>{w.eraseBody}</p>
            <Form action={`${conversationAddress(channel.id, c.person.id)}/erasure`} bare>
              <Button kind="danger" icon="close">
                {w.eraseNow}
              </Button>
            </Form>
          </Details>
        </div>
      </div>
    </>
  )
}

function AtRisk({ w, locale, channel, atRisk, people }: ConversationViewProps) {
  if (!atRisk) return null
  const why =
    atRisk.state === 'off'
      ? w.atRiskOff
      : atRisk.state === 'needs_attention'
        ? w.atRiskTrouble(atRisk.trouble?.[locale] ?? '')
        : w.atRiskWaits
  return (
    <Notice tone="bad" title={w.atRisk(showTime(atRisk.until))}>
      <p>{why}</p>
      <p>
        {w.whoMends}: <strong>{people.join(', ')}</strong>
      </p>
      <p>
        <a href={channelAddress(channel.id)}>{w.toChannel}</a>
      </p>
    </Notice>
  )
}

function AnswerForm({ w, channel, conversation, values, faults }: ConversationViewProps) {
  const { text } = limitsOf('zalo', 'consultation', channel.settings)
  const at = conversationAddress(channel.id, conversation.person.id)
  return (
    <Panel title={w.answerTitle}>
      <Form action={`${at}/answers`} values={values} faults={faults}>
        <TextArea
          name="text"
          label={w.answer}
          rows={6}
          hint={w.answerHint((text.most ?? 0).toLocaleString('vi-VN'))}
        />
        <Button icon="send">{w.send}</Button>
      </Form>
    </Panel>
  )
}

function TemplateForm({ w, channel, conversation, values, faults }: ConversationViewProps) {
  const at = conversationAddress(channel.id, conversation.person.id)
  const isBack = faults.some((f) => f.field === 'templateId' || f.field === 'data')
  return (
    <Details summary={w.template} open={isBack}>
      <p>{w.templateBody}</p>
      <Form action={`${at}/templates`} values={values} faults={faults}>
        <TextInput name="templateId" label={w.templateId} width="m" />
        <TextArea name="data" label={w.templateData} hint={w.templateHint} rows={4} />
        <Button kind="secondary" icon="send">
          {w.sendTemplate}
        </Button>
      </Form>
    </Details>
  )
}

/** Both sides by their moments, the newest first. */
function entriesOf({ w, locale, conversation, answers }: ConversationViewProps) {
  const theirs = conversation.words.map((word) => ({
    at: word.wroteAt,
    entry: {
      key: `w${word.id}`,
      title: w.byPerson,
      when: showTime(word.wroteAt),
      dateTime: word.wroteAt.toISOString(),
      icon: 'person' as const,
      tone: 'info' as const,
      children:
        word.text === null ? (
          <p class="soft small">
            {word.kind === 'text' ? w.erased : w.noText(kindWords[word.kind]?.[locale] ?? word.kind)}
          </p>
        ) : (
          <p class="letter">{word.text}</p>
        ),
    },
  }))
  const ours = answers.map((m) => ({
    at: m.queuedAt,
    entry: {
      key: `m${m.id}`,
      title: (
        <>
          {m.queuedByName}{' '}
          <StatusTag look={messageLooks[m.state]}>{messageStates[m.state][locale]}</StatusTag>
        </>
      ),
      when: showTime(m.sentAt ?? m.queuedAt),
      dateTime: (m.sentAt ?? m.queuedAt).toISOString(),
      icon: 'send' as const,
      tone: 'accent' as const,
      children: (
        <>
          <p class="letter">{m.variant.text || templateWords(m)}</p>
          {m.lastError && m.state !== 'sent' && (
            <p class="small">
              {m.lastError[locale]} {whoMustAct[m.lastError.who][locale]}.{' '}
              <a href={messageAddress(m.id)}>{messageStates[m.state][locale]}</a>
            </p>
          )}
        </>
      ),
    },
  }))
  return [...theirs, ...ours].toSorted((a, b) => b.at.getTime() - a.at.getTime()).map((x) => x.entry)
}

function templateWords({ variant }: ShownMessage): string {
  const { id = '', data = {} } = variant.template ?? {}
  return [`ZBS ${id}`, ...Object.entries(data).map(([name, text]) => `${name}: ${text}`)].join('\n')
}
