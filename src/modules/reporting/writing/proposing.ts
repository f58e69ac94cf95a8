import type { Tx } from '../../../lib/db/db.ts'
import type { Obligation } from '../obligation.ts'
import type { TemplateDefinition } from '../template.ts'
import type { Window } from './facts.sql.ts'

export async function proposeWords(
  _tx: Tx,
  _provinceId: number,
  _versionId: number,
  _definition: TemplateDefinition,
  _about: { window: Window; obligation: Obligation },
  _now: Date,
): Promise<void> {}
