import { showDay, showTime } from '../../../../lib/calendar/day.ts'
import type { Fault } from '../../../../lib/errors.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button } from '../../../../ui/button.tsx'
import { Checkboxes } from '../../../../ui/choices.tsx'
import { DateInput } from '../../../../ui/date-input.tsx'
import { Details } from '../../../../ui/details.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form, type FormValues } from '../../../../ui/form.tsx'
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
import { outletKindWords, texts } from '../press.texts.ts'
import { OutletFields } from './outlet-fields.tsx'
import { OutletState } from './outlet-page.tsx'

type Told = Orientation & { outlets: readonly OrientationOutlet[]; corrected: number }

export interface OrientationsPageProps {
  orientations: readonly Told[]
  outlets: readonly Outlet[]
  /** Outlets in use: those that forms offer. */
  offered: readonly Outlet[]
  units: readonly { id: number; name: string }[]
  /** The one to be shown unfolded; 0: the newest. */
  open: number
  values: FormValues
  faults: readonly Fault[]
  mayKeep: boolean
  mayAcknowledge: (outletId: number) => boolean
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
      {orientations.map((o, n) => (
        <OneOrientation key={o.id} {...props} one={o} isOpen={props.open ? props.open === o.id : n === 0} />
      ))}
      <Outlets {...props} />
    </>
  )
}

function OneOrientation({
  one,
  isOpen,
  mayKeep,
  mayAcknowledge,
}: OrientationsPageProps & { one: Told; isOpen: boolean }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const seen = one.outlets.filter((o) => o.acknowledgedAt !== null).length
  return (
    <Details
      summary={`${showDay(one.fromDay)}${one.toDay ? `–${showDay(one.toDay)}` : ''} · ${one.title} (${one.withdrawnAt ? correctionTexts.isWithdrawn[locale] : t.seenBy(seen, one.outlets.length)})`}
      open={isOpen}
    >
      <div class="stack">
        {one.withdrawnAt && (
          <p>
            <StatusTag look={{ tone: 'bad', icon: 'stop' }}>{correctionTexts.isWithdrawn[locale]}</StatusTag>
          </p>
        )}
        <p class="letter">{one.body}</p>
        <ul class="plain-list">
          {one.outlets.map((o) => (
            <li key={o.outletId} class="row">
              <span>
                {o.outletName} –{' '}
                <span class="soft">
                  {o.acknowledgedAt ? `${o.acknowledgedByName}, ${showTime(o.acknowledgedAt)}` : t.notYet}
                </span>
              </span>
              {!o.acknowledgedAt && !one.withdrawnAt && mayAcknowledge(o.outletId) && (
                <Form action={`${orientationAddress(one.id)}/acknowledgements/${o.outletId}`} bare>
                  <Button kind="secondary" small icon="check">
                    {t.acknowledge} <span class="visually-hidden">{o.outletName}</span>
                  </Button>
                </Form>
              )}
            </li>
          ))}
        </ul>
        {(mayKeep || one.corrected > 0) && (
          <p>
            <a href={`${orientationAddress(one.id)}/correction`}>
              {mayKeep && !one.withdrawnAt
                ? correctionTexts.correctOrientation[locale]
                : correctionTexts.history[locale]}
              <span class="visually-hidden"> {one.title}</span>
            </a>
          </p>
        )}
      </div>
    </Details>
  )
}

function NewOrientation({ offered, values, faults }: OrientationsPageProps) {
  const t = words(texts, useRequest().locale)
  const own = ['title', 'body', 'fromDay', 'outletIds']
  return (
    <Details summary={t.newOrientation} open={faults.some((f) => own.includes(f.field ?? ''))}>
      <Form action="/desk/orientations" values={values} faults={faults}>
        <TextInput name="title" label={t.orientationTitle} maxlength={300} />
        <TextArea name="body" label={t.orientationBody} rows={6} />
        <DateInput name="fromDay" label={t.from} />
        <DateInput name="toDay" label={t.until} optional />
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
