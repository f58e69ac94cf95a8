import { recordChange } from '../../../lib/audit.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { type Handed, layInherited } from './inheriting.sql.ts'

/**
 * Offers the drafts of units that are gone to their heirs, section by section, wherever the heir's report is open;
 * nothing of the heir's own is overwritten, and the old report keeps its words. Safe to do again. Returns how many
 * texts were laid.
 */
export async function offerInherited(tx: Tx, provinceId: number, handed: Handed, now: Date): Promise<number> {
  const laid = await layInherited(tx, provinceId, handed)
  const program = { provinceId, accountId: null, name: 'Chung Tay' } as const
  for (const { reportId, sections } of laid)
    await recordChange(tx, program, now, {
      verb: 'report.inherit',
      subject: { kind: 'report', id: reportId },
      before: null,
      after: { sections },
    })
  return laid.reduce((n, r) => n + r.sections, 0)
}
