import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type Browser, type TestWeb, testWeb } from '../../../../test/web.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db } from '../../../lib/db/db.ts'
import { actorOf, issuedPlan } from '../../assignments/assignments.fixtures.ts'
import { giveTasks } from '../../assignments/assignments.giving.ts'
import { nobodySeen } from '../../publishing/reach/reach-shown.ts'
import { now, writtenItem } from '../editorial.fixtures.ts'
import { editorialWorker } from '../editorial.worker.ts'
import { forcePublish } from '../items/forcing.ts'
import { selectItem } from '../items/items.sql.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
let lan: Browser
let minh: Browser
let publicationId: number
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  web = testWeb(db)
  lan = await web.signedIn(world.lan)
  minh = await web.signedIn(world.minh)
  publicationId = await db.transaction().execute(async (tx) => {
    const program = { provinceId: 1, accountId: null, name: 'Chung Tay' } as const
    const plan = await issuedPlan(tx, world)
    await giveTasks(tx, program, plan.planId, now)
    const taskId = plan.taskIds.posting
    const id = await writtenItem(tx, world, actorOf(world.thu), { taskId, themeCodes: ['procedures'] })
    await forcePublish(
      tx,
      actorOf(world.hung),
      id,
      { reason: 'Cần đăng ngay để kịp hội nghị' },
      web.config.baseUrl,
      now,
    )
    return (await selectItem(tx, 1, id))?.publicationId ?? 0
  })
})
afterAll(() => close())

const scope = { from: '2026-10-01', to: '2026-11-22' }

const photo = () =>
  new File(
    [
      Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
        'base64',
      ),
    ],
    'anh.png',
  )

/** Everything that waits is done, twice: a job may run again. */
async function work(): Promise<void> {
  const waiting = await db.selectFrom('jobs.job').select(['id', 'name', 'payload']).orderBy('id').execute()
  const context = { db, now, config: web.config, progress: async () => {}, signal: AbortSignal.any([]) }
  for (const job of waiting) {
    const handler = editorialWorker.find((h) => h.kind.name === job.name)
    await handler?.handle(context, job.payload, 1)
    await handler?.handle(context, job.payload, 1)
  }
  await db.deleteFrom('jobs.job').execute()
}

async function activitiesOf(key: string) {
  const rows = await db
    .selectFrom('assignments.activity')
    .select(['id', 'unit_id as unitId', 'form_code as form', 'what', 'withdrawn_at as withdrawn'])
    .where('submission_key', 'like', key)
    .execute()
  return Promise.all(
    rows.map(async ({ id, withdrawn, ...row }) => {
      const figures = await db
        .selectFrom('assignments.activity_figure')
        .select(['metric', 'value'])
        .where('activity_id', '=', id)
        .execute()
      const shown = await db
        .selectFrom('assignments.activity_evidence as l')
        .innerJoin('assignments.evidence as e', 'e.id', 'l.evidence_id')
        .select(['e.file_id as fileId', 'e.url'])
        .where('l.activity_id', '=', id)
        .execute()
      const served = await db
        .selectFrom('assignments.activity_assignment')
        .select('assignment_id')
        .where('activity_id', '=', id)
        .execute()
      return {
        ...row,
        id,
        gone: withdrawn !== null,
        figures: Object.fromEntries(figures.map((f) => [f.metric, Number(f.value)])),
        files: shown.filter((e) => e.fileId !== null).length,
        links: shown.flatMap((e) => e.url ?? []),
        tasks: served.length,
      }
    }),
  )
}

const reach = () =>
  db
    .selectFrom('publishing.reach')
    .select(['channel_kind as channel', 'place', 'metric', 'amount'])
    .where('origin', '=', 'ledger')
    .orderBy('id')
    .execute()

test('copies that a commune hands out are its one activity, with the photo, until the line is struck', async () => {
  const made = await lan.post('/printed', { item: publicationId, kind: 'leaflet' })
  const id = Number(made.location.split('/').at(-1))
  await lan.submit(`/printed/${id}/runs`, { runCopies: '100', runDay: '10/11/2026', printer: 'Nhà in' })
  const sent = { from: '', to: world.units.binhMinh, place: '', day: '11/11/2026', copies: '60' }
  await lan.upload(`/printed/${id}/ledger`, {}, sent)
  await work()
  expect(await activitiesOf('print:%')).toEqual([])
  expect(await reach()).toEqual([])

  const out = { what: `${id}-${world.units.binhMinh}`, place: 'Chợ phiên', day: '15/11/2026' }
  await minh.upload('/printed/handing-out', { photo: photo() }, { ...out, copies: '20' })
  await minh.upload('/printed/handing-out', {}, { ...out, copies: '15', day: '16/11/2026' })
  await work()
  const [only, ...more] = await activitiesOf('print:%')
  expect(more).toEqual([])
  expect(only).toMatchObject({ unitId: world.units.binhMinh, form: 'leaflet', figures: { copies: 35 } })
  expect(only).toMatchObject({ files: 1, tasks: 1 })
  expect(only?.links).toEqual([`${web.config.baseUrl}/materials/${id}/file.pdf`])
  const circulation = { channel: 'leaflet', place: 'xã Bình Minh', metric: 'circulation' }
  expect(await reach()).toEqual([
    { ...circulation, amount: 20 },
    { ...circulation, amount: 15 },
  ])
  expect((await minh.get('/activities')).text).toContain('Phát 35 bản')
  const lines = await db
    .selectFrom('publishing.distribution')
    .select('id')
    .where('to_unit_id', 'is', null)
    .orderBy('id')
    .execute()
  await minh.post(`/printed/${id}/ledger/${lines[0]?.id}/striking`)
  await work()
  expect(await activitiesOf('print:%')).toMatchObject([{ figures: { copies: 15 }, files: 0, gone: false }])
  await minh.post(`/printed/${id}/ledger/${lines[1]?.id}/striking`)
  await work()
  expect(await activitiesOf('print:%')).toMatchObject([{ gone: true }])
  expect(await reach()).toEqual([])
})

test('an airing without an estimate is an activity of the commune, and a sign that it was reached', async () => {
  const script = { item: publicationId, station: 'Đài xã', slot: '1', rate: '180' }
  const scriptId = (await lan.post('/broadcast/scripts', script)).location.split('/').at(-1) ?? ''
  const days = { firstDay: '16/11/2026', lastDay: '20/11/2026', hours: '17:00' }
  const pack = { title: 'Gói tháng 11', scripts: [scriptId], ...days }
  const here = (await lan.post('/broadcast/packages', pack)).location
  await lan.submit(`${here}/hand-overs`, { to: 'all' })
  const silent = async () => (await nobodySeen(db, 1, scope, now)).communes.silent.map((u) => u.short)
  expect(await silent()).toContain('xã Bình Minh')
  const proof = { from: '16/11/2026', to: '20/11/2026', times: '6', listeners: '' }
  await minh.upload(`${here}/hand-overs/${world.units.binhMinh}/airing`, { proof: photo() }, proof)
  await work()
  expect(await activitiesOf('handover:%')).toMatchObject([
    { unitId: world.units.binhMinh, form: 'loudspeaker', figures: { quantity: 6 }, files: 1, tasks: 1 },
  ])
  const [row] = await reach()
  expect(row).toEqual({ channel: 'loudspeaker', place: 'xã Bình Minh', metric: 'airing', amount: 6 })
  expect(await silent()).toEqual(['phường Tân Lập'])
})

test('what stands somewhere, and an hour on the radio, are activities of their units', async () => {
  const stand = { kind: 'panel', what: 'Pa nô một cửa', place: 'Ngã tư', unit: world.units.binhMinh }
  const facts = { quantity: '2', fromDay: '01/11/2026', toDay: '30/11/2026', item: publicationId }
  await minh.upload('/printed/standing', { photo: photo() }, { ...stand, ...facts })
  const [script] = await db.selectFrom('publishing.radio_script').select('id').execute()
  const slot = { station: 'Đài PTTH An Hòa', day: '20/11/2026', starts: '17:30' }
  await lan.submit(`/broadcast/scripts/${script?.id}/slots`, slot)
  const [slotRow] = await db.selectFrom('publishing.radio_slot').select('id').execute()
  const aired = { airedDay: '20/11/2026', web: 'https://anhoatv.invalid/1', listeners: '8000' }
  await lan.submit(`/broadcast/scripts/${script?.id}/slots/${slotRow?.id}/airing`, aired)
  await work()
  expect(await activitiesOf('standing:%')).toMatchObject([
    { unitId: world.units.binhMinh, form: 'visual', figures: { quantity: 2 }, files: 1, tasks: 1 },
  ])
  expect(await activitiesOf('slot:%')).toMatchObject([
    { unitId: world.units.noiVu, form: 'radio', figures: { quantity: 1, people: 8000 } },
  ])
  const item = await db
    .selectFrom('assignments.activity as a')
    .innerJoin('assignments.activity_figure as f', 'f.activity_id', 'a.id')
    .select('f.metric')
    .where('a.submission_key', 'like', 'editorial:%')
    .execute()
  expect(item.map((f) => f.metric)).toEqual(['quantity'])
})
