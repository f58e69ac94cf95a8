import { periodKinds } from '../../../../lib/calendar/period.ts'
import type { Fault } from '../../../../lib/errors.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonGroup, ButtonLink } from '../../../../ui/button.tsx'
import { Checkboxes, Radios } from '../../../../ui/choices.tsx'
import { Combobox } from '../../../../ui/combobox.tsx'
import { DateInput } from '../../../../ui/date-input.tsx'
import { Details } from '../../../../ui/details.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form, type FormValues } from '../../../../ui/form.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { type Option, Select } from '../../../../ui/select.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import { type Duty, workingDayPolicies } from '../../obligation.ts'
import { dutyTexts, newUnitWords, workingDayWords } from '../duties.texts.ts'
import { kindWords } from '../obligations.texts.ts'
import type { Understood } from '../understanding.ts'
import { UnderstoodAs } from './understood.tsx'

export interface DutyFormPageProps {
  duty: Duty | null
  values: FormValues
  faults: readonly Fault[]
  programmes: readonly Option[]
  cutoffSets: readonly Option[]
  templates: readonly Option[]
  duties: readonly Option[]
  groups: readonly Option[]
  units: readonly Option[]
  understood: Understood | null
}

/** A duty laid down by hand, or one that a plan proposed put right. */
export function DutyFormPage(props: DutyFormPageProps) {
  const t = words(dutyTexts, useRequest().locale)
  const { duty, values, faults } = props
  const back = duty ? `/reporting/duties/${duty.id}` : '/reporting/duties'
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead title={duty ? duty.name : t.add} />
      <Form action={back} values={values} faults={faults} draft={`duty-${duty?.id ?? 'new'}`}>
        {duty && <input type="hidden" name="version" value={String(values['version'] ?? duty.version)} />}
        <Panel title={t.name}>
          <What {...props} />
        </Panel>
        <Panel title={t.due}>
          <When {...props} />
        </Panel>
        <Panel title={t.scope}>
          <Who {...props} />
        </Panel>
        <Panel title={t.to}>
          <Where {...props} />
        </Panel>
        <ButtonGroup>
          <Button icon="check">{t.save}</Button>
          <ButtonLink kind="quiet" href={back}>
            {t.cancel}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </>
  )
}

function What({ programmes, templates }: DutyFormPageProps) {
  const t = words(dutyTexts, useRequest().locale)
  return (
    <div class="stack">
      <TextInput name="name" label={t.name} maxlength={300} />
      <TextInput name="source" label={t.source} hint={t.sourceHint} maxlength={500} />
      <Checkboxes name="verified" label={t.source} choices={[{ value: '1', label: t.verified }]} optional />
      <Select name="programmeCode" label={t.programme} options={programmes} />
      <Select name="templateId" label={t.template} options={templates} empty={t.usual} optional />
    </div>
  )
}

function When({ cutoffSets, understood }: DutyFormPageProps) {
  const { locale } = useRequest()
  const t = words(dutyTexts, locale)
  const kinds = periodKinds.map((k) => ({ value: k, label: kindWords[k][locale] }))
  const quarters = ['1', '2', '3', '4'].map((n) => ({
    value: n,
    label: t.quarter('I II III IV'.split(' ')[Number(n) - 1] ?? n),
  }))
  const choices = kinds.map((k) =>
    k.value === 'quarter'
      ? {
          ...k,
          more: (
            <Checkboxes name="parts" label={t.parts} hint={t.partsHint} choices={quarters} inline optional />
          ),
        }
      : k,
  )
  return (
    <div class="stack">
      <Radios name="periodKind" label={t.period} choices={choices} />
      <Select name="cutoffSetId" label={t.cutoffSet} options={cutoffSets} empty={t.byCalendar} optional />
      <TextInput name="dueAsPrinted" label={t.due} hint={t.dueHint} maxlength={300} />
      <div class="stack small" data-understanding="/reporting/duties/understanding.json" role="status">
        {understood ? <UnderstoodAs understood={understood} /> : null}
      </div>
      <div class="no-script">
        <Button name="look" value="1" kind="secondary">
          {t.check}
        </Button>
      </div>
      <Radios
        name="workingDays"
        label={t.workingDays}
        choices={workingDayPolicies.map((p) => ({ value: p, label: workingDayWords[p][locale] }))}
      />
      <DateInput name="validFrom" label={t.validFrom} />
      <DateInput name="validTo" label={t.validTo} optional />
    </div>
  )
}

function Who({ groups, units, values }: DutyFormPageProps) {
  const { locale } = useRequest()
  const t = words(dutyTexts, locale)
  const chosen = (name: string) => (values[name]?.length ?? 0) > 0
  const rule = (['next', 'running'] as const).map((r) => ({ value: r, label: newUnitWords[r][locale] }))
  return (
    <div class="stack">
      <Checkboxes name="groups" label={t.groups} choices={groups} optional />
      <Details summary={t.units} open={chosen('units')}>
        <Checkboxes name="units" label={t.units} choices={units} optional />
      </Details>
      <Details summary={t.exempt} open={chosen('exempt')}>
        <Checkboxes name="exempt" label={t.exempt} choices={units} optional />
      </Details>
      <Radios name="newUnits" label={t.newUnits} choices={rule} />
    </div>
  )
}

function Where({ units, duties }: DutyFormPageProps) {
  const t = words(dutyTexts, useRequest().locale)
  return (
    <div class="stack">
      <Combobox name="toUnitId" label={t.to} options={units} empty="–" optional />
      <TextInput name="toName" label={t.toName} maxlength={200} optional />
      <Combobox name="viaUnitId" label={t.via} options={units} empty="–" optional />
      <Combobox name="consolidatedById" label={t.consolidatedBy} options={duties} empty="–" optional />
    </div>
  )
}
