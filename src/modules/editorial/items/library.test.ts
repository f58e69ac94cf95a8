import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type Browser, type TestWeb, testWeb } from '../../../../test/web.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db } from '../../../lib/db/db.ts'
import { actorOf } from '../../assignments/assignments.fixtures.ts'
import { describeDocument } from '../../legal/legal.ts'
import { type DocumentValidity, validityOn } from '../../publishing/publication.ts'
import { now, putOut, writtenItem, writtenOver } from '../editorial.fixtures.ts'
import { followLibrary } from './library.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
let thu: Browser
let hung: Browser
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  web = testWeb(db)
  thu = await web.signedIn(world.thu)
  hung = await web.signedIn(world.hung)
})
afterAll(() => close())

const register = () =>
  db
    .selectFrom('legal.document')
    .select(['id', 'type', 'number', 'issued', 'issuer', 'title'])
    .orderBy('id')
    .execute()

async function written(title: string): Promise<string> {
  const more = { kind: 'directing_document', title } as const
  const id = await db.transaction().execute((tx) => writtenItem(tx, world, actorOf(world.thu), more))
  return `/desk/items/${id}`
}

const saved = (at: string, facts: Record<string, string>) => writtenOver(thu, at, facts)
const publish = (at: string) => putOut(thu, hung, at)

test('a document typed once is in the register, and chosen from there with nothing typed', async () => {
  const first = await written('Chỉ thị về kỷ luật, kỷ cương')
  const typed = {
    ...{ 'fact-number': '18/CT-UBND', 'fact-day': '25/07/2026', 'fact-issuer': 'UBND tỉnh An Hòa' },
    'fact-documentKind': 'Chỉ thị',
  }
  await saved(first, typed)
  await publish(first)
  const [entry] = await register()
  expect(entry).toMatchObject({
    ...{ type: 'Chỉ thị', number: '18/CT-UBND', issued: '2026-07-25', issuer: 'UBND tỉnh An Hòa' },
    title: 'Chỉ thị về kỷ luật, kỷ cương',
  })
  const again = await written('Hỏi đáp về Chỉ thị')
  await saved(again, { 'fact-libraryId': String(entry?.id) })
  const shown = await thu.get(again)
  expect([shown.text.includes('18/CT-UBND'), shown.text.includes('25/07/2026')]).toEqual([true, true])
  await publish(again)
  expect(await register()).toHaveLength(1)
  await expect(saved(again, { 'fact-libraryId': '999' })).rejects.toThrow()
})

test('readers see that a document was replaced, by what, and from when, as soon as the register says so', async () => {
  const newer = await written('Chỉ thị mới về kỷ luật, kỷ cương')
  await saved(newer, {
    ...{ 'fact-number': '20/CT-UBND', 'fact-day': '20/11/2026', 'fact-issuer': 'UBND tỉnh An Hòa' },
    'fact-documentKind': 'Chỉ thị',
  })
  await publish(newer)
  const [old, next] = await register()
  const facts = { issued: '2026-07-25', issuer: 'UBND tỉnh An Hòa', title: 'Chỉ thị về kỷ luật, kỷ cương' }
  const days = { inForceFrom: '2026-07-25', inForceTo: '2026-11-20', replacedById: next?.id ?? 0 }
  await db.transaction().execute(async (tx) => {
    await describeDocument(tx, actorOf(world.lan), old?.id ?? 0, { ...facts, ...days }, now)
    await followLibrary(tx, world.provinceId)
  })
  const reader = web.visitor()
  const page = await reader.get('/directing-documents/chi-thi-ve-ky-luat-ky-cuong')
  expect(page.text).toContain('Bị thay thế')
  expect(page.text).toContain('Hết hiệu lực từ ngày 20/11/2026')
  expect(page.links.map((l) => l.href)).toContain('/directing-documents/chi-thi-moi-ve-ky-luat-ky-cuong')
  const list = await reader.get('/directing-documents')
  expect([list.text.includes('Bị thay thế'), list.text.includes('Chưa xác định')]).toEqual([true, true])
})

test('does it hold? by its days, and never assumed', () => {
  const v = (more: Partial<DocumentValidity>): DocumentValidity => ({
    from: null,
    to: null,
    replacedBy: [],
    ...more,
  })
  const on = (more: Partial<DocumentValidity>) => validityOn(v(more), '2026-11-22')
  const replacedBy = [{ name: 'Chỉ thị số 20/CT-UBND', title: '', address: null }]
  expect(validityOn(null, '2026-11-22')).toBe('unknown')
  expect([on({}), on({ from: '2026-11-22' }), on({ from: '2026-11-23' })]).toEqual([
    'unknown',
    'in_force',
    'not_yet',
  ])
  expect([on({ to: '2026-11-22' }), on({ from: '2026-01-01', to: '2026-11-23' })]).toEqual([
    'ended',
    'in_force',
  ])
  expect([on({ replacedBy }), on({ from: '2026-01-01', to: '2026-12-01', replacedBy })]).toEqual([
    'replaced',
    'in_force',
  ])
})
