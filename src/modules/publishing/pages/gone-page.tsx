import type { Locale } from '../../../lib/actor.ts'
import { words } from '../../../lib/text/words.ts'
import { Notice } from '../../../ui/notice.tsx'
import { texts } from '../portal.texts.ts'
import type { Reading } from '../reading.sql.ts'

/** Where something was: why it is gone. What was published in error is not even named. */
export function gonePage({ locale, reading: r }: { locale: Locale; reading: Reading }) {
  const w = words(texts, locale)
  const isError = r.state === 'in_error'
  return (
    <div class="article">
      <h1>{isError ? w.inError : w.gone}</h1>
      {!isError && (
        <p class="article-lead" lang={r.language}>
          {w.goneWas}: {r.title}
        </p>
      )}
      <Notice tone="info">{r.notice ?? ''}</Notice>
      <p>
        {w.goneNext} <a href="/portal">{w.toHome}</a>
      </p>
    </div>
  )
}
