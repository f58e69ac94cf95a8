import { words } from '../../../lib/text/words.ts'
import { Icon } from '../../../ui/icon.tsx'
import { MediaPlayer } from '../../../ui/media-player.tsx'
import { useRequest } from '../../../ui/request.ts'
import { RichTextView } from '../../../ui/rich-text.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import type { PublicationKind } from '../../publishing/publication.ts'
import { texts } from '../editorial.texts.ts'
import { itemAddress, type Version } from '../item.ts'
import { factText, fieldsOf } from '../items/facts-form.ts'
import type { ItemView } from '../items/showing.ts'

/** The text as readers will see it: lead, lead image, facts of the kind, body, byline. */
export function ItemText({ view }: { view: ItemView }) {
  const at = itemAddress(view.item.id)
  return (
    <VersionText
      kind={view.item.kind}
      language={view.item.language}
      version={view.version}
      image={(file) => `${at}/images/${file}`}
      file={(id) => `${at}/files/${id}`}
    />
  )
}

interface VersionTextProps {
  kind: PublicationKind
  language: string
  version: Version
  image: (file: number) => string
  file: (id: number) => string
}

export function VersionText({ kind, language, version, image, file }: VersionTextProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const fields = fieldsOf(kind).filter((f) => version.facts[f.name] !== undefined && f.type !== 'transcript')
  return (
    <article class="desk-text prose" lang={language}>
      {version.lead && <p class="lead">{version.lead}</p>}
      {version.leadImageId !== null && (
        <img class="desk-lead-image" src={image(version.leadImageId)} alt={version.leadImageAlt} />
      )}
      <MediaPlayer
        files={version.files.map((f) => ({ ...f, href: file(f.fileId) }))}
        poster={version.leadImageId === null ? undefined : image(version.leadImageId)}
        language={language}
        transcript={String(version.facts['transcript'] ?? '')}
      />
      {fields.length > 0 && (
        <SummaryList
          facts={fields.map((f) => ({
            label: f[locale],
            value: <span class="letter">{factText(f, version.facts[f.name])}</span>,
          }))}
        />
      )}
      <RichTextView doc={version.body} image={(file) => ({ src: image(file) })} />
      {version.files.length > 0 && (
        <ul class="desk-files" aria-label={t.files}>
          {version.files.map((f) => (
            <li key={f.fileId}>
              <Icon name="download" />
              <a href={file(f.fileId)} download>
                {f.name}
              </a>
            </li>
          ))}
        </ul>
      )}
      {version.byline && (
        <p class="desk-byline">
          <span class="visually-hidden">{t.byline}: </span>
          {version.byline}
        </p>
      )}
    </article>
  )
}
