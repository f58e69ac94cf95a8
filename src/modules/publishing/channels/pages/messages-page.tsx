import type { VNode } from 'preact'
import type { Locale } from '../../../../lib/actor.ts'
import { showDay, showTime } from '../../../../lib/calendar/day.ts'
import type { Words } from '../../../../lib/text/words.ts'
import { ButtonLink } from '../../../../ui/button.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { FilterBar } from '../../../../ui/filter-bar.tsx'
import type { FormValues } from '../../../../ui/form.tsx'
import { Icon } from '../../../../ui/icon.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Pager } from '../../../../ui/pager.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { Progress } from '../../../../ui/progress.tsx'
import { Select } from '../../../../ui/select.tsx'
import { type Column, Table } from '../../../../ui/table.tsx'
import { Tabs } from '../../../../ui/tabs.tsx'
import { StatusTag } from '../../../../ui/tag.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import {
  type MessageState,
  messageAddress,
  messageStates,
  messagesAddress,
  whoMustAct,
} from '../../channel.ts'
import type { ShownMessage } from '../message-lists.sql.ts'
import type { texts } from '../messages.texts.ts'
import { kindIcons, messageLooks } from './looks.ts'

type W = Words<typeof texts>

const toOnePerson = { vi: 'Tin trả lời một người', en: 'An answer to one person' }

/** What was said to one person stands in no list. */
export function titleOf(m: ShownMessage, locale: Locale = 'vi'): string {
  if (m.source.startsWith('zalo:')) return toOnePerson[locale]
  return m.title ?? (m.variant.title || m.variant.text.slice(0, 90))
}

export function messagesView(props: {
  w: W
  locale: Locale
  rows: readonly ShownMessage[]
  counts: Partial<Record<MessageState, number>>
  state: MessageState | undefined
  values: FormValues
  channels: readonly { value: string; label: string }[]
  page: number
  pageSize: number
  href: (change: { state?: string; page?: number }) => string
}): VNode {
  const { w, locale, rows, counts, state, href } = props
  const all = Object.values(counts).reduce((a, b) => a + b, 0)
  const states = Object.keys(messageStates) as MessageState[]
  const shown = states.filter((s) => (counts[s] ?? 0) > 0 || s === state)
  return (
    <>
      <PageHead
        title={w.messages}
        lead={w.lead}
        actions={
          <ButtonLink kind="secondary" icon="calendar" href={`${messagesAddress}/calendar`}>
            {w.calendar}
          </ButtonLink>
        }
      />
      <FilterBar action={messagesAddress} values={props.values} rows={rows.length}>
        <TextInput name="q" label={w.search} optional />
        <Select name="channel" label={w.channel} options={props.channels} empty={w.anyChannel} optional />
        {state && <input type="hidden" name="state" value={state} />}
      </FilterBar>
      <Tabs
        label={w.states}
        tabs={[
          { href: href({ state: '' }), label: w.all, current: state === undefined, count: all },
          ...shown.map((s) => ({
            href: href({ state: s }),
            label: messageStates[s][locale],
            current: s === state,
            count: counts[s] ?? 0,
          })),
        ]}
      />
      {rows.length === 0 ? (
        <EmptyState title={w.none}>{w.noneBody}</EmptyState>
      ) : (
        <>
          <Table
            narrow="lines"
            caption={w.messages}
            silentCaption
            columns={columns(w, locale)}
            rows={rows}
            rowKey={(r) => r.id}
          />
          <Pager
            page={props.page}
            pageSize={props.pageSize}
            total={state ? (counts[state] ?? 0) : all}
            href={(page) => href({ page })}
          />
        </>
      )}
    </>
  )
}

function columns(w: W, locale: Locale): Column<ShownMessage>[] {
  return [
    {
      key: 'message',
      label: w.message,
      main: true,
      width: 'wide',
      cell: (m) => <a href={messageAddress(m.id)}>{titleOf(m, locale)}</a>,
    },
    {
      key: 'channel',
      label: w.channel,
      width: 'medium',
      cell: (m) => (
        <span>
          <Icon name={kindIcons[m.channelKind]} /> {m.channelName}
        </span>
      ),
    },
    { key: 'due', label: w.due, cell: (m) => showTime(m.dueAt) },
    {
      key: 'state',
      label: w.state,
      phone: 'bare',
      width: 'wide',
      cell: (m) => (
        <div>
          <StatusTag look={messageLooks[m.state]}>{messageStates[m.state][locale]}</StatusTag>
          <Why w={w} locale={locale} message={m} />
        </div>
      ),
    },
  ]
}

/** What a state does not say: why, when again, who. */
function Why({ w, locale, message: m }: { w: W; locale: Locale; message: ShownMessage }) {
  const { done, total } = m.progress
  if (m.state === 'sending' && total)
    return (
      <Progress
        label={w.progress}
        silent
        value={done ?? 0}
        max={total}
        text={w.recipients((done ?? 0).toLocaleString('vi-VN'), total.toLocaleString('vi-VN'))}
      />
    )
  if (m.state === 'sent') return null
  const off = m.state === 'waiting' && m.channelState !== 'on'
  return (
    <span class="small">
      {off && <p>{w.offNote}</p>}
      {m.lastError && (
        <p>
          {m.lastError[locale]}{' '}
          {m.lastError.who !== 'nobody' && <span class="soft">{whoMustAct[m.lastError.who][locale]}.</span>}
        </p>
      )}
      {m.state === 'waiting' && m.nextTryAt && !off && (
        <p class="soft">
          {w.nextTry} {showTime(m.nextTryAt)}
        </p>
      )}
      {m.state === 'unsure' && m.lookAt && (
        <p class="soft">
          {w.looksAt} {showTime(m.lookAt)}
        </p>
      )}
    </span>
  )
}

export function calendarView(props: {
  w: W
  locale: Locale
  /** 'MM/YYYY', and the addresses of the months around it. */
  month: string
  before: string
  after: string
  days: readonly { day: string; messages: readonly ShownMessage[] }[]
}): VNode {
  const { w, locale, month, days } = props
  return (
    <>
      <PageHead
        title={w.calendar}
        kicker={w.month(month)}
        actions={
          <>
            <ButtonLink kind="secondary" icon="left" href={props.before}>
              {w.previous}
            </ButtonLink>
            <ButtonLink kind="secondary" icon="right" href={props.after}>
              {w.nextMonth}
            </ButtonLink>
            <ButtonLink kind="quiet" href={messagesAddress}>
              {w.list}
            </ButtonLink>
          </>
        }
      />
      {days.length === 0 && <EmptyState title={w.nothingDue} />}
      {days.map(({ day, messages }) => (
        <Panel title={showDay(day)} key={day}>
          <ul class="plain-list stack">
            {messages.map((m) => (
              <li key={m.id} class="row">
                <time class="number" dateTime={m.dueAt.toISOString()}>
                  {showTime(m.dueAt).split(',')[0]}
                </time>
                <StatusTag look={messageLooks[m.state]}>{messageStates[m.state][locale]}</StatusTag>
                <a href={messageAddress(m.id)}>{titleOf(m)}</a>
                <span class="small soft">{m.channelName}</span>
              </li>
            ))}
          </ul>
        </Panel>
      ))}
    </>
  )
}
