import type { VNode } from 'preact'
import type { Locale } from '../../../../lib/actor.ts'
import { showTime } from '../../../../lib/calendar/day.ts'
import type { Words } from '../../../../lib/text/words.ts'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Table } from '../../../../ui/table.tsx'
import { type StatusLook, StatusTag } from '../../../../ui/tag.tsx'
import { conversationAddress } from '../../channel.ts'
import type { Channel } from '../../channels/channels.sql.ts'
import { kindWords, type texts } from '../conversations.texts.ts'
import type { Conversation } from '../conversations.ts'

export type W = Words<typeof texts>

export function conversationsView({
  w,
  locale,
  channel,
  rows,
  now,
}: {
  w: W
  locale: Locale
  channel: Channel
  rows: readonly Conversation[]
  now: Date
}): VNode {
  return (
    <>
      <PageHead kicker={channel.name} title={w.conversations} lead={w.lead} />
      {rows.length === 0 ? (
        <EmptyState title={w.nobody}>{w.nobodyWhy}</EmptyState>
      ) : (
        <Table
          caption={w.conversations}
          silentCaption
          rows={rows}
          rowKey={(r) => r.person.id}
          columns={[
            {
              key: 'person',
              label: w.newest,
              main: true,
              width: 'wide',
              cell: (r) => (
                <>
                  <a href={conversationAddress(channel.id, r.person.id)}>{w.person(r.person.id)}</a>
                  <span class="row small soft">{newestOf(r, w, locale)}</span>
                </>
              ),
            },
            { key: 'at', label: w.wroteAt, cell: (r) => showTime(r.person.lastWroteAt) },
            { key: 'window', label: w.window, cell: (r) => windowWords(r, w, now) },
            {
              key: 'state',
              label: w.state,
              cell: (r) => {
                const { look, word } = standing(r, w)
                return <StatusTag look={look}>{word}</StatusTag>
              },
            },
          ]}
        />
      )}
    </>
  )
}

function newestOf({ words }: Conversation, w: W, locale: Locale): string {
  const last = words.at(-1)
  if (!last) return ''
  if (last.text !== null) return last.text.slice(0, 140)
  return last.kind === 'text' ? w.erased : (kindWords[last.kind]?.[locale] ?? last.kind)
}

export function windowWords({ isOpen, until }: Conversation, w: W, now: Date): string {
  if (!isOpen) return w.closedAt(showTime(until))
  const minutes = Math.floor((until.getTime() - now.getTime()) / 60_000)
  return w.left(Math.floor(minutes / 60), minutes % 60)
}

/** A word and its look for how a conversation stands. */
export function standing({ isOpen, waits }: Conversation, w: W): { look: StatusLook; word: string } {
  if (isOpen && waits) return { look: { tone: 'warn', icon: 'clock' }, word: w.waits }
  if (waits) return { look: { tone: 'bad', icon: 'late' }, word: w.missed }
  if (isOpen) return { look: { tone: 'good', icon: 'done' }, word: w.answered }
  return { look: { tone: 'quiet', icon: 'close' }, word: w.closed }
}
