import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { testWeb } from '../../../test/web.ts'
import { makeWorld, type World } from '../../../test/world.ts'
import type { Db } from '../../lib/db/db.ts'
import { issuedPlan } from '../assignments/assignments.fixtures.ts'

vi.mock('@myriaddreamin/typst-ts-node-compiler', () => {
  throw new Error('Cannot find native binding.')
})

let db: Db
let close: () => Promise<void>
let world: World
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
})
afterAll(() => close())

test('on a machine that cannot print PDF the page says so, and the .docx still leaves', async () => {
  const { planId } = await db.transaction().execute((tx) => issuedPlan(tx, world))
  const lan = await testWeb(db).signedIn(world.lan)
  const pdf = await lan.get(`/plans/${planId}/document.pdf`)
  expect([pdf.status, pdf.text]).toEqual([409, expect.stringContaining('Hãy tải bản .docx')])
  const docx = await lan.get(`/plans/${planId}/document.docx`)
  expect([docx.status, docx.bytes.length > 5_000]).toEqual([200, true])
})
