import type { ComponentChildren } from 'preact'

/** Fields that belong together, under one legend. */
export function Fieldset({
  legend,
  hint,
  children,
}: {
  legend: string
  hint?: string
  children: ComponentChildren
}) {
  return (
    <fieldset class="fieldset">
      <legend class="legend legend-l">{legend}</legend>
      {hint && <p class="hint">{hint}</p>}
      {children}
    </fieldset>
  )
}
