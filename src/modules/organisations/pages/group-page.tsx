import { addDays, type Day, showDay } from '../../../lib/calendar/day.ts'
import type { Fault } from '../../../lib/errors.ts'
import type { FormValues } from '../../../lib/http/forms.ts'
import { words } from '../../../lib/text/words.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Radios } from '../../../ui/choices.tsx'
import { Combobox } from '../../../ui/combobox.tsx'
import { DateInput } from '../../../ui/date-input.tsx'
import { Details } from '../../../ui/details.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { useRequest } from '../../../ui/request.ts'
import { Table } from '../../../ui/table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import type { GroupMember, GroupVersion } from '../groups.ts'
import { type UnitRow, unitAddress } from '../organisation.ts'
import { texts, unitTypeNames } from '../organisations.texts.ts'
import { groupTexts } from '../organisations-groups.texts.ts'
import { DayFilter } from './day-filter.tsx'
import { RuleInWords } from './group-rule.tsx'
import { unitOptions } from './unit-options.ts'

export interface GroupPageProps {
  id: number
  day: Day
  today: Day
  version: GroupVersion
  versions: readonly GroupVersion[]
  members: readonly UnitRow[]
  /** Members added or left out one by one, on the day. */
  explicit: readonly GroupMember[]
  /** The whole tree on the day. */
  units: readonly UnitRow[]
  functionName: string | null
  mayChange: boolean
  values: FormValues
  faults: readonly Fault[]
}

export function GroupPage(props: GroupPageProps) {
  const { id, day, today, version, members, units, mayChange } = props
  const { locale } = useRequest()
  const w = words(texts, locale)
  const g = words(groupTexts, locale)
  const under = units.find((u) => u.id === version.underId)?.name
  return (
    <>
      <ErrorSummary faults={props.faults} />
      <PageHead
        title={version.name}
        kicker={w.menuGroups}
        lead={<RuleInWords rule={version} under={under} functionName={props.functionName} />}
        actions={
          mayChange && (
            <ButtonLink href={`/organisations/groups/${id}/revision`} kind="secondary" icon="edit">
              {g.revise}
            </ButtonLink>
          )
        }
      />
      <DayFilter address={`/organisations/groups/${id}`} day={day} today={today} />
      <Panel title={`${w.members} (${members.length})`}>
        {members.length === 0 ? <p class="soft">{g.noMembers}</p> : <Members {...props} />}
      </Panel>
      {props.versions.length > 1 && <Versions {...props} />}
      {mayChange && (
        <>
          <Standing {...props} />
          <Details summary={g.end}>
            <p class="hint">{g.endHint}</p>
            <Form action={`/organisations/groups/${id}/end`} values={{ day: today }}>
              <DateInput name="day" id="end-day" label={w.asOf} />
              <Button kind="danger">{g.end}</Button>
            </Form>
          </Details>
        </>
      )}
    </>
  )
}

function Members({ members, explicit, units, day, today }: GroupPageProps) {
  const { locale } = useRequest()
  const w = words(texts, locale)
  const g = words(groupTexts, locale)
  const names = new Map(units.map((u) => [u.id, u.name]))
  const added = new Set(explicit.filter((m) => !m.excluded).map((m) => m.unitId))
  const link = day === today ? undefined : day
  const columns = [
    {
      key: 'name',
      label: w.unit,
      main: true,
      cell: (r: UnitRow) => (
        <>
          <a href={unitAddress(r.id, link)}>{r.name}</a> {added.has(r.id) && <Tag tone="info">{g.added}</Tag>}
        </>
      ),
    },
    { key: 'parent', label: w.parent, cell: (r: UnitRow) => names.get(r.parentId ?? 0) ?? '' },
    { key: 'type', label: w.kind, cell: (r: UnitRow) => unitTypeNames[r.type][locale] },
  ]
  return (
    <Table caption={w.members} silentCaption columns={columns} rows={members} rowKey={(r) => r.id} dense />
  )
}

function Versions({ versions }: GroupPageProps) {
  const { locale } = useRequest()
  const w = words(texts, locale)
  const g = words(groupTexts, locale)
  const columns = [
    { key: 'name', label: g.name, main: true, cell: (v: GroupVersion) => v.name },
    { key: 'rule', label: g.rule, cell: (v: GroupVersion) => <RuleInWords rule={v} /> },
    { key: 'from', label: w.since, cell: (v: GroupVersion) => showDay(v.from) },
    { key: 'to', label: w.until, cell: (v: GroupVersion) => (v.to ? showDay(addDays(v.to, -1)) : '') },
  ]
  return (
    <Panel title={g.versions}>
      <Table
        caption={g.versions}
        silentCaption
        columns={columns}
        rows={versions}
        rowKey={(v) => v.from}
        dense
      />
    </Panel>
  )
}

function Standing({ id, explicit, units, values, faults }: GroupPageProps) {
  const { locale } = useRequest()
  const w = words(texts, locale)
  const g = words(groupTexts, locale)
  const names = new Map(units.map((u) => [u.id, u.name]))
  const left = explicit.filter((m) => m.excluded)
  return (
    <Panel title={g.standing}>
      {left.length > 0 && (
        <p>
          {g.excluded}: {left.map((m) => names.get(m.unitId)).join('; ')}
        </p>
      )}
      <p class="hint">{g.standingHint}</p>
      <Form action={`/organisations/groups/${id}/members`} values={values} faults={faults}>
        <Combobox name="unit" label={w.unit} options={unitOptions(units)} empty />
        <Radios
          name="standing"
          label={g.how}
          inline
          choices={(['added', 'excluded', 'by_rule'] as const).map((value) => ({ value, label: g[value] }))}
        />
        <DateInput name="day" label={w.since} />
        <Button kind="secondary">{g.apply}</Button>
      </Form>
    </Panel>
  )
}
