import type { Actor } from '../../../lib/actor.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { conflict, invalid } from '../../../lib/errors.ts'
import { publicationLanguages } from '../../publishing/publication.ts'
import { canSee } from '../editorial.policy.ts'
import type { Content, Item, ItemState } from '../item.ts'
import { type NewItem, selectItem } from './items.sql.ts'
import { insertImage, selectImages } from './kept.sql.ts'
import { itemSeenBy, type LoadedItem, versionOf } from './loading.ts'
import { selectTranslations } from './translations.sql.ts'

/** A translation beside its master, as both their pages show it. */
export interface Translation {
  id: number
  title: string
  language: string
  state: ItemState
  isPublic: boolean
  /** The version of the master that it says; null where that was not written down. */
  says: number | null
  /** The master has another public version by now. */
  isOutdated: boolean
}

/** What readers of the master see, else what is being written: the version that a translation is of. */
export function versionToTranslate(master: Pick<Item, 'publishedVersion' | 'currentVersion'>): number {
  return master.publishedVersion ?? master.currentVersion
}

/**
 * The item that a new one translates. Refuses what would fight for one public address: a second translation into a
 * language, one into the master's own language, a translation of a translation.
 */
export async function masterOf(
  tx: Tx,
  actor: Actor,
  input: Pick<NewItem, 'translationOf' | 'language'>,
): Promise<LoadedItem | null> {
  if (input.translationOf === null) return null
  const master = await selectItem(tx, actor.provinceId, input.translationOf)
  if (!master || !canSee(actor, master) || master.translationOf !== null || master.state === 'dropped')
    throw invalid([
      {
        field: 'translationOf',
        vi: 'Chọn một bài gốc trong danh sách; không chọn bài vốn đã là bản dịch.',
        en: 'Choose an original from the list, not something that is itself a translation.',
      },
    ])
  if (master.language === input.language)
    throw invalid([
      {
        field: 'language',
        vi: 'Bản dịch phải khác ngôn ngữ với bài gốc.',
        en: 'A translation is in another language than its original.',
      },
    ])
  await refuseSecond(tx, actor.provinceId, master.id, input.language, 'language')
  return { ...master, provinceId: actor.provinceId }
}

/** A dropped translation comes back only where nobody has begun another one meanwhile. */
export async function refuseTaken(tx: Tx, item: LoadedItem): Promise<void> {
  if (item.translationOf !== null && item.state === 'dropped')
    await refuseSecond(tx, item.provinceId, item.translationOf, item.language, null)
}

async function refuseSecond(
  tx: Tx,
  provinceId: number,
  masterId: number,
  language: string,
  field: 'language' | null,
): Promise<void> {
  const all = await selectTranslations(tx, provinceId, [masterId])
  const other = all.find((t) => t.language === language && t.state !== 'dropped')
  if (!other) return
  const name = publicationLanguages[language]
  const vi = `Đã có bản ${name?.vi.toLowerCase() ?? language} của bài này: “${other.title}”. Mở bản ấy để viết tiếp.`
  const en = `There is a version in this language: “${other.title}” (${name?.en ?? language}). Go on with that one.`
  throw field ? invalid([{ field, vi, en }]) : conflict(vi, en)
}

/** What a translation begins with: facts and lead image of its master; its words are still to be written. */
export async function beginningOf(tx: Tx, master: LoadedItem): Promise<Partial<Content>> {
  const version = await versionOf(tx, master, versionToTranslate(master))
  const { facts, leadImageId, leadImageAlt } = version
  return { facts, leadImageId, leadImageAlt }
}

/** The master's pictures may stand in its translations. */
export async function takeImages(
  tx: Tx,
  actor: Actor,
  masterId: number,
  itemId: number,
  now: Date,
): Promise<void> {
  for (const { fileId, alt } of await selectImages(tx, actor.provinceId, masterId))
    await insertImage(tx, actor.provinceId, itemId, { fileId, alt, at: now, byName: actor.name })
}

/** Translations of a master, by language; those put away are left out. */
export async function translationsOf(db: DbOrTx, master: LoadedItem): Promise<Translation[]> {
  const all = await selectTranslations(db, master.provinceId, [master.id])
  return all.filter((t) => t.state !== 'dropped').map((t) => asTranslation(t, master))
}

function asTranslation(item: Item & { translatedVersion: number | null }, master: Item): Translation {
  const { id, title, language, state, publishedVersion, translatedVersion } = item
  const told = { id, title, language, state, isPublic: publishedVersion !== null, says: translatedVersion }
  const isOutdated =
    translatedVersion !== null &&
    master.publishedVersion !== null &&
    translatedVersion < master.publishedVersion
  return { ...told, isOutdated }
}

/** The master of a translation with the translation as seen from it; null for what is none. */
export async function masterSeenBy(
  db: DbOrTx,
  actor: Actor,
  item: LoadedItem,
): Promise<{ master: LoadedItem; own: Translation } | null> {
  if (item.translationOf === null) return null
  const master = await itemSeenBy(db, actor, item.translationOf).catch(() => null)
  const own = master && (await translationsOf(db, master)).find((t) => t.id === item.id)
  return master && own ? { master, own } : null
}
