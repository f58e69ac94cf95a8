import { type Day, showDay } from '../../../../lib/calendar/day.ts'
import type { Fault } from '../../../../lib/errors.ts'
import type { FormValues } from '../../../../lib/http/forms.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { Checkboxes, Radios } from '../../../../ui/choices.tsx'
import { DateInput } from '../../../../ui/date-input.tsx'
import { Details } from '../../../../ui/details.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { FileInput } from '../../../../ui/file-input.tsx'
import { Form } from '../../../../ui/form.tsx'
import { NumberInput } from '../../../../ui/number-input.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Stat, Stats } from '../../../../ui/stat.tsx'
import { Table } from '../../../../ui/table.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import { ReadinessNotice } from '../../prepared/pages/readiness-notice.tsx'
import { mayLeave } from '../../prepared/readiness.ts'
import type { Script } from '../broadcast.sql.ts'
import { texts } from '../broadcast.texts.ts'
import type { HandOver, Package } from '../packages.sql.ts'
import { showSeconds, timingOf } from '../script.ts'

type NewProps = { scripts: readonly Script[]; values: FormValues; faults: readonly Fault[] }

export function NewPackagePage({ scripts, values, faults }: NewProps) {
  const t = words(texts, useRequest().locale)
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead title={t.newPackage} lead={t.lead} />
      <Form action="/broadcast/packages" values={values} faults={faults}>
        <TextInput name="title" label={t.title} width="l" />
        <Checkboxes
          name="scripts"
          label={t.choose}
          choices={scripts.map((s) => ({
            value: String(s.id),
            label: s.title,
            hint: showSeconds(timingOf(s.lines, s.rate).seconds),
          }))}
        />
        <div class="columns">
          <DateInput name="firstDay" label={t.firstDay} />
          <DateInput name="lastDay" label={t.lastDay} />
          <TextInput name="hours" label={t.hours} hint={t.hoursHint} />
        </div>
        <Button icon="check">{t.newPackage}</Button>
      </Form>
    </>
  )
}

type Row = HandOver & { unitName: string; isOwn: boolean }
type PackageProps = {
  found: Package
  /** How far the texts in it are. */
  texts: readonly Script[]
  rows: readonly Row[]
  communes: readonly { id: number; short: string }[]
  mayHand: boolean
  today: Day
  values: FormValues
  faults: readonly Fault[]
}

/** One package, and which communes have it, acknowledged it, and proved that they aired it. */
export function PackagePage(props: PackageProps) {
  const { found, rows, mayHand, faults } = props
  const waits = props.texts.find((s) => !mayLeave(s)) ?? props.texts.find((s) => s.publicationId === null)
  const isFree = props.texts.every(mayLeave)
  const t = words(texts, useRequest().locale)
  const here = `/broadcast/packages/${found.id}`
  const count = (is: (r: Row) => unknown) => String(rows.filter(is).length)
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead
        title={found.title}
        kicker={`${showDay(found.firstDay)} – ${showDay(found.lastDay)} · ${found.hours.join(', ')}`}
        actions={
          isFree && (
            <ButtonLink href={`${here}/package.zip`} icon="download" kind="primary" download>
              {t.zip}
            </ButtonLink>
          )
        }
      />
      {waits && <ReadinessNotice made={waits} />}
      <ol>
        {found.items.map((i) => (
          <li key={i.scriptId}>
            {i.title} <span class="soft">{showSeconds(timingOf(i.lines, i.rate).seconds)}</span>
          </li>
        ))}
      </ol>
      <Stats>
        <Stat label={t.handOver} value={String(rows.length)} icon="send" />
        <Stat label={t.taken} value={count((r) => r.takenAt)} icon="check" />
        <Stat label={t.aired} value={count((r) => r.airedFrom)} icon="megaphone" tone="accent" />
      </Stats>
      {mayHand && isFree && <HandOverForm {...props} />}
      {rows.length > 0 && <HandOvers {...props} />}
    </>
  )
}

function HandOverForm({ found, communes, rows }: PackageProps) {
  const t = words(texts, useRequest().locale)
  const has = new Set(rows.map((r) => r.unitId))
  const choices = communes.filter((u) => !has.has(u.id)).map((u) => ({ value: String(u.id), label: u.short }))
  if (choices.length === 0) return null
  return (
    <Details summary={t.handOver} open={rows.length === 0}>
      <Form action={`/broadcast/packages/${found.id}/hand-overs`}>
        <Radios
          name="to"
          label={t.handOver}
          value="some"
          choices={[
            { value: 'all', label: `${t.toAll} (${choices.length})` },
            {
              value: 'some',
              label: t.toSome,
              more: <Checkboxes name="units" label={t.unit} inline choices={choices} />,
            },
          ]}
        />
        <Button icon="send">{t.handOver}</Button>
      </Form>
    </Details>
  )
}

function HandOvers(props: PackageProps) {
  const { found, rows } = props
  const t = words(texts, useRequest().locale)
  return (
    <Table
      caption={t.handOver}
      rows={rows}
      rowKey={(r) => r.unitId}
      columns={[
        { key: 'unit', label: t.unit, main: true, cell: (r) => r.unitName },
        {
          key: 'taken',
          label: t.taken,
          cell: (r) => (r.takenAt ? r.takenByName : <span class="soft">{t.waiting}</span>),
        },
        {
          key: 'aired',
          label: t.aired,
          cell: (r) =>
            r.airedFrom && r.airedTo ? (
              <>
                {showDay(r.airedFrom)} – {showDay(r.airedTo)}, {r.times}×{' '}
                {r.proofId !== null && (
                  <a href={`/broadcast/packages/${found.id}/hand-overs/${r.unitId}/file`}>{t.proof}</a>
                )}
              </>
            ) : (
              ''
            ),
        },
        { key: 'act', label: t.state, cell: (r) => <Act {...props} row={r} /> },
      ]}
    />
  )
}

/** What the commune itself does; forms of the province's own people stay folded. */
function Act({ found, row, today, values, faults }: PackageProps & { row: Row }) {
  const t = words(texts, useRequest().locale)
  const here = `/broadcast/packages/${found.id}/hand-overs/${row.unitId}`
  const id = (name: string) => `${name}-${row.unitId}`
  if (!row.isOwn || row.airedFrom) return null
  return (
    <>
      {!row.takenAt && (
        <Form action={`${here}/acknowledgement`} bare>
          <Button small kind="secondary" icon="check">
            {t.take}
          </Button>
        </Form>
      )}
      <Details summary={t.prove}>
        <Form
          action={`${here}/airing`}
          values={{
            from: showDay(found.firstDay < today ? found.firstDay : today),
            to: showDay(today),
            ...values,
          }}
          faults={faults}
          files
        >
          <DateInput name="from" id={id('from')} label={t.from} />
          <DateInput name="to" id={id('to')} label={t.to} />
          <NumberInput name="times" id={id('times')} label={t.times} width="s" />
          <NumberInput name="listeners" id={id('listeners')} label={t.listeners} optional width="s" />
          <FileInput name="proof" id={id('proof')} label={t.proof} accept="image/*,audio/*,.pdf" camera />
          <TextInput name="note" id={id('note')} label={t.note} optional />
          <Button small>{t.prove}</Button>
        </Form>
      </Details>
    </>
  )
}
