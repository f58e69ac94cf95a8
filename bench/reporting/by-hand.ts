import { sql } from 'kysely'
import type { Db } from '../../src/lib/db/db.ts'
import { makeBoard } from '../../src/modules/reporting/boards/board.ts'
import { selectDeeds } from '../../src/modules/reporting/boards/deeds.sql.ts'
import { measuresBy } from '../../src/modules/reporting/boards/measures.sql.ts'
import { nationFigures } from '../../src/modules/reporting/boards/nation.sql.ts'
import { cpuOfFamily, postmasterOf } from '../processes.ts'
import { today } from './fill.ts'
import { at } from './pages.ts'

/** The same two figures by a statement written by hand (the limit) and by the program's own, in turn, as a ratio. */
export async function byHandAndOurs(db: Db, provinceId: number): Promise<void> {
  const scope = { provinceId, year: 2026, asOf: today, today, map: 'then' } as const
  const hand: number[] = []
  const ours: number[] = []
  let same = true
  for (let n = 0; n < 40; n++) {
    const [byHand, tookByHand] = await timed(() => handWritten(db, provinceId))
    const [[[all]], tookByUs] = await timed(() => measuresBy(db, scope, [[]]))
    hand.push(tookByHand)
    ours.push(tookByUs)
    same &&= all?.counts.on_time === byHand.timely && all.completeness?.toFixed(6) === byHand.full?.toFixed(6)
  }
  const [limit, figure] = [at(hand, 0.5), at(ours, 0.5)]
  console.log(
    `\ncompleteness and timeliness of a province, the same figures: ${same}; by hand ${limit.toFixed(1)} ms, ours ${figure.toFixed(1)} ms, ratio ${(figure / limit).toFixed(2)}`,
  )
}

/** What is kept in memory, made anew: what the first to ask after a change waits for, and how it grows with the data. */
export async function madeAnew(db: Db, url: string, provinceId: number): Promise<void> {
  const scope = { provinceId, year: 2026, asOf: today, today, map: 'then' } as const
  const years = { today, fromYear: 2025, year: 2026 }
  const wanted: [string, number, () => Promise<unknown>][] = [
    ['board of a province', 15, () => makeBoard(db, scope, { locale: 'vi', overdue: 12 })],
    [
      'the same as it was on an earlier day',
      15,
      () => makeBoard(db, { ...scope, asOf: '2026-09-01' }, { locale: 'vi', overdue: 12 }),
    ],
    ['what was done in a year', 15, () => selectDeeds(db, provinceId, { year: 2026 })],
    ['what was done in a month', 15, () => selectDeeds(db, provinceId, { year: 2026, months: [10] })],
    ['the nation, two years', 5, () => db.transaction().execute((tx) => nationFigures(tx, years))],
  ]
  const database = await postmasterOf(url)
  console.log('\n| made anew | median ms | CPU program | CPU database |\n| --- | --- | --- | --- |')
  for (const [what, times, body] of wanted) {
    const took: number[] = []
    const spent = spentBy(database)
    for (let n = 0; n < times; n++) took.push((await timed(body))[1])
    const cpu = spent().map((ms) => (ms / times).toFixed(0))
    console.log(`| ${[what, at(took, 0.5).toFixed(0), ...cpu].join(' | ')} |`)
  }
}

/** Processor time of this program and of the database from now on, in ms. */
export function spentBy(database: number | null): () => readonly [number, number] {
  const own = process.cpuUsage()
  const theirs = database ? cpuOfFamily(database) : 0
  return () => {
    const { user, system } = process.cpuUsage(own)
    return [(user + system) / 1000, database ? cpuOfFamily(database) - theirs : 0]
  }
}

interface ByHand {
  full: number | null
  timely: number
}

async function handWritten(db: Db, provinceId: number): Promise<ByHand> {
  const { rows } = await sql<ByHand>`
    select (avg(r.completeness) filter (where r.state not in ('draft', 'returned')))::float8 as full,
      count(*) filter (where r.state not in ('draft', 'returned') and not r.is_empty and not r.is_nil
        and r.submitted_day <= o.due_day)::int as timely
    from reporting.obligation o
      left join reporting.report r on r.province_id = o.province_id and r.obligation_id = o.id
    where o.province_id = ${provinceId} and o.year = 2026 and o.state = 'owed'`.execute(db)
  return rows[0] ?? { full: null, timely: 0 }
}

async function timed<T>(body: () => Promise<T>): Promise<[T, number]> {
  const from = performance.now()
  const answer = await body()
  return [answer, performance.now() - from]
}
