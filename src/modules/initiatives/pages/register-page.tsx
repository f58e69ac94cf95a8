import { type Day, dayOf, showDay } from '../../../lib/calendar/day.ts'
import { words } from '../../../lib/text/words.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Checkboxes } from '../../../ui/choices.tsx'
import { Combobox } from '../../../ui/combobox.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import type { FormValues } from '../../../ui/form.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { useRequest } from '../../../ui/request.ts'
import { Select } from '../../../ui/select.tsx'
import { Stat, Stats } from '../../../ui/stat.tsx'
import { Table } from '../../../ui/table.tsx'
import { StatusTag, Tag } from '../../../ui/tag.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import {
  type Initiative,
  initiativeAddress,
  initiativeStates,
  initiativesAddress,
  registerAddress,
  type Setting,
  standingOf,
} from '../initiative.ts'
import { senderWords, stateWords, texts } from '../initiatives.texts.ts'
import { stateLooks } from '../looks.ts'
import { type Field, nameOf } from './public-pages.tsx'
import { RegisterTabs } from './register-tabs.tsx'

export interface RegisterPageProps {
  initiatives: readonly Initiative[]
  paging: { page: number; pageSize: number; total: number; href: (page: number) => string }
  counts: { waiting: number; late: number; working: number; applied: number }
  query: FormValues
  exportAddress: string
  fields: readonly Field[]
  units: readonly { id: number; name: string }[]
  unitNames: ReadonlyMap<number, string>
  calls: readonly { id: number; title: string }[]
  setting: Setting
  today: Day
  mayScreen: boolean
}

/** Every idea that a person may see: what waits, whose it is, what is late. */
export function RegisterPage(props: RegisterPageProps) {
  const t = words(texts, useRequest().locale)
  return (
    <>
      <PageHead
        title={t.registerTitle}
        lead={t.registerLead}
        actions={
          <>
            <ButtonLink kind="quiet" icon="globe" href={initiativesAddress}>
              {t.onPortal}
            </ButtonLink>
            {props.paging.total > 0 && (
              <ButtonLink icon="download" kind="secondary" href={props.exportAddress}>
                {t.export}
              </ButtonLink>
            )}
          </>
        }
      />
      <RegisterTabs here="register" mayScreen={props.mayScreen} />
      <Counts {...props} />
      <Filters {...props} />
      {props.initiatives.length === 0 ? (
        <EmptyState scene="search" title={t.nothing}>
          {t.nothingWhy}
        </EmptyState>
      ) : (
        <Rows {...props} />
      )}
      <Pager {...props.paging} />
    </>
  )
}

function Counts({ counts }: RegisterPageProps) {
  const t = words(texts, useRequest().locale)
  const to = (query: string) => `${registerAddress}?${query}`
  return (
    <Stats>
      <Stat label={t.waiting} value={String(counts.waiting)} icon="eye" href={to('state=waiting')} />
      <Stat
        label={t.late}
        value={String(counts.late)}
        icon="late"
        href={to('late=yes')}
        {...(counts.late > 0 ? { tone: 'bad' as const } : {})}
      />
      <Stat label={t.working} value={String(counts.working)} icon="clock" href={to('state=working')} />
      <Stat label={t.applied} value={String(counts.applied)} icon="done" href={to('state=applied')} />
    </Stats>
  )
}

function Filters({ query, fields, units, calls }: RegisterPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <FilterBar action={registerAddress} values={query}>
      <TextInput name="words" label={t.words} />
      <Select
        name="state"
        label={t.state}
        empty={t.all}
        options={[
          { value: 'waiting', label: t.waiting },
          { value: 'working', label: t.working },
          ...initiativeStates.map((s) => ({ value: s, label: stateWords[s][locale] })),
        ]}
      />
      <Select
        name="topic"
        label={t.topic}
        empty={t.all}
        options={fields.map((x) => ({ value: x.code, label: x[locale] }))}
      />
      {calls.length > 0 && (
        <Select
          name="call"
          label={t.call}
          empty={t.all}
          options={calls.map((x) => ({ value: String(x.id), label: x.title }))}
        />
      )}
      <Combobox
        name="unit"
        label={t.unit}
        empty={t.all}
        options={units.map((u) => ({ value: String(u.id), label: u.name }))}
      />
      <Checkboxes name="late" label={t.late} choices={[{ value: 'yes', label: t.onlyLate }]} />
    </FilterBar>
  )
}

function Rows({ initiatives, fields, unitNames, setting, today }: RegisterPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <Table
      caption={t.registerTitle}
      silentCaption
      rows={initiatives}
      rowKey={(i) => i.id}
      columns={[
        {
          key: 'title',
          label: t.title,
          main: true,
          width: 'wide',
          cell: (i) => (
            <>
              <a href={initiativeAddress(i.id)}>{i.title || `${t.number(i.id)} ${t.wiped}`}</a>
              <div class="small soft">
                {[t.number(i.id), senderWords[i.senderKind][locale], nameOf(fields, i.topic, locale)]
                  .filter(Boolean)
                  .join(', ')}
              </div>
            </>
          ),
        },
        { key: 'received', label: t.receivedOn, cell: (i) => showDay(dayOf(i.receivedAt)) },
        {
          key: 'state',
          label: t.state,
          cell: (i) => <StatusTag look={stateLooks[i.state]}>{stateWords[i.state][locale]}</StatusTag>,
        },
        {
          key: 'unit',
          label: t.unit,
          cell: (i) => (i.unitId === null ? '' : unitNames.get(i.unitId)),
        },
        {
          key: 'due',
          label: t.waitedOrDue,
          cell: (i) => <Waits initiative={i} setting={setting} today={today} />,
        },
        {
          key: 'public',
          label: t.public,
          cell: (i) =>
            i.publishedAt && (
              <Tag tone="good" icon="globe">
                {t.isPublic}
              </Tag>
            ),
        },
      ]}
    />
  )
}

type WaitsProps = { initiative: Initiative; setting: Setting; today: Day }

/** For how long it has waited, or by when a unit is to tell; late in colour, icon and word. */
export function Waits({ initiative: i, setting, today }: WaitsProps) {
  const t = words(texts, useRequest().locale)
  const { days, isLate } = standingOf(i, setting, today)
  const isWaiting = i.state === 'received' || i.state === 'screening'
  const said = isWaiting ? t.days(days) : i.dueDay && i.endedAt === null ? showDay(i.dueDay) : ''
  return isLate ? (
    <Tag tone="bad" icon="late">
      {t.lateOnly}: {said}
    </Tag>
  ) : (
    said
  )
}
