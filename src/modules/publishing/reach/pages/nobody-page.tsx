import type { ComponentChildren } from 'preact'
import { dayOf, daysBetween, showDay } from '../../../../lib/calendar/day.ts'
import { words } from '../../../../lib/text/words.ts'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { Icon } from '../../../../ui/icon.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Table } from '../../../../ui/table.tsx'
import { Tag } from '../../../../ui/tag.tsx'
import { publicationKinds } from '../../publication.ts'
import { texts } from '../reach.texts.ts'
import { channelWords, reachOfAddress } from '../reach.ts'
import type { NobodySeen } from '../reach-shown.ts'
import { unreachedTexts } from '../unreached.texts.ts'
import type { UnreachedList } from '../unreached.ts'
import { DaysFilter } from './reach-charts.tsx'

const mostRows = 25

/** What was done and reached nobody, said plainly: a list to act on, each line with the page that mends it. */
export function NobodyPage({ seen, tasks }: { seen: NobodySeen; tasks: string }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const u = words(unreachedTexts, locale)
  const { items, links, communes, scope, lists } = seen
  const counts = [
    { key: 'items', label: t.nobodyItems, todo: u.itemsDo, n: items.length },
    { key: 'links', label: t.nobodyLinks, todo: u.linksDo, n: links.length },
    { key: 'communes', label: t.nobodyPlaces, todo: u.placeDo, n: communes.silent.length },
    ...lists.map((l) => ({
      ...{ key: l.key, label: l.title[locale], n: l.rows.length },
      todo: l.rows[0]?.todo[locale] ?? '',
    })),
  ].filter((c) => c.n > 0)
  return (
    <>
      <PageHead title={t.silent} lead={counts.length === 0 ? t.nobodyLead : u.summary(counts.length)} />
      {counts.length === 0 ? (
        <EmptyState scene="done" title={t.allReached}>
          {t.allReachedWhy}
        </EmptyState>
      ) : (
        <ul class="to-mend">
          {counts.map((c) => (
            <li key={c.key}>
              <a href={`#${c.key}`}>
                <b>{c.n}</b> {c.label}
              </a>
              <span class="soft">{c.todo}</span>
            </li>
          ))}
        </ul>
      )}
      {items.length > 0 && <Items seen={seen} days={daysBetween(scope.from, scope.to) + 1} />}
      <Links links={links} />
      <SilentPlaces communes={communes} />
      {lists.map((list) => (
        <List list={list} key={list.key} />
      ))}
      <p>
        <a href={tasks}>{u.tasks}</a>
      </p>
      <DaysFilter action="/reach/nobody" scope={scope} />
    </>
  )
}

/** One kind of what reached nobody, folded: the list above says how many and what to do. */
function Part({
  id,
  title,
  n,
  children,
}: {
  id: string
  title: string
  n: number
  children: ComponentChildren
}) {
  return (
    <details class="panel folded" id={id} data-fold>
      <summary>
        <h2>{title}</h2>
        <Tag tone="warn">{String(n)}</Tag>
        <Icon name="down" />
      </summary>
      {children}
    </details>
  )
}

function Items({ seen, days }: { seen: NobodySeen; days: number }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { items } = seen
  return (
    <Part title={t.nobodyItems} id="items" n={items.length}>
      <p>{t.nobodyItemsWhy(items.length, days)}</p>
      <Table
        narrow="lines"
        caption={t.nobodyItems}
        silentCaption
        dense
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
          { key: 'kind', label: t.kind, phone: 'bare', cell: (r) => publicationKinds[r.kind][locale] },
          { key: 'unit', label: t.unit, phone: 'bare', cell: (r) => r.unitName },
          { key: 'day', label: t.publishedOn, cell: (r) => showDay(dayOf(r.publishedAt)) },
        ]}
      />
      <More of={items.length} />
    </Part>
  )
}

function More({ of }: { of: number }) {
  const { locale } = useRequest()
  return of > mostRows ? <p class="soft small">{unreachedTexts.more[locale](of - mostRows)}</p> : null
}

function Links({ links }: Pick<NobodySeen, 'links'>) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  if (links.length === 0) return null
  return (
    <Part title={t.nobodyLinks} id="links" n={links.length}>
      <p>{t.nobodyLinksWhy(links.length)}</p>
      <Table
        narrow="lines"
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
            cell: (r) => <a href={`${reachOfAddress(r.publicationId)}#links`}>{r.title}</a>,
          },
        ]}
      />
      <More of={links.length} />
    </Part>
  )
}

function SilentPlaces({ communes }: Pick<NobodySeen, 'communes'>) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  if (communes.silent.length === 0) return null
  return (
    <Part title={t.nobodyPlaces} id="communes" n={communes.silent.length}>
      <p>
        {t.nobodyPlacesWhy(communes.silent.length, communes.all)} {unreachedTexts.placeDo[locale]}:
      </p>
      <ul class="many-names">
        {communes.silent.map((u) => (
          <li key={u.id}>
            <a href={`/printed/standing?commune=${u.id}`}>{u.short}</a>
          </li>
        ))}
      </ul>
    </Part>
  )
}

function List({ list }: { list: UnreachedList }) {
  const { locale } = useRequest()
  const t = words(unreachedTexts, locale)
  const hasUnits = list.rows.some((r) => r.unit !== '' && r.unit !== r.what)
  return (
    <Part title={list.title[locale]} id={list.key} n={list.rows.length}>
      <p>{list.why[locale]}</p>
      <Table
        narrow="lines"
        caption={list.title[locale]}
        silentCaption
        dense
        rows={list.rows.slice(0, mostRows)}
        rowKey={(r) => r.key}
        columns={[
          {
            key: 'what',
            label: t.what,
            main: true,
            width: 'wide',
            cell: (r) => (
              <>
                {r.what} {r.detail && <span class="soft">{r.detail[locale]}</span>}
              </>
            ),
          },
          ...(hasUnits
            ? [
                {
                  key: 'unit',
                  label: t.unit,
                  cell: (r: UnreachedList['rows'][number]) => r.unit,
                },
              ]
            : []),
          { key: 'since', label: t.since, cell: (r) => r.since && showDay(r.since) },
          { key: 'mend', label: t.mend, cell: (r) => <a href={r.href}>{r.todo[locale]}</a> },
        ]}
      />
      <More of={list.rows.length} />
    </Part>
  )
}
