import { type Day, showDay, showTime } from '../../../../lib/calendar/day.ts'
import { words } from '../../../../lib/text/words.ts'
import { ButtonLink } from '../../../../ui/button.tsx'
import { Combobox } from '../../../../ui/combobox.tsx'
import { DateInput } from '../../../../ui/date-input.tsx'
import { Details } from '../../../../ui/details.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { FilterBar } from '../../../../ui/filter-bar.tsx'
import type { FormValues } from '../../../../ui/form.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Pager } from '../../../../ui/pager.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Select } from '../../../../ui/select.tsx'
import { Stat, Stats } from '../../../../ui/stat.tsx'
import { Table } from '../../../../ui/table.tsx'
import { Tabs } from '../../../../ui/tabs.tsx'
import { StatusTag } from '../../../../ui/tag.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import { answerState, answerStates, contactAddress, contactsAddress, ways } from '../../message.ts'
import type { Contact } from '../contact.ts'
import type { StateCounts } from '../contacts.sql.ts'
import { stateWords, texts, wayWords } from '../contacts.texts.ts'
import { stateLooks } from '../looks.ts'

export interface ContactsPageProps {
  contacts: readonly Contact[]
  total: number
  counts: StateCounts
  page: number
  pageSize: number
  pageAddress: (page: number) => string
  query: FormValues
  exportAddress: string
  units: readonly { id: number; name: string }[]
  nameOf: (unitId: number) => string
  topics: readonly { code: string; vi: string; en: string }[]
  today: Day
  may: { record: boolean; set: boolean }
}

/** What was asked, the newest first. */
export function ContactsPage(props: ContactsPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { contacts, counts, may } = props
  return (
    <>
      <ContactsHead {...props} may={may} />
      <ContactTabs here="log" />
      <Stats>
        {(['waiting', 'overdue', 'answered', 'at_once'] as const).map((s) => (
          <Stat
            key={s}
            label={stateWords[s][locale]}
            value={counts[s].toLocaleString('vi-VN')}
            icon={stateLooks[s].icon}
            href={`${contactsAddress}?state=${s}`}
            {...(s === 'overdue' && counts[s] > 0 ? { tone: 'bad' as const } : {})}
          />
        ))}
      </Stats>
      <Filters {...props} />
      {contacts.length === 0 ? (
        <EmptyState scene="people" title={t.nothing}>
          {t.nothingWhy}
        </EmptyState>
      ) : (
        <Rows {...props} />
      )}
      <Pager page={props.page} pageSize={props.pageSize} total={props.total} href={props.pageAddress} />
    </>
  )
}

function ContactsHead({ may, total, exportAddress }: ContactsPageProps) {
  const t = words(texts, useRequest().locale)
  return (
    <PageHead
      title={t.contacts}
      lead={t.contactsLead}
      actions={
        <>
          {may.record && (
            <ButtonLink icon="add" href={`${contactsAddress}/new`}>
              {t.new}
            </ButtonLink>
          )}
          {total > 0 && (
            <ButtonLink icon="download" kind="secondary" href={exportAddress}>
              {t.export}
            </ButtonLink>
          )}
          {may.set && (
            <ButtonLink icon="settings" kind="quiet" href={`${contactsAddress}/settings`}>
              {t.settings}
            </ButtonLink>
          )}
        </>
      }
    />
  )
}

export function ContactTabs({ here }: { here: 'log' | 'figures' }) {
  const t = words(texts, useRequest().locale)
  return (
    <Tabs
      label={t.contacts}
      tabs={[
        { href: contactsAddress, label: t.log, current: here === 'log' },
        { href: `${contactsAddress}/figures`, label: t.figures, current: here === 'figures' },
      ]}
    />
  )
}

/** Folded on the way to the rows, unless something is filtered. */
function Filters({ query, units, topics }: ContactsPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const names = ['words', 'state', 'topic', 'way', 'unit', 'from', 'to']
  return (
    <Details summary={t.words} open={names.some((n) => query[n])}>
      <FilterBar action={contactsAddress} values={query}>
        <TextInput name="words" label={t.words} optional />
        <Select
          name="state"
          label={t.state}
          empty={t.all}
          options={answerStates.map((s) => ({ value: s, label: stateWords[s][locale] }))}
          optional
        />
        <Select
          name="topic"
          label={t.topic}
          empty={t.all}
          options={topics.map((x) => ({ value: x.code, label: x[locale] }))}
          optional
        />
        <Select
          name="way"
          label={t.way}
          empty={t.all}
          options={ways.map((w) => ({ value: w, label: wayWords[w][locale] }))}
          optional
        />
        <Combobox
          name="unit"
          label={t.anyUnit}
          empty={t.all}
          options={units.map((u) => ({ value: String(u.id), label: u.name }))}
          optional
        />
        <DateInput name="from" label={t.from} optional />
        <DateInput name="to" label={t.until} optional />
      </FilterBar>
    </Details>
  )
}

function Rows({ contacts, nameOf, topics, today }: ContactsPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <Table
      caption={t.contacts}
      silentCaption
      narrow="lines"
      rows={contacts}
      rowKey={(c) => c.id}
      columns={[
        {
          key: 'question',
          label: t.question,
          main: true,
          width: 'wide',
          cell: (c) => <a href={contactAddress(c.id)}>{c.question}</a>,
        },
        { key: 'at', label: t.at, width: 'medium', cell: (c) => showTime(c.at) },
        { key: 'way', label: t.way, cell: (c) => wayWords[c.way][locale] },
        {
          key: 'topic',
          label: t.topic,
          cell: (c) => topics.find((x) => x.code === c.topic)?.[locale] ?? c.topic,
        },
        { key: 'to', label: t.to, width: 'medium', cell: (c) => nameOf(c.answerUnitId) },
        {
          key: 'state',
          label: t.state,
          cell: (c) => {
            const state = answerState(c, today)
            return (
              <>
                <StatusTag look={stateLooks[state]}>{stateWords[state][locale]}</StatusTag>
                {c.dueDay && !c.answeredAt && <span class="row small soft">{showDay(c.dueDay)}</span>}
                {c.articleSource !== null && <span class="row small soft">{t.hasArticle}</span>}
              </>
            )
          },
        },
      ]}
    />
  )
}
