import type { Fault } from '../../../../lib/errors.ts'
import type { FormValues } from '../../../../lib/http/forms.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonGroup, ButtonLink } from '../../../../ui/button.tsx'
import { Checkboxes, Radios } from '../../../../ui/choices.tsx'
import { Details } from '../../../../ui/details.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form } from '../../../../ui/form.tsx'
import { NumberInput } from '../../../../ui/number-input.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Select } from '../../../../ui/select.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import { activityMeasures } from '../../template.ts'
import { measureWords } from '../../writing/standing.texts.ts'
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

/** What a section is called, tells the writer, and asks. */
export function SectionFormPage(props: FormPageProps) {
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
  lists: Record<'forms' | 'themes' | 'audiences', readonly { code: string; vi: string; en: string }[]>
}

/** One figure: its name, and where its value comes from. */
export function FigureFormPage(props: FigureFormProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const options = (list: FigureFormProps['lists']['forms']) =>
    list.map((x) => ({ value: x.code, label: x[locale] }))
  const measures = activityMeasures.map((m) => ({ value: m, label: measureWords[m][locale] }))
  const work = (['planned', 'done', 'done_in_time'] as const).map((m) => ({ value: m, label: t[m] }))
  const fromActivities = (
    <div class="stack">
      <Select name="measure" label={t.measure} options={measures} />
      {(['forms', 'themes', 'audiences'] as const).map((kind) => (
        <Details key={kind} summary={t[kind]}>
          <Checkboxes name={kind} label={t[kind]} choices={options(props.lists[kind])} optional />
        </Details>
      ))}
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
