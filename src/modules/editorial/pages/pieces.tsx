import type { Span } from '../../../lib/documents/out/official-document.ts'
import { words } from '../../../lib/text/words.ts'
import { useRequest } from '../../../ui/request.ts'
import { changeTexts } from '../items/changes.texts.ts'

/** Words taken out and put in, said as well for those who hear the page. */
export function Pieces({ spans }: { spans: readonly Span[] }) {
  const t = words(changeTexts, useRequest().locale)
  return (
    <>
      {spans.map((span, n) => {
        if (span.change === undefined) return <span key={n}>{span.text}</span>
        const Piece = span.change === 'deleted' ? 'del' : 'ins'
        return (
          <Piece key={n}>
            <span class="visually-hidden">{t[span.change]} </span>
            {span.text}
          </Piece>
        )
      })}
    </>
  )
}
