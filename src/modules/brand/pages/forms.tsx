import type { Fault } from '../../../lib/errors.ts'
import type { FormValues } from '../../../lib/http/forms.ts'
import { words } from '../../../lib/text/words.ts'
import { Button, ButtonGroup, ButtonLink } from '../../../ui/button.tsx'
import { Checkboxes } from '../../../ui/choices.tsx'
import { Combobox } from '../../../ui/combobox.tsx'
import { DateInput } from '../../../ui/date-input.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { FileInput } from '../../../ui/file-input.tsx'
import { Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { useRequest } from '../../../ui/request.ts'
import { Select } from '../../../ui/select.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { partKindWords, texts } from '../brand.texts.ts'
import {
  fileKinds,
  type Kit,
  kitAddress,
  kitsAddress,
  mostBytes,
  partAddress,
  partKinds,
  type ShownPart,
} from '../kit.ts'
import { Publicity } from './kits-page.tsx'
import { PartCard } from './part-card.tsx'

interface Typed {
  values: FormValues
  faults: readonly Fault[]
}

type KitFormProps = Typed & { kit: Kit | null; documents: readonly { id: number; name: string }[] }

export function KitFormPage({ kit, documents, values, faults }: KitFormProps) {
  const t = words(texts, useRequest().locale)
  const to = kit ? kitAddress(kit.id) : kitsAddress
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead title={kit ? t.editKit : t.newKit} />
      <Form action={to} values={values} faults={faults} draft={`brand-${kit?.id ?? 'new'}`}>
        {kit && <input type="hidden" name="revision" value={String(values['revision'] ?? kit.revision)} />}
        <TextInput name="name" label={t.name} width="l" />
        <TextArea name="about" label={t.about} hint={t.aboutHint} rows={4} optional />
        <Combobox
          name="documentId"
          label={t.document}
          hint={t.documentHint}
          empty={t.noDocument}
          optional
          options={documents.map((d) => ({ value: String(d.id), label: d.name }))}
        />
        <TextInput name="documentWords" label={t.documentWords} width="l" optional />
        <DateInput name="documentDay" label={t.documentDay} optional />
        <Checkboxes
          name="isPublic"
          label={t.publicity}
          choices={[{ value: '1', label: t.isPublic }]}
          optional
        />
        <ButtonGroup>
          <Button>{t.save}</Button>
          <ButtonLink kind="quiet" href={to}>
            {t.cancel}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </>
  )
}

type PartFormProps = Typed & { kit: Kit; part: ShownPart | null }

/** What a part is; below, where it stands already, its files. */
export function PartFormPage({ kit, part, values, faults }: PartFormProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const to = part ? partAddress(kit.id, part.id) : `${kitAddress(kit.id)}/parts`
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead
        title={part ? part.name : t.newPart}
        tags={
          part && <Publicity isPublic={kit.isPublic && part.isPublic} isRetired={part.retiredAt !== null} />
        }
      />
      {part && <NewVersion kit={kit} part={part} values={values} faults={faults} />}
      <Form action={to} values={values} faults={faults}>
        {part && <input type="hidden" name="revision" value={String(values['revision'] ?? part.revision)} />}
        <Select
          name="kind"
          label={t.partKind}
          empty
          options={partKinds.map((k) => ({ value: k, label: partKindWords[k][locale] }))}
        />
        <TextInput name="name" label={t.partName} width="l" />
        <TextArea name="use" label={t.use} hint={t.useHint} rows={5} optional />
        <TextInput name="alt" label={t.alt} hint={t.altHint} width="l" optional />
        <TextArea name="colours" label={t.colours} hint={t.coloursHint} rows={4} optional />
        <Checkboxes
          name="isPublic"
          label={t.publicity}
          choices={[{ value: '1', label: t.isPublic }]}
          optional
        />
        <ButtonGroup>
          <Button>{t.save}</Button>
          <ButtonLink kind="quiet" href={kitAddress(kit.id)}>
            {t.cancel}
          </ButtonLink>
        </ButtonGroup>
      </Form>
      {part && (
        <>
          <PartCard part={part} locale={locale} files={`${kitAddress(kit.id)}/files`} inside />
          <Form action={`${to}/retirement`} bare>
            <Button
              kind="secondary"
              icon={part.retiredAt ? 'refresh' : 'stop'}
              name="to"
              value={part.retiredAt ? 'open' : 'retired'}
            >
              {part.retiredAt ? t.reopen : t.retire}
            </Button>
          </Form>
        </>
      )}
    </>
  )
}

function NewVersion({ kit, part, values, faults }: Typed & { kit: Kit; part: ShownPart }) {
  const t = words(texts, useRequest().locale)
  return (
    <Panel title={t.newVersion}>
      {part.versions.length > 0 && (
        <Notice tone="info" small>
          {t.newVersionWhy}
        </Notice>
      )}
      <Form action={`${partAddress(kit.id, part.id)}/versions`} values={values} faults={faults} files>
        <FileInput
          name="files"
          label={t.files}
          hint={t.filesHint}
          multiple
          accept={fileKinds.map((k) => `.${k}`).join(',')}
          limit={mostBytes}
        />
        <TextInput name="note" label={t.versionNote} width="l" optional />
        <Button icon="upload">{t.addVersion}</Button>
      </Form>
    </Panel>
  )
}
