import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, inRolledBack } from '../../../test/database.ts'
import { makeWorld, type World } from '../../../test/world.ts'
import { deadlineRuleSchema } from '../../lib/calendar/deadline-rule.ts'
import { readDeadline } from '../../lib/calendar/read-deadline.ts'
import type { Db, Tx } from '../../lib/db/db.ts'
import { projectPath } from '../../lib/paths.ts'
import { openCatalogue } from './catalogue.ts'
import { openDraft } from './plans.drafting.ts'
import { sampleText } from './plans.fixtures.ts'
import { programmesOf, tasksOfPlan } from './plans.ts'

let db: Db
let close: () => Promise<void>
let world: World
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  await db.transaction().execute((tx) => openCatalogue(tx, world.provinceId))
})
afterAll(() => close())

/** A draft whose report duties print these due dates; `before` is what stood in the database for each. */
async function draftWith(tx: Tx, duties: readonly { due: string; before: object | null }[]): Promise<number> {
  const { provinceId, accountId, name, role, unitId } = world.lan
  const lan = {
    provinceId,
    accountId,
    name,
    locale: 'vi' as const,
    grants: [{ role, unitId }],
    reach: 'province' as const,
  }
  const [programme] = await programmesOf(tx, provinceId)
  const plan = {
    programmeId: programme?.id ?? 0,
    kind: 'ANNUAL' as const,
    unitId: world.units.ubnd,
    year: 2026,
    yearTo: 2026,
    title: 'Kế hoạch tuyên truyền cải cách hành chính năm 2026',
  }
  const reportDuties = duties.map(({ due }) => ({
    period: 'quarter' as const,
    dueAsPrinted: due,
    dueRule: null,
    addresseeAsPrinted: null,
    toUnitId: null,
    viaUnitId: null,
  }))
  const id = await openDraft(tx, lan, plan, { ...sampleText, reportDuties }, new Date('2026-01-20T02:00:00Z'))
  for (const { due, before } of duties) {
    const old = before && JSON.stringify(before)
    await sql`update plans.report_duty set due_rule = ${old}::jsonb where due_as_printed = ${due}`.execute(tx)
  }
  return id
}

test('rules of the first shape take the new one, and mean what the print says', async () => {
  const duties = [
    { due: 'trước ngày 05/6', before: { day: 5, before: true, month: 6 } },
    { due: 'chậm nhất ngày 20 tháng cuối kỳ', before: { day: 20, before: false, month: 'last' } },
    {
      due: 'trước ngày 10 tháng đầu của kỳ báo cáo sau',
      before: { day: 10, before: true, month: 'next' },
    },
  ]
  await inRolledBack(db, async (tx) => {
    await draftWith(tx, duties)
    const migration = readFileSync(projectPath('migrations/20261122-0618-deadline-rules.sql'), 'utf8')
    for (let again = 0; again < 2; again += 1) await sql.raw(migration).execute(tx)
    const rows = await tx.selectFrom('plans.report_duty').select(['due_as_printed', 'due_rule']).execute()
    for (const row of rows) {
      expect(deadlineRuleSchema.parse(row.due_rule)).toEqual(readDeadline(row.due_as_printed ?? ''))
    }
    expect(rows).toHaveLength(3)
  })
})

test('a due date that was not understood when the plan was read is, once the language knows it', async () => {
  const due = 'chậm nhất 02 ngày làm việc sau ngày chốt số liệu'
  await inRolledBack(db, async (tx) => {
    const id = await draftWith(tx, [{ due, before: null }])
    const { reportDuties } = await tasksOfPlan(tx, world.provinceId, id)
    expect(reportDuties.map((d) => d.dueRule)).toEqual([readDeadline(due)])
  })
})
