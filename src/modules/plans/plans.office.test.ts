import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { type Browser, type TestWeb, testWeb } from '../../../test/web.ts'
import { makeWorld, type World } from '../../../test/world.ts'
import type { Db } from '../../lib/db/db.ts'
import { openCatalogue } from './catalogue.ts'
import { programmesOf } from './plans.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
let lan: Browser
let programmeId: number
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  await db.transaction().execute((tx) => openCatalogue(tx, world.provinceId))
  programmeId = (await programmesOf(db, 1))[0]?.id ?? 0
  web = testWeb(db)
  lan = await web.signedIn(world.lan)
})
afterAll(() => close())

const text = `KẾ HOẠCH
Tuyên truyền cải cách hành chính năm 2026

I. MỤC ĐÍCH, YÊU CẦU
Nâng cao nhận thức của cán bộ, công chức và người dân về cải cách hành chính trên địa bàn tỉnh.

II. TỔ CHỨC THỰC HIỆN
1. Sở Nội vụ
- Hướng dẫn, đôn đốc các đơn vị triển khai thực hiện Kế hoạch này.
2. Hội Làm vườn
- Tuyên truyền đến hội viên về dịch vụ công trực tuyến trước ngày 05/6/2026.
`

async function dropText(content = text) {
  const form = { text: content, unitId: world.units.ubnd, programmeId }
  const answer = await lan.upload('/plan-readings', {}, form)
  if (answer.status !== 303) throw new Error(`${answer.status} ${answer.text.slice(0, 800)}`)
  return answer.location
}

describe('dropping a plan', () => {
  test('without a file or text comes back with what to do', async () => {
    const answer = await lan.upload('/plan-readings', {}, { unitId: world.units.ubnd, programmeId })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Chọn một tệp, hoặc dán nội dung văn bản.')
  })

  test('a file that is no document is answered with a sentence at its field', async () => {
    const file = new File([new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3])], 'a.docx')
    const answer = await lan.upload('/plan-readings', { file }, { unitId: world.units.ubnd, programmeId })
    expect(answer.status).toBe(422)
  })

  test('goes from text to issued plan by plain forms', async () => {
    const at = await dropText()
    const review = await lan.get(at)
    expect(review.status).toBe(200)
    expect(review.text).toContain('Hội Làm vườn')
    const named = await lan.post(`${at}/names`, {
      name: 'Hội Làm vườn',
      target: `unit:${world.units.matTran}`,
    })
    expect(named.status).toBe(303)
    await lan.post(`${at}/tasks/t0`, {
      content: 'Hướng dẫn các đơn vị',
      lead: 'Sở Nội vụ',
      time: 'Quý II/2026',
    })
    const made = await lan.post(`${at}/plan`, { kind: 'ANNUAL', year: '2026', yearTo: '2026' })
    const plan = made.location
    expect(plan).toMatch(/^\/plans\/\d+$/)
    await lan.post(`${plan}/submission`)
    await lan.post(`${plan}/signature`, { signer: 'Nguyễn Văn An', signerTitle: 'CHỦ TỊCH' })
    const early = await lan.post(`${plan}/issue`, { number: '', issued: '' })
    expect(early.status).toBe(422)
    expect(early.text).toContain('Nhập số, ký hiệu do văn thư cấp')
    for (const code of [
      'missing-lead',
      'missing-time',
      'missing-issuer',
      'agency-unlike',
      'ambiguous-agency',
    ])
      await lan.post(`${at}/flags/acceptance`, { code })
    const issued = await lan.submit(`${plan}/issue`, { number: '25/KH-UBND', issued: '20/11/2026' })
    expect(issued.text).toContain('Đã ban hành')
    const docx = await lan.get(`${plan}/document.docx`)
    expect([...docx.bytes.slice(0, 2)]).toEqual([0x50, 0x4b])
    const pdf = await lan.get(`${plan}/document.pdf`)
    expect(new TextDecoder().decode(pdf.bytes.slice(0, 5))).toBe('%PDF-')
  })

  test('a reading of another unit is not there for others', async () => {
    const at = await dropText()
    const minh = await web.signedIn(world.minh)
    expect((await minh.get(at)).status).toBe(404)
    expect((await minh.post(`${at}/flags/acceptance`, { code: 'x' })).status).toBe(403)
  })
})

describe('the list of plans', () => {
  test('is filtered by its address, and a draft is not shown to another unit', async () => {
    const at = await dropText(text.replace('năm 2026', 'năm 2031'))
    await lan.post(`${at}/plan`, { kind: 'ANNUAL', year: '2031', yearTo: '2031' })
    const mine = await lan.get('/plans?year=2031')
    expect(mine.text).toContain('năm 2031')
    const minh = await web.signedIn(world.minh)
    expect((await minh.get('/plans?year=2031')).text).not.toContain('hành chính năm 2031')
  })
})

describe('writing a plan from nothing', () => {
  test('goes through head, parts, groups and tasks; known names find their units', async () => {
    const made = await lan.post('/plans', {
      title: 'Kế hoạch tuyên truyền cải cách hành chính năm 2027',
      programmeId,
      unitId: world.units.ubnd,
      kind: 'ANNUAL',
      year: '2027',
      yearTo: '',
    })
    const plan = made.location.replace('/editor', '')
    const bad = await lan.post(`${plan}/tasks`, { content: '', lead: 'Sở Nội vụ' })
    expect(bad.status).toBe(422)
    await lan.post(`${plan}/groups`, { ordinal: 'I', title: 'Tuyên truyền trên báo, đài' })
    const after = await lan.submit(`${plan}/tasks`, {
      content: 'Sản xuất ít nhất từ 01 đến 02 tiểu phẩm tuyên truyền về thủ tục hành chính',
      lead: 'Sở VHTTDL',
      coordinating: 'Sở Nội vụ\nHội Làm vườn',
      time: 'Quý II/2027',
    })
    expect(after.text).toContain('hạn cuối 30/06/2027')
    expect(after.text).toContain('từ 01 đến 02 tiểu phẩm')
    expect(after.text).toContain('Sở Văn hóa, Thể thao và Du lịch')
    const coverage = await lan.get(`${plan}/coverage`)
    expect(coverage.text).toContain('Sân khấu hóa, tiểu phẩm')
    expect((await lan.get(`${plan}/changes`)).status).toBe(200)
    const task = /tasks\/(\d+)/.exec(after.html)?.[0] ?? ''
    expect((await lan.get(`${plan}/${task}`)).text).toContain('Hội Làm vườn')
    await lan.post(`${plan}/${task}/deletion`)
    expect((await lan.get(`${plan}/editor`)).text).toContain('Chưa có nhiệm vụ nào.')
  })
})

describe('around the plans', () => {
  test('a campaign is opened for units and shows who has not begun', async () => {
    const bad = await lan.post('/planning-campaigns', { name: '', year: '2027', opens: '', closes: '' })
    expect(bad.status).toBe(422)
    const opened = await lan.submit('/planning-campaigns', {
      name: 'Lập kế hoạch năm 2028',
      programmeId,
      year: '2028',
      opens: '01/10/2026',
      closes: '31/12/2026',
      unitIds: [String(world.units.vanHoa), String(world.units.taiChinh)],
    })
    expect(opened.text).toContain('0 / 2 đơn vị đã ban hành')
    const thu = await web.signedIn(world.thu)
    expect((await thu.get('/planning-campaigns/new')).status).toBe(403)
  })

  test('cited documents are listed once and described', async () => {
    await dropText().then((at) => lan.post(`${at}/plan`, { kind: 'ANNUAL', year: '2026', yearTo: '2026' }))
    const page = await lan.get('/legal-documents')
    expect(page.status).toBe(200)
  })

  test('an exported plan departs in nothing from the layout; a file that is no .docx is refused', async () => {
    const list = await lan.get('/plans')
    const plan = list.links.find((l) => /^\/plans\/\d+$/.test(l.href))?.href ?? ''
    const { bytes } = await lan.get(`${plan}/document.docx`)
    const checked = await lan.upload('/layout-checks', {
      file: new File([new Uint8Array(bytes)], 'ke-hoach.docx'),
    })
    expect(checked.status).toBe(200)
    const refused = await lan.upload('/layout-checks', { file: new File(['abc'], 'a.txt') })
    expect(refused.status).toBe(422)
  })
})
