import { z } from 'zod'
import type { Fault } from '../../../lib/errors.ts'
import { notFound } from '../../../lib/errors.ts'
import { type FormValues, parseForm, readForm } from '../../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { officePage, redirect } from '../../../ui/answer.tsx'
import { catalogueOf } from '../../plans/plans.ts'
import { activityMeasures, type FigureDefinition, type SectionDefinition } from '../template.ts'
import { figureFormView } from './pages/views.tsx'
import { addressOf, at, code, edit, editors, factsOf, needed, said, seen } from './templates.office.ts'
import { texts } from './templates.texts.ts'

export const templateFigureRoutes: readonly Route[] = [
  { method: 'GET', path: `${at}/sections/:code/figures/new`, who: editors, handle: (c) => figureForm(c) },
  { method: 'POST', path: `${at}/sections/:code/figures/new`, who: editors, handle: saveFigure },
  {
    method: 'GET',
    path: `${at}/sections/:code/figures/:figure/edit`,
    who: editors,
    handle: (c) => figureForm(c),
  },
  { method: 'POST', path: `${at}/sections/:code/figures/:figure/edit`, who: editors, handle: saveFigure },
  {
    method: 'POST',
    path: `${at}/sections/:code/figures/:figure/removal`,
    who: editors,
    handle: removeFigure,
  },
]

const codes = z.preprocess(
  (v) => (v === undefined || v === '' ? [] : [v].flat()),
  z.array(z.string().max(60)),
)
const figureInput = z.object({
  code: code.optional(),
  labelVi: needed,
  labelEn: needed,
  unitVi: z.string().max(60).optional(),
  source: z.enum(['activities', 'work', 'formula', 'manual']),
  measure: z.enum(activityMeasures).catch('count'),
  forms: codes,
  themes: codes,
  audiences: codes,
  workMeasure: z.enum(['planned', 'done', 'done_in_time']).catch('planned'),
  expression: z.string().max(400).optional(),
  required: z.string().optional(),
})

async function figureForm(
  c: Request,
  kept?: { values: FormValues; faults: readonly Fault[] },
): Promise<Response> {
  const { template, newest } = await seen(c)
  const section = newest.definition.sections.find((s) => s.code === c.req.param('code'))
  const figure = section?.figures.find((f) => f.code === c.req.param('figure'))
  const isNew = c.req.param('figure') === undefined
  if (!section || (!isNew && !figure)) throw notFound()
  const here = `${addressOf(c)}/sections/${section.code}/figures`
  const title = figure?.label[c.get('locale')] ?? texts.addFigure[c.get('locale')]
  const view = {
    ...{ title, isNew, back: addressOf(c), faults: kept?.faults ?? [] },
    values: kept?.values ?? valuesOf(figure),
    action: figure ? `${here}/${figure.code}/edit` : `${here}/new`,
    removal: figure ? `${here}/${figure.code}/removal` : null,
    lists: await catalogueOf(c.get('db'), actorOf(c).provinceId),
  }
  return officePage(c, factsOf(c, template.name, title, kept), figureFormView(view))
}

function valuesOf(f: FigureDefinition | undefined): FormValues {
  if (!f) return { source: 'activities', measure: 'count' }
  const { source } = f
  return {
    ...{ labelVi: f.label.vi, labelEn: f.label.en, unitVi: f.unit?.vi ?? '', source: source.kind },
    required: f.required ? ['1'] : [],
    ...(source.kind === 'activities'
      ? {
          measure: source.measure,
          forms: source.where.forms ?? [],
          themes: source.where.themes ?? [],
          audiences: source.where.audiences ?? [],
        }
      : {}),
    ...(source.kind === 'work' ? { workMeasure: source.measure } : {}),
    ...(source.kind === 'formula' ? { expression: source.expression } : {}),
  }
}

async function saveFigure(c: Request): Promise<Response> {
  const values = await readForm(c)
  const input = parseForm(figureInput, values)
  if (!input.ok) return figureForm(c, { values, faults: input.faults })
  const v = input.value
  const own = c.req.param('figure') ?? v.code ?? ''
  const { newest } = await seen(c)
  const all = newest.definition.sections.flatMap((s) => [...s.figures, ...(s.table?.columns ?? [])])
  const isNew = c.req.param('figure') === undefined
  if (isNew && (own === '' || all.some((f) => f.code === own)))
    return figureForm(c, {
      values,
      faults: [{ field: 'code', ...(own === '' ? texts.wrongCode : texts.codeTaken) }],
    })
  if (v.source === 'formula' && !v.expression)
    return figureForm(c, { values, faults: [{ field: 'expression', ...texts.needed }] })
  const before = all.find((f) => f.code === own)
  const figure: FigureDefinition = {
    ...{
      rollUp: v.source === 'formula' ? 'recompute' : 'sum',
      decimals: v.source === 'formula' ? 1 : 0,
      checks: [],
    },
    ...before,
    ...{ code: own, label: { vi: v.labelVi, en: v.labelEn }, required: v.required === '1' },
    unit: v.unitVi ? { vi: v.unitVi, en: before?.unit?.vi === v.unitVi ? before.unit.en : v.unitVi } : null,
    source: sourceOf(v),
  }
  await editSection(c, (s) => ({
    ...s,
    figures: isNew ? [...s.figures, figure] : s.figures.map((f) => (f.code === own ? figure : f)),
  }))
  return redirect(c, addressOf(c), said('saved'))
}

function sourceOf(v: z.infer<typeof figureInput>): FigureDefinition['source'] {
  if (v.source === 'work') return { kind: 'work', measure: v.workMeasure }
  if (v.source === 'formula') return { kind: 'formula', expression: v.expression ?? '' }
  if (v.source === 'manual') return { kind: 'manual' }
  const where = { forms: v.forms, themes: v.themes, audiences: v.audiences }
  return { kind: 'activities', measure: v.measure, where }
}

async function removeFigure(c: Request): Promise<Response> {
  await readForm(c)
  await editSection(c, (s) => ({ ...s, figures: s.figures.filter((f) => f.code !== c.req.param('figure')) }))
  return redirect(c, addressOf(c), said('saved'))
}

function editSection(c: Request, change: (s: SectionDefinition) => SectionDefinition): Promise<void> {
  return edit(c, (d) => ({
    ...d,
    sections: d.sections.map((s) => (s.code === c.req.param('code') ? change(s) : s)),
  }))
}
