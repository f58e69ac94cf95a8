import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Day } from '../../../lib/calendar/day.ts'
import type { Db, Tx } from '../../../lib/db/db.ts'
import { actorOf } from '../../assignments/assignments.fixtures.ts'
import { reportingApi } from '../reporting.api.ts'
import { did, owes, reportDuty } from '../reporting.fixtures.ts'
import { acceptReport, correctReport, returnReport, submitReport } from '../writing/life.ts'
import { openReport } from '../writing/opening.ts'
import type { Measure } from './measure.ts'
import { measuresBy } from './measures.sql.ts'

let db: Db
let close: () => Promise<void>
let world: World
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
})
afterAll(() => close())

const at = (day: Day) => new Date(`${day}T09:00:00+07:00`)

async function shown(asOf: Day, today: Day): Promise<Measure[]> {
  const [units] = await measuresBy(db, { provinceId: 1, asOf, today, map: 'then' }, [['unit', 'period']])
  return units.sort((a, b) => Number(a.keys.unit) - Number(b.keys.unit))
}

test('what a board showed on a day is what it shows of that day for ever after', async () => {
  const { binhMinh, tanLap, vanHoa } = world.units
  const [minh, tam, thu, lan] = [world.minh, world.tam, world.thu, world.lan].map((p) => actorOf(p))
  if (!minh || !tam || !thu || !lan) throw new Error('somebody is missing')
  const nothing = { note: null, nilReason: null }
  const ids: Record<string, number> = {}
  const owed: Record<string, number> = {}
  const days: [Day, (tx: Tx) => Promise<void>][] = [
    [
      '2026-05-20',
      async (tx) => {
        const { dutyId } = await reportDuty(tx, world)
        for (const unit of [binhMinh, tanLap, vanHoa]) {
          owed[unit] = await owes(tx, world, dutyId, unit)
          await did(tx, world, unit, '2026-05-01', { figures: { people: 50 } })
        }
      },
    ],
    [
      '2026-05-25',
      async (tx) => {
        ids['minh'] = await openReport(tx, minh, owed[binhMinh] ?? 0, at('2026-05-25'))
      },
    ],
    [
      '2026-05-28',
      (tx) => submitReport(tx, minh, ids['minh'] ?? 0, nothing, at('2026-05-28')).then(() => {}),
    ],
    [
      '2026-06-01',
      async (tx) => {
        ids['tam'] = await openReport(tx, tam, owed[tanLap] ?? 0, at('2026-06-01'))
      },
    ],
    [
      '2026-06-02',
      (tx) =>
        returnReport(
          tx,
          lan,
          ids['minh'] ?? 0,
          { reasons: 'Thiếu lời văn ở mục I', remarks: {} },
          at('2026-06-02'),
        ).then(() => {}),
    ],
    ['2026-06-09', (tx) => submitReport(tx, tam, ids['tam'] ?? 0, nothing, at('2026-06-09')).then(() => {})],
    [
      '2026-06-11',
      (tx) => submitReport(tx, minh, ids['minh'] ?? 0, nothing, at('2026-06-11')).then(() => {}),
    ],
    [
      '2026-06-15',
      (tx) => acceptReport(tx, lan, ids['minh'] ?? 0, { note: null }, at('2026-06-15')).then(() => {}),
    ],
    [
      '2026-06-18',
      (tx) =>
        correctReport(tx, minh, ids['minh'] ?? 0, { reason: 'Số liệu chưa đúng' }, at('2026-06-18')).then(
          () => {},
        ),
    ],
    [
      '2026-06-20',
      (tx) => submitReport(tx, minh, ids['minh'] ?? 0, nothing, at('2026-06-20')).then(() => {}),
    ],
  ]
  const seen: [Day, Measure[]][] = []
  for (const [day, happens] of days) {
    await db.transaction().execute(happens)
    seen.push([day, await shown(day, day)])
  }
  const looks = seen.map(([, units]) =>
    units.map((m) => Object.entries(m.counts).find(([, n]) => n > 0)?.[0]),
  )
  expect(new Set(looks.flat()).size).toBeGreaterThan(3)
  for (const [day, units] of seen) expect([day, await shown(day, '2026-06-30')]).toEqual([day, units])
  await readThroughApi(ids['minh'] ?? 0)
})

/** The same report as other programs read it: words, figures and sources, and only for whom it is. */
async function readThroughApi(id: number): Promise<void> {
  const door = reportingApi.find((r) => r.path.endsWith('/reports/:id'))
  const ask = (reach: 'province' | ReadonlySet<number>) => {
    const caller = { provinceId: 1, tokenId: 1, name: 'LRIS', reach }
    return door?.handle({
      db,
      caller,
      params: { id },
      query: {},
      now: at('2026-06-30'),
      today: '2026-06-30',
    } as never)
  }
  const content = await ask('province')
  expect(door?.answer.safeParse(content).error).toBeUndefined()
  const { sections, activity_ids } = content as { sections: { figures: unknown[] }[]; activity_ids: number[] }
  expect(sections.some((s) => s.figures.length > 0)).toBe(true)
  expect(activity_ids.length).toBeGreaterThan(0)
  await expect(ask(new Set([world.units.tanLap]))).rejects.toThrow()
}
