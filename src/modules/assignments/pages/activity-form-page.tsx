import type { Fault } from '../../../lib/errors.ts'
import { words } from '../../../lib/text/words.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkboxes } from '../../../ui/choices.tsx'
import { DateInput } from '../../../ui/date-input.tsx'
import { Details } from '../../../ui/details.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { FileInput } from '../../../ui/file-input.tsx'
import { Form, type FormValues } from '../../../ui/form.tsx'
import { GroupedCheckboxes } from '../../../ui/grouped-choices.tsx'
import { NumberInput } from '../../../ui/number-input.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { useRequest } from '../../../ui/request.ts'
import { Select } from '../../../ui/select.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import type { Evidence } from '../activity.ts'
import { texts } from '../assignments.texts.ts'
import type { AssignmentRow } from '../lists.sql.ts'
import { shorten } from './assignment-table.tsx'

interface Choice {
  code: string
  vi: string
  en: string
}

export interface ActivityFormProps {
  action: string
  /** Null: a new activity. */
  editing: { version: number } | null
  units: readonly { id: number; name: string }[]
  assignments: readonly AssignmentRow[]
  forms: readonly Choice[]
  themes: readonly (Choice & { under: string | null })[]
  audiences: readonly Choice[]
  earlier: readonly Evidence[]
  values: FormValues
  faults: readonly Fault[]
}

/** The form of an activity, made for a phone: three fields on top, everything else below a fold. */
export function ActivityFormPage(props: ActivityFormProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { values, faults } = props
  const named = (c: Choice) => ({ value: c.code, label: c[locale] })
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead title={props.editing ? t.editActivity : t.recordActivity} />
      <Form action={props.action} values={values} faults={faults} files draft="activity">
        <input type="hidden" name="submissionKey" value={one(values['submissionKey'])} />
        {props.editing && <input type="hidden" name="version" value={String(props.editing.version)} />}
        {props.units.length > 1 ? (
          <Select
            name="unitId"
            label={t.forUnit}
            options={props.units.map((u) => ({ value: String(u.id), label: u.name }))}
          />
        ) : (
          <input type="hidden" name="unitId" value={String(props.units[0]?.id ?? '')} />
        )}
        <TextArea name="what" label={t.what} hint={t.whatHint} rows={3} limit={2000} />
        <DateInput name="fromDay" label={t.when} />
        <Select name="formCode" label={t.form} empty={t.pickForm} options={props.forms.map(named)} />
        <FileInput
          name="files"
          label={t.photos}
          hint={t.photosHint}
          accept="image/*,.pdf,.docx,.xlsx,.mp4,.mp3"
          limit={25 * 1024 * 1024}
          multiple
          camera
          optional
        />
        <ServedTasks assignments={props.assignments} picked={[values['assignmentIds'] ?? []].flat()} />
        <MoreDetails {...props} />
        <Button icon="done">{t.save}</Button>
      </Form>
    </>
  )
}

/** The tasks picked already and the most pressing ones in sight; the others one touch away, not in the way. */
function ServedTasks(props: { assignments: readonly AssignmentRow[]; picked: readonly string[] }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const isPicked = (a: AssignmentRow) => props.picked.includes(String(a.id))
  const rest = props.assignments.filter((a) => !isPicked(a))
  const near = [...props.assignments.filter(isPicked), ...rest.slice(0, 4)]
  const far = rest.slice(4)
  if (near.length === 0) return null
  const choices = (rows: readonly AssignmentRow[]) =>
    rows.map((a) => ({ value: String(a.id), label: shorten(a.content, 120), hint: a.planTitle }))
  return (
    <>
      <Checkboxes
        name="assignmentIds"
        label={t.forTasks}
        hint={t.forTasksHint}
        choices={choices(near)}
        optional
      />
      {far.length > 0 && (
        <Details summary={t.otherTasks(far.length)}>
          <Checkboxes
            name="assignmentIds"
            id="assignmentIds-far"
            label={t.forTasks}
            choices={choices(far)}
            optional
          />
        </Details>
      )}
    </>
  )
}

function MoreDetails({ themes, audiences, earlier, faults }: ActivityFormProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const named = (c: Choice) => ({ value: c.code, label: c[locale] })
  const folded = ['toDay', 'place', 'links', 'quantity', 'copies', 'people', 'minutes', 'views', 'note']
  return (
    <Details summary={t.moreDetails} open={faults.some((f) => folded.includes(f.field ?? ''))}>
      <div class="stack">
        <TextArea name="links" label={t.links} hint={t.linksHint} rows={2} optional />
        <NumberInput name="quantity" label={t.quantity} hint={t.quantityHint} optional />
        <NumberInput name="people" label={t.people} optional />
        <NumberInput name="copies" label={t.copies} optional />
        <NumberInput name="minutes" label={t.minutes} optional />
        <NumberInput name="views" label={t.views} optional />
        <TextInput name="place" label={t.place} optional />
        <DateInput name="toDay" label={t.untilDay} optional />
        <GroupedCheckboxes
          name="themeCodes"
          label={t.themes}
          choices={themes.map((c) => ({ ...named(c), under: c.under }))}
          optional
        />
        <Checkboxes name="audienceCodes" label={t.audiences} choices={audiences.map(named)} optional />
        {earlier.length > 0 && (
          <Checkboxes
            name="evidenceIds"
            label={t.oldEvidence}
            choices={earlier.map((e) => ({ value: String(e.id), label: e.caption }))}
            optional
          />
        )}
        <TextArea name="note" label={t.note} rows={3} optional />
      </div>
    </Details>
  )
}

function one(value: string | readonly string[] | undefined): string {
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}
