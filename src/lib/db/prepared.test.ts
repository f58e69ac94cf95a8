import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { type Db, openDb } from './db.ts'

let db: Db
let close: () => Promise<void>
beforeAll(async () => {
  const fresh = await freshDatabase()
  // One connection, so that what it keeps can be looked at.
  db = openDb(fresh.url, 1)
  close = async () => {
    await db.destroy()
    await fresh.close()
  }
})
afterAll(() => close())

async function preparedTexts(): Promise<string[]> {
  const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(db)
  return rows.map((r) => r.statement)
}

test('a question asked again and again is kept prepared and answers as before', async () => {
  const ask = (n: number) =>
    sql<{ day: string; n: number }>`select date '2026-11-22' as day, ${n}::int8 as n`.execute(db)
  for (let n = 0; n < 8; n++) expect((await ask(n)).rows).toEqual([{ day: '2026-11-22', n }])
  expect((await preparedTexts()).filter((text) => text.includes('2026-11-22'))).toHaveLength(1)
})

test('a question asked once, and a change however often made, is not', async () => {
  await sql`select ${1}::int4 as seldom`.execute(db)
  for (let n = 0; n < 8; n++) {
    await sql`update organisations.province set name = ${'x'} where province_id = ${n}`.execute(db)
    await sql`with gone as (delete from audit.entry where province_id = ${n} returning id) select * from gone`.execute(
      db,
    )
  }
  expect((await preparedTexts()).filter((text) => /seldom|update|delete/.test(text))).toEqual([])
})

test('a prepared question that fails leaves the connection as good as before', async () => {
  const divide = (by: number) => sql<{ n: number }>`select 12 / ${by}::int4 as n`.execute(db)
  for (let n = 1; n < 6; n++) await divide(n)
  await expect(divide(0)).rejects.toThrow('division by zero')
  expect((await divide(3)).rows).toEqual([{ n: 4 }])
})
