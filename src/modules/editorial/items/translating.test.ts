import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, inRolledBack } from '../../../../test/database.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Actor } from '../../../lib/actor.ts'
import type { Db, Tx } from '../../../lib/db/db.ts'
import { actorOf } from '../../assignments/assignments.fixtures.ts'
import { base, goodContent, newsOf, now, writtenItem } from '../editorial.fixtures.ts'
import { forcePublish } from './forcing.ts'
import { selectItem } from './items.sql.ts'
import { dropItem, withdrawItem } from './life.ts'
import { translationsOf } from './translating.ts'
import { selectOutdated } from './translations.sql.ts'
import { createItem, editAgain } from './writing.ts'

let db: Db
let close: () => Promise<void>
let world: World
let thu: Actor
let hung: Actor
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  thu = actorOf(world.thu)
  hung = actorOf(world.hung)
})
afterAll(() => close())

const refusal = (kind: string, field?: string) =>
  expect.objectContaining({ kind, ...(field ? { faults: [expect.objectContaining({ field })] } : {}) })
const reason = { reason: 'Cần đăng ngay để kịp hội nghị sáng nay' }

function translate(tx: Tx, masterId: number, language: string) {
  const input = newsOf(thu, {
    language,
    translationOf: masterId,
    title: 'Thawj zaug muab ntawv hnub Saturday',
  })
  return createItem(tx, thu, input, now, goodContent)
}

async function masterAt(tx: Tx, id: number) {
  const item = await selectItem(tx, 1, id)
  if (!item) throw new Error('no item')
  return { ...item, provinceId: 1 }
}

test('a translation stands beside its original, and is told when the original has changed', () =>
  inRolledBack(db, async (tx) => {
    const master = await writtenItem(tx, world, thu)
    await forcePublish(tx, hung, master, reason, base, now)
    const own = await translate(tx, master, 'hmn')
    await forcePublish(tx, hung, own, reason, base, now)
    const standing = async () => (await translationsOf(tx, await masterAt(tx, master)))[0]
    expect(await standing()).toMatchObject({
      id: own,
      language: 'hmn',
      says: 1,
      isPublic: true,
      isOutdated: false,
    })
    const rows = tx
      .selectFrom('publishing.publication')
      .select('translation_of')
      .where('language', '=', 'hmn')
    const { translation_of: beside } = await rows.executeTakeFirstOrThrow()
    expect(beside).toBe((await masterAt(tx, master)).publicationId)

    await editAgain(tx, thu, master, now)
    await forcePublish(tx, hung, master, reason, base, now)
    expect(await standing()).toMatchObject({ says: 1, isOutdated: true })
    expect(await selectOutdated(tx, 1, undefined)).toMatchObject([{ id: own, says: 1, masterVersion: 2 }])

    await withdrawItem(tx, hung, master, { notice: 'Gỡ để sửa số liệu.', inError: false }, now)
    expect(await selectOutdated(tx, 1, undefined)).toMatchObject([{ id: own, masterVersion: null }])
  }))

test('two translations into one language, and one of a translation, are refused', () =>
  inRolledBack(db, async (tx) => {
    const master = await writtenItem(tx, world, thu)
    const own = await translate(tx, master, 'hmn')
    await expect(translate(tx, master, 'hmn')).rejects.toEqual(refusal('invalid', 'language'))
    await expect(translate(tx, master, 'vi')).rejects.toEqual(refusal('invalid', 'language'))
    await expect(translate(tx, own, 'tyz')).rejects.toEqual(refusal('invalid', 'translationOf'))
    await dropItem(tx, thu, own, now)
    const second = await translate(tx, master, 'hmn')
    await expect(editAgain(tx, thu, own, now)).rejects.toEqual(refusal('conflict'))
    expect((await translationsOf(tx, await masterAt(tx, master))).map((t) => t.id)).toEqual([second])
  }))
