import { notFound } from '../../../lib/errors.ts'
import type { FigureDefinition, SectionDefinition, TemplateDefinition } from '../template.ts'

/** A section of a template by its code. Refuses with not_found. */
export function sectionIn(definition: TemplateDefinition, code: string): SectionDefinition {
  const section = definition.sections.find((s) => s.code === code)
  if (!section) throw notFound()
  return section
}

/** A figure of a template by its code, single or a column of a table. Refuses with not_found. */
export function figureIn(definition: TemplateDefinition, code: string): FigureDefinition {
  const all = definition.sections.flatMap((s) => [...s.figures, ...(s.table?.columns ?? [])])
  const figure = all.find((f) => f.code === code)
  if (!figure) throw notFound()
  return figure
}
