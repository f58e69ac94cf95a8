import type { Actor } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import { type Day, dayOf } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { conflict, forbidden, invalid, notFound } from '../../../lib/errors.ts'
import { queueJob } from '../../../lib/jobs/jobs.ts'
import { unitAsOf } from '../../organisations/organisations.ts'
import { tellAired } from '../fieldwork/airing-news.ts'
import { texts as prepares } from '../prepared/prepared.texts.ts'
import { refuseHeld } from '../prepared/prepared.ts'
import { readinessOf } from '../prepared/readiness.ts'
import { airedBy, handedOver } from '../publishing.jobs.ts'
import { communeName } from '../reach/commune-name.ts'
import { mayWork, mayWorkFor } from '../reach/reach.policy.ts'
import { type Script, selectScripts, selectScriptsIn } from './broadcast.sql.ts'
import { texts as t } from './broadcast.texts.ts'
import { publicationsIn } from './package.ts'
import {
  type HandOver,
  insertHandOvers,
  insertPackage,
  lockPackage,
  type Package,
  selectHandOvers,
  selectPackage,
  updateClosed,
  updateHandOver,
} from './packages.sql.ts'
import { mayClose, playedSoFar } from './playing.ts'
import type { Proof } from './proof.ts'

export async function packageById(db: DbOrTx, provinceId: number, id: number): Promise<Package> {
  const found = await selectPackage(db, provinceId, id)
  if (!found) throw notFound()
  return found
}

/** How far the texts of a package are: one that is held back holds all of it. */
export async function textsIn(
  db: DbOrTx,
  provinceId: number,
  packages: readonly Package[],
): Promise<Script[]> {
  const ids = packages.flatMap((p) => p.items.map((i) => i.scriptId))
  return selectScriptsIn(db, provinceId, [...new Set(ids)])
}

/** Closes a package: scripts as they are now, whatever is changed later. */
export async function makePackage(
  tx: Tx,
  actor: Actor,
  input: { title: string; firstDay: Day; lastDay: Day; hours: string[]; scriptIds: readonly number[] },
  now: Date,
): Promise<number> {
  if (!mayWork(actor)) throw forbidden(t.notYours.vi, t.notYours.en)
  const scripts = await selectScripts(tx, actor.provinceId)
  const items = input.scriptIds.flatMap((id) => scripts.find((s) => s.id === id) ?? [])
  if (items.length === 0) throw invalid([{ field: 'scripts', ...t.needScripts }])
  if (items.some((s) => readinessOf(s) === 'stale')) throw conflict(prepares.stale.vi, prepares.stale.en)
  const id = await insertPackage(tx, actor.provinceId, {
    ...{ title: input.title, firstDay: input.firstDay, lastDay: input.lastDay, hours: input.hours },
    items: items.map(({ id: scriptId, publicationId, revision, title, lines, rate, audioId }) => ({
      ...{ scriptId, publicationId, revision, title, lines, rate, audioId },
    })),
    ...{ unitId: actor.grants[0]?.unitId ?? 0, madeAt: now, madeByName: actor.name },
  })
  await recordChange(tx, actor, now, {
    verb: 'broadcast.package',
    subject: { kind: 'loudspeaker_package', id },
    before: null,
    after: input,
  })
  return id
}

/** Hands a package to communes; those that have it already keep it as it was. Returns how many are new. */
export async function handOver(
  tx: Tx,
  actor: Actor,
  id: number,
  unitIds: readonly number[],
  now: Date,
): Promise<number> {
  const found = await openPackage(tx, actor, id)
  if (!mayWorkFor(actor, found.unitId)) throw forbidden(t.notYours.vi, t.notYours.en)
  for (const text of await textsIn(tx, actor.provinceId, [found])) refuseHeld(text)
  const fresh = await insertHandOvers(tx, actor.provinceId, id, unitIds, { name: actor.name, now })
  if (fresh.length > 0) await queueJob(tx, actor.provinceId, handedOver, { packageId: id, unitIds: fresh })
  await recordChange(tx, actor, now, {
    verb: 'broadcast.hand_over',
    subject: { kind: 'loudspeaker_package', id },
    before: null,
    after: { unitIds },
  })
  return fresh.length
}

/** The package, held until we are done. Refuses (`conflict`) one that was closed. */
async function openPackage(tx: Tx, actor: Actor, id: number): Promise<Package> {
  await lockPackage(tx, actor.provinceId, id)
  const found = await packageById(tx, actor.provinceId, id)
  if (found.closedAt) throw conflict(t.isClosed.vi, t.isClosed.en)
  return found
}

async function handedTo(tx: Tx, actor: Actor, id: number, unitId: number): Promise<HandOver> {
  const row = (await selectHandOvers(tx, actor.provinceId, id)).find((h) => h.unitId === unitId)
  if (!row) throw notFound()
  if (!mayWorkFor(actor, unitId)) throw forbidden(t.notYours.vi, t.notYours.en)
  return row
}

export async function takePackage(
  tx: Tx,
  actor: Actor,
  id: number,
  unitId: number,
  now: Date,
): Promise<void> {
  const row = await handedTo(tx, actor, id, unitId)
  await openPackage(tx, actor, id)
  if (row.takenAt) throw conflict(t.already.vi, t.already.en)
  await updateHandOver(tx, actor.provinceId, id, unitId, { taken_at: now, taken_by_name: actor.name })
  await recordChange(tx, actor, now, {
    verb: 'broadcast.take',
    subject: { kind: 'loudspeaker_package', id },
    before: null,
    after: { unitId },
  })
}

/** A commune proves that it was aired: kept with evidence, told as reach of every text in the package. */
export async function proveAired(
  tx: Tx,
  actor: Actor,
  id: number,
  unitId: number,
  proof: Proof,
  now: Date,
): Promise<void> {
  const found = await openPackage(tx, actor, id)
  const row = await handedTo(tx, actor, id, unitId)
  if (row.airedFrom) throw conflict(t.already.vi, t.already.en)
  if (found.items.some((i) => i.publicationId === null))
    throw conflict(prepares.notPublic.vi, prepares.notPublic.en)
  await updateHandOver(tx, actor.provinceId, id, unitId, {
    ...(row.takenAt ? {} : { taken_at: now, taken_by_name: actor.name }),
    ...{ aired_from: proof.from, aired_to: proof.to, times: proof.times, listeners: proof.listeners },
    ...{ proof_id: proof.fileId, note: proof.note, proved_at: now, proved_by_name: actor.name },
  })
  await tellPlayed(tx, actor, found, unitId, proof, now)
  await recordChange(tx, actor, now, {
    verb: 'broadcast.prove',
    subject: { kind: 'loudspeaker_package', id },
    before: null,
    after: { unitId, ...proof },
  })
}

/** Reach of every text in the package, and news for whoever counts the unit's deeds. */
async function tellPlayed(
  tx: Tx,
  actor: Actor,
  found: Package,
  unitId: number,
  { to: day, times, listeners, fileId }: Pick<Proof, 'to' | 'times' | 'listeners' | 'fileId'>,
  now: Date,
): Promise<void> {
  const unit = await unitAsOf(tx, actor.provinceId, unitId, day)
  const note = `${times} lần, gói “${found.title}”`
  const place = communeName(unit?.name ?? '')
  const figure = { day, listeners, channelKind: 'loudspeaker', place, note, times }
  const line = `handover:${found.id}:${unitId}`
  await tellAired(tx, actor, line, publicationsIn(found.items), figure, fileId, now)
  await queueJob(tx, actor.provinceId, airedBy, { packageId: found.id, unitId })
}

/** One press on the phone: played at every hour of its days until today. Evidence may follow (`addEvidence`). */
export async function markPlayed(tx: Tx, actor: Actor, id: number, unitId: number, now: Date): Promise<void> {
  const found = await packageById(tx, actor.provinceId, id)
  const planned = playedSoFar(found, dayOf(now))
  if (planned === null) throw conflict(t.notBegun.vi, t.notBegun.en)
  const rest = { listeners: null, fileId: null, note: '' }
  await proveAired(tx, actor, id, unitId, { ...planned, ...rest }, now)
}

/** A photo or a recording for what a commune said it had played; once. */
export async function addEvidence(
  tx: Tx,
  actor: Actor,
  id: number,
  unitId: number,
  fileId: number,
  now: Date,
): Promise<void> {
  const found = await openPackage(tx, actor, id)
  const row = await handedTo(tx, actor, id, unitId)
  const { airedTo: to, times, listeners } = row
  if (to === null || row.proofId !== null) throw conflict(t.already.vi, t.already.en)
  await updateHandOver(tx, actor.provinceId, id, unitId, { proof_id: fileId })
  await tellPlayed(tx, actor, found, unitId, { to, times: times ?? 1, listeners, fileId }, now)
  await recordChange(tx, actor, now, {
    verb: 'broadcast.evidence',
    subject: { kind: 'loudspeaker_package', id },
    before: null,
    after: { unitId, fileId },
  })
}

/**
 * Closes a package for ever: everybody who has it said that they played it, or its last day is past. Refuses (`conflict`)
 * before. Who did not play it stays written down as that.
 */
export async function closePackage(tx: Tx, actor: Actor, id: number, now: Date): Promise<void> {
  const found = await openPackage(tx, actor, id)
  if (!mayWorkFor(actor, found.unitId)) throw forbidden(t.notYours.vi, t.notYours.en)
  const rows = await selectHandOvers(tx, actor.provinceId, id)
  if (!mayClose(found, rows, dayOf(now))) throw conflict(t.notOver.vi, t.notOver.en)
  await updateClosed(tx, actor.provinceId, id, { at: now, byName: actor.name })
  const silent = rows.filter((r) => r.airedFrom === null).map((r) => r.unitId)
  await recordChange(tx, actor, now, {
    verb: 'broadcast.close',
    subject: { kind: 'loudspeaker_package', id },
    before: null,
    after: { played: rows.length - silent.length, silent },
  })
}
