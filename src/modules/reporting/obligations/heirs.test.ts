import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, inRolledBack } from '../../../../test/database.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import { addDays, type Day } from '../../../lib/calendar/day.ts'
import type { Db, Tx } from '../../../lib/db/db.ts'
import { Refusal } from '../../../lib/errors.ts'
import { actorOf, issuedPlan } from '../../assignments/assignments.fixtures.ts'
import { noBasis } from '../../organisations/organisation.ts'
import {
  carryOut,
  closeUnit,
  createUnit,
  mergeUnits,
  type Proposal,
  splitUnit,
} from '../../organisations/organisations.changes.ts'
import { unitsInTime } from '../../organisations/organisations.ts'
import type { NewUnit } from '../../organisations/planning.ts'
import { makeObligations } from './making.ts'
import { giveDuty } from './obligations.fixtures.ts'
import { handIn } from './reports.fixtures.ts'

let db: Db
let close: () => Promise<void>
let world: World
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
})
afterAll(() => close())

const at = (day: Day) => new Date(`${day}T03:00:00Z`)
const program = { provinceId: 1, name: 'Chung Tay' }
const commune = (code: string): NewUnit => ({
  code,
  facts: {
    ...({ name: `UBND xã ${code}`, shortName: null, type: 'people_committee', level: 'commune' } as const),
    ...{ parentId: world.units.ubnd, areaId: null, position: 0, invited: false },
    ...{ headTitle: null, headName: null, phone: null, email: null },
  },
})

interface Row {
  id: number
  unit: string
  unitId: number
  period: string
  state: string
  endKind: string | null
  reason: string | null
  inherited: boolean
  due: Day
  closed: Day | null
  received: boolean
  origins: number[]
}

async function allRows(tx: Tx): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select b.id, u.code as unit, b.unit_id as "unitId", b.period, b.state, b.end_kind as "endKind",
      b.state_reason as reason, b.inherited, b.due_day as due, u.valid_to as closed,
      coalesce(r.submitted_at is not null, false) as received,
      array(select origin_id::int from reporting.obligation_origin o where o.obligation_id = b.id) as origins
    from reporting.obligation b
      join organisations.unit u on u.province_id = b.province_id and u.id = b.unit_id
      left join reporting.report r on r.province_id = b.province_id and r.obligation_id = b.id
    order by b.duty_id, b.period, u.code`.execute(tx)
  return rows
}

const make = (tx: Tx, day: Day) => makeObligations(tx, program, at(day))
const carry = (tx: Tx, proposal: Proposal) => carryOut(tx, actorOf(world.lan), proposal, at(proposal.day))
const told = (rows: Row[], period: string) =>
  rows.filter((r) => r.period === period).map((r) => [r.unit, r.state, r.reason])

test('a commune merged in July owes nothing afterwards; the new commune hands in what was left open', async () => {
  await inRolledBack(db, async (tx) => {
    const { communesId } = await issuedPlan(tx, world)
    await giveDuty(tx, world, [{ groupId: communesId }])
    await make(tx, '2026-01-10')
    const { binhMinh, tanLap } = world.units
    await handIn(tx, { unitId: binhMinh, period: '2026-Q2', day: '2026-06-03' })
    await carry(
      tx,
      mergeUnits({
        day: '2026-07-02',
        basis: noBasis,
        predecessors: [binhMinh, tanLap],
        into: { unit: commune('an-binh') },
      }),
    )
    await make(tx, '2026-07-02')
    const rows = await allRows(tx)
    const gone =
      'Đơn vị kết thúc hoạt động từ ngày 02/07/2026; đơn vị kế thừa là UBND xã an-binh nộp báo cáo.'
    expect(told(rows, '2026-Q2')).toEqual([
      ['an-binh', 'owed', null],
      ['phuong-tan-lap', 'ended', gone],
      ['xa-binh-minh', 'owed', null],
    ])
    expect(told(rows, '2026-Q3')).toEqual([
      ['an-binh', 'owed', null],
      ['phuong-tan-lap', 'ended', gone],
      ['xa-binh-minh', 'ended', gone],
    ])
    expect(told(rows, '2026-Q4').filter((r) => r[1] === 'owed')).toEqual([['an-binh', 'owed', null]])
    const third = rows.find((r) => r.unit === 'an-binh' && r.period === '2026-Q3')
    expect(third?.origins.length).toBe(2)
    expect(await make(tx, '2026-07-02')).toEqual({ made: 0, aligned: 0, ended: 0, handedOn: 0 })
  })
})

test('a commune that closes without an heir leaves a reason behind', async () => {
  await inRolledBack(db, async (tx) => {
    await giveDuty(tx, world, [{ unitId: world.units.tanLap }])
    await make(tx, '2026-01-10')
    await carry(tx, closeUnit({ day: '2026-02-01', basis: noBasis, unitId: world.units.tanLap }))
    await make(tx, '2026-02-01')
    const reasons = (await allRows(tx)).map((r) => [r.period, r.state, r.reason])
    expect(reasons).toEqual([
      [
        '2026-Q1',
        'ended',
        'Đơn vị kết thúc hoạt động từ ngày 01/02/2026, không có đơn vị kế thừa phải báo cáo.',
      ],
      ['2026-Q2', 'ended', 'Đơn vị kết thúc hoạt động trước kỳ báo cáo.'],
      ['2026-Q3', 'ended', 'Đơn vị kết thúc hoạt động trước kỳ báo cáo.'],
      ['2026-Q4', 'ended', 'Đơn vị kết thúc hoạt động trước kỳ báo cáo.'],
    ])
  })
})

test('a unit that is new within a period begins with the next one, or with the running one where the duty says so', async () => {
  await inRolledBack(db, async (tx) => {
    const { communesId } = await issuedPlan(tx, world)
    await giveDuty(tx, world, [{ groupId: communesId }])
    await giveDuty(tx, world, [{ groupId: communesId }], { newUnits: 'running' })
    await carry(tx, createUnit({ day: '2026-02-10', basis: noBasis, unit: commune('moi') }))
    await make(tx, '2026-02-10')
    const periods = (await allRows(tx)).filter((r) => r.unit === 'moi').map((r) => r.period)
    expect(periods.filter((p) => p === '2026-Q1').length).toBe(1)
    expect(periods.filter((p) => p === '2026-Q2').length).toBe(2)
  })
})

/** One thing that happens: to which of the living communes, how many days later, and how late it is put down. */
const happening = fc.record({
  what: fc.constantFrom('merge', 'join', 'split', 'part', 'close', 'found', 'report'),
  which: fc.nat(30),
  after: fc.integer({ min: 1, max: 70 }),
  lag: fc.constantFrom(0, 0, 0, 20),
  share: fc.constantFrom(null, 0.3, 0.7),
})
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never

let named = 0

/** Does it, where it can be done; what the organisation refuses does not happen. */
async function happen(tx: Tx, h: Happening, day: Day, ids: readonly number[]): Promise<void> {
  const pick = (n: number) => ids[(h.which + n) % ids.length] ?? 0
  const fresh = () => ({ unit: commune(`x${++named}`) })
  const when = { day, basis: noBasis }
  const parts = (keeps: boolean) =>
    splitUnit({
      ...when,
      unitId: pick(0),
      keeps,
      parts: [
        { into: fresh(), share: h.share },
        { into: fresh(), share: h.share === null ? null : 1 - h.share },
      ],
    })
  const proposals: Record<Happening['what'], () => Proposal | null> = {
    merge: () => mergeUnits({ ...when, predecessors: [pick(0), pick(1)], into: fresh() }),
    join: () => mergeUnits({ ...when, predecessors: [pick(0)], into: { unitId: pick(1) } }),
    split: () => parts(false),
    part: () => parts(true),
    close: () => closeUnit({ ...when, unitId: pick(0) }),
    found: () => createUnit({ ...when, unit: fresh().unit }),
    report: () => null,
  }
  const proposal = proposals[h.what]()
  try {
    if (proposal) await carry(tx, proposal)
    else await handIn(tx, { unitId: pick(0), day })
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
  }
}

test('whatever merges, splits and closes: each living unit owes once, no unit that is gone owes, nothing is lost', {
  timeout: 240_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(happening, { minLength: 3, maxLength: 8 }),
      fc.constantFrom('next' as const, 'running' as const),
      (happenings, newUnits) =>
        inRolledBack(db, async (tx) => {
          const { communesId } = await issuedPlan(tx, world)
          const scope = [{ groupId: communesId }, { unitId: world.units.vanHoa }]
          await giveDuty(tx, world, scope, { newUnits, validTo: null })
          for (const code of ['a', 'b', 'c'])
            await carry(tx, createUnit({ day: '2026-01-02', basis: noBasis, unit: commune(code) }))
          let day = '2026-01-05'
          await make(tx, day)
          for (const h of happenings) {
            const later = addDays(day, h.after)
            const units = await unitsInTime(tx, 1)
            const ids = units.members(communesId, later).map((u) => u.id)
            if (ids.length > 1) await happen(tx, h, later, ids)
            day = addDays(later, h.lag)
            await make(tx, day)
            await holds(tx, day, communesId)
          }
        }),
    ),
    { numRuns: 12 },
  )
})

async function holds(tx: Tx, day: Day, communesId: number): Promise<void> {
  const rows = await allRows(tx)
  const keys = rows.map((r) => `${r.period} ${r.unitId}`)
  expect(new Set(keys).size).toBe(keys.length)
  const owed = rows.filter((r) => r.state === 'owed')
  const gone = owed.filter((r) => r.closed !== null && r.closed <= day && !r.received)
  expect(gone).toEqual([])
  const ended = rows.filter((r) => r.state === 'ended')
  expect(ended.filter((r) => !r.reason)).toEqual([])
  const inheritedBy = new Map(rows.flatMap((r) => r.origins.map((o) => [o, r])))
  for (const row of ended.filter((r) => r.reason?.includes('kế thừa là')))
    expect(inheritedBy.has(row.id)).toBe(true)
  // Whoever is there today and was when the period began owes it, as long as it was made before it fell due.
  const units = await unitsInTime(tx, 1)
  const owing = new Set(owed.map((r) => `${r.period} ${r.unitId}`))
  const periods = [
    ['2026-Q1', '2026-01-01', '2026-03-04'],
    ['2026-Q2', '2026-04-01', '2026-06-04'],
    ['2026-Q3', '2026-07-01', '2026-09-04'],
    ['2026-Q4', '2026-10-01', '2026-12-04'],
  ] as const
  const there = new Set(units.on(day).map((u) => u.id))
  for (const [period, begins, due] of periods.filter(([, , due]) => due >= day)) {
    for (const u of units.members(communesId, begins).filter((m) => there.has(m.id)))
      expect(owing.has(`${period} ${u.id}`), `${u.name} owes ${period}, due ${due}, on ${day}`).toBe(true)
  }
  expect(await make(tx, day)).toEqual({ made: 0, aligned: 0, ended: 0, handedOn: 0 })
}
