import { dayOf, daysBetween, showDay } from '../../../../lib/calendar/day.ts'
import { words } from '../../../../lib/text/words.ts'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Table } from '../../../../ui/table.tsx'
import { publicationKinds } from '../../publication.ts'
import { texts } from '../reach.texts.ts'
import { channelWords, reachOfAddress } from '../reach.ts'
import type { NobodySeen } from '../reach-shown.ts'
import { DaysFilter } from './reach-charts.tsx'

const mostRows = 100

/** What was done and reached nobody, said plainly: a list to act on. */
export function NobodyPage({ seen }: { seen: NobodySeen }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { items, links, communes, scope } = seen
  const isNothing = items.length + links.length + communes.silent.length === 0
  return (
    <>
      <PageHead title={t.silent} lead={t.nobodyLead} />
      <DaysFilter action="/reach/nobody" scope={scope} />
      {isNothing && (
        <EmptyState scene="done" title={t.allReached}>
          {t.allReachedWhy}
        </EmptyState>
      )}
      {items.length > 0 && (
        <Panel title={t.nobodyItems}>
          <p>{t.nobodyItemsWhy(items.length, daysBetween(scope.from, scope.to) + 1)}</p>
          <Table
            caption={t.nobodyItems}
            silentCaption
            rows={items.slice(0, mostRows)}
            rowKey={(r) => r.publicationId}
            columns={[
              {
                key: 'title',
                label: t.item,
                main: true,
                width: 'wide',
                cell: (r) => <a href={reachOfAddress(r.publicationId)}>{r.title}</a>,
              },
              { key: 'kind', label: t.kind, cell: (r) => publicationKinds[r.kind][locale] },
              { key: 'unit', label: t.unit, cell: (r) => r.unitName },
              { key: 'day', label: t.publishedOn, cell: (r) => showDay(dayOf(r.publishedAt)) },
            ]}
          />
        </Panel>
      )}
      {links.length > 0 && (
        <Panel title={t.nobodyLinks}>
          <p>{t.nobodyLinksWhy(links.length)}</p>
          <Table
            caption={t.nobodyLinks}
            silentCaption
            dense
            rows={links.slice(0, mostRows)}
            rowKey={(r) => `${r.publicationId} ${r.channelKind} ${r.place}`}
            columns={[
              { key: 'place', label: t.place, main: true, cell: (r) => r.place || t.anywhere },
              { key: 'channel', label: t.channel, cell: (r) => channelWords(r.channelKind)[locale] },
              {
                key: 'title',
                label: t.item,
                cell: (r) => <a href={reachOfAddress(r.publicationId)}>{r.title}</a>,
              },
            ]}
          />
        </Panel>
      )}
      <SilentPlaces communes={communes} />
    </>
  )
}

function SilentPlaces({ communes }: Pick<NobodySeen, 'communes'>) {
  const t = words(texts, useRequest().locale)
  if (communes.silent.length === 0) return null
  return (
    <Panel title={t.nobodyPlaces}>
      <p>{t.nobodyPlacesWhy(communes.silent.length, communes.all)}</p>
      <ul class="many-names">
        {communes.silent.map((u) => (
          <li key={u.id}>{u.short}</li>
        ))}
      </ul>
    </Panel>
  )
}
