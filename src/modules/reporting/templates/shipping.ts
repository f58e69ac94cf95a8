import type { Tx } from '../../../lib/db/db.ts'
import { templateDefinition } from '../template.ts'
import { shippedTemplates } from './shipped.data.ts'
import { insertTemplate, insertTemplateVersion } from './templates.sql.ts'

/** Gives a province the templates it lacks. May run again: what is there stays as the province changed it. */
export async function openTemplates(tx: Tx, provinceId: number, now: Date): Promise<void> {
  for (const { definition, ...template } of shippedTemplates) {
    const templateId = await insertTemplate(tx, provinceId, template)
    if (templateId === null) continue
    const version = { templateId, number: 1, state: 'published', note: null } as const
    const parsed = templateDefinition.parse(definition)
    await insertTemplateVersion(tx, provinceId, { ...version, definition: parsed }, 'Chung Tay', now)
  }
}

/** The shipped template of a programme, for duties that name none. */
export function defaultTemplate(programmeCode: string): string {
  return programmeCode === 'TTHC_CONTROL_COMMUNICATION' ? 'communication_in_tthc' : 'communication'
}
