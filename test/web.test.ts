import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Db } from '../src/lib/db/db.ts'
import { freshDatabase } from './database.ts'
import { testWeb } from './web.ts'
import { makeWorld, type World } from './world.ts'

let db: Db
let close: () => Promise<void>
let world: World
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
})
afterAll(() => close())

test('an unknown address is a page with status 404, for visitors and officials', async () => {
  const web = testWeb(db)
  expect((await web.visitor().get('/no-such-page')).status).toBe(404)
  expect((await (await web.signedIn(world.lan)).get('/no-such-page')).status).toBe(404)
})
