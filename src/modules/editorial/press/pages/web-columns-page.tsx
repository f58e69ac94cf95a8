import { type Day, showDay } from '../../../../lib/calendar/day.ts'
import type { Fault } from '../../../../lib/errors.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button } from '../../../../ui/button.tsx'
import { Combobox } from '../../../../ui/combobox.tsx'
import { DateInput } from '../../../../ui/date-input.tsx'
import { Details } from '../../../../ui/details.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form, type FormValues } from '../../../../ui/form.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Select } from '../../../../ui/select.tsx'
import { Table } from '../../../../ui/table.tsx'
import { StatusTag } from '../../../../ui/tag.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import type { WebCheck } from '../../outlet.ts'
import { DeskTabs } from '../../pages/desk-tabs.tsx'
import { texts } from '../press.texts.ts'

interface Unit {
  id: number
  name: string
}

export interface WebColumnsPageProps {
  units: readonly Unit[]
  /** Units for which this person may record a check. */
  own: readonly Unit[]
  checks: ReadonlyMap<number, WebCheck>
  today: Day
  /** A column without anything newer than this day is stale. */
  stale: Day
  values: FormValues
  faults: readonly Fault[]
}

export function WebColumnsPage(props: WebColumnsPageProps) {
  const t = words(texts, useRequest().locale)
  const { units, checks } = props
  return (
    <>
      <ErrorSummary faults={props.faults} />
      <PageHead title={t.webColumns} lead={t.webColumnsLead} />
      <DeskTabs here="webColumns" />
      {props.own.length > 0 && <Check {...props} />}
      <Table
        caption={t.webColumns}
        silentCaption
        dense
        rows={units}
        rowKey={(u) => u.id}
        columns={[
          { key: 'unit', label: t.unit, main: true, width: 'wide', cell: (u) => u.name },
          {
            key: 'state',
            label: t.state,
            cell: (u) => <State check={checks.get(u.id)} stale={props.stale} />,
          },
          {
            key: 'address',
            label: t.address,
            cell: (u) => {
              const address = checks.get(u.id)?.address
              return address ? <a href={address}>{address}</a> : ''
            },
          },
          {
            key: 'newest',
            label: t.newest,
            cell: (u) => {
              const day = checks.get(u.id)?.newestDay
              return day ? showDay(day) : ''
            },
          },
          {
            key: 'checked',
            label: t.checkedOn,
            cell: (u) => {
              const check = checks.get(u.id)
              return check ? `${showDay(check.day)}, ${check.byName}` : ''
            },
          },
        ]}
      />
    </>
  )
}

function State({ check, stale }: { check: WebCheck | undefined; stale: Day }) {
  const t = words(texts, useRequest().locale)
  if (!check) return <StatusTag look={{ tone: 'quiet', icon: 'circle' }}>{t.unchecked}</StatusTag>
  if (!check.hasColumn) return <StatusTag look={{ tone: 'bad', icon: 'close' }}>{t.noColumn}</StatusTag>
  return check.newestDay && check.newestDay >= stale ? (
    <StatusTag look={{ tone: 'good', icon: 'done' }}>{t.fresh}</StatusTag>
  ) : (
    <StatusTag look={{ tone: 'warn', icon: 'late' }}>{t.stale}</StatusTag>
  )
}

function Check({ own, values, faults }: WebColumnsPageProps) {
  const t = words(texts, useRequest().locale)
  return (
    <Details summary={t.check} open={faults.length > 0}>
      <Form action="/desk/web-columns" values={values} faults={faults}>
        <Combobox
          name="unitId"
          label={t.unit}
          options={own.map((u) => ({ value: String(u.id), label: u.name }))}
        />
        <Select
          name="hasColumn"
          label={t.hasColumn}
          options={[
            { value: '1', label: t.hasColumn },
            { value: '0', label: t.noColumn },
          ]}
        />
        <TextInput name="address" label={t.address} type="url" optional />
        <DateInput name="newestDay" label={t.newest} optional />
        <TextInput name="note" label={t.note} maxlength={500} optional />
        <Button icon="done">{t.save}</Button>
      </Form>
    </Details>
  )
}
