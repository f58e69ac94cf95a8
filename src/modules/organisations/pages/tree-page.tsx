import { type Day, showDay } from '../../../lib/calendar/day.ts'
import type { FormValues } from '../../../lib/http/forms.ts'
import { words } from '../../../lib/text/words.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { DateInput } from '../../../ui/date-input.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { useRequest } from '../../../ui/request.ts'
import { Select } from '../../../ui/select.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { changeAddress } from '../change-address.ts'
import type { Branch } from '../families.ts'
import { treeAddress, unitAddress, unitTypes } from '../organisation.ts'
import { familyNames, texts, unitTypeNames } from '../organisations.texts.ts'
import { formTexts } from '../organisations-forms.texts.ts'
import { Parts } from './parts.tsx'

export interface TreePageProps {
  day: Day
  today: Day
  count: number
  branches: readonly Branch[]
  values: FormValues
  mayChange: boolean
}

export function TreePage({ day, today, count, branches, values, mayChange }: TreePageProps) {
  const { locale } = useRequest()
  const w = words(texts, locale)
  const f = words(formTexts, locale)
  const types = unitTypes.map((type) => ({ value: type, label: unitTypeNames[type][locale] }))
  return (
    <>
      <PageHead
        title={w.title}
        lead={w.lead(count, showDay(day))}
        actions={
          mayChange && (
            <>
              <ButtonLink href={changeAddress('creation')} icon="add">
                {f.creation}
              </ButtonLink>
              <ButtonLink href={changeAddress('merger')} kind="secondary">
                {f.merger}
              </ButtonLink>
            </>
          )
        }
      />
      <Parts current="tree" />
      <FilterBar action={treeAddress()} values={values}>
        <DateInput name="day" label={w.asOf} />
        <TextInput name="q" label={w.filter} type="search" />
        <Select name="type" label={w.kind} options={types} empty={w.anyType} />
      </FilterBar>
      {day !== today && (
        <Notice tone="info">
          <p>
            {w.pastDay(showDay(day))} <a href={treeAddress()}>{w.backToToday}</a>
          </p>
        </Notice>
      )}
      {branches.length === 0 ? (
        <EmptyState scene="search" title={w.nothing}>
          {w.nothingHint}
        </EmptyState>
      ) : (
        <div class="panel">
          <Branches branches={branches} day={day === today ? undefined : day} />
        </div>
      )}
    </>
  )
}

/** A longer family opens when it is asked for. */
const shownAtOnce = 40

function Branches({ branches, day }: { branches: readonly Branch[]; day: Day | undefined }) {
  return (
    <ul class="tree">
      {branches.map((branch) => (
        <OneBranch key={branch.unit.id} branch={branch} day={day} />
      ))}
    </ul>
  )
}

function OneBranch({
  branch: { unit, below, open, children },
  day,
}: {
  branch: Branch
  day: Day | undefined
}) {
  const { locale } = useRequest()
  const w = words(texts, locale)
  return (
    <li>
      <div class="tree-unit">
        <a href={unitAddress(unit.id, day)}>{unit.name}</a>
        {unit.headName && (
          <span class="small soft">
            {unit.headTitle}: {unit.headName}
          </span>
        )}
        {unit.invited && <Tag>{w.invited}</Tag>}
        {unit.unverified && (
          <Tag tone="warn" icon="warning">
            {w.unverified}
          </Tag>
        )}
      </div>
      {children.length > 0 && (
        <details class="tree-below" open={open}>
          <summary>
            {w.below(below)}
            <span class="visually-hidden">: {unit.name}</span>
          </summary>
          {children.map(({ family, branches }) =>
            family ? (
              <details class="tree-below tree-family" open={branches.length <= shownAtOnce} key={family}>
                <summary>
                  {familyNames[family][locale]} ({branches.length})
                </summary>
                <Branches branches={branches} day={day} />
              </details>
            ) : (
              <Branches branches={branches} day={day} key="all" />
            ),
          )}
        </details>
      )}
    </li>
  )
}
