import { type AuditedBy, recordChange } from '../../lib/audit.ts'
import { type Day, dayOf } from '../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import { conflict, invalid, notFound } from '../../lib/errors.ts'
import { queueJob } from '../../lib/jobs/jobs.ts'
import { unitAsOf } from '../organisations/organisations.ts'
import { replaceAdopters } from './adopters.sql.ts'
import { renderBody } from './body.ts'
import { selectTopics } from './columns.sql.ts'
import { updateMended } from './mended.sql.ts'
import {
  type Adopter,
  type DocumentValidity,
  type Mended,
  type PublicationHead,
  publicationAddress,
  type Snapshot,
  type SnapshotInput,
} from './publication.ts'
import { published, withdrawn } from './publishing.jobs.ts'
import {
  bumpRevision,
  insertPublication,
  insertVersion,
  replaceFiles,
  selectHead,
  selectHeadBySource,
  selectSlugsLike,
  updateCodes,
  updatePublication,
  updateReviewBy,
  updateState,
  updateValidity,
} from './publishing.sql.ts'
import { findPublication, forgetPublication, noteEnd } from './search/publications.ts'
import { freeSlug, slugOf } from './slug.ts'
import { digestOfSnapshot, fault, parseSnapshot } from './snapshots.ts'

export interface Published {
  id: number
  slug: string
  /** Where readers find it, from the root of the portal. */
  address: string
  version: number
}

/**
 * Makes a snapshot public, or a newer one of what the same source published before in this language: its slug stays.
 * The same snapshot again changes nothing. Refuses (`invalid`) what does not fit the shape of its kind, a topic that
 * the portal has not, and a unit that is not there today. Who may publish, the room that calls has decided.
 * Raises `publishing.published`.
 */
export async function publish(tx: Tx, by: AuditedBy, input: SnapshotInput, now: Date): Promise<Published> {
  const { provinceId } = by
  const snapshot = parseSnapshot(input)
  // The portal's row is the queue: of two who publish at once the second sees what the first has made.
  await bumpRevision(tx, provinceId)
  const unit = await unitAsOf(tx, provinceId, snapshot.unitId, dayOf(now))
  if (!unit)
    throw invalid([fault('unitId', 'Đơn vị này không còn hoạt động.', 'This unit is not there any more.')])
  await refuseUnknownTopics(tx, provinceId, snapshot.topics)
  const was = await selectHeadBySource(tx, provinceId, snapshot.source, snapshot.language)
  const digest = digestOfSnapshot(snapshot)
  if (was?.state === 'live' && was.digest === digest) {
    await updateCodes(tx, provinceId, was.id, snapshot)
    return asPublished(was)
  }
  const body = renderBody(snapshot.body)
  const original =
    snapshot.language === 'vi' ? null : await selectHeadBySource(tx, provinceId, snapshot.source, 'vi')
  const rendered = {
    bodyHtml: body.html,
    bodyText: body.text,
    unitName: unit.name,
    digest,
    translationOf: original?.id ?? null,
  }
  const version = was ? was.version + 1 : 1
  const slug = was?.slug ?? (await newSlug(tx, provinceId, snapshot))
  const id = was?.id ?? (await insertPublication(tx, provinceId, slug, snapshot, rendered, now))
  if (was) await updatePublication(tx, provinceId, id, version, snapshot, rendered, now)
  await insertVersion(tx, provinceId, {
    publicationId: id,
    number: version,
    snapshot,
    digest,
    by: by.name,
    now,
  })
  await replaceFiles(tx, provinceId, id, filesOf(snapshot, body.imageFiles))
  await findPublication(tx, provinceId, { id, slug, bodyText: body.text, unitName: unit.name }, snapshot, now)
  await recordChange(tx, by, now, {
    verb: 'publishing.publish',
    subject: { kind: 'publication', id },
    before: was && { title: was.title, version: was.version, digest: was.digest, state: was.state },
    after: { title: snapshot.title, source: snapshot.source, version, digest, state: 'live' },
  })
  await queueJob(tx, provinceId, published, { publicationId: id })
  return { id, slug, address: publicationAddress({ kind: snapshot.kind, slug }), version }
}

/**
 * Takes a publication away from readers, who find `notice` in its place. `inError`: it should never have been public,
 * and what it said is not even named. Raises `publishing.withdrawn`.
 */
export async function withdrawPublication(
  tx: Tx,
  by: AuditedBy,
  publicationId: number,
  { notice, inError = false }: { notice: string; inError?: boolean },
  now: Date,
): Promise<void> {
  const text = notice.normalize('NFC').trim()
  if (text === '')
    throw invalid([fault('notice', 'Ghi lý do để người đọc biết.', 'Tell the readers why it is withdrawn.')])
  const was = await liveOrRefuse(tx, by.provinceId, publicationId)
  await end(tx, by, was, { state: inError ? 'in_error' : 'withdrawn', notice: text, mergedInto: null }, now)
}

/** Joins a publication into another: whoever opens the old address is led on. Raises `publishing.withdrawn`. */
export async function mergePublication(
  tx: Tx,
  by: AuditedBy,
  publicationId: number,
  intoId: number,
  now: Date,
): Promise<void> {
  const was = await liveOrRefuse(tx, by.provinceId, publicationId)
  const into = await selectHead(tx, by.provinceId, intoId)
  if (into?.state !== 'live' || into.id === was.id)
    throw invalid([
      fault(
        'into',
        'Bài nhận gộp phải là một bài khác đang hiển thị.',
        'It can only go into another text that is public.',
      ),
    ])
  await end(tx, by, was, { state: 'merged', notice: null, mergedInto: into.id }, now)
}

/** Until when a text is known to be right has changed, and nothing of the text: readers see the new day. */
export async function noteReviewBy(
  tx: Tx,
  provinceId: number,
  publicationId: number,
  reviewBy: Day | null,
): Promise<void> {
  await bumpRevision(tx, provinceId)
  await updateReviewBy(tx, provinceId, publicationId, reviewBy)
}

/** What the register says of a directing document has changed, and nothing of its text. The same again does nothing. */
export async function noteValidity(
  tx: Tx,
  provinceId: number,
  publicationId: number,
  validity: DocumentValidity,
): Promise<void> {
  if (!(await updateValidity(tx, provinceId, publicationId, validity))) return
  await noteEnd(tx, provinceId, publicationId, validity)
  await bumpRevision(tx, provinceId)
}

/**
 * The day on which a shortcoming that readers see was mended, or that it is not; null: no register knows, and the text's
 * own day holds. The same again does nothing.
 */
export async function noteMended(
  tx: Tx,
  provinceId: number,
  publicationId: number,
  mended: Mended | null,
): Promise<void> {
  if (await updateMended(tx, provinceId, publicationId, mended)) await bumpRevision(tx, provinceId)
}

/** What a source has published in a language, whatever has become of it; null: nothing yet. */
export function publicationBySource(
  db: DbOrTx,
  provinceId: number,
  source: string,
  language = 'vi',
): Promise<PublicationHead | null> {
  return selectHeadBySource(db, provinceId, source, language)
}

export function publicationById(db: DbOrTx, provinceId: number, id: number): Promise<PublicationHead | null> {
  return selectHead(db, provinceId, id)
}

async function refuseUnknownTopics(tx: Tx, provinceId: number, codes: readonly string[]): Promise<void> {
  const known = new Set((await selectTopics(tx, provinceId)).map((t) => t.code))
  const unknown = codes.filter((code) => !known.has(code))
  if (unknown.length > 0)
    throw invalid([
      fault('topics', `Không có chủ đề: ${unknown.join(', ')}.`, `There is no topic: ${unknown.join(', ')}.`),
    ])
}

async function newSlug(tx: Tx, provinceId: number, snapshot: Snapshot): Promise<string> {
  const slug = slugOf(snapshot.title)
  const wanted = snapshot.language === 'vi' ? slug : `${slug}-${snapshot.language}`
  return freeSlug(wanted, await selectSlugsLike(tx, provinceId, wanted))
}

/** The lead image, the images of the body and what is to be downloaded, each once. */
function filesOf(snapshot: Snapshot, images: readonly { fileId: number; alt: string }[]) {
  const files = new Map<number, { fileId: number; name: string; alt: string }>()
  for (const i of images) files.set(i.fileId, { ...i, name: '' })
  if (snapshot.image) files.set(snapshot.image.fileId, { ...snapshot.image, name: '' })
  for (const f of snapshot.files) files.set(f.fileId, { ...f, alt: files.get(f.fileId)?.alt ?? '' })
  return [...files.values()]
}

async function liveOrRefuse(tx: Tx, provinceId: number, id: number): Promise<PublicationHead> {
  await bumpRevision(tx, provinceId)
  const was = await selectHead(tx, provinceId, id)
  if (!was) throw notFound()
  if (was.state === 'live') return was
  throw conflict('Bài này đã được gỡ hoặc gộp trước đó.', 'This text has been withdrawn or merged already.')
}

async function end(
  tx: Tx,
  by: AuditedBy,
  was: PublicationHead,
  to: Parameters<typeof updateState>[3],
  now: Date,
): Promise<void> {
  await updateState(tx, by.provinceId, was.id, to)
  await replaceFiles(tx, by.provinceId, was.id, [])
  await forgetPublication(tx, by.provinceId, was.id)
  await recordChange(tx, by, now, {
    verb: `publishing.${to.state === 'merged' ? 'merge' : 'withdraw'}`,
    subject: { kind: 'publication', id: was.id },
    before: { state: was.state, version: was.version },
    after: to,
  })
  await queueJob(tx, by.provinceId, withdrawn, { publicationId: was.id })
}

/** Tells readers of a model where it has been taken over; what was told before is replaced. */
export async function showAdopters(
  tx: Tx,
  provinceId: number,
  publicationId: number,
  adopters: readonly Adopter[],
): Promise<void> {
  await bumpRevision(tx, provinceId)
  await replaceAdopters(tx, provinceId, publicationId, adopters)
}

function asPublished(p: PublicationHead): Published {
  return { id: p.id, slug: p.slug, address: publicationAddress(p), version: p.version }
}

export { packageBrief, packagesToRemind } from './broadcast/reminding.ts'
export { readPackageSpan } from './broadcast/span.ts'
export { messagesForHand } from './channels/by-hand.sql.ts'
export { cancelMessagesOf, isHanded, supersedeRefused } from './channels/cancelling.ts'
export { canProve, canRunChannel, canSeeChannels } from './channels/channels.policy.ts'
export { listChannels, whoRuns } from './channels/channels.ts'
export { messageById, messagesOfSource, queueMessage } from './channels/messages.ts'
export { type AnswerAtRisk, answersAtRisk } from './conversations/at-risk.ts'
export {
  airedSlot,
  airingDeed,
  type FieldDeed,
  printDeed,
  slotDeed,
  standingDeed,
} from './fieldwork/fieldwork.ts'
export { fileTypesOf } from './files.sql.ts'
/** The fields of procedures that many need, and themes under another name. */
export { renameTheme, setAudienceNames, setNeededFields } from './needed.ts'
export {
  type FormKind,
  formAbout,
  formKinds,
  formsMadeOf,
  isFormKind,
  type MadeForm,
  makeForms,
} from './prepared/forms.ts'
export { allowPrepared, joinPrepared, type MadeOf, prepareNoMore, prepareText } from './prepared/prepared.ts'
export {
  changeColumn,
  listColumns,
  listTopics,
  openColumn,
  publishedDocuments,
} from './publishing.columns.ts'
export { bumpRevision as notePublicChange } from './publishing.sql.ts'
export { accountLinkFor, linkAddress, originOf } from './reach/links.ts'
export { hideFromSearch, showInSearch } from './search/others.ts'
export { parseSnapshot } from './snapshots.ts'
export { factsToSay } from './told-facts.ts'
