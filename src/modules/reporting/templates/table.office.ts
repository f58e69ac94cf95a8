import { z } from 'zod'
import { type Fault, notFound } from '../../../lib/errors.ts'
import { type FormValues, parseForm, readForm } from '../../../lib/http/forms.ts'
import type { Request, Route } from '../../../lib/http/route.ts'
import { officePage, redirect } from '../../../ui/answer.tsx'
import type { FigureDefinition, TableDefinition } from '../template.ts'
import { editSection } from './figures.office.ts'
import { readRows, rowLines } from './fixed-rows.ts'
import { tableFormView } from './pages/views.tsx'
import { addressOf, at, code, editors, factsOf, needed, said, seen } from './templates.office.ts'
import { texts } from './templates.texts.ts'

/** The table of a section: its title and rows; its columns are figures (figures.office.ts). */
export const templateTableRoutes: readonly Route[] = [
  { method: 'GET', path: `${at}/sections/:code/table`, who: editors, handle: (c) => tableForm(c) },
  { method: 'POST', path: `${at}/sections/:code/table`, who: editors, handle: saveTable },
  { method: 'POST', path: `${at}/sections/:code/table/removal`, who: editors, handle: removeTable },
]

const rowKinds = ['forms', 'themes', 'audiences', 'fixed'] as const
const tableInput = z.object({
  code: code.optional(),
  titleVi: needed,
  titleEn: needed,
  rows: z.enum(rowKinds),
  fixed: z.string().max(20_000).optional(),
})

async function sectionOf(c: Request) {
  const { template, newest } = await seen(c)
  const section = newest.definition.sections.find((s) => s.code === c.req.param('code'))
  if (!section) throw notFound()
  return { template, section, definition: newest.definition }
}

async function tableForm(
  c: Request,
  kept?: { values: FormValues; faults: readonly Fault[] },
): Promise<Response> {
  const { template, section } = await sectionOf(c)
  const { table } = section
  const here = `${addressOf(c)}/sections/${section.code}/table`
  const title = table?.title[c.get('locale')] ?? texts.addTable[c.get('locale')]
  const stored = {
    titleVi: table?.title.vi ?? '',
    titleEn: table?.title.en ?? '',
    rows: table?.rows.kind ?? 'forms',
    fixed: table?.rows.kind === 'fixed' ? rowLines(table.rows.rows) : '',
  }
  const view = {
    ...{ title, isNew: table === null, back: addressOf(c), action: here },
    removal: table ? `${here}/removal` : null,
    values: kept?.values ?? stored,
    faults: kept?.faults ?? [],
  }
  return officePage(c, factsOf(c, template.name, title, kept), tableFormView(view))
}

async function saveTable(c: Request): Promise<Response> {
  const values = await readForm(c)
  const input = parseForm(tableInput, values)
  if (!input.ok) return tableForm(c, { values, faults: input.faults })
  const v = input.value
  const { section, definition } = await sectionOf(c)
  const own = section.table?.code ?? v.code ?? ''
  const taken = definition.sections.some((s) => s.code !== section.code && s.table?.code === own)
  const faults: Fault[] = []
  if (own === '' || taken) faults.push({ field: 'code', ...(own === '' ? texts.wrongCode : texts.codeTaken) })
  const fixed = v.rows === 'fixed' ? readRows(v.fixed ?? '') : { rows: [], faults: [] }
  if (faults.length + fixed.faults.length > 0)
    return tableForm(c, { values, faults: [...faults, ...fixed.faults] })
  const rows: TableDefinition['rows'] =
    v.rows === 'fixed' ? { kind: 'fixed', rows: fixed.rows } : { kind: v.rows }
  const table: TableDefinition = {
    ...{ code: own, title: { vi: v.titleVi, en: v.titleEn }, rows },
    columns: section.table?.columns ?? [firstColumn(own)],
  }
  await editSection(c, (s) => ({ ...s, table }))
  return redirect(c, addressOf(c), said('saved'))
}

function firstColumn(table: string): FigureDefinition {
  return {
    ...{ code: `${table}_count`, label: { vi: 'Số hoạt động', en: 'Activities' }, unit: null },
    source: { kind: 'activities', measure: 'count', where: {} },
    ...{ rollUp: 'sum', required: false, decimals: 0, checks: [] },
  }
}

async function removeTable(c: Request): Promise<Response> {
  await readForm(c)
  await editSection(c, (s) => ({ ...s, table: null }))
  return redirect(c, addressOf(c), said('saved'))
}
