import type { Actor } from '../../lib/actor.ts'
import { recordChange } from '../../lib/audit.ts'
import { addDays, type Day, dayOf } from '../../lib/calendar/day.ts'
import type { Tx } from '../../lib/db/db.ts'
import { forbidden, invalid, notFound } from '../../lib/errors.ts'
import { queueJob } from '../../lib/jobs/jobs.ts'
import type { NewGrant } from './account.ts'
import { accountHandedOver } from './accounts.jobs.ts'
import { whyNotDisable } from './accounts.policy.ts'
import * as accounts from './accounts.sql.ts'
import { existing, refuseUnlessManager, subject } from './accounts.ts'
import { deleteSessionsOf } from './sessions.sql.ts'

/** Gives a role at a unit. The database refuses the same role twice for overlapping days. */
export async function giveRole(tx: Tx, actor: Actor, id: number, input: NewGrant, now: Date): Promise<void> {
  refuseUnlessManager(actor)
  await existing(tx, actor, id)
  const validTo = input.lastDay === '' ? null : addDays(input.lastDay, 1)
  const held = (await accounts.grantsOf(tx, actor.provinceId, id)).filter(
    (g) => g.role === input.role && g.unitId === input.unitId,
  )
  if (
    held.some(
      (g) =>
        (validTo === null || g.validFrom < validTo) && (g.validTo === null || input.validFrom < g.validTo),
    )
  ) {
    throw invalid([
      {
        field: 'role',
        vi: 'Người này đã có vai trò ấy tại đơn vị trong khoảng ngày đó.',
        en: 'This person holds that role at the unit in those days already.',
      },
    ])
  }
  const grant = { accountId: id, role: input.role, unitId: input.unitId, validFrom: input.validFrom, validTo }
  await accounts.insertGrant(tx, actor.provinceId, grant)
  await recordChange(tx, actor, now, {
    verb: 'account.give_role',
    subject: subject(id),
    before: null,
    after: grant,
  })
}

/** Ends a role: from today it is held no longer. */
export async function endRole(tx: Tx, actor: Actor, id: number, grantId: number, now: Date): Promise<void> {
  refuseUnlessManager(actor)
  const grant = (await accounts.grantsOf(tx, actor.provinceId, id)).find((g) => g.id === grantId)
  if (!grant) throw notFound()
  if (grant.accountId === actor.accountId && grant.role === 'administrator') throw ownAdministration()
  await accounts.endGrant(tx, actor.provinceId, grantId, dayOf(now))
  const after = { ...grant, validTo: dayOf(now) }
  await recordChange(tx, actor, now, { verb: 'account.end_role', subject: subject(id), before: grant, after })
}

/**
 * Staff leaving: all roles held today pass to a colleague from today, the account is shut, and the other rooms hear of
 * it, so that open work moves along.
 */
export async function handOver(tx: Tx, actor: Actor, id: number, toId: number, now: Date): Promise<void> {
  const from = await existing(tx, actor, id)
  const to = await existing(tx, actor, toId)
  const why = whyNotDisable(actor, from)
  if (why) throw forbidden(why.vi, why.en)
  if (to.id === from.id || to.state === 'disabled') {
    const fault = {
      field: 'toId',
      vi: 'Chọn một đồng nghiệp đang làm việc.',
      en: 'Choose a colleague who is at work.',
    }
    throw invalid([fault])
  }
  const today = dayOf(now)
  const held = await accounts.grantsOf(tx, actor.provinceId, toId)
  for (const grant of await accounts.grantsOf(tx, actor.provinceId, id)) {
    if (grant.validTo !== null && grant.validTo <= today) continue
    await accounts.endGrant(tx, actor.provinceId, grant.id, today)
    const has = held.some(
      (g) => g.role === grant.role && g.unitId === grant.unitId && (g.validTo === null || g.validTo > today),
    )
    const validFrom = later(grant.validFrom, today)
    if (!has) await accounts.insertGrant(tx, actor.provinceId, { ...grant, accountId: toId, validFrom })
  }
  await accounts.setState(tx, actor.provinceId, id, 'disabled')
  await deleteSessionsOf(tx, actor.provinceId, id, null)
  await queueJob(tx, actor.provinceId, accountHandedOver, { fromAccountId: id, toAccountId: toId })
  const after = { state: 'disabled', handedTo: { id: to.id, name: to.name } }
  await recordChange(tx, actor, now, {
    verb: 'account.hand_over',
    subject: subject(id),
    before: { state: from.state },
    after,
  })
}

function ownAdministration() {
  return forbidden(
    'Không tự bỏ vai trò quản trị của chính mình; hãy nhờ một quản trị viên khác.',
    'You cannot take away your own administration; ask another administrator.',
  )
}

function later(a: Day, b: Day): Day {
  return a < b ? b : a
}
