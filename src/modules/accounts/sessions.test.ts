import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { makeWorld, type Person, type World } from '../../../test/world.ts'
import type { Db } from '../../lib/db/db.ts'
import { findSession, openSession } from './sessions.ts'

let db: Db
let close: () => Promise<void>
let world: World
const nine = new Date('2026-11-22T02:00:00Z')
const later = (minutes: number) => new Date(nine.getTime() + minutes * 60_000)

beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
})
afterAll(() => close())

function open(person: Person, stage: 'full' | 'password' = 'full') {
  const from = { address: null, agent: null }
  return db
    .transaction()
    .execute((tx) => openSession(tx, person.provinceId, person.accountId, nine, { stage, hours: 12, from }))
}

describe('a session', () => {
  test('makes an officer an actor with today’s roles and the units under them', async () => {
    const found = await findSession(db, await open(world.minh), nine)
    expect(found).toMatchObject({
      kind: 'actor',
      actor: {
        provinceId: 1,
        name: 'Phạm Văn Minh',
        grants: [{ role: 'agency_officer', unitId: world.units.binhMinh }],
        reach: new Set([world.units.binhMinh, world.units.binhMinhVanHoa]),
      },
    })
  })

  test('gives a province lead the whole province', async () => {
    expect(await findSession(db, await open(world.lan), nine)).toMatchObject({ actor: { reach: 'province' } })
  })

  test('gives nothing for a role that has ended', async () => {
    expect(await findSession(db, await open(world.roi), nine)).toMatchObject({
      actor: { grants: [], reach: new Set() },
    })
  })

  test('goes idle after fifteen quiet minutes, and after five for an administrator', async () => {
    const [minh, quan] = [await open(world.minh), await open(world.quan)]
    expect((await findSession(db, quan, later(4))).kind).toBe('actor')
    expect((await findSession(db, quan, later(10))).kind).toBe('idle')
    expect((await findSession(db, minh, later(14))).kind).toBe('actor')
    expect((await findSession(db, minh, later(28))).kind).toBe('actor')
    expect((await findSession(db, minh, later(44))).kind).toBe('idle')
    expect((await findSession(db, minh, later(44))).kind).toBe('none')
  })

  test('ends after its absolute lifetime however busy', async () => {
    const token = await open(world.minh)
    for (let m = 10; m < 12 * 60; m += 10) expect((await findSession(db, token, later(m))).kind).toBe('actor')
    expect((await findSession(db, token, later(12 * 60))).kind).toBe('idle')
  })

  test('that waits for the second step is nobody yet', async () => {
    const found = await findSession(db, await open(world.lan, 'password'), nine)
    expect(found).toEqual({ kind: 'secondStep', provinceId: 1, accountId: world.lan.accountId })
  })

  test('is not found by a token of another shape, province or person', async () => {
    const token = await open(world.minh)
    for (const wrong of ['', 'x', token.replace('1.', '2.'), `${token}a`, token.slice(0, -1), "1.' or 1=1"])
      expect(await findSession(db, wrong, nine)).toEqual({ kind: 'none' })
  })

  test('keeps only a hash of the token in the database', async () => {
    const token = await open(world.minh)
    const rows = await db.selectFrom('accounts.session').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(token.slice(2))
  })
})
