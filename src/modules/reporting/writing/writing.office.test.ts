import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type TestWeb, testWeb } from '../../../../test/web.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db } from '../../../lib/db/db.ts'
import { did, owes, reportDuty } from '../reporting.fixtures.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
let owed: { first: number; second: number; empty: number }
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  web = testWeb(db)
  web.clock.now = new Date('2026-06-02T02:00:00Z')
  owed = await db.transaction().execute(async (tx) => {
    const { dutyId } = await reportDuty(tx, world)
    const unit = world.units.binhMinh
    await did(tx, world, unit, '2026-05-01', { figures: { people: 120 }, evidence: 1 })
    return {
      first: await owes(tx, world, dutyId, unit),
      second: await owes(tx, world, dutyId, unit, {
        period: '2026-Q1',
        from: '2026-05-01',
        cutoff: '2026-05-02',
      }),
      empty: await owes(tx, world, dutyId, world.units.tanLap),
    }
  })
})
afterAll(() => close())

describe('writing a report without a script', () => {
  test('from the list to the receiver and back, with nothing typed twice', async () => {
    const minh = await web.signedIn(world.minh)
    const list = await minh.get('/my-reports')
    expect(list.heading).toBe('Báo cáo của tôi')
    expect(list.text).toContain('Hạn 04/06/2026 · còn 2 ngày')
    const page = await minh.submit(`/obligations/${owed.first}/report`)
    expect(page.heading).toContain('quý II năm 2026')
    expect(page.text).toContain('120 lượt người')
    expect(page.text).toContain('Do chương trình soạn')
    const at = `/reports/${reportOf(page)}`
    const words =
      'Ủy ban nhân dân xã đã ban hành kế hoạch và họp giao ban, phân công công chức phụ trách từng thôn.'
    const saved = await minh.submit(`${at}/sections/direction`, { text: words, revision: 0 })
    expect(saved.text).toContain('Đã lưu.')
    expect(saved.text).toContain(words)
    const seen = {
      'revision-feedback_received': 1,
      'revision-feedback_answered': 1,
      'revision-initiatives': 1,
    }
    const figures = { ...seen, feedback_received: '12 mười', feedback_answered: '3' }
    const wrong = await minh.post(`${at}/sections/feedback/figures`, figures)
    expect(wrong.status).toBe(422)
    await minh.submit(`${at}/sections/feedback/figures`, { ...figures, feedback_received: '12' })
    const figure = await minh.get(`${at}/figures/people`)
    expect(figure.text).toContain('1 hoạt động được tính')
    const noReason = await minh.post(`${at}/figures/people`, { value: '200', reason: '', revision: 1 })
    expect(noReason.status).toBe(422)
    const reason = 'Cộng thêm 80 người dự họp thôn chưa ghi.'
    const set = await minh.submit(`${at}/figures/people`, { value: '200', reason, revision: 1 })
    expect(set.text).toContain('chương trình tính 120')
    const done = await minh.submit(`${at}/submission`, { note: '' })
    expect(done.text).toContain('Đã gửi báo cáo.')
    expect(done.text).toContain('Đúng hạn')
    const late = await minh.submit(`${at}/sections/direction`, {
      text: `${words} Thêm một câu.`,
      revision: 1,
    })
    expect(late.text).toContain('Báo cáo đã được gửi trước khi lưu')
    expect(late.text).toContain('Thêm một câu.')
    const lan = await web.signedIn(world.lan)
    expect((await lan.get('/my-reports')).text).toContain('Chờ tiếp nhận')
    const short = await lan.post(`${at}/return`, { reasons: 'Thiếu' })
    expect(short.status).toBe(422)
    await lan.submit(`${at}/return`, {
      reasons: 'Bổ sung nguyên nhân của hạn chế.',
      'remark-shortcomings': 'Nêu rõ.',
    })
    const back = await minh.get(at)
    expect(back.text).toContain('Bổ sung nguyên nhân của hạn chế.')
    expect(back.text).toContain('Nêu rõ.')
    await minh.submit(`${at}/submission`, { note: '' })
    await lan.submit(`${at}/acceptance`)
    await minh.submit(`${at}/correction`, { reason: 'Số lượt người đã cộng trùng.' })
    const versions = await minh.get(`${at}/versions`)
    expect(versions.text).toContain('Bản 3')
    const changes = await minh.get(`${at}/versions/2/changes`)
    expect(changes.status).toBe(200)
  })

  test('two people at once: both texts side by side, and one is taken', async () => {
    const minh = await web.signedIn(world.minh)
    const binh = await web.signedIn(world.binh)
    const at = `/reports/${reportOf(await minh.submit(`/obligations/${owed.second}/report`))}`
    await minh.submit(`${at}/sections/direction`, { text: 'Bản của anh Minh về kế hoạch.', revision: 0 })
    const page = await binh.submit(`${at}/sections/direction`, { text: 'Bản của anh Bình.', revision: 0 })
    expect(page.text).toContain('Có hai bản của phần này')
    expect(page.text).toContain('Bản của anh Bình.')
    const copy = /copies\/(\d+)\/settling/.exec(page.html)?.[1] ?? ''
    const merged = await binh.submit(`${at}/copies/${copy}/settling`, { use: '1', revision: 1 })
    expect(merged.text).not.toContain('Có hai bản')
    expect(merged.html).toContain('Bản của anh Bình.</textarea>')
  })

  test('autosave is told the revision, how the section stands, and who was faster', async () => {
    const minh = await web.signedIn(world.minh)
    const at = `/reports/${reportOf(await minh.submit(`/obligations/${owed.second}/report`))}`
    const token = /name="_csrf" value="([^"]+)"/.exec((await minh.get(at)).html)?.[1] ?? ''
    const send = async (text: string, revision: number) => {
      const body = new URLSearchParams({ _csrf: token, text, revision: String(revision) })
      const headers = { accept: 'application/json' }
      const answer = await minh.request(`${at}/sections/next`, { method: 'POST', body, headers })
      return JSON.parse(new TextDecoder().decode(answer.bytes))
    }
    expect(await send('Kỳ tới xã mở chuyên mục mới trên loa.', 0)).toMatchObject({
      ...{ outcome: 'saved', revision: 1 },
      state: { tone: 'warn' },
    })
    expect(await send('Câu khác.', 0)).toMatchObject({ outcome: 'both' })
  })
})

test('an empty report is named so; "nothing happened" with a reason is its own thing', async () => {
  const tam = await web.signedIn(world.tam)
  const page = await tam.submit(`/obligations/${owed.empty}/report`)
  expect(page.text).toContain('Báo cáo chưa có nội dung')
  const at = `/reports/${reportOf(page)}`
  const short = await tam.post(`${at}/submission`, { nilReason: 'Không có' })
  expect(short.status).toBe(422)
  const reason = 'Phường tập trung khắc phục hậu quả bão số 3 nên chưa tổ chức hoạt động nào trong kỳ.'
  const done = await tam.submit(`${at}/submission`, { nilReason: reason })
  expect(done.text).toContain('Không phát sinh')
  expect(done.text).toContain(reason)
})

test('others do not see a report; auditors do, and cannot change it', async () => {
  const minh = await web.signedIn(world.minh)
  const at = `/reports/${reportOf(await minh.submit(`/obligations/${owed.second}/report`))}`
  expect((await (await web.signedIn(world.thu)).get(at)).status).toBe(404)
  const phuc = await web.signedIn(world.phuc)
  expect((await phuc.get(at)).status).toBe(200)
  expect((await phuc.post(`${at}/submission`)).status).toBe(403)
})

/** The report whose page this is. */
function reportOf(page: { html: string }): string {
  return /\/reports\/(\d+)\/versions/.exec(page.html)?.[1] ?? 'none'
}
