import type { Actor } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { conflict, forbidden, invalid, notFound } from '../../../lib/errors.ts'
import { queueJob } from '../../../lib/jobs/jobs.ts'
import { storedRichText } from '../../../lib/richtext/parse.ts'
import { tellAired } from '../fieldwork/airing-news.ts'
import { texts as prepares } from '../prepared/prepared.texts.ts'
import { type MadeOf, textInHand, unitOf } from '../prepared/prepared.ts'
import { selectOwner, selectWords } from '../printed/words.sql.ts'
import { slotAired } from '../publishing.jobs.ts'
import { mayWork, mayWorkFor } from '../reach/reach.policy.ts'
import { factsToSay } from '../told-facts.ts'
import {
  insertScript,
  insertSlot,
  type Script,
  selectScript,
  updateAired,
  updateAudio,
  updateScript,
} from './broadcast.sql.ts'
import { texts as t } from './broadcast.texts.ts'
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
  const owner = await selectOwner(tx, provinceId)
  const text = {
    title,
    lead: words?.lead ?? '',
    body: storedRichText(words?.body),
    facts: words ? factsToSay(words.kind, words.facts) : [],
  }
  const id = await insertScript(tx, provinceId, {
    ...{ ...from, title, lines: scriptOf(text, station, owner?.feedbackPhone || owner?.hotline || '') },
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

/** What a slot became: `webAddress` where it can be heard again, or `noAddressWhy`, why nowhere (YB-23). */
export interface Aired {
  day: Day
  webAddress: string | null
  noAddressWhy: string | null
  listeners: number | null
}

/** A broadcast was aired: refuses (`invalid`) one that has neither address nor reason. Its listeners become reach. */
export async function markAired(
  tx: Tx,
  actor: Actor,
  id: number,
  slotId: number,
  aired: Aired,
  now: Date,
): Promise<void> {
  const script = await ownScript(tx, actor, id)
  if (script.publicationId === null) throw conflict(prepares.notPublic.vi, prepares.notPublic.en)
  if (aired.webAddress === null && !aired.noAddressWhy) throw invalid([{ field: 'web', ...t.needWeb }])
  const slot = await updateAired(tx, actor.provinceId, id, slotId, aired)
  if (!slot) throw conflict(t.already.vi, t.already.en)
  const figure = {
    ...aired,
    channelKind: 'radio',
    place: slot.station,
    note: aired.webAddress ?? aired.noAddressWhy,
    times: 1,
  }
  await tellAired(tx, actor, `slot:${slotId}`, [script.publicationId], figure, null, now)
  await queueJob(tx, actor.provinceId, slotAired, { id: slotId })
  await recordChange(tx, actor, now, {
    verb: 'broadcast.aired',
    subject: { kind: 'radio_script', id },
    before: null,
    after: aired,
  })
}
