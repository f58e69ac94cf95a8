import { showDay } from '../../../../lib/calendar/day.ts'
import type { Fault } from '../../../../lib/errors.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button } from '../../../../ui/button.tsx'
import { Checkboxes } from '../../../../ui/choices.tsx'
import { DateInput } from '../../../../ui/date-input.tsx'
import { Details } from '../../../../ui/details.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form, type FormValues } from '../../../../ui/form.tsx'
import { NumberInput } from '../../../../ui/number-input.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Table } from '../../../../ui/table.tsx'
import { StatusTag } from '../../../../ui/tag.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import {
  type Orientation,
  type OrientationOutlet,
  type Outlet,
  orientationAddress,
  outletAddress,
} from '../../outlet.ts'
import { DeskTabs } from '../../pages/desk-tabs.tsx'
import { correctionTexts } from '../corrections.texts.ts'
import { texts as orientationTexts } from '../orientations.texts.ts'
import { outletKindWords, texts } from '../press.texts.ts'
import { OutletFields } from './outlet-fields.tsx'
import { OutletState } from './outlet-page.tsx'
import { ServedTasks, type TaskChoice } from './served-tasks.tsx'

type Told = Orientation & { outlets: readonly OrientationOutlet[]; corrected: number; pieces: number }

export interface OrientationsPageProps {
  orientations: readonly Told[]
  outlets: readonly Outlet[]
  /** Outlets in use: those that forms offer. */
  offered: readonly Outlet[]
  units: readonly { id: number; name: string }[]
  /** Tasks that a new one may serve. */
  tasks: readonly TaskChoice[]
  values: FormValues
  faults: readonly Fault[]
  mayKeep: boolean
}

export function OrientationsPage(props: OrientationsPageProps) {
  const t = words(texts, useRequest().locale)
  const { orientations, mayKeep } = props
  return (
    <>
      <ErrorSummary faults={props.faults} />
      <PageHead title={t.orientations} lead={t.orientationsLead} />
      <DeskTabs here="orientations" />
      {mayKeep && <NewOrientation {...props} />}
      {orientations.length > 0 && <List {...props} />}
      <Outlets {...props} />
    </>
  )
}

function List({ orientations }: OrientationsPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const o = words(orientationTexts, locale)
  return (
    <Table
      narrow="lines"
      caption={t.orientations}
      silentCaption
      rows={orientations}
      rowKey={(one) => one.id}
      columns={[
        {
          key: 'title',
          label: t.orientationTitle,
          main: true,
          width: 'wide',
          cell: (one) => <a href={orientationAddress(one.id)}>{one.title}</a>,
        },
        {
          key: 'days',
          label: o.time,
          cell: (one) =>
            one.toDay ? `${showDay(one.fromDay)} – ${showDay(one.toDay)}` : o.openEnd(showDay(one.fromDay)),
        },
        {
          key: 'seen',
          label: o.seen,
          cell: (one) =>
            one.withdrawnAt ? (
              <StatusTag look={{ tone: 'bad', icon: 'stop' }}>
                {correctionTexts.isWithdrawn[locale]}
              </StatusTag>
            ) : (
              t.seenBy(one.outlets.filter((x) => x.acknowledgedAt !== null).length, one.outlets.length)
            ),
        },
        {
          key: 'pieces',
          label: o.wrote,
          cell: (one) => <a href={`${orientationAddress(one.id)}#pieces`}>{o.pieces(one.pieces)}</a>,
        },
      ]}
    />
  )
}

function NewOrientation({ offered, tasks, values, faults }: OrientationsPageProps) {
  const t = words(texts, useRequest().locale)
  const own = ['title', 'body', 'fromDay', 'toDay', 'taskIds', 'silentDays', 'outletIds']
  return (
    <Details summary={t.newOrientation} open={faults.some((f) => own.includes(f.field ?? ''))}>
      <Form action="/desk/orientations" values={values} faults={faults}>
        <TextInput name="title" label={t.orientationTitle} maxlength={300} />
        <TextArea name="body" label={t.orientationBody} rows={6} />
        <DateInput name="fromDay" label={t.from} />
        <DateInput name="toDay" label={t.until} optional />
        <ServedTasks tasks={tasks} values={values} faults={faults} />
        <NumberInput name="silentDays" label={t.silentDays} hint={t.silentDaysHint} width="s" />
        <Checkboxes
          name="outletIds"
          label={t.recipients}
          choices={offered.map((o) => ({ value: String(o.id), label: o.name }))}
        />
        <Button icon="send">{t.send}</Button>
      </Form>
    </Details>
  )
}

function Outlets({ outlets, units, mayKeep, values, faults }: OrientationsPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <Panel title={t.outlets} id="outlets">
      <Table
        narrow="lines"
        caption={t.outlets}
        silentCaption
        rows={outlets}
        rowKey={(o) => o.id}
        columns={[
          {
            key: 'name',
            label: t.outletName,
            main: true,
            cell: (o) => <a href={outletAddress(o.id)}>{o.name}</a>,
          },
          { key: 'kind', label: t.kind, phone: 'bare', cell: (o) => outletKindWords[o.kind][locale] },
          { key: 'editions', label: t.editions, cell: (o) => o.editions.join(', ') },
          {
            key: 'site',
            label: t.site,
            cell: (o) => o.webAddress && <a href={o.webAddress}>{o.webAddress}</a>,
          },
          {
            key: 'state',
            label: correctionTexts.state[locale],
            phone: 'bare',
            cell: (o) => <OutletState outlet={o} />,
          },
        ]}
      />
      {mayKeep && (
        <Details
          summary={t.addOutlet}
          open={faults.some((f) => ['name', 'email', 'webAddress'].includes(f.field ?? ''))}
        >
          <Form action="/desk/outlets" values={values} faults={faults}>
            <OutletFields units={units} />
            <Button kind="secondary" icon="add">
              {t.addOutlet}
            </Button>
          </Form>
        </Details>
      )}
    </Panel>
  )
}
