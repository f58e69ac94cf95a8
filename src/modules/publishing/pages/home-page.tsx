import type { Locale } from '../../../lib/actor.ts'
import { showDay } from '../../../lib/calendar/day.ts'
import { words } from '../../../lib/text/words.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Icon, type IconName } from '../../../ui/icon.tsx'
import { articleListAddress, articleLists, neededAddress } from '../article-lists.ts'
import type { Picture, ShownEntry } from '../pictures.ts'
import { texts } from '../portal.texts.ts'
import { materialsTexts } from '../printed/materials.texts.ts'
import { type Column, publicationAddress, type Topic } from '../publication.ts'
import type { Entry } from '../reading.sql.ts'
import { EventRow, textOf } from './event-date.tsx'
import { IndexFigure } from './index-figure.tsx'
import { PartLinks } from './list-pages.tsx'
import { Photo, SectionHead, Story } from './story.tsx'

export interface HomeFacts {
  locale: Locale
  name: string
  /** The province's own picture over the page. */
  banner: Picture | null
  latest: readonly ShownEntry[]
  topics: readonly Topic[]
  /** Does the province mark fields of procedures that many need? */
  hasNeeded: boolean
  columns: readonly { column: Column; entries: readonly ShownEntry[] }[]
  documents: readonly Entry[]
  events: readonly Entry[]
  indices: readonly Entry[]
  exemplars: readonly ShownEntry[]
  mostRead: readonly Entry[]
  poll: { question: string } | null
}

export function homePage(facts: HomeFacts) {
  return (
    <>
      {facts.banner && (
        <div class="wrap home-banner">
          <Photo picture={facts.banner} sizes="(min-width: 75rem) 73rem, 100vw" eager />
        </div>
      )}
      <Front facts={facts} />
      {facts.latest.length > 0 && <Forms locale={facts.locale} hasNeeded={facts.hasNeeded} />}
      <Fields facts={facts} />
      <div class="wrap sections">
        <Columns facts={facts} />
        <div class="pair">
          <Documents facts={facts} />
          <Events facts={facts} />
        </div>
        <Indices facts={facts} />
        <Exemplars facts={facts} />
        <div class="pair">
          <MostRead facts={facts} />
          <PollBox facts={facts} />
        </div>
      </div>
    </>
  )
}

function Front({ facts }: { facts: HomeFacts }) {
  const w = words(texts, facts.locale)
  const [first, ...rest] = facts.latest
  return (
    <div class="wrap">
      <h1 class="visually-hidden">{facts.name}</h1>
      {first ? (
        <div class="front">
          <Story entry={first} look="lead" level={2} eager />
          <section class="front-side" aria-labelledby="latest">
            <SectionHead id="latest" title={w.latest} href="/articles" more={w.allArticles} />
            <ul class="plain-list">
              {rest.slice(0, 4).map((entry) => (
                <li key={entry.id}>
                  <Story entry={entry} look="plain" />
                </li>
              ))}
            </ul>
          </section>
        </div>
      ) : (
        <EmptyState
          title={w.emptyHome}
          action={
            <ButtonLink kind="secondary" href="/subscriptions" icon="bell">
              {w.feeds}
            </ButtonLink>
          }
        >
          {w.emptyBody}
        </EmptyState>
      )}
    </div>
  )
}

/** Doors to what is looked for by its form: an answer, a film, a drawing. */
function Forms({ locale, hasNeeded }: { locale: Locale; hasNeeded: boolean }) {
  const links = [
    ...(hasNeeded ? [{ href: neededAddress, label: words(texts, locale).needed }] : []),
    ...articleLists.slice(0, 3).map((one) => ({ href: articleListAddress(one.code), label: one[locale] })),
    { href: '/materials', label: materialsTexts.materials[locale] },
  ].map((one) => ({ ...one, isCurrent: false }))
  return (
    <div class="wrap home-forms">
      <PartLinks parts={{ label: words(texts, locale).byForm, links }} />
    </div>
  )
}

const icons: Record<string, IconName> = {
  institutions: 'stamp',
  procedures: 'tasks',
  organisation: 'building',
  civil_service: 'people',
  public_finance: 'money',
  digital_government: 'grid',
}

function Fields({ facts }: { facts: HomeFacts }) {
  const w = words(texts, facts.locale)
  const fields = facts.topics.filter((t) => t.isReformField && t.isShown && !t.retired)
  if (fields.length === 0) return null
  return (
    <section class="fields" aria-labelledby="fields">
      <div class="wrap">
        <SectionHead id="fields" title={w.fields} href="/topics" more={w.more} />
        <ul class="fields-list">
          {fields.map((topic) => (
            <li key={topic.code}>
              <a href={`/topics/${topic.code}`}>
                <Icon name={icons[topic.code] ?? 'circle'} />
                <span>{topic[facts.locale]}</span>
              </a>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}

function Columns({ facts }: { facts: HomeFacts }) {
  const w = words(texts, facts.locale)
  if (facts.columns.length === 0) return null
  return (
    <div class="pair">
      {facts.columns.map(({ column, entries }) => (
        <section aria-labelledby={`column-${column.id}`} key={column.id}>
          <SectionHead
            id={`column-${column.id}`}
            title={column[facts.locale]}
            href={`/columns/${column.slug}`}
            more={w.more}
          />
          <ul class="stories stories-short">
            {entries.map((entry) => (
              <li key={entry.id}>
                <Story entry={entry} look="row" />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function Cards({ entries }: { entries: readonly ShownEntry[] }) {
  return (
    <ul class="cards">
      {entries.map((entry) => (
        <li key={entry.id}>
          <Story entry={entry} />
        </li>
      ))}
    </ul>
  )
}

function Documents({ facts }: { facts: HomeFacts }) {
  const w = words(texts, facts.locale)
  if (facts.documents.length === 0) return null
  return (
    <section aria-labelledby="documents">
      <SectionHead id="documents" title={w.documents} href="/directing-documents" more={w.allDocuments} />
      <ul class="papers">
        {facts.documents.map((d) => (
          <li key={d.id}>
            <p class="papers-number">
              {textOf(d.facts, 'number')} <time>{showDay(textOf(d.facts, 'day'))}</time>
            </p>
            <h3>
              <a href={publicationAddress(d)}>{d.title}</a>
            </h3>
            <p class="story-facts">{textOf(d.facts, 'issuer')}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Events({ facts }: { facts: HomeFacts }) {
  const w = words(texts, facts.locale)
  return (
    <section aria-labelledby="events">
      <SectionHead id="events" title={w.upcoming} href="/events" more={w.allEvents} />
      {facts.events.length === 0 && <p class="soft">{w.noUpcoming}</p>}
      <ul class="plain-list">
        {facts.events.map((entry) => (
          <li key={entry.id}>
            <EventRow entry={entry} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Indices({ facts }: { facts: HomeFacts }) {
  const w = words(texts, facts.locale)
  if (facts.indices.length === 0) return null
  return (
    <section aria-labelledby="indices">
      <SectionHead id="indices" title={w.indices} href="/index-results" more={w.allIndices} />
      <ul class="figures">
        {facts.indices.map((entry) => (
          <li key={entry.id}>
            <IndexFigure entry={entry} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Exemplars({ facts }: { facts: HomeFacts }) {
  const w = words(texts, facts.locale)
  if (facts.exemplars.length === 0) return null
  return (
    <section aria-labelledby="exemplars">
      <SectionHead id="exemplars" title={w.exemplars} href="/exemplars" more={w.allExemplars} />
      <Cards entries={facts.exemplars} />
    </section>
  )
}

function MostRead({ facts }: { facts: HomeFacts }) {
  const w = words(texts, facts.locale)
  if (facts.mostRead.length === 0) return null
  return (
    <section aria-labelledby="most-read">
      <SectionHead id="most-read" title={w.mostRead} />
      <ol class="ranked">
        {facts.mostRead.map((entry) => (
          <li key={entry.id}>
            <a href={publicationAddress(entry)}>{entry.title}</a>
          </li>
        ))}
      </ol>
      <p class="story-facts">{w.mostReadNote}</p>
    </section>
  )
}

function PollBox({ facts }: { facts: HomeFacts }) {
  const w = words(texts, facts.locale)
  if (!facts.poll) return null
  return (
    <section class="ask" aria-labelledby="poll">
      <h2 id="poll">{w.poll}</h2>
      <p class="ask-question">{facts.poll.question}</p>
      <p>
        <a class="button" href="/poll">
          {w.pollAnswer}
        </a>
      </p>
    </section>
  )
}
