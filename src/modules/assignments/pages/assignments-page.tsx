import { words } from '../../../lib/text/words.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import type { FormValues } from '../../../ui/form.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { useRequest } from '../../../ui/request.ts'
import { Select } from '../../../ui/select.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { assignmentRoles, assignmentStates, timings } from '../assignment.ts'
import { roleWords, stateWords, texts, timingWords } from '../assignments.texts.ts'
import type { AssignmentRow } from '../lists.sql.ts'
import { AssignmentTable } from './assignment-table.tsx'

export interface AssignmentsPageProps {
  title: string
  /** The narrower list this one is part of, in words. */
  lead?: string
  action: string
  values: FormValues
  rows: readonly AssignmentRow[]
  total: number
  page: number
  pageSize: number
  pageAddress: (page: number) => string
}

/** A list of assignments that can be filtered; figures of boards open to it. */
export function AssignmentsPage(props: AssignmentsPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <>
      <PageHead title={props.title} lead={props.lead} />
      <FilterBar action={props.action} values={props.values}>
        {Object.entries(props.values)
          .filter(
            ([name, value]) =>
              ['plan', 'task', 'unit', 'section', 'mine', 'check', 'extension', 'part'].includes(name) &&
              value,
          )
          .map(([name, value]) => (
            <input type="hidden" name={name} value={String(value)} key={name} />
          ))}
        <TextInput name="words" label={t.words} />
        <Select
          name="timing"
          label={t.due}
          empty
          options={timings.map((v) => ({ value: v, label: timingWords[v][locale] }))}
        />
        <Select
          name="state"
          label={t.state}
          empty
          options={assignmentStates
            .filter((s) => s !== 'withdrawn')
            .map((v) => ({ value: v, label: stateWords[v][locale] }))}
        />
        <Select
          name="role"
          label={t.role}
          empty
          options={assignmentRoles.map((v) => ({ value: v, label: roleWords[v][locale] }))}
        />
      </FilterBar>
      {props.rows.length > 0 ? (
        <AssignmentTable caption={props.title} rows={props.rows} />
      ) : (
        <EmptyState scene="search" title={t.nothingFound}>
          {t.changeFilter}
        </EmptyState>
      )}
      <Pager page={props.page} pageSize={props.pageSize} total={props.total} href={props.pageAddress} />
    </>
  )
}
