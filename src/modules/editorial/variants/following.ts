import type { Tx } from '../../../lib/db/db.ts'
import { invalid } from '../../../lib/errors.ts'
import type { Content } from '../item.ts'
import type { LoadedItem } from '../items/loading.ts'
import { findingsOf, imageFactsOf, madeFrom, masterOf } from './master.ts'
import { ofChannel, selectVariants, writeVariant } from './variants.sql.ts'

/** Makes the variants that follow the master anew from what it says now. Those written by hand stay as they are. */
export async function followMaster(tx: Tx, item: LoadedItem, content: Content, now: Date): Promise<void> {
  const { provinceId, id, currentVersion } = item
  const following = (await selectVariants(tx, provinceId, id, currentVersion)).filter((v) => v.follows)
  if (following.length === 0) return
  const master = await masterOf(tx, provinceId, item, content, now)
  for (const variant of following) {
    const made = madeFrom(ofChannel(variant), master)
    if (made.masterDigest === variant.masterDigest) continue
    await writeVariant(tx, provinceId, id, currentVersion, { ...variant, ...made })
  }
}

/** Before a text is handed in: nothing that a channel would refuse is put before the second person. */
export async function refuseUnsendable(tx: Tx, item: LoadedItem, content: Content): Promise<void> {
  const variants = await selectVariants(tx, item.provinceId, item.id, item.currentVersion)
  const images = await imageFactsOf(tx, item.provinceId, content)
  const faults = variants
    .filter((v) => v.purpose !== null)
    .flatMap((v) =>
      findingsOf(ofChannel(v), v.content, content, longestOrigin, images)
        .filter((f) => f.level === 'fault')
        .map((f) => ({
          field: `channel-${v.channelId}`,
          vi: `Kênh ${v.channelName}: ${f.vi}`,
          en: `Channel ${v.channelName}: ${f.en}`,
        })),
    )
  if (faults.length > 0) throw invalid(faults)
}

/** Where the portal's own name is not at hand: limits then hold for a long name too. */
const longestOrigin = `https://${'x'.repeat(40)}.gov.vn`
