import { sql } from 'kysely'
import type { Db } from '../../../lib/db/db.ts'
import { placeKind } from './lexemes.ts'

const mostIssuers = 40

/** What filters offer: years from the newest, and who issued most. */
export async function selectChoices(
  db: Db,
  provinceId: number,
): Promise<{ years: string[]; issuers: string[] }> {
  const years = await sql<{ year: string }>`
    select distinct to_char(day, 'YYYY') as year from publishing.search_entry
    where province_id = ${provinceId} and kind <> ${placeKind} order by year desc
  `.execute(db)
  const issuers = await sql<{ issuer: string }>`
    select issuer from publishing.search_entry
    where province_id = ${provinceId} and issuer is not null
    group by issuer order by count(*) desc, issuer limit ${mostIssuers}
  `.execute(db)
  const byName = issuers.rows.map((r) => r.issuer).sort(new Intl.Collator('vi').compare)
  return { years: years.rows.map((r) => r.year), issuers: byName }
}
