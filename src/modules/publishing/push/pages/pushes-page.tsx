import type { Locale } from '../../../../lib/actor.ts'
import { showTime } from '../../../../lib/calendar/day.ts'
import { words } from '../../../../lib/text/words.ts'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Stat, Stats } from '../../../../ui/stat.tsx'
import { Table } from '../../../../ui/table.tsx'
import { LetterTabs } from '../../subscriptions/pages/letter-tabs.tsx'
import type { Push, PushTally } from '../deliveries.sql.ts'
import { texts } from '../push.texts.ts'

export interface PushesFacts {
  locale: Locale
  devices: number
  /** The desk decides what is pushed, by a channel. */
  isByDesk: boolean
  pushes: readonly (Push & { tally: PushTally })[]
}

export function PushesPage({ locale, devices, isByDesk, pushes }: PushesFacts) {
  const w = words(texts, locale)
  const faultOf = ({ fault }: Push) => fault && `${fault.service}: ${fault.status || w.noAnswer}`
  return (
    <>
      <PageHead title={w.office} lead={w.officeLead} />
      <LetterTabs locale={locale} current="/newsletters/pushes" />
      <Stats>
        <Stat label={w.devices} value={String(devices)} />
        <Stat label={w.pushes} value={String(pushes.length)} />
        <Stat label={w.ended} value={String(pushes.reduce((sum, p) => sum + p.ended, 0))} />
      </Stats>
      <Notice tone="info" small>
        {isByDesk ? w.byDesk : w.byItself}
      </Notice>
      {pushes.length === 0 ? (
        <EmptyState title={w.none}>{w.noneBody}</EmptyState>
      ) : (
        <Table
          caption={w.pushes}
          rows={pushes}
          rowKey={(push) => String(push.id)}
          narrow="cards"
          columns={[
            {
              key: 'words',
              label: w.words,
              main: true,
              cell: (push) => (
                <>
                  <a href={push.link}>{push.title}</a>
                  <div class="small soft">{push.body}</div>
                </>
              ),
            },
            { key: 'at', label: w.at, cell: (push) => showTime(push.madeAt) },
            {
              key: 'waiting',
              label: w.waiting,
              numeric: true,
              cell: ({ tally }) => tally.waiting + tally.sending,
            },
            { key: 'sent', label: w.sent, numeric: true, cell: ({ tally }) => tally.sent },
            { key: 'unsure', label: w.unsure, numeric: true, cell: ({ tally }) => tally.unsure },
            { key: 'refused', label: w.refused, numeric: true, cell: ({ tally }) => tally.failed },
            { key: 'ended', label: w.ended, numeric: true, cell: (push) => push.ended },
            { key: 'fault', label: w.fault, cell: faultOf },
          ]}
        />
      )}
    </>
  )
}
