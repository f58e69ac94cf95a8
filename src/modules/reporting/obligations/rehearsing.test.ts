import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, inRolledBack } from '../../../../test/database.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import { readDeadline } from '../../../lib/calendar/read-deadline.ts'
import type { Db } from '../../../lib/db/db.ts'
import { actorOf } from '../../assignments/assignments.fixtures.ts'
import { acceptEarly, changeDuty } from './duties.ts'
import { countObligations } from './lists.sql.ts'
import { giveDuty, someDuty } from './obligations.fixtures.ts'
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

test('a due day before the data closes is accepted with a reason, until the days change', async () => {
  await inRolledBack(db, async (tx) => {
    const lan = actorOf(world.lan)
    const now = new Date('2026-01-05T02:00:00Z')
    const id = await giveDuty(tx, world, [{ unitId: world.units.vanHoa }])
    const kinds = async () => (await rehearse(tx, 1, 2026, '2026-01-05')).findings.map((f) => f.kind)
    expect(await kinds()).toContain('early')
    const reason = 'Kế hoạch số 25/KH-UBND quy định gửi trước ngày 05'
    await acceptEarly(tx, lan, id, { version: 1, reason }, now)
    expect(await kinds()).toContain('early_accepted')
    expect(await kinds()).not.toContain('early')
    const told = (await rehearse(tx, 1, 2026, '2026-01-05')).findings.find((f) => f.kind === 'early_accepted')
    expect(told?.severity).toBe('note')
    expect(told?.detail.vi).toContain(`“${reason}” (Nguyễn Thị Lan, 05/01/2026)`)
    await expect(acceptEarly(tx, actorOf(world.minh), id, { version: 2, reason }, now)).rejects.toThrow()
    const printed = 'trước ngày 03 tháng cuối cùng của quý'
    const duty = someDuty(world, due(printed))
    const scope = [{ unitId: world.units.vanHoa, groupId: null, exempt: false }]
    await changeDuty(tx, lan, id, 2, { ...duty, scope }, now)
    expect(await kinds()).toContain('early')
  })
})
