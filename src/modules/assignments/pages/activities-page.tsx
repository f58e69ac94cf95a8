import { words } from '../../../lib/text/words.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { DateInput } from '../../../ui/date-input.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import type { FormValues } from '../../../ui/form.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { useRequest } from '../../../ui/request.ts'
import { type Option, Select } from '../../../ui/select.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { texts } from '../assignments.texts.ts'
import { ActivityList, type ShownActivity } from './activity-list.tsx'

export interface ActivitiesPageProps {
  activities: readonly ShownActivity[]
  /** Units that the reader may choose among. */
  units: readonly Option[]
  forms: readonly { code: string; vi: string; en: string }[]
  values: FormValues
  total: number
  page: number
  pageSize: number
  pageAddress: (page: number) => string
  mayRecord: boolean
}

/** Everything the reader's units have done, newest first. */
export function ActivitiesPage(props: ActivitiesPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <>
      <PageHead
        title={t.allActivities}
        actions={
          props.mayRecord ? (
            <ButtonLink href="/activities/new" icon="add">
              {t.recordActivity}
            </ButtonLink>
          ) : undefined
        }
      />
      <FilterBar action="/activities" values={props.values}>
        {props.values['cites'] && <input type="hidden" name="cites" value={String(props.values['cites'])} />}
        <TextInput name="words" label={t.words} />
        <Select
          name="form"
          label={t.form}
          empty
          options={props.forms.map((f) => ({ value: f.code, label: f[locale] }))}
        />
        {props.units.length > 1 && <Select name="unit" label={t.unit} empty options={props.units} />}
        <DateInput name="from" label={t.from} />
        <DateInput name="to" label={t.to} />
      </FilterBar>
      <Panel>
        {props.activities.length > 0 ? (
          <ActivityList activities={props.activities} />
        ) : (
          <EmptyState title={t.noActivities}>{t.noActivitiesWhy}</EmptyState>
        )}
      </Panel>
      <Pager page={props.page} pageSize={props.pageSize} total={props.total} href={props.pageAddress} />
    </>
  )
}
