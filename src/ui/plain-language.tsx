import type { ComponentChild } from 'preact'
import { type Finding, findingKinds } from '../lib/text/plain-language/finding.ts'
import type { Grade, PlainLanguage } from '../lib/text/plain-language/plain-language.ts'
import { words } from '../lib/text/words.ts'
import { Details } from './details.tsx'
import { texts } from './plain-language.texts.ts'
import { useRequest } from './request.ts'
import { Table } from './table.tsx'
import { type StatusLook, StatusTag } from './tag.tsx'

const looks: Record<Grade, StatusLook> = {
  easy: { tone: 'good', icon: 'done' },
  fair: { tone: 'info', icon: 'half' },
  hard: { tone: 'warn', icon: 'warning' },
  very_hard: { tone: 'warn', icon: 'warning' },
}

/** More suggestions than anybody works through at once; the rest come when these are done. */
const shown = 60

type Props = {
  /** The text that was read, as it was given to `plainLanguage`. */
  text: string
  result: PlainLanguage
  /** Begins the ids of this page's marks, where several texts are shown. */
  id?: string
}

/**
 * A text with what could be plainer: marked by an underline and a number in it, and told beside it under the same
 * number. Advice, never a fault.
 */
export function PlainLanguageView({ text, result, id = 'plain' }: Props) {
  const t = words(texts, useRequest().locale)
  const findings = result.findings.slice(0, shown)
  return (
    <div class="plainness">
      <PlainScore result={result} />
      <p class="soft">{t.advice}</p>
      <div class="columns columns-wide">
        <section class="stack" aria-label={t.marked}>
          <div class="plain-text">{marked(text, findings, id, t.place)}</div>
        </section>
        <section class="stack" aria-label={t.suggestions(result.findings.length)}>
          {findings.length === 0 ? <p>{t.none}</p> : <Suggestions findings={findings} id={id} />}
          {result.findings.length > shown && <p class="soft">{t.more(result.findings.length - shown)}</p>}
        </section>
      </div>
      <Reasons result={result} />
    </div>
  )
}

/** The score with its grade in a word: for lists and for the head of a page. */
export function PlainScore({ result }: { result: Pick<PlainLanguage, 'score' | 'grade'> }) {
  const t = words(texts, useRequest().locale)
  return (
    <p class="plain-score">
      <strong>{t.outOf(result.score)}</strong>{' '}
      <StatusTag look={looks[result.grade]}>{t[result.grade]}</StatusTag>
    </p>
  )
}

function Suggestions({ findings, id }: { findings: readonly Finding[]; id: string }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <ol class="plain-list">
      {findings.map((one, at) => (
        <li key={`${one.kind}-${one.from}`} id={`${id}-${at + 1}`}>
          <p>
            <a href={`#${id}-mark-${at + 1}`} aria-label={t.place(at + 1)}>
              {at + 1}
            </a>{' '}
            <strong>{t[one.kind]}</strong>: “{shortened(one.text)}”
          </p>
          <p>{one.advice[locale]}</p>
        </li>
      ))}
    </ol>
  )
}

function shortened(text: string): string {
  const all = text.split(/\s+/)
  return all.length <= 14 ? text : `${all.slice(0, 8).join(' ')} … ${all.slice(-4).join(' ')}`
}

function Reasons({ result: { figures } }: { result: PlainLanguage }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const number = new Intl.NumberFormat(locale === 'vi' ? 'vi-VN' : 'en-GB')
  return (
    <Details summary={t.why}>
      <p>{t.mean(number.format(figures.meanSentence), figures.longestSentence)}</p>
      <Table
        caption={t.why}
        columns={[
          { key: 'kind', label: t.title, main: true, cell: (kind) => t[kind] },
          { key: 'times', label: t.times, numeric: true, cell: (kind) => figures.counts[kind] },
          { key: 'taken', label: t.taken, numeric: true, cell: (kind) => number.format(figures.taken[kind]) },
        ]}
        rows={findingKinds}
        rowKey={(kind) => kind}
      />
    </Details>
  )
}

/** The text cut at every border of a finding; each piece lies in the marks that cover it. */
function marked(
  text: string,
  findings: readonly Finding[],
  id: string,
  place: (n: number) => string,
): ComponentChild[] {
  const borders = new Set([0, text.length, ...findings.flatMap((one) => [one.from, one.to])])
  const cuts = [...borders].sort((a, b) => a - b)
  return cuts.slice(0, -1).map((from, at) => {
    const to = cuts[at + 1] ?? text.length
    const covering = findings.filter((one) => one.from <= from && to <= one.to)
    const numbers = findings.flatMap((one, n) => (one.from === from ? [n + 1] : []))
    const kinds = new Set(covering.map((one) => `plain-${one.kind}`))
    const piece = text.slice(from, to)
    return (
      <span key={from}>
        {numbers.map((n) => (
          <a key={n} class="plain-number" id={`${id}-mark-${n}`} href={`#${id}-${n}`} aria-label={place(n)}>
            {n}
          </a>
        ))}
        {kinds.size > 0 ? <mark class={[...kinds].join(' ')}>{piece}</mark> : piece}
      </span>
    )
  })
}
