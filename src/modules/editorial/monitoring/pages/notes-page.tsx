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
import { noteLooks } from '../looks.ts'
import { lookedAtWords, noteStateWords, texts } from '../monitoring.texts.ts'
import { lookedAtKinds, type Note, noteAddress, noteStates, notesAddress, stateOf } from '../note.ts'

export interface NotesPageProps extends Listing {
  notes: readonly Note[]
  total: number
  counts: ReadonlyMap<string, number>
  today: Day
  mayWrite: boolean
}

/** What lead agencies saw at units and outlets, and what became of it. */
export function NotesPage(props: NotesPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <RegisterList
      here="monitoring"
      words={{ ...t, title: t.notes, add: t.new }}
      listing={props}
      total={props.total}
      add={props.mayWrite ? `${notesAddress}/new` : null}
      scene="search"
      above={
        <>
          <Stats>
            {(['open', 'overdue', 'answered', 'closed', 'good'] as const).map((s) => (
              <Stat
                key={s}
                label={noteStateWords[s][locale]}
                value={String(props.counts.get(s) ?? 0)}
                icon={noteLooks[s].icon}
                href={`${notesAddress}?state=${s}`}
              />
            ))}
          </Stats>
          <Filters {...props} />
        </>
      }
    >
      <NoteTable {...props} />
    </RegisterList>
  )
}

function Filters({ query, units }: NotesPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const named = units.map((u) => ({ value: String(u.id), label: u.name }))
  return (
    <FilterBar action={notesAddress} values={query}>
      <TextInput name="words" label={t.words} />
      <Select
        name="state"
        label={t.state}
        empty={t.all}
        options={noteStates.map((s) => ({ value: s, label: noteStateWords[s][locale] }))}
      />
      <Select
        name="lookedAt"
        label={t.lookedAt}
        empty={t.all}
        options={lookedAtKinds.map((k) => ({ value: k, label: lookedAtWords[k][locale] }))}
      />
      <Combobox name="unit" label={t.unit} empty={t.all} options={named} />
      <Combobox name="author" label={t.author} empty={t.all} options={named} />
    </FilterBar>
  )
}

export type NoteTableProps = Pick<NotesPageProps, 'notes' | 'unitNames' | 'today'>

export function NoteTable({ notes, unitNames, today }: NoteTableProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <Table
      narrow="lines"
      caption={t.notes}
      silentCaption
      rows={notes}
      rowKey={(n) => n.id}
      columns={[
        { key: 'day', label: t.day, cell: (n) => showDay(n.day) },
        {
          key: 'title',
          label: t.title,
          main: true,
          width: 'wide',
          cell: (n) => <a href={noteAddress(n.id)}>{n.title}</a>,
        },
        { key: 'subject', label: t.subject, cell: (n) => n.outletName ?? unitNames.get(n.unitId ?? 0) },
        { key: 'lookedAt', label: t.lookedAt, cell: (n) => lookedAtWords[n.lookedAt][locale] },
        { key: 'author', label: t.author, cell: (n) => unitNames.get(n.authorUnitId) },
        { key: 'due', label: t.due, cell: (n) => (n.dueDay ? showDay(n.dueDay) : '') },
        {
          key: 'state',
          label: t.state,
          cell: (n) => {
            const state = stateOf(n, today)
            return <StatusTag look={noteLooks[state]}>{noteStateWords[state][locale]}</StatusTag>
          },
        },
      ]}
    />
  )
}
