import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type TestWeb, testWeb } from '../../../../test/web.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db } from '../../../lib/db/db.ts'
import { insertFile } from '../../../lib/files/files.ts'
import { storedPath } from '../../../lib/files/store.ts'
import { openPortal } from '../publishing.columns.ts'
import { addPublication } from '../publishing.fixtures.ts'
import { addChannel, addMessage, stateOf } from './channels.fixtures.ts'
import type { FakeServices } from './fake-moods.fixtures.ts'
import { fakeServices } from './fake-services.fixtures.ts'
import { workChannel } from './sending.ts'
import type { SendingTools } from './tools.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
let fake: FakeServices
let tools: SendingTools
let fileId: number
const now = new Date('2026-11-22T02:00:00Z')

beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  web = testWeb(db, { privateHosts: ['127.0.0.1'] })
  await db.transaction().execute((tx) => openPortal(tx, 1))
  fileId = await photoOfReaders()
})
afterAll(() => close())
beforeEach(async () => {
  fake = await fakeServices()
  const visitor = web.visitor()
  fake.fetchPicture = async (address) => {
    const { status, headers, bytes } = await visitor.request(new URL(address).pathname)
    return { type: headers.get('content-type') ?? '', bytes: status === 200 ? bytes : new Uint8Array() }
  }
  const timing = { call: 5_000, lease: 60_000, settle: 60_000, backOff: () => 10_000 }
  tools = { db, config: web.config, clock: () => now, bases: fake.bases, timing }
})
afterEach(() => fake.close())

/** A WebP of some megabytes, 3,000 pixels wide, that a live publication shows. */
async function photoOfReaders(): Promise<number> {
  const noise = { raw: { width: 3000, height: 2000, channels: 3 } } as const
  const bytes = await sharp(randomBytes(3000 * 2000 * 3), noise)
    .webp({ quality: 60, effort: 0 })
    .toBuffer()
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const place = storedPath(web.config.dataDir, sha256)
  mkdirSync(dirname(place), { recursive: true })
  writeFileSync(place, bytes)
  const file = { sha256, bytes: bytes.length, kind: 'webp', name: 'Ngày thứ Bảy.webp' } as const
  const { id } = await insertFile(db, 1, null, now, file)
  const publication = await addPublication(db, world.units.noiVu)
  const shown = { province_id: 1, publication_id: publication.id, file_id: id, name: 'anh.webp' }
  await db.insertInto('publishing.publication_file').values(shown).execute()
  expect(bytes.length).toBeGreaterThan(2_000_000)
  return id
}

const variant = () => ({ images: [{ fileId, alt: 'Ngày thứ Bảy' }] })

async function sent(kind: 'zalo' | 'facebook', settings: Record<string, string>) {
  const channel = await addChannel(tools, fake, kind, world.units.noiVu, { settings })
  const id = await addMessage(db, channel, now, { variant: variant() })
  await workChannel(tools, 1, channel)
  return stateOf(db, id)
}

test.each(['zalo', 'facebook'] as const)(
  'a large WebP leaves for %s as an upright JPEG within what the channel takes',
  async (kind) => {
    expect(await sent(kind, {})).toMatchObject({ state: 'sent' })
    fake.pictureMost = 200_000
    expect(await sent(kind, { imageBytes: '200000' })).toMatchObject({ state: 'sent' })
    const [usual, small] = await Promise.all(fake.pictures.map((one) => sharp(Buffer.from(one)).metadata()))
    expect([usual?.format, small?.format]).toEqual(['jpeg', 'jpeg'])
    expect(usual?.width).toBeLessThanOrEqual(1440)
    expect(fake.pictures[1]?.length).toBeLessThanOrEqual(200_000)
  },
)

test('what is too large for the service all the same is refused in plain words, for the desk', async () => {
  fake.pictureMost = 1_000
  expect(await sent('zalo', {})).toMatchObject({ state: 'failed', last_error: { who: 'desk' } })
})

test('a picture beside advice to one person is uploaded as such a JPEG', async () => {
  const channel = await addChannel(tools, fake, 'zalo', world.units.noiVu)
  const advice = {
    ...{ title: '', lead: '', link: '', text: 'Chào anh, hồ sơ đã xong.', way: 'consultation' as const },
    recipient: { userId: '900', lastWroteAt: now.toISOString() },
  }
  const id = await addMessage(db, channel, now, { variant: { ...variant(), ...advice } })
  await workChannel(tools, 1, channel)
  expect(await stateOf(db, id)).toMatchObject({ state: 'sent' })
  expect(await sharp(Buffer.from(fake.pictures[0] ?? [])).metadata()).toMatchObject({ format: 'jpeg' })
})

test('nobody asks for other sizes than those that are made', async () => {
  const visitor = web.visitor()
  expect((await visitor.request(`/media/${fileId}/picture-180.jpg`)).status).toBe(200)
  expect((await visitor.request(`/media/${fileId}/picture-181.jpg`)).status).toBe(404)
})
