import { dayOf } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { invalid } from '../../../lib/errors.ts'
import { richTextToText } from '../../../lib/richtext/blocks.ts'
import { unitAsOf } from '../../organisations/organisations.ts'
import { catalogueOf } from '../../plans/plans.ts'
import type { SnapshotInput } from '../../publishing/publication.ts'
import { joinPrepared, parseSnapshot, publish } from '../../publishing/publishing.ts'
import type { StepVerb, Version } from '../item.ts'
import { noteScore } from '../plainness/plainness.ts'
import { sendOut } from '../variants/leaving.ts'
import { boundVariants } from '../variants/variants.sql.ts'
import { digestOf } from './digest.ts'
import { embargoOf, refuseBefore } from './embargo.ts'
import { selectSteps } from './items.sql.ts'
import { followLibrary } from './library.ts'
import { audited, type LoadedItem, type Mover, move, versionOf } from './loading.ts'

/** Whose snapshots these are: a translation shares the source of what it translates. */
export function sourceOf(item: Pick<LoadedItem, 'id' | 'translationOf'>): string {
  return `editorial:${item.translationOf ?? item.id}`
}

/** The item as the portal takes it, with what only the reach of it is told by. */
async function filedSnapshotOf(tx: Tx, item: LoadedItem, version: Version): Promise<SnapshotInput> {
  const { themes, forms } = await catalogueOf(tx, item.provinceId)
  return {
    ...snapshotOf(item, version),
    audiences: item.audienceCodes,
    themes: themes.filter((t) => item.themeCodes.includes(t.code)).map((t) => t.vi),
    forms: forms.filter((f) => f.code === item.formCode).map((f) => f.vi),
  }
}

/** The item as the portal takes it. */
export function snapshotOf(item: LoadedItem, version: Version): SnapshotInput {
  return {
    source: sourceOf(item),
    kind: item.kind,
    language: item.language,
    title: version.title,
    lead: version.lead,
    body: version.body,
    facts: version.facts,
    byline: version.byline,
    unitId: item.unitId,
    topics: item.topics,
    columnId: item.columnId,
    image: version.leadImageId === null ? null : { fileId: version.leadImageId, alt: version.leadImageAlt },
    files: version.files.map(({ fileId, name }) => ({ fileId, name })),
    reviewBy: item.reviewBy,
  }
}

/** Refuses what the portal would refuse later, when nobody is there to mend it. */
export function refuseUnfit(item: LoadedItem, version: Version): void {
  parseSnapshot(snapshotOf(item, version))
  const text = richTextToText(version.body)
  if (text.trim().length < 20 && version.lead.trim().length < 20)
    throw invalid([
      {
        field: 'body',
        vi: 'Bài chưa có nội dung. Viết phần nội dung hoặc ít nhất phần sa-pô.',
        en: 'There is no text yet. Write the text, or at least the lead.',
      },
    ])
  if (version.leadImageId !== null && version.leadImageAlt.trim() === '')
    throw invalid([
      {
        field: 'leadImageAlt',
        vi: 'Ảnh đại diện chưa có mô tả. Viết một câu nói ảnh cho thấy gì.',
        en: 'The lead image has no description. Say in a sentence what it shows.',
      },
    ])
}

/** Is the text, with images and variants, still exactly the one that was approved? */
export async function isAsApproved(db: DbOrTx, item: LoadedItem): Promise<boolean> {
  if (item.approvedVersion === null || item.approvedVersion !== item.currentVersion) return false
  const version = await versionOf(db, item, item.approvedVersion)
  const variants = await boundVariants(db, item.provinceId, item.id, version.number)
  const steps = await selectSteps(db, item.provinceId, [item.id])
  const approval = steps.findLast((s) => s.verb === 'approve' && s.number === version.number)
  return approval !== undefined && approval.digest === digestOf(item, version, variants)
}

/**
 * Hands the version to the portal, where the one that was public until now is superseded, and its variants to the
 * channels. What is under embargo goes nowhere, whoever asks.
 */
export async function putOut(
  tx: Tx,
  by: Mover,
  item: LoadedItem,
  number: number,
  step: { verb: StepVerb; note: string | null },
  baseUrl: string,
  now: Date,
): Promise<void> {
  const version = await versionOf(tx, item, number)
  refuseBefore(embargoOf(item, version, now), now, 'reason')
  const unit = await unitAsOf(tx, item.provinceId, item.unitId, dayOf(now))
  if (!unit)
    throw invalid([
      {
        field: 'unitId',
        vi: 'Đơn vị của bài không còn hoạt động. Chọn đơn vị kế thừa ở mục Thông tin bài rồi đăng.',
        en: 'The unit of this item is not there any more. Choose the one that took over, then publish.',
      },
    ])
  const { id, version: as } = await publish(tx, audited(by), await filedSnapshotOf(tx, item, version), now)
  const made = { source: sourceOf(item), language: item.language, digest: version.digest }
  await joinPrepared(tx, item.provinceId, made, { publicationId: id, version: as })
  if (item.kind === 'directing_document') await followLibrary(tx, item.provinceId)
  await noteScore(tx, item, version, 'publish', now)
  const set = { publishedVersion: number, publicationId: id, publishAt: null }
  await move(tx, by, item, 'published', { ...step, number }, now, set)
  await sendOut(tx, by, item, { number, publicationId: id, baseUrl }, now)
}
