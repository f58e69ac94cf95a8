import type { Actor } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { conflict } from '../../../lib/errors.ts'
import type { Correction } from '../outlet.ts'
import { reasonIn } from '../reasons.ts'
import { type Corrected, insertCorrection, selectCorrections } from './corrections.sql.ts'

/** Why something is changed, and the newest correction that whoever changes it saw; 0: none. */
export interface Reason {
  why: string
  seen: number
}

/** What was changed of an entry, an orientation or an outlet, the newest first. */
export function correctionsOf(db: DbOrTx, provinceId: number, of: Corrected): Promise<Correction[]> {
  return selectCorrections(db, provinceId, of)
}

/**
 * Keeps what stood before a change, with who changes it and why. Call it with the row held (`lock…`). Refuses a reason
 * that says nothing (`invalid`), and a form that was opened before somebody else's change (`conflict`).
 */
export async function keepBefore(
  tx: Tx,
  actor: Actor,
  of: Corrected,
  change: { kind: Correction['kind']; was: Correction['was']; reason: Reason; verb: string; after: unknown },
  now: Date,
): Promise<void> {
  const why = reasonIn(change.reason.why)
  const [newest] = await selectCorrections(tx, actor.provinceId, of)
  if ((newest?.id ?? 0) !== change.reason.seen)
    throw conflict(
      'Có người vừa sửa mục này. Mở lại trang để xem bản mới nhất rồi sửa tiếp.',
      'Somebody has just changed this. Open the page again and go on from the newest.',
    )
  const { kind, was } = change
  await insertCorrection(tx, actor.provinceId, of, { kind, why, was, at: now, byName: actor.name })
  const id = Object.values(of)[0] as number
  const subject = 'entryId' in of ? 'press_entry' : 'orientationId' in of ? 'orientation' : 'outlet'
  await recordChange(tx, actor, now, {
    verb: change.verb,
    subject: { kind: subject, id },
    before: was,
    after: { why, ...(change.after as object) },
  })
}
