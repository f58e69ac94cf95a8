import type { Fault } from '../../../lib/errors.ts'
import type { FormValues } from '../../../lib/http/forms.ts'
import { words } from '../../../lib/text/words.ts'
import { Button, ButtonGroup, ButtonLink } from '../../../ui/button.tsx'
import { Checkboxes } from '../../../ui/choices.tsx'
import { Combobox } from '../../../ui/combobox.tsx'
import { DateInput } from '../../../ui/date-input.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { useRequest } from '../../../ui/request.ts'
import { Select } from '../../../ui/select.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { levels, type UnitRow, unitTypes } from '../organisation.ts'
import { levelNames, unitTypeNames } from '../organisations.texts.ts'
import { fieldTexts } from '../organisations-forms.texts.ts'
import { groupTexts } from '../organisations-groups.texts.ts'
import { BasisFields } from './change-form-page.tsx'
import { unitOptions } from './unit-options.ts'

export interface GroupFormPageProps {
  /** Null: a new group. */
  id: number | null
  name: string | null
  units: readonly UnitRow[]
  functions: readonly { code: string; name: string }[]
  values: FormValues
  faults: readonly Fault[]
}

export function GroupFormPage({ id, name, units, functions, values, faults }: GroupFormPageProps) {
  const { locale } = useRequest()
  const g = words(groupTexts, locale)
  const w = words(fieldTexts, locale)
  const home = '/organisations/groups'
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead title={id === null ? g.create : g.revise} kicker={name ?? undefined} />
      <Form action={id === null ? home : `${home}/${id}/revision`} values={values} faults={faults}>
        <TextInput name="name" label={g.name} width="l" />
        <Checkboxes
          name="types"
          label={g.types}
          hint={g.typesHint}
          choices={unitTypes.map((value) => ({ value, label: unitTypeNames[value][locale] }))}
          optional
        />
        <Checkboxes
          name="levels"
          label={g.levels}
          choices={levels.map((value) => ({ value, label: levelNames[value][locale] }))}
          inline
          optional
        />
        <Combobox name="underId" label={g.underLabel} options={unitOptions(units)} empty optional />
        <Checkboxes
          name="childrenOnly"
          label={g.underLabel}
          choices={[{ value: 'yes', label: g.childrenOnly }]}
          optional
        />
        <Select
          name="functionCode"
          label={g.holdsFunction}
          options={functions.map((f) => ({ value: f.code, label: f.name }))}
          empty
          optional
        />
        <DateInput name="day" label={w.day} />
        <BasisFields />
        <ButtonGroup>
          <Button>{g.save}</Button>
          <ButtonLink kind="quiet" href={id === null ? home : `${home}/${id}`}>
            {g.cancel}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </>
  )
}
