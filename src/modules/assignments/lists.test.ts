import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, inRolledBack } from '../../../test/database.ts'
import { makeWorld, type World } from '../../../test/world.ts'
import { addDays } from '../../lib/calendar/day.ts'
import type { Db, Tx } from '../../lib/db/db.ts'
import { assignmentRoles, assignmentStates, type TimingInput, timingOf } from './assignment.ts'
import { issuedPlan } from './assignments.fixtures.ts'
import { giveTasks } from './assignments.giving.ts'
import { type AssignmentRow, pressingRows, selectRows } from './lists.sql.ts'
import { type BoardSide, type Tally, talliesByPlanAndUnit, tally } from './tallies.sql.ts'
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

/** Gives the plan's tasks and then lets each share stand anyhow. */
async function anyhow(tx: Tx, seed: number): Promise<number> {
  const { planId } = await issuedPlan(tx, world)
  const program = { provinceId: 1, accountId: null, name: 'Chung Tay' }
  await giveTasks(tx, program, planId, new Date('2026-05-20T02:00:00Z'))
  await sql`update assignments.assignment a set
      role = (array['lead', 'coordinating', 'invited'])[1 + (a.id * 7 + ${seed}::int8) % 3],
      state = (array['assigned', 'acknowledged', 'in_progress', 'reported_done', 'verified', 'returned', 'withdrawn'])
        [1 + (a.id * 11 + ${seed}::int8 * 3) % 7],
      due_day = case when (a.id + ${seed}::int8) % 5 > 0 then date '2026-06-20' + ((a.id * 13 + ${seed}::int8) % 25)::int end,
      reported_day = case when (a.id * 3 + ${seed}::int8) % 4 > 0 then date '2026-06-20' + ((a.id * 17) % 25)::int end
    where a.plan_id = ${planId}`.execute(tx)
  return planId
}

test('boards count by section, task, unit and plan what the rule of the program says of each row', async () => {
  const today = '2026-07-01'
  for (const seed of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) {
    await inRolledBack(db, async (tx) => {
      const planId = await anyhow(tx, seed)
      const { rows } = await sql<TimingInput & Record<BoardSide, number | null>>`
        select a.role, a.state, a.due_day as "dueDay", a.reported_day as "reportedDay",
          a.task_id as task, a.unit_id as unit, a.plan_id as plan, t.group_id as section
        from assignments.assignment a join plans.task t on t.province_id = a.province_id and t.id = a.task_id
        where a.province_id = 1 and a.plan_id = ${planId} and a.state <> 'withdrawn'`.execute(tx)
      expect(rows.length).toBeGreaterThan(3)
      const sides = ['section', 'task', 'unit', 'plan'] as const
      const both = await talliesByPlanAndUnit(tx, 1, {}, today)
      for (const side of sides) {
        const should = figures(rows.map((r) => [r[side], timingOf(r, today)]))
        const flat = (all: readonly Tally[]) =>
          figures(
            all.flatMap((t) =>
              Object.entries(t.timings).flatMap(([timing, n]) => Array(n).fill([t.key, timing])),
            ),
          )
        expect(flat(await tally(tx, 1, side, { planId }, today))).toEqual(should)
        if (side === 'plan') expect(flat(both.plans)).toEqual(should)
        if (side === 'unit') expect(flat(both.units)).toEqual(should)
      }
    })
  }
})

function figures(all: readonly (readonly [number | null, string])[]): Record<string, number> {
  const out: Record<string, number> = {}
  for (const [key, timing] of all) out[`${key} ${timing}`] = (out[`${key} ${timing}`] ?? 0) + 1
  return out
}

test('pages of a list follow each other without gap or double, open work first and by due day', async () => {
  await inRolledBack(db, async (tx) => {
    const planId = await anyhow(tx, 5)
    const today = '2026-07-01'
    const whole = await selectRows(tx, 1, { planId }, today, 500)
    expect(whole.rows).toHaveLength(whole.total)
    const ended = (r: AssignmentRow) => (r.state === 'verified' || r.state === 'reported_done' ? 1 : 0)
    const order = whole.rows.map((r) => `${ended(r)} ${r.dueDay ?? '9999'}`)
    expect(order).toEqual(order.toSorted())
    const pages: number[] = []
    for (let offset = 0; offset < whole.total; offset += 4) {
      const page = await selectRows(tx, 1, { planId }, today, 4, offset)
      expect(page.total).toBe(whole.total)
      pages.push(...page.rows.map((r) => r.id))
    }
    expect(pages).toEqual(whole.rows.map((r) => r.id))
    expect((await pressingRows(tx, 1, { planId }, today, 500)).map((r) => r.id)).toEqual(pages)
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
