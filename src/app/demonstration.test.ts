import { mkdtempSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../test/database.ts'
import { readConfig } from '../lib/config.ts'
import type { Db } from '../lib/db/db.ts'
import { countDemonstration } from '../modules/accounts/accounts.sql.ts'
import { demonstrationPeople } from '../modules/accounts/demonstration.ts'
import { assignmentStates, timings } from '../modules/assignments/assignment.ts'
import { type RowFilter, selectRows } from '../modules/assignments/lists.sql.ts'
import { initiativeStates } from '../modules/initiatives/initiative.ts'
import { countByState } from '../modules/initiatives/initiatives.sql.ts'
import type { Plan } from '../modules/plans/plan.ts'
import { campaignProgress, campaignsOf } from '../modules/plans/plans.campaigns.ts'
import { plansWhere, tasksOfPlan } from '../modules/plans/plans.ts'
import { obligationsWhere } from '../modules/reporting/reporting.ts'
import { seedDemonstration } from './demonstration.ts'

const now = new Date('2026-11-22T02:00:00Z')
const config = { ...readConfig({}), dataDir: mkdtempSync('/tmp/chungtay-demonstration-') }
let db: Db
let close: () => Promise<void>
let plans: Plan[]
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  expect(await seedDemonstration(db, config, now)).toBe(true)
  ;({ plans } = await plansWhere(db, 1, {}, 100))
})
afterAll(() => close())

function plan(number: string): Plan {
  const found = plans.find(
    (p) => p.number === number && p.unitId === plans.find((q) => q.kind === 'EVENT')?.unitId,
  )
  if (!found) throw new Error(`no plan ${number}`)
  return found
}

const facts = [
  { number: '17/KH-UBND', tasks: 9, like: 'Quảng Nam', year: 2026, issued: '2026-01-12' },
  { number: '211/KH-UBND', tasks: 18, like: 'Yên Bái', year: 2026, issued: '2025-11-06' },
  { number: '54/KH-UBND', tasks: 1, like: 'Hà Nội', year: 2024, issued: '2024-02-08' },
  { number: '25/KH-UBND', tasks: 20, like: 'Quảng Ngãi', year: 2026, issued: '2026-02-15' },
  { number: '44/KH-UBND', tasks: 4, like: 'Hậu Giang', year: 2026, issued: '2026-02-26' },
]

test.each(facts)(
  'the plan $number gives as many tasks as that of $like, each to somebody known',
  async (fact) => {
    const found = plan(fact.number)
    expect(found).toMatchObject({
      year: fact.year,
      issued: fact.issued,
      title: expect.stringContaining('minh họa'),
    })
    const { tasks } = await tasksOfPlan(db, 1, found.id)
    expect(tasks).toHaveLength(fact.tasks)
    expect(tasks.filter((t) => !t.agencies.some((a) => a.role !== 'coordinating'))).toEqual([])
    expect(tasks.flatMap((t) => t.agencies).filter((a) => a.unitId === null && a.groupId === null)).toEqual(
      [],
    )
  },
)

test('times, targets and duties to report are those of the seeds', async () => {
  const yearly = await tasksOfPlan(db, 1, plan('211/KH-UBND').id)
  const target = yearly.tasks.flatMap((t) => t.targets).find((t) => t.asPrinted.includes('tiểu phẩm'))
  expect(target).toMatchObject({ minimum: 1, maximum: 2 })
  const own = yearly.tasks.find((t) => t.content.startsWith('Xây dựng kế hoạch'))
  expect(own?.schedules[0]).toMatchObject({ kind: 'PREVIOUS_YEAR_Q4', due: '2025-12-31' })
  expect(yearly.reportDuties.map((d) => d.dueAsPrinted)).toEqual([
    'trước ngày 05 tháng cuối cùng của quý',
    'trước ngày 05/6',
    'trước ngày 05/11',
  ])
  const digital = await tasksOfPlan(db, 1, plan('17/KH-UBND').id)
  expect(digital.reportDuties.flatMap((d) => d.dueAsPrinted ?? [])).toEqual([
    'trước ngày 30/6',
    'trước ngày 10/12',
  ])
  const contest = await tasksOfPlan(db, 1, plan('44/KH-UBND').id)
  expect(contest.tasks.map((t) => t.schedules.map((s) => [s.starts, s.ends]))).toEqual([
    [['2026-01-01', '2026-12-31']],
    [['2026-03-01', '2026-05-31']],
    [],
    [],
  ])
  expect(contest.tasks.flatMap((t) => t.targets.map((x) => x.asPrinted)).join()).toContain('100%')
  const control = await tasksOfPlan(db, 1, plan('25/KH-UBND').id)
  const annex = control.groups.filter((g) => g.place === 'ANNEX')
  expect(annex.map((g) => g.ordinal)).toEqual(['I', 'II', 'III', 'IV', 'V'])
  expect(annex.map((g) => control.tasks.filter((t) => t.groupId === g.id).length)).toEqual([2, 4, 3, 4, 4])
})

test('the work is in every state, and some of it is pressing', async () => {
  const count = async (filter: RowFilter) => (await selectRows(db, 1, filter, '2026-11-22', 1)).total
  for (const state of assignmentStates.filter((s) => s !== 'withdrawn')) {
    expect([state, await count({ states: [state] })]).not.toEqual([state, 0])
  }
  for (const timing of timings) expect([timing, await count({ timings: [timing] })]).not.toEqual([timing, 0])
})

test('ideas of the public are there in every state', async () => {
  const counts = await countByState(db, 1)
  expect([...counts.keys()].sort()).toEqual([...initiativeStates].sort())
})

test('a campaign shows who has issued a plan for next year and who has not', async () => {
  const next = (await campaignsOf(db, 1)).find((c) => c.year === 2027)
  const { units } = await campaignProgress(db, 1, next?.id ?? 0, '2026-11-22')
  expect(new Set(units.map((u) => u.standing))).toEqual(new Set(['ISSUED', 'WRITING', 'NOTHING']))
})

test('one click leads into every role, and all who can are marked as demonstration', async () => {
  const people = await demonstrationPeople(db, '2026-11-22')
  expect(new Set(people.map((p) => p.role)).size).toBe(6)
  expect(people.length).toBeLessThan(30)
  expect(await countDemonstration(db)).toBeGreaterThan(60)
})

test('a database that has a province is left as it is', async () => {
  expect(await seedDemonstration(db, config, now)).toBe(false)
})

test('the plans ask for reports: owed by their rules, and tied to the ones that consolidate them', async () => {
  const { rows } = await obligationsWhere(db, 1, { year: 2026 }, 1000)
  const half = rows.filter((r) => r.period === '2026-H1' && r.source.includes('211/KH-UBND'))
  const gathered = half.find((r) => r.toName === 'Bộ Nội vụ')
  expect(gathered).toMatchObject({ unitName: 'Sở Nội vụ', dueDay: '2026-06-20' })
  const units = half.filter((r) => r.id !== gathered?.id)
  expect(units.length).toBeGreaterThan(30)
  expect(new Set(units.map((r) => r.dueDay))).toEqual(new Set(['2026-06-04']))
  expect(new Set(units.map((r) => r.parentId))).toEqual(new Set([gathered?.id]))
})
