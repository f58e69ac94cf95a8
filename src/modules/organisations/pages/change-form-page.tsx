import type { Fault } from '../../../lib/errors.ts'
import type { FormValues } from '../../../lib/http/forms.ts'
import { words } from '../../../lib/text/words.ts'
import { Button, ButtonGroup, ButtonLink } from '../../../ui/button.tsx'
import { Checkboxes, Radios } from '../../../ui/choices.tsx'
import { Combobox } from '../../../ui/combobox.tsx'
import { DateInput } from '../../../ui/date-input.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Fieldset } from '../../../ui/fieldset.tsx'
import { Form } from '../../../ui/form.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { useRequest } from '../../../ui/request.ts'
import { Select } from '../../../ui/select.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { type ChangeForm, changeAddress } from '../change-address.ts'
import { type FormGround, mostParts, mostPredecessors } from '../change-forms.ts'
import { levels, unitTypes } from '../organisation.ts'
import { levelNames, texts, unitTypeNames } from '../organisations.texts.ts'
import { fieldTexts, formLeads, formTexts } from '../organisations-forms.texts.ts'
import { unitOptions } from './unit-options.ts'

export interface ChangeFormPageProps {
  form: ChangeForm
  ground: FormGround
  values: FormValues
  faults: readonly Fault[]
  /** Where "cancel" leads. */
  from: string
}

export function ChangeFormPage({ form, ground, values, faults, from }: ChangeFormPageProps) {
  const { locale } = useRequest()
  const w = words(fieldTexts, locale)
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead title={formTexts[form][locale]} lead={formLeads[form][locale]} />
      <Form action={changeAddress(form)} values={values} faults={faults}>
        <Particulars form={form} ground={ground} />
        <DateInput name="day" label={w.day} />
        <BasisFields />
        <ButtonGroup>
          <Button name="step" value="preview">
            {w.preview}
          </Button>
          <ButtonLink kind="quiet" href={from}>
            {w.cancel}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </>
  )
}

type Part = { ground: FormGround }

function Particulars({ form, ground }: Part & { form: ChangeForm }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  if (form === 'creation') return <NewUnitFields ground={ground} />
  if (form === 'merger') return <MergerFields ground={ground} />
  if (form === 'split') return <SplitFields ground={ground} />
  if (form === 'assignment' || form === 'transfer') {
    return <FunctionFields ground={ground} transfer={form === 'transfer'} />
  }
  if (form === 'release') return <HoldingField ground={ground} />
  return (
    <>
      <UnitField ground={ground} />
      {form === 'renaming' && <NameFields />}
      {form === 'move' && <UnitField ground={ground} name="parentId" label={t.parent} />}
      {form === 'appointment' && <HeadFields />}
      {form === 'alteration' && <FactFields />}
    </>
  )
}

function UnitField({
  ground,
  name = 'unit',
  label,
  optional,
}: Part & { name?: string; label?: string; optional?: boolean }) {
  const w = words(fieldTexts, useRequest().locale)
  return (
    <Combobox
      name={name}
      label={label ?? w.unit}
      options={unitOptions(ground.units)}
      empty
      optional={optional ?? false}
    />
  )
}

function NameFields() {
  const t = words(texts, useRequest().locale)
  return (
    <>
      <TextInput name="name" label={t.name} width="l" />
      <TextInput name="shortName" label={t.shortName} width="m" optional />
    </>
  )
}

function HeadFields() {
  const w = words(fieldTexts, useRequest().locale)
  return (
    <>
      <TextInput name="headTitle" label={w.headTitle} width="l" optional />
      <TextInput name="headName" label={w.headName} width="l" optional />
    </>
  )
}

function FactFields() {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <>
      <Select
        name="type"
        label={t.kind}
        options={unitTypes.map((v) => ({ value: v, label: unitTypeNames[v][locale] }))}
      />
      <Select
        name="level"
        label={t.level}
        options={levels.map((v) => ({ value: v, label: levelNames[v][locale] }))}
      />
      <TextInput name="position" label={t.position} inputmode="numeric" width="s" optional />
      <Checkboxes name="invited" label={t.relation} choices={[{ value: 'yes', label: t.invited }]} optional />
      <TextInput name="phone" label={t.phone} type="tel" width="m" optional />
      <TextInput name="email" label={t.email} type="email" width="l" optional />
    </>
  )
}

function NewUnitFields({ ground }: Part) {
  const { locale } = useRequest()
  const w = words(fieldTexts, locale)
  const t = words(texts, locale)
  return (
    <>
      <NameFields />
      <UnitField ground={ground} name="parentId" label={t.parent} optional />
      <FactFields />
      <HeadFields />
      <TextInput name="code" label={w.code} hint={w.codeHint} width="m" optional />
    </>
  )
}

function MergerFields({ ground }: Part) {
  const w = words(fieldTexts, useRequest().locale)
  const options = unitOptions(ground.units)
  return (
    <>
      {Array.from({ length: mostPredecessors }, (_, i) => (
        <Combobox
          key={`predecessor${i + 1}`}
          name={`predecessor${i + 1}`}
          label={w.predecessor(i + 1)}
          options={options}
          empty
          optional={i > 0}
        />
      ))}
      <Radios
        name="into"
        label={w.into}
        choices={[
          {
            value: 'existing',
            label: w.intoExisting,
            more: <Combobox name="successor" label={w.into} options={options} empty />,
          },
          {
            value: 'new',
            label: w.intoNew,
            more: (
              <>
                <TextInput name="name" label={w.newName} width="l" />
                <TextInput name="code" label={w.code} hint={w.codeHint} width="m" optional />
              </>
            ),
          },
        ]}
      />
    </>
  )
}

function SplitFields({ ground }: Part) {
  const w = words(fieldTexts, useRequest().locale)
  const options = unitOptions(ground.units)
  return (
    <>
      <UnitField ground={ground} />
      <Radios
        name="fate"
        label={w.fate}
        choices={[
          { value: 'ends', label: w.fateEnds },
          { value: 'keeps', label: w.fateKeeps },
        ]}
      />
      {Array.from({ length: mostParts }, (_, i) => i + 1).map((n) => (
        <Fieldset key={n} legend={w.partLegend(n)} hint={w.partHint}>
          <Combobox name={`part${n}`} label={w.intoExisting} options={options} empty optional />
          <TextInput name={`partName${n}`} label={w.newName} width="l" optional />
          <TextInput name={`share${n}`} label={w.share} inputmode="decimal" width="s" optional />
        </Fieldset>
      ))}
    </>
  )
}

function FunctionFields({ ground, transfer }: Part & { transfer: boolean }) {
  const w = words(fieldTexts, useRequest().locale)
  const options = ground.functions.map((f) => ({ value: f.code, label: f.name }))
  return (
    <>
      <Select name="functionCode" label={w.functionCode} options={options} empty />
      <UnitField ground={ground} label={transfer ? w.fromUnit : w.unit} />
      {transfer && <UnitField ground={ground} name="toUnit" label={w.toUnit} />}
      <TextInput name="programme" label={w.programme} hint={w.programmeHint} width="m" optional />
    </>
  )
}

function HoldingField({ ground }: Part) {
  const w = words(fieldTexts, useRequest().locale)
  const units = new Map(ground.units.map((u) => [u.id, u.name]))
  const names = new Map(ground.functions.map((f) => [f.code, f.name]))
  const options = ground.holdings.map((h) => ({
    value: String(h.id),
    label: `${names.get(h.functionCode) ?? h.functionCode} – ${units.get(h.unitId) ?? ''}`,
  }))
  return <Combobox name="holding" label={w.holding} options={options} empty />
}

export function BasisFields() {
  const w = words(fieldTexts, useRequest().locale)
  return (
    <Fieldset legend={w.basis}>
      <TextInput name="documentSymbol" label={w.documentSymbol} width="m" optional />
      <DateInput name="documentDay" label={w.documentDay} optional />
      <TextInput name="documentIssuer" label={w.documentIssuer} width="l" optional />
      <TextInput name="note" label={w.note} width="l" optional />
      <Checkboxes
        name="unverified"
        label={w.unverifiedLabel}
        choices={[{ value: 'yes', label: w.unverifiedChoice }]}
        optional
      />
    </Fieldset>
  )
}
