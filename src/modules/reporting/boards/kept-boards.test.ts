import fc from 'fast-check'
import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, inRolledBack } from '../../../../test/database.ts'
import { makeWorld } from '../../../../test/world.ts'
import { type Db, type DbOrTx, openDb } from '../../../lib/db/db.ts'
import { boardOf, makeBoard, rowsOf } from './board.ts'
import { fillReports } from './boards.fixtures.ts'
import { selectDeeds } from './deeds.sql.ts'
import { deedsOf } from './deeds.ts'
import { deleteBoardMarks, selectBoardLabel } from './marks.sql.ts'
import type { Scope } from './measure.ts'
import { nationFigures } from './nation.sql.ts'
import { boardRows } from './rows.sql.ts'

let db: Db
/** The pool of another process: what is kept in memory is kept for each. Its plans are other plans: order hangs on none. */
let other: Db
let close: () => Promise<void>
const today = '2026-11-22'
const now: Scope = { provinceId: 1, asOf: today, today, map: 'then', year: 2026 }
const past: Scope = { ...now, asOf: '2026-08-01', map: 'today' }
const page = { part: 'due', limit: 20, offset: 20 } as const
const years = { today, fromYear: 2025, year: 2026 }

beforeAll(async () => {
  const fresh = await freshDatabase()
  db = fresh.db
  other = openDb(
    `${fresh.url}?options=${encodeURIComponent('-c enable_hashagg=off -c enable_hashjoin=off')}`,
    2,
  )
  close = async () => {
    await other.destroy()
    await fresh.close()
  }
  await makeWorld(db)
  await fillReports(db, { provinces: [1, 2], years: [2025, 2026], today })
  await sql`
    insert into assignments.activity (province_id, unit_id, what, from_day, to_day, form_code, recorded_at, recorded_by_name)
    select u.province_id, u.id, 'Phát thanh', d::date, d::date, (array['news', 'loudspeaker'])[1 + u.id % 2], now(), 'A'
    from organisations.unit u, generate_series('2026-01-05'::date, '2026-12-05', interval '17 days') d`.execute(
    db,
  )
  await sql`insert into assignments.activity_figure (province_id, activity_id, metric, value)
    select province_id, id, 'people', id % 90 from assignments.activity`.execute(db)
  await sql`insert into reporting.sharing select province_id, true, now(), 'A' from organisations.province`.execute(
    db,
  )
})
afterAll(() => close())

async function kept(asked: Db) {
  const { label } = await selectBoardLabel(asked, 1)
  const how = { locale: 'vi', label, overdue: 12 } as const
  return {
    now: await boardOf(asked, now, how),
    past: await boardOf(asked, past, how),
    rows: await rowsOf(asked, now, page, label),
    deeds: await deedsOf(asked, 1, { year: 2026 }, today),
    nation: await nationFigures(asked, years),
  }
}

async function plain(asked: DbOrTx) {
  const how = { locale: 'vi', overdue: 12 } as const
  return {
    now: await makeBoard(asked, now, how),
    past: await makeBoard(asked, past, how),
    rows: await boardRows(asked, now, page),
    deeds: await selectDeeds(asked, 1, { year: 2026 }),
    nation: await inRolledBack(db, (tx) => nationFigures(tx, years)),
  }
}

/** One row of a table of province 1, another one for each number. */
function one(table: string, n: number): RawBuilder<unknown> {
  return sql`(select id from ${sql.table(table)} where province_id = 1 order by id
    offset ${n}::integer % (select count(*) from ${sql.table(table)} where province_id = 1)::integer limit 1)`
}

/** Everything that a board, the leader's page or the nation's shows can change by one of these. */
const changes: Record<string, (n: number) => RawBuilder<unknown>> = {
  full: (
    n,
  ) => sql`update reporting.report set completeness = ${(n % 100) / 100}::numeric, is_empty = ${n % 4 === 0}
    where province_id = 1 and id = ${one('reporting.report', n)}`,
  state: (
    n,
  ) => sql`update reporting.report set state = ${['draft', 'submitted', 'returned'][n % 3]}, returns = ${n % 3},
    submitted_day = ${n % 3 ? '2026-07-20' : null}::date where province_id = 1 and id = ${one('reporting.report', n)}`,
  due: (n) => sql`update reporting.obligation set due_day = due_day + ${(n % 60) - 30}::integer
    where province_id = 1 and id = ${one('reporting.obligation', n)}`,
  waive: (n) => sql`update reporting.obligation set state = 'waived', state_at = '2026-07-01'
    where province_id = 1 and id = ${one('reporting.obligation', n)}`,
  step: (
    n,
  ) => sql`insert into reporting.step (province_id, report_id, version_number, from_state, to_state, at, actor_name)
    values (1, ${one('reporting.report', n)}, 1, 'x', ${['submitted', 'returned'][n % 2]}, '2026-07-15', 'A')`,
  extend: (
    n,
  ) => sql`insert into reporting.extension (province_id, obligation_id, asked_at, asked_by_name, reason, from_day,
      wanted_day, decision, decided_at) values (1, ${one('reporting.obligation', n)}, '2026-09-01', 'A', 'x',
      '2026-05-01', '2026-09-09', 'granted', '2026-09-02')`,
  duty: (n) => sql`update reporting.duty set name = ${`Báo cáo ${n}`},
    programme_code = ${['PAR_COMMUNICATION', 'TTHC_CONTROL_COMMUNICATION'][n % 2]}
    where province_id = 1 and id = ${one('reporting.duty', n)}`,
  rename: (n) => sql`update organisations.unit_version set name = ${`Đơn vị ${n}`}
    where province_id = 1 and unit_id = ${one('organisations.unit', n)}`,
  people: (n) => sql`update assignments.activity_figure set value = ${n % 500}
    where province_id = 1 and activity_id = ${one('assignments.activity', n)}`,
  uncounted: (n) => sql`delete from assignments.activity_figure
    where province_id = 1 and activity_id = ${one('assignments.activity', n)}`,
  moved: (n) => sql`update assignments.activity set from_day = '2026-01-01'::date + ${n % 365}::integer,
      to_day = '2026-01-01'::date + ${n % 365}::integer
    where province_id = 1 and id = ${one('assignments.activity', n)}`,
  withdrawn: (
    n,
  ) => sql`update assignments.activity set withdrawn_at = ${n % 2 ? '2026-10-01' : null}::timestamptz
    where province_id = 1 and id = ${one('assignments.activity', n)}`,
  sharing: (n) => sql`update reporting.sharing set with_nation = ${n % 2 === 0} where province_id = 2`,
}

const step = fc.record({
  change: fc.constantFrom(...Object.keys(changes)),
  n: fc.nat(5000),
  by: fc.constantFrom('here', 'there'),
  committed: fc.oneof(
    { weight: 4, arbitrary: fc.constant(true) },
    { weight: 1, arbitrary: fc.constant(false) },
  ),
})

test('what is kept is what the database would say now, whoever changed it and whoever asks', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      for (const { change, n, by, committed } of steps) {
        await Promise.all([kept(db), kept(other)])
        const transaction = await (by === 'here' ? db : other).startTransaction().execute()
        await changes[change]?.(n).execute(transaction)
        await (committed ? transaction.commit() : transaction.rollback()).execute()
        const expected = await plain(db)
        expect(await kept(db)).toEqual(expected)
        expect(await kept(other)).toEqual(expected)
      }
    }),
    { numRuns: 15, seed: 41, endOnFailure: true },
  )
}, 300_000)

test('nothing is made anew while nothing changes, and only the month that changed', async () => {
  const [first, again] = [await kept(db), await kept(db)]
  expect(again.now).toBe(first.now)
  expect(again.past).toBe(first.past)
  await sql`update assignments.activity_figure f set value = value + 1 from assignments.activity a
    where a.province_id = 1 and f.province_id = 1 and f.activity_id = a.id
      and a.from_day between '2026-03-01' and '2026-03-31'`.execute(db)
  const { deeds } = await kept(db)
  const same = deeds.filter((d) => first.deeds.includes(d))
  expect(same.length).toBeGreaterThan(0)
  expect(deeds.filter((d) => !first.deeds.includes(d)).every((d) => d.month === 3)).toBe(true)
})

test('people who hand in at the same moment do not wait for each other, and marks are cleared away', async () => {
  const [early, late] = [await db.startTransaction().execute(), await other.startTransaction().execute()]
  // Every other report, so that whatever the changes before left behind, the board must show it.
  const turn = (odd: number) =>
    sql`update reporting.report set is_empty = not is_empty where province_id = 1 and id % 2 = ${odd}`
  await turn(1).execute(early)
  await turn(0).execute(late)
  await late.commit().execute()
  const between = await kept(db)
  await early.commit().execute()
  expect(await kept(db)).not.toEqual(between)
  await db.transaction().execute((tx) => deleteBoardMarks(tx, 1, new Date(Date.now() + 60_000)))
  expect((await selectBoardLabel(db, 1)).label).toMatch(/ 0 0$/)
  expect(await kept(db)).toEqual(await plain(db))
})
