import { dayOf, showDay } from '../../../lib/calendar/day.ts'
import { useRequest } from '../../../ui/request.ts'
import { Tag } from '../../../ui/tag.tsx'
import type { Picture, ShownEntry } from '../pictures.ts'
import { texts } from '../portal.texts.ts'
import { publicationAddress, publicationKinds } from '../publication.ts'

type PictureProps = {
  picture: Picture
  /** How wide it stands on the page, as CSS says it. */
  sizes: string
  /** It is in sight at once: fetched first. */
  eager?: boolean
  /** Beside a title that says the same: nothing is read out. */
  silent?: boolean
}

export function Photo({ picture, sizes, eager, silent }: PictureProps) {
  return (
    <img
      src={picture.src}
      srcset={picture.srcset}
      sizes={sizes}
      width={picture.width}
      height={picture.height}
      alt={silent ? '' : picture.alt}
      loading={eager ? 'eager' : 'lazy'}
      fetchpriority={eager ? 'high' : 'auto'}
      decoding="async"
    />
  )
}

/** Kind and day of a thing, as one quiet line; and whether it holds no more. */
export function StoryFacts({ entry }: { entry: Pick<ShownEntry, 'kind' | 'at' | 'standing'> }) {
  const { locale } = useRequest()
  const day = dayOf(entry.at)
  return (
    <p class="story-facts story-when" lang={locale}>
      <span>{publicationKinds[entry.kind][locale]}</span> <time dateTime={day}>{showDay(day)}</time>
      {entry.standing && (
        <Tag
          tone={entry.standing === 'ended' ? 'warn' : 'good'}
          icon={entry.standing === 'ended' ? 'warning' : 'done'}
        >
          {entry.standing === 'ended' ? texts.endedTag[locale] : texts.mendedTag[locale]}
        </Tag>
      )}
    </p>
  )
}

type StoryProps = {
  entry: ShownEntry
  level?: 2 | 3
  eager?: boolean
  /** `lead`: the first of the page. `card`: under its picture. `row`: beside it. `plain`: words only. */
  look?: 'lead' | 'card' | 'row' | 'plain'
}

const widths = {
  lead: '(min-width: 64rem) 40rem, 100vw',
  card: '(min-width: 64rem) 21rem, (min-width: 40rem) 45vw, 100vw',
  row: '(min-width: 40rem) 14rem, 7rem',
  plain: '1px',
}

/** One publication in a list. */
export function Story({ entry, level = 3, eager = false, look = 'card' }: StoryProps) {
  const Title = `h${level}` as 'h2' | 'h3'
  const hasPicture = look !== 'plain' && entry.picture !== null
  return (
    <article class={`story story-${look}${hasPicture ? '' : ' story-bare'}`} lang={entry.language}>
      {hasPicture && entry.picture && (
        <div class="story-photo">
          <Photo picture={entry.picture} sizes={widths[look]} eager={eager} silent />
        </div>
      )}
      <div class="story-words">
        <Title>
          <a href={publicationAddress(entry)}>{entry.title}</a>
        </Title>
        {look !== 'plain' && entry.lead && <p class="story-about">{entry.lead}</p>}
        <StoryFacts entry={entry} />
      </div>
    </article>
  )
}

export function StoryList({
  entries,
  look = 'row',
}: {
  entries: readonly ShownEntry[]
  look?: 'row' | 'card'
}) {
  return (
    <ul class={look === 'card' ? 'cards' : 'stories'}>
      {entries.map((entry, index) => (
        <li key={entry.id}>
          <Story entry={entry} look={look} level={2} eager={index < 2} />
        </li>
      ))}
    </ul>
  )
}

type SectionHeadProps = { title: string; href?: string; more?: string; id: string }

/** A section's heading with the way to all of it. */
export function SectionHead({ title, href, more, id }: SectionHeadProps) {
  return (
    <div class="section-head">
      <h2 id={id}>{title}</h2>
      {href && more && (
        <a href={href}>
          {more}
          <span class="visually-hidden">: {title}</span>
        </a>
      )}
    </div>
  )
}
