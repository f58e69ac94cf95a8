import { useWords } from './words.ts'

/** Says on every page of a demonstration that nothing here is real. */
export function DemonstrationRibbon() {
  const w = useWords()
  return (
    <aside class="ribbon no-print" aria-label={w.demonstration}>
      <strong>{w.demonstration}</strong> <span class="ribbon-note">{w.demonstrationNote}</span>
    </aside>
  )
}
