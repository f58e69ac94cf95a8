import { type Day, showDay } from '../../../../lib/calendar/day.ts'
import type { Fault } from '../../../../lib/errors.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { Combobox } from '../../../../ui/combobox.tsx'
import { DateInput } from '../../../../ui/date-input.tsx'
import { Details } from '../../../../ui/details.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form, type FormValues } from '../../../../ui/form.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { SummaryList } from '../../../../ui/summary-list.tsx'
import { StatusTag } from '../../../../ui/tag.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import { type Item, itemAddress } from '../../item.ts'
import {
  type Correction,
  type Outlet,
  orientationAddress,
  type PressEntry,
  pressAddress,
  type Stance,
} from '../../outlet.ts'
import { correctionTexts } from '../corrections.texts.ts'
import { stanceLooks } from '../looks.ts'
import { stanceWords, texts } from '../press.texts.ts'
import { Corrections, shown, TakeOut } from './corrections.tsx'
import { FollowUpTag } from './follow-up-tag.tsx'

export interface EntryPageProps {
  entry: PressEntry
  /** The desk's own text that it is, where the reader may see that. */
  item: Item | null
  /** What it counts as; null: as nothing. */
  activityId: number | null
  corrections: readonly Correction[]
  outlets: readonly Outlet[]
  orientations: readonly { id: number; title: string }[]
  units: readonly { id: number; name: string }[]
  unitNames: ReadonlyMap<number, string>
  today: Day
  values: FormValues
  faults: readonly Fault[]
  mayKeep: boolean
  mayMend: boolean
}

export function EntryPage(props: EntryPageProps) {
  const { locale } = useRequest()
  const k = words(correctionTexts, locale)
  const { entry, today } = props
  const stands = entry.withdrawnAt === null
  const open = entry.followUp === null || entry.followUp.doneDay === null
  return (
    <>
      <ErrorSummary faults={props.faults} />
      <PageHead
        kicker={`${entry.outletName} · ${showDay(entry.day)}`}
        title={entry.title}
        lead={entry.summary}
        tags={
          <>
            <StatusTag look={stanceLooks[entry.stance]}>{stanceWords[entry.stance][locale]}</StatusTag>
            {stands ? (
              <FollowUpTag entry={entry} today={today} />
            ) : (
              <StatusTag look={{ tone: 'bad', icon: 'stop' }}>{k.isWithdrawn}</StatusTag>
            )}
          </>
        }
        actions={
          props.mayKeep &&
          stands && (
            <ButtonLink icon="edit" kind="quiet" href={`${pressAddress(entry.id)}/correction`}>
              {k.correctEntry}
            </ButtonLink>
          )
        }
      />
      <Known {...props} />
      {entry.followUp && <Standing {...props} />}
      {stands && props.mayMend && entry.followUp && open && <Mend {...props} />}
      {stands && props.mayKeep && open && <Give {...props} />}
      {stands && props.mayKeep && (
        <TakeOut
          action={`${pressAddress(entry.id)}/withdrawal`}
          summary={k.withdrawEntry}
          words={k.withdrawEntryWhy}
          label={k.withdrawEntry}
          seen={props.corrections[0]?.id ?? 0}
          values={props.values}
          faults={props.faults}
        />
      )}
      <Corrections corrections={props.corrections} changes={(c) => changesOf(props, c)} />
    </>
  )
}

function Known(props: EntryPageProps) {
  const { entry, unitNames } = props
  const t = words(texts, useRequest().locale)
  return (
    <SummaryList
      facts={[
        {
          label: t.address,
          value: entry.address && (
            <a href={entry.address} rel="noreferrer">
              {entry.address}
            </a>
          ),
        },
        ...(entry.edition ? [{ label: t.edition, value: entry.edition }] : []),
        { label: t.aboutUnit, value: entry.unitId && unitNames.get(entry.unitId) },
        ...(props.item
          ? [{ label: t.ownText, value: <a href={itemAddress(props.item.id)}>{props.item.title}</a> }]
          : []),
        ...props.orientations
          .filter((o) => o.id === entry.orientationId)
          .map((o) => ({ label: t.follows, value: <a href={orientationAddress(o.id)}>{o.title}</a> })),
        ...(props.activityId === null
          ? []
          : [{ label: t.counted, value: <a href={`/activities/${props.activityId}`}>{t.countedAs}</a> }]),
        { label: t.notedBy, value: entry.notedByName },
      ]}
    />
  )
}

/** What a correction changed: what stood before, and what stood after it. */
function changesOf({ entry, corrections, outlets, orientations, unitNames }: EntryPageProps, c: Correction) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const next = corrections[corrections.indexOf(c) - 1]
  const after: Readonly<Record<string, unknown>> = next ? next.was : { ...entry }
  const name = (key: string, value: unknown) => {
    if (key === 'outletId') return outlets.find((o) => o.id === value)?.name ?? ''
    if (key === 'orientationId') return orientations.find((o) => o.id === value)?.title ?? ''
    if (key === 'unitId') return unitNames.get(Number(value)) ?? ''
    if (key === 'stance') return stanceWords[value as Stance][locale]
    return shown(value)
  }
  const fields = [
    ['day', t.day],
    ['outletId', t.outlet],
    ['edition', t.edition],
    ['title', t.title],
    ['stance', t.stance],
    ['address', t.address],
    ['summary', t.summary],
    ['unitId', t.aboutUnit],
    ['itemId', t.ownText],
    ['orientationId', t.follows],
  ] as const
  return fields
    .filter(([key]) => (c.was[key] ?? null) !== (after[key] ?? null))
    .map(([key, field]) => ({ field, before: name(key, c.was[key]), after: name(key, after[key]) }))
}

function Standing({ entry, unitNames }: EntryPageProps) {
  const t = words(texts, useRequest().locale)
  const f = entry.followUp
  if (!f) return null
  return (
    <Panel title={t.followUp}>
      <SummaryList
        facts={[
          { label: t.unit, value: unitNames.get(f.unitId) },
          { label: t.person, value: f.personName },
          { label: t.wanted, value: f.wanted },
          { label: t.due, value: showDay(f.dueDay) },
          ...(f.doneDay
            ? [{ label: t.what, value: `${f.doneWhat} (${f.doneByName}, ${showDay(f.doneDay)})` }]
            : []),
        ]}
      />
    </Panel>
  )
}

function Mend({ entry, values, faults }: EntryPageProps) {
  const t = words(texts, useRequest().locale)
  return (
    <Panel title={t.complete}>
      <Form action={`${pressAddress(entry.id)}/follow-up/completion`} values={values} faults={faults}>
        <TextArea name="what" label={t.what} rows={3} />
        <Button icon="done">{t.complete}</Button>
      </Form>
    </Panel>
  )
}

function Give({ entry, units, values, faults }: EntryPageProps) {
  const t = words(texts, useRequest().locale)
  return (
    <Details
      summary={t.give}
      open={(entry.stance === 'not_yet' && entry.followUp === null) || faults.some((f) => f.field !== 'why')}
    >
      <Form action={`${pressAddress(entry.id)}/follow-up`} values={values} faults={faults}>
        <Combobox
          name="unitId"
          label={t.unit}
          empty
          options={units.map((u) => ({ value: String(u.id), label: u.name }))}
        />
        <TextInput name="personName" label={t.person} maxlength={200} optional />
        <TextArea name="wanted" label={t.wanted} rows={3} />
        <DateInput name="dueDay" label={t.due} />
        <Button kind="secondary" icon="send">
          {t.give}
        </Button>
      </Form>
    </Details>
  )
}
