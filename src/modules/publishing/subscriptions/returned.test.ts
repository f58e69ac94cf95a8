import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type TestWeb, testWeb } from '../../../../test/web.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db } from '../../../lib/db/db.ts'
import { filled, shapes } from '../../../lib/mail/returned/returns.fixtures.ts'
import { openPortal } from '../publishing.columns.ts'
import { linkKey } from './addresses.ts'
import { doorKey, readReturnAddress, returnAddress } from './return-address.ts'
import { forgiveReturns } from './returned.sql.ts'
import { askForNewsletter, forgetUnconfirmed } from './subscriptions.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb

beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  web = testWeb(db)
  await db.transaction().execute((tx) => openPortal(tx, 1))
})
afterAll(() => close())
beforeEach(async () => {
  web.clock.now = new Date('2026-11-22T02:00:00Z')
  for (const table of ['returned_mail', 'delivery', 'newsletter', 'subscriber', 'subscriber_letter'] as const)
    await db.deleteFrom(`publishing.${table}`).execute()
})

const dayMs = 86_400_000
const mailbox = 'tra-lai@cchc.anhoa.invalid'

async function reader(state: 'confirmed' | 'asked' = 'confirmed'): Promise<number> {
  const choice = { topics: [], columns: [], rhythm: 'weekly' as const }
  await db
    .transaction()
    .execute((tx) =>
      askForNewsletter(
        tx,
        web.config.secret,
        1,
        'vi',
        { address: 'lan@anhoa.invalid', ...choice },
        web.clock.now,
      ),
    )
  const { id } = await db
    .updateTable('publishing.subscriber')
    .set({ state })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** An issue of which this reader's letter left now. */
async function letter(subscriberId: number): Promise<number> {
  const { id } = await db
    .insertInto('publishing.newsletter')
    .values({
      province_id: 1,
      rhythm: 'weekly',
      since: web.clock.now,
      until: web.clock.now,
      publication_ids: [],
      subject: 'Bản tin tuần',
      state: 'sent',
      made_at: web.clock.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const row = { province_id: 1, newsletter_id: id, subscriber_id: subscriberId, taken_at: web.clock.now }
  await db
    .insertInto('publishing.delivery')
    .values({ ...row, state: 'sent' })
    .execute()
  return id
}

function shape(name: string): string {
  const found = shapes.find((s) => s.name === name)
  if (!found) throw new Error(`no shape ${name}`)
  return found.raw
}

async function handIn(raw: Buffer, key = doorKey(web.config.secret, 1)) {
  const answer = await web.visitor().request('/returned-mail', {
    method: 'POST',
    body: new Uint8Array(raw),
    headers: { authorization: `Bearer ${key}`, 'content-type': 'message/rfc822' },
  })
  return { status: answer.status, ...JSON.parse(new TextDecoder().decode(answer.bytes)) }
}

function back(name: string, subscriberId: number, newsletterId: number): Buffer {
  const to = returnAddress(web.config.secret, mailbox, { provinceId: 1, subscriberId, newsletterId })
  return filled(shape(name), to, 'Subject: x')
}

const subscriber = () =>
  db.selectFrom('publishing.subscriber').select(['state', 'faults', 'address_sealed']).executeTakeFirst()

test('a mailbox that is not there ends the subscription at once, and its address is wiped', async () => {
  const id = await reader()
  const issue = await letter(id)
  expect(await handIn(back('Postfix, no such mailbox', id, issue))).toEqual({ status: 200, outcome: 'ended' })
  expect(await subscriber()).toMatchObject({ state: 'bad', address_sealed: Buffer.alloc(0) })
  expect(await db.selectFrom('publishing.delivery').select('state').execute()).toEqual([
    { state: 'returned' },
  ])
  expect((await handIn(back('Gmail, address not found', id, issue))).outcome).toBe('unknown')
  await forgetUnconfirmed(db, 1, new Date(web.clock.now.getTime() + 100 * dayMs))
  expect(await subscriber()).toBeUndefined()
})

test('other failures count: three letters in a row end it, the same letter counts once, delays not at all', async () => {
  const id = await reader()
  for (const left of [2, 1]) {
    const issue = await letter(id)
    expect((await handIn(back('Postfix, still trying', id, issue))).outcome).toBe('delay')
    for (let again = 0; again < 3; again += 1)
      expect((await handIn(back('Postfix, mailbox full', id, issue))).outcome).toBe('counted')
    expect(await subscriber()).toMatchObject({ state: 'confirmed', faults: 3 - left })
    web.clock.now = new Date(web.clock.now.getTime() + 7 * dayMs)
  }
  expect((await handIn(back('Exchange, access denied', id, await letter(id)))).outcome).toBe('ended')
})

test('returns far apart, or with a letter between that stayed away, are not in a row', async () => {
  const id = await reader()
  await handIn(back('Postfix, mailbox full', id, await letter(id)))
  web.clock.now = new Date(web.clock.now.getTime() + 50 * dayMs)
  await handIn(back('Postfix, mailbox full', id, await letter(id)))
  expect(await subscriber()).toMatchObject({ faults: 1 })
  web.clock.now = new Date(web.clock.now.getTime() + dayMs)
  await letter(id)
  await forgiveReturns(db, 1, id, new Date(web.clock.now.getTime() + 2 * dayMs))
  expect(await subscriber()).toMatchObject({ faults: 1 })
  await forgiveReturns(db, 1, id, new Date(web.clock.now.getTime() + 6 * dayMs))
  expect(await subscriber()).toMatchObject({ faults: 0 })
})

test('without an own mailbox for returns the signed link in the head of the letter tells whose it was', async () => {
  const id = await reader()
  const issue = await letter(id)
  const { asked_at: askedAt } = await db
    .selectFrom('publishing.subscriber')
    .select('asked_at')
    .executeTakeFirstOrThrow()
  const key = linkKey(web.config.secret, 'own', { provinceId: 1, subscriberId: id, askedAt })
  const head = (k: string) =>
    `Message-ID: <issue.1.${issue}.${id}@cchc.anhoa.invalid>\nList-Unsubscribe: <https://cchc.anhoa.invalid/subscriptions/ending?key=${k}>`
  const forged = filled(shape('Exim, words only'), 'cchc@anhoa.invalid', head(`${key.slice(0, -3)}AAA`))
  expect((await handIn(forged)).outcome).toBe('unknown')
  expect(await subscriber()).toMatchObject({ state: 'confirmed' })
  const complaint = filled(shape('a complaint (feedback loop)'), 'cchc@anhoa.invalid', head(key))
  expect((await handIn(complaint)).outcome).toBe('complaint')
  expect(await subscriber()).toBeUndefined()
})

test('an address that never confirmed and does not exist is deleted; a holiday letter changes nothing', async () => {
  const id = await reader('asked')
  expect((await handIn(back('somebody on holiday', id, 0))).outcome).toBe('none')
  expect((await handIn(back('qmail', id, 0))).outcome).toBe('ended')
  expect(await subscriber()).toBeUndefined()
})

test('the door opens to its key alone, and one province cannot hand in for another', async () => {
  const id = await reader()
  const raw = back('Postfix, no such mailbox', id, await letter(id))
  expect((await handIn(raw, 'abc.def')).status).toBe(401)
  expect((await handIn(raw, doorKey(web.config.secret, 2))).outcome).toBe('unknown')
  expect(await subscriber()).toMatchObject({ state: 'confirmed' })
})

test('an address of another letter is not guessed', () => {
  const of = { provinceId: 1, subscriberId: 12, newsletterId: 3 }
  const address = returnAddress(web.config.secret, mailbox, of)
  expect(readReturnAddress(web.config.secret, ['x@y.vn', address.toUpperCase()])).toEqual(of)
  expect(readReturnAddress(web.config.secret, [address.replace('1-12-3', '1-13-3')])).toBeNull()
  expect(address.split('@')[0]?.length).toBeLessThanOrEqual(64)
})

test('the desk hands in letters as files and sees what became of them, and no address', async () => {
  const id = await reader()
  const raw = back('Exchange Online, base64 words, recipient not found', id, await letter(id))
  const lan = await web.signedIn(world.lan)
  const file = new File([new Uint8Array(raw)], 'undeliverable.eml', { type: 'message/rfc822' })
  expect((await lan.upload('/newsletters/returned', {})).status).toBe(422)
  expect((await lan.upload('/newsletters/returned', { letters: file })).status).toBe(303)
  const page = await lan.get('/newsletters/returned')
  expect(page.text).toContain('Đã ngừng gửi')
  expect(page.text).toContain('5.1.10')
  expect(page.text).not.toContain('lan@anhoa.invalid')
})
