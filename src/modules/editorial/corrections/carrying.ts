import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { variantDigest } from '../../publishing/channel.ts'
import type { Version } from '../item.ts'
import { type LoadedItem, versionOf } from '../items/loading.ts'
import { madeFrom, masterOf } from '../variants/master.ts'
import { type ItemVariant, ofChannel, writeVariant } from '../variants/variants.sql.ts'
import { type Correction, selectCorrections } from './corrections.sql.ts'

/** An approved correction of a channel's text that a later version of the item has not got. */
export interface Uncarried {
  correction: Correction
  variant: ItemVariant
  /** What the master gives for the channel now. */
  masterDigest: string
  /** That was another thing when the correction was written: only a person can say whether it still fits. */
  isStale: boolean
}

/**
 * The newest approved correction of each channel that is not what this version has for it; not where somebody has
 * written the channel's text since.
 */
export async function uncarriedOf(
  db: DbOrTx,
  item: LoadedItem,
  version: Version,
  variants: readonly ItemVariant[],
  now: Date,
): Promise<Uncarried[]> {
  const approved = (await selectCorrections(db, item.provinceId, item.id)).filter(
    (c) => c.state === 'approved' && c.number <= version.number,
  )
  const out: Uncarried[] = []
  for (const variant of variants) {
    const correction = approved.find((c) => c.channelId === variant.channelId)
    if (!correction || !isNews(correction, variant)) continue
    const digest = async (of: Version) =>
      madeFrom(ofChannel(variant), await masterOf(db, item.provinceId, item, of, now)).masterDigest
    const masterDigest = await digest(version)
    const before =
      correction.number === version.number
        ? masterDigest
        : await digest(await versionOf(db, item, correction.number))
    out.push({ correction, variant, masterDigest, isStale: before !== masterDigest })
  }
  return out
}

function isNews({ digest, decidedAt }: Correction, variant: ItemVariant): boolean {
  if (digest === variantDigest(variant.content)) return false
  return variant.changedAt === null || decidedAt === null || variant.changedAt <= decidedAt
}

/** A version that begins takes over what was corrected for a channel alone, as words written by hand. */
export async function carryCorrections(
  tx: Tx,
  item: LoadedItem,
  from: Version,
  began: { number: number; variants: readonly ItemVariant[] },
  now: Date,
): Promise<void> {
  for (const { correction, variant, masterDigest, isStale } of await uncarriedOf(
    tx,
    item,
    from,
    began.variants,
    now,
  )) {
    if (isStale) continue
    const { content, madeAt: changedAt, madeByName: changedByName } = correction
    await writeVariant(tx, item.provinceId, item.id, began.number, {
      ...{ ...variant, content, follows: false, masterDigest, changedAt, changedByName },
    })
  }
}
