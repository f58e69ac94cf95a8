import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import { addDays, type Day, dayOf } from '../../../lib/calendar/day.ts'
import type { Db } from '../../../lib/db/db.ts'
import { successorsOf } from '../../organisations/organisations.ts'
import { type ReportState, reportStates, standingOf } from '../report.ts'
import { fillReports } from './boards.fixtures.ts'
import { countedAs, type Measure, onTimeShare, received, type Scope, worstFirst } from './measure.ts'
import { measuresBy } from './measures.sql.ts'

let db: Db
let close: () => Promise<void>
let world: World
const today = '2026-11-22'
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
})
afterAll(() => close())

const scope = (more: Partial<Scope> = {}): Scope => ({
  provinceId: 1,
  asOf: today,
  today,
  map: 'then',
  ...more,
})

async function all(more: Partial<Scope> = {}): Promise<Measure> {
  const [[measure]] = await measuresBy(db, scope(more), [[]])
  if (!measure) throw new Error('everything together is always one measure')
  return measure
}

/** Versions that were handed in cannot be deleted row by row. */
async function empty(): Promise<void> {
  await sql`truncate reporting.template, reporting.duty cascade`.execute(db)
}

/** One obligation as its life is written down: handed in, given back, extended, each on a day. */
interface Life {
  dueDay: Day
  invited: boolean
  empty: boolean
  nil: boolean
  begun: Day | null
  /** submitted, returned, submitted … in this order, on rising days. */
  steps: Day[]
  accepted: boolean
  /** After acceptance a correction is begun. */
  corrected: boolean
  /** Granted on this day, from an earlier due day. */
  extended: { on: Day; from: Day } | null
  waivedOn: Day | null
}

const day = fc.integer({ min: 0, max: 80 }).map((n) => addDays('2026-09-20', n))
const life: fc.Arbitrary<Life> = fc.record({
  dueDay: day,
  invited: fc.boolean(),
  empty: fc.boolean(),
  nil: fc.boolean(),
  begun: fc.option(day, { nil: null }),
  steps: fc.array(day, { maxLength: 4 }).map((days) => [...new Set(days)].sort()),
  accepted: fc.boolean(),
  corrected: fc.boolean(),
  extended: fc.option(fc.record({ on: day, from: day }), { nil: null }),
  waivedOn: fc.option(day, { nil: null, freq: 6 }),
})

const noon = (d: Day) => new Date(`${d}T12:00:00+07:00`)

/** Where a life stands at the end of a day, told in plain code. */
function factsOn(l: Life, on: Day) {
  const begun =
    l.begun !== null || l.steps.length > 0 ? [l.begun, l.steps[0]].filter((d) => d != null).sort()[0] : null
  const done = l.steps.filter((d) => d <= on)
  const last = done.length === 0 ? null : done.length % 2 === 1 ? 'submitted' : 'returned'
  const isLast = done.length === l.steps.length
  const accepted = l.accepted && isLast && last === 'submitted' && addDays(done.at(-1) ?? '', 1) <= on
  const corrected = accepted && l.corrected && addDays(done.at(-1) ?? '', 2) <= on
  const state: ReportState | null = corrected
    ? 'draft'
    : accepted
      ? 'accepted'
      : (last ?? (begun != null && begun <= on ? 'draft' : null))
  const dueDay = l.extended && l.extended.on > on ? l.extended.from : l.dueDay
  const submittedDay = done[0] ?? null
  const isEmpty = submittedDay === null ? null : l.empty
  const isNil = isEmpty === null ? null : !isEmpty && l.nil
  return {
    state,
    dueDay,
    submittedDay,
    isEmpty,
    isNil,
    invited: l.invited,
    waived: l.waivedOn !== null && l.waivedOn <= on,
  }
}

async function write(dutyId: number, versionId: number, l: Life, n: number): Promise<void> {
  const end = factsOn(l, '9999-12-31')
  const { id } = await db
    .insertInto('reporting.obligation')
    .values({
      ...{ province_id: 1, duty_id: dutyId, unit_id: world.units.binhMinh, period: `2026-${n}`, year: 2026 },
      ...{ from_day: '2026-07-01', to_day: '2026-09-30', cutoff_day: '2026-09-14', due_day: l.dueDay },
      ...{ first_due_day: l.dueDay, why_vi: '', why_en: '', invited: l.invited, made_at: noon('2026-01-01') },
      ...(l.waivedOn ? { state: 'waived', state_at: noon(l.waivedOn) } : {}),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (l.extended) {
    const x = {
      province_id: 1,
      obligation_id: id,
      asked_at: noon(l.extended.on),
      asked_by_name: 'A',
      reason: 'x',
    }
    const decided = { decision: 'granted', decided_at: noon(l.extended.on), from_day: l.extended.from }
    await db
      .insertInto('reporting.extension')
      .values({ ...x, ...decided, wanted_day: l.dueDay })
      .execute()
  }
  if (end.state === null) return
  const first = l.steps[0]
  const facts = { completeness: end.isEmpty === null ? null : '0.5', is_empty: end.isEmpty }
  const report = await db
    .insertInto('reporting.report')
    .values({
      ...{
        province_id: 1,
        obligation_id: id,
        template_version_id: versionId,
        state: end.state,
        ...facts,
        is_nil: end.isNil,
      },
      ...{ submitted_at: first ? noon(first) : null, submitted_day: first ?? null },
      returns: Math.floor(l.steps.length / 2),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const key = { province_id: 1, report_id: report.id }
  const begun = [l.begun, first].filter((d) => d != null).sort()[0] ?? today
  await db
    .insertInto('reporting.report_version')
    .values({
      ...key,
      number: 1,
      begun_at: noon(begun),
      begun_by_name: 'A',
      submitted_at: first ? noon(first) : null,
      ...facts,
      nil_reason: end.isNil ? 'Không phát sinh' : null,
    })
    .execute()
  const turns = l.steps.map((d, i) => [i % 2 === 0 ? 'submitted' : 'returned', noon(d)] as const)
  const final =
    l.accepted && l.steps.length % 2 === 1
      ? [
          ['accepted', noon(addDays(l.steps.at(-1) ?? '', 1))] as const,
          ...(l.corrected ? [['draft', noon(addDays(l.steps.at(-1) ?? '', 2))] as const] : []),
        ]
      : []
  for (const [to_state, at] of [...turns, ...final])
    await db
      .insertInto('reporting.step')
      .values({ ...key, version_number: 1, from_state: 'x', to_state, at, actor_name: 'A' })
      .execute()
}

async function dutyAndVersion(): Promise<[duty: number, version: number]> {
  const template = await db
    .insertInto('reporting.template')
    .values({ province_id: 1, code: 't', name_vi: 't', name_en: 't', shape: 'standalone' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const version = await db
    .insertInto('reporting.template_version')
    .values({
      ...{ province_id: 1, template_id: template.id, number: 1, state: 'published', definition: '{}' },
      ...{ made_at: noon('2026-01-01'), made_by_name: 'A' },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const duty = await db
    .insertInto('reporting.duty')
    .values({
      ...{
        province_id: 1,
        programme_code: 'PAR_COMMUNICATION',
        name: 'd',
        period_kind: 'quarter',
        source: 's',
      },
      ...{ state: 'active', valid_from: '2026-01-01' },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return [duty.id, version.id]
}

describe('the standing of a report', () => {
  beforeEach(empty)

  test('is counted in SQL as standingOf says it, as of today and as it was known on any earlier day', async () => {
    const [lives = []] = fc.sample(fc.array(life, { minLength: 300, maxLength: 300 }), {
      seed: 7,
      numRuns: 1,
    })
    const [duty, version] = await dutyAndVersion()
    for (const [n, l] of lives.entries()) await write(duty, version, l, n)
    const last = '2026-12-20'
    const days = ['2026-09-19', '2026-09-27', '2026-10-05', '2026-10-20', '2026-11-08', '2026-11-30', last]
    for (const on of days) {
      const expected = Object.fromEntries(countedAs.map((c) => [c, 0]))
      for (const l of lives) {
        const facts = factsOn(l, on)
        const counted = facts.waived ? 'waived' : standingOf(facts, on)
        expected[counted] = (expected[counted] ?? 0) + 1
      }
      // The last day is asked twice: from the reports as they stand, and from what their steps tell.
      const asked = on === last ? [{ today: last }, { today: addDays(last, 1) }] : [{ today: last }]
      for (const more of asked)
        expect([on, (await all({ asOf: on, ...more })).counts]).toEqual([on, expected])
    }
  })

  test('is one of the standings, for every state there is', async () => {
    for (const state of reportStates) {
      const facts = { dueDay: today, invited: false, state, submittedDay: today, isEmpty: false }
      expect(countedAs).toContain(standingOf(facts, today))
    }
  })
})

describe('measures', () => {
  beforeAll(async () => {
    await empty()
    await fillReports(db, { provinces: [1, 2], years: [2025, 2026], today })
  })
  afterAll(empty)

  test('by any side add up to the measure of everything', async () => {
    const sets = [
      [],
      ['unit'],
      ['period'],
      ['unit', 'period'],
      ['parent'],
      ['level'],
      ['duty'],
      ['programme'],
    ] as const
    const [[total], ...parts] = await measuresBy(db, scope(), sets)
    expect(total?.expected).toBeGreaterThan(80)
    for (const [i, list] of parts.entries()) {
      const sum = (of: (m: Measure) => number) => list.reduce((n, m) => n + of(m), 0)
      expect([sets[i + 1], sum((m) => m.expected)]).toEqual([sets[i + 1], total?.expected])
      expect(sum((m) => m.due)).toBe(total?.due)
      for (const c of countedAs) expect(sum((m) => m.counts[c])).toBe(total?.counts[c])
    }
  })

  test('of subtrees beside each other add up to that of the unit above, less its own', async () => {
    const { ubnd, binhMinh, binhMinhVanHoa } = world.units
    const whole = await all({ under: binhMinh })
    const below = await all({ under: binhMinhVanHoa })
    const [own] = await measuresBy(db, scope({ under: binhMinh }), [['unit']])
    expect(whole.expected).toBe(below.expected + (own.find((m) => m.keys.unit === binhMinh)?.expected ?? 0))
    expect((await all({ under: ubnd })).expected).toBeLessThan((await all()).expected)
  })

  test('count only what the asker reaches, and never another province', async () => {
    const { binhMinh, binhMinhVanHoa } = world.units
    const own = await all({ reach: [binhMinh, binhMinhVanHoa] })
    expect(own).toEqual(await all({ under: binhMinh }))
    expect((await all({ reach: [] })).expected).toBe(0)
    expect((await all({ reach: [world.other.dongHai] })).expected).toBe(0)
    expect((await all({ provinceId: 2 })).expected).toBeGreaterThan(0)
  })

  test('name an empty report empty, not in time; and take shares of what has come due', async () => {
    const m = await all()
    expect(m.counts.empty).toBeGreaterThan(0)
    expect(received(m)).toBe(m.counts.on_time + m.counts.late + m.counts.empty)
    expect(onTimeShare(m)).toBeCloseTo(m.counts.on_time / m.due)
    expect(m.completeness).toBeGreaterThan(0.5)
    expect(m.medianDaysLate).toBeGreaterThan(1)
  })

  test('put the worst first', async () => {
    const [units] = await measuresBy(db, scope(), [['unit']])
    const [worst, ...rest] = worstFirst(units)
    const bad = (m: Measure | undefined) => (m ? m.counts.overdue + m.counts.empty : 0)
    for (const m of rest) expect(bad(worst)).toBeGreaterThanOrEqual(bad(m))
  })
})

describe('under today’s map', () => {
  test('rows of units that are gone count for their heirs, each once, as their successions say', async () => {
    const { binhMinh, tanLap, ubnd, binhMinhVanHoa } = world.units
    await empty()
    await fillReports(db, {
      provinces: [1, 1],
      years: [2025, 2026],
      today,
      types: ['people_committee', 'division'],
    })
    const before = await all()
    const newTown = await mergeInto('phuong-moi', [binhMinh, tanLap], '2026-10-01')
    const [units] = await measuresBy(db, scope({ map: 'today' }), [['unit']])
    const ids = units.map((m) => m.keys.unit).sort()
    expect(ids).toEqual([ubnd, newTown, binhMinhVanHoa].sort())
    expect(units.reduce((n, m) => n + m.expected, 0)).toBe(before.expected)
    const heirs = await successorsOf(db, 1, binhMinh, '2026-01-01', today)
    expect(heirs.map((h) => h.unitId)).toEqual([newTown])
    const [then] = await measuresBy(db, scope({ asOf: '2026-09-30' }), [['unit']])
    expect(then.map((m) => m.keys.unit)).toContain(tanLap)
    const [now] = await measuresBy(db, scope({ asOf: '2026-09-30', map: 'today' }), [['unit']])
    expect(now.map((m) => m.keys.unit)).not.toContain(tanLap)
    expect((await all({ under: newTown })).expected).toBeGreaterThan(0)
  })
})

test('a unit that was split counts for the heir with the greatest share, through later mergers too', async () => {
  const { tanLap, ubnd } = world.units
  await empty()
  await fillReports(db, { provinces: [1, 1], years: [2025, 2025], today, types: ['department'] })
  const before = (await all()).expected
  const { noiVu, taiChinh, vanHoa } = world.units
  const small = await mergeInto('so-nho', [], '2026-02-01')
  const large = await mergeInto('so-lon', [], '2026-02-01')
  await closeInto(vanHoa, [small, '0.3'], [large, '0.7'], '2026-02-01')
  const last = await mergeInto('so-cuoi', [], '2026-03-01')
  await closeInto(large, [last, '1'], [last, '1'], '2026-03-01')
  const [units] = await measuresBy(db, scope({ map: 'today' }), [['unit']])
  expect(units.map((m) => m.keys.unit).sort()).toEqual([noiVu, taiChinh, last].sort())
  expect(units.reduce((n, m) => n + m.expected, 0)).toBe(before)
  expect([ubnd, tanLap]).not.toContain(last)
})

type Share = readonly [unitId: number, share: string]

async function closeInto(id: number, one: Share, other: Share, on: Day): Promise<void> {
  const change = await db
    .insertInto('organisations.change')
    .values({ province_id: 1, kind: 'split', day: on })
    .returning('id')
    .executeTakeFirstOrThrow()
  const end = { valid_to: on }
  await db.updateTable('organisations.unit').set(end).where('id', '=', id).execute()
  await db.updateTable('organisations.unit_version').set(end).where('unit_id', '=', id).execute()
  for (const [successor_id, share] of new Map([one, other])) {
    const step = { province_id: 1, kind: 'split', day: on, predecessor_id: id, successor_id, share }
    await db
      .insertInto('organisations.succession')
      .values({ ...step, change_id: change.id })
      .execute()
  }
}

/** A new unit that some others become on a day. */
async function mergeInto(code: string, from: readonly number[], on: Day): Promise<number> {
  const province = { province_id: 1 }
  const change = await db
    .insertInto('organisations.change')
    .values({ ...province, kind: 'merge', day: on })
    .returning('id')
    .executeTakeFirstOrThrow()
  const unit = await db
    .insertInto('organisations.unit')
    .values({ ...province, code, valid_from: on })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('organisations.unit_version')
    .values({
      ...{ ...province, unit_id: unit.id, valid_from: on, name: 'UBND phường Mới', type: 'people_committee' },
      ...{ level: 'commune', parent_id: world.units.ubnd, change_id: change.id },
    })
    .execute()
  for (const id of from) {
    await db.updateTable('organisations.unit').set({ valid_to: on }).where('id', '=', id).execute()
    await db
      .updateTable('organisations.unit_version')
      .set({ valid_to: on })
      .where('unit_id', '=', id)
      .execute()
    const step = {
      ...province,
      kind: 'merge',
      day: on,
      predecessor_id: id,
      successor_id: unit.id,
      share: '1',
    }
    await db
      .insertInto('organisations.succession')
      .values({ ...step, change_id: change.id })
      .execute()
  }
  expect(dayOf(noon(on))).toBe(on)
  return unit.id
}
