import type { VNode } from 'preact'
import type { Locale } from '../../../../lib/actor.ts'
import { showTime } from '../../../../lib/calendar/day.ts'
import type { Words } from '../../../../lib/text/words.ts'
import { Button, ButtonGroup, ButtonLink } from '../../../../ui/button.tsx'
import { Details } from '../../../../ui/details.tsx'
import { Form } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { type Fact, SummaryList } from '../../../../ui/summary-list.tsx'
import { StatusTag, Tag } from '../../../../ui/tag.tsx'
import {
  type ChannelKind,
  channelAddress,
  channelKinds,
  channelStates,
  conversationsAddress,
  limitsOf,
  messageAddress,
  messageStates,
  messagesAddress,
  whoMustAct,
} from '../../channel.ts'
import type { texts } from '../channels.texts.ts'
import type { ShownMessage } from '../message-lists.sql.ts'
import { numberOf, serviceNumbers } from '../numbers.data.ts'
import type { TokenHealth } from '../token-health.ts'
import type { ChannelRow } from './channels-page.tsx'
import { channelLooks, messageLooks } from './looks.ts'
import { titleOf } from './messages-page.tsx'
import { TokenPanel } from './token-panel.tsx'

type W = Words<typeof texts>
export interface ChannelViewProps {
  w: W
  locale: Locale
  channel: ChannelRow
  settingNames: readonly string[]
  /** Names of its secrets, and whether each is stored. */
  secrets: readonly { name: string; stored: boolean }[]
  newest: readonly ShownMessage[]
  mayRun: boolean
  /** What must be entered at Zalo before access can be granted. */
  registered: { callback: string; challenge: string } | null
  /** How its access stands, and names of those who renew it. */
  token: { health: TokenHealth | null; people: readonly string[] }
  /** Of a Zalo account: where it posts what people do, and how many wait for an answer. */
  webhook: { address: string; isSet: boolean; waiting: number } | null
}

export function channelView(props: ChannelViewProps): VNode {
  const { w, locale, channel, mayRun } = props
  return (
    <>
      <PageHead
        title={channel.name}
        kicker={channelKinds[channel.kind][locale]}
        tags={
          <>
            <StatusTag look={channelLooks[channel.state]}>{channelStates[channel.state][locale]}</StatusTag>
            {channel.settings['simulated'] && <Tag outline>{w.simulated}</Tag>}
          </>
        }
        actions={
          mayRun && (
            <ButtonLink kind="secondary" icon="edit" href={`${channelAddress(channel.id)}/edit`}>
              {w.edit}
            </ButtonLink>
          )
        }
      />
      {channel.settings['simulated'] && (
        <Notice tone="info" small>
          {w.simulatedBody}
        </Notice>
      )}
      {channel.trouble && (
        <Notice tone="bad" title={channel.trouble[locale]}>
          <p>
            {w.mustAct}: <strong>{whoMustAct[channel.trouble.who][locale]}</strong> (
            {w.since(showTime(new Date(channel.trouble.at)))})
          </p>
          {channel.trouble.said && (
            <p class="small">
              {w.serviceSaid}: <code>{channel.trouble.said}</code>
            </p>
          )}
        </Notice>
      )}
      <TokenPanel health={props.token.health} people={props.token.people} />
      <People {...props} />
      <div class="columns columns-wide">
        <Panel title={w.settings}>
          <SummaryList facts={factsOf(props)} />
          {mayRun && <Actions {...props} />}
        </Panel>
        <Limits {...props} />
      </div>
      <Newest {...props} />
    </>
  )
}

function factsOf({ w, channel, settingNames, secrets }: ChannelViewProps): Fact[] {
  const named = (name: string) => (name in w ? String(w[name as keyof W]) : name)
  const { tokenExpiresAt, refreshExpiresAt, health } = channel
  return [
    { label: w.unit, value: channel.unitName },
    ...settingNames
      .filter((name) => !isNumber(channel.kind, name) && channel.settings[name])
      .map((name) => ({ label: named(name), value: channel.settings[name] ?? '' })),
    ...secrets.map(({ name, stored }) => ({
      label: named(name),
      value: stored ? w.secretSet : w.secretMissing,
    })),
    ...(tokenExpiresAt ? [{ label: w.tokenUntil, value: showTime(tokenExpiresAt) }] : []),
    ...(refreshExpiresAt ? [{ label: w.refreshUntil, value: showTime(refreshExpiresAt) }] : []),
    { label: w.lastSent, value: channel.lastSentAt ? showTime(channel.lastSentAt) : w.never },
    ...(health.testedAt
      ? [
          {
            label: w.lastTest,
            value: `${showTime(new Date(health.testedAt))} · ${health.good ? health.testedName : w.consentFailed}`,
          },
        ]
      : []),
  ]
}

function Actions({ w, channel, registered, webhook }: ChannelViewProps) {
  const at = channelAddress(channel.id)
  const service = channelKinds[channel.kind].way === 'service'
  const off = channel.state === 'off'
  return (
    <>
      {channel.kind === 'zalo' && <p class="hint">{w.tokenNote}</p>}
      {registered && (
        <Details summary={w.atZalo}>
          <p>{w.atZaloBody}</p>
          <SummaryList
            facts={[
              { label: 'Official Account Callback Url', value: <code>{registered.callback}</code> },
              { label: 'Code Challenge', value: <code>{registered.challenge}</code> },
            ]}
          />
        </Details>
      )}
      {webhook && (
        <Details summary={w.webhookAddress}>
          <p>{w.webhookBody}</p>
          <p>
            <code>{webhook.address}</code>
          </p>
        </Details>
      )}
      <ButtonGroup>
        {channel.kind === 'zalo' && (
          <ButtonLink kind="secondary" icon="lock" href={`${at}/consent`}>
            {channel.refreshExpiresAt ? w.consentAgain : w.consent}
          </ButtonLink>
        )}
        {service && (
          <Form action={`${at}/test`} bare>
            <Button kind="secondary" icon="refresh">
              {w.test}
            </Button>
          </Form>
        )}
        <Form action={`${at}/state`} bare>
          <input type="hidden" name="to" value={off ? 'on' : channel.state === 'on' ? 'off' : 'on'} />
          <Button
            kind={channel.state === 'on' ? 'quiet' : 'primary'}
            icon={channel.state === 'on' ? 'pause' : 'play'}
          >
            {channel.state === 'on' ? w.switchOff : w.switchOn}
          </Button>
        </Form>
      </ButtonGroup>
      {channel.state === 'on' && <p class="hint">{w.switchOffBody}</p>}
    </>
  )
}

function People({ w, channel, webhook, mayRun }: ChannelViewProps) {
  if (!webhook || !mayRun) return null
  return (
    <Panel title={w.conversations}>
      <p class="row">
        {webhook.isSet ? (
          <Tag tone={webhook.waiting > 0 ? 'warn' : 'good'} icon={webhook.waiting > 0 ? 'clock' : 'done'}>
            {w.waitingPeople(webhook.waiting)}
          </Tag>
        ) : (
          <span class="soft">{w.webhookNotSet}</span>
        )}
        <a href={conversationsAddress(channel.id)}>{w.allOfThem}</a>
      </p>
    </Panel>
  )
}

function isNumber(kind: ChannelKind, name: string): boolean {
  return (serviceNumbers[kind] ?? []).some((n) => n.name === name)
}

function Limits({ w, locale, channel }: ChannelViewProps) {
  const limits = limitsOf(channel.kind, undefined, channel.settings)
  const numbers = serviceNumbers[channel.kind] ?? []
  const number = (n: number) => n.toLocaleString(locale === 'vi' ? 'vi-VN' : 'en-GB')
  const field = (l: { used: boolean; most: number | null }) =>
    l.used ? (l.most === null ? w.noLimit : w.atMost(number(l.most))) : w.notUsed
  const size = limits.images.bytes === null ? '' : `${number(limits.images.bytes / 1e6)} MB`
  return (
    <Panel title={w.limits}>
      <SummaryList
        facts={[
          { label: w.limitTitle, value: field(limits.title) },
          { label: w.limitLead, value: field(limits.lead) },
          { label: w.limitText, value: field(limits.text) },
          {
            label: w.limitImages,
            value:
              limits.images.most === 0
                ? w.notUsed
                : w.imagesFrom(limits.images.least, limits.images.most, size),
          },
        ]}
      />
      {numbers.length > 0 && (
        <ul class="plain-list stack small">
          {numbers.map((n) => (
            <li key={n.name}>
              {n.label[locale]}: <strong>{number(numberOf(channel.kind, n.name, channel.settings))}</strong>{' '}
              {n.unit[locale]} <Tag tone="warn">{w.notVerified}</Tag>{' '}
              <span class="soft">{n.source[locale]}</span>
            </li>
          ))}
        </ul>
      )}
      {!limits.verified && (
        <Notice tone="warn" small>
          {w.unverified}
        </Notice>
      )}
    </Panel>
  )
}

function Newest({ w, locale, channel, newest }: ChannelViewProps) {
  if (newest.length === 0) return null
  return (
    <Panel title={w.latest} actions={<a href={`${messagesAddress}?channel=${channel.id}`}>{w.allOfThem}</a>}>
      <ul class="plain-list stack">
        {newest.map((m) => (
          <li key={m.id} class="row">
            <StatusTag look={messageLooks[m.state]}>{messageStates[m.state][locale]}</StatusTag>
            <a href={messageAddress(m.id)}>{titleOf(m, locale)}</a>
            <span class="small soft">{showTime(m.sentAt ?? m.dueAt)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
