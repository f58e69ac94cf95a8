import { words } from '../../../lib/text/words.ts'
import { Icon } from '../../../ui/icon.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { useRequest } from '../../../ui/request.ts'
import { Tag } from '../../../ui/tag.tsx'
import type { Tone } from '../../../ui/tone.ts'
import { itemAddress } from '../item.ts'
import { changeTexts } from '../items/changes.texts.ts'
import type { Changes, FileChange, Picture, PictureChange } from '../items/changes.ts'
import type { ChannelChange } from '../items/channel-changes.ts'
import { Pieces } from './pieces.tsx'

const tones: Record<string, Tone> = {
  added: 'good',
  leaves: 'good',
  removed: 'bad',
  stays: 'bad',
  replaced: 'warn',
}

const t = () => words(changeTexts, useRequest().locale)

function Change({ of }: { of: PictureChange['change'] | FileChange['change'] | ChannelChange['change'] }) {
  return <Tag tone={tones[of] ?? 'info'}>{t()[of]}</Tag>
}

/** Pictures that came, went, were replaced or are described otherwise, as they were and as they are. */
export function PictureChanges({ itemId, changes }: { itemId: number; changes: Changes }) {
  const w = t()
  if (changes.pictures.length === 0 && !changes.picturesMoved) return null
  return (
    <Panel title={w.pictures} id="pictures">
      {changes.picturesMoved && <p>{w.reordered}</p>}
      <ul class="plain-list stack">
        {changes.pictures.map((p) => (
          <li key={`${p.place}-${p.before?.fileId}-${p.after?.fileId}`} class="changed-picture">
            <p class="row">
              <Change of={p.change} />
              <span>{w[p.place]}</span>
            </p>
            {p.change === 'reworded' ? (
              <Reworded itemId={itemId} change={p} />
            ) : (
              <div class="changed-pair">
                {p.before && <Shown itemId={itemId} picture={p.before} label={w.before} />}
                {p.after && <Shown itemId={itemId} picture={p.after} label={w.after} />}
              </div>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Shown({ itemId, picture: p, label }: { itemId: number; picture: Picture; label: string }) {
  const w = t()
  return (
    <figure>
      <Thumbnail itemId={itemId} picture={p} />
      <figcaption class="small">
        <span class="strong">{label}</span>
        <span class="row">
          {w.alt}: {p.decorative ? w.decorative : p.alt || w.nothing}
        </span>
        {p.caption && (
          <span class="row">
            {w.caption}: {p.caption}
          </span>
        )}
      </figcaption>
    </figure>
  )
}

function Reworded({
  itemId,
  change: { after, before, alt, caption },
}: {
  itemId: number
  change: PictureChange
}) {
  const w = t()
  const isChanged = (spans: PictureChange['alt']) => spans.some((s) => s.change !== undefined)
  return (
    <div class="changed-pair">
      <figure>
        {after && <Thumbnail itemId={itemId} picture={after} />}
        <figcaption class="small">
          {before?.decorative !== after?.decorative && (
            <span class="row">{after?.decorative && w.decorative}</span>
          )}
          {isChanged(alt) && (
            <span class="row">
              {w.alt}: <Pieces spans={alt} />
            </span>
          )}
          {isChanged(caption) && (
            <span class="row">
              {w.caption}: <Pieces spans={caption} />
            </span>
          )}
        </figcaption>
      </figure>
    </div>
  )
}

function Thumbnail({ itemId, picture: p }: { itemId: number; picture: Picture }) {
  const at = `${itemAddress(itemId)}/images/${p.fileId}`
  return (
    <a href={at}>
      <img src={`${at}/thumbnail`} alt={p.alt || t().inText} width="240" height="160" loading="lazy" />
    </a>
  )
}

export function FileChanges({ itemId, changes }: { itemId: number; changes: Changes }) {
  const w = t()
  if (changes.files.length === 0 && !changes.filesMoved) return null
  const link = (file: FileChange['after'] & object) => (
    <a href={`${itemAddress(itemId)}/files/${file.fileId}`} download>
      {file.name}
    </a>
  )
  return (
    <Panel title={w.files} id="files">
      {changes.filesMoved && <p>{w.reordered}</p>}
      <ul class="desk-files">
        {changes.files.map(({ change, is, before, after }) => (
          <li key={`${before?.fileId}-${after?.fileId}`}>
            <Change of={change} />
            <Icon name="download" />
            <span class="soft">{w[is]}</span>
            {before && (change === 'renamed' ? <del>{before.name}</del> : <del>{link(before)}</del>)}
            {before && after && <Icon name="right" />}
            {after && link(after)}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

export function FieldChanges({ changes }: { changes: Changes }) {
  const { locale } = useRequest()
  if (changes.fields.length === 0) return null
  return (
    <Panel title={t().fields} id="fields">
      <dl class="changed-fields">
        {changes.fields.map((f) => (
          <div key={f.label.vi}>
            <dt>{f.label[locale]}</dt>
            <dd class="letter">
              <Pieces spans={f.spans} />
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}

export function ChannelChanges({ itemId, channels }: { itemId: number; channels: readonly ChannelChange[] }) {
  const w = t()
  if (channels.length === 0) return null
  return (
    <Panel title={w.channels} id="channels">
      <ul class="plain-list stack">
        {channels.map((c) => (
          <li key={c.channelId}>
            <p class="row">
              <Change of={c.change} />
              <a href={`${itemAddress(itemId)}/channels#channel-${c.channelId}`}>{c.channelName}</a>
            </p>
            {c.spans.length > 0 && (
              <p class="letter small">
                <Pieces spans={c.spans} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
