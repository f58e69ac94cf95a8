import type { Actor } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { conflict, forbidden, invalid, notFound } from '../../../lib/errors.ts'
import { queueJob } from '../../../lib/jobs/jobs.ts'
import { storedRichText } from '../../../lib/richtext/parse.ts'
import { unitAsOf } from '../../organisations/organisations.ts'
import { tellAired } from '../fieldwork/airing-news.ts'
import { texts as prepares } from '../prepared/prepared.texts.ts'
import { type MadeOf, refuseHeld, textInHand, unitOf } from '../prepared/prepared.ts'
import { readinessOf } from '../prepared/readiness.ts'
import { selectWords } from '../printed/words.sql.ts'
import { airedBy, handedOver, slotAired } from '../publishing.jobs.ts'
import { communeName } from '../reach/commune-name.ts'
import { mayWork, mayWorkFor } from '../reach/reach.policy.ts'
import { factsToSay } from '../told-facts.ts'
import {
  insertScript,
  insertSlot,
  type Script,
  selectScript,
  selectScripts,
  selectScriptsIn,
  updateAired,
  updateAudio,
  updateScript,
} from './broadcast.sql.ts'
import { texts as t } from './broadcast.texts.ts'
import { publicationsIn } from './package.ts'
import {
  type HandOver,
  insertHandOvers,
  insertPackage,
  type Package,
  selectHandOvers,
  selectPackage,
  updateHandOver,
} from './packages.sql.ts'
import type { Proof } from './proof.ts'
import { readScript, scriptOf } from './script.ts'

export async function scriptById(db: DbOrTx, provinceId: number, id: number): Promise<Script> {
  const script = await selectScript(db, provinceId, id)
  if (!script) throw notFound()
  return script
}

/** A first script of a publication, to be read aloud and mended. */
export async function makeScript(
  tx: Tx,
  actor: Actor,
  { station, rate, slotSeconds, ...of }: MadeOf & { station: string; rate: number; slotSeconds: number },
  now: Date,
): Promise<number> {
  if (!mayWork(actor)) throw forbidden(t.notYours.vi, t.notYours.en)
  const { provinceId } = actor
  const hand = await textInHand(tx, provinceId, of)
  const { publicationId, version, prepared, title } = hand
  const from = { publicationId, version, preparedId: prepared?.id ?? null }
  const words = await selectWords(tx, provinceId, from)
  const text = {
    title,
    lead: words?.lead ?? '',
    body: storedRichText(words?.body),
    facts: words ? factsToSay(words.kind, words.facts) : [],
  }
  const id = await insertScript(tx, provinceId, {
    ...{ ...from, title, lines: scriptOf(text, station) },
    ...{ slotSeconds, rate, unitId: unitOf(actor, hand) },
    ...{ madeAt: now, madeByName: actor.name },
  })
  await recordChange(tx, actor, now, {
    verb: 'broadcast.script',
    subject: { kind: 'radio_script', id },
    before: null,
    after: from,
  })
  return id
}

async function ownScript(tx: Tx, actor: Actor, id: number): Promise<Script> {
  const script = await scriptById(tx, actor.provinceId, id)
  if (!mayWorkFor(actor, script.unitId)) throw forbidden(t.notYours.vi, t.notYours.en)
  return script
}

export async function editScript(
  tx: Tx,
  actor: Actor,
  id: number,
  input: { text: string; rate: number; slotSeconds: number },
  now: Date,
): Promise<void> {
  const was = await ownScript(tx, actor, id)
  const lines = readScript(input.text)
  if (!lines.some((l) => l.voice !== 'cue')) throw invalid([{ field: 'text', ...t.needWords }])
  await updateScript(tx, actor.provinceId, id, { ...input, lines })
  await recordChange(tx, actor, now, {
    verb: 'broadcast.edit',
    subject: { kind: 'radio_script', id },
    before: { lines: was.lines, rate: was.rate },
    after: { lines, rate: input.rate },
  })
}

/** Joins a recording, whose kind was found by its content. */
export async function addAudio(tx: Tx, actor: Actor, id: number, fileId: number, now: Date): Promise<void> {
  const was = await ownScript(tx, actor, id)
  await updateAudio(tx, actor.provinceId, id, fileId)
  await recordChange(tx, actor, now, {
    verb: 'broadcast.audio',
    subject: { kind: 'radio_script', id },
    before: { audioId: was.audioId },
    after: { audioId: fileId },
  })
}

export async function planSlot(
  tx: Tx,
  actor: Actor,
  id: number,
  input: { station: string; day: Day; starts: string },
  now: Date,
): Promise<void> {
  const { unitId } = await ownScript(tx, actor, id)
  const made = await insertSlot(tx, actor.provinceId, {
    ...input,
    scriptId: id,
    unitId,
    byName: actor.name,
    now,
  })
  if (!made) throw conflict(t.slotThere.vi, t.slotThere.en)
  await recordChange(tx, actor, now, {
    verb: 'broadcast.slot',
    subject: { kind: 'radio_script', id },
    before: null,
    after: input,
  })
}

/** Each broadcast has a web address where it has one (YB-23), and its listeners become reach. */
export async function markAired(
  tx: Tx,
  actor: Actor,
  id: number,
  slotId: number,
  aired: { day: Day; webAddress: string | null; listeners: number | null },
  now: Date,
): Promise<void> {
  const script = await ownScript(tx, actor, id)
  if (script.publicationId === null) throw conflict(prepares.notPublic.vi, prepares.notPublic.en)
  const slot = await updateAired(tx, actor.provinceId, id, slotId, aired)
  if (!slot) throw conflict(t.already.vi, t.already.en)
  const figure = { ...aired, channelKind: 'radio', place: slot.station, note: aired.webAddress, times: 1 }
  await tellAired(tx, actor, `slot:${slotId}`, [script.publicationId], figure, null, now)
  await queueJob(tx, actor.provinceId, slotAired, { id: slotId })
  await recordChange(tx, actor, now, {
    verb: 'broadcast.aired',
    subject: { kind: 'radio_script', id },
    before: null,
    after: aired,
  })
}

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
  const found = await packageById(tx, actor.provinceId, id)
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
  const row = await handedTo(tx, actor, id, unitId)
  if (row.airedFrom) throw conflict(t.already.vi, t.already.en)
  const found = await packageById(tx, actor.provinceId, id)
  await updateHandOver(tx, actor.provinceId, id, unitId, {
    ...(row.takenAt ? {} : { taken_at: now, taken_by_name: actor.name }),
    ...{ aired_from: proof.from, aired_to: proof.to, times: proof.times, listeners: proof.listeners },
    ...{ proof_id: proof.fileId, note: proof.note, proved_at: now, proved_by_name: actor.name },
  })
  const unit = await unitAsOf(tx, actor.provinceId, unitId, proof.to)
  if (found.items.some((i) => i.publicationId === null))
    throw conflict(prepares.notPublic.vi, prepares.notPublic.en)
  const texts = publicationsIn(found.items)
  const note = `${proof.times} lần, gói “${found.title}”`
  const figure = {
    day: proof.to,
    listeners: proof.listeners,
    channelKind: 'loudspeaker',
    place: communeName(unit?.name ?? ''),
    note,
    times: proof.times,
  }
  await tellAired(tx, actor, `handover:${id}:${unitId}`, texts, figure, proof.fileId, now)
  await queueJob(tx, actor.provinceId, airedBy, { packageId: id, unitId })
  await recordChange(tx, actor, now, {
    verb: 'broadcast.prove',
    subject: { kind: 'loudspeaker_package', id },
    before: null,
    after: { unitId, ...proof },
  })
}
