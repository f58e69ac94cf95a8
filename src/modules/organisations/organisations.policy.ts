import { type Actor, hasRole, type Role } from '../../lib/actor.ts'
import { forbidden } from '../../lib/errors.ts'

/** Who changes units, groups, functions and names of the province. Everybody signed in may look. */
export const organisers: readonly Role[] = ['administrator', 'province_lead']

export function canOrganise(actor: Pick<Actor, 'grants'>): boolean {
  return actor.grants.some((g) => organisers.includes(g.role))
}

export function mustOrganise(actor: Actor): void {
  if (!hasRole(actor, ...organisers)) {
    throw forbidden(
      'Chỉ quản trị hệ thống và cơ quan đầu mối cấp tỉnh được thay đổi tổ chức bộ máy.',
      'Only an administrator or the provincial lead may change the organisation.',
    )
  }
}
