import { type Day, showDay } from '../../../../lib/calendar/day.ts'
import type { Fault } from '../../../../lib/errors.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonGroup, ButtonLink } from '../../../../ui/button.tsx'
import { Combobox } from '../../../../ui/combobox.tsx'
import { DateInput } from '../../../../ui/date-input.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form, type FormValues } from '../../../../ui/form.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Select } from '../../../../ui/select.tsx'
import { SummaryList } from '../../../../ui/summary-list.tsx'
import { Table } from '../../../../ui/table.tsx'
import { StatusTag } from '../../../../ui/tag.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import { stateWords } from '../../editorial.texts.ts'
import { itemAddress } from '../../item.ts'
import { stateLooks } from '../../looks.ts'
import { TroubleList } from '../../variants/pages/troubled-channels.tsx'
import type { ChannelTrouble } from '../../variants/troubles.ts'
import { mediumWords, texts } from '../coverage.texts.ts'
import { type Coverage, type DeskEvent, eventAddress, media } from '../event.ts'
import { momentOf, whenOf } from './coverage-page.tsx'

export interface EventPageProps {
  event: DeskEvent
  coverages: readonly Coverage[]
  troubles: readonly ChannelTrouble[]
  unitNames: ReadonlyMap<number, string>
  units: readonly { id: number; name: string }[]
  today: Day
  taskName: string | null
  /** Names of its themes and audiences. */
  labels: readonly string[]
  values: FormValues
  faults: readonly Fault[]
  mayPlan: boolean
}

export function EventPage(props: EventPageProps) {
  const t = words(texts, useRequest().locale)
  const { event, coverages, mayPlan } = props
  return (
    <>
      <ErrorSummary faults={props.faults} />
      <PageHead
        kicker={event.ends ? `${whenOf(event)} – ${momentOf(event.ends)}` : whenOf(event)}
        title={event.title}
        lead={event.about}
        actions={mayPlan && <EventActions event={event} />}
      />
      <SummaryList
        facts={[
          { label: t.place, value: event.place },
          { label: t.unit, value: props.unitNames.get(event.unitId) },
          { label: t.task, value: props.taskName },
          { label: t.labels, value: props.labels.join(' · ') },
        ]}
      />
      <Panel title={t.who}>
        {coverages.length === 0 ? <p class="soft">{t.nobody}</p> : <CoverageTable {...props} />}
      </Panel>
      {mayPlan && <Assign {...props} />}
    </>
  )
}

function EventActions({ event }: Pick<EventPageProps, 'event'>) {
  const t = words(texts, useRequest().locale)
  const at = eventAddress(event.id)
  return (
    <ButtonGroup>
      <ButtonLink kind="secondary" icon="edit" href={`${at}/edit`}>
        {t.changeEvent}
      </ButtonLink>
      <Form action={`${at}/dropping`} bare>
        <Button kind="quiet" icon="close">
          {t.dropEvent}
        </Button>
      </Form>
    </ButtonGroup>
  )
}

function CoverageTable({ coverages, troubles, unitNames, today, mayPlan }: EventPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <Table
      narrow="lines"
      caption={t.who}
      silentCaption
      rows={coverages}
      rowKey={(c) => c.id}
      columns={[
        { key: 'medium', label: t.medium, cell: (c) => mediumWords[c.medium][locale] },
        {
          key: 'person',
          label: t.person,
          main: true,
          cell: (c) => (
            <span id={`coverage-${c.id}`}>
              {c.personName} ({unitNames.get(c.unitId) ?? ''})
            </span>
          ),
        },
        {
          key: 'due',
          label: t.due,
          cell: (c) => (
            <>
              {showDay(c.dueDay)}{' '}
              {!c.dropped && c.itemId === null && c.dueDay < today && (
                <StatusTag look={{ tone: 'bad', icon: 'late' }}>{t.late}</StatusTag>
              )}
            </>
          ),
        },
        { key: 'note', label: t.note, cell: (c) => c.note },
        { key: 'item', label: t.item, cell: (c) => <ItemOf coverage={c} mayPlan={mayPlan} /> },
        {
          key: 'channels',
          label: t.channels,
          cell: (c) => <TroubleList troubles={troubles.filter((one) => one.itemId === c.itemId)} />,
        },
      ]}
    />
  )
}

function ItemOf({ coverage, mayPlan }: { coverage: Coverage; mayPlan: boolean }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  if (coverage.itemId !== null && coverage.itemState !== null)
    return (
      <>
        <a href={itemAddress(coverage.itemId)}>{coverage.itemTitle}</a>{' '}
        <StatusTag look={stateLooks[coverage.itemState]}>{stateWords[coverage.itemState][locale]}</StatusTag>
      </>
    )
  if (coverage.dropped) return <span class="soft">{t.dropped}</span>
  const at = `/desk/coverages/${coverage.id}`
  return (
    <ButtonGroup>
      <Form action={`${at}/item`} bare>
        <Button small kind="secondary" icon="edit">
          {t.begin}
        </Button>
      </Form>
      {mayPlan && (
        <Form action={`${at}/dropping`} bare>
          <Button small kind="quiet" icon="close">
            {t.drop}
          </Button>
        </Form>
      )}
    </ButtonGroup>
  )
}

function Assign({ event, units, values, faults }: EventPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <Panel title={t.assignMore}>
      <Form action={`${eventAddress(event.id)}/coverages`} values={values} faults={faults}>
        <Select
          name="medium"
          label={t.medium}
          options={media.map((m) => ({ value: m, label: mediumWords[m][locale] }))}
        />
        <TextInput name="personName" label={t.person} maxlength={200} />
        <Combobox
          name="unitId"
          label={t.ofUnit}
          options={units.map((u) => ({ value: String(u.id), label: u.name }))}
        />
        <DateInput name="dueDay" label={t.due} />
        <TextArea name="note" label={t.note} rows={2} optional />
        <Button icon="add">{t.assign}</Button>
      </Form>
    </Panel>
  )
}
