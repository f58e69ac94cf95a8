import { sql } from 'kysely'
import type { Db } from '../../src/lib/db/db.ts'
import type { ChannelKind, Variant } from '../../src/modules/publishing/channel.ts'
import { addChannel, addMessage } from '../../src/modules/publishing/channels/channels.fixtures.ts'
import {
  type FakeServices,
  type Mood,
  tokensOf,
} from '../../src/modules/publishing/channels/fake-moods.fixtures.ts'
import { addPublication } from '../../src/modules/publishing/publishing.fixtures.ts'
import type { Chance } from './chance.ts'

export interface Place {
  id: number
  kind: ChannelKind
  variant: Partial<Variant>
  publicationId: number | null
}

/**
 * Channels of every kind, each account of a service with tokens of its own. A crash holds its channels up until their
 * leases end: `of` each kind, so that there are others to work on.
 */
export async function manyChannels(
  db: Db,
  fake: FakeServices,
  config: { secret: string },
  unitId: number,
  of: number,
): Promise<Place[]> {
  const tools = { db, config } as unknown as Parameters<typeof addChannel>[0]
  const made: Place[] = []
  const images = [{ fileId: 7, alt: '' }]
  const add = async (kind: ChannelKind, variant: Partial<Variant>, more: object = {}) => {
    const id = await addChannel(tools, fake, kind, unitId, more)
    made.push({ id, kind, variant, publicationId: null })
  }
  for (let i = 0; i < of; i++) {
    const { access, refresh } = tokensOf(fake, `oa${i}`)
    const recipient = { userId: `u${i}`, lastWroteAt: new Date().toISOString() }
    const way = i % 8 === 0 ? 'consultation' : i % 3 === 0 ? 'broadcast' : 'article'
    const zalo = way === 'consultation' ? { way, images: [], recipient } : { way, images }
    await add('zalo', zalo as Partial<Variant>, {
      secret: { accessToken: access, refreshToken: refresh },
      settings: { account: `oa${i}` },
    })
    const settings = { pageId: String(1000 + i) }
    await add('facebook', { images: i % 3 ? [] : images }, { settings })
    await add('webhook', { images: [] })
    if (i % 6 === 0) await add('manual', { images: [] })
  }
  await add('newsletter', { images: [] })
  const { id: publicationId } = await addPublication(db, unitId)
  return made.map((place) => (place.kind === 'newsletter' ? { ...place, publicationId } : place))
}

/** Queues a message somewhere, a fifth of them for some seconds later. */
export async function queueSomewhere(db: Db, places: readonly Place[], chance: Chance): Promise<void> {
  let place = chance.oneOf(places)
  // Each issue of the newsletter is a letter to every reader: fewer of those.
  if (place?.kind === 'newsletter' && chance.next() < 0.5) place = places[0]
  if (!place) return
  const now = new Date()
  const later = chance.next() < 0.2 ? 1_000 + chance.below(15_000) : 0
  const { variant, publicationId } = place
  await addMessage(db, place.id, now, { variant, publicationId, dueAt: new Date(now.getTime() + later) })
}

/** Six writes of a hundred go wrong in one of the ways in which services go wrong. */
export function moodOf(chance: Chance): Mood {
  const rare: Mood[] = [
    'done-late',
    'done-then-silent',
    'done-then-cut',
    'done-then-500',
    'done-then-garbage',
    'silent',
    '500',
    'limit',
  ]
  return chance.next() < 0.94 ? 'good' : (chance.oneOf(rare) ?? 'good')
}

export async function count(db: Db, where: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from publishing.message m
    join publishing.channel c on c.province_id = m.province_id and c.id = m.channel_id
    where ${sql.raw(where)}`.execute(db)
  return rows[0]?.n ?? 0
}

/** What somebody or something will still move by itself. */
export const stillOpen = `m.state in ('waiting', 'sending') or (m.state = 'unsure')`
