import type { Fault } from '../../../lib/errors.ts'
import { words } from '../../../lib/text/words.ts'
import { Button, ButtonGroup, ButtonLink } from '../../../ui/button.tsx'
import { DateInput } from '../../../ui/date-input.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form, type FormValues } from '../../../ui/form.tsx'
import { NumberInput } from '../../../ui/number-input.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { useRequest } from '../../../ui/request.ts'
import { type Option, Select } from '../../../ui/select.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { scoringAddress } from '../score.ts'
import { texts } from '../scoring.texts.ts'

export interface NewCampaignProps {
  programmes: readonly Option[]
  versions: readonly Option[]
  groups: readonly Option[]
  values: FormValues
  faults: readonly Fault[]
}

export function NewScoringPage({ programmes, versions, groups, values, faults }: NewCampaignProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  if (versions.length === 0) {
    const action = (
      <ButtonLink href="/scoring/criteria" icon="tasks">
        {t.criteria}
      </ButtonLink>
    )
    return (
      <>
        <PageHead title={t.openCampaign} />
        <EmptyState title={t.noCampaigns} action={action}>
          {t.noCampaignsWhy}
        </EmptyState>
      </>
    )
  }
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead title={t.openCampaign} lead={t.scoringLead} />
      <Panel>
        <Form action="/scoring/campaigns" values={values} faults={faults} draft="scoring-campaign">
          <TextInput name="name" label={t.name} width="l" />
          <NumberInput name="year" label={t.year} />
          <Select name="programme" label={t.programme} options={programmes} />
          <Select name="versionId" label={t.criteria} options={versions} empty />
          <Select name="groupId" label={t.group} options={groups} empty />
          <DateInput name="opens" label={t.opens} />
          <DateInput name="selfDue" label={t.selfDue} />
          <DateInput name="explainDue" label={t.explainDue} />
          <ButtonGroup>
            <Button icon="add">{t.openCampaign}</Button>
            <ButtonLink href={scoringAddress} kind="quiet">
              {locale === 'vi' ? 'Thôi' : 'Cancel'}
            </ButtonLink>
          </ButtonGroup>
        </Form>
      </Panel>
    </>
  )
}
