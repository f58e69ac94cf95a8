import { showDay } from '../../../../lib/calendar/day.ts'
import type { Fault } from '../../../../lib/errors.ts'
import type { FormValues } from '../../../../lib/http/forms.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { Combobox } from '../../../../ui/combobox.tsx'
import { Details } from '../../../../ui/details.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { FilterBar } from '../../../../ui/filter-bar.tsx'
import { Form } from '../../../../ui/form.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Pager } from '../../../../ui/pager.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Select } from '../../../../ui/select.tsx'
import { Stat, Stats } from '../../../../ui/stat.tsx'
import { Table } from '../../../../ui/table.tsx'
import { Tag } from '../../../../ui/tag.tsx'
import { type StandingKind, standingKinds, texts } from '../standing.texts.ts'
import { isOverdue, isWithoutPhoto } from '../standing.ts'
import type { SeenRow, StandingSeen } from '../standing-list.ts'
import { optionsOf, type StandingChoices, StandingFields } from './standing-fields.tsx'

const here = '/printed/standing'

type StandingProps = {
  seen: StandingSeen
  choices: StandingChoices
  mayWork: boolean
  pageSize: number
  values: FormValues
  faults: readonly Fault[]
}

/** What stands where, what should have come down, and what has no photo. */
export function StandingPage({ seen, choices, mayWork, pageSize, values, faults }: StandingProps) {
  const t = words(texts, useRequest().locale)
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead title={t.standing} lead={t.lead} actions={<Actions mayWork={mayWork} />} />
      <Counts counts={seen.counts} />
      {mayWork && (
        <Details summary={t.add} open={faults.length > 0}>
          <Form action={here} values={values} faults={faults} files>
            <StandingFields choices={choices} hasPhoto={false} />
            <Button icon="check">{t.save}</Button>
          </Form>
        </Details>
      )}
      {seen.communes.length > 0 && <ByCommune communes={seen.communes} />}
      <Filters asked={seen.asked} rows={seen.total} communes={choices.communes} />
      {seen.rows.length === 0 ? (
        <EmptyState title={t.none}>{t.noneWhy}</EmptyState>
      ) : (
        <>
          <StandingTable seen={seen} />
          <Pager
            page={seen.page}
            pageSize={pageSize}
            total={seen.total}
            href={(page) => addressOf({ ...seen.asked, page: String(page) })}
          />
        </>
      )}
    </>
  )
}

function addressOf(query: Record<string, string>): string {
  const set = Object.entries(query).filter(([, value]) => value !== '')
  return set.length === 0 ? here : `${here}?${new URLSearchParams(set)}`
}

function Actions({ mayWork }: { mayWork: boolean }) {
  const t = words(texts, useRequest().locale)
  return (
    <>
      <ButtonLink href="/printed/library" icon="right">
        {t.library}
      </ButtonLink>
      {mayWork && (
        <ButtonLink href={`${here}/imports/new`} icon="upload" kind="quiet">
          {t.importSheet}
        </ButtonLink>
      )}
      <ButtonLink href={`${here}.xlsx`} icon="download" kind="quiet" download>
        {t.xlsx}
      </ButtonLink>
    </>
  )
}

function Counts({ counts }: Pick<StandingSeen, 'counts'>) {
  const t = words(texts, useRequest().locale)
  const at = (state: string) => addressOf({ state })
  const tone = (n: number) => (n > 0 ? 'warn' : 'good')
  return (
    <Stats>
      <Stat label={t.up} value={String(counts.up)} href={at('up')} icon="flag" />
      <Stat
        label={t.overdueMany}
        value={String(counts.overdue)}
        href={at('overdue')}
        tone={tone(counts.overdue)}
        icon="clock"
      />
      <Stat
        label={t.noPhotoMany}
        value={String(counts.bare)}
        href={at('bare')}
        tone={tone(counts.bare)}
        icon="camera"
      />
      <Stat label={t.takenDown} value={String(counts.down)} href={at('down')} icon="done" />
    </Stats>
  )
}

function ByCommune({ communes }: Pick<StandingSeen, 'communes'>) {
  const t = words(texts, useRequest().locale)
  return (
    <Details summary={`${t.byCommune} (${communes.length})`}>
      <Table
        caption={t.byCommune}
        silentCaption
        dense
        narrow="scroll"
        rows={communes}
        rowKey={(r) => r.id}
        columns={[
          {
            key: 'name',
            label: t.commune,
            main: true,
            cell: (r) => <a href={addressOf({ commune: String(r.id) })}>{r.name}</a>,
          },
          { key: 'up', label: t.up, numeric: true, cell: (r) => String(r.up) },
          { key: 'bare', label: t.noPhoto, numeric: true, cell: (r) => String(r.bare) },
        ]}
      />
    </Details>
  )
}

function Filters({
  asked,
  rows,
  communes,
}: {
  rows: number
  asked: StandingSeen['asked']
  communes: StandingChoices['communes']
}) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const kinds = Object.entries(standingKinds).map(([value, k]) => ({ value, label: k[locale] }))
  const states = [
    { value: 'up', label: t.up },
    { value: 'overdue', label: t.overdueMany },
    { value: 'bare', label: t.noPhotoMany },
    { value: 'down', label: t.takenDown },
  ]
  return (
    <FilterBar action={here} values={asked} rows={rows}>
      <Select name="kind" label={t.kind} empty={t.all} optional options={kinds} />
      <Combobox name="commune" label={t.commune} empty={t.all} optional options={optionsOf(communes)} />
      <Select name="state" label={t.state} empty={t.all} optional options={states} />
    </FilterBar>
  )
}

function StandingTable({ seen }: { seen: StandingSeen }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <Table
      narrow="lines"
      caption={t.standing}
      silentCaption
      dense
      rows={seen.rows}
      rowKey={(r) => r.id}
      columns={[
        {
          key: 'what',
          label: t.what,
          main: true,
          width: 'wide',
          cell: (r) => <a href={`${here}/${r.id}`}>{r.what}</a>,
        },
        {
          key: 'kind',
          label: t.kind,
          phone: 'bare',
          cell: (r) => standingKinds[r.kind as StandingKind][locale],
        },
        {
          key: 'place',
          label: t.place,
          cell: (r) => (
            <>
              {r.place}
              {r.commune !== '' && !r.place.includes(r.commune) && `, ${r.commune}`}
            </>
          ),
        },
        { key: 'unit', label: t.unit, phone: 'bare', cell: (r) => r.unitName },
        { key: 'quantity', label: t.quantity, numeric: true, cell: (r) => String(r.quantity) },
        {
          key: 'from',
          label: t.fromDay,
          cell: (r) => `${showDay(r.fromDay)}${r.toDay ? ` – ${showDay(r.toDay)}` : ''}`,
        },
        { key: 'state', label: t.state, phone: 'bare', cell: (r) => <State row={r} today={seen.today} /> },
      ]}
    />
  )
}

export function State({
  row,
  today,
}: {
  row: Omit<SeenRow, 'commune' | 'communeId' | 'unitName'>
  today: string
}) {
  const t = words(texts, useRequest().locale)
  return (
    <>
      {row.takenDown !== null && (
        <Tag tone="quiet">
          {t.takenDown} {showDay(row.takenDown)}
        </Tag>
      )}
      {isOverdue(row, today) && <Tag tone="bad">{t.overdue}</Tag>}{' '}
      {isWithoutPhoto(row) && <Tag tone="warn">{t.noPhoto}</Tag>}
    </>
  )
}
