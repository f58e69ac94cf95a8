import { type Actor, hasRole } from '../../../lib/actor.ts'
import { forbidden } from '../../../lib/errors.ts'

/** Who lays down which reports are owed: the lead of the programme. */
export function canSetDuties(actor: Actor): boolean {
  return hasRole(actor, 'province_lead')
}

export function refuseUnlessLead(actor: Actor): void {
  if (canSetDuties(actor)) return
  throw forbidden(
    'Chỉ cơ quan phụ trách chương trình mới quy định được chế độ báo cáo.',
    'Only the lead of the programme lays down which reports are owed.',
  )
}
