import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { freshDatabase } from '../../test/database.ts'
import { type Answer, type TestWeb, testWeb } from '../../test/web.ts'
import { makeWorld, type Person, type World } from '../../test/world.ts'
import type { Actor } from '../lib/actor.ts'
import type { Db } from '../lib/db/db.ts'
import { makeToken, type NewToken, revokeToken, tokensOf } from '../modules/accounts/tokens.ts'
import { issuedPlan } from '../modules/assignments/assignments.fixtures.ts'
import { giveTasks } from '../modules/assignments/assignments.giving.ts'
import { fillReports } from '../modules/reporting/boards/boards.fixtures.ts'
import { apiRoutes } from './api.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
let keys: Record<'whole' | 'commune' | 'foreign' | 'expired' | 'revoked', string>
let planId = 0
const now = new Date('2026-11-22T02:00:00Z')

beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  web = testWeb(db)
  await db.transaction().execute(async (tx) => {
    ;({ planId } = await issuedPlan(tx, world))
    await giveTasks(tx, { provinceId: 1, accountId: null, name: 'Chung Tay' }, planId, now)
  })
  const activity = { province_id: 1, what: 'Tọa đàm trên sóng', from_day: '2026-10-01', to_day: '2026-10-01' }
  const recorded = {
    form_code: 'radio',
    recorded_at: now,
    recorded_by_name: 'Minh',
    unit_id: world.units.binhMinh,
  }
  await db
    .insertInto('assignments.activity')
    .values({ ...activity, ...recorded })
    .execute()
  await fillReports(db, { provinces: [1, 2], years: [2026, 2026], today: '2026-11-22' })
  const { binhMinh } = world.units
  keys = {
    whole: await key(world.lan, { unitId: null }),
    commune: await key(world.lan, { unitId: binhMinh }),
    foreign: await key(world.xa, { unitId: null }),
    expired: await key(world.lan, { unitId: null, lastDay: '2026-11-22' }, new Date('2026-11-20T02:00:00Z')),
    revoked: await key(world.lan, { unitId: null }),
  }
  await db
    .updateTable('accounts.api_token')
    .set({ last_day: '2026-11-21' })
    .where('ending', '=', keys.expired.slice(-4))
    .execute()
  await db.transaction().execute(async (tx) => {
    const rows = await tokensOf(tx, actor(world.lan))
    const row = rows.find((t) => t.ending === keys.revoked.slice(-4))
    await revokeToken(tx, actor(world.lan), row?.id ?? 0, now)
  })
})
afterAll(() => close())

function actor({ provinceId, accountId, name, role, unitId }: Person): Actor {
  return { provinceId, accountId, name, locale: 'vi', grants: [{ role, unitId }], reach: 'province' }
}

function key(person: Person, input: Partial<NewToken>, at = now): Promise<string> {
  const whole = { name: 'Hệ thống báo cáo', unitId: null, lastDay: '2027-06-30', ...input }
  return db.transaction().execute((tx) => makeToken(tx, actor(person), whole, at))
}

function ask(path: string, token?: string, headers: Record<string, string> = {}): Promise<Answer> {
  const own = token ? { authorization: `Bearer ${token}` } : {}
  return web.visitor().request(path, { headers: { ...own, ...headers } })
}

const json = (answer: Answer) => JSON.parse(Buffer.from(answer.bytes).toString())

/** An address of the route with real things of the first province in it. */
async function addressOf(path: string): Promise<string> {
  const report = await db
    .selectFrom('reporting.report as r')
    .innerJoin('reporting.obligation as o', 'o.id', 'r.obligation_id')
    .select('r.id')
    .where('r.province_id', '=', 1)
    .where('o.unit_id', '=', world.units.tanLap)
    .where('r.state', 'in', ['accepted', 'sent', 'consolidated'])
    .executeTakeFirstOrThrow()
  const ids: Record<string, number> = { units: world.units.tanLap, plans: planId, reports: report.id }
  if (path.endsWith('/results')) return `${path}?year=2026`
  return path.replace(/(\w+)\/:id/, (_, room: string) => `${room}/${ids[room]}`)
}

describe('every door of the API', () => {
  test('asks for a good key: none, a wrong, an ended and a revoked one open nothing', async () => {
    for (const { path } of apiRoutes) {
      for (const token of [undefined, 'ct1_1_x', `ct1_1_${'A'.repeat(43)}`, keys.expired, keys.revoked]) {
        const answer = await ask(await addressOf(path), token)
        expect([path, answer.status]).toEqual([path, 401])
        expect(answer.headers.get('content-type')).toContain('application/problem+json')
        expect(answer.headers.get('www-authenticate')).toContain('Bearer')
      }
    }
  })

  test('answers the whole province’s key in the shape that it describes', async () => {
    for (const route of apiRoutes) {
      if (route.path.endsWith('reports/:id')) continue
      const answer = await ask(await addressOf(route.path), keys.whole)
      expect([route.path, answer.status]).toEqual([route.path, 200])
      const parsed = route.answer.safeParse(json(answer))
      expect([route.path, parsed.error && z.prettifyError(parsed.error)]).toEqual([route.path, undefined])
    }
  })

  test('shows another province’s key nothing of this one', async () => {
    for (const { path } of apiRoutes) {
      const answer = await ask(await addressOf(path), keys.foreign)
      expect([path, path.includes(':id') ? 404 : 200]).toEqual([path, answer.status])
      expect(answer.text).not.toMatch(/Bình Minh|Tân Lập/)
    }
  })

  test('shows a subtree’s key its subtree only', async () => {
    const { binhMinh, binhMinhVanHoa, tanLap } = world.units
    const own = [binhMinh, binhMinhVanHoa]
    for (const { path } of apiRoutes.filter((r) => !r.path.includes(':id'))) {
      if (path.endsWith('/results')) continue
      const { data } = json(await ask(path, keys.commune)) as { data: Record<string, unknown>[] }
      for (const row of data) {
        const of = (row['of'] as { unit?: number } | undefined)?.unit ?? row['unit_id'] ?? row['id']
        if (!path.endsWith('/plans')) expect([path, own.includes(Number(of))]).toEqual([path, true])
      }
    }
    expect((await ask(`/api/v1/units/${tanLap}`, keys.commune)).status).toBe(404)
    expect((await ask(await addressOf('/api/v1/reports/:id'), keys.commune)).status).toBe(404)
    const done = json(await ask('/api/v1/results?year=2026', keys.commune)).data
    expect(done).toMatchObject([{ form: 'radio', month: 10, activities: 1 }])
    const under = json(await ask(`/api/v1/measures?by=&under=${world.units.ubnd}&map=then`, keys.commune))
    const all = json(await ask('/api/v1/measures?by=', keys.commune))
    expect(under).toEqual(all)
  })

  test('reads only', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const answer = await web.visitor().request('/api/v1/units', {
        method,
        headers: { authorization: `Bearer ${keys.whole}` },
      })
      expect(answer.status).toBe(405)
    }
  })

  test('takes no cookie for a key: a signed-in browser is nobody here', async () => {
    const lan = await web.signedIn(world.lan)
    expect((await lan.get('/api/v1/units')).status).toBe(401)
    expect((await ask('/api/v1/units', keys.whole)).headers.get('set-cookie')).toBeNull()
  })
})

describe('a question', () => {
  test('that is not understood is told field by field', async () => {
    const answer = await ask('/api/v1/measures?by=unit,moon&as_of=2026-02-31&colour=red', keys.whole)
    expect(answer.status).toBe(400)
    expect(
      json(answer)
        .fields.map((f: { name: string }) => f.name)
        .sort(),
    ).toEqual(['as_of', 'by', 'colour'])
  })

  test('at an address that is not there is told so as a problem', async () => {
    const answer = await ask('/api/v1/treasures', keys.whole)
    expect([answer.status, json(answer).title]).toEqual([404, 'Not Found'])
  })

  test('asked again with its ETag is answered in a line', async () => {
    const first = await ask('/api/v1/units', keys.whole)
    const etag = first.headers.get('etag') ?? ''
    const again = await ask('/api/v1/units', keys.whole, { 'if-none-match': `W/${etag}` })
    expect([again.status, again.bytes.length]).toEqual([304, 0])
  })

  test('for a long list is read on to its end, each row once', async () => {
    const seen: number[] = []
    let cursor = ''
    for (let pages = 0; pages < 50; pages++) {
      const page = json(
        await ask(`/api/v1/obligations?limit=7&cursor=${cursor}`.replace(/&cursor=$/, ''), keys.whole),
      )
      seen.push(...page.data.map((o: { id: number }) => o.id))
      cursor = page.next_cursor ?? ''
      if (!cursor) break
    }
    const [{ expected }] = json(await ask('/api/v1/measures?by=', keys.whole)).data
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBe(expected)
    expect((await ask('/api/v1/obligations?cursor=zzz', keys.whole)).status).toBe(400)
  })

  test('of measures is answered as of a day, and the figure opens to its rows', async () => {
    const measures = json(await ask('/api/v1/measures?by=period&as_of=2026-08-01', keys.whole))
    expect(measures.as_of).toBe('2026-08-01')
    const q1 = measures.data.find((m: { of: { period: string } }) => m.of.period === '2026-Q1')
    const rows = json(
      await ask('/api/v1/obligations?period=2026-Q1&part=overdue&as_of=2026-08-01&limit=500', keys.whole),
    )
    expect(rows.data.length).toBe(q1.overdue)
  })

  test('too many of them are refused by key, with the time to wait', async () => {
    const slow = testWeb(db, { requestsPerMinute: 3 })
    const answers: number[] = []
    for (let n = 0; n < 5; n++) {
      const headers = { authorization: `Bearer ${keys.commune}` }
      answers.push((await slow.visitor().request('/api/v1/units', { headers })).status)
    }
    expect(answers).toEqual([200, 200, 200, 429, 429])
  })
})

test('the description is OpenAPI 3.1 to the letter, and names every door', async () => {
  const answer = await ask('/api/v1/openapi.json')
  const document = json(answer)
  const { valid, errors } = await new Validator().validate(document)
  expect([errors, valid]).toEqual([undefined, true])
  expect(Object.keys(document.paths)).toHaveLength(apiRoutes.length)
  expect(new Set(apiRoutes.map((r) => r.operation)).size).toBe(apiRoutes.length)
})

describe('keys', () => {
  test('are made by an administrator or lead, shown once, and kept as a hash alone', async () => {
    const quan = await web.signedIn(world.quan)
    const form = { name: 'LRIS', unitId: '', lastDay: '30/06/2027' }
    const page = await quan.post('/administration/tokens', form)
    const token = /ct1_1_[\w-]{43}/.exec(page.text)?.[0] ?? ''
    expect(page.status).toBe(200)
    expect((await ask('/api/v1/units', token)).status).toBe(200)
    const list = await quan.get('/administration/tokens')
    expect(list.text).toContain('LRIS')
    expect(list.text).not.toContain(token)
    const rows = await db.selectFrom('accounts.api_token').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(token.slice(8))
    const audit = await db.selectFrom('audit.entry').selectAll().where('verb', '=', 'token.make').execute()
    expect(JSON.stringify(audit)).not.toContain(token.slice(8))
  })

  test('are taken back at once', async () => {
    const lan = await web.signedIn(world.lan)
    const page = await lan.post('/administration/tokens', {
      name: 'Thử nghiệm',
      unitId: world.units.tanLap,
      lastDay: '30/06/2027',
    })
    const token = /ct1_1_[\w-]{43}/.exec(page.text)?.[0] ?? ''
    const row = (await tokensOf(db, actor(world.lan))).find((t) => t.ending === token.slice(-4))
    await lan.submit(`/administration/tokens/${row?.id}/revocation`)
    expect((await ask('/api/v1/units', token)).status).toBe(401)
  })

  test('are refused for too long a time, a unit of nowhere, or by whoever may not', async () => {
    const lan = await web.signedIn(world.lan)
    const form = { name: 'LRIS', unitId: '', lastDay: '01/01/2030' }
    expect((await lan.post('/administration/tokens', form)).status).toBe(422)
    expect((await lan.post('/administration/tokens', { ...form, lastDay: '32/01/2027' })).status).toBe(422)
    const there = { ...form, lastDay: '30/06/2027', unitId: world.other.dongHai }
    expect((await lan.post('/administration/tokens', there)).status).toBe(404)
    const minh = await web.signedIn(world.minh)
    expect((await minh.post('/administration/tokens', form)).status).toBe(403)
  })
})
