import type { ComponentChildren } from 'preact'
import { readingTime } from '../../../../lib/text/spoken/reading-time.ts'
import { words } from '../../../../lib/text/words.ts'
import { Icon } from '../../../../ui/icon.tsx'
import { useRequest } from '../../../../ui/request.ts'
import type { ChannelKind, Variant } from '../../../publishing/channel.ts'
import { ownLink } from '../master.ts'
import { texts } from '../variants.texts.ts'

export interface PreviewProps {
  kind: ChannelKind
  /** The account, page or place. */
  name: string
  variant: Variant
  /** Address of a picture for whoever looks. */
  image: (fileId: number) => string
}

/** A text as its channel will show it, near enough to judge it. A script keeps it as the form is typed. */
export function ChannelPreview(props: PreviewProps) {
  if (props.kind === 'zalo') return <ZaloCard {...props} />
  if (props.kind === 'facebook') return <FacebookPost {...props} />
  if (props.kind === 'newsletter') return <Letter {...props} />
  if (props.kind === 'webpush') return <Push {...props} />
  return <Script {...props} />
}

function Account({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div class="seen-account">
      <span class="seen-face" aria-hidden="true">
        {name.replace(/^(Trang|Zalo OA|Kênh|Zalo)\s+/i, '').slice(0, 1)}
      </span>
      <div>
        <p class="strong">{name}</p>
        <p class="small soft">{children}</p>
      </div>
    </div>
  )
}

function Words({ part, children }: { part: 'title' | 'lead' | 'text'; children: string }) {
  return (
    <p class={`seen-${part}`} data-preview={part}>
      {children}
    </p>
  )
}

function Cover({ variant, image }: Pick<PreviewProps, 'variant' | 'image'>) {
  const [first] = variant.images
  return first ? <img class="seen-cover" src={image(first.fileId)} alt={first.alt} /> : null
}

function linkWords(link: string): string {
  return link === ownLink ? '…/s/•••••••' : link
}

function ZaloCard({ name, variant, image }: PreviewProps) {
  const t = words(texts, useRequest().locale)
  return (
    <div class="seen seen-zalo">
      <Account name={name}>{variant.way === 'broadcast' ? t.followers : t.now}</Account>
      <div class="seen-card">
        {variant.images.length > 0 ? (
          <Cover variant={variant} image={image} />
        ) : (
          <p class="seen-empty">
            <Icon name="image" /> {t.noPicture}
          </p>
        )}
        <div class="seen-pad">
          <Words part="title">{variant.title}</Words>
          <Words part="lead">{variant.lead}</Words>
        </div>
        <p class="seen-more">
          {t.seeMore} <Icon name="right" />
        </p>
      </div>
      <div class="seen-body">
        <Words part="text">{variant.text}</Words>
        {variant.link && <p class="seen-link">Xem thêm: {linkWords(variant.link)}</p>}
      </div>
    </div>
  )
}

function FacebookPost({ name, variant, image }: PreviewProps) {
  const t = words(texts, useRequest().locale)
  return (
    <div class="seen seen-facebook">
      <Account name={name}>
        {t.now} · <Icon name="globe" />
      </Account>
      <Words part="text">{variant.text}</Words>
      {variant.link && <p class="seen-link">{linkWords(variant.link)}</p>}
      {variant.images.length > 0 && (
        <div class={`seen-grid seen-grid-${Math.min(variant.images.length, 3)}`}>
          {variant.images.slice(0, 3).map((i) => (
            <img src={image(i.fileId)} alt={i.alt} key={i.fileId} />
          ))}
        </div>
      )}
    </div>
  )
}

function Letter({ variant }: PreviewProps) {
  const t = words(texts, useRequest().locale)
  return (
    <div class="seen seen-letter">
      <p class="seen-subject">
        <Icon name="mail" /> <span class="soft">{t.subject}:</span>{' '}
        <strong data-preview="title">{variant.title}</strong>
      </p>
      <div class="seen-pad">
        <Words part="lead">{variant.lead}</Words>
        <Words part="text">{variant.text}</Words>
        {variant.link && (
          <p>
            <span class="seen-button">{t.readOn}</span>
          </p>
        )}
      </div>
    </div>
  )
}

function Push({ name, variant }: PreviewProps) {
  return (
    <div class="seen seen-push">
      <Icon name="bell" />
      <div>
        <p class="small soft">{name}</p>
        <Words part="title">{variant.title}</Words>
        <Words part="text">{variant.text}</Words>
      </div>
    </div>
  )
}

function Script({ kind, variant }: PreviewProps) {
  const t = words(texts, useRequest().locale)
  const all = [variant.title, variant.lead, variant.text].filter(Boolean).join('. ')
  const { syllables, seconds } = readingTime(all)
  const time = t.minutes(Math.floor(seconds / 60), seconds % 60)
  return (
    <div class="seen seen-script">
      {kind === 'manual' && (
        <p class="small soft">
          <Icon name="megaphone" /> {t.script} · {t.readAloud(time, syllables.toLocaleString('vi-VN'))}
        </p>
      )}
      {variant.title && <Words part="title">{variant.title}</Words>}
      {variant.lead && <Words part="lead">{variant.lead}</Words>}
      <Words part="text">{variant.text}</Words>
      {variant.link && <p class="seen-link">{linkWords(variant.link)}</p>}
    </div>
  )
}
