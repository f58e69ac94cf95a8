import { showDay } from '../../../lib/calendar/day.ts'
import type { Fault } from '../../../lib/errors.ts'
import { words } from '../../../lib/text/words.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Checkboxes } from '../../../ui/choices.tsx'
import { DateInput } from '../../../ui/date-input.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form, type FormValues } from '../../../ui/form.tsx'
import { NumberInput } from '../../../ui/number-input.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { Progress } from '../../../ui/progress.tsx'
import { useRequest } from '../../../ui/request.ts'
import { type Option, Select } from '../../../ui/select.tsx'
import { Table } from '../../../ui/table.tsx'
import { StatusTag } from '../../../ui/tag.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { type Campaign, type CampaignUnit, campaignAddress } from '../campaign.ts'
import { standingWords, texts } from '../campaigns.texts.ts'
import { standingLooks } from '../looks.ts'
import { planAddress } from '../plan.ts'

function useWords() {
  return words(texts, useRequest().locale)
}

export interface CampaignsPageProps {
  campaigns: readonly Campaign[]
  programme: (id: number) => string
  mayOpen: boolean
}

export function CampaignsPage({ campaigns, programme, mayOpen }: CampaignsPageProps) {
  const t = useWords()
  const open = mayOpen ? (
    <ButtonLink href="/planning-campaigns/new" icon="add">
      {t.open}
    </ButtonLink>
  ) : undefined
  return (
    <>
      <PageHead title={t.campaigns} lead={t.lead} actions={open} />
      {campaigns.length === 0 ? (
        <EmptyState title={t.noCampaigns} action={open}>
          {t.lead}
        </EmptyState>
      ) : (
        <Table
          caption={t.campaigns}
          silentCaption
          rows={campaigns}
          rowKey={(c) => c.id}
          columns={[
            {
              key: 'name',
              label: t.name,
              main: true,
              cell: (c) => <a href={campaignAddress(c.id)}>{c.name}</a>,
            },
            { key: 'programme', label: t.programme, cell: (c) => programme(c.programmeId) },
            { key: 'year', label: t.year, cell: (c) => c.year },
            { key: 'opens', label: t.opens, cell: (c) => showDay(c.opens) },
            { key: 'closes', label: t.closes, cell: (c) => showDay(c.closes) },
          ]}
        />
      )}
    </>
  )
}

export interface NewCampaignPageProps {
  programmes: readonly Option[]
  plans: readonly Option[]
  units: readonly Option[]
  groups: readonly Option[]
  values: FormValues
  faults: readonly Fault[]
}

export function NewCampaignPage({ programmes, plans, units, groups, values, faults }: NewCampaignPageProps) {
  const t = useWords()
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead title={t.open} />
      <Panel>
        <Form action="/planning-campaigns" values={values} faults={faults}>
          <TextInput name="name" label={t.name} width="l" />
          <Select name="programmeId" label={t.programme} options={programmes} />
          <NumberInput name="year" label={t.year} width="s" />
          <DateInput name="opens" label={t.opens} />
          <DateInput name="closes" label={t.closes} />
          <Select name="parentPlanId" label={t.parent} options={plans} empty={t.none} optional />
          {groups.length > 0 && (
            <Checkboxes name="groupIds" label={t.group} choices={groups} inline optional />
          )}
          <Checkboxes name="unitIds" label={t.units} choices={units} inline optional />
          <Button>{t.doOpen}</Button>
        </Form>
      </Panel>
    </>
  )
}

export interface CampaignPageProps {
  campaign: Campaign
  programme: string
  units: readonly CampaignUnit[]
  unitName: (unitId: number) => string
  /** The units for which the reader may write. */
  mine: 'any' | readonly number[]
}

export function CampaignPage({ campaign, programme, units, unitName, mine }: CampaignPageProps) {
  const t = useWords()
  const issued = units.filter((u) => u.standing === 'ISSUED' || u.standing === 'ISSUED_LATE').length
  const may = (u: CampaignUnit) => u.planId === null && (mine === 'any' || mine.includes(u.unitId))
  const start = (u: CampaignUnit) =>
    `/plans/new?${new URLSearchParams({
      kind: 'UNIT',
      year: String(campaign.year),
      unitId: String(u.unitId),
      programmeId: String(campaign.programmeId),
      parentPlanId: String(campaign.parentPlanId ?? ''),
    })}`
  return (
    <>
      <PageHead
        title={campaign.name}
        kicker={`${programme} · ${campaign.year}`}
        lead={t.span(showDay(campaign.opens), showDay(campaign.closes))}
      />
      <Progress
        label={t.standing}
        value={issued}
        max={units.length}
        text={t.issuedOf(issued, units.length)}
      />
      <Table
        caption={t.units}
        silentCaption
        rows={units}
        rowKey={(u) => u.unitId}
        columns={[
          { key: 'unit', label: t.unit, main: true, cell: (u) => unitName(u.unitId) },
          { key: 'standing', label: t.standing, cell: (u) => <Standing unit={u} /> },
          {
            key: 'number',
            label: t.number,
            cell: (u) =>
              u.number
                ? `${u.number}${u.issued ? `, ${showDay(u.issued)}` : ''}${u.embedded ? ` (${t.embedded})` : ''}`
                : '–',
          },
          {
            key: 'plan',
            label: t.plan,
            cell: (u) =>
              u.planId !== null ? (
                <a href={planAddress(u.planId)}>{t.openPlan}</a>
              ) : may(u) ? (
                <a href={start(u)}>{t.write}</a>
              ) : (
                '–'
              ),
          },
        ]}
      />
    </>
  )
}

function Standing({ unit }: { unit: CampaignUnit }) {
  const { locale } = useRequest()
  return <StatusTag look={standingLooks[unit.standing]}>{standingWords[unit.standing][locale]}</StatusTag>
}
