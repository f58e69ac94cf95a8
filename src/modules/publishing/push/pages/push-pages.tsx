import type { ComponentChildren } from 'preact'
import type { Locale } from '../../../../lib/actor.ts'
import type { Fault } from '../../../../lib/errors.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonGroup, ButtonLink } from '../../../../ui/button.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form, type FormValues } from '../../../../ui/form.tsx'
import { Icon, type IconName } from '../../../../ui/icon.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { type TopicChoices, TopicFields } from '../../subscriptions/topic-choices.tsx'
import { texts } from '../push.texts.ts'

/** Every way to be told, for a topic that is chosen already where `query` names one ('?topic=…'). */
export function FollowPage({ locale, query, feeds }: { locale: Locale; query: string; feeds: string }) {
  const w = words(texts, locale)
  const ways: [icon: IconName, href: string, title: string, about: string][] = [
    ['bell', `/subscriptions/push${query}`, w.byPush, w.byPushAbout],
    ['mail', `/subscriptions/new${query}`, w.byMail, w.byMailAbout],
    ['link', feeds, w.byFeed, w.byFeedAbout],
  ]
  return (
    <>
      <PageHead title={w.hub} lead={w.hubLead} />
      <ul class="doors">
        {ways.map(([icon, href, title, about]) => (
          <li key={href}>
            <h2>
              <Icon name={icon} /> <a href={href}>{title}</a>
            </h2>
            <p>{about}</p>
          </li>
        ))}
      </ul>
    </>
  )
}

interface PushFacts {
  locale: Locale
  choices: TopicChoices
  values: FormValues
  faults: readonly Fault[]
  /** Our public key, as browsers want it. */
  publicKey: string
  /** '?topic=…', for the other ways. */
  query: string
}

/**
 * Its parts are shown and hidden by public/js/push.js, which knows what the browser can do and has allowed. Without a
 * script one sentence stands here, with the ways that need none.
 */
export function PushPage(facts: PushFacts) {
  const { locale, values, faults } = facts
  const w = words(texts, locale)
  return (
    <div data-push={facts.publicKey} class="stack-l">
      <ErrorSummary faults={faults} />
      <PageHead title={w.title} lead={w.lead} />
      <Part when="other" shown>
        <OtherWays {...facts} say={w.other} />
      </Part>
      <Part when="denied">
        <OtherWays {...facts} say={w.denied} />
      </Part>
      <Part when="iphone">
        <OtherWays {...facts} say={w.iphone} />
      </Part>
      <Part when="failed">
        <OtherWays {...facts} say={w.failed} />
      </Part>
      <Part when="ended">
        <Notice tone="good">{w.stopped}</Notice>
      </Part>
      <Part when="on">
        <Notice tone="good" small>
          {w.isOn}
        </Notice>
      </Part>
      <Part when="ask on ended">
        <Form action="/subscriptions/push" values={values} faults={faults}>
          <TopicFields locale={locale} choices={facts.choices} />
          {['endpoint', 'p256dh', 'auth'].map((name) => (
            <input type="hidden" name={name} key={name} />
          ))}
          <div class="prose">
            <p class="soft">{w.consent}</p>
          </div>
          <ButtonGroup>
            <span data-push-when="ask ended" hidden>
              <Button icon="bell">{w.turnOn}</Button>
            </span>
            <span data-push-when="on" hidden>
              <Button>{w.save}</Button>
            </span>
            <span data-push-when="on" hidden>
              <button type="button" class="button button-quiet" data-push-stop>
                {w.stop}
              </button>
            </span>
          </ButtonGroup>
        </Form>
      </Part>
    </div>
  )
}

function Part({ when, shown, children }: { when: string; shown?: true; children: ComponentChildren }) {
  return (
    <div data-push-when={when} hidden={!shown} aria-live="polite">
      {children}
    </div>
  )
}

function OtherWays({ locale, query, say }: { locale: Locale; query: string; say: string }) {
  const w = words(texts, locale)
  return (
    <>
      <Notice tone="info">{say}</Notice>
      <ButtonGroup>
        <ButtonLink icon="mail" href={`/subscriptions/new${query}`}>
          {w.byMail}
        </ButtonLink>
        <ButtonLink kind="secondary" href="/feeds">
          {w.byFeed}
        </ButtonLink>
      </ButtonGroup>
    </>
  )
}
