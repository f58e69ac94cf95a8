import { showDay } from '../../../../lib/calendar/day.ts'
import type { Fault } from '../../../../lib/errors.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonGroup, ButtonLink } from '../../../../ui/button.tsx'
import { Combobox } from '../../../../ui/combobox.tsx'
import { DateInput } from '../../../../ui/date-input.tsx'
import { Details } from '../../../../ui/details.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form, type FormValues } from '../../../../ui/form.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Pager } from '../../../../ui/pager.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Select } from '../../../../ui/select.tsx'
import { Stat, Stats } from '../../../../ui/stat.tsx'
import { Table } from '../../../../ui/table.tsx'
import { type StatusLook, StatusTag } from '../../../../ui/tag.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import { DeskTabs } from '../../pages/desk-tabs.tsx'
import { texts } from '../press.texts.ts'
import { texts as ownTexts, webColumnWords } from '../web-columns.texts.ts'
import { type WebColumn, type WebColumnState, webColumnStates, webColumnsAddress } from '../web-columns.ts'

const looks: Record<WebColumnState, StatusLook> = {
  none: { tone: 'bad', icon: 'close' },
  stale: { tone: 'warn', icon: 'late' },
  unchecked: { tone: 'quiet', icon: 'circle' },
  fresh: { tone: 'good', icon: 'done' },
}

export interface WebColumnsPageProps {
  /** Of this page of the list, the worst first. */
  shown: readonly WebColumn[]
  tallies: ReadonlyMap<WebColumnState, number>
  /** The state that is asked for; null: all. */
  state: WebColumnState | null
  page: number
  pageSize: number
  total: number
  /** Units for which this person may record a check. */
  own: readonly { id: number; name: string }[]
  mayRemind: boolean
  values: FormValues
  faults: readonly Fault[]
}

export function WebColumnsPage(props: WebColumnsPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const k = words(ownTexts, locale)
  const { state, tallies } = props
  const at = (page: number) =>
    `${webColumnsAddress}?${new URLSearchParams({ ...(state ? { state } : {}), page: String(page) })}`
  return (
    <>
      <ErrorSummary faults={props.faults} />
      <PageHead title={t.webColumns} lead={t.webColumnsLead} />
      <DeskTabs here="webColumns" />
      <Stats>
        {webColumnStates.map((s) => (
          <Stat
            key={s}
            label={webColumnWords[s][locale]}
            value={String(tallies.get(s) ?? 0)}
            icon={looks[s].icon}
            tone={(tallies.get(s) ?? 0) > 0 ? looks[s].tone : 'quiet'}
            href={`${webColumnsAddress}?state=${s}`}
          />
        ))}
      </Stats>
      {props.own.length > 0 && <Check {...props} />}
      <ButtonGroup>
        {props.mayRemind && (tallies.get('none') ?? 0) > 0 && (
          <Form action={`${webColumnsAddress}/reminders`} bare>
            <Button kind="secondary" icon="send">
              {k.remind} ({tallies.get('none')})
            </Button>
          </Form>
        )}
        {state && (
          <ButtonLink kind="quiet" icon="filter" href={webColumnsAddress}>
            {k.all}
          </ButtonLink>
        )}
      </ButtonGroup>
      {props.shown.length === 0 ? (
        <EmptyState scene="search" title={k.nothing}>
          {k.nothingWhy}
        </EmptyState>
      ) : (
        <Units {...props} />
      )}
      <Pager page={props.page} pageSize={props.pageSize} total={props.total} href={at} />
    </>
  )
}

function Units({ shown }: WebColumnsPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <Table
      narrow="lines"
      caption={t.webColumns}
      silentCaption
      dense
      rows={shown}
      rowKey={(w) => w.unitId}
      columns={[
        {
          key: 'unit',
          label: t.unit,
          main: true,
          width: 'wide',
          cell: (w) => <span id={`unit-${w.unitId}`}>{w.unitName}</span>,
        },
        {
          key: 'state',
          label: t.state,
          phone: 'bare',
          cell: (w) => <StatusTag look={looks[w.state]}>{webColumnWords[w.state][locale]}</StatusTag>,
        },
        {
          key: 'address',
          label: t.address,
          cell: ({ check }) => check?.address && <a href={check.address}>{check.address}</a>,
        },
        {
          key: 'newest',
          label: t.newest,
          cell: ({ check }) => check?.newestDay && showDay(check.newestDay),
        },
        {
          key: 'checked',
          label: t.checkedOn,
          cell: ({ check }) => check && `${showDay(check.day)}, ${check.byName}`,
        },
      ]}
    />
  )
}

function Check({ own, values, faults }: WebColumnsPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
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
        <TextInput name="address" label={t.address} hint={ownTexts.addressHint[locale]} type="url" optional />
        <DateInput name="newestDay" label={t.newest} optional />
        <TextInput name="note" label={t.note} maxlength={500} optional />
        <Button icon="done">{t.save}</Button>
      </Form>
    </Details>
  )
}
