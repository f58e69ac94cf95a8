import { z } from 'zod'
import type { Tx } from '../../../lib/db/db.ts'
import { type Fault, notFound, Refusal } from '../../../lib/errors.ts'
import { type FormValues, parseForm, readForm } from '../../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { words } from '../../../lib/text/words.ts'
import { officePage, redirect } from '../../../ui/answer.tsx'
import { draftSources, type SectionDefinition, type TemplateDefinition } from '../template.ts'
import { offeredLists } from './offered-lists.ts'
import { sectionFormView, templatesView, templateView } from './pages/views.tsx'
import { canEditTemplates } from './templates.policy.ts'
import { selectTemplate, selectTemplates, selectTemplateVersions } from './templates.sql.ts'
import { texts } from './templates.texts.ts'
import { beginDraft, copyTemplate, editDraft, moved, publishDraft, retireTemplate } from './templates.ts'

const readers = ['province_lead', 'administrator', 'auditor', 'agency_head', 'agency_officer'] as const
export const editors = ['province_lead', 'administrator'] as const
const root = '/reporting/templates'
export const at = `${root}/:id{[0-9]+}`

export const templateRoutes: readonly Route[] = [
  { method: 'GET', path: root, who: readers, handle: list },
  { method: 'GET', path: at, who: readers, handle: (c) => show(c) },
  { method: 'POST', path: `${at}/copies`, who: editors, handle: copy },
  { method: 'POST', path: `${at}/draft`, who: editors, handle: draft },
  { method: 'POST', path: `${at}/publication`, who: editors, handle: publish },
  { method: 'POST', path: `${at}/retirement`, who: editors, handle: retire },
  { method: 'POST', path: `${at}/title`, who: editors, handle: retitle },
  { method: 'GET', path: `${at}/sections/new`, who: editors, handle: (c) => sectionForm(c) },
  { method: 'POST', path: `${at}/sections/new`, who: editors, handle: saveSection },
  { method: 'GET', path: `${at}/sections/:code/edit`, who: editors, handle: (c) => sectionForm(c) },
  { method: 'POST', path: `${at}/sections/:code/edit`, who: editors, handle: saveSection },
  { method: 'POST', path: `${at}/sections/:code/move`, who: editors, handle: move },
  { method: 'POST', path: `${at}/sections/:code/removal`, who: editors, handle: removeSection },
]

function inTransaction<T>(c: Request, body: (tx: Tx) => Promise<T>): Promise<T> {
  return c.get('db').transaction().execute(body)
}

const idOf = (c: Request) => Number(c.req.param('id')) || 0
export const addressOf = (c: Request) => `${root}/${idOf(c)}`
export const said = (key: 'saved' | 'copied' | 'publishedNow') => ({ tone: 'good', ...texts[key] }) as const

async function list(c: Request): Promise<Response> {
  const { provinceId } = actorOf(c)
  const all = await selectTemplates(c.get('db'), provinceId)
  const templates = []
  for (const template of all) {
    templates.push({
      ...template,
      versions: await selectTemplateVersions(c.get('db'), provinceId, template.id),
    })
  }
  return officePage(c, { title: words(texts, c.get('locale')).templates }, templatesView({ templates }))
}

export async function seen(c: Request) {
  const { provinceId } = actorOf(c)
  const template = await selectTemplate(c.get('db'), provinceId, idOf(c))
  const versions = await selectTemplateVersions(c.get('db'), provinceId, idOf(c))
  if (!template || !versions[0]) throw notFound()
  return { template, versions, newest: versions[0] }
}

async function show(c: Request, faults: readonly Fault[] = []): Promise<Response> {
  const { template, versions, newest } = await seen(c)
  const wanted = Number(c.req.query('version')) || newest.number
  const version = versions.find((v) => v.number === wanted)
  if (!version) throw notFound()
  const t = words(texts, c.get('locale'))
  const facts = {
    title: template.name[c.get('locale')],
    crumbs: [{ href: root, label: t.templates }],
    status: faults.length > 0 ? (422 as const) : (200 as const),
  }
  const mayEdit = canEditTemplates(actorOf(c))
  return officePage(c, facts, templateView({ template, version, versions, mayEdit, faults }))
}

export const needed = z.string().min(2, `${texts.needed.vi} / ${texts.needed.en}`).max(400)
const copyInput = z.object({ nameVi: needed, nameEn: needed })

async function copy(c: Request): Promise<Response> {
  const input = parseForm(copyInput, await readForm(c))
  if (!input.ok) return show(c, input.faults)
  const name = { vi: input.value.nameVi, en: input.value.nameEn }
  const id = await inTransaction(c, (tx) => copyTemplate(tx, actorOf(c), idOf(c), { name }, c.get('now')))
  return redirect(c, `${root}/${id}`, said('copied'))
}

async function draft(c: Request): Promise<Response> {
  await inTransaction(c, (tx) => beginDraft(tx, actorOf(c), idOf(c), c.get('now')))
  return redirect(c, addressOf(c))
}

async function publish(c: Request): Promise<Response> {
  const note = String((await readForm(c))['note'] ?? '').slice(0, 500) || null
  try {
    await inTransaction(c, (tx) => publishDraft(tx, actorOf(c), idOf(c), { note }, c.get('now')))
  } catch (refusal) {
    if (refusal instanceof Refusal && refusal.kind === 'invalid') return show(c, refusal.faults)
    throw refusal
  }
  return redirect(c, addressOf(c), said('publishedNow'))
}

async function retire(c: Request): Promise<Response> {
  const retired = (await readForm(c))['retired'] === '1'
  await inTransaction(c, (tx) => retireTemplate(tx, actorOf(c), idOf(c), retired, c.get('now')))
  return redirect(c, addressOf(c))
}

const titleInput = z.object({ titleVi: needed, titleEn: needed })

async function retitle(c: Request): Promise<Response> {
  const input = parseForm(titleInput, await readForm(c))
  if (!input.ok) return show(c, input.faults)
  const { titleVi: vi, titleEn: en } = input.value
  await edit(c, (d) => ({ ...d, title: { vi, en } }))
  return redirect(c, addressOf(c), said('saved'))
}

export const codes = z.preprocess(
  (v) => (v === undefined || v === '' ? [] : [v].flat()),
  z.array(z.string().max(60)),
)
export const code = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,59}$/, `${texts.wrongCode.vi} / ${texts.wrongCode.en}`)
const asked = z.enum(['required', 'optional', 'none'])
const guidance = z.string().max(400).optional()
const sectionInput = z.object({
  code: code.optional(),
  headingVi: needed,
  headingEn: needed,
  guidanceVi: guidance,
  guidanceEn: guidance,
  narrative: asked,
  leastSyllables: z.coerce.number().int().min(0).max(500),
  evidence: asked,
  level: z.enum(['1', '2']).catch('1'),
  draftFrom: z.enum(['none', ...draftSources]).catch('none'),
  forms: codes,
  themes: codes,
  audiences: codes,
})

async function sectionForm(
  c: Request,
  kept?: { values: FormValues; faults: readonly Fault[] },
): Promise<Response> {
  const { template, newest } = await seen(c)
  const section = newest.definition.sections.find((s) => s.code === c.req.param('code'))
  const isNew = c.req.param('code') === undefined
  if (!isNew && !section) throw notFound()
  const t = words(texts, c.get('locale'))
  const stored: FormValues = {
    headingVi: section?.heading.vi ?? '',
    headingEn: section?.heading.en ?? '',
    guidanceVi: section?.guidance?.vi ?? '',
    guidanceEn: section?.guidance?.en ?? '',
    narrative: section?.narrative ?? 'optional',
    leastSyllables: String(section?.leastSyllables ?? 10),
    evidence: section?.evidence ?? 'none',
    level: String(section?.level ?? 1),
    draftFrom: section?.draft?.from ?? 'none',
    forms: section?.draft?.where.forms ?? [],
    themes: section?.draft?.where.themes ?? [],
    audiences: section?.draft?.where.audiences ?? [],
  }
  const title = section ? section.heading[c.get('locale')] : t.addSection
  const view = {
    ...{ title, isNew, back: addressOf(c), values: kept?.values ?? stored, faults: kept?.faults ?? [] },
    action: section ? `${addressOf(c)}/sections/${section.code}/edit` : `${addressOf(c)}/sections/new`,
    lists: await offeredLists(c.get('db'), actorOf(c).provinceId, section?.draft?.where),
  }
  return officePage(c, factsOf(c, template.name, title, kept), sectionFormView(view))
}

async function saveSection(c: Request): Promise<Response> {
  const values = await readForm(c)
  const input = parseForm(sectionInput, values)
  if (!input.ok) return sectionForm(c, { values, faults: input.faults })
  const v = input.value
  const isNew = c.req.param('code') === undefined
  const own = c.req.param('code') ?? v.code ?? ''
  const { newest } = await seen(c)
  const isTaken = newest.definition.sections.some((s) => s.code === own)
  if (isNew && (own === '' || isTaken))
    return sectionForm(c, {
      values,
      faults: [{ field: 'code', ...(own === '' ? texts.wrongCode : texts.codeTaken) }],
    })
  const words = v.guidanceVi ? { vi: v.guidanceVi, en: v.guidanceEn || v.guidanceVi } : null
  const facts = {
    heading: { vi: v.headingVi, en: v.headingEn },
    guidance: words,
    ...{ narrative: v.narrative, leastSyllables: v.leastSyllables, evidence: v.evidence },
    level: v.level === '2' ? 2 : 1,
    draft: draftOf(v),
  } as const
  const blank: SectionDefinition = { code: own, ...facts, figures: [], table: null }
  await edit(c, (d) => ({
    ...d,
    sections: isNew
      ? [...d.sections, blank]
      : d.sections.map((s) => (s.code === own ? { ...s, ...facts } : s)),
  }))
  return redirect(c, addressOf(c), said('saved'))
}

function draftOf(v: z.infer<typeof sectionInput>): SectionDefinition['draft'] {
  if (v.draftFrom === 'none') return null
  return { from: v.draftFrom, where: { forms: v.forms, themes: v.themes, audiences: v.audiences } }
}

async function move(c: Request): Promise<Response> {
  const by = (await readForm(c))['by'] === '-1' ? -1 : 1
  await edit(c, (d) => ({ ...d, sections: moved(d.sections, c.req.param('code') ?? '', by) }))
  return redirect(c, addressOf(c))
}

async function removeSection(c: Request): Promise<Response> {
  await readForm(c)
  await edit(c, (d) => {
    const sections = d.sections.filter((s) => s.code !== c.req.param('code'))
    return sections.length > 0 ? { ...d, sections } : d
  })
  return redirect(c, addressOf(c), said('saved'))
}

export function edit(c: Request, change: (d: TemplateDefinition) => TemplateDefinition): Promise<void> {
  return inTransaction(c, (tx) => editDraft(tx, actorOf(c), idOf(c), change, c.get('now')))
}

export function factsOf(c: Request, name: { vi: string; en: string }, title: string, kept: unknown) {
  const locale = c.get('locale')
  return {
    title,
    crumbs: [
      { href: root, label: texts.templates[locale] },
      { href: addressOf(c), label: name[locale] },
    ],
    status: kept ? (422 as const) : (200 as const),
  }
}
