import { dayOf, showDay } from '../../../lib/calendar/day.ts'
import { words } from '../../../lib/text/words.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { BarChart } from '../../../ui/charts/bar-chart.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { useRequest } from '../../../ui/request.ts'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { StatusTag } from '../../../ui/tag.tsx'
import {
  type Call,
  type Initiative,
  type InitiativeState,
  initiativesAddress,
  publicAddress,
} from '../initiative.ts'
import { senderWords, stateWords } from '../initiatives.texts.ts'
import { stateLooks } from '../looks.ts'
import { portalTexts } from '../portal.texts.ts'

export type Field = { code: string; vi: string; en: string }

export interface PublicListProps {
  calls: readonly Call[]
  counts: readonly { state: InitiativeState; amount: number }[]
  initiatives: readonly Initiative[]
  answers: ReadonlyMap<number, string>
  fields: readonly Field[]
  /** Code of the chosen field; '' for all. */
  topic: string
  paging: { page: number; pageSize: number; total: number; href: (page: number) => string }
}

/** Calls that are open, what came of the ideas, and those that everybody may read. */
export function PublicListPage(props: PublicListProps) {
  const { locale } = useRequest()
  const w = words(portalTexts, locale)
  return (
    <>
      <PageHead
        title={w.title}
        lead={w.lead}
        actions={
          <>
            <ButtonLink icon="idea" href={`${initiativesAddress}/new`}>
              {w.send}
            </ButtonLink>
            <ButtonLink kind="secondary" icon="search" href={`${initiativesAddress}/follow`}>
              {w.follow}
            </ButtonLink>
          </>
        }
      />
      {props.calls.length > 0 && <Calls {...props} />}
      <section aria-labelledby="published" class="stack">
        <h2 id="published">{w.published}</h2>
        <Fields {...props} />
        {props.initiatives.length === 0 ? (
          <EmptyState title={w.none}>{w.noneWhy}</EmptyState>
        ) : (
          <>
            <ul class="plain-list">
              {props.initiatives.map((i) => (
                <li key={i.id}>
                  <Entry initiative={i} answer={props.answers.get(i.id) ?? ''} fields={props.fields} />
                </li>
              ))}
            </ul>
            <Pager {...props.paging} />
          </>
        )}
      </section>
      <Counts {...props} />
    </>
  )
}

function Calls({ calls, fields }: PublicListProps) {
  const { locale } = useRequest()
  const w = words(portalTexts, locale)
  return (
    <section aria-labelledby="calls" class="stack">
      <h2 id="calls">{w.openCalls}</h2>
      <ul class="doors">
        {calls.map((call) => (
          <li key={call.id}>
            <h3>{call.title}</h3>
            <p class="story-facts">
              {[nameOf(fields, call.topic, locale), w.until(showDay(call.toDay))].filter(Boolean).join(', ')}
            </p>
            <Paragraphs text={call.body} />
            <p>
              <a href={`${initiativesAddress}/new?call=${call.id}`}>
                {w.sendToCall}
                <span class="visually-hidden">: {call.title}</span>
              </a>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Counts({ counts }: PublicListProps) {
  const { locale } = useRequest()
  const w = words(portalTexts, locale)
  const sum = counts.reduce((n, one) => n + one.amount, 0)
  if (sum === 0) return null
  return (
    <BarChart
      title={w.counts}
      description={w.countsSum(sum)}
      bars={counts.map(({ state, amount }) => ({
        ...{ label: stateWords[state][locale], value: amount, text: String(amount) },
      }))}
    />
  )
}

function Fields({ fields, topic }: PublicListProps) {
  const { locale } = useRequest()
  const w = words(portalTexts, locale)
  const links = [{ code: '', vi: portalTexts.any.vi, en: portalTexts.any.en }, ...fields]
  return (
    <nav class="no-print" aria-label={w.byField}>
      <ul class="chips">
        {links.map((one) => (
          <li key={one.code}>
            <a
              class="chip"
              href={`${initiativesAddress}${one.code ? `?field=${one.code}` : ''}#published`}
              aria-current={one.code === topic ? 'page' : undefined}
            >
              {one[locale]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

type EntryProps = { initiative: Initiative; answer: string; fields: readonly Field[] }

function Entry({ initiative: i, answer, fields }: EntryProps) {
  const { locale } = useRequest()
  const w = words(portalTexts, locale)
  const day = dayOf(i.receivedAt)
  return (
    <article class="story">
      <div class="story-words">
        <h3>
          <a href={publicAddress(i.id)}>{i.publicTitle}</a>
        </h3>
        <p class="story-facts">
          <span>{nameOf(fields, i.topic, locale)}</span> <time dateTime={day}>{showDay(day)}</time>
          <StatusTag look={stateLooks[i.state]}>{stateWords[i.state][locale]}</StatusTag>
        </p>
        {answer && (
          <p class="story-about">
            {w.answer}: {answer}
          </p>
        )}
      </div>
    </article>
  )
}

export interface PublicPageProps {
  initiative: Initiative
  /** What was answered, the newest first. */
  answers: readonly { at: Date; state: InitiativeState; words: string }[]
  fields: readonly Field[]
  unitName: string | null
}

/** One idea as everybody may read it: its public words, how it stands, and every answer. */
export function PublicPage({ initiative: i, answers, fields, unitName }: PublicPageProps) {
  const { locale } = useRequest()
  const w = words(portalTexts, locale)
  return (
    <>
      <PageHead
        kicker={nameOf(fields, i.topic, locale)}
        title={i.publicTitle}
        tags={<StatusTag look={stateLooks[i.state]}>{stateWords[i.state][locale]}</StatusTag>}
      />
      <section aria-labelledby="idea" class="prose">
        <h2 id="idea">{w.idea}</h2>
        <Paragraphs text={i.publicText} />
      </section>
      <section aria-labelledby="answer" class="prose">
        <h2 id="answer">{w.answer}</h2>
        {answers.map((a) => (
          <div key={a.at.getTime()}>
            <p class="story-facts">
              <span>{stateWords[a.state][locale]}</span>{' '}
              <time dateTime={dayOf(a.at)}>{showDay(dayOf(a.at))}</time>
            </p>
            <Paragraphs text={a.words} />
          </div>
        ))}
      </section>
      <SummaryList
        facts={[
          { label: w.sentBy, value: senderWords[i.senderKind][locale] },
          { label: w.sentOn, value: showDay(dayOf(i.receivedAt)) },
          ...(unitName ? [{ label: w.unit, value: unitName }] : []),
          ...(i.dueDay && ['assigned', 'trial'].includes(i.state)
            ? [{ label: w.due, value: showDay(i.dueDay) }]
            : []),
        ]}
      />
    </>
  )
}

export function Paragraphs({ text }: { text: string }) {
  return (
    <>
      {text
        .split(/\n\s*\n/)
        .filter(Boolean)
        .map((part) => (
          <p key={part} class="letter">
            {part}
          </p>
        ))}
    </>
  )
}

export function nameOf(fields: readonly Field[], code: string, locale: 'vi' | 'en'): string {
  return fields.find((f) => f.code === code)?.[locale] ?? ''
}
