import { showTime } from '../../../lib/calendar/day.ts'
import { words } from '../../../lib/text/words.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Few } from '../../../ui/few.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import type { FormValues } from '../../../ui/form.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { useRequest } from '../../../ui/request.ts'
import { Select } from '../../../ui/select.tsx'
import { Stat, Stats } from '../../../ui/stat.tsx'
import { Table } from '../../../ui/table.tsx'
import { StatusTag, Tag } from '../../../ui/tag.tsx'
import { TaskList } from '../../../ui/task-list.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import type { Tone } from '../../../ui/tone.ts'
import { publicationKinds } from '../../publishing/publication.ts'
import { stateWords, texts } from '../editorial.texts.ts'
import { type ItemState, itemAddress, itemStates } from '../item.ts'
import type { ItemRow } from '../items/lists.sql.ts'
import type { WaitingItem, Waits } from '../items/showing.ts'
import { stateLooks } from '../looks.ts'
import { DeskTabs } from './desk-tabs.tsx'

export interface DeskPageProps {
  waiting: readonly WaitingItem[]
  counts: ReadonlyMap<ItemState, number>
  items: readonly ItemRow[]
  /** Items with something wrong on a channel. */
  troubled: ReadonlySet<number>
  total: number
  page: number
  pageSize: number
  pageAddress: (page: number) => string
  values: FormValues
  unitNames: ReadonlyMap<number, string>
  units: readonly { id: number; name: string }[]
  columns: readonly { id: number; vi: string; en: string }[]
  mayWrite: boolean
}

/** As a choice beside the states: what waits for the actor's own approval, whichever unit it is of. */
export const forMe = 'for-me'

/** The desk: what waits for this person, how much stands where, and all items. */
export function DeskPage(props: DeskPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <>
      <PageHead
        title={t.desk}
        lead={t.deskLead}
        actions={
          props.mayWrite && (
            <ButtonLink href="/desk/items/new" icon="add">
              {t.newItem}
            </ButtonLink>
          )
        }
      />
      <DeskTabs here="items" />
      <Waiting waiting={props.waiting} unitNames={props.unitNames} />
      <Stats>
        {boardStates.map((state) => (
          <Stat
            key={state}
            label={stateWords[state][locale]}
            value={String(props.counts.get(state) ?? 0)}
            icon={stateLooks[state].icon}
            href={`/desk?state=${state}#items`}
          />
        ))}
      </Stats>
      <Panel title={t.allItems} id="items">
        <Filters {...props} />
        {props.items.length > 0 ? (
          <ItemTable
            items={props.items}
            unitNames={props.unitNames}
            caption={t.allItems}
            troubled={props.troubled}
          />
        ) : (
          <Nothing {...props} />
        )}
        <Pager page={props.page} pageSize={props.pageSize} total={props.total} href={props.pageAddress} />
      </Panel>
    </>
  )
}

/** Before the first item: what to do, in which order. After a search: how to find more. */
function Nothing({ values, mayWrite }: DeskPageProps) {
  const t = words(texts, useRequest().locale)
  const isFiltered = Object.entries(values).some(([name, value]) => name !== 'page' && value)
  if (isFiltered) {
    return (
      <EmptyState scene="search" title={t.nothingFound}>
        {t.nothingFoundWhy}
      </EmptyState>
    )
  }
  const first = (
    <ButtonLink href="/desk/items/new" icon="add">
      {t.newItem}
    </ButtonLink>
  )
  return (
    <EmptyState title={t.noItemsYet} action={mayWrite ? first : undefined}>
      {t.noItemsYetWhy}
    </EmptyState>
  )
}

const boardStates = ['draft', 'submitted', 'returned', 'approved', 'scheduled', 'published'] as const

const waitTones: Record<Waits, Tone> = {
  toLookAgain: 'bad',
  toMendChannel: 'bad',
  toMend: 'warn',
  toApprove: 'info',
  toReview: 'info',
  toPublish: 'accent',
  toCheckAgain: 'warn',
}
const waitIcons = {
  toLookAgain: 'eye',
  toMendChannel: 'warning',
  toMend: 'return',
  toApprove: 'stamp',
  toReview: 'edit',
  toPublish: 'globe',
  toCheckAgain: 'clock',
} as const

function Waiting({ waiting, unitNames }: Pick<DeskPageProps, 'waiting' | 'unitNames'>) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <Panel title={waiting.length > 0 ? `${t.waiting} (${waiting.length})` : t.waiting} id="waiting">
      {waiting.length === 0 && <p class="soft">{t.nothingWaitsWhy}</p>}
      {waiting.length > 0 && (
        <Few total={waiting.length}>
          <TaskList
            items={waiting.map(({ item, why }) => ({
              key: `${why}-${item.id}`,
              label: item.title,
              href: why === 'toMendChannel' ? `${itemAddress(item.id)}/channels` : itemAddress(item.id),
              hint: `${publicationKinds[item.kind][locale]} · ${unitNames.get(item.unitId) ?? ''} · ${item.changedByName}, ${showTime(item.changedAt)}`,
              status: <StatusTag look={{ tone: waitTones[why], icon: waitIcons[why] }}>{t[why]}</StatusTag>,
            }))}
          />
        </Few>
      )}
    </Panel>
  )
}

function Filters({ values, units, columns, total }: DeskPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const kinds = Object.entries(publicationKinds)
  return (
    <FilterBar action="/desk" values={values} rows={total}>
      <TextInput name="words" label={t.words} />
      <Select
        name="state"
        label={t.state}
        empty={t.everyState}
        options={[
          { value: forMe, label: t.forMe },
          ...itemStates.map((s) => ({ value: s, label: stateWords[s][locale] })),
        ]}
      />
      <Select
        name="kind"
        label={t.kind}
        empty
        options={kinds.map(([value, kind]) => ({ value, label: kind[locale] }))}
      />
      {columns.length > 0 && (
        <Select
          name="column"
          label={t.column}
          empty
          options={columns.map((c) => ({ value: String(c.id), label: c[locale] }))}
        />
      )}
      {units.length > 1 && (
        <Select
          name="unit"
          label={t.unit}
          empty
          options={units.map((u) => ({ value: String(u.id), label: u.name }))}
        />
      )}
    </FilterBar>
  )
}

interface ItemTableProps {
  items: readonly ItemRow[]
  unitNames: ReadonlyMap<number, string>
  caption: string
  troubled?: ReadonlySet<number>
}

export function ItemTable({ items, unitNames, caption, troubled }: ItemTableProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <Table
      narrow="lines"
      caption={caption}
      silentCaption
      rows={items}
      rowKey={(i) => i.id}
      columns={[
        {
          key: 'title',
          label: t.title,
          main: true,
          width: 'wide',
          cell: (i) => (
            <>
              <a href={itemAddress(i.id)}>{i.title}</a>{' '}
              {i.language !== 'vi' && <Tag outline>{i.language}</Tag>}
            </>
          ),
        },
        { key: 'kind', label: t.kind, phone: 'bare', cell: (i) => publicationKinds[i.kind][locale] },
        { key: 'unit', label: t.unit, phone: 'bare', cell: (i) => unitNames.get(i.unitId) ?? '' },
        {
          key: 'state',
          label: t.state,
          phone: 'bare',
          cell: (i) => (
            <span class="row">
              <StatusTag look={stateLooks[i.state]}>{stateWords[i.state][locale]}</StatusTag>
              {troubled?.has(i.id) && (
                <StatusTag look={{ tone: 'bad', icon: 'warning' }}>{t.channelTrouble}</StatusTag>
              )}
            </span>
          ),
        },
        {
          key: 'changed',
          label: t.changed,
          phone: 'bare',
          cell: (i) => (
            <span class="small">
              <span class="nowrap">{showTime(i.changedAt)}</span>
              <br class="wide-only" /> <span class="soft">{i.changedByName}</span>
            </span>
          ),
        },
      ]}
    />
  )
}
