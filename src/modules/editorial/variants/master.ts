import { dayOf } from '../../../lib/calendar/day.ts'
import type { DbOrTx } from '../../../lib/db/db.ts'
import { richTextToText } from '../../../lib/richtext/blocks.ts'
import { imagesOf } from '../../../lib/richtext/contents.ts'
import { unitAsOf } from '../../organisations/organisations.ts'
import {
  type ChannelKind,
  checkVariant,
  type ImageFacts,
  type Master,
  type Variant,
  type VariantFinding,
  variantDigest,
  variantFromMaster,
} from '../../publishing/channel.ts'
import { factsToSay, fileTypesOf } from '../../publishing/publishing.ts'
import type { Content, Item } from '../item.ts'

/**
 * Stands in a variant where its short link will be: the link is made with the publication, after the approval. A short
 * link has always the same length, so that limits can be checked before.
 */
export const ownLink = 'short-link'

export function withLink(variant: Variant, address: string): Variant {
  return variant.link === ownLink ? { ...variant, link: address } : variant
}

/** As long as a short link will be: '…/s/' and seven letters. */
export function sampleLink(origin: string): string {
  return `${origin}/s/2345678`
}

/** Pictures that readers see with the text: only these can be fetched by a service. */
export function picturesOf(content: Content): { fileId: number; alt: string }[] {
  const lead =
    content.leadImageId === null ? [] : [{ fileId: content.leadImageId, alt: content.leadImageAlt }]
  const inside = imagesOf(content.body).map((i) => ({ fileId: i.file, alt: i.alt }))
  return [...lead, ...inside.filter((i) => i.fileId !== content.leadImageId)]
}

export async function masterOf(
  db: DbOrTx,
  provinceId: number,
  item: Pick<Item, 'unitId' | 'kind'>,
  content: Content,
  now: Date,
): Promise<Master> {
  const unit = await unitAsOf(db, provinceId, item.unitId, dayOf(now))
  return {
    title: content.title,
    lead: content.lead,
    // The hour and place of an event come before its text: a channel that cuts may not cut them.
    text: [factsToSay(item.kind, content.facts).join('\n'), richTextToText(content.body)]
      .filter(Boolean)
      .join('\n\n'),
    link: ownLink,
    images: picturesOf(content),
    unitName: unit?.name ?? '',
  }
}

/** What of a channel its texts depend on: some of the limits are its own. */
export interface OfChannel {
  kind: ChannelKind
  settings: Readonly<Record<string, string>>
}

/** What the master gives for a channel, and a digest of it. */
export function madeFrom(
  { kind, settings }: OfChannel,
  master: Master,
): { content: Variant; masterDigest: string } {
  const content = variantFromMaster(kind, master, settings)
  return { content, masterDigest: variantDigest(content) }
}

/** What the files are that a text shows. */
export function imageFactsOf(
  db: DbOrTx,
  provinceId: number,
  content: Content,
): Promise<ReadonlyMap<number, ImageFacts>> {
  const ids = picturesOf(content).map((i) => i.fileId)
  return fileTypesOf(db, provinceId, ids)
}

/** What stands against sending it, with the link it will have; pictures that the text does not show are faults too. */
export function findingsOf(
  { kind, settings }: OfChannel,
  variant: Variant,
  content: Content,
  origin: string,
  images: ReadonlyMap<number, ImageFacts>,
): VariantFinding[] {
  const shown = new Set(picturesOf(content).map((i) => i.fileId))
  const strange = variant.images.filter((i) => !shown.has(i.fileId))
  const found = checkVariant(kind, withLink(variant, sampleLink(origin)), images, settings)
  if (strange.length === 0) return found
  return [
    {
      level: 'fault',
      field: 'images',
      vi: 'Có ảnh không còn trong bài. Chọn lại ảnh cho kênh này.',
      en: 'A picture is not in the text any more. Choose the pictures for this channel again.',
    },
    ...found,
  ]
}
