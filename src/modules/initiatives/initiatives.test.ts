import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { makeWorld, type World } from '../../../test/world.ts'
import type { Db, Tx } from '../../lib/db/db.ts'
import { actorOf } from '../assignments/assignments.fixtures.ts'
import { openPortal } from '../publishing/publishing.columns.ts'
import { initiativeStates, mayFollow, standingOf } from './initiative.ts'
import { readContact } from './initiative-form.ts'
import { anIdea } from './initiatives.fixtures.ts'
import { changeSetting, initiativeView, remindOfInitiatives } from './initiatives.ts'
import { publishInitiative, wordForPublic } from './making-public.ts'
import {
  acceptInitiative,
  applyInitiative,
  assignInitiative,
  beginScreening,
  beginTrial,
  declineInitiative,
  markSpam,
  mergeInitiative,
} from './moving.ts'
import { hashOfCode, newCode } from './persons.ts'
import { followByCode, forgetSenders, receiveInitiative, withdrawByCode } from './receiving.ts'

let db: Db
let close: () => Promise<void>
let world: World
const secret = 'a secret of the tests that is long enough'
const day = (d: number) => new Date(Date.UTC(2026, 10, 1 + d, 3))
const on = (d: number) => ({ now: day(d), secret, baseUrl: 'https://cchc.anhoa.invalid' })
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  await db.transaction().execute((tx) => openPortal(tx, 1))
})
afterAll(() => close())

/** In a transaction that is rolled back. */
async function trying(body: (tx: Tx) => Promise<void>): Promise<void> {
  const undo = new Error('undo')
  await db
    .transaction()
    .execute(async (tx) => {
      await body(tx)
      throw undo
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error
    })
}

const lan = () => actorOf(world.lan)
const send = (tx: Tx, more: Partial<typeof anIdea> = {}) =>
  receiveInitiative(tx, 1, { ...anIdea, ...more }, on(0))
const rowOf = (tx: Tx, id: number) =>
  tx
    .selectFrom('initiatives.initiative')
    .selectAll()
    .where('province_id', '=', 1)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
const lettersIn = (tx: Tx) => tx.selectFrom('mail.letter').select(['to_address', 'body']).execute()
const jobsIn = async (tx: Tx) =>
  (
    await tx
      .selectFrom('jobs.job')
      .select('payload')
      .where('name', '=', 'initiatives.news')
      .orderBy('id')
      .execute()
  ).map((j) => j.payload as { unitId: number | null; vi: string })

test('an idea goes from its sender through a unit to its result, and each answer goes to the sender', () =>
  trying(async (tx) => {
    const { id, code } = await send(tx)
    await beginScreening(tx, lan(), id, on(2))
    await acceptInitiative(tx, lan(), id, 'Sáng kiến hay, tỉnh sẽ làm thử.', on(3))
    const given = { unitId: world.units.binhMinh, dueDay: '2026-12-01', words: '' }
    await assignInitiative(tx, lan(), id, given, on(4))
    const minh = { ...actorOf(world.minh), reach: new Set([world.units.binhMinh]) }
    await beginTrial(tx, minh, id, '', on(5))
    await applyInitiative(tx, minh, id, 'Đã nhắn tin cho 120 người, không ai bị quá hạn.', on(20))
    const followed = await followByCode(tx, secret, 1, code.toLowerCase().replaceAll('-', ' '))
    expect(followed?.initiative.state).toBe('applied')
    expect(followed?.steps.map((s) => s.state)).toEqual([
      'received',
      'screening',
      'accepted',
      'assigned',
      'trial',
      'applied',
    ])
    const letters = await lettersIn(tx)
    expect(letters.map((l) => l.to_address)).toEqual(['nga@example.vn', 'nga@example.vn'])
    expect(letters[1]?.body).toContain('120 người')
    expect(letters[1]?.body).toContain('https://cchc.anhoa.invalid/initiatives/follow')
    expect(letters[1]?.body).not.toContain(code)
    const news = await jobsIn(tx)
    expect(news.map((n) => n.unitId)).toEqual([null, world.units.binhMinh])
  }))

test('who sent it lies sealed, the code nowhere, and the audit log knows neither', () =>
  trying(async (tx) => {
    const { id, code } = await send(tx)
    const row = await rowOf(tx, id)
    const kept = [row.person_sealed, row.code_hash].map((b) => Buffer.from(b ?? []).toString('latin1')).join()
    expect(kept).not.toContain('nga@example.vn')
    expect(kept).not.toContain(code)
    expect(Buffer.from(row.code_hash)).toEqual(hashOfCode(secret, 1, code))
    const log = await tx.selectFrom('audit.entry').select(['after', 'actor_name']).execute()
    const logged = JSON.stringify(log)
    for (const word of ['nga@example.vn', 'Bích Ngà', anIdea.title, code]) expect(logged).not.toContain(word)
    expect((await initiativeView(tx, lan(), id, secret)).person).toEqual({
      name: 'Trần Thị Bích Ngà',
      contact: 'nga@example.vn',
    })
    expect((await initiativeView(tx, actorOf(world.ngoc), id, secret)).person).toBeNull()
    expect((await initiativeView(tx, lan(), id, 'another secret, also long enough')).person).toBeNull()
    expect(await followByCode(tx, secret, 2, code)).toBeNull()
  }))

test('what is not taken up says why; the same idea twice is joined; spam is answered by nobody', () =>
  trying(async (tx) => {
    const first = await send(tx)
    const second = await send(tx)
    const third = await send(tx)
    await expect(declineInitiative(tx, lan(), first.id, 'Không', on(1))).rejects.toMatchObject({
      kind: 'invalid',
    })
    await declineInitiative(tx, lan(), first.id, 'Việc này đã có trong quy định từ năm 2025.', on(1))
    await expect(mergeInitiative(tx, lan(), second.id, second.id, on(1))).rejects.toMatchObject({
      kind: 'invalid',
    })
    await mergeInitiative(tx, lan(), second.id, first.id, on(1))
    await expect(beginTrial(tx, lan(), second.id, '', on(1))).rejects.toMatchObject({ kind: 'conflict' })
    const followed = await followByCode(tx, secret, 1, second.code)
    expect(followed?.into).toMatchObject({ id: first.id, state: 'declined' })
    await markSpam(tx, lan(), third.id, on(1))
    expect(await lettersIn(tx)).toHaveLength(2)
  }))

test('only who leads the programme decides, and a unit sees and does only what is given to it', () =>
  trying(async (tx) => {
    const { id } = await send(tx)
    const thu = { ...actorOf(world.thu), reach: new Set([world.units.vanHoa]) }
    const xa = actorOf(world.xa)
    await expect(initiativeView(tx, thu, id, secret)).rejects.toMatchObject({ kind: 'not_found' })
    await expect(beginScreening(tx, thu, id, on(1))).rejects.toMatchObject({ kind: 'not_found' })
    await expect(beginScreening(tx, xa, id, on(1))).rejects.toMatchObject({ kind: 'not_found' })
    await expect(
      acceptInitiative(tx, actorOf(world.ngoc), id, 'Được chấp nhận', on(1)),
    ).rejects.toMatchObject({ kind: 'forbidden' })
    await acceptInitiative(tx, lan(), id, 'Sáng kiến hay, tỉnh sẽ làm thử.', on(1))
    const given = { unitId: world.units.binhMinh, dueDay: '2026-12-01', words: '' }
    await assignInitiative(tx, lan(), id, given, on(1))
    await expect(initiativeView(tx, thu, id, secret)).rejects.toMatchObject({ kind: 'not_found' })
    const binh = { ...actorOf(world.binh), reach: new Set([world.units.binhMinh]) }
    expect((await initiativeView(tx, binh, id, secret)).person).toBeNull()
    await expect(declineInitiative(tx, binh, id, 'Xã không làm được việc này', on(1))).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await beginTrial(tx, binh, id, 'Xã bắt đầu từ tuần này.', on(2))
  }))

test('two people stand behind what everybody reads, and never against the will of the sender', () =>
  trying(async (tx) => {
    const { id } = await send(tx)
    const ngoc = actorOf(world.ngoc)
    const words = { title: 'Nhắn tin trước hạn', text: 'Nhắn tin trước ba mươi ngày cho người dân.' }
    await expect(wordForPublic(tx, lan(), id, words, day(1))).rejects.toMatchObject({ kind: 'conflict' })
    await acceptInitiative(tx, lan(), id, 'Sáng kiến hay, tỉnh sẽ làm thử.', on(1))
    await expect(publishInitiative(tx, ngoc, id, day(1))).rejects.toMatchObject({ kind: 'forbidden' })
    await wordForPublic(tx, lan(), id, words, day(1))
    await expect(publishInitiative(tx, lan(), id, day(1))).rejects.toMatchObject({ kind: 'forbidden' })
    await publishInitiative(tx, ngoc, id, day(2))
    expect((await rowOf(tx, id)).published_by_name).toBe('Bùi Minh Ngọc')
    // Other words: what was public waits for the second person again.
    await wordForPublic(tx, lan(), id, { ...words, title: 'Nhắn tin báo hết hạn' }, day(3))
    expect((await rowOf(tx, id)).published_at).toBeNull()
    const shy = await send(tx, { mayPublish: false })
    await acceptInitiative(tx, lan(), shy.id, 'Sáng kiến hay, tỉnh sẽ làm thử.', on(1))
    await expect(wordForPublic(tx, lan(), shy.id, words, day(1))).rejects.toMatchObject({ kind: 'conflict' })
  }))

test('whoever sent it may have everything deleted, or their name where a unit works with it', () =>
  trying(async (tx) => {
    const waiting = await send(tx)
    expect(await withdrawByCode(tx, secret, 1, 'ZZZZ-ZZZZ-ZZZZ', day(1))).toBe('none')
    expect(await withdrawByCode(tx, secret, 1, waiting.code, day(1))).toBe('all')
    expect(await rowOf(tx, waiting.id)).toMatchObject({
      ...{ state: 'withdrawn', title: '', trouble: '', proposal: '', person_sealed: null },
    })
    const taken = await send(tx)
    await acceptInitiative(tx, lan(), taken.id, 'Sáng kiến hay, tỉnh sẽ làm thử.', on(1))
    expect(await lettersIn(tx)).toHaveLength(1)
    expect(await withdrawByCode(tx, secret, 1, taken.code, day(2))).toBe('person')
    expect(await rowOf(tx, taken.id)).toMatchObject({
      ...{ state: 'accepted', title: anIdea.title, person_sealed: null, has_contact: false },
    })
    expect(await lettersIn(tx)).toHaveLength(0)
  }))

test('senders are forgotten so many days after the end, spam with its words, and nobody before', () =>
  trying(async (tx) => {
    const declined = await send(tx)
    const spam = await send(tx)
    const waiting = await send(tx)
    await declineInitiative(tx, lan(), declined.id, 'Việc này đã có trong quy định.', on(1))
    await markSpam(tx, lan(), spam.id, on(1))
    expect(await forgetSenders(tx, 1, day(90))).toBe(0)
    expect(await forgetSenders(tx, 1, day(92))).toBe(2)
    expect(await forgetSenders(tx, 1, day(93))).toBe(0)
    expect(await rowOf(tx, declined.id)).toMatchObject({ title: anIdea.title, person_sealed: null })
    expect(await rowOf(tx, spam.id)).toMatchObject({ title: '', proposal: '', person_sealed: null })
    expect((await rowOf(tx, waiting.id)).person_sealed).not.toBeNull()
    expect(await lettersIn(tx)).toHaveLength(0)
    const other = await send(tx)
    await changeSetting(tx, lan(), { keepDays: 5, waitDays: 15 }, day(93))
    await declineInitiative(tx, lan(), other.id, 'Việc này đã có trong quy định.', on(93))
    expect(await forgetSenders(tx, 1, day(99))).toBe(1)
  }))

test('leads hear of what waits too long and units of what is due, once, and again after a week', () =>
  trying(async (tx) => {
    await send(tx)
    const { id } = await send(tx)
    await acceptInitiative(tx, lan(), id, 'Sáng kiến hay, tỉnh sẽ làm thử.', on(1))
    const given = { unitId: world.units.binhMinh, dueDay: '2026-11-20', words: '' }
    await assignInitiative(tx, lan(), id, given, on(1))
    const before = (await jobsIn(tx)).length
    expect(await remindOfInitiatives(tx, 1, day(15))).toBe(0)
    expect(await remindOfInitiatives(tx, 1, day(16))).toBe(2)
    expect(await remindOfInitiatives(tx, 1, day(17))).toBe(0)
    expect(await remindOfInitiatives(tx, 1, day(20))).toBe(1)
    expect(await remindOfInitiatives(tx, 1, day(23))).toBe(1)
    const news = (await jobsIn(tx)).slice(before).map((n) => n.vi)
    expect(news[0]).toContain('1 sáng kiến chờ xem xét')
    expect(news[1]).toContain('đến hạn 20/11/2026')
    expect(news[2]).toContain('quá hạn 20/11/2026')
  }))

test('late is what nobody decided on in time, and what a unit did not tell by its day', () => {
  const receivedAt = day(0)
  const late = (state: 'received' | 'trial' | 'applied', dueDay: string | null, today: string) =>
    standingOf({ state, receivedAt, dueDay }, { waitDays: 15 }, today).isLate
  expect([late('received', null, '2026-11-16'), late('received', null, '2026-11-17')]).toEqual([false, true])
  expect([late('trial', '2026-11-20', '2026-11-20'), late('trial', '2026-11-20', '2026-11-21')]).toEqual([
    false,
    true,
  ])
  expect(late('applied', '2026-11-20', '2027-01-01')).toBe(false)
})

test('every state is reached from the first, and an end is an end for whoever withdrew', () => {
  const reached = new Set(['received'])
  for (let n = 0; n < initiativeStates.length; n++)
    for (const from of initiativeStates)
      if (reached.has(from)) for (const to of initiativeStates) if (mayFollow(from, to)) reached.add(to)
  expect([...reached].sort()).toEqual([...initiativeStates].sort())
  expect(initiativeStates.filter((to) => mayFollow('withdrawn', to))).toEqual([])
})

test('a code has no letters that are read as others, and is found however it is typed', () => {
  for (let n = 0; n < 50; n++) expect(newCode()).toMatch(/^([2-9A-HJKMNP-Z]{4}-){2}[2-9A-HJKMNP-Z]{4}$/)
  fc.assert(
    fc.property(fc.constantFrom(' ', '-', '', '.'), fc.boolean(), (between, small) => {
      const typed = `K7QM${between}3XRD${between}9TWA`
      const hash = hashOfCode(secret, 1, small ? typed.toLowerCase() : typed)
      expect(hash).toEqual(hashOfCode(secret, 1, 'K7QM-3XRD-9TWA'))
    }),
  )
})

test('telephone numbers of Việt Nam and e-mail addresses are read, and nothing else', () => {
  expect(readContact('0912 345.678')).toBe('0912345678')
  expect(readContact('+84 912 345 678')).toBe('+84912345678')
  expect(readContact('Nga@Example.vn')).toBe('nga@example.vn')
  for (const bad of ['nga@', '12345', 'gọi sau', '0912 345 67x']) expect(readContact(bad)).toBeNull()
})
