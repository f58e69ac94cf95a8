import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { type TestWeb, testWeb } from '../../../test/web.ts'
import { makeWorld, type Person, type World } from '../../../test/world.ts'
import type { Db } from '../../lib/db/db.ts'
import { setPassword } from './credentials.sql.ts'
import { hashPassword } from './hashing.ts'

const sentence = 'một câu dài dễ nhớ 7'
let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb

beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
})
afterAll(() => close())

beforeEach(async () => {
  web = testWeb(db)
  for (const table of [
    'accounts.credential',
    'accounts.sign_in_guard',
    'jobs.job',
    'mail.letter',
    'audit.entry',
  ] as const)
    await db.deleteFrom(table).execute()
  await db.deleteFrom('accounts.recovery_code').execute()
  await db
    .updateTable('accounts.account')
    .set({ state: 'active', is_demonstration: false, last_signed_in_at: null })
    .execute()
  for (const person of [world.minh, world.quan]) await givePassword(person)
})

let hash = ''
async function givePassword({ provinceId, accountId }: Person): Promise<void> {
  hash ||= await hashPassword(sentence)
  const at = new Date('2026-01-05T02:00:00Z')
  await db.transaction().execute((tx) => setPassword(tx, provinceId, accountId, at, { hash, isShort: false }))
}

function later(minutes: number): void {
  web.clock.now = new Date(web.clock.now.getTime() + minutes * 60_000)
}

const attempt = (password: string, email = world.minh.email) => ({ email, password, next: '/' })

describe('signing in', () => {
  test('leads to where the person was going, with a cookie no script reads', async () => {
    const browser = web.visitor()
    const page = await browser.get('/sign-in?next=/profile')
    expect(page.heading).toBe('Đăng nhập')
    expect(page.field('Mật khẩu').type).toBe('password')
    const { action, values } = page.form('/sign-in')
    const answer = await browser.post(action, {
      ...values,
      email: ` ${world.minh.email.toUpperCase()} `,
      password: sentence,
    })
    expect(answer).toMatchObject({ status: 303, location: '/profile' })
    expect(answer.headers.getSetCookie().join()).toMatch(/session=1\.[^;]+; Path=\/; HttpOnly; SameSite=Lax/)
  })

  test('takes a password typed with decomposed accents', async () => {
    const answer = await web.visitor().post('/sign-in', attempt(sentence.normalize('NFD')))
    expect(answer.status).toBe(303)
  })

  test.each(['//evil.example', '/\\evil.example', 'https://evil.example', '/sign-in', '/\tx'])(
    'never leads out of the program (%s)',
    async (next) => {
      const answer = await web.visitor().post('/sign-in', { ...attempt(sentence), next })
      expect(answer.location).toBe('/')
    },
  )

  test('says the same of a wrong password, an unknown e-mail and an account without a password', async () => {
    const answers = [
      await web.visitor().post('/sign-in', attempt('sai rồi sai rồi')),
      await web.visitor().post('/sign-in', attempt(sentence, 'khong-co@anhoa.invalid')),
      await web.visitor().post('/sign-in', attempt(sentence, world.lan.email)),
    ]
    for (const answer of answers) {
      expect(answer.status).toBe(422)
      expect(answer.text).toContain('Thư điện tử hoặc mật khẩu chưa đúng.')
      expect(answer.field('Mật khẩu').value).toBe('')
    }
    expect(answers[0]?.field('Thư điện tử').value).toBe(world.minh.email)
  })

  test.each(['minh@anhoa.invalid', 'nobody@anhoa.invalid'])(
    'locks %s at the fifth failure, for longer each time, whether or not there is such an account',
    async (email) => {
      for (let i = 0; i < 4; i++)
        expect((await web.visitor().post('/sign-in', attempt('x', email))).text).toContain('chưa đúng')
      expect((await web.visitor().post('/sign-in', attempt('x', email))).text).toContain(
        'thử lại sau 22/11/2026 09:05',
      )
      expect((await web.visitor().post('/sign-in', attempt(sentence, email))).text).toContain('09:05')
      later(6)
      expect((await web.visitor().post('/sign-in', attempt('x', email))).text).toContain(
        'thử lại sau 22/11/2026 09:16',
      )
    },
  )

  test('works again once the lock is over, and forgets the failures', async () => {
    for (let i = 0; i < 5; i++) await web.visitor().post('/sign-in', attempt('x'))
    later(6)
    expect((await web.visitor().post('/sign-in', attempt(sentence))).status).toBe(303)
    expect((await web.visitor().post('/sign-in', attempt('x'))).text).toContain('chưa đúng')
    const log = await db.selectFrom('audit.entry').select('verb').execute()
    expect(log).toEqual([{ verb: 'account.lock' }])
  })

  test('is refused to a shut account only after the right password', async () => {
    await db
      .updateTable('accounts.account')
      .set({ state: 'disabled' })
      .where('id', '=', world.minh.accountId)
      .execute()
    expect((await web.visitor().post('/sign-in', attempt('x'))).text).toContain('chưa đúng')
    expect((await web.visitor().post('/sign-in', attempt(sentence))).text).toContain('đã bị khóa')
  })

  test('is refused after 45 days without one', async () => {
    await web.visitor().post('/sign-in', attempt(sentence))
    later(46 * 24 * 60)
    expect((await web.visitor().post('/sign-in', attempt(sentence))).text).toContain('hơn 45 ngày')
  })

  test('slows a guesser who tries many e-mails from one address', async () => {
    for (let i = 0; i < 50; i++) await web.visitor().post('/sign-in', attempt('x', `a${i}@anhoa.invalid`))
    expect((await web.visitor().post('/sign-in', attempt(sentence))).text).toContain('Có thể thử lại sau')
  })

  test('is refused without the token of the form, and from a foreign page', async () => {
    const body = new URLSearchParams(attempt(sentence))
    const browser = web.visitor()
    await browser.get('/sign-in')
    expect((await browser.request('/sign-in', { method: 'POST', body })).status).toBe(403)
    const { values } = (await browser.get('/sign-in')).form('/sign-in')
    const own = new URLSearchParams({ ...values, ...attempt(sentence) })
    const foreign = { origin: 'https://evil.example' }
    expect((await browser.request('/sign-in', { method: 'POST', body: own, headers: foreign })).status).toBe(
      403,
    )
    expect((await browser.request('/sign-in', { method: 'POST', body: own })).status).toBe(303)
  })

  test('and out ends the session for good', async () => {
    const minh = await web.signedIn(world.minh)
    const token = minh.cookies.get('session') ?? ''
    await minh.submit('/sign-out')
    minh.cookies.set('session', token)
    expect((await minh.get('/profile')).location).toContain('/sign-in?next=%2Fprofile')
  })
})

describe('a session that ended while somebody was typing', () => {
  test('keeps the form, and offers it again after signing in', async () => {
    const minh = await web.signedIn(world.minh)
    later(16)
    const page = await minh.post('/profile', { name: 'Phạm Văn Minh', note: ['một', 'hai'] })
    expect(page.status).toBe(401)
    expect(page.text).toContain('Nội dung vừa nhập được giữ lại')
    const { values } = page.form('/sign-in')
    const again = await minh.post('/sign-in', { ...values, email: world.minh.email, password: sentence })
    expect(again.heading).toBe('Gửi lại nội dung vừa nhập')
    expect(again.rows.flat().join() + again.text).toContain('Phạm Văn Minh')
    expect(again.form('Gửi').action).toBe('/profile')
    expect(again.html.match(/name="note"/g)).toHaveLength(2)
  })

  test('keeps nothing of a form that another site sent', async () => {
    const minh = await web.signedIn(world.minh)
    later(16)
    const body = new URLSearchParams({ name: 'x' })
    const answer = await minh.request('/profile', { method: 'POST', body })
    expect(answer).toMatchObject({ status: 303, location: expect.stringContaining('/sign-in') })
  })
})

describe('a forgotten password', () => {
  test('is replaced through a letter, once, and every session ends', async () => {
    const { sendResetLetters } = await import('./passwords.ts')
    const minh = await web.signedIn(world.minh)
    const asked = await web.visitor().submit('/forgotten-password', { email: world.minh.email })
    expect(asked.text).toContain('Nếu thư điện tử này có tài khoản')
    expect(await db.selectFrom('jobs.job').select('payload').execute()).toEqual([
      { payload: { email: world.minh.email } },
    ])
    await sendResetLetters(db, world.minh.email, web.config.baseUrl, web.clock.now)
    const letter = await db.selectFrom('mail.letter').select('body').executeTakeFirstOrThrow()
    const link = /\/new-password\?token=\S+/.exec(letter.body ?? '')?.[0] ?? ''
    const visitor = web.visitor()
    const page = await visitor.get(link)
    expect(page.text).toContain(world.minh.email)
    const { values } = page.form('/new-password')
    const short = await visitor.post('/new-password', { ...values, password: 'ngắn' })
    expect(short).toMatchObject({ status: 422, text: expect.stringContaining('ít nhất 14 ký tự') })
    const done = await visitor.submit('/new-password', { ...values, password: 'câu mới hoàn toàn khác' })
    expect(done.text).toContain('Đã lưu mật khẩu mới')
    expect(
      (await visitor.post('/new-password', { ...values, password: 'lại một câu khác nữa' })).status,
    ).toBe(404)
    expect((await minh.get('/profile')).status).toBe(303)
    expect((await web.visitor().post('/sign-in', attempt(sentence))).status).toBe(422)
    expect((await web.visitor().post('/sign-in', attempt('câu mới hoàn toàn khác'))).status).toBe(303)
  })

  test('answers an unknown e-mail the same and writes no letter', async () => {
    const { sendResetLetters } = await import('./passwords.ts')
    const asked = await web.visitor().submit('/forgotten-password', { email: 'ai@anhoa.invalid' })
    expect(asked.text).toContain('Nếu thư điện tử này có tài khoản')
    await sendResetLetters(db, 'ai@anhoa.invalid', web.config.baseUrl, web.clock.now)
    expect(await db.selectFrom('mail.letter').selectAll().execute()).toEqual([])
  })

  test('link dies after an hour', async () => {
    const { sendResetLetters } = await import('./passwords.ts')
    await sendResetLetters(db, world.minh.email, web.config.baseUrl, web.clock.now)
    const letter = await db.selectFrom('mail.letter').select('body').executeTakeFirstOrThrow()
    later(61)
    const link = /\/new-password\?token=\S+/.exec(letter.body ?? '')?.[0] ?? ''
    expect((await web.visitor().get(link)).heading).toBe('Đường dẫn không còn dùng được')
  })
})

describe('the second step', () => {
  const key = () => web.config.secret
  async function setUp(person: Person) {
    const { beginSecondStep, confirmSecondStep } = await import('./second-step.ts')
    const actor = { ...person, locale: 'vi', grants: [], reach: 'province' } as const
    return db.transaction().execute(async (tx) => {
      const { address } = await beginSecondStep(tx, actor, key())
      const secret = Secret.fromBase32(new URL(address).searchParams.get('secret') ?? '')
      const codes = await confirmSecondStep(tx, actor, key(), codeAt(secret, -60), web.clock.now).catch(() =>
        confirmSecondStep(tx, actor, key(), codeAt(secret, -30), web.clock.now),
      )
      return { secret, codes }
    })
  }
  const codeAt = (secret: Secret, seconds = 0) =>
    new TOTP({ secret }).generate({ timestamp: web.clock.now.getTime() + seconds * 1000 })

  test('is asked for after the password, and no page opens before it', async () => {
    const { secret } = await setUp(world.minh)
    const browser = web.visitor()
    const page = await browser.post('/sign-in', attempt(sentence))
    expect(page.heading).toBe('Nhập mã xác thực')
    expect((await browser.get('/profile')).status).toBe(303)
    expect((await browser.post('/sign-in/code', { code: '000000' })).text).toContain('Mã chưa đúng')
    const before = browser.cookies.get('session')
    expect((await browser.post('/sign-in/code', { code: codeAt(secret), next: '/profile' })).location).toBe(
      '/profile',
    )
    expect(browser.cookies.get('session')).not.toBe(before)
  })

  test('takes each code and each recovery code once', async () => {
    const { secret, codes } = await setUp(world.minh)
    const spend = async (code: string) => {
      const browser = web.visitor()
      await browser.post('/sign-in', attempt(sentence))
      return (await browser.post('/sign-in/code', { code })).status
    }
    const code = codeAt(secret)
    expect([await spend(code), await spend(code)]).toEqual([303, 422])
    expect(codes).toHaveLength(10)
    const [first = ''] = codes
    expect([await spend(first.toUpperCase()), await spend(first)]).toEqual([303, 422])
  })

  test('locks after five wrong codes even with the right password in between', async () => {
    await setUp(world.minh)
    const browser = web.visitor()
    for (let i = 0; i < 4; i++) {
      await browser.post('/sign-in', attempt(sentence))
      await browser.post('/sign-in/code', { code: '000000' })
    }
    await browser.post('/sign-in', attempt(sentence))
    expect((await browser.post('/sign-in/code', { code: '000000' })).text).toContain('thử lại sau')
  })

  test('keeps its secret encrypted', async () => {
    const { secret } = await setUp(world.minh)
    const row = await db
      .selectFrom('accounts.credential')
      .select('totp_secret')
      .where('totp_secret', 'is not', null)
      .executeTakeFirstOrThrow()
    expect(row.totp_secret?.includes(Buffer.from(secret.bytes))).toBe(false)
  })
})

describe('the demonstration', () => {
  const asDemonstration = () =>
    db
      .updateTable('accounts.account')
      .set({ is_demonstration: true })
      .where('id', '=', world.lan.accountId)
      .execute()

  test('lets in with one click on this machine', async () => {
    await asDemonstration()
    const browser = web.visitor()
    const page = await browser.get('/sign-in')
    expect(page.buttons.join()).toContain('Đầu mối cấp tỉnh Sở Nội vụ Nguyễn Thị Lan')
    expect(page.text).not.toContain(world.minh.name)
    const answer = await browser.post('/demonstration-session', { who: `1.${world.lan.accountId}` })
    expect(answer.location).toBe('/')
    expect(browser.cookies.get('session')).toMatch(/^1\./)
  })

  test('opens for no account that is not of the demonstration', async () => {
    expect(
      (await web.visitor().post('/demonstration-session', { who: `1.${world.quan.accountId}` })).status,
    ).toBe(404)
  })

  test.each([
    ['a proxy on this machine', { headers: { 'x-forwarded-for': '1.2.3.4' } }],
    ['another name', { headers: { host: 'tinh.gov.vn' } }],
  ])('is closed to %s', async (_what, init) => {
    await asDemonstration()
    expect((await web.visitor().request('/sign-in', init)).buttons.join()).not.toContain('Sở Nội vụ')
  })

  test('is closed in production', async () => {
    await asDemonstration()
    web = testWeb(db, { mode: 'production' })
    const browser = web.visitor()
    expect((await browser.get('/sign-in')).buttons.join()).not.toContain('Sở Nội vụ')
    await browser.post('/demonstration-session', { who: `1.${world.lan.accountId}` })
    expect(browser.cookies.has('session')).toBe(false)
  })

  test('stops production from starting, with a sentence that says what to do', async () => {
    const { assertProductionSafe } = await import('./demonstration.ts')
    const production = { ...web.config, mode: 'production' } as const
    await assertProductionSafe(db, production)
    await expect(assertProductionSafe(db, { ...production, secret: 'short' })).rejects.toThrow(/SECRET.*32/s)
    await asDemonstration()
    await expect(assertProductionSafe(db, production)).rejects.toThrow('1 tài khoản minh họa')
  })
})
