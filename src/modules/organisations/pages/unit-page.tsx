import { addDays, type Day, showDay } from '../../../lib/calendar/day.ts'
import { words } from '../../../lib/text/words.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Details } from '../../../ui/details.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { useRequest } from '../../../ui/request.ts'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { Table } from '../../../ui/table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { type ChangeForm, changeAddress } from '../change-address.ts'
import type { Holding } from '../groups.ts'
import type { UnitLife } from '../history.ts'
import { type Group, type UnitRow, unitAddress } from '../organisation.ts'
import { levelNames, texts, unitTypeNames } from '../organisations.texts.ts'
import { formTexts } from '../organisations-forms.texts.ts'
import type { Episode } from '../story.ts'
import { Story } from './story.tsx'

export interface UnitPageProps {
  day: Day
  today: Day
  /** As it was on `day`, or on the nearest day it existed. */
  unit: UnitRow
  life: UnitLife
  parents: readonly UnitRow[]
  children: readonly UnitRow[]
  story: readonly Episode[]
  holdings: readonly (Holding & { name: string })[]
  groups: readonly Group[]
  area: { code: string; name: string } | null
  aliases: readonly { id: number; text: string }[]
  mayChange: boolean
}

const unitForms: readonly ChangeForm[] = [
  'renaming',
  'move',
  'appointment',
  'alteration',
  'merger',
  'split',
  'assignment',
  'transfer',
  'closing',
]

export function UnitPage(props: UnitPageProps) {
  const { day, today, unit, life, mayChange } = props
  const { locale } = useRequest()
  const w = words(texts, locale)
  const f = words(formTexts, locale)
  return (
    <>
      <PageHead
        title={unit.name}
        kicker={`${unitTypeNames[unit.type][locale]} · ${levelNames[unit.level][locale]}`}
        tags={<UnitTags unit={unit} life={life} day={day} />}
      />
      {day !== today && (
        <Notice tone="info">
          <p>
            {w.pastDay(showDay(day))} <a href={unitAddress(unit.id)}>{w.backToToday}</a>
          </p>
        </Notice>
      )}
      {mayChange && life.to === null && (
        <Details summary={w.change}>
          <div class="button-group">
            {unitForms.map((form) => (
              <ButtonLink key={form} href={changeAddress(form, unit.id)} kind="secondary" small>
                {f[form]}
              </ButtonLink>
            ))}
            <ButtonLink href={`${changeAddress('creation', unit.id)}`} kind="secondary" small icon="add">
              {f.creation}
            </ButtonLink>
          </div>
        </Details>
      )}
      <div class="two two-first">
        <div class="stack-l">
          <FactsPanel {...props} />
          <ChildrenPanel {...props} />
          <Panel title={w.history} id="history">
            <Story episodes={props.story} />
          </Panel>
        </div>
        <div class="stack-l">
          <FunctionsPanel {...props} />
          <GroupsPanel {...props} />
          <NamesPanel {...props} />
        </div>
      </div>
    </>
  )
}

function UnitTags({ unit, life, day }: Pick<UnitPageProps, 'unit' | 'life' | 'day'>) {
  const w = words(texts, useRequest().locale)
  return (
    <>
      {life.to !== null && (
        <Tag tone="warn" icon="warning">
          {w.ended(showDay(life.to))}
        </Tag>
      )}
      {day < life.from && <Tag tone="info">{w.notYet(showDay(life.from))}</Tag>}
      {unit.invited && <Tag>{w.invited}</Tag>}
      {unit.unverified && (
        <Tag tone="warn" icon="warning">
          {w.unverified}
        </Tag>
      )}
    </>
  )
}

function FactsPanel({ unit, life, parents, area, day, today }: UnitPageProps) {
  const w = words(texts, useRequest().locale)
  const link = day === today ? undefined : day
  const [parent] = parents
  return (
    <Panel title={w.facts}>
      <SummaryList
        facts={[
          { label: w.shortName, value: unit.shortName },
          {
            label: w.parent,
            value: parent && <a href={unitAddress(parent.id, link)}>{parent.name}</a>,
          },
          { label: unit.headTitle ?? w.head, value: unit.headName },
          { label: w.phone, value: unit.phone },
          { label: w.email, value: unit.email && <a href={`mailto:${unit.email}`}>{unit.email}</a> },
          ...(area ? [{ label: w.area, value: `${area.name} (${area.code})` }] : []),
          { label: w.code, value: unit.code },
          { label: w.begun, value: showDay(life.from) },
        ]}
      />
    </Panel>
  )
}

function ChildrenPanel({ children, day, today }: UnitPageProps) {
  const { locale } = useRequest()
  const w = words(texts, locale)
  if (children.length === 0) return null
  const link = day === today ? undefined : day
  const columns = [
    {
      key: 'name',
      label: w.unit,
      main: true,
      cell: (r: UnitRow) => <a href={unitAddress(r.id, link)}>{r.name}</a>,
    },
    { key: 'type', label: w.kind, cell: (r: UnitRow) => unitTypeNames[r.type][locale] },
    { key: 'head', label: w.head, cell: (r: UnitRow) => r.headName ?? '' },
  ]
  return (
    <Panel title={`${w.children} (${children.length})`} id="children">
      <Table
        caption={w.children}
        silentCaption
        columns={columns}
        rows={children}
        rowKey={(r) => r.id}
        dense
      />
    </Panel>
  )
}

function FunctionsPanel({ holdings }: UnitPageProps) {
  const w = words(texts, useRequest().locale)
  return (
    <Panel title={w.functions}>
      {holdings.length === 0 ? (
        <p class="soft">{w.none}</p>
      ) : (
        <ul class="stack">
          {holdings.map((h) => (
            <li key={h.id}>
              {h.name}
              {h.programme && <span class="soft"> ({h.programme})</span>}
              <div class="small soft">
                {w.since} {showDay(h.from)}
                {h.to && ` · ${w.until} ${showDay(addDays(h.to, -1))}`}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

function GroupsPanel({ groups }: UnitPageProps) {
  const w = words(texts, useRequest().locale)
  return (
    <Panel title={w.memberOf}>
      {groups.length === 0 ? (
        <p class="soft">{w.none}</p>
      ) : (
        <ul class="stack">
          {groups.map((g) => (
            <li key={g.id}>
              <a href={`/organisations/groups/${g.id}`}>{g.name}</a>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

function NamesPanel({ aliases, unit, mayChange }: UnitPageProps) {
  const w = words(texts, useRequest().locale)
  return (
    <Panel
      title={w.aliases}
      actions={
        mayChange && (
          <a class="small" href={`/organisations/names?unit=${unit.id}#add`}>
            {w.addName}
          </a>
        )
      }
    >
      {aliases.length === 0 ? (
        <p class="soft">{w.none}</p>
      ) : (
        <ul class="stack">
          {aliases.map((a) => (
            <li key={a.id}>{a.text}</li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
