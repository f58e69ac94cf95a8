import { dayOf, showDay } from '../../../../lib/calendar/day.ts'
import { words } from '../../../../lib/text/words.ts'
import { ButtonLink } from '../../../../ui/button.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Pager } from '../../../../ui/pager.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Table } from '../../../../ui/table.tsx'
import { publicationKinds } from '../../publication.ts'
import type { ItemSum } from '../reach.sql.ts'
import { texts } from '../reach.texts.ts'
import { reachOfAddress } from '../reach.ts'
import type { ReachSeen } from '../reach-shown.ts'
import { DaysFilter, ReachCharts, ReachStats, showCount } from './reach-charts.tsx'

type ReachPageProps = { seen: ReachSeen; items: readonly ItemSum[]; page: number; mayWork: boolean }

const pageSize = 20

/** All that is known of who was reached, by day, channel, place and audience. */
export function ReachPage({ seen, items, page, mayWork }: ReachPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { from, to } = seen.scope
  const query = `?from=${from}&to=${to}`
  const at = Math.min(page, Math.max(1, Math.ceil(items.length / pageSize)))
  const silent = items.filter((i) => i.amount === 0).length
  return (
    <>
      <PageHead
        title={t.reach}
        lead={t.lead}
        actions={
          <>
            {mayWork && (
              <ButtonLink href="/reach/imports/new" icon="upload">
                {t.importFigures}
              </ButtonLink>
            )}
            <ButtonLink href={`/reach/figures.xlsx${query}`} icon="download" kind="quiet" download>
              {t.xlsx}
            </ButtonLink>
            <ButtonLink href={`/reach/figures.csv${query}`} icon="download" kind="quiet" download>
              {t.csv}
            </ButtonLink>
          </>
        }
      />
      <DaysFilter action="/reach" scope={seen.scope} />
      {items.length === 0 ? (
        <EmptyState title={t.none}>{t.noneWhy}</EmptyState>
      ) : (
        <>
          <ReachStats seen={seen} items={items.length - silent} silent={silent} />
          <ReachCharts seen={seen} />
          <Panel title={t.item} id="items">
            <ItemTable items={items.slice((at - 1) * pageSize, at * pageSize)} />
            <Pager
              page={at}
              pageSize={pageSize}
              total={items.length}
              href={(n) => `/reach${query}&page=${n}#items`}
            />
          </Panel>
        </>
      )}
    </>
  )
}

function ItemTable({ items }: { items: readonly ItemSum[] }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <Table
      narrow="lines"
      caption={t.item}
      silentCaption
      rows={items}
      rowKey={(r) => r.publicationId}
      columns={[
        {
          key: 'title',
          label: t.item,
          main: true,
          width: 'wide',
          cell: (r) => <a href={reachOfAddress(r.publicationId)}>{r.title}</a>,
        },
        { key: 'kind', label: t.kind, phone: 'bare', cell: (r) => publicationKinds[r.kind][locale] },
        { key: 'unit', label: t.unit, phone: 'bare', cell: (r) => r.unitName },
        { key: 'day', label: t.publishedOn, phone: 'bare', cell: (r) => showDay(dayOf(r.publishedAt)) },
        { key: 'channels', label: t.channels, phone: 'away', numeric: true, cell: (r) => String(r.channels) },
        { key: 'amount', label: t.total, numeric: true, cell: (r) => showCount(r.amount, locale) },
      ]}
    />
  )
}
