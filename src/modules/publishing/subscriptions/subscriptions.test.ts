import { Readable } from 'node:stream'
import { sql } from 'kysely'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type TestWeb, testWeb } from '../../../../test/web.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Config } from '../../../lib/config.ts'
import type { Db } from '../../../lib/db/db.ts'
import { openPortal } from '../publishing.columns.ts'
import { addPublication } from '../publishing.fixtures.ts'
import { makeIssue } from './newsletters.ts'
import { sendConfirmation, sendIssue } from './sending-letters.ts'
import { askForNewsletter, forgetUnconfirmed } from './subscriptions.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
let config: Config
const received: Email[] = []
/** Addresses that the server refuses for good; and how many letters it takes before it breaks. */
const refused = new Set<string>()
let breaksAfter = Number.POSITIVE_INFINITY
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo({ address }, _session, done) {
    if (refused.has(address)) return done(Object.assign(new Error('no such mailbox'), { responseCode: 550 }))
    if (received.length >= breaksAfter) return done(Object.assign(new Error('later'), { responseCode: 451 }))
    done()
  },
  onData(stream, _session, done) {
    PostalMime.parse(Readable.toWeb(stream) as ReadableStream).then((mail) => {
      received.push(mail)
      done()
    }, done)
  },
})

beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.server.address() as { port: number }
  web = testWeb(db, { smtpUrl: `smtp://127.0.0.1:${port}` })
  config = web.config
  await db.transaction().execute((tx) => openPortal(tx, 1))
})
afterAll(async () => {
  await new Promise<void>((done) => server.close(done))
  await close()
})
beforeEach(async () => {
  received.length = 0
  refused.clear()
  breaksAfter = Number.POSITIVE_INFINITY
  await db.deleteFrom('publishing.delivery').execute()
  await db.deleteFrom('publishing.newsletter').execute()
  await db.deleteFrom('publishing.subscriber').execute()
  await db.deleteFrom('publishing.subscriber_letter').execute()
  await db.deleteFrom('publishing.publication').execute()
})

const tools = () => ({ db, config, clock: () => web.clock.now })
const choice = { topics: [] as string[], columns: [], rhythm: 'weekly' as const }

async function sendConfirmations(): Promise<void> {
  const asked = await db
    .selectFrom('publishing.subscriber')
    .select(['id', 'asked_at'])
    .where('state', '=', 'asked')
    .execute()
  for (const a of asked)
    await sendConfirmation(tools(), 1, { subscriberId: a.id, askedAt: a.asked_at.getTime() })
}

function linkIn(mail: Email | undefined, path: string): string {
  const found = mail?.text?.match(new RegExp(`http\\S*${path}\\S*`))?.[0] ?? ''
  const { pathname, search } = new URL(found)
  return pathname + search
}

async function reader(address: string, more: { topics?: string[] } = {}): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await askForNewsletter(tx, config.secret, 1, 'vi', { address, ...choice, ...more }, web.clock.now)
    await tx.updateTable('publishing.subscriber').set({ state: 'confirmed' }).execute()
  })
}

async function issue(topics: string[][]): Promise<number> {
  for (const t of topics)
    await addPublication(db, world.units.noiVu, {
      topics: t,
      first_published_at: web.clock.now,
      lead: 'Nộp ở nhà.',
    })
  const id = await db.transaction().execute((tx) => makeIssue(tx, 1, 'weekly', web.clock.now))
  return id ?? 0
}

test('a reader subscribes, confirms by a button, changes the choice and is deleted by one click', async () => {
  const visitor = web.visitor()
  const form = await visitor.get('/subscriptions/new')
  expect(form.heading).toBe('Nhận bản tin qua thư điện tử')
  expect(new TextDecoder().decode(form.bytes)).not.toMatch(/type="checkbox"[^>]*\schecked/)
  const faulty = await visitor.post('/subscriptions', { address: 'lan', rhythm: 'weekly' })
  expect(faulty.status).toBe(422)
  const fields = { address: 'Lan@Anhoa.invalid', rhythm: 'weekly', consent: 'yes', topics: 'procedures' }
  const answer = await visitor.submit('/subscriptions', fields)
  expect(answer.heading).toBe('Mở hộp thư để xác nhận')

  await sendConfirmations()
  expect(received[0]?.to?.[0]?.address).toBe('lan@anhoa.invalid')
  const link = linkIn(received[0], '/subscriptions/confirmation')
  expect((await visitor.get(link)).heading).toBe('Xác nhận nhận bản tin')
  expect(await db.selectFrom('publishing.subscriber').select('state').execute()).toEqual([{ state: 'asked' }])
  const mine = await visitor.submit(link)
  expect(mine.heading).toBe('Lựa chọn của bạn')

  await issue([['procedures']])
  await sendNewest()
  const letter = received.at(-1)
  const headers = new Map(letter?.headers.map((h) => [h.key, h.value]))
  expect(headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
  const oneClick = new URL(headers.get('list-unsubscribe')?.slice(1, -1) ?? '')
  const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })
  const ended = await web.visitor().request(oneClick.pathname + oneClick.search, {
    method: 'POST',
    body,
    headers: { origin: 'https://mail.example', 'sec-fetch-site': 'cross-site' },
  })
  expect(ended.status).toBe(303)
  expect(await db.selectFrom('publishing.subscriber').selectAll().execute()).toEqual([])
})

async function sendNewest(): Promise<number> {
  const { id } = await db
    .selectFrom('publishing.newsletter')
    .select('id')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  const lan = await web.signedIn(world.lan)
  await lan.submit(`/newsletters/${id}/sending`)
  await sendIssue(tools(), 1, id)
  return id
}

test('nothing in the database tells an address, and a broken link opens nothing', async () => {
  await reader('minh@anhoa.invalid')
  const rows = JSON.stringify(await db.selectFrom('publishing.subscriber').selectAll().execute())
  expect(rows).not.toContain('minh')
  expect(Buffer.from(rows).toString('latin1')).not.toContain('anhoa.invalid')
  expect((await web.visitor().get('/subscriptions/preferences?key=abc.def')).status).toBe(404)
})

test('an address gets at most three letters to confirm a day, whoever asks', async () => {
  const asks = (n: number) =>
    db
      .transaction()
      .execute((tx) =>
        askForNewsletter(
          tx,
          config.secret,
          1,
          'vi',
          { address: 'tam@anhoa.invalid', ...choice },
          new Date(web.clock.now.getTime() + n),
        ),
      )
  for (let n = 1; n <= 8; n += 1) await asks(n)
  const letters = await db.selectFrom('publishing.subscriber_letter').selectAll().execute()
  expect(letters).toHaveLength(3)
})

test('who never confirms is forgotten after two days', async () => {
  await db
    .transaction()
    .execute((tx) =>
      askForNewsletter(tx, config.secret, 1, 'vi', { address: 'x@anhoa.invalid', ...choice }, web.clock.now),
    )
  await forgetUnconfirmed(db, 1, new Date(web.clock.now.getTime() + 3 * 86_400_000))
  expect(await db.selectFrom('publishing.subscriber').selectAll().execute()).toEqual([])
})

test('each reader gets the texts of the own choice, once, in plain text and as a page', async () => {
  await reader('all@anhoa.invalid')
  await reader('some@anhoa.invalid', { topics: ['procedures'] })
  await reader('none@anhoa.invalid', { topics: ['finance'] })
  await issue([['procedures'], ['institutions']])
  const id = await sendNewest()
  await sendIssue(tools(), 1, id)
  const byAddress = new Map(received.map((m) => [m.to?.[0]?.address, m]))
  expect([...byAddress.keys()].sort()).toEqual(['all@anhoa.invalid', 'some@anhoa.invalid'])
  expect(received).toHaveLength(2)
  expect(byAddress.get('all@anhoa.invalid')?.text?.match(/\/articles\//g)).toHaveLength(2)
  expect(byAddress.get('some@anhoa.invalid')?.html?.match(/<h2>/g)).toHaveLength(1)
  expect(byAddress.get('all@anhoa.invalid')?.html).not.toMatch(/<img|<script/)
})

test('whoever writes the opening does not let the issue go', async () => {
  await reader('a@anhoa.invalid')
  const id = await issue([['procedures']])
  const ngoc = await web.signedIn(world.ngoc)
  await ngoc.submit(`/newsletters/${id}/opening`, { subject: 'Bản tin tuần', intro: 'Kính chào bà con.' })
  expect((await ngoc.post(`/newsletters/${id}/sending`)).status).toBe(403)
  await sendNewest()
  expect(received[0]).toMatchObject({ subject: 'Bản tin tuần' })
  expect(received[0]?.text).toContain('Kính chào bà con.')
})

test('when the server breaks off, nobody gets a letter twice and nobody is lost', async () => {
  for (let n = 0; n < 9; n += 1) await reader(`r${n}@anhoa.invalid`)
  await issue([['procedures']])
  breaksAfter = 4
  await expect(sendNewest()).rejects.toThrow()
  breaksAfter = Number.POSITIVE_INFINITY
  await sql`update jobs.job set last_error = 'Error: broke off', attempts = 1
    where name = 'publishing.send-newsletter'`.execute(db)
  const ngoc = await web.signedIn(world.ngoc)
  const { id: held } = await db.selectFrom('publishing.newsletter').select('id').executeTakeFirstOrThrow()
  expect((await ngoc.get(`/newsletters/${held}`)).html).toContain('còn 5 thư chờ')
  const { id } = await db.selectFrom('publishing.newsletter').select('id').executeTakeFirstOrThrow()
  // A worker that fell in the middle: what it had in hand is not sent again.
  const taken = await db
    .updateTable('publishing.delivery')
    .set({ state: 'sending', taken_at: new Date(web.clock.now.getTime() - 3_600_000) })
    .where('subscriber_id', '=', (e) =>
      e
        .selectFrom('publishing.delivery')
        .select((s) => s.fn.max('subscriber_id').as('id'))
        .where('state', '=', 'waiting'),
    )
    .returning('subscriber_id')
    .execute()
  await sendIssue(tools(), 1, id)
  const addresses = received.map((m) => m.to?.[0]?.address)
  expect(taken).toHaveLength(1)
  expect(new Set(addresses).size).toBe(addresses.length)
  expect(addresses).toHaveLength(8)
  const states = await db.selectFrom('publishing.delivery').select('state').execute()
  expect(states.filter((s) => s.state === 'unsure')).toHaveLength(1)
  expect(await db.selectFrom('publishing.newsletter').select('state').execute()).toEqual([{ state: 'sent' }])
})

test('an address that is refused three times in a row is bad and gets nothing more', async () => {
  await reader('gone@anhoa.invalid')
  refused.add('gone@anhoa.invalid')
  for (let n = 0; n < 3; n += 1) {
    await issue([['procedures']])
    await sendNewest()
    web.clock.now = new Date(web.clock.now.getTime() + 86_400_000)
  }
  expect(await db.selectFrom('publishing.subscriber').select('state').execute()).toEqual([{ state: 'bad' }])
})
