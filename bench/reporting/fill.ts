import { sql } from 'kysely'
import type { Db } from '../../src/lib/db/db.ts'
import { centralProvinceId, foundCentral } from '../../src/modules/organisations/organisations.seed.ts'
import { makeObligations } from '../../src/modules/reporting/obligations/making.ts'
import { checkKeys } from './keys.ts'
import { addLead, makeProvince, provinceCodes, shareWithNation } from './provinces.ts'
import { fillReports } from './reports.ts'
import { fillWork, unchecked } from './work.ts'

export interface Size {
  provinces: number
  activities: number
}

/** The day on which the simulated nation is looked at. */
export const today = '2026-11-22'

/** The day whose nightly job makes the obligations of the year to come. */
const nextYear = '2026-12-20'

/** A nation of this size; answers with its provinces, the one with the most communes first. */
export async function fill(db: Db, { provinces, activities }: Size): Promise<number[]> {
  const codes = provinceCodes(provinces)
  const ids = codes.map(Number)
  await timed(`${codes.length} provinces founded`, async () => {
    for (const code of codes) await makeProvince(db, code)
  })
  await timed('obligations of 2025', () => makeAll(db, ids, '2024-12-20'))
  await timed('obligations of 2026', () => makeAll(db, ids, '2025-12-20'))
  await timed(`${activities} activities and their work`, () => fillWork(db, ids, activities))
  await timed('their reports', () => fillReports(db, ids, today))
  // Every province shares its sums with the central bodies, whose person looks at the nation.
  await db.transaction().execute(async (tx) => {
    const unitId = await foundCentral(tx, false)
    await addLead(tx, centralProvinceId, unitId)
    await shareWithNation(tx, ids)
  })
  await timed('foreign keys held', async () => {
    await checkKeys(db)
  })
  await timed('cleaned and counted', async () => {
    await sql`vacuum analyze`.execute(db)
  })
  return ids
}

/** The provinces of a database that was filled before. */
export async function filled(db: Db): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select p.province_id as id from organisations.province p where not p.is_central
    order by (select count(*) from organisations.unit u where u.province_id = p.province_id) desc, 1`.execute(
    db,
  )
  return rows.map((row) => row.id)
}

/** Makes next year's obligations of every province and takes them away again. Seconds, and how many were made. */
export async function nextYearOf(db: Db, ids: readonly number[]): Promise<{ took: number; made: number }> {
  const from = performance.now()
  const made = await makeAll(db, ids, nextYear)
  const took = (performance.now() - from) / 1000
  await unchecked(db, async (tx) => {
    await sql`delete from reporting.obligation where made_at = ${momentOf(nextYear)}`.execute(tx)
  })
  await sql`vacuum analyze reporting.obligation`.execute(db)
  return { took, made }
}

/** As each night's job does it: province by province, each in its own transaction. */
async function makeAll(db: Db, ids: readonly number[], day: string): Promise<number> {
  let made = 0
  for (const provinceId of ids) {
    const by = { provinceId, name: 'Chung Tay' }
    const making = await db.transaction().execute((tx) => makeObligations(tx, by, momentOf(day)))
    made += making.made
  }
  return made
}

function momentOf(day: string): Date {
  return new Date(`${day}T01:00:00Z`)
}

export async function sizesOf(db: Db): Promise<string> {
  const tables = [
    'organisations.unit',
    'assignments.activity',
    'assignments.evidence',
    'reporting.obligation',
  ]
  const sizes: string[] = []
  for (const name of [...tables, 'reporting.report', 'reporting.figure', 'reporting.narrative']) {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(name)}`.execute(db)
    sizes.push(`${name} ${rows[0]?.n}`)
  }
  return sizes.join(', ')
}

async function timed(what: string, body: () => Promise<unknown>): Promise<void> {
  const from = performance.now()
  await body()
  console.log(`${what} in ${((performance.now() - from) / 1000).toFixed(1)} s`)
}
