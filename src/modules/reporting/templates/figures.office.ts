import { z } from 'zod'
import type { Fault } from '../../../lib/errors.ts'
import { notFound } from '../../../lib/errors.ts'
import { type FormValues, parseForm, readForm } from '../../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { officePage, redirect } from '../../../ui/answer.tsx'
import { activityMeasures, type FigureDefinition, rollUps, type SectionDefinition } from '../template.ts'
import { checkValues, readChecks } from './checks-form.ts'
import { offeredLists } from './offered-lists.ts'
import { figureFormView } from './pages/views.tsx'
import { addressOf, at, code, codes, edit, editors, factsOf, needed, said, seen } from './templates.office.ts'
import { texts } from './templates.texts.ts'

/** A single figure of a section, or a column of its table. */
type Place = 'figures' | 'columns'

export const templateFigureRoutes: readonly Route[] = [...routesOf('figures'), ...routesOf('columns')]

function routesOf(place: Place): Route[] {
  const all = `${at}/sections/:code/${place}`
  const get = (path: string): Route => ({
    ...{ method: 'GET', path, who: editors, handle: (c) => figureForm(c, place) },
  })
  const post = (path: string, handle: (c: Request) => Promise<Response>): Route => ({
    ...{ method: 'POST', path, who: editors, handle },
  })
  return [
    get(`${all}/new`),
    post(`${all}/new`, (c) => saveFigure(c, place)),
    get(`${all}/:figure/edit`),
    post(`${all}/:figure/edit`, (c) => saveFigure(c, place)),
    post(`${all}/:figure/removal`, (c) => removeFigure(c, place)),
  ]
}

function figuresOf(s: SectionDefinition, place: Place): readonly FigureDefinition[] {
  return place === 'figures' ? s.figures : (s.table?.columns ?? [])
}

function withFigures(s: SectionDefinition, place: Place, figures: FigureDefinition[]): SectionDefinition {
  if (place === 'figures') return { ...s, figures }
  return s.table ? { ...s, table: { ...s.table, columns: figures } } : s
}

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
  rollUp: z.enum(rollUps).optional().catch(undefined),
  decimals: z.coerce.number().int().min(0).max(2).optional().catch(undefined),
})

async function figureForm(
  c: Request,
  place: Place,
  kept?: { values: FormValues; faults: readonly Fault[] },
): Promise<Response> {
  const { template, newest } = await seen(c)
  const section = newest.definition.sections.find((s) => s.code === c.req.param('code'))
  const own = section ? figuresOf(section, place) : []
  const figure = own.find((f) => f.code === c.req.param('figure'))
  const isNew = c.req.param('figure') === undefined
  if (!section || (!isNew && !figure) || (place === 'columns' && !section.table)) throw notFound()
  const here = `${addressOf(c)}/sections/${section.code}/${place}`
  const adding = place === 'figures' ? texts.addFigure : texts.addColumn
  const title = figure?.label[c.get('locale')] ?? adding[c.get('locale')]
  const view = {
    ...{ title, isNew, back: addressOf(c), faults: kept?.faults ?? [] },
    values: kept?.values ?? valuesOf(figure),
    action: figure ? `${here}/${figure.code}/edit` : `${here}/new`,
    removal: figure ? `${here}/${figure.code}/removal` : null,
    lists: await offeredLists(
      c.get('db'),
      actorOf(c).provinceId,
      figure?.source.kind === 'activities' ? figure.source.where : undefined,
    ),
  }
  return officePage(c, factsOf(c, template.name, title, kept), figureFormView(view))
}

function valuesOf(f: FigureDefinition | undefined): FormValues {
  if (!f) return { source: 'activities', measure: 'count', rollUp: 'sum', decimals: '0' }
  const { source } = f
  return {
    ...{ labelVi: f.label.vi, labelEn: f.label.en, unitVi: f.unit?.vi ?? '', source: source.kind },
    required: f.required ? ['1'] : [],
    ...{ rollUp: f.rollUp, decimals: String(f.decimals), ...checkValues(f.checks) },
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

async function saveFigure(c: Request, place: Place): Promise<Response> {
  const values = await readForm(c)
  const input = parseForm(figureInput, values)
  if (!input.ok) return figureForm(c, place, { values, faults: input.faults })
  const v = input.value
  const own = c.req.param('figure') ?? v.code ?? ''
  const { newest } = await seen(c)
  const all = newest.definition.sections.flatMap((s) => [...s.figures, ...(s.table?.columns ?? [])])
  const isNew = c.req.param('figure') === undefined
  if (isNew && (own === '' || all.some((f) => f.code === own)))
    return figureForm(c, place, {
      values,
      faults: [{ field: 'code', ...(own === '' ? texts.wrongCode : texts.codeTaken) }],
    })
  if (v.source === 'formula' && !v.expression)
    return figureForm(c, place, { values, faults: [{ field: 'expression', ...texts.needed }] })
  const { checks, faults } = readChecks(values)
  if (faults.length > 0) return figureForm(c, place, { values, faults })
  const before = all.find((f) => f.code === own)
  const figure: FigureDefinition = {
    // A formula is never added up: its parts are.
    rollUp: v.source === 'formula' ? 'recompute' : (v.rollUp ?? 'sum'),
    decimals: v.decimals ?? before?.decimals ?? (v.source === 'formula' ? 1 : 0),
    checks,
    ...{ code: own, label: { vi: v.labelVi, en: v.labelEn }, required: v.required === '1' },
    unit: v.unitVi ? { vi: v.unitVi, en: before?.unit?.vi === v.unitVi ? before.unit.en : v.unitVi } : null,
    source: sourceOf(v),
  }
  await editSection(c, (s) => {
    const all = figuresOf(s, place)
    return withFigures(s, place, isNew ? [...all, figure] : all.map((f) => (f.code === own ? figure : f)))
  })
  return redirect(c, addressOf(c), said('saved'))
}

function sourceOf(v: z.infer<typeof figureInput>): FigureDefinition['source'] {
  if (v.source === 'work') return { kind: 'work', measure: v.workMeasure }
  if (v.source === 'formula') return { kind: 'formula', expression: v.expression ?? '' }
  if (v.source === 'manual') return { kind: 'manual' }
  const where = { forms: v.forms, themes: v.themes, audiences: v.audiences }
  return { kind: 'activities', measure: v.measure, where }
}

async function removeFigure(c: Request, place: Place): Promise<Response> {
  const values = await readForm(c)
  const section = (await seen(c)).newest.definition.sections.find((s) => s.code === c.req.param('code'))
  if (place === 'columns' && section?.table?.columns.length === 1)
    return figureForm(c, place, { values, faults: [{ field: null, ...texts.lastColumn }] })
  await editSection(c, (s) => {
    const left = figuresOf(s, place).filter((f) => f.code !== c.req.param('figure'))
    return withFigures(s, place, left)
  })
  return redirect(c, addressOf(c), said('saved'))
}

export function editSection(c: Request, change: (s: SectionDefinition) => SectionDefinition): Promise<void> {
  return edit(c, (d) => ({
    ...d,
    sections: d.sections.map((s) => (s.code === c.req.param('code') ? change(s) : s)),
  }))
}
