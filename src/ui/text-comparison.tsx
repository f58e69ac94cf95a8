import type { ComparedLine } from '../lib/richtext/compare.ts'
import { Icon } from './icon.tsx'
import { useWords } from './words.ts'

/**
 * What changed between two versions of a text (`wordDiff`): inserted and deleted words as `ins` and `del`, which are
 * underlined and struck out, and said in words for those who hear the page.
 */
export function TextComparison({ lines }: { lines: readonly ComparedLine[] }) {
  const w = useWords()
  const count = (change: ComparedLine['change']) => lines.filter((line) => line.change === change).length
  const counts = w.compareCounts(count('inserted'), count('deleted'), count('words') + count('looks'))
  return (
    <div class="compared">
      <p class="soft">{lines.every((line) => line.change === 'none') ? w.compareSame : counts}</p>
      {lines.map((line, at) => (
        <Line key={at} line={line} />
      ))}
    </div>
  )
}

function Line({ line }: { line: ComparedLine }) {
  const w = useWords()
  const note = {
    none: null,
    words: w.compareWords,
    looks: w.compareLooks,
    inserted: w.compareInserted,
    deleted: w.compareDeleted,
  }[line.change]
  const mark = line.kind === 'heading' ? '#'.repeat(Number(line.mark)) : line.mark.trim()
  return (
    <div class={`compared-line compared-${line.change} compared-${line.kind}`}>
      <p class="compared-note">{note}</p>
      <div class="compared-text">
        {mark && <span class="soft">{mark} </span>}
        {line.kind === 'image' && <Icon name="image" />}
        {line.spans.map((span, at) => (
          <Span key={at} {...span} />
        ))}
        {line.before !== undefined && (
          <p class="small soft">
            {w.before} {line.before || w.none} → {w.after} {line.after || w.none}
          </p>
        )}
      </div>
    </div>
  )
}

function Span({ text, change }: ComparedLine['spans'][number]) {
  const w = useWords()
  if (change === undefined) return <span>{text}</span>
  const Tag = change === 'inserted' ? 'ins' : 'del'
  return (
    <Tag>
      <span class="visually-hidden">{change === 'inserted' ? w.insertedFrom : w.deletedFrom} </span>
      {text}
      <span class="visually-hidden"> {change === 'inserted' ? w.insertedTo : w.deletedTo} </span>
    </Tag>
  )
}
