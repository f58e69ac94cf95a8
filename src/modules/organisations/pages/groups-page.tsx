import type { Day } from '../../../lib/calendar/day.ts'
import { words } from '../../../lib/text/words.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { useRequest } from '../../../ui/request.ts'
import { Table } from '../../../ui/table.tsx'
import type { GroupRule } from '../groups.ts'
import type { Group } from '../organisation.ts'
import { texts } from '../organisations.texts.ts'
import { groupTexts } from '../organisations-groups.texts.ts'
import { DayFilter } from './day-filter.tsx'
import { RuleInWords } from './group-rule.tsx'
import { Parts } from './parts.tsx'

type Row = Group & { count: number; rule: GroupRule | null }

export interface GroupsPageProps {
  day: Day
  today: Day
  groups: readonly Row[]
  functionNames: ReadonlyMap<string, string>
  mayChange: boolean
}

export function GroupsPage({ day, today, groups, functionNames, mayChange }: GroupsPageProps) {
  const { locale } = useRequest()
  const w = words(texts, locale)
  const g = words(groupTexts, locale)
  const query = day === today ? '' : `?day=${day}`
  const columns = [
    {
      key: 'name',
      label: g.name,
      main: true,
      cell: (r: Row) => <a href={`/organisations/groups/${r.id}${query}`}>{r.name}</a>,
    },
    {
      key: 'rule',
      label: g.rule,
      cell: (r: Row) => (
        <RuleInWords rule={r.rule} functionName={functionNames.get(r.rule?.functionCode ?? '')} />
      ),
    },
    { key: 'count', label: g.count, numeric: true, cell: (r: Row) => r.count },
  ]
  return (
    <>
      <PageHead
        title={w.menuGroups}
        lead={g.lead}
        actions={
          mayChange && (
            <ButtonLink href="/organisations/groups/new" icon="add">
              {g.create}
            </ButtonLink>
          )
        }
      />
      <Parts current="groups" />
      <DayFilter address="/organisations/groups" day={day} today={today} />
      <div class="panel">
        <Table caption={w.menuGroups} silentCaption columns={columns} rows={groups} rowKey={(r) => r.id} />
      </div>
    </>
  )
}
