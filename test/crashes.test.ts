import { expect, test } from 'vitest'
import { crash } from '../bench/channels/crashing.ts'
import { freshDatabase } from './database.ts'
import { makeWorld } from './world.ts'

/** The bench does the same a thousand times (bench/crashes.ts); these keep the way there walkable from day to day. */
test('a worker killed at random packets sends nothing twice and loses nothing', async () => {
  const { db, url, close } = await freshDatabase()
  const world = await makeWorld(db)
  const scene = { crashes: 10, seed: 7, hands: 3, channels: 6, readers: 8 }
  const report = await crash(url, world, { ...scene, say: () => {} })
  expect(report).toMatchObject({ doubled: [], lost: [] })
  expect(report.crashes).toBeGreaterThanOrEqual(scene.crashes)
  expect(report.states['sent']).toBeGreaterThan(0)
  await close()
}, 600_000)
