import type { Fault } from '../../../../lib/errors.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonGroup, ButtonLink } from '../../../../ui/button.tsx'
import { Radios } from '../../../../ui/choices.tsx'
import { Combobox } from '../../../../ui/combobox.tsx'
import { DateInput } from '../../../../ui/date-input.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { FileInput } from '../../../../ui/file-input.tsx'
import { Form, type FormValues } from '../../../../ui/form.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Select } from '../../../../ui/select.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import { lookedAtWords, texts } from '../monitoring.texts.ts'
import { lookedAtKinds, type Note, noteAddress, notesAddress } from '../note.ts'

interface Named {
  id: number
  name: string
}

export interface NoteFormPageProps {
  /** Null: a new one. */
  note: Pick<Note, 'id' | 'title'> | null
  /** Units that the writer may write for. */
  authors: readonly Named[]
  units: readonly Named[]
  outlets: readonly Named[]
  values: FormValues
  faults: readonly Fault[]
}

export function NoteFormPage(props: NoteFormPageProps) {
  const t = words(texts, useRequest().locale)
  const { note, authors, values, faults } = props
  const back = note ? noteAddress(note.id) : notesAddress
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead title={note ? t.edit : t.new} {...(note ? { kicker: note.title } : {})} />
      <Form action={back} values={values} faults={faults} draft={note ? `note-${note.id}` : 'note'} files>
        {note && <input type="hidden" name="revision" value={String(values['revision'] ?? '')} />}
        {authors.length > 1 && <Select name="authorUnitId" label={t.author} options={authors.map(named)} />}
        <DateInput name="day" label={t.day} />
        <Subject {...props} />
        <TextInput name="title" label={t.title} hint={t.titleHint} maxlength={300} />
        <TextArea name="about" label={t.about} rows={5} optional />
        <Radios
          name="finding"
          label={t.finding}
          choices={[
            { value: 'mend', label: t.mend, more: <DateInput name="dueDay" label={t.due} /> },
            { value: 'good', label: t.good },
          ]}
        />
        <TextInput name="address" label={t.address} type="url" optional />
        <FileInput
          name="file"
          label={t.file}
          accept="image/*,.pdf"
          camera
          limit={15 * 1024 * 1024}
          optional
        />
        <ButtonGroup>
          <Button icon="done">{t.save}</Button>
          <ButtonLink kind="quiet" href={back}>
            {t.cancel}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </>
  )
}

function named({ id, name }: Named) {
  return { value: String(id), label: name }
}

function Subject({ units, outlets }: NoteFormPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <>
      <Combobox name="unitId" label={t.unit} empty={t.none} options={units.map(named)} optional />
      {outlets.length > 0 && (
        <Select name="outletId" label={t.outlet} empty={t.none} options={outlets.map(named)} optional />
      )}
      <Select
        name="lookedAt"
        label={t.lookedAt}
        options={lookedAtKinds.map((k) => ({ value: k, label: lookedAtWords[k][locale] }))}
      />
    </>
  )
}
