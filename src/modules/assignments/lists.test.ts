import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, inRolledBack } from '../../../test/database.ts'
import { makeWorld, type World } from '../../../test/world.ts'
import { addDays } from '../../lib/calendar/day.ts'
import type { Db } from '../../lib/db/db.ts'
import { assignmentRoles, assignmentStates, timingOf } from './assignment.ts'
import { issuedPlan } from './assignments.fixtures.ts'
import { giveTasks } from './assignments.giving.ts'
import { selectRows, tally } from './lists.sql.ts'
import { timingSql } from './timing.sql.ts'

let db: Db
let close: () => Promise<void>
let world: World
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
})
afterAll(() => close())

test('SQL and program agree on how an assignment stands, whatever its state and day', async () => {
  const near = fc.option(fc.integer({ min: -12, max: 12 }).map((n) => addDays('2026-06-05', n)))
  const one = fc.record({
    role: fc.constantFrom(...assignmentRoles),
    state: fc.constantFrom(...assignmentStates),
    dueDay: near,
    reportedDay: near,
  })
  await fc.assert(
    fc.asyncProperty(fc.array(one, { minLength: 20, maxLength: 60 }), async (all) => {
      const rows = sql.join(
        all.map((a) => sql`(${a.role}, ${a.state}, ${a.dueDay}::date, ${a.reportedDay}::date)`),
      )
      const said = await sql<{ timing: string }>`select ${timingSql('2026-06-05')} as timing
        from (values ${rows}) as a (role, state, due_day, reported_day)`.execute(db)
      expect(said.rows.map((r) => r.timing)).toEqual(all.map((a) => timingOf(a, '2026-06-05')))
    }),
    { numRuns: 20 },
  )
})

test('each figure of a board opens to exactly as many rows', async () => {
  await inRolledBack(db, async (tx) => {
    const { planId } = await issuedPlan(tx, world)
    await giveTasks(
      tx,
      { provinceId: 1, accountId: null, name: 'Chung Tay' },
      planId,
      new Date('2026-05-20T02:00:00Z'),
    )
    const today = '2026-07-01'
    for (const t of await tally(tx, 1, 'task', { planId }, today)) {
      for (const [timing, n] of Object.entries(t.timings)) {
        const rows = await selectRows(
          tx,
          1,
          { planId, taskId: t.key ?? 0, timings: [timing as 'overdue'] },
          today,
        )
        expect([timing, rows.total]).toEqual([timing, n])
      }
    }
  })
})

test('the most pressing comes first, and a filter by units keeps others out', async () => {
  await inRolledBack(db, async (tx) => {
    const { planId } = await issuedPlan(tx, world)
    await giveTasks(
      tx,
      { provinceId: 1, accountId: null, name: 'Chung Tay' },
      planId,
      new Date('2026-05-20T02:00:00Z'),
    )
    const { rows } = await selectRows(tx, 1, { planId, unitIds: [world.units.noiVu] }, '2026-07-01')
    expect(rows.map((r) => [r.unitName, r.dueDay, r.timing])).toEqual([
      ['Sở Nội vụ', '2026-06-04', 'overdue'],
      ['Sở Nội vụ', '2026-06-30', 'overdue'],
      ['Sở Nội vụ', '2026-12-31', 'later'],
    ])
  })
})
