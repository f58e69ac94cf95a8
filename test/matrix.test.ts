import { afterAll, beforeAll, expect, test } from 'vitest'
import { officeRoutes } from '../src/app/office.ts'
import { portalRoutes } from '../src/app/portal.ts'
import type { Db } from '../src/lib/db/db.ts'
import { mayEnter, type Route } from '../src/lib/http/route.ts'
import { actorOf, issuedPlan } from '../src/modules/assignments/assignments.fixtures.ts'
import { giveTasks } from '../src/modules/assignments/assignments.giving.ts'
import { writtenItem } from '../src/modules/editorial/editorial.fixtures.ts'
import { openPortal } from '../src/modules/publishing/publishing.columns.ts'
import { owes, reportDuty } from '../src/modules/reporting/reporting.fixtures.ts'
import { openReport } from '../src/modules/reporting/writing/opening.ts'
import { campaignForCommunes } from '../src/modules/scoring/scoring.fixtures.ts'
import { freshDatabase } from './database.ts'
import { type Answer, type Browser, type TestWeb, testWeb } from './web.ts'
import { makeWorld, type Person, type World } from './world.ts'

/**
 * Every route × everybody. What is allowed is read and reviewed in test/matrix.txt; a new or changed route makes
 * this test fail until its line there is written: npx vitest run test/matrix.test.ts -u
 *
 * GET asks for real things of the first province (those of `examples`), POST for a thing that does not exist, so
 * that nothing changes between two questions: a role that may enter gets 404 or 422 there.
 */
const routes: readonly Route[] = [...portalRoutes, ...officeRoutes]
const nowhere = '999999999'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
/** The path before ':id' → the id that stands for ':id' in a GET. */
let examples: Record<string, number>

beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  // The walk asks more in a minute than a person may.
  web = testWeb(db, { requestsPerMinute: 100_000 })
  const now = new Date('2026-01-16T02:00:00Z')
  await db.transaction().execute((tx) => openPortal(tx, 1))
  const planId = await db.transaction().execute(async (tx) => {
    const plan = await issuedPlan(tx, world)
    await giveTasks(tx, { provinceId: 1, accountId: null, name: 'Chung Tay' }, plan.planId, now)
    return plan.planId
  })
  const assignment = await db
    .selectFrom('assignments.assignment')
    .select('id')
    .where('unit_id', '=', world.units.binhMinh)
    .executeTakeFirstOrThrow()
  const reportId = await db.transaction().execute(async (tx) => {
    const { dutyId } = await reportDuty(tx, world)
    const owed = await owes(tx, world, dutyId, world.units.binhMinh)
    return openReport(tx, actorOf(world.minh), owed, now)
  })
  examples = {
    reports: reportId,
    accounts: world.minh.accountId,
    units: world.units.binhMinh,
    'organisations/units': world.units.binhMinh,
    plans: planId,
    assignments: assignment.id,
    'desk/items': await db.transaction().execute((tx) => writtenItem(tx, world, actorOf(world.minh))),
    ...(await scoringExamples()),
  }
})
afterAll(() => close())

async function scoringExamples(): Promise<Record<string, number>> {
  const scoring = await db.transaction().execute((tx) => campaignForCommunes(tx, world))
  const criteria = await db.selectFrom('scoring.criteria_version').select('id').executeTakeFirstOrThrow()
  return {
    'scoring/campaigns': scoring.campaignId,
    'scoring/criteria': criteria.id,
    'score-sheets': scoring.sheetIds.binhMinh,
  }
}

/** In the order of the columns. `minh` stands in the example's unit, `tam` in another, `xa` in another province. */
function everybody(): [string, Person | null][] {
  const { lan, hung, minh, tam, mai, ngoc, phuc, quan, roi, xa, xaMinh } = world
  return [
    ['public', null],
    ['lead', lan],
    ['head', hung],
    ['officer', minh],
    ['outside', tam],
    ['invited', mai],
    ['editor', ngoc],
    ['auditor', phuc],
    ['admin', quan],
    ['former', roi],
    ['foreign', xa],
    ['foreign2', xaMinh],
  ]
}

function address(route: Route): string {
  const collection = /^\/(.*?)\/:id\b/.exec(route.path)?.[1] ?? ''
  const id = route.method === 'GET' ? examples[collection] : undefined
  const own = route.path.replace(/:id\b(?:\{[^}]*\})?/, String(id ?? nowhere))
  // ':format{xlsx|csv}' takes the first of its words, every other parameter a number that nothing has.
  return own.replace(/:\w+(?:\{([^}]*)\})?/g, (_all, pattern: string | undefined) =>
    pattern && /^[\w|]+$/.test(pattern) ? (pattern.split('|')[0] ?? nowhere) : nowhere,
  )
}

async function ask(browser: Browser, route: Route): Promise<Answer> {
  if (route.method === 'GET') return browser.get(address(route))
  return route.upload ? browser.upload(address(route), {}) : browser.post(address(route))
}

const open = new Map<Person | null, Browser>()

/** One browser a person for the whole walk; signed in anew where a question ended the session. */
async function browserOf(person: Person | null): Promise<Browser> {
  const before = open.get(person)
  if (person && before?.cookies.has('session')) return before
  const browser = person ? await web.signedIn(person) : web.visitor()
  open.set(person, browser)
  return browser
}

function shown(answer: Answer): string {
  if (answer.location.startsWith('/sign-in?')) return 'sign-in'
  return answer.status === 200 ? 'ok' : String(answer.status)
}

function grantsOf(person: Person | null) {
  const held = person && person !== world.roi
  return person && { grants: held ? [{ role: person.role, unitId: person.unitId }] : [] }
}

async function cellOf(route: Route, name: string, person: Person | null): Promise<string> {
  const answer = await ask(await browserOf(person), route)
  const where = `${route.method} ${route.path} as ${name}: ${answer.status}`
  expect(answer.status, where).toBeLessThan(500)
  const actor = grantsOf(person) as Parameters<typeof mayEnter>[1]
  if (!mayEnter(route.who, actor)) expect(shown(answer), where).toBe(person ? '403' : 'sign-in')
  return shown(answer)
}

test('every route answers every role as the reviewed table says', async () => {
  const people = everybody()
  const lines = [['', ...people.map(([name]) => name)]]
  for (const route of routes) {
    const cells = await Promise.all(people.map(([name, person]) => cellOf(route, name, person)))
    lines.push([`${route.method} ${route.path}`, ...cells])
  }
  await expect(table(lines)).toMatchFileSnapshot('matrix.txt')
}, 300_000)

test('a thing of one province does not exist for the people of another', async () => {
  for (const route of routes.filter(
    (r) => r.method === 'GET' && r.path.includes(':id') && r.who !== 'public',
  )) {
    for (const person of [world.xa, world.xaMinh]) {
      const answer = await ask(await browserOf(person), route)
      expect([403, 404], `${route.path} as ${person.name}`).toContain(answer.status)
    }
  }
}, 300_000)

test('only mail services and Zalo with a signature and browsers by their own endpoint post without a form of ours', async () => {
  const keyed = routes.filter((r) => r.keyed).map((r) => r.path)
  const push = ['choice', 'renewal', 'ending'].map((end) => `/subscriptions/push/${end}`)
  expect(keyed).toEqual([
    '/subscriptions/ending',
    ...push,
    '/zalo-events/:of{[0-9]+-[0-9]+}',
    '/returned-mail',
  ])
})

test('no POST is taken without the token of its form, from whomever', async () => {
  for (const route of routes.filter((r) => r.method === 'POST' && !r.keyed)) {
    for (const person of [world.lan, world.quan, world.minh, null]) {
      const browser = await browserOf(person)
      const body = route.upload ? new FormData() : new URLSearchParams({ _csrf: 'AAAA' })
      const answer = await browser.request(address(route), { method: 'POST', body })
      const may = mayEnter(route.who, grantsOf(person) as Parameters<typeof mayEnter>[1])
      // An upload may look for its thing before it reads the first byte; it writes nothing before the token.
      const refused = route.upload ? [403, 404] : [403]
      const expected = may || person ? refused : [303]
      expect(expected, `${route.path} as ${person?.name ?? 'public'}`).toContain(answer.status)
    }
  }
}, 300_000)

test('no POST is taken from a page of another site, even with the token', async () => {
  for (const route of routes.filter((r) => r.method === 'POST' && !r.keyed)) {
    const lan = await browserOf(world.lan)
    const { _csrf = '' } = (await lan.get('/profile')).form('/profile').values
    const body = new URLSearchParams({ _csrf })
    const headers = { 'sec-fetch-site': 'cross-site' }
    expect((await lan.request(address(route), { method: 'POST', body, headers })).status, route.path).toBe(
      403,
    )
  }
}, 300_000)

function table(lines: string[][]): string {
  const widths = (lines[0] ?? []).map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)))
  return `${lines
    .map((line) =>
      line
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')}\n`
}
