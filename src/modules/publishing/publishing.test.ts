import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, inRolledBack } from '../../../test/database.ts'
import { makeWorld, type World } from '../../../test/world.ts'
import type { Db, Tx } from '../../lib/db/db.ts'
import type { Snapshot, SnapshotInput } from './publication.ts'
import { openPortal } from './publishing.columns.ts'
import {
  listTopics,
  mergePublication,
  publicationBySource,
  publish,
  withdrawPublication,
} from './publishing.ts'
import { freeSlug, slugOf } from './slug.ts'

let db: Db
let close: () => Promise<void>
let world: World
const now = new Date('2026-11-22T02:00:00Z')
const desk = { provinceId: 1, accountId: null, name: 'Bàn biên tập' }
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  await db.transaction().execute((tx) => openPortal(tx, 1))
})
afterAll(() => close())

function item(more: Partial<SnapshotInput> = {}): SnapshotInput {
  return {
    source: 'editorial:1',
    kind: 'article',
    title: 'Đổi mới Bộ phận Một cửa: “không hẹn lại lần hai”',
    lead: 'Người dân phường Tân Lập nhận kết quả ngay trong buổi.',
    body: {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Từ đầu năm đến nay…' }] }],
    } satisfies Snapshot['body'],
    unitId: world.units.tanLap,
    topics: ['procedures'],
    ...more,
  }
}

const revision = async (tx: Tx) =>
  (await tx.selectFrom('publishing.portal').select('revision').executeTakeFirstOrThrow()).revision

test('a portal opens with the six fields of the reform', async () => {
  const topics = await listTopics(db, 1)
  expect(topics.filter((t) => t.isReformField)).toHaveLength(6)
})

test('what is published can be read at an address made of its title, which stays', async () => {
  await inRolledBack(db, async (tx) => {
    const before = await revision(tx)
    const first = await publish(tx, desk, item(), now)
    expect(first.address).toBe('/articles/doi-moi-bo-phan-mot-cua-khong-hen-lai-lan-hai')
    expect(await revision(tx)).toBe(before + 1)
    const second = await publish(tx, desk, item({ title: 'Tên mới hẳn' }), now)
    expect(second).toMatchObject({ id: first.id, slug: first.slug, version: 2 })
    const other = await publish(tx, desk, item({ source: 'editorial:2' }), now)
    expect(other.slug).toBe(`${first.slug}-2`)
    const jobs = await tx.selectFrom('jobs.job').select('name').execute()
    const news = jobs.map((j) => j.name).filter((name) => name !== 'publishing.count-search-words')
    expect(news).toEqual(Array(3).fill('publishing.published'))
  })
})

test('the same snapshot again is no new version', async () => {
  await inRolledBack(db, async (tx) => {
    await publish(tx, desk, item(), now)
    expect((await publish(tx, desk, item(), now)).version).toBe(1)
  })
})

test('a translation belongs to its original and has its own address', async () => {
  await inRolledBack(db, async (tx) => {
    const { id } = await publish(tx, desk, item(), now)
    const hmong = await publish(tx, desk, item({ language: 'hmn', title: 'Hloov kho Chav Ua Haujlwm' }), now)
    expect(hmong.slug).toBe('hloov-kho-chav-ua-haujlwm-hmn')
    const row = await tx
      .selectFrom('publishing.publication')
      .select('translation_of')
      .where('id', '=', hmong.id)
      .executeTakeFirstOrThrow()
    expect(row.translation_of).toBe(id)
  })
})

test('what does not fit is refused with the field that has to be mended', async () => {
  const faults = (input: Partial<SnapshotInput>) =>
    inRolledBack(db, (tx) =>
      publish(tx, desk, item(input), now).then(
        () => [],
        (refusal) => refusal.faults.map((f: { field: string }) => f.field),
      ),
    )
  expect(await faults({ title: '' })).toEqual(['title'])
  expect(await faults({ topics: ['nothing'] })).toEqual(['topics'])
  expect(await faults({ unitId: 999_999 })).toEqual(['unitId'])
  expect(await faults({ kind: 'directing_document', facts: { number: '12/KH-UBND' } })).toEqual([
    'facts.day',
    'facts.issuer',
  ])
  expect(await faults({ language: 'xx' })).toEqual(['language'])
})

test('withdrawing and merging need something that is public, and a word for the reader', async () => {
  await inRolledBack(db, async (tx) => {
    const one = await publish(tx, desk, item(), now)
    const two = await publish(tx, desk, item({ source: 'editorial:2' }), now)
    await expect(withdrawPublication(tx, desk, one.id, { notice: ' ' }, now)).rejects.toThrow()
    await mergePublication(tx, desk, one.id, two.id, now)
    await expect(withdrawPublication(tx, desk, one.id, { notice: 'Sai' }, now)).rejects.toThrow()
    await expect(mergePublication(tx, desk, two.id, one.id, now)).rejects.toThrow()
    await withdrawPublication(tx, desk, two.id, { notice: 'Đăng nhầm', inError: true }, now)
    expect((await publicationBySource(tx, 1, 'editorial:2'))?.state).toBe('in_error')
    expect((await publish(tx, desk, item({ source: 'editorial:2' }), now)).version).toBe(2)
    expect((await publicationBySource(tx, 1, 'editorial:2'))?.state).toBe('live')
  })
})

test('slugs are short, plain and never empty', () => {
  expect(slugOf('Đắk Lắk: “Chuyển đổi số” — 100%')).toBe('dak-lak-chuyen-doi-so-100')
  expect(slugOf('?!')).toBe('bai')
  expect(slugOf('hành chính '.repeat(30)).length).toBeLessThanOrEqual(90)
  expect(slugOf('../../etc/passwd<script>')).toBe('etc-passwd-script')
  expect(freeSlug('a', new Set(['a', 'a-2']))).toBe('a-3')
})
