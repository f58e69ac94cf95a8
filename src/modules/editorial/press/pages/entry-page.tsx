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
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { SummaryList } from '../../../../ui/summary-list.tsx'
import { StatusTag } from '../../../../ui/tag.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import { type PressEntry, pressAddress } from '../../outlet.ts'
import { stanceLooks } from '../looks.ts'
import { stanceWords, texts } from '../press.texts.ts'
import { FollowUpTag } from './follow-up-tag.tsx'

export interface EntryPageProps {
  entry: PressEntry
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
  const t = words(texts, locale)
  const { entry, today, unitNames } = props
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
            <FollowUpTag entry={entry} today={today} />
          </>
        }
      />
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
          { label: t.aboutUnit, value: entry.unitId && unitNames.get(entry.unitId) },
        ]}
      />
      {entry.followUp && <Standing {...props} />}
      {props.mayMend && entry.followUp && open && <Mend {...props} />}
      {props.mayKeep && open && <Give {...props} />}
    </>
  )
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
      open={(entry.stance === 'not_yet' && entry.followUp === null) || faults.length > 0}
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
