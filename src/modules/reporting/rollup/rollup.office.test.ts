import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type TestWeb, testWeb } from '../../../../test/web.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db, Tx } from '../../../lib/db/db.ts'
import { actorOf } from '../../assignments/assignments.fixtures.ts'
import { did, owes, reportDuty } from '../reporting.fixtures.ts'
import { selectNarratives } from '../writing/content.sql.ts'
import { saveSection } from '../writing/editing.ts'
import { acceptReport, submitReport } from '../writing/life.ts'
import { openReport } from '../writing/opening.ts'
import { selectVersions } from '../writing/versions.sql.ts'
import { comparePeriod } from './likenesses.ts'
import { handedInAs, reportDay } from './rollup.fixtures.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
let parent: number
let child: number

const copied =
  'Đoàn Thanh niên cầm tay chỉ việc cho người cao tuổi: cài định danh điện tử, tra cứu hồ sơ, nộp phí qua mã QR. Sau bốn chiều thứ Bảy có 118 bác biết tự đăng nhập, nhiều bác còn hướng dẫn lại cho hàng xóm.'

beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  web = testWeb(db)
  await db.transaction().execute(async (tx) => {
    const down = await reportDuty(tx, world)
    const up = await reportDuty(tx, world, { viaUnitId: null })
    const { binhMinh, tanLap, noiVu } = world.units
    const top = await owes(tx, world, up.dutyId, noiVu)
    const first = { period: '2026-Q1', from: '2025-12-15', cutoff: '2026-03-14', due: '2026-03-04' }
    await did(tx, world, binhMinh, '2026-02-01', { figures: { people: 40 } })
    await handIn(tx, 'minh', await owes(tx, world, down.dutyId, binhMinh, first), null)
    await did(tx, world, binhMinh, '2026-04-10', { figures: { people: 500 }, evidence: 1 })
    await did(tx, world, tanLap, '2026-04-11', { figures: { people: 90 } })
    child = await handIn(tx, 'minh', await owes(tx, world, down.dutyId, binhMinh, { parentId: top }), copied)
    const other = await owes(tx, world, down.dutyId, tanLap, { parentId: top })
    await handIn(tx, 'tam', other, `Trong quý, ${copied.replace('118', '64')}`)
    parent = await openReport(tx, actorOf(world.lan), top, reportDay)
    await comparePeriod(tx, 1, '2026-Q2', reportDay)
  })
})
afterAll(() => close())

async function handIn(
  tx: Tx,
  who: 'minh' | 'tam',
  obligationId: number,
  next: string | null,
): Promise<number> {
  const actor = actorOf(world[who])
  const reportId = await openReport(tx, actor, obligationId, reportDay)
  if (next !== null) await saveSection(tx, actor, reportId, 'next', { text: next, revision: 0 }, reportDay)
  await submitReport(tx, actor, reportId, handedInAs, reportDay)
  await acceptReport(tx, actorOf(world.lan), reportId, { note: null }, reportDay)
  return reportId
}

describe('the pages of a consolidated report', () => {
  it('tell what it stands on and take passages into a section', async () => {
    const lan = await web.signedIn(world.lan)
    const page = await lan.get(`/reports/${parent}/consolidation`)
    expect(page.heading).toBe('Tổng hợp báo cáo của các đơn vị')
    expect(page.text).toContain('Đã tổng hợp 2 / 2')
    expect(page.text).toContain('UBND xã Bình Minh')
    const done = await lan.submit(`/reports/${parent}/consolidation`, { basis: 'accepted' })
    expect(done.text).toContain('Đã đưa 2 báo cáo vào bản tổng hợp')
    const [version] = await selectVersions(db, 1, child)
    const section = `/reports/${parent}/consolidation/next`
    const nothing = await lan.post(section, { how: 'anew', revision: 0 })
    expect(nothing.status).toBe(422)
    const [mine] = await selectVersions(db, 1, parent)
    const words = await selectNarratives(db, 1, mine?.id ?? 0)
    const revision = words.find((n) => n.sectionCode === 'next')?.revision ?? 0
    const taken = await lan.submit(section, { how: 'anew', revision, take: String(version?.id) })
    expect(taken.text).toContain('UBND xã Bình Minh: Đoàn Thanh niên cầm tay chỉ việc')
    // Passages are put in order by buttons, which Enter never presses, and go in as they stand.
    const page2 = await lan.get(section)
    const order = [...page2.html.matchAll(/name="order" value="(\d+)"/g)].map((m) => m[1] ?? '')
    expect(order).toHaveLength(2)
    const now = (await selectNarratives(db, 1, mine?.id ?? 0)).find((n) => n.sectionCode === 'next')
    const form = { how: 'anew', revision: now?.revision ?? 0, order, take: order }
    const moved = await lan.post(section, { ...form, move: `up:${order[1]}` })
    expect(moved.status).toBe(200)
    const turned = [...moved.html.matchAll(/name="order" value="(\d+)"/g)].map((m) => m[1] ?? '')
    expect(turned).toEqual(order.toReversed())
    expect(moved.html).toMatch(new RegExp(`<button[^>]*up:${order[1]}[^>]*>`))
    const done2 = await lan.submit(section, { ...form, order: turned, take: turned })
    const units = (html: string) => [...html.matchAll(/<strong>(UBND [^<]+)<\/strong>/g)].map((m) => m[1])
    const stands = [...done2.text.matchAll(/- (UBND [^:]+): /g)].map((m) => m[1])
    expect(stands.slice(0, 2)).toEqual(units(moved.html))
    expect(units(moved.html)).toEqual(units(page2.html).toReversed())
    expect((await (await web.signedIn(world.minh)).post(section, { how: 'anew', take: '1' })).status).toBe(
      403,
    )
  })

  it('open a number down to the file, with the way back up', async () => {
    const lan = await web.signedIn(world.lan)
    const top = await lan.get(`/reports/${parent}/figures/people/sources`)
    expect(top.text).toContain('Cơ quan mình 0 + các đơn vị 590 = 590.')
    const leaf = await lan.get(`/reports/${child}/figures/people/sources`)
    expect(leaf.text).toContain('Phát 3 kỳ tuyên truyền trên hệ thống truyền thanh cơ sở')
    expect(leaf.text).toContain('Bài đăng 1')
    const hers = await web.signedIn(world.minh)
    expect((await hers.get(`/reports/${child}/figures/people/sources`)).status).toBe(200)
    expect((await hers.get(`/reports/${parent}/figures/people/sources`)).status).toBe(404)
    expect((await lan.get(`/reports/${child}/figures/nothing/sources`)).status).toBe(404)
    const share = await lan.get(`/reports/${parent}/figures/done_share/sources`)
    expect(share.text).toContain('done / planned * 100')
  })

  it('name what is unusual, and keep what the unit says to it', async () => {
    const minh = await web.signedIn(world.minh)
    const page = await minh.get(`/reports/${child}/checks`)
    expect(page.text).toContain('Tổng số lượt người tiếp cận: 500 lượt người, kỳ trước là 40 lượt người.')
    const short = await minh.post(`/reports/${child}/checks`, { key: 'jump:people', text: 'đúng' })
    expect(short.status).toBe(422)
    const text = 'Kỳ này có ngày hội chuyển đổi số.'
    const saved = await minh.submit(`/reports/${child}/checks`, { key: 'jump:people', text })
    expect(saved.text).toContain('Đã giải trình')
    const read = await (await web.signedIn(world.phuc)).get(`/reports/${child}/checks`)
    expect(read.text).toContain(text)
  })

  it('show passages that stand in two reports, and keep a judgement', async () => {
    const lan = await web.signedIn(world.lan)
    const list = await lan.get('/reporting/likeness?period=2026-Q2')
    expect(list.text).toContain('UBND phường Tân Lập')
    const found = await db.selectFrom('reporting.likeness').select(['id', 'section_code']).execute()
    expect(found).toHaveLength(1)
    const page = `/reporting/likeness/${found[0]?.id}`
    expect((await lan.get(page)).text).toContain('Đoàn Thanh niên cầm tay chỉ việc')
    expect((await lan.post(`${page}/judgement`, {})).status).toBe(422)
    const judged = await lan.submit(`${page}/judgement`, { judgement: 'copied', note: 'Chép của Bình Minh' })
    expect(judged.text).toContain('Sao chép')
    await db.transaction().execute((tx) => comparePeriod(tx, 1, '2026-Q2', reportDay))
    const kept = await db.selectFrom('reporting.likeness').select('judgement').execute()
    expect(kept).toEqual([{ judgement: 'copied' }])
    const asked = await lan.submit('/reporting/likeness/comparison')
    expect(asked.text).toContain('Đang so sánh')
  })
})
