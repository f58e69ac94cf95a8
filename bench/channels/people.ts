import { sql } from 'kysely'
import type { Actor } from '../../src/lib/actor.ts'
import type { Db } from '../../src/lib/db/db.ts'
import { Refusal } from '../../src/lib/errors.ts'
import { switchChannel } from '../../src/modules/publishing/channels/channels.ts'
import { type FakeServices, tokensOf } from '../../src/modules/publishing/channels/fake-moods.fixtures.ts'
import { cancelMessage, proveMessage, settleMessage } from '../../src/modules/publishing/channels/messages.ts'
import { adoptTokens } from '../../src/modules/publishing/channels/refreshing.ts'
import type { SendingTools } from '../../src/modules/publishing/channels/tools.ts'
import type { Chance } from './chance.ts'

/** What people did meanwhile. */
export interface Deeds {
  cancelled: Set<number>
  proved: number
  saidSent: number
  saidNotSent: number
  grantedAgain: number
}

export const noDeeds = (): Deeds => ({
  cancelled: new Set(),
  proved: 0,
  saidSent: 0,
  saidNotSent: 0,
  grantedAgain: 0,
})

/** Takes back messages whose moment is about to come: while a worker may be claiming them. */
export async function cancelSome(db: Db, actor: Actor, chance: Chance, deeds: Deeds): Promise<void> {
  const { rows } = await sql<{ id: number }>`
    select id from publishing.message where state = 'waiting' and attempts = 0
      and due_at < now() + interval '400 milliseconds' order by due_at limit 20`.execute(db)
  const one = chance.oneOf(rows)
  if (!one || chance.next() < 0.85) return
  await unlessMoved(async () => {
    await db.transaction().execute(async (tx) => {
      await cancelMessage(tx, actor, one.id, new Date())
      const { attempts } = await tx
        .selectFrom('publishing.message')
        .select('attempts')
        .where('id', '=', one.id)
        .executeTakeFirstOrThrow()
      // It may have been begun, and refused, in between: then it is cancelled all the same, but proves nothing.
      if (attempts > 0) throw new Refusal('conflict', [])
    })
    deeds.cancelled.add(one.id)
  })
}

/** Does what was handed to people, and hands the proof in: now and then twice. */
export async function proveSome(db: Db, actor: Actor, chance: Chance, deeds: Deeds): Promise<void> {
  const { rows } = await sql<{ id: number }>`
    select m.id from publishing.message m join publishing.channel c on c.id = m.channel_id
    where c.kind = 'manual' and m.state = 'sending' limit 10`.execute(db)
  for (const { id } of rows)
    for (let times = chance.next() < 0.3 ? 2 : 1; times > 0; times--)
      await unlessMoved(async () => {
        const proof = { day: '2026-11-22', link: `https://lotus.invalid/${id}`, words: '', fileId: null }
        await db.transaction().execute((tx) => proveMessage(tx, actor, id, proof, new Date()))
        if (times === 1) deeds.proved += 1
      })
}

/** Answers what only a person can: looks at the channel itself, here at what the service has. */
export async function settleSome(db: Db, fake: FakeServices, actor: Actor, deeds: Deeds): Promise<void> {
  const { rows } = await sql<{ id: number; articleId: string | null; number: string | null }>`
    select m.id, m.progress->'kept'->>'articleId' as "articleId",
      substring(m.variant->>'text' from 'số ([0-9]+),') as number
    from publishing.message m where m.state = 'unsure' and m.look_at is null and not exists (
      select 1 from publishing.message_attempt a where a.province_id = m.province_id and a.message_id = m.id
        and a.ended_at > now() - interval '2 seconds')`.execute(db)
  for (const { id, articleId, number } of rows) {
    const isThere = fake.ledger.some((post) =>
      articleId
        ? post.service === 'zalo-notice' && post.words.includes(`"${articleId}"`)
        : post.service === 'zalo-advice' && post.words.includes(`số ${number},`),
    )
    await unlessMoved(async () => {
      const answer = isThere ? ({ sent: true, link: '' } as const) : ({ sent: false } as const)
      await db.transaction().execute((tx) => settleMessage(tx, actor, id, answer, new Date()))
      if (isThere) deeds.saidSent += 1
      else deeds.saidNotSent += 1
    })
  }
}

/** Grants access again where a crash fell between Zalo's answer to an exchange and the disk. */
export async function grantAgain(
  tools: SendingTools,
  fake: FakeServices,
  actor: Actor,
  deeds: Deeds,
): Promise<void> {
  const { rows } = await sql<{ id: number; account: string; code: string }>`
    select id, settings->>'account' as account, trouble->>'code' as code from publishing.channel
    where kind = 'zalo' and state = 'needs_attention'`.execute(tools.db)
  for (const { id, account, code } of rows) {
    if (code === 'grant') {
      const tokens = tokensOf(fake, account)
      tokens.exchanges += 1
      tokens.access = `access-${tokens.exchanges}@${account}`
      tokens.refresh = `refresh-${tokens.exchanges}@${account}`
      await adoptTokens(tools, 1, id, {
        accessToken: tokens.access,
        refreshToken: tokens.refresh,
        accessUntil: new Date(Date.now() + 9e7),
        refreshUntil: new Date(Date.now() + 7e9),
      })
      deeds.grantedAgain += 1
    }
    await tools.db.transaction().execute((tx) => switchChannel(tx, actor, id, 'on', new Date()))
  }
}

async function unlessMoved(deed: () => Promise<void>): Promise<void> {
  try {
    await deed()
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
  }
}
