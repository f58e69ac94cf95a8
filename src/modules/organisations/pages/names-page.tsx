import { showDay } from '../../../lib/calendar/day.ts'
import type { Fault } from '../../../lib/errors.ts'
import type { FormValues } from '../../../lib/http/forms.ts'
import { words } from '../../../lib/text/words.ts'
import { Button } from '../../../ui/button.tsx'
import { Combobox } from '../../../ui/combobox.tsx'
import { DateInput } from '../../../ui/date-input.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { useRequest } from '../../../ui/request.ts'
import { Table } from '../../../ui/table.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import type { AgencyMatch } from '../names/match-agency.ts'
import type { Alias } from '../names/name-index.ts'
import type { UnknownName } from '../names/names.sql.ts'
import { type Group, type UnitRow, unitAddress } from '../organisation.ts'
import { texts } from '../organisations.texts.ts'
import { groupTexts } from '../organisations-groups.texts.ts'
import { Parts } from './parts.tsx'
import { unitOptions } from './unit-options.ts'

export interface NamesPageProps {
  aliases: readonly Alias[]
  unknown: readonly (UnknownName & { match: AgencyMatch })[]
  tried: { text: string; match: AgencyMatch } | null
  units: readonly UnitRow[]
  groups: readonly Group[]
  mayChange: boolean
  values: FormValues
  faults: readonly Fault[]
}

export function NamesPage(props: NamesPageProps) {
  const { locale } = useRequest()
  const w = words(texts, locale)
  const g = words(groupTexts, locale)
  return (
    <>
      <ErrorSummary faults={props.faults} />
      <PageHead title={w.menuNames} lead={g.namesLead} />
      <Parts current="names" />
      <div class="two two-first">
        <div class="stack-l">
          <Unknown {...props} />
          <Known {...props} />
        </div>
        <div class="stack-l">
          <Trial {...props} />
          {props.mayChange && <AddName {...props} />}
        </div>
      </div>
    </>
  )
}

/** What a name was found to mean, with the reason. */
function Meaning({ match }: { match: AgencyMatch }) {
  const { locale } = useRequest()
  return (
    <>
      <div>{match.why[locale]}</div>
      {match.candidates.length > 0 && (
        <ul class="stack">
          {match.candidates.slice(0, 5).map((c) => (
            <li key={`${c.kind}-${c.id}`}>
              <a href={c.kind === 'unit' ? unitAddress(c.id) : `/organisations/groups/${c.id}`}>{c.name}</a>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Unknown({ unknown, mayChange }: NamesPageProps) {
  const g = words(groupTexts, useRequest().locale)
  return (
    <Panel title={`${g.unknownTitle} (${unknown.length})`}>
      {unknown.length === 0 ? (
        <p class="soft">{g.unknownNone}</p>
      ) : (
        <ul class="stack-l">
          {unknown.map((u) => (
            <li key={u.key}>
              <strong>{u.text}</strong>
              <div class="small soft">{g.met(u.times, u.source)}</div>
              <Meaning match={u.match} />
              {mayChange && (
                <div class="row">
                  <a class="small" href={`/organisations/names?text=${encodeURIComponent(u.text)}#add`}>
                    {g.place}
                  </a>
                  <Form action="/organisations/names/unknown/dismissal" bare>
                    <input type="hidden" name="key" value={u.key} />
                    <Button kind="quiet" small>
                      {g.dismiss}
                    </Button>
                  </Form>
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

function Trial({ tried }: NamesPageProps) {
  const g = words(groupTexts, useRequest().locale)
  return (
    <Panel title={g.tryTitle}>
      <Form action="/organisations/names" method="get" values={{ try: tried?.text ?? '' }}>
        <TextInput name="try" label={g.nameText} />
        <Button kind="secondary">{g.tryButton}</Button>
      </Form>
      {tried && (
        <div class="prose" role="status">
          <Meaning match={tried.match} />
        </div>
      )}
    </Panel>
  )
}

function AddName({ units, groups, values, faults }: NamesPageProps) {
  const g = words(groupTexts, useRequest().locale)
  const options = [
    { label: g.targetGroups, options: groups.map((x) => ({ value: `group-${x.id}`, label: x.name })) },
    {
      label: g.targetUnits,
      options: unitOptions(units).map((o) => ({ ...o, value: `unit-${o.value}` })),
    },
  ]
  return (
    <Panel title={g.addName} id="add">
      <Form action="/organisations/names" values={values} faults={faults}>
        <TextInput name="text" label={g.nameText} />
        <Combobox name="target" label={g.target} options={options} empty />
        <DateInput name="from" label={g.from} optional />
        <DateInput name="to" label={g.to} optional />
        <Button>{g.add}</Button>
      </Form>
    </Panel>
  )
}

function NameInTime({ alias: { text, from, to } }: { alias: Alias }) {
  const g = words(groupTexts, useRequest().locale)
  const days = [from && `${g.from} ${showDay(from)}`, to && `${g.to} ${showDay(to)}`].filter((d) => d)
  return (
    <>
      {text}
      {days.length > 0 && <div class="small soft">{days.join(' · ')}</div>}
    </>
  )
}

function Known({ aliases, units, groups, mayChange }: NamesPageProps) {
  const g = words(groupTexts, useRequest().locale)
  const unitNames = new Map(units.map((u) => [u.id, u.name]))
  const groupNames = new Map(groups.map((x) => [x.id, x.name]))
  const meaning = (a: Alias) =>
    a.unitId === null ? (
      groupNames.get(a.groupId ?? 0)
    ) : (
      <a href={unitAddress(a.unitId)}>{unitNames.get(a.unitId) ?? '…'}</a>
    )
  const columns = [
    { key: 'text', label: g.nameText, main: true, cell: (a: Alias) => <NameInTime alias={a} /> },
    { key: 'target', label: g.means, cell: meaning },
    {
      key: 'actions',
      label: g.actions,
      silent: true,
      cell: (a: Alias) =>
        mayChange && (
          <Form action={`/organisations/names/${a.id}/removal`} bare>
            <Button kind="quiet" small>
              {g.remove}
              <span class="visually-hidden">: {a.text}</span>
            </Button>
          </Form>
        ),
    },
  ]
  return (
    <Panel title={`${g.knownTitle} (${aliases.length})`}>
      <Table
        caption={g.knownTitle}
        silentCaption
        columns={columns}
        rows={aliases}
        rowKey={(a) => a.id}
        dense
      />
    </Panel>
  )
}
