import { type Day, showDay } from '../../../../lib/calendar/day.ts'
import type { Fault } from '../../../../lib/errors.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { Checkboxes } from '../../../../ui/choices.tsx'
import { DateInput } from '../../../../ui/date-input.tsx'
import { Details } from '../../../../ui/details.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { FileInput } from '../../../../ui/file-input.tsx'
import { FilterBar } from '../../../../ui/filter-bar.tsx'
import { Form, type FormValues } from '../../../../ui/form.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Pager } from '../../../../ui/pager.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Select } from '../../../../ui/select.tsx'
import { Stat, Stats } from '../../../../ui/stat.tsx'
import { Table } from '../../../../ui/table.tsx'
import { StatusTag } from '../../../../ui/tag.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import { texts as kitTexts } from '../../kits/kits.texts.ts'
import { type Outlet, type PressEntry, pressAddress, type Stance, stances } from '../../outlet.ts'
import { DeskTabs } from '../../pages/desk-tabs.tsx'
import { correctionTexts } from '../corrections.texts.ts'
import { stanceLooks } from '../looks.ts'
import { stanceWords, texts } from '../press.texts.ts'
import { EntryFields } from './entry-fields.tsx'
import { FollowUpTag } from './follow-up-tag.tsx'

export interface PressPageProps {
  entries: readonly PressEntry[]
  total: number
  page: number
  pageSize: number
  pageAddress: (page: number) => string
  query: FormValues
  counts: ReadonlyMap<Stance, number>
  /** Follow-ups that are not done. */
  open: number
  /** All of them, for the filter; forms offer those in use. */
  outlets: readonly Outlet[]
  offered: readonly Outlet[]
  items: readonly { id: number; title: string }[]
  orientations: readonly { id: number; title: string }[]
  units: readonly { id: number; name: string }[]
  unitNames: ReadonlyMap<number, string>
  today: Day
  values: FormValues
  faults: readonly Fault[]
  mayKeep: boolean
}

/** What the press published, and what became of its criticism. */
export function PressPage(props: PressPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <>
      <ErrorSummary faults={props.faults} />
      <PageHead
        title={t.press}
        lead={t.pressLead}
        actions={
          <ButtonLink icon="send" kind="secondary" href="/desk/press-kits">
            {kitTexts.kits[locale]}
          </ButtonLink>
        }
      />
      <DeskTabs here="press" />
      <Stats>
        {stances.map((s) => (
          <Stat
            key={s}
            label={stanceWords[s][locale]}
            value={String(props.counts.get(s) ?? 0)}
            note={t.last90}
            icon={stanceLooks[s].icon}
            href={`/desk/press?stance=${s}`}
          />
        ))}
        <Stat label={t.openOnly} value={String(props.open)} icon="clock" href="/desk/press?open=1" />
      </Stats>
      {props.mayKeep && <Adding {...props} />}
      <Filters {...props} />
      {props.entries.length === 0 ? (
        <EmptyState scene="search" title={t.nothing}>
          {t.nothingWhy}
        </EmptyState>
      ) : (
        <Entries {...props} />
      )}
      <Pager page={props.page} pageSize={props.pageSize} total={props.total} href={props.pageAddress} />
    </>
  )
}

function Adding(props: PressPageProps) {
  const t = words(texts, useRequest().locale)
  const { values, faults } = props
  return (
    <div class="columns">
      <Details summary={t.add} open={faults.some((f) => f.field !== 'file')}>
        <Form action="/desk/press" values={values} faults={faults}>
          <EntryFields {...props} outlets={props.offered} />
          <Button icon="add">{t.register}</Button>
        </Form>
      </Details>
      <Details summary={t.import} open={faults.some((f) => f.field === 'file')}>
        <Form action="/desk/press/import" faults={faults} files>
          <FileInput name="file" label={t.file} hint={t.importHint} accept=".xlsx,.csv" />
          <Button kind="secondary" icon="upload">
            {t.import}
          </Button>
        </Form>
      </Details>
    </div>
  )
}

function Filters({ query, outlets, orientations, total }: PressPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <FilterBar action="/desk/press" values={query} rows={total}>
      <TextInput name="words" label={t.words} />
      <Select
        name="stance"
        label={t.stance}
        empty
        options={stances.map((s) => ({ value: s, label: stanceWords[s][locale] }))}
      />
      <Select
        name="outlet"
        label={t.outlet}
        empty
        options={outlets.map((o) => ({ value: String(o.id), label: o.name }))}
      />
      {orientations.length > 0 && (
        <Select
          name="orientation"
          label={t.orientation}
          empty
          options={orientations.map((o) => ({ value: String(o.id), label: o.title }))}
        />
      )}
      <DateInput name="from" label={t.from} />
      <DateInput name="to" label={t.to} />
      <Checkboxes
        name="withdrawn"
        label={correctionTexts.state[locale]}
        choices={[{ value: '1', label: correctionTexts.withdrawnOnly[locale] }]}
        optional
      />
    </FilterBar>
  )
}

function Entries({ entries, unitNames, today }: PressPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <Table
      narrow="lines"
      caption={t.press}
      silentCaption
      rows={entries}
      rowKey={(e) => e.id}
      columns={[
        { key: 'day', label: t.day, cell: (e) => showDay(e.day) },
        {
          key: 'title',
          label: t.title,
          main: true,
          width: 'wide',
          cell: (e) => <a href={pressAddress(e.id)}>{e.title}</a>,
        },
        { key: 'outlet', label: t.outlet, phone: 'bare', cell: (e) => e.outletName },
        {
          key: 'stance',
          label: t.stance,
          phone: 'bare',
          cell: (e) => <StatusTag look={stanceLooks[e.stance]}>{stanceWords[e.stance][locale]}</StatusTag>,
        },
        {
          key: 'unit',
          label: t.aboutUnit,
          phone: 'bare',
          cell: (e) => (e.unitId ? unitNames.get(e.unitId) : ''),
        },
        {
          key: 'follow',
          label: t.followUp,
          cell: (e) =>
            e.withdrawnAt ? (
              <StatusTag look={{ tone: 'bad', icon: 'stop' }}>
                {correctionTexts.isWithdrawn[locale]}
              </StatusTag>
            ) : (
              <FollowUpTag entry={e} today={today} />
            ),
        },
      ]}
    />
  )
}
