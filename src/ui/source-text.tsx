import { Icon } from './icon.tsx'
import { type Mark, splitLines } from './source-split.ts'
import { useWords } from './words.ts'

export type { Mark }

/** Anchor of a mark in the source text; fields link to it. */
export function sourceAnchor(id: string): string {
  return `source-${id}`
}

type SourceTextProps = {
  text: string
  marks: readonly Mark[]
  /** Anchor of the reading's field that a mark belongs to; default: the mark's id. */
  fieldAnchor?: (id: string) => string
}

/**
 * A text with the places marked that were read from it. Each mark is a link to its field, and
 * `<SourceLink>` beside the field leads back; without a script the browser's own :target lights them up.
 */
export function SourceText({ text, marks, fieldAnchor = (id) => id }: SourceTextProps) {
  const w = useWords()
  const named = new Set<string>()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
    <section class="source" aria-label={w.source} tabIndex={0} data-source>
      {splitLines(text, marks).map((line) => (
        <p key={line.start}>
          {line.pieces.map((piece) => {
            if (piece.mark === undefined) return piece.text
            const { id, label, doubtful } = piece.mark
            const first = !named.has(id)
            named.add(id)
            return (
              <a
                class={doubtful ? 'mark mark-doubtful' : 'mark'}
                id={first ? sourceAnchor(id) : undefined}
                href={`#${fieldAnchor(id)}`}
                data-mark={id}
                title={doubtful ? `${label}: ${w.doubtful}` : label}
                key={piece.start}
              >
                {piece.text}
              </a>
            )
          })}
        </p>
      ))}
    </section>
  )
}

/** Beside a field: leads to its place in the source text. */
export function SourceLink({ id, label }: { id: string; label: string }) {
  return (
    <a class="source-link" href={`#${sourceAnchor(id)}`} data-mark-link={id}>
      <Icon name="eye" />
      {label}
    </a>
  )
}
