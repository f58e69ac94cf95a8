import { type Actor, hasRole } from '../../../lib/actor.ts'
import { forbidden } from '../../../lib/errors.ts'

/** Who lays down what reports are made of: the lead of a programme, and the administrator. */
export function canEditTemplates(actor: Actor): boolean {
  return hasRole(actor, 'province_lead', 'administrator')
}

export function refuseUnlessEditor(actor: Actor): void {
  if (canEditTemplates(actor)) return
  throw forbidden(
    'Chỉ cơ quan chủ trì chương trình mới sửa mẫu báo cáo.',
    'Only the lead of the programme edits report templates.',
  )
}
