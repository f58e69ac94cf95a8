import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { type Browser, type TestWeb, testWeb } from '../../../test/web.ts'
import { makeWorld, type World } from '../../../test/world.ts'
import type { Db } from '../../lib/db/db.ts'
import { nameIndex, noteUnknownNames, unitAsOf, unitsAsOf } from './organisations.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
let quan: Browser
const basis = { documentSymbol: '12/QĐ-UBND', documentDay: '20/02/2026', documentIssuer: 'UBND tỉnh An Hòa' }

beforeAll(async () => {
  const fresh = await freshDatabase()
  db = fresh.db
  close = fresh.close
  world = await makeWorld(db)
  web = testWeb(db)
  quan = await web.signedIn(world.quan)
})
afterAll(() => close())

describe('the tree', () => {
  test('is shown to everybody signed in, with the units of the day', async () => {
    const minh = await web.signedIn(world.minh)
    const page = await minh.get('/organisations')
    expect(page.heading).toBe('Cơ quan, đơn vị')
    expect(page.text).toContain('10 cơ quan, đơn vị tính đến ngày 22/11/2026')
    expect(page.text).toContain('Phòng Văn hóa – Xã hội xã Bình Minh')
    expect(page.text).not.toContain('Thành lập đơn vị')
  })

  test('is empty before the units began, and says what to do', async () => {
    const page = await quan.get('/organisations?day=01/01/2020')
    expect(page.text).toContain('Không có cơ quan nào')
    expect(page.text).toContain('như vào ngày 01/01/2020')
  })

  test('is thinned by a name typed without marks, the way to it kept', async () => {
    const page = await quan.get('/organisations?q=so+noi+vu')
    expect(page.text).toContain('1 cơ quan, đơn vị')
    expect(page.text).toContain('UBND tỉnh An Hòa')
    expect(page.text).not.toContain('Sở Tài chính')
  })

  test('of another province cannot be seen', async () => {
    expect((await quan.get(`/organisations/units/${world.other.dongHai}`)).status).toBe(404)
  })
})

describe('a change', () => {
  test('is previewed, made, and told on the unit’s page', async () => {
    const unit = world.units.vanHoa
    const form = await quan.get(`/organisations/changes/renaming?unit=${unit}`)
    expect(form.heading).toBe('Đổi tên')
    const filled = { unit, name: 'Sở Văn hóa và Du lịch', day: '01/03/2026', ...basis }
    const preview = await quan.post('/organisations/changes/renaming', filled)
    expect(preview.heading).toBe('Thay đổi này sẽ làm gì')
    expect(preview.text).toContain('“Sở Văn hóa, Thể thao và Du lịch” mang tên “Sở Văn hóa và Du lịch”.')
    expect((await unitAsOf(db, 1, unit, '2026-03-01'))?.name).toBe('Sở Văn hóa, Thể thao và Du lịch')
    const page = await quan.submit('/organisations/changes/renaming', { ...filled, step: 'carry-out' })
    expect(page.heading).toBe('Sở Văn hóa và Du lịch')
    expect(page.text).toContain('Căn cứ: 12/QĐ-UBND ngày 20/02/2026 của UBND tỉnh An Hòa')
    const before = await quan.get(`/organisations/units/${unit}?day=28/02/2026`)
    expect(before.heading).toBe('Sở Văn hóa, Thể thao và Du lịch')
  })

  test('with faults comes back with what was typed', async () => {
    const filled = { unit: world.units.ubnd, day: '31/02/2026' }
    const answer = await quan.post('/organisations/changes/closing', { ...filled, step: 'preview' })
    expect(answer.status).toBe(422)
    expect(answer.faults.join(' ')).toContain('Ghi ngày theo dạng ngày/tháng/năm, ví dụ 01/07/2025.')
    expect(answer.field('Có hiệu lực từ ngày').value).toBe('31/02/2026')
    const refused = await quan.post('/organisations/changes/closing', { ...filled, day: '01/03/2026' })
    expect(refused.status).toBe(422)
    expect(refused.faults[0]).toMatch(/Còn \d+ đơn vị trực thuộc đang hoạt động/)
  })

  test('is not for officers', async () => {
    const thu = await web.signedIn(world.thu)
    expect((await thu.get('/organisations/changes/closing')).status).toBe(403)
    expect((await thu.post('/organisations/changes/closing', {})).status).toBe(403)
  })

  test('merges communes into a new one', async () => {
    const { binhMinh, tanLap } = world.units
    const page = await quan.submit('/organisations/changes/merger', {
      predecessor1: binhMinh,
      predecessor2: tanLap,
      into: 'new',
      name: 'UBND xã Bình Tân',
      day: '01/06/2026',
      step: 'carry-out',
      ...basis,
    })
    expect(page.heading).toBe('UBND xã Bình Tân')
    expect(page.text).toContain('Kế thừa từ: UBND xã Bình Minh')
    const old = await quan.get(`/organisations/units/${binhMinh}`)
    expect(old.text).toContain('Kết thúc từ 01/06/2026')
    expect(old.text).toContain('Đơn vị kế thừa: UBND xã Bình Tân')
  })
})

describe('groups, functions and names', () => {
  test('a group has its members by rule, and one left out', async () => {
    const page = await quan.submit('/organisations/groups', {
      name: 'Các sở, ban, ngành',
      types: ['department', 'office'],
      levels: 'province',
      day: '01/07/2025',
    })
    expect(page.heading).toBe('Các sở, ban, ngành')
    expect(page.text).toContain('Thành viên (4)')
    const address = page.link('Sửa tên, quy tắc').replace('/revision', '')
    const left = { unit: world.units.vpub, standing: 'excluded', day: '01/01/2026' }
    expect((await quan.submit(`${address}/members`, left)).text).toContain('Thành viên (3)')
    expect((await quan.get(`${address}?day=31/12/2025`)).text).toContain('Thành viên (4)')
  })

  test('a function is defined, assigned, and found with its holder', async () => {
    await quan.submit('/organisations/functions', { name: 'Quản lý báo chí', sole: 'yes' })
    const again = await quan.post('/organisations/functions', { name: 'Quản lý báo chí', sole: 'yes' })
    expect(again.faults.join()).toContain('Chức năng này đã có.')
    const given = {
      functionCode: 'quan_ly_bao_chi',
      unit: world.units.noiVu,
      day: '01/01/2026',
      step: 'carry-out',
    }
    await quan.submit('/organisations/changes/assignment', given)
    const page = await quan.get('/organisations/functions')
    expect(page.text).toContain('Sở Nội vụ · Từ ngày 01/01/2026')
    expect((await quan.get('/organisations/functions?day=31/12/2025')).text).toContain('Chưa giao')
    const holding = new URL(page.link('Thôi giao : Sở Nội vụ'), 'http://x').searchParams.get('holding') ?? ''
    await quan.submit('/organisations/changes/release', { holding, day: '01/06/2026', step: 'carry-out' })
    expect((await quan.get('/organisations/functions')).text).toContain('Chưa giao')
    expect((await quan.get('/organisations/functions?day=31/05/2026')).text).toContain('Sở Nội vụ')
  })

  test('a name that nobody knew is listed, placed, and known', async () => {
    await db.transaction().execute(async (tx) => {
      const index = await nameIndex(tx, 1, '2026-11-22')
      await noteUnknownNames(tx, 1, index, ['Sở Nội', 'Sở Tài chính'], 'Kế hoạch 12', new Date('2026-11-22'))
    })
    expect((await quan.get('/organisations/names')).text).toContain('Gặp 1 lần, gần nhất trong “Kế hoạch 12”')
    const placed = { text: 'Sở Nội', target: `unit-${world.units.noiVu}` }
    const page = await quan.submit('/organisations/names', placed)
    expect(page.text).toContain('Tên chưa nhận ra (0)')
    expect((await quan.get('/organisations/names?try=Sở Nội')).text).toContain('Tên gọi khác của “Sở Nội vụ”')
  })

  test('a name of a unit that does not exist is refused', async () => {
    const answer = await quan.post('/organisations/names', { text: 'X', target: 'unit-999999' })
    expect(answer.status).toBe(422)
  })
})

describe('the tree as a file', () => {
  test('goes out and comes back in without a change', async () => {
    const file = await quan.get('/organisations/export.xlsx')
    expect(file.headers.get('content-disposition')).toContain('co-quan-don-vi-2026-11-22.xlsx')
    const back = new File([Uint8Array.from(file.bytes)], 'cay.xlsx')
    const page = await quan.upload(
      '/organisations/exchange',
      { file: back },
      { day: '22/11/2026', absent: 'end' },
    )
    expect(page.status).toBe(200)
    expect(page.text).toContain('không có gì thay đổi')
  })

  test('with a new line and a changed name shows both before it is imported', async () => {
    const csv = new TextDecoder().decode((await quan.get('/organisations/export.csv')).bytes)
    const changed = csv.replace('Sở Tài chính', 'Sở Tài chính và Đầu tư').trimEnd()
    const separator = changed.split('\n')[0]?.includes(';') ? ';' : ','
    const row = ['TT-CDS', 'Trung tâm Chuyển đổi số', '', 'Đơn vị sự nghiệp', 'Cấp tỉnh', 'so-noi-vu'].join(
      separator,
    )
    const file = new File([`${changed}\n${row}\n`], 'cay.csv', { type: 'text/csv' })
    const fields = { day: '01/11/2026', absent: 'keep', ...basis }
    const preview = await quan.upload('/organisations/exchange', { file }, fields)
    expect(preview.text).toContain('“Trung tâm Chuyển đổi số” được lập dưới “Sở Nội vụ”.')
    expect(preview.text).toContain('“Sở Tài chính” mang tên “Sở Tài chính và Đầu tư”.')
    const fileId = await lastFile()
    await quan.submit('/organisations/exchange/application', { ...fields, fileId })
    expect((await unitsAsOf(db, 1, '2026-11-01')).map((r) => r.name)).toContain('Trung tâm Chuyển đổi số')
    expect((await unitsAsOf(db, 1, '2026-10-31')).map((r) => r.name)).toContain('Sở Tài chính')
  })

  test('tells each fault with its line', async () => {
    const text = [
      'Mã đơn vị,Tên,Loại,Cấp,Mã cơ quan cấp trên',
      'A1,Sở A,Sở lạ,Cấp tỉnh,',
      'A2,,Ban,Cấp tỉnh,Z9',
    ].join('\n')
    const file = new File([text], 'sai.csv', { type: 'text/csv' })
    const page = await quan.upload('/organisations/exchange', { file }, { day: '01/11/2026', absent: 'keep' })
    expect(page.status).toBe(422)
    expect(page.text).toContain('Không có loại “Sở lạ”.')
    expect(page.text).toContain('Thiếu tên đơn vị.')
  })
})

async function lastFile(): Promise<number> {
  const row = await db.selectFrom('files.file').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()
  return row.id
}
