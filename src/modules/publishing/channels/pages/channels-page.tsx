import type { VNode } from 'preact'
import type { Locale } from '../../../../lib/actor.ts'
import { showTime } from '../../../../lib/calendar/day.ts'
import type { Words } from '../../../../lib/text/words.ts'
import { ButtonLink } from '../../../../ui/button.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { Icon } from '../../../../ui/icon.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { type Column, Table } from '../../../../ui/table.tsx'
import { StatusTag, Tag } from '../../../../ui/tag.tsx'
import {
  channelAddress,
  channelKinds,
  channelStates,
  channelsAddress,
  messagesAddress,
  whoMustAct,
} from '../../channel.ts'
import type { Channel } from '../channels.sql.ts'
import type { texts } from '../channels.texts.ts'
import { channelLooks, kindIcons } from './looks.ts'

type W = Words<typeof texts>
export interface ChannelRow extends Channel {
  unitName: string
  counts: { waiting: number; unsure: number; stuck: number; sent: number }
}

export function channelsView({
  w,
  locale,
  rows,
  mayMake,
}: {
  w: W
  locale: Locale
  rows: readonly ChannelRow[]
  mayMake: boolean
}): VNode {
  const add = mayMake && (
    <ButtonLink icon="add" href={`${channelsAddress}/new`}>
      {w.newChannel}
    </ButtonLink>
  )
  return (
    <>
      <PageHead title={w.channels} lead={w.channelsLead} actions={add} />
      {rows.length === 0 ? (
        <EmptyState title={w.noChannels}>{w.noChannelsBody}</EmptyState>
      ) : (
        <Table
          narrow="lines"
          caption={w.channels}
          silentCaption
          columns={columns(w, locale)}
          rows={rows}
          rowKey={(r) => r.id}
        />
      )}
      <Notice tone="info" small>
        {w.alwaysThere}
      </Notice>
    </>
  )
}

function columns(w: W, locale: Locale): Column<ChannelRow>[] {
  return [
    {
      key: 'name',
      label: w.channel,
      main: true,
      width: 'wide',
      cell: (c) => (
        <>
          <a href={channelAddress(c.id)}>{c.name}</a>
          <span class="row small soft">
            <Icon name={kindIcons[c.kind]} /> {channelKinds[c.kind][locale]}
          </span>
        </>
      ),
    },
    { key: 'unit', label: w.unit, phone: 'bare', width: 'medium', cell: (c) => c.unitName },
    {
      key: 'state',
      label: w.state,
      phone: 'bare',
      width: 'medium',
      cell: (c) => (
        <div>
          <StatusTag look={channelLooks[c.state]}>{channelStates[c.state][locale]}</StatusTag>{' '}
          {c.settings['simulated'] && <Tag outline>{w.simulated}</Tag>}
          {c.trouble && (
            <p class="small">
              {c.trouble[locale]} <span class="soft">{whoMustAct[c.trouble.who][locale]}.</span>
            </p>
          )}
        </div>
      ),
    },
    { key: 'last', label: w.lastSent, cell: (c) => (c.lastSentAt ? showTime(c.lastSentAt) : w.never) },
    { key: 'queue', label: w.queue, cell: (c) => <Queue w={w} row={c} /> },
  ]
}

function Queue({ w, row }: { w: W; row: ChannelRow }) {
  const { waiting, unsure, stuck } = row.counts
  if (waiting + unsure + stuck === 0) return <span class="soft">{w.nothingWaits}</span>
  const to = (state: string) => `${messagesAddress}?channel=${row.id}&state=${state}`
  return (
    <span class="row">
      {waiting > 0 && <a href={to('waiting')}>{w.waitingCount(waiting)}</a>}
      {unsure > 0 && (
        <a href={to('unsure')}>
          <Tag tone="warn" icon="help">
            {w.unsureCount(unsure)}
          </Tag>
        </a>
      )}
      {stuck > 0 && (
        <a href={`${messagesAddress}?channel=${row.id}`}>
          <Tag tone="bad" icon="error">
            {w.stuckCount(stuck)}
          </Tag>
        </a>
      )}
    </span>
  )
}
