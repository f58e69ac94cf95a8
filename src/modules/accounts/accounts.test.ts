import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { type Browser, type TestWeb, testWeb } from '../../../test/web.ts'
import { makeWorld, type World } from '../../../test/world.ts'
import type { Db } from '../../lib/db/db.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
let quan: Browser
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  web = testWeb(db)
  quan = await web.signedIn(world.quan)
})
afterAll(() => close())

const lastEntry = () =>
  db.selectFrom('audit.entry').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirst()

describe('an administrator', () => {
  test('finds people by part of a name without accents, by role and by state', async () => {
    const people = (page: { rows: string[][] }) => page.rows.slice(1).map((row) => row[0])
    expect(people(await quan.get('/accounts?text=tran quoc'))).toEqual(['Trần Quốc Hùng'])
    expect(people(await quan.get('/accounts?role=agency_head'))).toEqual(['Võ Thanh Bình', 'Trần Quốc Hùng'])
    expect((await quan.get('/accounts?state=disabled')).text).toContain('Không có tài khoản nào khớp')
    expect((await quan.get('/accounts')).text).not.toContain(world.xa.name)
  })

  test('invites a person, who gets a letter with a link, and gives a role from a day on', async () => {
    const page = await quan.get('/accounts/new')
    expect(page.field('Họ và tên').name).toBe('name')
    const input = { name: 'Vũ Thị Hoa', email: 'Hoa@AnHoa.invalid', position: 'Chuyên viên' }
    const done = await quan.submit('/accounts', input)
    expect(done.heading).toBe('Vũ Thị Hoa')
    expect(done.text).toContain('Đã gửi lời mời')
    expect(await db.selectFrom('mail.letter').select('to_address').execute()).toEqual([
      { to_address: 'hoa@anhoa.invalid' },
    ])
    const { action } = done.form('Giao vai trò')
    const role = {
      role: 'agency_officer',
      unitId: world.units.tanLap,
      validFrom: '1/12/2026',
      lastDay: '31/12/2026',
    }
    const given = await quan.submit(action, role)
    expect(given.text).toContain('UBND phường Tân Lập')
    expect(given.text).toContain('01/12/2026 – 31/12/2026')
    expect(given.text).toContain('Chưa đến')
    const again = await quan.post(action, { ...role, validFrom: '31/12/2026', lastDay: '' })
    expect(again).toMatchObject({ status: 422, text: expect.stringContaining('đã có vai trò ấy') })
    expect((await quan.post(action, { ...role, validFrom: '1/1/2027', lastDay: '' })).status).toBe(303)
  })

  test('is told what is wrong with an invitation, with what was typed kept', async () => {
    const answer = await quan.post('/accounts', { name: '', email: 'lan', position: 'Trưởng phòng' })
    expect(answer.status).toBe(422)
    expect(answer.faults.join()).toContain('Nhập họ và tên')
    expect(answer.faults.join()).toContain('Nhập thư điện tử')
    expect(answer.field('Chức vụ').value).toBe('Trưởng phòng')
    const taken = await quan.post('/accounts', { name: 'Lan', email: world.lan.email })
    expect(taken.text).toContain('đã có tài khoản')
  })

  test('shuts an account: every session of it ends at once, the change is recorded', async () => {
    const tam = await web.signedIn(world.tam)
    expect((await tam.get('/profile')).status).toBe(200)
    const page = await quan.submit(`/accounts/${world.tam.accountId}/closing`)
    expect(page.text).toContain('Đã khóa tài khoản')
    expect((await tam.get('/profile')).status).toBe(303)
    expect(await lastEntry()).toMatchObject({
      verb: 'account.disable',
      actor_name: world.quan.name,
      subject_id: String(world.tam.accountId),
      before: { state: 'active' },
      after: { state: 'disabled' },
    })
    await quan.submit(`/accounts/${world.tam.accountId}/opening`)
  })

  test('cannot shut the own account nor drop the own administration', async () => {
    expect((await quan.post(`/accounts/${world.quan.accountId}/closing`)).text).toContain('Không tự khóa')
    const grant = await db
      .selectFrom('accounts.role_grant')
      .select('id')
      .where('account_id', '=', world.quan.accountId)
      .executeTakeFirstOrThrow()
    const answer = await quan.post(`/accounts/${world.quan.accountId}/roles/${grant.id}/ending`)
    expect(answer).toMatchObject({ status: 403, text: expect.stringContaining('Không tự bỏ') })
  })

  test('hands the work of one who leaves to a colleague', async () => {
    const page = await quan.submit(`/accounts/${world.thu.accountId}/handover`, {
      toId: world.minh.accountId,
    })
    expect(page.text).toContain('Đã bàn giao')
    const minh = await quan.get(`/accounts/${world.minh.accountId}`)
    expect(minh.text).toContain('Sở Văn hóa, Thể thao và Du lịch')
    const jobs = await db.selectFrom('jobs.job').select(['name', 'payload']).execute()
    expect(jobs).toContainEqual({
      name: 'accounts.handed_over',
      payload: { fromAccountId: world.thu.accountId, toAccountId: world.minh.accountId },
    })
    const held = await db
      .selectFrom('accounts.role_grant')
      .select('valid_to')
      .where('account_id', '=', world.thu.accountId)
      .execute()
    expect(held).toEqual([{ valid_to: '2026-11-22' }])
  })

  test('sets the parameters of safety within their limits', async () => {
    const page = await quan.get('/security')
    const { values } = page.form('/security')
    const wrong = await quan.post('/security', { ...values, idleMinutes: '0' })
    expect(wrong.faults.join()).toContain('Nhập số từ 1 đến 480')
    const done = await quan.submit('/security', {
      ...values,
      idleMinutes: '30',
      secondStepRoles: ['province_lead'],
    })
    expect(done.text).toContain('Đã lưu tham số an toàn')
    expect(await lastEntry()).toMatchObject({ before: { idleMinutes: 15 }, after: { idleMinutes: 30 } })
    const lan = await web.signedIn(world.lan)
    expect((await lan.get('/accounts')).location).toBe('/profile/second-step')
    expect((await lan.get('/profile/second-step')).text).toContain('cần xác thực hai bước')
    await quan.submit('/security', { ...values, secondStepRoles: [] })
    expect((await lan.get('/accounts')).status).toBe(403)
  })

  test('does not find accounts of another province', async () => {
    expect((await quan.get(`/accounts/${world.xa.accountId}`)).status).toBe(404)
    expect((await quan.post(`/accounts/${world.xa.accountId}/closing`)).status).toBe(404)
    for (const wrong of ['0', '-1', 'x', '9'.repeat(30)])
      expect((await quan.get(`/accounts/${wrong}`)).status).toBe(404)
  })
})

test('an auditor reads who holds which rights and sees no button that changes them', async () => {
  const phuc = await web.signedIn(world.phuc)
  const page = await phuc.get(`/accounts/${world.lan.accountId}`)
  expect(page.text).toContain('Đầu mối cấp tỉnh')
  expect(page.html).not.toContain(`action="/accounts/${world.lan.accountId}`)
})

test('a person changes the own name and language, and ends other sessions', async () => {
  const [here, there] = [await web.signedIn(world.mai), await web.signedIn(world.mai)]
  const page = await here.submit('/profile', { name: 'Hoàng Mai', position: '', locale: 'en' })
  expect(page.heading).toBe('My profile')
  expect(page.text).toContain('The profile is saved.')
  await here.submit('/profile/sessions/ending')
  expect((await there.get('/profile')).status).toBe(303)
  expect((await here.get('/profile')).status).toBe(200)
})

test('the language is switched with a form and kept', async () => {
  const visitor = web.visitor()
  const page = await visitor.submit('/language', { locale: 'en', back: '/sign-in?next=/plans' })
  expect(page.heading).toBe('Sign in')
  expect((await visitor.post('/language', { locale: 'en', back: 'https://evil.example' })).location).toBe('/')
})
