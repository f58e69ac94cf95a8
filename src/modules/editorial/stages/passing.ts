import type { Actor } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import { dayOf } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { conflict } from '../../../lib/errors.ts'
import { tellUnits } from '../../assignments/assignments.ts'
import { unitsAsOf } from '../../organisations/organisations.ts'
import { itemAddress, type Version } from '../item.ts'
import { type LoadedItem, noteStep, refuseMove } from '../items/loading.ts'
import { tellApprovers } from '../items/telling.ts'
import type { Stage, Way } from './stage.ts'
import { insertPass } from './stages.sql.ts'
import { wayOfVersion } from './ways.ts'

/** A decision is about the very text that was read. */
export function refuseOther(version: Version, digest: string): void {
  if (version.sealed && version.digest === digest) return
  throw conflict(
    'Nội dung đã thay đổi sau khi trang này mở ra. Tải lại trang, đọc bản mới rồi duyệt.',
    'The text has changed since this page was opened. Reload it, read the new version, and decide then.',
  )
}

/** A stage before the last: the version goes on to the next, and stays where it is in its life. */
export async function passStage(
  tx: Tx,
  actor: Actor,
  { item, version, way }: { item: LoadedItem; version: Version; way: Way },
  { digest, note }: { digest: string; note: string | null },
  now: Date,
): Promise<void> {
  const stage = way.next as Stage
  refuseMove(item, 'approved')
  refuseOther(version, digest)
  await insertPass(tx, item.provinceId, {
    ...{ itemId: item.id, number: version.number, stageId: stage.id, digest },
    ...{ byAccount: actor.accountId, byName: actor.name, at: now },
  })
  const said = [stage.vi, note].filter(Boolean).join(': ')
  await noteStep(tx, actor, item, { verb: 'pass', note: said }, now)
  await recordChange(tx, actor, now, {
    verb: 'item.pass',
    subject: { kind: 'item', id: item.id },
    before: null,
    after: { version: version.number, stage: stage.vi, note },
  })
  await tellOfWay(tx, item, version, now)
}

/** Those who are next hear that a text waits for them. */
export async function tellOfWay(tx: Tx, item: LoadedItem, version: Version, now: Date): Promise<void> {
  const { next } = await wayOfVersion(tx, item, version)
  if (!next) return tellApprovers(tx, item, 'submitted', now)
  const news = {
    kind: 'editorial.submitted',
    vi: `Chờ duyệt (${next.vi}): ${item.title}`,
    en: `Waiting for approval (${next.en}): ${item.title}`,
    href: itemAddress(item.id),
  }
  const { provinceId } = item
  if (next.unitId !== null) {
    await tellUnits(tx, provinceId, [next.unitId], next.roles, news, now)
    return
  }
  const own = next.roles.filter((r) => r === 'agency_head' || r === 'agency_officer')
  const all = next.roles.filter((r) => r === 'editor' || r === 'province_lead')
  if (own.length > 0) await tellUnits(tx, provinceId, [item.unitId], own, news, now)
  const everywhere = all.length > 0 ? (await unitsAsOf(tx, provinceId, dayOf(now))).map((u) => u.id) : []
  if (everywhere.length > 0) await tellUnits(tx, provinceId, everywhere, all, news, now)
}
