import type { Actor } from '../../../lib/actor.ts'
import { forbidden, notFound } from '../../../lib/errors.ts'
import type { SendFault } from '../channel.ts'
import { canRunChannel } from './channels.policy.ts'
import { selectChannel } from './channels.sql.ts'
import { recordTest } from './channels.ts'
import { refreshTokens } from './refreshing.ts'
import { adapterOf, locked, type SendingTools, wayTo } from './tools.ts'

/** Calls the service without changing anything there, exchanging the token once where it has ended. */
export async function testChannel(
  tools: SendingTools,
  actor: Actor,
  id: number,
): Promise<{ good: true; name: string } | { good: false; fault: SendFault }> {
  const channel = await selectChannel(tools.db, actor.provinceId, id)
  if (!channel) throw notFound()
  if (!canRunChannel(actor, channel.unitId))
    throw forbidden('Bạn không quản lý kênh này.', 'You do not run this channel.')
  const found = await tryOnce(tools, actor.provinceId, channel)
  const now = tools.clock()
  const good = found.is === 'good'
  await tools.db.transaction().execute((tx) =>
    recordTest(
      tx,
      actor,
      id,
      {
        good,
        name: good ? found.name : '',
        ...(good ? { tokenExpiresAt: found.tokenExpiresAt } : {}),
        trouble: good ? null : { ...found.fault, at: now.toISOString() },
      },
      now,
    ),
  )
  return good ? { good, name: found.name } : { good: false, fault: found.fault }
}

async function tryOnce(
  tools: SendingTools,
  provinceId: number,
  channel: NonNullable<Awaited<ReturnType<typeof selectChannel>>>,
): Promise<{ is: 'good'; name: string; tokenExpiresAt?: Date | null } | { is: 'bad'; fault: SendFault }> {
  const adapter = adapterOf(channel.kind)
  const way = wayTo(tools, provinceId, channel)
  if (!way) return { is: 'bad', fault: locked }
  const first = await adapter.test(way)
  if (first.is === 'good' || !first.token) return first
  const fresh = await refreshTokens(tools, provinceId, channel.id, way.secret['accessToken'] ?? '')
  if (fresh.is !== 'good') return { is: 'bad', fault: fresh.fault }
  const again = wayTo(tools, provinceId, fresh.channel)
  return again ? adapter.test(again) : { is: 'bad', fault: locked }
}
