import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, inRolledBack } from '../../test/database.ts'
import { recordChange } from './audit.ts'
import type { Db } from './db/db.ts'

let db: Db
let close: () => Promise<void>
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
})
afterAll(() => close())

test('a change is recorded with who, what, before and after', async () => {
  await inRolledBack(db, async (tx) => {
    const by = { provinceId: 1, accountId: 7, name: 'Nguyễn Thị Lan' }
    const at = new Date('2026-11-22T02:00:00Z')
    await recordChange(tx, by, at, {
      verb: 'plan.issue',
      subject: { kind: 'plan', id: 3 },
      before: { state: 'signed' },
      after: { state: 'issued' },
    })
    const row = await tx.selectFrom('audit.entry').selectAll().executeTakeFirstOrThrow()
    expect(row).toMatchObject({
      account_id: 7,
      actor_name: 'Nguyễn Thị Lan',
      at,
      before: { state: 'signed' },
      after: { state: 'issued' },
    })
  })
})
