import type { Actor } from '../../../lib/actor.ts'
import { type AuditedBy, recordChange } from '../../../lib/audit.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { conflict, forbidden, invalid, notFound } from '../../../lib/errors.ts'
import type { Snapshot } from '../publication.ts'
import { mayWork } from '../reach/reach.policy.ts'
import { selectBrief } from '../reach/reach.sql.ts'
import {
  joinToPublication,
  markStale,
  type Prepared,
  selectPrepared,
  selectPreparedOf,
  updateAllowed,
  upsertPrepared,
} from './prepared.sql.ts'
import { texts as t } from './prepared.texts.ts'
import { type Ahead, mayLeave, readinessOf } from './readiness.ts'

const subject = (id: number) => ({ kind: 'prepared', id })

/** What printed matter and scripts are made of: a public text as it stands, or one that was prepared. */
export type MadeOf = { publicationId: number } | { preparedId: number }

export interface TextInHand {
  publicationId: number | null
  /** Of the publication. */
  version: number | null
  prepared: Prepared | null
  title: string
  unitId: number
}

/** Refuses (`invalid` at 'item') a publication that is not there, and what was prepared and has gone stale. */
export async function textInHand(tx: Tx, provinceId: number, of: MadeOf): Promise<TextInHand> {
  if ('publicationId' in of) {
    const found = await selectBrief(tx, provinceId, of.publicationId)
    if (found?.state !== 'live') throw invalid([{ field: 'item', ...t.needItem }])
    return { publicationId: found.id, ...found, prepared: null }
  }
  const prepared = await selectPrepared(tx, provinceId, of.preparedId)
  if (!prepared) throw notFound()
  if (prepared.staleAt && prepared.publicationId === null) throw conflict(t.stale.vi, t.stale.en)
  const { title, unitId } = prepared
  return { publicationId: null, version: null, prepared, title, unitId }
}

/** Refuses (`conflict`) to let out what is held back, with what has to happen first. */
export function refuseHeld(made: Ahead): void {
  const why = readinessOf(made) === 'stale' ? t.stale : t.notYet
  if (!mayLeave(made)) throw conflict(why.vi, why.en)
}

/** Whose it is: of what is not public yet the unit's whose text it is, so that those who approve it see it. */
export function unitOf(actor: Actor, { prepared, unitId }: TextInHand): number {
  return prepared ? unitId : (actor.grants[0]?.unitId ?? unitId)
}

/**
 * Takes an approved text that is not public yet, so that things can be made of it. `digest`: what the approval is bound
 * to; the same again is the same row. Who may, and that it is approved, the room that calls has decided. Returns its id.
 */
export async function prepareText(
  tx: Tx,
  actor: Actor,
  input: { snapshot: Snapshot; digest: string; number: number },
  now: Date,
): Promise<number> {
  if (!mayWork(actor)) throw forbidden(t.notYours.vi, t.notYours.en)
  const { snapshot, digest, number } = input
  const known = await selectPreparedOf(tx, actor.provinceId, snapshot.source, snapshot.language)
  const same = known.find((p) => p.digest === digest && p.staleAt === null)
  if (same) return same.id
  const row = { snapshot, digest, number, unitId: snapshot.unitId }
  const id = await upsertPrepared(tx, actor.provinceId, row, actor.name, now)
  await recordChange(tx, actor, now, {
    verb: 'prepared.take',
    subject: subject(id),
    before: null,
    after: { source: snapshot.source, language: snapshot.language, number, digest },
  })
  return id
}

/** Says that what is made of a text may leave before the text is public, or takes that back. */
export async function allowPrepared(
  tx: Tx,
  actor: Actor,
  id: number,
  allowed: boolean,
  now: Date,
): Promise<void> {
  const was = await selectPrepared(tx, actor.provinceId, id)
  if (!was) throw notFound()
  if (was.publicationId !== null) throw conflict(t.isPublic.vi, t.isPublic.en)
  if (was.staleAt !== null) throw conflict(t.stale.vi, t.stale.en)
  if ((was.allowedAt !== null) === allowed) return
  await updateAllowed(tx, actor.provinceId, id, allowed ? { at: now, byName: actor.name } : null)
  await recordChange(tx, actor, now, {
    verb: allowed ? 'prepared.allow' : 'prepared.forbid',
    subject: subject(id),
    before: { allowedBy: was.allowedByName },
    after: { allowedBy: allowed ? actor.name : null },
  })
}

/** A text is being changed, or is not wanted any more: what was made of it before it was public does not leave. */
export async function prepareNoMore(
  tx: Tx,
  by: AuditedBy,
  { source, language }: { source: string; language: string },
  now: Date,
): Promise<void> {
  for (const id of await markStale(tx, by.provinceId, source, language, now))
    await recordChange(tx, by, now, {
      verb: 'prepared.outdate',
      subject: subject(id),
      before: null,
      after: { staleAt: now },
    })
}

/**
 * A text is public now: what was made of exactly this text (`digest`) belongs to it, and its codes lead there. What was
 * made of an earlier one belongs to it as an old version.
 */
export async function joinPrepared(
  tx: Tx,
  provinceId: number,
  of: { source: string; language: string; digest: string },
  to: { publicationId: number; version: number },
): Promise<void> {
  for (const p of await selectPreparedOf(tx, provinceId, of.source, of.language)) {
    if (p.publicationId !== null) continue
    const version = p.digest === of.digest ? to.version : to.version - 1
    await joinToPublication(tx, provinceId, p.id, { publicationId: to.publicationId, version })
  }
}
