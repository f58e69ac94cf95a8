import { showDay } from '../../../../lib/calendar/day.ts'
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
import type { Duty } from '../../obligation.ts'
import { dutyTexts } from '../duties.texts.ts'
import { oneOffTexts } from '../one-off.texts.ts'

export interface OneOffPageProps {
  /** Null: a new request. */
  duty: Duty | null
  values: FormValues
  faults: readonly Fault[]
  programmes: readonly Option[]
  templates: readonly Option[]
  groups: readonly Option[]
  units: readonly Option[]
}

/** A report asked for once: what, for which days, by when, of whom; four panels and nothing about rules. */
export function OneOffPage(props: OneOffPageProps) {
  const { locale } = useRequest()
  const t = words(oneOffTexts, locale)
  const d = words(dutyTexts, locale)
  const { duty, values, faults } = props
  const action = duty ? `/reporting/duties/${duty.id}/one-off` : '/reporting/duties/one-off'
  const back = duty ? `/reporting/duties/${duty.id}` : '/reporting/duties'
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead title={duty ? duty.name : t.ask} lead={t.lead} />
      <Form action={action} values={values} faults={faults} draft={`one-off-${duty?.id ?? 'new'}`}>
        {duty && <input type="hidden" name="version" value={String(values['version'] ?? duty.version)} />}
        <Panel title={t.name}>
          <div class="stack">
            <TextInput name="name" label={t.name} hint={t.nameHint} maxlength={300} />
            <TextInput name="source" label={t.source} hint={d.sourceHint} maxlength={500} />
            <Select name="programmeCode" label={d.programme} options={props.programmes} />
            <Select name="templateId" label={d.template} options={props.templates} empty={d.usual} optional />
          </div>
        </Panel>
        <Panel title={t.window}>
          <div class="stack">
            <DateInput name="from" label={t.from} />
            {duty?.once ? (
              <p>
                {t.to}: <strong>{showDay(duty.once.to)}</strong>. <span class="soft">{t.toFixed}</span>
              </p>
            ) : (
              <DateInput name="to" label={t.to} />
            )}
            <DateInput name="due" label={t.due} />
          </div>
        </Panel>
        <Panel title={t.whom}>
          <Whom {...props} />
        </Panel>
        <Panel title={t.to_}>
          <Combobox name="toUnitId" label={t.to_} options={props.units} empty="–" optional />
        </Panel>
        <ButtonGroup>
          <Button icon="send">{duty ? t.save : t.send}</Button>
          <ButtonLink kind="quiet" href={back}>
            {t.cancel}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </>
  )
}

function Whom({ groups, units, values }: OneOffPageProps) {
  const t = words(oneOffTexts, useRequest().locale)
  const choices = [
    { value: 'all', label: t.all },
    {
      value: 'groups',
      label: t.groups,
      more: <Checkboxes name="groups" label={t.groups} choices={groups} optional />,
    },
    {
      value: 'units',
      label: t.units,
      more: <Checkboxes name="units" label={t.units} choices={units} optional />,
    },
  ]
  return (
    <div class="stack">
      <Radios name="whom" label={t.whom} choices={choices} />
      <Details summary={t.exempt} open={(values['exempt']?.length ?? 0) > 0}>
        <Checkboxes name="exempt" label={t.exempt} choices={units} optional />
      </Details>
    </div>
  )
}
