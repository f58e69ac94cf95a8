import type { DbOrTx } from '../../../lib/db/db.ts'
import type { ChannelKind, Variant } from '../channel.ts'
import { variantDigest, variantSchema } from '../channel.ts'
import { insertChannel, updateChannel } from './channels.sql.ts'
import { type FakeServices, fakeApp, hookKey, pageToken } from './fake-moods.fixtures.ts'
import { queueMessage } from './messages.ts'
import { sealSecret } from './sealed.ts'
import type { SendingTools } from './tools.ts'

export const program = { provinceId: 1, accountId: null, name: 'Chung Tay' } as const

/** A channel of each kind, with its secrets, that calls the fake services. */
export async function addChannel(
  tools: Pick<SendingTools, 'db' | 'config'>,
  fake: Pick<FakeServices, 'base' | 'tokens'> | null,
  kind: ChannelKind,
  unitId: number,
  more: { settings?: Record<string, string>; secret?: object; tokenExpiresAt?: Date } = {},
): Promise<number> {
  const settings: Record<string, string> = {
    ...(kind === 'zalo' ? { appId: fakeApp.appId, author: 'Sở Nội vụ' } : {}),
    ...(kind === 'facebook' ? { pageId: '77' } : {}),
    ...(kind === 'webhook' ? { url: `${fake?.base}/hook` } : {}),
    ...more.settings,
  }
  const secret = {
    ...(kind === 'zalo'
      ? {
          appSecret: fakeApp.appSecret,
          accessToken: fake?.tokens.access ?? '',
          refreshToken: fake?.tokens.refresh ?? '',
        }
      : {}),
    ...(kind === 'facebook' ? { pageToken } : {}),
    ...(kind === 'webhook' ? { key: hookKey } : {}),
    ...more.secret,
  }
  return tools.db.transaction().execute(async (tx) => {
    const now = new Date('2026-11-01T00:00:00Z')
    const fields = { kind, name: `Kênh ${kind}`, unitId, settings }
    const id = await insertChannel(tx, 1, fields, 'thử', now)
    const sealed = sealSecret(tools.config.secret, { provinceId: 1, channelId: id }, secret)
    await updateChannel(tx, 1, id, { secret: sealed, tokenExpiresAt: more.tokenExpiresAt ?? null })
    return id
  })
}

let queued = 0

/** A message that is due at once, its words told apart by a number. */
export async function addMessage(
  db: Pick<SendingTools, 'db'>['db'],
  channelId: number,
  now: Date,
  more: { variant?: Partial<Variant>; publicationId?: number | null; dueAt?: Date; key?: string } = {},
): Promise<number> {
  queued += 1
  const variant = variantSchema.parse({
    title: `Bài số ${queued}: nộp hồ sơ tại nhà`,
    lead: 'Không phải đi lại.',
    text: `Nội dung số ${queued}, có dấu: ướm thử lời dặn.`,
    link: 'https://cchc.anhoa.invalid/s/ab12',
    images: [{ fileId: 7, alt: 'Ảnh' }],
    ...more.variant,
  })
  return db.transaction().execute((tx) =>
    queueMessage(
      tx,
      program,
      {
        channelId,
        publicationId: more.publicationId ?? null,
        source: 'test:1',
        sendKey: more.key ?? `test-${process.pid}-${queued}`,
        variant,
        approvedDigest: variantDigest(variant),
        dueAt: more.dueAt ?? now,
      },
      now,
    ),
  )
}

export async function stateOf(db: DbOrTx, id: number) {
  return db
    .selectFrom('publishing.message')
    .select([
      'state',
      'attempts',
      'last_error',
      'remote_id',
      'remote_url',
      'next_try_at',
      'look_at',
      'progress',
    ])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}
