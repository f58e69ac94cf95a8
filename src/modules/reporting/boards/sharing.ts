import { type Actor, hasRole } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { forbidden, notFound } from '../../../lib/errors.ts'
import { province } from '../../organisations/organisations.ts'
import {
  type NationAsked,
  type NationFigures,
  nationFigures,
  sharesWithNation,
  writeSharing,
} from './nation.sql.ts'

/** The figures of the provinces that share, for people of central bodies; for everybody else there is no such thing. */
export async function nationFor(db: DbOrTx, actor: Actor, asked: NationAsked): Promise<NationFigures> {
  const own = await province(db, actor.provinceId)
  if (!own?.isCentral || actor.reach !== 'province') throw notFound()
  return nationFigures(db, asked)
}

export function maySetSharing(actor: Actor): boolean {
  return hasRole(actor, 'province_lead')
}

/** Turns sharing with central bodies on or off: figures, never rows. The province decides; the log keeps who did. */
export async function setSharing(tx: Tx, actor: Actor, withNation: boolean, now: Date): Promise<void> {
  if (!maySetSharing(actor))
    throw forbidden(
      'Chỉ đầu mối cấp tỉnh quyết định việc chia sẻ số liệu.',
      'Only province leads decide on sharing figures.',
    )
  const before = await sharesWithNation(tx, actor.provinceId)
  if (before === withNation) return
  await writeSharing(tx, actor.provinceId, withNation, actor.name, now)
  await recordChange(tx, actor, now, {
    verb: 'reporting.share',
    subject: { kind: 'sharing', id: actor.provinceId },
    before: { withNation: before },
    after: { withNation },
  })
}
