import { ButtonLink } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import type { FormValues } from '../../../ui/form.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { useRequest } from '../../../ui/request.ts'
import { type Option, Select } from '../../../ui/select.tsx'
import { Table } from '../../../ui/table.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { type Plan, planStates, readingAddress } from '../plan.ts'
import { kindWords, stateWords } from '../plans.texts.ts'
import type { ReadingRow } from '../review/review.ts'
import { PlanLink, PlanNumber, PlanStateTag, useTexts } from './plan-words.tsx'

export interface PlansPageProps {
  plans: readonly Plan[]
  total: number
  page: number
  pageSize: number
  pageAddress: (page: number) => string
  values: FormValues
  programmes: readonly Option[]
  units: readonly Option[]
  years: readonly number[]
  unitName: (unitId: number) => string
  readings: readonly ReadingRow[]
  mayWrite: boolean
}

export function PlansPage(props: PlansPageProps) {
  const t = useTexts()
  const { locale } = useRequest()
  return (
    <>
      <PageHead title={t.plans} lead={t.plansLead} actions={props.mayWrite ? <Actions /> : undefined} />
      <Tabs
        label={t.plans}
        tabs={[
          { href: '/plans', label: t.plans, current: true },
          { href: '/planning-campaigns', label: t.campaigns },
          { href: '/legal-documents', label: t.legalBasis },
          { href: '/layout-checks', label: t.checkLayout },
        ]}
      />
      {props.readings.length > 0 && <Unfinished readings={props.readings} unitName={props.unitName} />}
      <FilterBar action="/plans" values={props.values}>
        <TextInput name="words" label={t.words} />
        <Select name="programme" label={t.programme} options={props.programmes} empty={t.all} />
        <Select
          name="year"
          label={t.year}
          options={props.years.map((y) => ({ value: String(y), label: String(y) }))}
          empty={t.all}
        />
        <Select name="unit" label={t.unit} options={props.units} empty={t.all} />
        <Select
          name="state"
          label={t.state}
          options={planStates.map((s) => ({ value: s, label: stateWords[s][locale] }))}
          empty={t.all}
        />
      </FilterBar>
      {props.plans.length === 0 ? (
        <EmptyState title={t.noPlans} action={props.mayWrite ? <Actions /> : undefined}>
          {t.noPlansWhy}
        </EmptyState>
      ) : (
        <>
          <Table
            narrow="lines"
            caption={t.plans}
            silentCaption
            rows={props.plans}
            rowKey={(p) => p.id}
            columns={[
              { key: 'title', label: t.title, main: true, width: 'wide', cell: (p) => <PlanLink plan={p} /> },
              { key: 'kind', label: t.kind, phone: 'bare', cell: (p) => kindWords[p.kind][locale] },
              { key: 'unit', label: t.unit, phone: 'bare', cell: (p) => props.unitName(p.unitId) },
              {
                key: 'year',
                label: t.year,
                cell: (p) => (p.yearTo > p.year ? `${p.year}–${p.yearTo}` : p.year),
              },
              { key: 'number', label: t.number, cell: (p) => <PlanNumber plan={p} /> },
              { key: 'state', label: t.state, phone: 'bare', cell: (p) => <PlanStateTag state={p.state} /> },
            ]}
          />
          <Pager page={props.page} pageSize={props.pageSize} total={props.total} href={props.pageAddress} />
        </>
      )}
    </>
  )
}

function Actions() {
  const t = useTexts()
  return (
    <>
      <ButtonLink href="/plan-readings/new" icon="upload">
        {t.dropPlan}
      </ButtonLink>
      <ButtonLink href="/plans/new" icon="add" kind="secondary">
        {t.blankPlan}
      </ButtonLink>
    </>
  )
}

function Unfinished({ readings, unitName }: Pick<PlansPageProps, 'readings' | 'unitName'>) {
  const t = useTexts()
  return (
    <Panel title={t.unfinished}>
      <ul class="stack">
        {readings.map((r) => (
          <li key={r.id}>
            <a href={readingAddress(r.id)}>{r.name}</a> <span class="soft">{unitName(r.unitId)}</span>{' '}
            <Tag tone={r.open > 0 ? 'warn' : 'good'} icon={r.open > 0 ? 'flag' : 'done'}>
              {t.openFlags(r.open)}
            </Tag>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
