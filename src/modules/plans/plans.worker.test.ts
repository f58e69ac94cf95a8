import { mkdtempSync } from 'node:fs'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { makeWorld, type World } from '../../../test/world.ts'
import { readConfig } from '../../lib/config.ts'
import type { Db } from '../../lib/db/db.ts'
import { insertFile } from '../../lib/files/files.ts'
import { keepArrival, writeArrival } from '../../lib/files/store.ts'
import { openCatalogue } from './catalogue.ts'
import { programmesOf } from './plans.ts'
import { plansWorker } from './plans.worker.ts'
import { selectReading } from './review/review.sql.ts'
import { openReading } from './review/reviews.ts'

let db: Db
let close: () => Promise<void>
let world: World
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  await db.transaction().execute((tx) => openCatalogue(tx, 1))
})
afterAll(() => close())

const now = new Date('2026-01-20T02:00:00Z')

async function readByWorker(content: string, name: string) {
  const config = { ...readConfig({}), dataDir: mkdtempSync('/tmp/chungtay-worker-') }
  const arrived = await writeArrival(config.dataDir, Readable.from([Buffer.from(content)]))
  await keepArrival(config.dataDir, arrived)
  const { sha256, bytes } = arrived
  const file = await insertFile(db, 1, world.lan.accountId, now, { sha256, bytes, kind: 'txt', name })
  const { accountId, provinceId, unitId } = world.lan
  const grants = [{ role: 'province_lead' as const, unitId }]
  const lan = {
    provinceId,
    accountId,
    name: world.lan.name,
    locale: 'vi' as const,
    grants,
    reach: 'province' as const,
  }
  const programmeId = (await programmesOf(db, 1))[0]?.id ?? 0
  const input = { name, fileId: file.id, unitId: world.units.ubnd, programmeId }
  const readingId = await db.transaction().execute((tx) => openReading(tx, lan, input, now))
  const context = { db, now, config, progress: async () => {}, signal: new AbortController().signal }
  const run = () => plansWorker[0]?.handle(context, { readingId }, 1)
  await run()
  await run()
  return selectReading(db, 1, readingId)
}

test('a file left to the worker is read once, however often the job runs', async () => {
  const plan =
    'KẾ HOẠCH\nTuyên truyền năm 2026\n\nI. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ\n- Đôn đốc các đơn vị thực hiện Kế hoạch này.\n'
  const reading = await readByWorker(plan, 'ke-hoach.txt')
  expect(reading).toMatchObject({ state: 'READ', progress: 100 })
  expect(reading?.found?.tasks).toHaveLength(1)
})

test('a file that cannot be read is told so, in both languages', async () => {
  const reading = await readByWorker('   \n', 'trống.txt')
  expect(reading?.state).toBe('FAILED')
  expect(reading?.failure?.vi).toContain('Không tìm thấy chữ')
})
