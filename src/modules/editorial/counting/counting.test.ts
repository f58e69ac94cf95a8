import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, inRolledBack } from '../../../../test/database.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db, Tx } from '../../../lib/db/db.ts'
import { actorOf, issuedPlan } from '../../assignments/assignments.fixtures.ts'
import { giveTasks } from '../../assignments/assignments.giving.ts'
import { base, now, writtenItem } from '../editorial.fixtures.ts'
import { forcePublish } from '../items/forcing.ts'
import { selectItem } from '../items/items.sql.ts'
import { withdrawItem } from '../items/life.ts'
import { editAgain } from '../items/writing.ts'
import { countPublication } from './counting.ts'

let db: Db
let close: () => Promise<void>
let world: World
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
})
afterAll(() => close())

const program = { provinceId: 1, accountId: null, name: 'Chung Tay' } as const
const count = (tx: Tx, id: number) => countPublication(tx, program, id, 'https://cchc.anhoa.invalid', now)

const activities = (tx: Tx) =>
  tx
    .selectFrom('assignments.activity as a')
    .leftJoin('assignments.activity_figure as f', (j) =>
      j.onRef('f.activity_id', '=', 'a.id').on('f.metric', '=', 'views'),
    )
    .select(['a.id', 'a.unit_id', 'a.form_code', 'a.withdrawn_at', 'f.value as views'])
    .execute()

test('a published item is one activity of its unit with its reach, until it is withdrawn', () =>
  inRolledBack(db, async (tx) => {
    const plan = await issuedPlan(tx, world)
    await giveTasks(tx, program, plan.planId, now)
    const hung = actorOf(world.hung)
    const id = await writtenItem(tx, world, actorOf(world.thu), { taskId: plan.taskIds.plays })
    await forcePublish(tx, hung, id, { reason: 'Cần đăng ngay để kịp hội nghị sáng nay' }, base, now)
    const publicationId = (await selectItem(tx, 1, id))?.publicationId ?? 0
    await count(tx, publicationId)
    await count(tx, publicationId)
    const [first, ...more] = await activities(tx)
    expect(more).toEqual([])
    expect(first).toMatchObject({ unit_id: world.units.vanHoa, form_code: 'news', views: null })

    const reach = { province_id: 1, publication_id: publicationId, channel_kind: 'portal', metric: 'view' }
    const day = { ...reach, day: '2026-11-22', origin: 'counted' }
    await tx
      .insertInto('publishing.reach')
      .values({ ...day, amount: 41 })
      .execute()
    await count(tx, publicationId)
    const served = await tx.selectFrom('assignments.activity_assignment').select('assignment_id').execute()
    const shown = await tx.selectFrom('assignments.evidence').select('url').execute()
    expect(served).toHaveLength(1)
    expect(shown.map((e) => e.url)).toEqual([
      'https://cchc.anhoa.invalid/articles/bo-phan-mot-cua-lam-viec-sang-thu-bay',
    ])
    expect(Number((await activities(tx))[0]?.views)).toBe(41)

    await withdrawItem(tx, actorOf(world.ngoc), id, { notice: 'Gỡ để sửa số liệu.', inError: false }, now)
    await count(tx, publicationId)
    expect((await activities(tx))[0]?.withdrawn_at).not.toBeNull()

    await editAgain(tx, actorOf(world.thu), id, now)
    await forcePublish(tx, hung, id, { reason: 'Đăng lại bản đã sửa số liệu theo yêu cầu' }, base, now)
    await count(tx, publicationId)
    const again = await activities(tx)
    expect(again).toHaveLength(1)
    expect(again[0]?.withdrawn_at).toBeNull()
  }))
