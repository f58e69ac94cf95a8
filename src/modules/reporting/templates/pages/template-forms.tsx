import type { Fault } from '../../../../lib/errors.ts'
import type { FormValues } from '../../../../lib/http/forms.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonGroup, ButtonLink } from '../../../../ui/button.tsx'
import { Checkboxes, Radios } from '../../../../ui/choices.tsx'
import { Details } from '../../../../ui/details.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Fieldset } from '../../../../ui/fieldset.tsx'
import { Form } from '../../../../ui/form.tsx'
import { GroupedCheckboxes } from '../../../../ui/grouped-choices.tsx'
import { NumberInput } from '../../../../ui/number-input.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Select } from '../../../../ui/select.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import { activityMeasures, draftSources, rollUps } from '../../template.ts'
import { measureWords } from '../../writing/standing.texts.ts'
import { checkPlaces, operators } from '../checks-form.ts'
import { texts } from '../templates.texts.ts'

interface FormPageProps {
  title: string
  action: string
  back: string
  values: FormValues
  faults: readonly Fault[]
  /** A new one has its code still to choose. */
  isNew: boolean
}

const asked = ['required', 'optional', 'none'] as const

type Listed = { code: string; vi: string; en: string; under?: string | null }
type Lists = Record<'forms' | 'themes' | 'audiences', readonly Listed[]>

/** Which activities: forms, themes, audiences, each folded away. */
function FilterFields({ lists }: { lists: Lists }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <>
      {(['forms', 'themes', 'audiences'] as const).map((kind) => (
        <Details key={kind} summary={t[kind]}>
          <GroupedCheckboxes
            name={kind}
            label={t[kind]}
            choices={lists[kind].map((x) => ({ value: x.code, label: x[locale], under: x.under ?? null }))}
            optional
          />
        </Details>
      ))}
    </>
  )
}

/** What a section is called, tells the writer, and asks. */
export function SectionFormPage(props: FormPageProps & { lists: Lists }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const choices = asked.map((value) => ({ value, label: t[value] }))
  return (
    <>
      <ErrorSummary faults={props.faults} />
      <PageHead title={props.title} />
      <Form action={props.action} values={props.values} faults={props.faults}>
        {props.isNew && <TextInput name="code" label={t.code} hint={t.codeHint} width="m" />}
        <TextInput name="headingVi" label={t.headingVi} />
        <TextInput name="headingEn" label={t.headingEn} />
        <TextArea name="guidanceVi" label={t.guidanceVi} rows={2} limit={400} optional />
        <TextArea name="guidanceEn" label={t.guidanceEn} rows={2} limit={400} optional />
        <Radios name="narrative" label={t.narrative} choices={choices} inline />
        <NumberInput name="leastSyllables" label={t.leastSyllables} width="s" />
        <Radios name="evidence" label={t.evidence} choices={choices} inline />
        <Radios
          name="level"
          label={t.level}
          choices={[
            { value: '1', label: t.level1 },
            { value: '2', label: t.level2 },
          ]}
        />
        <Select
          name="draftFrom"
          label={t.draftFrom}
          options={[
            { value: 'none', label: t.draftNone },
            ...draftSources.map((d) => ({ value: d, label: t[`draft_${d}`] })),
          ]}
        />
        <Fieldset legend={t.draftWhere}>
          <FilterFields lists={props.lists} />
        </Fieldset>
        <ButtonGroup>
          <Button>{t.save}</Button>
          <ButtonLink kind="quiet" href={props.back}>
            {t.templates}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </>
  )
}

export interface FigureFormProps extends FormPageProps {
  removal: string | null
  lists: Lists
}

/** One figure: its name, and where its value comes from. */
export function FigureFormPage(props: FigureFormProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const measures = activityMeasures.map((m) => ({ value: m, label: measureWords[m][locale] }))
  const work = (['planned', 'done', 'done_in_time'] as const).map((m) => ({ value: m, label: t[m] }))
  const fromActivities = (
    <div class="stack">
      <Select name="measure" label={t.measure} options={measures} />
      <FilterFields lists={props.lists} />
    </div>
  )
  return (
    <>
      <ErrorSummary faults={props.faults} />
      <PageHead title={props.title} />
      <Form action={props.action} values={props.values} faults={props.faults}>
        {props.isNew && <TextInput name="code" label={t.code} hint={t.codeHint} width="m" />}
        <TextInput name="labelVi" label={t.labelVi} />
        <TextInput name="labelEn" label={t.labelEn} />
        <TextInput name="unitVi" label={t.unitVi} width="m" optional />
        <Radios
          name="source"
          label={t.source}
          choices={[
            { value: 'activities', label: t.fromActivities, more: fromActivities },
            {
              value: 'work',
              label: t.fromWork,
              more: <Select name="workMeasure" label={t.workMeasure} options={work} />,
            },
            {
              value: 'formula',
              label: t.fromFormula,
              more: <TextInput name="expression" label={t.expression} hint={t.expressionHint} />,
            },
            { value: 'manual', label: t.fromPeople },
          ]}
        />
        <Checkboxes
          name="required"
          label={t.isRequired}
          choices={[{ value: '1', label: t.isRequired }]}
          optional
        />
        <Select
          name="rollUp"
          label={t.rollUp}
          options={rollUps.map((r) => ({ value: r, label: t[`roll_${r}`] }))}
        />
        <Select
          name="decimals"
          label={t.decimals}
          options={['0', '1', '2'].map((n) => ({ value: n, label: n }))}
        />
        <CheckFields />
        <ButtonGroup>
          <Button>{t.save}</Button>
          {props.removal && (
            <Button kind="quiet" icon="delete" formaction={props.removal}>
              {t.removeFigure}
            </Button>
          )}
          <ButtonLink kind="quiet" href={props.back}>
            {t.templates}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </>
  )
}

function CheckFields() {
  const t = words(texts, useRequest().locale)
  const signs = { '>=': '≥', '<=': '≤', '<': '<', '=': '=', '>': '>' } as const
  return (
    <Details summary={t.checks}>
      <p class="hint">{t.checksHint}</p>
      {Array.from({ length: checkPlaces }, (_, i) => (
        <Fieldset key={`check-${i + 1}`} legend={t.check(i + 1)}>
          <div class="typed-figures">
            <Select
              name={`check-op-${i}`}
              label={t.operator}
              options={operators.map((o) => ({ value: o, label: signs[o] }))}
            />
            <TextInput name={`check-to-${i}`} label={t.against} width="m" optional />
            <Select
              name={`check-as-${i}`}
              label={t.severity}
              options={[
                { value: 'warning', label: t.warning },
                { value: 'error', label: t.error },
              ]}
            />
          </div>
        </Fieldset>
      ))}
    </Details>
  )
}

/** The table of a section: its title and what its rows are. */
export function TableFormPage(props: FormPageProps & { removal: string | null }) {
  const t = words(texts, useRequest().locale)
  return (
    <>
      <ErrorSummary faults={props.faults} />
      <PageHead title={props.title} />
      <Form action={props.action} values={props.values} faults={props.faults}>
        {props.isNew && <TextInput name="code" label={t.code} hint={t.codeHint} width="m" />}
        <TextInput name="titleVi" label={t.tableTitleVi} />
        <TextInput name="titleEn" label={t.tableTitleEn} />
        <Radios
          name="rows"
          label={t.rowsAre}
          choices={[
            { value: 'forms', label: t.rows_forms },
            { value: 'themes', label: t.rows_themes },
            { value: 'audiences', label: t.rows_audiences },
            {
              value: 'fixed',
              label: t.rows_fixed,
              more: <TextArea name="fixed" label={t.fixedRows} hint={t.fixedRowsHint} rows={6} optional />,
            },
          ]}
        />
        {props.isNew && <p class="soft">{t.firstColumn}</p>}
        <ButtonGroup>
          <Button>{t.save}</Button>
          {props.removal && (
            <Button kind="quiet" icon="delete" formaction={props.removal}>
              {t.removeTable}
            </Button>
          )}
          <ButtonLink kind="quiet" href={props.back}>
            {t.templates}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </>
  )
}
