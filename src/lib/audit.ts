import type { Actor } from './actor.ts'
import type { Tx } from './db/db.ts'

/** One change of one thing. `before` and `after` hold only what the change touched; null: did not exist. */
export interface Change {
  /** What was done, as a verb of the domain: 'plan.submit'. */
  verb: string
  subject: { kind: string; id: number | string }
  before: unknown
  after: unknown
}

/** Who is written into the log: an actor, or the program itself (jobs). */
export type AuditedBy =
  | Pick<Actor, 'provinceId' | 'accountId' | 'name'>
  | { provinceId: number; accountId: null; name: string }

/** Writes a change into the audit log, in the caller's transaction: a change and its record stand or fall together. */
export async function recordChange(tx: Tx, by: AuditedBy, now: Date, change: Change): Promise<void> {
  await recordChanges(tx, by, now, [change])
}

/** The same for many changes of one moment, in one statement. */
export async function recordChanges(
  tx: Tx,
  by: AuditedBy,
  now: Date,
  changes: readonly Change[],
): Promise<void> {
  if (changes.length === 0) return
  await tx
    .insertInto('audit.entry')
    .values(
      changes.map((change) => ({
        province_id: by.provinceId,
        at: now,
        account_id: by.accountId,
        actor_name: by.name,
        verb: change.verb,
        subject_kind: change.subject.kind,
        subject_id: String(change.subject.id),
        before: asJson(change.before),
        after: asJson(change.after),
      })),
    )
    .execute()
}

function asJson(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value)
}
