import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, inRolledBack } from '../../../../test/database.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Day } from '../../../lib/calendar/day.ts'
import type { Db, Tx } from '../../../lib/db/db.ts'
import { writeDocx } from '../../../lib/documents/out/docx.ts'
import { selectChasing } from './chasing.sql.ts'
import { chasingDocument } from './chasing-document.ts'
import { makeObligations } from './making.ts'
import { giveDuty } from './obligations.fixtures.ts'
import { remindOfReports } from './reminding.ts'
import { handIn } from './reports.fixtures.ts'

let db: Db
let close: () => Promise<void>
let world: World
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
})
afterAll(() => close())

const at = (day: Day) => new Date(`${day}T00:05:00Z`)
const climb = (tx: Tx, day: Day) => remindOfReports(tx, 1, 'https://chungtay.example', at(day))

function owed(body: (tx: Tx) => Promise<void>): Promise<void> {
  return inRolledBack(db, async (tx) => {
    const { vanHoa, tanLap, binhMinh, matTran } = world.units
    const scope = [vanHoa, tanLap, binhMinh, matTran].map((unitId) => ({ unitId }))
    await giveDuty(tx, world, scope)
    await giveDuty(tx, world, scope, { name: 'Báo cáo quý công tác kiểm soát TTHC', parts: [2] })
    await makeObligations(tx, { provinceId: 1, name: 'Chung Tay' }, at('2026-05-01'))
    await body(tx)
  })
}

async function noticesOf(tx: Tx, accountId: number): Promise<string[]> {
  const rows = await tx
    .selectFrom('assignments.notice')
    .select('text_vi')
    .where('account_id', '=', accountId)
    .orderBy('id')
    .execute()
  return rows.map((r) => r.text_vi)
}

test('five days before, each officer hears once of all reports together; a second run is silent', async () => {
  await owed(async (tx) => {
    expect(await climb(tx, '2026-05-29')).toEqual({ reminders: 0, mails: 0, letters: 0 })
    // 30 and 31 May are a weekend.
    expect(await climb(tx, '2026-05-30')).toEqual({ reminders: 0, mails: 0, letters: 0 })
    expect(await climb(tx, '2026-06-01')).toMatchObject({ mails: 5, letters: 0 })
    expect(await climb(tx, '2026-06-01')).toEqual({ reminders: 0, mails: 0, letters: 0 })
    expect(await noticesOf(tx, world.thu.accountId)).toEqual(['Nhắc báo cáo: 2 báo cáo sắp đến hạn.'])
    const mail = await tx
      .selectFrom('mail.letter')
      .select('body')
      .where('to_address', '=', world.thu.email)
      .execute()
    expect(mail[0]?.body).toContain(
      '[còn 3 ngày, hạn 04/06/2026] Báo cáo quý công tác tuyên truyền, Quý II năm 2026',
    )
  })
})

test('three days late the head gets one summary; who has handed in and who is only asked hears nothing more', async () => {
  await owed(async (tx) => {
    await climb(tx, '2026-06-01')
    await handIn(tx, { unitId: world.units.tanLap, period: '2026-Q2', day: '2026-06-03' })
    await climb(tx, '2026-06-08')
    expect(await noticesOf(tx, world.hung.accountId)).toEqual(['Nhắc báo cáo: 2 báo cáo quá hạn.'])
    expect((await noticesOf(tx, world.mai.accountId)).length).toBe(1)
  })
})

test('seven days late one letter a report and period is drafted, with all that are late, as an official document', async () => {
  await owed(async (tx) => {
    expect((await climb(tx, '2026-06-11')).letters).toBe(2)
    expect((await climb(tx, '2026-06-11')).letters).toBe(0)
    const letters = await selectChasing(tx, 1, null)
    expect(letters.map((l) => l.content.units.map((u) => [u.name, u.daysLate]))).toEqual([
      [
        ['Sở Văn hóa, Thể thao và Du lịch', 7],
        ['UBND phường Tân Lập', 7],
        ['UBND xã Bình Minh', 7],
      ],
      [
        ['Sở Văn hóa, Thể thao và Du lịch', 7],
        ['UBND phường Tân Lập', 7],
        ['UBND xã Bình Minh', 7],
      ],
    ])
    const letter = letters.at(-1)
    if (!letter) throw new Error('no letter')
    expect(letter.content.answerBy).toBe('2026-06-16')
    const document = await chasingDocument(tx, 1, letter)
    expect(document.abstract).toBe('đôn đốc gửi báo cáo quý công tác tuyên truyền quý II năm 2026')
    expect((await writeDocx(document)).byteLength).toBeGreaterThan(5000)
    expect((await noticesOf(tx, world.lan.accountId)).length).toBe(2)
  })
})
