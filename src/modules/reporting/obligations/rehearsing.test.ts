import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, inRolledBack } from '../../../../test/database.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import { readDeadline } from '../../../lib/calendar/read-deadline.ts'
import type { Db } from '../../../lib/db/db.ts'
import { countObligations } from './lists.sql.ts'
import { giveDuty } from './obligations.fixtures.ts'
import { rehearse } from './rehearsing.ts'

let db: Db
let close: () => Promise<void>
let world: World
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
})
afterAll(() => close())

const due = (text: string) => ({ dueAsPrinted: text, dueRule: readDeadline(text, 'quarter') })

test('a rehearsal writes nothing, and finds who has nobody, what is too early and what comes after its parent', async () => {
  await inRolledBack(db, async (tx) => {
    const { vanHoa, taiChinh, noiVu } = world.units
    const gathered = await giveDuty(tx, world, [{ unitId: noiVu }], {
      ...due('chậm nhất ngày 02 tháng cuối của kỳ báo cáo'),
      name: 'Báo cáo tổng hợp',
    })
    await giveDuty(tx, world, [{ unitId: vanHoa }, { unitId: taiChinh }], { consolidatedById: gathered })
    await giveDuty(tx, world, [{ unitId: vanHoa }], {
      dueRule: null,
      dueAsPrinted: null,
      name: 'Chưa có hạn',
    })
    const played = await rehearse(tx, 1, 2026, '2026-01-05')
    expect(played.reports).toBe(12)
    expect(played.findings.map((f) => [f.kind, f.about])).toEqual([
      ['no_due', 'Chưa có hạn'],
      ['after_parent', 'Báo cáo quý công tác tuyên truyền'],
      ['no_owner', 'Sở Tài chính'],
      ['early', 'Báo cáo tổng hợp'],
      ['early', 'Báo cáo quý công tác tuyên truyền'],
      // 02/9 is National Day.
      ['day_off', 'Báo cáo tổng hợp'],
    ])
    expect(await countObligations(tx, 1, {})).toBe(0)
  })
})
