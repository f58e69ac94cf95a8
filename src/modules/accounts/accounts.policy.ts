import { type Actor, hasRole } from '../../lib/actor.ts'
import type { Bilingual } from '../../lib/http/route.ts'
import type { Account } from './account.ts'

export function mayManageAccounts(actor: Actor): boolean {
  return hasRole(actor, 'administrator')
}

/** Null: this account may be shut by the actor. */
export function whyNotDisable(actor: Actor, account: Pick<Account, 'id' | 'state'>): Bilingual | null {
  if (!mayManageAccounts(actor)) {
    return { vi: 'Chỉ quản trị hệ thống được khóa tài khoản.', en: 'Only administrators shut accounts.' }
  }
  if (account.id === actor.accountId) {
    return {
      vi: 'Không tự khóa tài khoản của chính mình; hãy nhờ một quản trị viên khác.',
      en: 'You cannot shut your own account; ask another administrator.',
    }
  }
  return account.state === 'disabled'
    ? { vi: 'Tài khoản đã khóa từ trước.', en: 'The account is shut already.' }
    : null
}
