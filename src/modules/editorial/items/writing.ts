import type { Actor } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { conflict, invalid } from '../../../lib/errors.ts'
import { imagesOf } from '../../../lib/richtext/contents.ts'
import type { PublicationKind } from '../../publishing/publication.ts'
import { prepareNoMore } from '../../publishing/publishing.ts'
import { carryCorrections } from '../corrections/carrying.ts'
import { canWrite } from '../editorial.policy.ts'
import { type Content, isOpen, type Version } from '../item.ts'
import { refuseStrangeOrientation } from '../press/orientations.ts'
import { followMaster } from '../variants/following.ts'
import { purposesAfter } from '../variants/leaving.ts'
import { boundVariants, selectVariants, writeVariant } from '../variants/variants.sql.ts'
import { digestOf, sortedJson } from './digest.ts'
import { insertItem, insertStep, type NewItem, selectSteps, updateItem } from './items.sql.ts'
import { insertCopy, selectCopies, selectImages, settleCopy } from './kept.sql.ts'
import { factsFromLibrary } from './library.ts'
import { itemForChange, type LoadedItem, move, refuseUnless, versionOf } from './loading.ts'
import { sourceOf } from './putting-out.ts'
import { beginningOf, masterOf, refuseTaken, takeImages, versionToTranslate } from './translating.ts'
import { noteTranslated } from './translations.sql.ts'
import { insertVersion, updateVersion } from './versions.sql.ts'

export const emptyContent: Content = {
  title: '',
  lead: '',
  body: { type: 'doc', content: [] },
  facts: {},
  byline: '',
  leadImageId: null,
  leadImageAlt: '',
  files: [],
}

/** Begins an item for a unit, with an empty text. Returns its id. */
export async function createItem(
  tx: Tx,
  actor: Actor,
  input: NewItem,
  now: Date,
  content: Partial<Content> = {},
): Promise<number> {
  refuseUnless(canWrite(actor, input))
  await refuseStrangeOrientation(tx, actor.provinceId, input.orientationId ?? null, null)
  const master = await masterOf(tx, actor, input)
  const id = await insertItem(tx, actor, input, now)
  const taken = master ? await beginningOf(tx, master) : {}
  const full = { ...emptyContent, ...taken, ...content, title: input.title }
  const digest = digestOf(input, full, [])
  await insertVersion(tx, actor.provinceId, id, 1, saving(actor, full, digest, now))
  await insertStep(tx, actor.provinceId, id, {
    ...{ number: 1, verb: 'create' as const, note: null, digest },
    ...{ byAccount: actor.accountId, byName: actor.name, at: now },
  })
  if (master) {
    await noteTranslated(tx, actor.provinceId, id, versionToTranslate(master))
    await takeImages(tx, actor, master.id, id, now)
  }
  await recordChange(tx, actor, now, {
    verb: 'item.create',
    subject: { kind: 'item', id },
    before: null,
    after: { ...input },
  })
  return id
}

/**
 * What became of a text that was sent: it stands now (`saved`); somebody had changed it meanwhile, and both are kept
 * (`both`); or it had been handed in, and what was sent is kept beside it (`late`).
 */
export type Saved = { outcome: 'saved'; revision: number } | { outcome: 'both' } | { outcome: 'late' }

/** Writes the text at work over the revision that the writer saw. Nothing that anybody typed is lost. */
export async function saveContent(
  tx: Tx,
  actor: Actor,
  id: number,
  input: { content: Content; kind?: PublicationKind; revision: number },
  now: Date,
): Promise<Saved> {
  const was = await itemForChange(tx, actor, id)
  refuseUnless(canWrite(actor, was))
  const item = { ...was, kind: input.kind ?? was.kind }
  const version = await versionOf(tx, item, item.currentVersion)
  // Files come and go by themselves: a form that was opened before does not know the newest.
  const facts = await factsFromLibrary(tx, actor.provinceId, item.kind, input.content.facts)
  const content = { ...input.content, facts, files: version.files }
  await refuseStrangeImages(tx, actor, id, content)
  if (sortedJson(textOf(version)) === sortedJson(content) && item.kind === was.kind)
    return { outcome: 'saved', revision: item.revision }
  if (!isOpen(item.state) || version.sealed) return keep(tx, actor, item, content, 'late', now)
  if (input.revision !== item.revision) return keep(tx, actor, item, content, 'both', now)
  await write(tx, actor, item, content, now)
  return { outcome: 'saved', revision: item.revision + 1 }
}

/** An id of a file can be guessed, and what a published text shows becomes public: only the item's own images. */
async function refuseStrangeImages(tx: Tx, actor: Actor, id: number, content: Content): Promise<void> {
  const shown = imagesOf(content.body)
  if (shown.length === 0) return
  const own = await selectImages(tx, actor.provinceId, id)
  const strange = shown.find((one) => !own.some((image) => image.fileId === one.file))
  if (strange)
    throw invalid([
      {
        field: 'body',
        vi: `Ảnh “${strange.alt}” chưa được tải lên cho bài này. Hãy tải ảnh lên rồi chèn lại.`,
        en: `The image “${strange.alt}” was not uploaded for this text. Upload it and insert it again.`,
      },
    ])
}

export function textOf(version: Version): Content {
  const { title, lead, body, facts, byline, leadImageId, leadImageAlt, files } = version
  return { title, lead, body, facts, byline, leadImageId, leadImageAlt, files }
}

async function write(tx: Tx, actor: Actor, item: LoadedItem, content: Content, now: Date): Promise<string> {
  const { provinceId } = actor
  await followMaster(tx, item, content, now)
  const variants = await boundVariants(tx, provinceId, item.id, item.currentVersion)
  const digest = digestOf(item, content, variants)
  await updateVersion(tx, provinceId, item.id, item.currentVersion, saving(actor, content, digest, now))
  const set = { title: content.title, kind: item.kind, revision: item.revision + 1 }
  await updateItem(tx, provinceId, item.id, set)
  await noteWriter(tx, actor, item, digest, now)
  return digest
}

/**
 * A text for a channel or the files have changed: whoever did it wrote a part of what is approved. The master's own
 * revision stays, so that somebody who writes on it meanwhile is not stopped.
 */
export async function notePartWritten(tx: Tx, actor: Actor, item: LoadedItem, now: Date): Promise<void> {
  const { provinceId } = actor
  const version = await versionOf(tx, item, item.currentVersion)
  const variants = await boundVariants(tx, provinceId, item.id, item.currentVersion)
  const digest = digestOf(item, version, variants)
  await updateVersion(tx, provinceId, item.id, version.number, saving(actor, textOf(version), digest, now))
  await noteWriter(tx, actor, item, digest, now)
}

/** The person among the writers of this version. The log hears of each person once a version. */
async function noteWriter(tx: Tx, actor: Actor, item: LoadedItem, digest: string, now: Date): Promise<void> {
  if (!(await isNewWriter(tx, actor, item, digest, now))) return
  await recordChange(tx, actor, now, {
    verb: 'item.write',
    subject: { kind: 'item', id: item.id },
    before: null,
    after: { version: item.currentVersion, title: item.title },
  })
}

/** The person among the writers of the version at work; false where they were already. */
async function isNewWriter(
  tx: Tx,
  by: Pick<Actor, 'provinceId' | 'accountId' | 'name'>,
  item: LoadedItem,
  digest: string,
  now: Date,
): Promise<boolean> {
  const steps = await selectSteps(tx, by.provinceId, [item.id])
  const known = steps.some(
    (s) => s.verb === 'write' && s.number === item.currentVersion && s.byAccount === by.accountId,
  )
  if (known) return false
  await insertStep(tx, by.provinceId, item.id, {
    ...{ number: item.currentVersion, verb: 'write' as const, note: null, digest },
    ...{ byAccount: by.accountId, byName: by.name, at: now },
  })
  return true
}

async function keep(
  tx: Tx,
  actor: Actor,
  item: LoadedItem,
  content: Content,
  outcome: 'both' | 'late',
  now: Date,
): Promise<Saved> {
  const copies = await selectCopies(tx, actor.provinceId, item.id)
  const known = copies.some((c) => sortedJson(c.content) === sortedJson(content))
  const by = { byAccount: actor.accountId, byName: actor.name }
  if (!known) await insertCopy(tx, actor.provinceId, item.id, { content, keptAt: now, ...by })
  return { outcome }
}

/** A kept copy is put in place of the text at work (`use`), or is not wanted any more. */
export async function settle(
  tx: Tx,
  actor: Actor,
  id: number,
  copyId: number,
  use: boolean,
  now: Date,
): Promise<void> {
  const item = await itemForChange(tx, actor, id)
  refuseUnless(canWrite(actor, item))
  const copy = (await selectCopies(tx, actor.provinceId, id)).find((c) => c.id === copyId)
  if (!copy) return
  if (use) {
    if (!isOpen(item.state)) throw notOpen()
    const { files } = await versionOf(tx, item, item.currentVersion)
    const digest = await write(tx, actor, item, { ...copy.content, files }, now)
    if (copy.byAccount !== null) {
      const writer = { accountId: copy.byAccount, name: copy.byName }
      await isNewWriter(tx, { provinceId: actor.provinceId, ...writer }, item, digest, now)
    }
  }
  await settleCopy(tx, actor.provinceId, copyId, now)
  await recordChange(tx, actor, now, {
    verb: 'item.settle_copy',
    subject: { kind: 'item', id },
    before: { by: copy.byName, title: copy.content.title },
    after: { used: use },
  })
}

/** A new version that begins with all that the present one holds: a text handed in is never changed under a reader. */
export async function editAgain(tx: Tx, actor: Actor, id: number, now: Date): Promise<void> {
  const item = await itemForChange(tx, actor, id)
  refuseUnless(canWrite(actor, item))
  if (isOpen(item.state)) return
  await refuseTaken(tx, item)
  await move(tx, actor, item, 'draft', { verb: 'edit', note: null }, now, { publishAt: null })
  await beginVersion(tx, actor, item, now)
}

export async function beginVersion(tx: Tx, actor: Actor, item: LoadedItem, now: Date): Promise<void> {
  const { provinceId } = actor
  const from = await versionOf(tx, item, item.currentVersion)
  const number = item.currentVersion + 1
  const author = { ...actor, accountId: from.savedBy, name: from.savedByName }
  await insertVersion(tx, provinceId, item.id, number, saving(author, textOf(from), from.digest, now))
  const purposeOf = await purposesAfter(tx, item)
  const variants = (await selectVariants(tx, provinceId, item.id, from.number)).map((v) => ({
    ...v,
    purpose: v.purpose && purposeOf(v.channelId),
  }))
  for (const variant of variants) await writeVariant(tx, provinceId, item.id, number, variant)
  await carryCorrections(tx, item, from, { number, variants }, now)
  const digest = digestOf(item, from, await boundVariants(tx, provinceId, item.id, number))
  await updateVersion(tx, provinceId, item.id, number, saving(author, textOf(from), digest, now))
  await updateItem(tx, provinceId, item.id, { currentVersion: number, revision: item.revision + 1 })
  await prepareNoMore(tx, actor, { source: sourceOf(item), language: item.language }, now)
}

function saving(by: Pick<Actor, 'accountId' | 'name'>, content: Content, digest: string, at: Date) {
  return { content, digest, at, by: by.accountId, byName: by.name }
}

export function notOpen() {
  return conflict(
    'Bản này đã trình nên không sửa được. Bấm “Sửa tiếp” để lập bản mới.',
    'This version was handed in. Choose “Go on editing” to begin a new one.',
  )
}
