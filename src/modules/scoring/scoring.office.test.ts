import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { type TestWeb, testWeb } from '../../../test/web.ts'
import { makeWorld, type World } from '../../../test/world.ts'
import type { Db } from '../../lib/db/db.ts'
import { matchColumns } from '../../lib/sheets/match-columns.ts'
import { readSheet } from '../../lib/sheets/read-sheet.ts'
import { writeSheet } from '../../lib/sheets/write-sheet.ts'
import { criteriaColumns } from './criteria-sheet.ts'
import { campaignForCommunes, didSomething, openedCampaign, type ScoringOfTest } from './scoring.fixtures.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
let scoring: ScoringOfTest
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  web = testWeb(db)
  scoring = await db.transaction().execute(async (tx) => {
    const opened = await openedCampaign(tx, world)
    await didSomething(tx, { unitId: world.units.binhMinh, form: 'conference' })
    return opened
  })
})
afterAll(() => close())

const sheet = () => `/score-sheets/${scoring.sheetIds.binhMinh}`
const campaign = () => `/scoring/campaigns/${scoring.campaignId}`
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

test('a unit finds its sheet filled, each score with its reason and what would win points', async () => {
  const minh = await web.signedIn(world.minh)
  const home = await minh.get('/scoring')
  expect(home.text).toContain('Chấm điểm cấp xã năm 2026')
  const page = await minh.get(sheet())
  expect(page.heading).toBe('UBND xã Bình Minh')
  expect(plain(page.text)).toContain('Đã làm 0/1 nhiệm vụ = 0,00 %, dưới 90 % → 0 điểm')
  expect(plain(page.text)).toContain('Còn thiếu 1 nhiệm vụ để đạt 90 %')
  expect(page.text).toContain('Truyền thống: hội nghị, tờ xếp… (1 minh chứng) 0,50')
  expect(page.text).toContain('Chưa có hình thức “Trực tuyến: bảng điện tử, màn hình” nào có minh chứng')
})

test('a wrong number comes back with the page and what was typed', async () => {
  const minh = await web.signedIn(world.minh)
  const { values } = (await minh.get(sheet())).form(`${sheet()}/self-score`)
  const form = { version: values['version'], 'self-4.2': '2', 'note-4.2': 'Đủ các hình thức' }
  const answer = await minh.post(`${sheet()}/self-score`, form)
  expect(answer.status).toBe(422)
  expect(answer.faults.join(' ')).toContain('Điểm từ 0 đến 1.')
  expect(answer.form(`${sheet()}/self-score`).values).toMatchObject({
    'self-4.2': '2',
    'note-4.2': 'Đủ các hình thức',
  })
  expect((await minh.post(`${sheet()}/self-score`, { ...form, 'self-4.2': 'nhiều' })).status).toBe(422)
})

test('from the self-score over the appraisal to the published ranking', async () => {
  const [minh, lan, tam] = [
    await web.signedIn(world.minh),
    await web.signedIn(world.lan),
    await web.signedIn(world.tam),
  ]
  const version = async () => (await minh.get(sheet())).form(`${sheet()}/self-score`).values['version']
  const typed = {
    version: await version(),
    'self-4.2': '0,75',
    'note-4.2': 'Có trang mạng xã hội của xã, chưa cập nhật',
  }
  expect((await minh.submit(`${sheet()}/self-score`, typed)).text).toContain('Đã lưu điểm tự chấm.')
  const locked = await minh.upload(`${sheet()}/lock`, {})
  expect(locked.status).toBe(303)
  const appraisal = await lan.get(`${sheet()}/appraisal`)
  expect(appraisal.text).toContain('Có trang mạng xã hội của xã')
  const own = appraisal.form(`${sheet()}/appraisal`).values
  expect(own['points-4.2']).toBe('0,75')
  expect((await lan.post(`${sheet()}/appraisal`, { ...own, 'points-4.2': '0,5' })).status).toBe(422)
  await lan.submit(`${sheet()}/appraisal`, { ...own, 'points-4.2': '0,5', 'note-4.2': 'Không có minh chứng' })
  await lan.submit(`${sheet()}/appraisal-end`)
  const asked = await minh.get(sheet())
  expect(asked.text).toContain('Có 1 mục thẩm định khác điểm tự chấm')
  await minh.submit(`${sheet()}/explanations`, { 'explain-4.2': 'Nhất trí với kết quả' })
  await lan.submit(`${sheet()}/appraisal-end`)
  expect((await lan.get(sheet())).text).toContain('Đã thẩm định xong')

  const other = `/score-sheets/${scoring.sheetIds.tanLap}`
  expect((await tam.get(sheet())).status).toBe(404)
  expect((await tam.upload(`${other}/lock`, {})).status).toBe(303)
  const again = (await lan.get(`${other}/appraisal`)).form(`${other}/appraisal`).values
  await lan.submit(`${other}/appraisal`, again)
  await lan.submit(`${other}/appraisal-end`)
  const results = await lan.submit(`${campaign()}/publication`, { decision: 'Quyết định số 12/QĐ-UBND' })
  expect(results.text).toContain('Quyết định số 12/QĐ-UBND')
  const ranking = await tam.get(`${campaign()}/results`)
  expect(ranking.text).toContain('UBND xã Bình Minh')
  expect((await tam.get(campaign())).text).not.toContain('UBND xã Bình Minh')
  const told = async (accountId: number) =>
    (
      await db
        .selectFrom('assignments.notice')
        .select('text_vi')
        .where('account_id', '=', accountId)
        .execute()
    ).map((n) => n.text_vi)
  const heard = (await told(world.minh.accountId)).join('\n')
  expect(heard).toContain('có 1 mục khác điểm tự chấm; đề nghị giải trình')
  expect(heard).toContain('đã thẩm định xong, đơn vị đạt')
  expect(heard).toContain('Đã công bố kết quả “Chấm điểm cấp xã năm 2026”')
  expect((await told(world.tam.accountId)).join()).not.toContain('mục khác điểm')

  // Everybody sees the ranking; the points of each line only of the units in reach.
  const points = async (who: typeof lan) => {
    const read = await readSheet((await who.get(`${campaign()}/results.xlsx`)).bytes, {
      name: 'ket-qua.xlsx',
    })
    if (!read.ok) throw new Error(read.fault.en)
    const [head, ...rows] = read.sheet.rows.map((r) => r.cells.map((cell) => String(cell ?? '')))
    const at = (head ?? []).indexOf('4.2')
    return Object.fromEntries(rows.map((r) => [r[1], r[at] ?? '']))
  }
  expect(await points(lan)).toMatchObject({ 'UBND xã Bình Minh': '0.5' })
  const his = await points(tam)
  expect(his['UBND xã Bình Minh']).toBe('')
  expect(his['UBND phường Tân Lập']).not.toBe('')
})

test('the evidence leaves as an archive in the order of the criteria, with table and document', async () => {
  const minh = await web.signedIn(world.minh)
  const zip = unzipSync((await minh.get(`${sheet()}/export/evidence.zip`)).bytes)
  const links = Object.keys(zip).find((name) => name.startsWith('4.2 ') && name.endsWith('Liên kết.txt'))
  expect(strFromU8(zip[links ?? ''] ?? new Uint8Array())).toContain('https://binhminh.chungtay.invalid/1')
  expect(strFromU8(zip['Mục lục.txt'] ?? new Uint8Array())).toContain('4.2. Mức độ đa dạng')
  expect(Object.keys(zip)).toEqual(expect.arrayContaining(['Bảng điểm.xlsx', 'Báo cáo.docx']))
})

test('a criteria table goes out, is mended, and comes in after a preview; faults are named by line', async () => {
  const lan = await web.signedIn(world.lan)
  const list = await lan.get('/scoring/criteria')
  expect(list.text).toContain('Chưa xác minh')
  const out = await lan.get('/scoring/criteria/shipped/communes/file')
  const read = await readSheet(out.bytes, { name: 'bang.xlsx' })
  const matched = read.ok ? matchColumns(read.sheet, criteriaColumns) : null
  if (!matched?.ok) throw new Error('the table does not come back')
  const rows = matched.rows.map((r) => r.values)
  const file = async (changed: typeof rows) =>
    new File(
      [
        Uint8Array.from(
          await writeSheet({ sheets: [{ name: 'Tiêu chí', columns: criteriaColumns, rows: changed }] }),
        ),
      ],
      'bang.xlsx',
    )
  const head = { set: 'communes', year: '2027', source: 'Quyết định số 45/QĐ-UBND ngày 10/3/2027', note: '' }
  const wrong = rows.map((r, i) =>
    i === 1 ? { ...r, clauses: 'nguồn = nhiệm vụ; sàn = chín mươi; đủ = 100%' } : r,
  )
  const sent = await lan.upload('/scoring/criteria-imports', { sheet: await file(wrong) }, head)
  const faulty = await lan.get(sent.location)
  expect(faulty.text).toContain('“chín mươi” không phải là tỷ lệ từ 0% đến 100%')
  expect((await lan.post(`${sent.location}/confirmation`)).status).toBe(409)
  const mended = rows.map((r, i) =>
    i === 1 ? { ...r, clauses: 'nguồn = nhiệm vụ; sàn = 85%; đủ = 100%' } : r,
  )
  const taken = await lan.upload('/scoring/criteria-imports', { sheet: await file(mended) }, head)
  expect(plain((await lan.get(taken.location)).text)).toContain('từ 85 % đến dưới 100 %')
  const page = await lan.submit(`${taken.location}/confirmation`)
  expect(page.text).toContain('Năm áp dụng 2027')
  expect(page.text).not.toContain('Chưa xác minh')
  expect((await lan.post(`${taken.location}/confirmation`)).status).toBe(409)
  expect((await lan.upload('/scoring/criteria-imports', {}, head)).faults.join(' ')).toContain('Chọn tệp')
})

test('points at risk are summed and ranked, months before the year ends', async () => {
  const lan = await web.signedIn(world.lan)
  const { campaignId } = await db.transaction().execute((tx) => campaignForCommunes(tx, world))
  const page = await lan.get(`/scoring/campaigns/${campaignId}/risks`)
  expect(plain(page.text)).toContain('Còn thiếu 1 nhiệm vụ để đạt 90 %')
  expect(page.text).toContain('3,50')
  const tam = await web.signedIn(world.tam)
  expect((await tam.get(`/scoring/campaigns/${campaignId}/risks`)).text).not.toContain('UBND xã Bình Minh')
})
