import type { Actor } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { conflict, invalid, notFound } from '../../../lib/errors.ts'
import { catalogueOf } from '../../plans/plans.ts'
import type { SectionDefinition, TemplateDefinition } from '../template.ts'
import { templateFaults } from './checking.ts'
import { refuseUnlessEditor } from './templates.policy.ts'
import {
  insertTemplate,
  insertTemplateVersion,
  type KeptVersion,
  selectTemplate,
  selectTemplateVersions,
  updateDraft,
  updateTemplate,
} from './templates.sql.ts'

/** A template of one's own, from the newest version of another. Returns its id. */
export async function copyTemplate(
  tx: Tx,
  actor: Actor,
  templateId: number,
  input: { name: { vi: string; en: string } },
  now: Date,
): Promise<number> {
  refuseUnlessEditor(actor)
  const from = await selectTemplate(tx, actor.provinceId, templateId)
  const [newest] = await selectTemplateVersions(tx, actor.provinceId, templateId)
  if (!from || !newest) throw notFound()
  const all = { ...from, name: input.name }
  let id: number | null = null
  for (let n = 2; id === null && n < 100; n++)
    id = await insertTemplate(tx, actor.provinceId, { ...all, code: `${from.code}_${n}` })
  if (id === null) throw conflict('Mẫu này đã được sao chép quá nhiều lần.', 'Copied too many times.')
  const version = {
    templateId: id,
    number: 1,
    state: 'draft',
    definition: newest.definition,
    note: null,
  } as const
  await insertTemplateVersion(tx, actor.provinceId, version, actor.name, now)
  await record(tx, actor, now, 'template.copy', id, { from: templateId, name: input.name })
  return id
}

/** Begins a new version from the published one; where one is begun already, that. */
export async function beginDraft(tx: Tx, actor: Actor, templateId: number, now: Date): Promise<void> {
  refuseUnlessEditor(actor)
  const [newest] = await selectTemplateVersions(tx, actor.provinceId, templateId)
  if (!newest) throw notFound()
  if (newest.state === 'draft') return
  const { definition, number } = newest
  const draft = { templateId, number: number + 1, state: 'draft', definition, note: null } as const
  await insertTemplateVersion(tx, actor.provinceId, draft, actor.name, now)
  await record(tx, actor, now, 'template.draft', templateId, { number: number + 1 })
}

/** Changes a draft. What `change` returns takes the place of the definition. */
export async function editDraft(
  tx: Tx,
  actor: Actor,
  templateId: number,
  change: (definition: TemplateDefinition) => TemplateDefinition,
  now: Date,
): Promise<void> {
  refuseUnlessEditor(actor)
  const draft = await draftOf(tx, actor, templateId)
  const definition = change(structuredClone(draft.definition))
  if (!(await updateDraft(tx, actor.provinceId, draft.id, { definition }))) throw publishedMeanwhile()
  await record(tx, actor, now, 'template.edit', templateId, { number: draft.number, definition })
}

/** Publishes a draft once nothing is wrong with it; reports begun before keep their version. */
export async function publishDraft(
  tx: Tx,
  actor: Actor,
  templateId: number,
  input: { note: string | null },
  now: Date,
): Promise<void> {
  refuseUnlessEditor(actor)
  const draft = await draftOf(tx, actor, templateId)
  const faults = templateFaults(draft.definition, await catalogueOf(tx, actor.provinceId))
  if (faults.length > 0) throw invalid(faults)
  const published = { state: 'published', at: now, note: input.note } as const
  if (!(await updateDraft(tx, actor.provinceId, draft.id, published))) throw publishedMeanwhile()
  await record(tx, actor, now, 'template.publish', templateId, { number: draft.number, note: input.note })
}

/** New duties do not offer a retired template; reports and duties that have it keep it. */
export async function retireTemplate(
  tx: Tx,
  actor: Actor,
  templateId: number,
  retired: boolean,
  now: Date,
): Promise<void> {
  refuseUnlessEditor(actor)
  if (!(await selectTemplate(tx, actor.provinceId, templateId))) throw notFound()
  await updateTemplate(tx, actor.provinceId, templateId, { retired })
  await record(tx, actor, now, 'template.retire', templateId, { retired })
}

/** Moves a section up or down by one place. */
export function moved(sections: readonly SectionDefinition[], code: string, by: -1 | 1): SectionDefinition[] {
  const at = sections.findIndex((s) => s.code === code)
  const to = at + by
  if (at < 0 || to < 0 || to >= sections.length) return [...sections]
  const all = [...sections]
  const [section] = all.splice(at, 1)
  if (section) all.splice(to, 0, section)
  return all
}

async function draftOf(tx: Tx, actor: Actor, templateId: number): Promise<KeptVersion> {
  const [newest] = await selectTemplateVersions(tx, actor.provinceId, templateId)
  if (!newest) throw notFound()
  if (newest.state !== 'draft')
    throw conflict(
      'Bản đã công bố không sửa được; hãy soạn bản mới của mẫu.',
      'A published version cannot change; begin a new one.',
    )
  return newest
}

function publishedMeanwhile() {
  return conflict(
    'Bản này vừa được công bố; hãy soạn bản mới.',
    'This version has just been published; begin a new one.',
  )
}

function record(tx: Tx, actor: Actor, now: Date, verb: string, id: number, after: unknown): Promise<void> {
  return recordChange(tx, actor, now, { verb, subject: { kind: 'template', id }, before: null, after })
}
