import { showTime } from '../../../lib/calendar/day.ts'
import type { Fault } from '../../../lib/errors.ts'
import { richTextToText } from '../../../lib/richtext/blocks.ts'
import { words } from '../../../lib/text/words.ts'
import { Button, ButtonGroup, ButtonLink } from '../../../ui/button.tsx'
import { Radios } from '../../../ui/choices.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { FileInput } from '../../../ui/file-input.tsx'
import { Form, type FormValues } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { useRequest } from '../../../ui/request.ts'
import { RichTextField } from '../../../ui/rich-text-field.tsx'
import { type Option, Select } from '../../../ui/select.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { publicationKinds } from '../../publishing/publication.ts'
import { texts } from '../editorial.texts.ts'
import { itemAddress } from '../item.ts'
import type { ItemView } from '../items/showing.ts'
import { AttachFiles } from './attach-files.tsx'
import { FactFields } from './fact-fields.tsx'
import { OriginalNotice, OriginalText } from './translations-panel.tsx'

export interface EditPageProps {
  view: ItemView
  values: FormValues
  faults: readonly Fault[]
  imageValues: FormValues
  imageFaults: readonly Fault[]
  fileValues: FormValues
  fileFaults: readonly Fault[]
  /** The register, where the kind has its facts from there. */
  documents: readonly Option[]
}

export const imageLimit = 15 * 1024 * 1024

/** Where a text is written; it saves itself, and a button does without a script. */
export function EditPage(props: EditPageProps) {
  const { view, values, faults, imageValues, imageFaults, fileValues, fileFaults } = props
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { item } = view
  const at = itemAddress(item.id)
  return (
    <>
      <ErrorSummary faults={[...faults, ...imageFaults, ...fileFaults]} />
      <PageHead kicker={publicationKinds[item.kind][locale]} title={t.editing(item.title)} />
      <OriginalNotice language={item.language} languages={view.languages} />
      <Copies view={view} />
      <div class="desk-item">
        <Form
          action={at}
          values={values}
          faults={faults}
          autosave={{ key: `item-${item.id}`, words: keepWords(locale) }}
        >
          <input type="hidden" name="revision" value={String(item.revision)} />
          <Select
            name="kind"
            label={t.kind}
            options={Object.entries(publicationKinds).map(([value, kind]) => ({
              value,
              label: kind[locale],
            }))}
          />
          <TextInput name="title" label={t.title} maxlength={300} />
          <TextArea name="lead" label={t.lead} hint={t.leadHint} rows={3} limit={2000} optional />
          <RichTextField
            name="body"
            label={t.body}
            upload={`${at}/pictures`}
            images={view.images.map((i) => ({
              file: i.fileId,
              src: `${at}/images/${i.fileId}`,
              name: i.name,
              alt: i.alt,
            }))}
          />
          <FactFields kind={item.kind} documents={props.documents} />
          <LeadImage view={view} />
          <TextInput name="byline" label={t.byline} maxlength={300} optional />
          <p class="words-told soft small" role="status" data-told />
          <ButtonGroup>
            <Button icon="done">{t.save}</Button>
            <ButtonLink kind="quiet" href={at}>
              {t.see}
            </ButtonLink>
          </ButtonGroup>
        </Form>
        <div class="stack">
          <OriginalText languages={view.languages} />
          <AddImage view={view} imageValues={imageValues} imageFaults={imageFaults} />
          <AttachFiles view={view} values={fileValues} faults={fileFaults} />
        </div>
      </div>
    </>
  )
}

function LeadImage({ view }: Pick<EditPageProps, 'view'>) {
  const t = words(texts, useRequest().locale)
  const at = itemAddress(view.item.id)
  return (
    <Radios
      name="leadImageId"
      label={t.leadImage}
      choices={[
        { value: '', label: t.noImage },
        ...view.images.map((i) => ({
          value: String(i.fileId),
          label: (
            <span class="desk-pick">
              <img src={`${at}/images/${i.fileId}/thumbnail`} alt="" width="96" height="64" />
              {i.alt}
            </span>
          ),
        })),
      ]}
      optional
    />
  )
}

function AddImage({
  view,
  imageValues,
  imageFaults,
}: Pick<EditPageProps, 'view' | 'imageValues' | 'imageFaults'>) {
  const t = words(texts, useRequest().locale)
  const at = itemAddress(view.item.id)
  return (
    <Panel title={t.addImage}>
      <Form action={`${at}/images`} values={imageValues} faults={imageFaults} files>
        <FileInput name="image" label={t.image} accept="image/*" limit={imageLimit} camera />
        <TextArea name="alt" label={t.alt} hint={t.altHint} rows={3} />
        <Button kind="secondary" icon="image">
          {t.addImage}
        </Button>
      </Form>
    </Panel>
  )
}

function keepWords(locale: 'vi' | 'en'): string {
  const t = words(texts, locale)
  return JSON.stringify({
    saving: t.saving,
    saved: t.savedAt,
    offline: t.offline,
    restored: t.restored,
    both: t.both,
    late: t.late,
    refused: t.refused,
    reload: t.reload,
  })
}

/** Somebody wrote at the same time: both texts beside each other. */
function Copies({ view }: { view: ItemView }) {
  const t = words(texts, useRequest().locale)
  return (
    <>
      {view.copies.map((copy) => (
        <Notice tone="warn" title={t.keptTitle} key={copy.id}>
          <div class="two-texts">
            <div>
              <h3>{t.keptBy(view.version.savedByName, showTime(view.version.savedAt))}</h3>
              <p class="letter">{richTextToText(view.version.body)}</p>
            </div>
            <div>
              <h3>{t.keptBy(copy.byName, showTime(copy.keptAt))}</h3>
              <p class="letter">{richTextToText(copy.content.body)}</p>
            </div>
          </div>
          <Form action={`${itemAddress(view.item.id)}/copies/${copy.id}/settling`} bare>
            <ButtonGroup>
              <Button kind="secondary" small name="use" value="1">
                {t.useKept}
              </Button>
              <Button kind="quiet" small>
                {t.dropKept}
              </Button>
            </ButtonGroup>
          </Form>
        </Notice>
      ))}
    </>
  )
}
