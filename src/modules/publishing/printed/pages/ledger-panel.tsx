import { showDay } from '../../../../lib/calendar/day.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { Combobox } from '../../../../ui/combobox.tsx'
import { DateInput } from '../../../../ui/date-input.tsx'
import { Details } from '../../../../ui/details.tsx'
import { FileInput } from '../../../../ui/file-input.tsx'
import { Form } from '../../../../ui/form.tsx'
import { NumberInput } from '../../../../ui/number-input.tsx'
import { Pager } from '../../../../ui/pager.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Select } from '../../../../ui/select.tsx'
import { Stat, Stats } from '../../../../ui/stat.tsx'
import { Table } from '../../../../ui/table.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import { showCount } from '../../reach/pages/reach-charts.tsx'
import type { HandOut, Product } from '../printed.sql.ts'
import { texts } from '../printed.texts.ts'
import type { Ledger } from '../printed.ts'

type LedgerProps = {
  product: Product
  ledger: Ledger
  units: readonly { id: number; name: string }[]
  mayWork: boolean
  today: string
  /** Of the ledger, from 1. */
  page: number
  values: Readonly<Record<string, string | string[] | undefined>>
  faults: readonly { field: string | null; vi: string; en: string }[]
}

export const ledgerPageSize = 15

/** Runs, and every line by which copies left. */
export function LedgerPanel(props: LedgerProps) {
  const { product, ledger, mayWork, faults } = props
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { balance } = ledger
  const isRunFault = faults.some((f) => ['runCopies', 'runDay', 'printer'].includes(f.field ?? ''))
  return (
    <Panel
      title={t.ledger}
      id="ledger"
      actions={
        <ButtonLink href={`/printed/${product.id}/ledger.xlsx`} icon="download" kind="quiet" download>
          {t.ledgerXlsx}
        </ButtonLink>
      }
    >
      <Stats>
        <Stat label={t.printedCopies} value={showCount(balance.printed, locale)} />
        <Stat label={t.issued} value={showCount(balance.issued, locale)} />
        <Stat label={t.handedOut} value={showCount(balance.handedOut, locale)} tone="accent" />
        <Stat label={t.left} value={showCount(balance.left, locale)} />
      </Stats>
      <ul class="plain">
        {ledger.runs.map((r) => (
          <li key={r.id}>
            {showDay(r.day)}: <strong>{showCount(r.copies, locale)}</strong> · {r.printer}{' '}
            {r.note && <span class="soft">{r.note}</span>}
          </li>
        ))}
      </ul>
      {mayWork && (
        <Details summary={t.addRun} open={isRunFault || ledger.runs.length === 0}>
          <RunForm {...props} />
        </Details>
      )}
      {mayWork && ledger.runs.length > 0 && (
        <>
          <Details summary={t.handOut} open={faults.length > 0 && !isRunFault}>
            <HandOutForm {...props} />
          </Details>
          <Details summary={t.ledgerIn} open={faults.some((f) => f.field === 'sheet')}>
            <Form action={`/printed/${product.id}/ledger/import`} files faults={faults}>
              <FileInput name="sheet" label={t.ledgerIn} hint={t.ledgerInHint} accept=".xlsx,.csv" />
              <Button icon="upload">{t.save}</Button>
            </Form>
          </Details>
        </>
      )}
      <Held {...props} />
      {ledger.rows.length > 0 && (
        <>
          <LedgerTable {...props} />
          <Pager
            page={props.page}
            pageSize={ledgerPageSize}
            total={ledger.rows.length}
            href={(page) => `/printed/${product.id}?page=${page}#ledger`}
          />
        </>
      )}
    </Panel>
  )
}

/** What still lies at units, the largest pile first: who has to hand out. */
function Held({ ledger, units }: LedgerProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const names = new Map(units.map((u) => [u.id, u.name]))
  const piles = [...ledger.balance.held].filter(([, n]) => n > 0).sort((a, b) => b[1] - a[1])
  if (piles.length === 0) return null
  const total = piles.reduce((n, [, copies]) => n + copies, 0)
  return (
    <Details summary={t.heldAt(showCount(total, locale), piles.length)}>
      <ul class="many-names">
        {piles.map(([id, copies]) => (
          <li key={id}>
            {names.get(id) ?? id}: <strong>{showCount(copies, locale)}</strong>
          </li>
        ))}
      </ul>
    </Details>
  )
}

function RunForm({ product, today, values, faults }: LedgerProps) {
  const t = words(texts, useRequest().locale)
  return (
    <Form
      action={`/printed/${product.id}/runs`}
      values={{ runDay: showDay(today), ...values }}
      faults={faults}
    >
      <div class="columns">
        <NumberInput name="runCopies" label={t.copies} width="s" />
        <DateInput name="runDay" label={t.day} />
        <TextInput name="printer" label={t.printer} hint={t.printerHint} />
        <TextInput name="runNote" label={t.note} optional />
      </div>
      <Button icon="check">{t.save}</Button>
    </Form>
  )
}

function HandOutForm({ product, ledger, units, today, values, faults }: LedgerProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const nameOf = new Map(units.map((u) => [u.id, u.name]))
  const piles = [
    { value: '', label: `${t.fromPile} (${t.has(showCount(ledger.balance.left, locale))})` },
    ...[...ledger.balance.held]
      .filter(([, copies]) => copies > 0)
      .map(([id, copies]) => ({
        value: String(id),
        label: `${nameOf.get(id) ?? id} (${t.has(showCount(copies, locale))})`,
      })),
  ]
  return (
    <Form
      action={`/printed/${product.id}/ledger`}
      values={{ day: showDay(today), ...values }}
      faults={faults.filter((f) => f.field !== 'sheet')}
      files
    >
      <div class="columns">
        <Select name="from" label={t.from} options={piles} optional />
        <Combobox
          name="to"
          label={t.to}
          hint={t.toHint}
          optional
          empty
          options={units.map((u) => ({ value: String(u.id), label: u.name }))}
        />
        <TextInput name="place" label={t.place} hint={t.placeHint} optional />
        <NumberInput name="copies" label={t.copies} width="s" />
        <DateInput name="day" label={t.day} />
        <TextInput name="receiver" label={t.receiver} optional />
      </div>
      <TextInput name="note" label={t.note} optional width="l" />
      <FileInput name="photo" label={t.photo} optional accept="image/*" camera />
      <Button icon="check">{t.save}</Button>
    </Form>
  )
}

function LedgerTable({ product, ledger, units, mayWork, page }: LedgerProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const names = new Map(units.map((u) => [u.id, u.name]))
  const nameOf = (id: number | null, none: string) => (id === null ? none : (names.get(id) ?? String(id)))
  return (
    <Table
      narrow="lines"
      caption={t.ledger}
      silentCaption
      dense
      rows={ledger.rows.slice((page - 1) * ledgerPageSize, page * ledgerPageSize)}
      rowKey={(r) => r.id}
      columns={[
        { key: 'day', label: t.day, cell: (r) => showDay(r.day) },
        {
          key: 'to',
          label: t.to,
          main: true,
          cell: (r) => (
            <>
              {nameOf(r.toUnitId, '') || r.place}{' '}
              {r.toUnitId !== null && r.place && <span class="soft">{r.place}</span>}{' '}
              {r.struck && <span class="soft">({t.struckMark})</span>}
            </>
          ),
        },
        { key: 'from', label: t.from, cell: (r) => nameOf(r.fromUnitId, t.fromPile) },
        { key: 'copies', label: t.copies, numeric: true, cell: (r) => showCount(r.copies, locale) },
        { key: 'receiver', label: t.receiver, cell: (r) => r.receiver },
        {
          key: 'note',
          label: t.note,
          cell: (r) => (
            <>
              {r.note}{' '}
              {r.photoId !== null && <a href={`/printed/${product.id}/ledger/${r.id}/file`}>{t.photo}</a>}
            </>
          ),
        },
        ...(mayWork
          ? [
              {
                key: 'strike',
                label: t.strike,
                silent: true,
                cell: (r: HandOut) => <Strike id={product.id} row={r} />,
              },
            ]
          : []),
      ]}
    />
  )
}

function Strike({ id, row }: { id: number; row: HandOut }) {
  const t = words(texts, useRequest().locale)
  if (row.struck) return null
  return (
    <Form action={`/printed/${id}/ledger/${row.id}/striking`} bare>
      <Button kind="quiet" small icon="delete">
        {t.strike}
      </Button>
    </Form>
  )
}
