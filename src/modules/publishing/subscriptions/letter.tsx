import { renderToString } from 'preact-render-to-string'
import type { Locale } from '../../../lib/actor.ts'
import { words } from '../../../lib/text/words.ts'
import { publicationAddress } from '../publication.ts'
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

/** A letter in plain text: complete by itself. */
export function letterText(facts: LetterFacts): string {
  const w = words(texts, facts.locale)
  const entries = facts.entries.map(
    (e) => `${e.title}\n${e.lead ? `${e.lead}\n` : ''}${facts.origin}${publicationAddress(e)}\n`,
  )
  return [
    facts.subject,
    '='.repeat(Math.min(60, facts.subject.length)),
    '',
    ...(facts.intro ? [facts.intro, ''] : []),
    ...entries.flatMap((entry) => [entry]),
    '--',
    `${w.whyLetter} ${facts.site}.`,
    `${w.change}: ${facts.preferences}`,
    `${w.stop}: ${facts.unsubscribe}`,
    '',
  ].join('\n')
}

/** The same as a page: no picture, no script, nothing that tells who opened it. */
export function letterHtml(facts: LetterFacts): string {
  return `<!doctype html>${renderToString(<Letter {...facts} />)}`
}

/** Mail programs that drop it show a plain, readable page. */
const looks = `body{margin:0;background:#f3f6f6;color:#12292c;font:17px/1.6 Arial,Helvetica,sans-serif}
main{max-width:600px;margin:0 auto;padding:24px;background:#fff}
h1{font-size:24px;line-height:1.35}h2{font-size:19px;line-height:1.4;margin:0 0 8px}
a{color:#0f5a60}.site,.foot{font-size:15px;color:#4b6265}
article{border-top:1px solid #d5dfe0;padding:16px 0}article p{margin:0}.foot{border-top:1px solid #d5dfe0;padding-top:16px}`

function Letter(facts: LetterFacts) {
  const w = words(texts, facts.locale)
  return (
    <html lang={facts.locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{facts.subject}</title>
        <style>{looks}</style>
      </head>
      <body>
        <main>
          <p class="site">{facts.site}</p>
          <h1>{facts.subject}</h1>
          {facts.intro
            .split(/\n+/)
            .filter(Boolean)
            .map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          {facts.entries.map((entry) => (
            <article key={entry.id}>
              <h2>
                <a href={facts.origin + publicationAddress(entry)}>{entry.title}</a>
              </h2>
              {entry.lead && <p>{entry.lead}</p>}
            </article>
          ))}
          <p class="foot">
            {w.whyLetter} {facts.site}. <a href={facts.preferences}>{w.change}</a> ·{' '}
            <a href={facts.unsubscribe}>{w.stop}</a>
          </p>
        </main>
      </body>
    </html>
  )
}
