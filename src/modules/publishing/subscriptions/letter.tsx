import { createHash } from 'node:crypto'
import { renderToString } from 'preact-render-to-string'
import type { Locale } from '../../../lib/actor.ts'
import { words } from '../../../lib/text/words.ts'
import { publicationAddress, publicationKinds } from '../publication.ts'
import { letterLooks } from './letter-looks.ts'
import type { LetterEntry } from './newsletters.sql.ts'
import { texts } from './subscriptions.texts.ts'

export interface LetterFacts {
  locale: Locale
  site: string
  /** Address of the portal, without a slash at the end. */
  origin: string
  subject: string
  intro: string
  entries: readonly LetterEntry[]
  /** Links of this reader alone. */
  preferences: string
  unsubscribe: string
}

/** So many are told with their first lines; of a month with more, the rest are titles: a letter is read in a minute. */
const toldAtLength = 8

/** A letter in plain text: complete by itself, in lines that every program shows whole. */
export function letterText(facts: LetterFacts): string {
  const w = words(texts, facts.locale)
  const entries = facts.entries.flatMap((e, i) => [
    ...lines(`${i + 1}. ${e.title}`),
    ...(i < toldAtLength ? lines(e.lead) : []),
    `→ ${facts.origin}${publicationAddress(e)}`,
    '',
  ])
  return [
    facts.site,
    ...lines(facts.subject),
    '='.repeat(Math.min(lineLength, facts.subject.length)),
    '',
    ...facts.intro.split('\n').flatMap((line) => (line ? lines(line) : [''])),
    ...(facts.intro ? [''] : []),
    ...entries,
    '-- ',
    ...lines(`${w.whyLetter} ${facts.site}.`),
    `${w.change}: ${facts.preferences}`,
    `${w.stop}: ${facts.unsubscribe}`,
    '',
  ].join('\n')
}

const lineLength = 72

/** A paragraph broken between words. */
function lines(text: string): string[] {
  const made: string[] = []
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = made.at(-1)
    if (last === undefined || last.length + word.length >= lineLength) made.push(word)
    else made[made.length - 1] = `${last} ${word}`
  }
  return made
}

/** The same as a page: no picture, no script, nothing that tells who opened it. */
export function letterHtml(facts: LetterFacts): string {
  return `<!doctype html>${renderToString(<Letter {...facts} />)}`
}

/** What a browser may do with the page of a letter: show it in its looks. */
export const letterPolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(letterLooks).digest('base64')}'`

function Letter(facts: LetterFacts) {
  const w = words(texts, facts.locale)
  return (
    <html lang={facts.locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{facts.subject}</title>
        <style>{letterLooks}</style>
      </head>
      <body>
        {/* Word draws letters in Outlook: it knows tables only. */}
        <table role="presentation" class="page" width="100%" cellSpacing="0" cellPadding="0">
          <tr>
            <td align="center">
              <table role="presentation" class="sheet" width="100%" cellSpacing="0" cellPadding="0">
                <tr>
                  <td class="in">
                    <p class="site">{facts.site}</p>
                    <h1>{facts.subject}</h1>
                    {facts.intro
                      .split(/\n+/)
                      .filter(Boolean)
                      .map((paragraph) => (
                        <p class="intro" key={paragraph}>
                          {paragraph}
                        </p>
                      ))}
                    {facts.entries.slice(0, toldAtLength).map((entry) => (
                      <Entry key={entry.id} entry={entry} facts={facts} />
                    ))}
                    <Others facts={facts} entries={facts.entries.slice(toldAtLength)} />
                    <p class="foot">
                      {w.whyLetter} {facts.site}.<br />
                      <a href={facts.preferences}>{w.change}</a>
                      {'  ·  '}
                      <a href={facts.unsubscribe}>{w.stop}</a>
                    </p>
                  </td>
                </tr>
              </table>
            </td>
          </tr>
        </table>
      </body>
    </html>
  )
}

function Others({ entries, facts }: { entries: readonly LetterEntry[]; facts: LetterFacts }) {
  if (entries.length === 0) return null
  return (
    <div class="entry">
      <h2>{words(texts, facts.locale).alsoNew}</h2>
      {entries.map((entry) => (
        <p class="other" key={entry.id}>
          <a href={facts.origin + publicationAddress(entry)}>{entry.title}</a>
        </p>
      ))}
    </div>
  )
}

function Entry({ entry, facts }: { entry: LetterEntry; facts: LetterFacts }) {
  const w = words(texts, facts.locale)
  const href = facts.origin + publicationAddress(entry)
  return (
    <div class="entry">
      <p class="kind">{publicationKinds[entry.kind][facts.locale]}</p>
      <h2>
        <a href={href}>{entry.title}</a>
      </h2>
      {entry.lead && <p class="lead">{entry.lead}</p>}
      <p class="on">
        <a href={href} aria-label={`${w.readOn}: ${entry.title}`}>
          {w.readOn} →
        </a>
      </p>
    </div>
  )
}
