import type { Locale } from '../../../lib/actor.ts'
import type { Fault } from '../../../lib/errors.ts'
import type { PortalSite } from '../../../lib/http/route.ts'
import { words } from '../../../lib/text/words.ts'
import { Button } from '../../../ui/button.tsx'
import { Radios } from '../../../ui/choices.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { accessibilityTexts } from '../accessibility.texts.ts'
import { texts } from '../portal.texts.ts'
import type { Column, Topic } from '../publication.ts'
import { PollChart } from './poll-chart.tsx'
import { SectionHead } from './story.tsx'

type FeedsFacts = { locale: Locale; origin: string; lists: readonly { name: string; address: string }[] }

/** Every feed with its three addresses. */
export function feedsPage({ locale, origin, lists }: FeedsFacts) {
  const w = words(texts, locale)
  const kinds = [
    ['RSS', 'rss'],
    ['Atom', 'atom'],
    ['JSON Feed', 'json'],
  ] as const
  return (
    <>
      <PageHead title={w.feeds} lead={w.feedsLead} />
      <ul class="doors">
        {lists.map((list) => (
          <li key={list.address} id={list.address.slice(7).replaceAll('/', '-')}>
            <h2>{list.name}</h2>
            <ul class="feed-kinds">
              {kinds.map(([name, end]) => (
                <li key={end}>
                  <a href={`${origin}${list.address}.${end}`}>
                    {name}
                    <span class="visually-hidden">: {list.name}</span>
                  </a>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  )
}

type SiteMapFacts = {
  locale: Locale
  sections: readonly { href: string; label: string }[]
  topics: readonly Topic[]
  columns: readonly Column[]
}

export function siteMapPage({ locale, sections, topics, columns }: SiteMapFacts) {
  const w = words(texts, locale)
  const lists = [
    { id: 'sections', title: w.sections, links: sections },
    {
      id: 'topics',
      title: w.topics,
      links: topics.map((t) => ({ href: `/topics/${t.code}`, label: t[locale] })),
    },
    {
      id: 'columns',
      title: w.columns,
      links: columns.map((one) => ({ href: `/columns/${one.slug}`, label: one[locale] })),
    },
  ].filter((list) => list.links.length > 0)
  return (
    <>
      <PageHead title={w.siteMap} />
      <div class="columns">
        {lists.map((list) => (
          <section aria-labelledby={list.id} key={list.id}>
            <SectionHead id={list.id} title={list.title} />
            <ul class="map-links">
              {list.links.map((link) => (
                <li key={link.href}>
                  <a href={link.href}>{link.label}</a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  )
}

function lines(text: string) {
  const all = text.split('\n').filter(Boolean)
  return all.length > 0 ? all.map((line) => <div key={line}>{line}</div>) : null
}

export function contactPage({ locale, site }: { locale: Locale; site: PortalSite }) {
  const w = words(texts, locale)
  const facts = [
    { label: w.owner, value: lines(site.ownerLines) ?? site.name[locale] },
    { label: w.licence, value: lines(site.licence) },
    {
      label: w.hotline,
      value: site.hotline && <a href={`tel:${site.hotline.replace(/[^\d+]/g, '')}`}>{site.hotline}</a>,
    },
    { label: w.email, value: site.email && <a href={`mailto:${site.email}`}>{site.email}</a> },
  ]
  const { address, phone, link } = site.feedback
  const points = [
    { label: w.feedbackAddress, value: address },
    { label: w.feedbackPhone, value: phone && <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a> },
    { label: w.feedbackSystem, value: link && <a href={link}>{new URL(link).host}</a> },
  ].filter((point) => point.value)
  const { app, national, system } = site.services
  const services = [
    { label: w.serviceApp, value: app && <a href={app}>{new URL(app).host}</a> },
    { label: w.serviceNational, value: national && <a href={national}>{new URL(national).host}</a> },
    { label: w.serviceSystem, value: system && <a href={system}>{new URL(system).host}</a> },
  ].filter((one) => one.value)
  return (
    <>
      <PageHead title={w.contact} lead={w.contactLead} />
      <SummaryList facts={facts.filter((fact) => fact.value)} />
      {services.length > 0 && (
        <section id="services">
          <h2>{w.services}</h2>
          <SummaryList facts={services} />
        </section>
      )}
      {points.length > 0 && (
        <section id="feedback">
          <h2>{w.feedback}</h2>
          <SummaryList facts={points} />
        </section>
      )}
      <Notice tone="info">
        <p>
          {w.feedbackState} <a href="https://dichvucong.gov.vn">{w.nationalPortal}</a>
        </p>
      </Notice>
    </>
  )
}

export function accessibilityPage({ locale }: { locale: Locale }) {
  const w = words(accessibilityTexts, locale)
  return (
    <div class="prose">
      <PageHead title={words(texts, locale).accessibility} lead={w.lead} />
      <h2>{w.doneHead}</h2>
      <ul>
        {[w.keyboard, w.reader, w.print, w.contrast, w.zoom, w.script, w.languages, w.light].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h2>{w.limitsHead}</h2>
      <ul>
        {[w.limitMedia, w.limitFiles, w.limitTranslation].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h2>{w.countHead}</h2>
      <p>{w.count}</p>
      <h2>{w.tellHead}</h2>
      <p>
        {w.tell} <a href="/contact">{words(texts, locale).contact}</a>
      </p>
    </div>
  )
}

export interface PollFacts {
  locale: Locale
  poll: { question: string; options: readonly string[] } | null
  results: readonly number[]
  hasAnswered: boolean
  /** Questions that are over. */
  closed: readonly { id: number; question: string; options: readonly string[]; results: readonly number[] }[]
  faults: readonly Fault[]
}

export function pollPage(facts: PollFacts) {
  const { locale, poll, results, hasAnswered, closed, faults } = facts
  const w = words(texts, locale)
  return (
    <>
      <ErrorSummary faults={faults} />
      {poll ? (
        <PageHead title={poll.question} kicker={w.poll} />
      ) : (
        <PageHead title={w.poll} lead={w.pollNone} />
      )}
      {poll && hasAnswered && (
        <Notice tone="good" small>
          {w.pollOnce}
        </Notice>
      )}
      {poll && !hasAnswered && (
        <Form action="/poll" faults={faults}>
          <Radios
            name="choice"
            label={w.pollChoose}
            choices={poll.options.map((label, value) => ({ value: String(value), label }))}
          />
          <Button>{w.pollSend}</Button>
        </Form>
      )}
      {poll && <PollChart title={w.pollResults} options={poll.options} results={results} />}
      {closed.length > 0 && (
        <section aria-labelledby="closed">
          <SectionHead id="closed" title={w.pollClosed} />
          {closed.map((one) => (
            <PollChart key={one.id} title={one.question} options={one.options} results={one.results} />
          ))}
        </section>
      )}
    </>
  )
}
