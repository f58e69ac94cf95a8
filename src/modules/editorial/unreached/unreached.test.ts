import { expect, test } from 'vitest'
import { freshDatabase, inRolledBack } from '../../../../test/database.ts'
import { makeWorld } from '../../../../test/world.ts'
import { issuedPlan } from '../../assignments/assignments.fixtures.ts'
import { giveTasks } from '../../assignments/assignments.giving.ts'
import { countActivity } from '../../assignments/assignments.ts'
import { selectUnreachedTasks } from './unreached.sql.ts'

const now = new Date('2026-11-22T02:00:00Z')
const program = { provinceId: 1, accountId: null, name: 'Chung Tay' } as const

test('a task is without reach until an activity tells of people', async () => {
  const { db, close } = await freshDatabase()
  const world = await makeWorld(db)
  await inRolledBack(db, async (tx) => {
    const plan = await issuedPlan(tx, world)
    await giveTasks(tx, program, plan.planId, now)
    const { plays, posting } = plan.taskIds
    const silent = async (units: number[] | null = null) =>
      (await selectUnreachedTasks(tx, 1, 2026, units)).map((t) => [t.taskId, t.activities])
    expect(await silent()).toContainEqual([plays, 0])
    expect(await silent([world.units.binhMinh])).toEqual([[posting, 0]])
    const deed = {
      ...{ source: 'test:1', unitId: world.units.vanHoa, what: 'Diễn tiểu phẩm', formCode: 'stage' },
      ...{ fromDay: '2026-06-01', toDay: '2026-06-01', themeCodes: [], audienceCodes: [], link: null },
      taskIds: [plays],
    }
    await countActivity(tx, program, { ...deed, figures: { quantity: 1 } }, now)
    expect(await silent()).toContainEqual([plays, 1])
    await countActivity(tx, program, { ...deed, figures: { quantity: 1, people: 300 } }, now)
    expect((await silent()).map(([id]) => id)).not.toContain(plays)
  })
  await close()
})
