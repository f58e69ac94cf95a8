import { type Day, showDay } from '../../../../lib/calendar/day.ts'
import { words } from '../../../../lib/text/words.ts'
import { Combobox } from '../../../../ui/combobox.tsx'
import { FilterBar } from '../../../../ui/filter-bar.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Select } from '../../../../ui/select.tsx'
import { Stat, Stats } from '../../../../ui/stat.tsx'
import { Table } from '../../../../ui/table.tsx'
import { StatusTag } from '../../../../ui/tag.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import type { Listing } from '../../registers/listing.ts'
import { RegisterList } from '../../registers/pages/register-list.tsx'
import { standingLooks } from '../looks.ts'
import {
  type Shortcoming,
  type Standing,
  shortcomingAddress,
  shortcomingsAddress,
  standingOf,
  standings,
} from '../shortcoming.ts'
import { standingWords, texts } from '../shortcomings.texts.ts'

export interface ShortcomingsPageProps extends Listing {
  shortcomings: readonly Shortcoming[]
  total: number
  counts: Readonly<Record<'open' | 'overdue' | 'done', number>>
  topics: readonly { code: string; vi: string; en: string }[]
  today: Day
  mayKeep: boolean
}

/** What does not work yet, who mends it, and what is late. */
export function ShortcomingsPage(props: ShortcomingsPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <RegisterList
      here="shortcomings"
      words={{ ...t, title: t.shortcomings, lead: t.shortcomingsLead, add: t.new }}
      listing={props}
      total={props.total}
      add={props.mayKeep ? `${shortcomingsAddress}/new` : null}
      scene="done"
      above={
        <>
          <Stats>
            {(['open', 'overdue', 'done'] as const).map((s: Exclude<Standing, 'withdrawn'>) => (
              <Stat
                key={s}
                label={standingWords[s][locale]}
                value={String(props.counts[s])}
                icon={standingLooks[s].icon}
                href={`${shortcomingsAddress}?standing=${s}`}
              />
            ))}
          </Stats>
          <Filters {...props} />
        </>
      }
    >
      <Rows {...props} />
    </RegisterList>
  )
}

function Filters({ query, units, topics, total }: ShortcomingsPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <FilterBar action={shortcomingsAddress} values={query} rows={total}>
      <TextInput name="words" label={t.words} />
      <Select
        name="standing"
        label={t.standing}
        empty={t.all}
        options={standings.map((s) => ({ value: s, label: standingWords[s][locale] }))}
      />
      <Select
        name="topic"
        label={t.topic}
        empty={t.all}
        options={topics.map((x) => ({ value: x.code, label: x[locale] }))}
      />
      <Combobox
        name="unit"
        label={t.unit}
        empty={t.all}
        options={units.map((u) => ({ value: String(u.id), label: u.name }))}
      />
    </FilterBar>
  )
}

function Rows({ shortcomings, unitNames, topics, today }: ShortcomingsPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <Table
      caption={t.shortcomings}
      silentCaption
      rows={shortcomings}
      rowKey={(s) => s.id}
      columns={[
        {
          key: 'title',
          label: t.title,
          main: true,
          width: 'wide',
          cell: (s) => <a href={shortcomingAddress(s.id)}>{s.title}</a>,
        },
        { key: 'unit', label: t.unit, cell: (s) => unitNames.get(s.unitId) },
        { key: 'topic', label: t.topic, cell: (s) => topics.find((x) => x.code === s.topic)?.[locale] ?? '' },
        { key: 'due', label: t.due, cell: (s) => showDay(s.dueDay) },
        {
          key: 'standing',
          label: t.standing,
          cell: (s) => {
            const standing = standingOf(s, today)
            return <StatusTag look={standingLooks[standing]}>{standingWords[standing][locale]}</StatusTag>
          },
        },
      ]}
    />
  )
}
