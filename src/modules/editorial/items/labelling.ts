import type { Actor } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { invalid } from '../../../lib/errors.ts'
import { noteReviewBy } from '../../publishing/publishing.ts'
import { canWrite } from '../editorial.policy.ts'
import { refuseStrangeOrientation } from '../press/orientations.ts'
import { type Particulars, updateParticulars } from './items.sql.ts'
import { insertImage } from './kept.sql.ts'
import { refuseUnknownLabels } from './known-labels.ts'
import { itemForChange, refuseUnless } from './loading.ts'

/** Unit, task, labels, column, topics and review day: about the item, not part of what is approved. */
export async function saveParticulars(
  tx: Tx,
  actor: Actor,
  id: number,
  input: Particulars,
  now: Date,
): Promise<void> {
  const item = await itemForChange(tx, actor, id)
  refuseUnless(canWrite(actor, item) && canWrite(actor, input))
  await refuseStrangeOrientation(tx, actor.provinceId, input.orientationId ?? null, item.orientationId)
  await refuseUnknownLabels(tx, actor.provinceId, input, item)
  await updateParticulars(tx, actor.provinceId, id, input)
  if (item.publishedVersion !== null && item.publicationId !== null && item.reviewBy !== input.reviewBy)
    await noteReviewBy(tx, actor.provinceId, item.publicationId, input.reviewBy)
  await recordChange(tx, actor, now, {
    verb: 'item.label',
    subject: { kind: 'item', id },
    before: { unitId: item.unitId, columnId: item.columnId, topics: item.topics, taskId: item.taskId },
    after: { ...input },
  })
}

/** Pictures for an item; each says what it shows. */
export async function addImage(
  tx: Tx,
  actor: Actor,
  id: number,
  image: { fileId: number; alt: string },
  now: Date,
): Promise<void> {
  const item = await itemForChange(tx, actor, id)
  refuseUnless(canWrite(actor, item))
  if (image.alt.trim().length < 5)
    throw invalid([
      {
        field: 'alt',
        vi: 'Viết một câu nói ảnh cho thấy gì (từ 5 ký tự), để người không nhìn thấy ảnh cũng biết.',
        en: 'Say in a sentence what the picture shows (5 characters or more), for those who cannot see it.',
      },
    ])
  await insertImage(tx, actor.provinceId, id, { ...image, at: now, byName: actor.name })
  await recordChange(tx, actor, now, {
    verb: 'item.add_image',
    subject: { kind: 'item', id },
    before: null,
    after: image,
  })
}
