import { type Day, showDay } from '../../../../lib/calendar/day.ts'
import type { Fault } from '../../../../lib/errors.ts'
import type { FormValues } from '../../../../lib/http/forms.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { Combobox } from '../../../../ui/combobox.tsx'
import { DateInput } from '../../../../ui/date-input.tsx'
import { Details } from '../../../../ui/details.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { FileInput } from '../../../../ui/file-input.tsx'
import { Form } from '../../../../ui/form.tsx'
import { NumberInput } from '../../../../ui/number-input.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Select } from '../../../../ui/select.tsx'
import { Table } from '../../../../ui/table.tsx'
import { Tag } from '../../../../ui/tag.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import { standingKinds, texts } from '../printed.texts.ts'
import type { Standing } from '../standing.sql.ts'

type Row = Standing & { unitName: string; mayTakeDown: boolean }
type StandingProps = {
  rows: readonly Row[]
  units: readonly { id: number; name: string }[]
  items: readonly { id: number; title: string }[]
  mayWork: boolean
  today: Day
  values: FormValues
  faults: readonly Fault[]
}

/** What stands where, and what should have come down. */
export function StandingPage(props: StandingProps) {
  const { rows, mayWork, faults } = props
  const t = words(texts, useRequest().locale)
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead
        title={t.standing}
        lead={t.standingLead}
        actions={
          <ButtonLink href="/printed/standing.xlsx" icon="download" kind="quiet" download>
            {t.xlsx}
          </ButtonLink>
        }
      />
      {mayWork && (
        <Details summary={t.addStanding} open={faults.length > 0}>
          <StandingForm {...props} />
        </Details>
      )}
      {rows.length === 0 ? <EmptyState title={t.noStanding} /> : <StandingTable {...props} />}
    </>
  )
}

function StandingForm({ units, items, values, faults }: StandingProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const kinds = Object.entries(standingKinds).map(([value, k]) => ({ value, label: k[locale] }))
  return (
    <Form action="/printed/standing" values={values} faults={faults} files>
      <div class="columns">
        <Select name="kind" label={t.standingKind} empty options={kinds} />
        <TextInput name="what" label={t.what} />
        <TextInput name="place" label={t.place} />
        <Combobox
          name="unit"
          label={t.unit}
          empty
          options={units.map((u) => ({ value: String(u.id), label: u.name }))}
        />
        <NumberInput name="quantity" label={t.quantity} width="s" />
        <DateInput name="fromDay" label={t.fromDay} />
        <DateInput name="toDay" label={t.toDay} optional />
        <Combobox
          name="item"
          label={t.item}
          optional
          empty
          options={items.map((i) => ({ value: String(i.id), label: i.title }))}
        />
      </div>
      <TextInput name="note" label={t.note} optional width="l" />
      <FileInput name="photo" label={t.photo} optional accept="image/*" camera />
      <Button icon="check">{t.save}</Button>
    </Form>
  )
}

function StandingTable({ rows, today }: StandingProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <Table
      caption={t.standing}
      silentCaption
      rows={rows.slice(0, 500)}
      rowKey={(r) => r.id}
      columns={[
        {
          key: 'kind',
          label: t.standingKind,
          cell: (r) => standingKinds[r.kind as keyof typeof standingKinds]?.[locale] ?? r.kind,
        },
        { key: 'what', label: t.what, main: true, width: 'wide', cell: (r) => r.what },
        {
          key: 'place',
          label: t.place,
          cell: (r) => (
            <>
              {r.place} {r.photoId !== null && <a href={`/printed/standing/${r.id}/file`}>{t.photo}</a>}
            </>
          ),
        },
        { key: 'unit', label: t.unit, cell: (r) => r.unitName },
        { key: 'quantity', label: t.quantity, numeric: true, cell: (r) => String(r.quantity) },
        {
          key: 'from',
          label: t.fromDay,
          cell: (r) => (
            <span>
              {showDay(r.fromDay)}
              {r.toDay && ` – ${showDay(r.toDay)}`}
            </span>
          ),
        },
        { key: 'state', label: t.state, cell: (r) => <State row={r} today={today} /> },
      ]}
    />
  )
}

function State({ row, today }: { row: Row; today: Day }) {
  const t = words(texts, useRequest().locale)
  if (row.takenDown !== null)
    return (
      <span class="soft">
        {t.takenDown} {showDay(row.takenDown)}
      </span>
    )
  return (
    <>
      {row.toDay !== null && row.toDay < today && <Tag tone="warn">{t.overdue}</Tag>}
      {row.mayTakeDown && (
        <Form action={`/printed/standing/${row.id}/removal`} bare>
          <Button kind="quiet" small icon="check">
            {t.takeDown}
          </Button>
        </Form>
      )}
    </>
  )
}
