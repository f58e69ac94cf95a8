import type { ComponentChildren } from 'preact'

/** Fields that belong together, under one legend. */
export function Fieldset({
  legend,
  legendLang,
  hint,
  children,
}: {
  legend: string
  /** Where the legend is quoted from a document, whatever language the page is in. */
  legendLang?: 'vi'
  hint?: string
  children: ComponentChildren
}) {
  return (
    <fieldset class="fieldset">
      <legend class="legend legend-l" lang={legendLang}>
        {legend}
      </legend>
      {hint && <p class="hint">{hint}</p>}
      {children}
    </fieldset>
  )
}
