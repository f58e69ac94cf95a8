import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { makeWorld, type World } from '../../../test/world.ts'
import type { Db, Tx } from '../../lib/db/db.ts'
import { selectPostingsOf } from '../procedures/postings.sql.ts'
import { post, returnPosting } from '../procedures/postings.ts'
import { announce } from '../procedures/procedures.ts'
import { actorOf, issuedPlan } from './assignments.fixtures.ts'
import { giveTasks } from './assignments.giving.ts'
import { countPosting, remindPosters } from './postings.ts'

let db: Db
let close: () => Promise<void>
let world: World
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
})
afterAll(() => close())

const now = new Date('2026-11-22T02:00:00Z')
const run = <T>(body: (tx: Tx) => Promise<T>) => db.transaction().execute(body)

async function photoOf(tx: Tx): Promise<number> {
  const file = { province_id: 1, sha256: Buffer.alloc(32, 7), bytes: 10, kind: 'png', mime: 'image/png' }
  const row = await tx
    .insertInto('files.file')
    .values({ ...file, original_name: 'bang.png', uploaded_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

test('a posting is one activity with its evidence on the task "after announcement", and none once it is returned', async () => {
  const binhMinh = actorOf(world.minh)
  const lan = actorOf(world.lan)
  const postingId = await run(async (tx) => {
    const { planId } = await issuedPlan(tx, world, ['AFTER_ANNOUNCEMENT', null, 'Sau khi công bố'])
    await giveTasks(tx, { provinceId: 1, accountId: null, name: 'Chung Tay' }, planId, now)
    const decision = {
      ...{ number: '9/QĐ-UBND', issued: '2026-11-16', issuer: 'Chủ tịch', field: 'Hộ tịch', procedures: 3 },
      ...{ documentId: null, link: '', days: 5, replacesId: null },
    }
    const { id } = await announce(tx, lan, { ...decision, kind: 'new', scope: ['communes'] }, now)
    const mine = (await selectPostingsOf(tx, 1, id)).find((p) => p.unitId === world.units.binhMinh)?.id ?? 0
    const proof = { photoFileId: await photoOf(tx), webLink: 'https://binhminh.gov.vn/tthc' }
    expect(await post(tx, binhMinh, mine, proof, now)).toBe(true)
    return mine
  })
  await run((tx) => countPosting(tx, 1, postingId, now))
  await run((tx) => countPosting(tx, 1, postingId, now))
  const activities = await db
    .selectFrom('assignments.activity as a')
    .leftJoin('assignments.activity_assignment as s', 's.activity_id', 'a.id')
    .leftJoin('assignments.activity_evidence as e', 'e.activity_id', 'a.id')
    .select(['a.id', 'a.form_code', 'a.unit_id', 's.assignment_id', 'e.evidence_id', 'a.withdrawn_at'])
    .execute()
  expect(activities).toHaveLength(2)
  expect(activities[0]).toMatchObject({
    form_code: 'posting',
    unit_id: world.units.binhMinh,
    withdrawn_at: null,
  })
  expect(activities.every((a) => a.assignment_id !== null && a.evidence_id !== null)).toBe(true)
  await run((tx) => returnPosting(tx, lan, postingId, 'Ảnh mờ, chụp lại.', now))
  await run((tx) => countPosting(tx, 1, postingId, now))
  const { withdrawn_at } = await db
    .selectFrom('assignments.activity')
    .select('withdrawn_at')
    .executeTakeFirstOrThrow()
  expect(withdrawn_at).not.toBeNull()
})

test('whoever has still to post hears of it once a day, on the days for it', async () => {
  const told = async (on: string) => run((tx) => remindPosters(tx, 1, new Date(`${on}T01:00:00Z`)))
  // Due on 23/11/2026: two communes; minh and binh at the one, tam at the other.
  expect(await told('2026-11-22')).toBe(0)
  expect(await told('2026-11-23')).toBe(3)
  expect(await told('2026-11-23')).toBe(0)
  expect(await told('2026-11-24')).toBe(3)
  const notices = await db
    .selectFrom('assignments.notice')
    .select(['text_vi', 'account_id'])
    .where('kind', '=', 'posting.due')
    .execute()
  expect(notices).toHaveLength(6)
  expect(notices.at(-1)?.text_vi).toBe('1 quyết định quá hạn niêm yết.')
})
