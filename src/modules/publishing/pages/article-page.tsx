import type { ComponentChildren } from 'preact'
import type { Locale } from '../../../lib/actor.ts'
import { dayOf, showDay, showTime } from '../../../lib/calendar/day.ts'
import type { SafeHtml } from '../../../lib/richtext/html.ts'
import { words } from '../../../lib/text/words.ts'
import { BarChart } from '../../../ui/charts/bar-chart.tsx'
import { Details } from '../../../ui/details.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { StoredHtml } from '../../../ui/rich-text.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { texts as documentTexts } from '../documents.texts.ts'
import type { Picture, ShownEntry } from '../pictures.ts'
import { texts } from '../portal.texts.ts'
import {
  type Adopter,
  type Column,
  type FactField,
  factFields,
  publicationAddress,
  publicationKinds,
  publicationLanguages,
  type Topic,
} from '../publication.ts'
import type { Reading } from '../reading.sql.ts'
import { seriesOf, showFigure } from '../told-facts.ts'
import { Adopters } from './adopters.tsx'
import { ArticleMedia, Downloads } from './article-media.tsx'
import { type WarningFacts, Warnings } from './article-warnings.tsx'
import { eventHours, textOf } from './event-date.tsx'
import { SectionHead, Story } from './story.tsx'
import { ValidityTag } from './validity.tsx'

export interface ArticleFacts extends WarningFacts {
  html: SafeHtml
  picture: Picture | null
  topics: readonly Topic[]
  column: Column | null
  translations: readonly { language: string; href: string; title: string }[]
  versions: readonly { number: number; at: Date }[]
  files: readonly { href: string; name: string; bytes: number; mime: string }[]
  related: readonly ShownEntry[]
  /** Of a model: who took it over. */
  adopters: readonly Adopter[]
  views: number
}

export function articlePage(facts: ArticleFacts) {
  const { reading: r, locale } = facts
  const w = words(texts, locale)
  return (
    <>
      <article class="article" lang={r.language}>
        <header class="article-head">
          <p class="article-kind" lang={locale}>
            {publicationKinds[r.kind][locale]}
            {facts.column && (
              <>
                {' · '}
                <a href={`/columns/${facts.column.slug}`}>{facts.column[locale]}</a>
              </>
            )}
          </p>
          <h1>{r.title}</h1>
          {r.lead && <p class="article-lead">{r.lead}</p>}
          <Dates facts={facts} />
        </header>
        <Warnings facts={facts} />
        {r.kind !== 'directing_document' && <ArticleMedia {...facts} />}
        <KindFacts facts={facts} />
        <StoredHtml html={facts.html} />
        <Below facts={facts} />
        <footer class="article-foot" lang={locale}>
          <ul class="chips">
            {facts.topics.map((topic) => (
              <li key={topic.code}>
                <a class="chip" href={`/topics/${topic.code}`}>
                  {topic[locale]}
                </a>
              </li>
            ))}
          </ul>
          {facts.topics.length > 0 && (
            <p class="no-print">
              <a class="button button-secondary button-small" href={followAddress(facts.topics)}>
                <Icon name="bell" />
                {w.followTopic}
              </a>
            </p>
          )}
          <p class="story-facts">
            {r.byline && `${w.by}: ${r.byline}. `}
            {r.unitName}. {facts.views > 0 && `${w.views(facts.views)}.`}
          </p>
          <Versions facts={facts} />
        </footer>
      </article>
      {facts.related.length > 0 && (
        <section class="related no-print" aria-labelledby="related">
          <SectionHead id="related" title={w.related} />
          <ul class="cards">
            {facts.related.map((entry) => (
              <li key={entry.id}>
                <Story entry={entry} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

/** What belongs to the text and stands below it. */
function Below({ facts }: { facts: ArticleFacts }) {
  return (
    <>
      <Adopters adopters={facts.adopters} locale={facts.locale} />
      <Downloads {...facts} />
    </>
  )
}

function followAddress(topics: readonly Topic[]): string {
  return `/subscriptions?${new URLSearchParams(topics.map((t) => ['topic', t.code]))}`
}

function Dates({ facts: { reading: r, locale, translations } }: { facts: ArticleFacts }) {
  const w = words(texts, locale)
  const [first, last] = [dayOf(r.at), dayOf(r.changedAt)]
  return (
    <>
      <p class="story-facts" lang={locale}>
        {w.published} <time dateTime={r.at.toISOString()}>{showDay(first)}</time>
        {last !== first && (
          <>
            {'. '}
            {w.updated} <time dateTime={r.changedAt.toISOString()}>{showDay(last)}</time>
          </>
        )}
      </p>
      {translations.length > 0 && (
        <nav class="languages no-print" aria-label={w.languages} lang={locale}>
          <Icon name="globe" />
          <ul>
            {translations.map((t) => (
              <li key={t.language}>
                <a href={t.href} lang={t.language} hreflang={t.language}>
                  {publicationLanguages[t.language]?.own ?? t.language}
                  <span class="visually-hidden" lang={locale}>
                    {` (${publicationLanguages[t.language]?.[locale]})`}
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </>
  )
}

/** What the kind adds: facts of a document, time and place, the chart of an index, where to watch. */
function KindFacts({ facts: { reading: r, locale, today } }: { facts: ArticleFacts }) {
  const w = words(texts, locale)
  const series = seriesOf(r.facts)
  const rows = (factFields[r.kind] ?? []).flatMap((field) => {
    const value = shownFact(field, r, locale)
    return value === null ? [] : [{ label: field[locale], value }]
  })
  if (r.kind === 'directing_document')
    rows.push({
      label: documentTexts.validity[locale],
      value: <ValidityTag validity={r.validity} today={today} locale={locale} />,
    })
  return (
    <>
      {series.length > 0 && (
        <BarChart
          title={`${textOf(r.facts, 'index')} ${textOf(r.facts, 'year')}`}
          description={textOf(r.facts, 'scale')}
          bars={series.map((s) => ({ label: s.label, value: s.value, text: showFigure(s.value, locale) }))}
        />
      )}
      {rows.length > 0 && (
        <div lang={locale}>
          <SummaryList facts={rows} />
        </div>
      )}
      {r.kind === 'event' && (
        <p class="no-print" lang={locale}>
          <a class="button button-secondary" href={`${publicationAddress(r)}/calendar.ics`}>
            <Icon name="calendar" />
            {w.calendar}
          </a>
        </p>
      )}
    </>
  )
}

function shownFact(field: FactField, r: Reading, locale: Locale): ComponentChildren {
  const value = textOf(r.facts, field.name)
  if (value === '' || field.type === 'series' || field.type === 'transcript' || field.type === 'document')
    return null
  if (field.name === 'ends') return null
  if (field.name === 'starts') return eventHours(r.facts)
  if (field.type === 'day') return showDay(value)
  if (field.type === 'moment') return `${value.slice(11)} ${showDay(value.slice(0, 10))}`
  if (field.type === 'choice') return field.choices?.find((c) => c.value === value)?.[locale] ?? value
  if (field.type !== 'address') return value
  return (
    <a href={value} rel="noopener">
      {new URL(value).host} {words(texts, locale).opensElsewhere}
    </a>
  )
}

function Versions({ facts: { versions, reading: r, locale } }: { facts: ArticleFacts }) {
  const w = words(texts, locale)
  if (versions.length < 2) return null
  return (
    <Details summary={`${w.versions} (${versions.length})`}>
      <ul>
        {versions.map((v) => (
          <li key={v.number}>
            {v.number === r.version ? (
              `${w.versionOf(v.number, showTime(v.at))} (${w.current})`
            ) : (
              <a href={`${publicationAddress(r)}/versions/${v.number}`}>
                {w.versionOf(v.number, showTime(v.at))}
              </a>
            )}
          </li>
        ))}
      </ul>
    </Details>
  )
}
