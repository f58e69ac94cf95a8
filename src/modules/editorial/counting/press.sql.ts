import { sql } from 'kysely'
import type { DbOrTx } from '../../../lib/db/db.ts'
import type { PressEntry } from '../outlet.ts'

/**
 * Is this piece an activity already: as the desk's own text that it is, joined by hand, by where it was aired or by the
 * column it ran in; or as something that the unit of the outlet, or the portal, shows under the same address?
 */
export async function countsElsewhere(
  db: DbOrTx,
  provinceId: number,
  entry: Pick<PressEntry, 'id' | 'day' | 'address' | 'itemId'>,
  unitId: number,
): Promise<boolean> {
  const { rows } = await sql<{ known: boolean }>`
    select exists (
      select from editorial.counted c
      join assignments.activity a on a.province_id = c.province_id and a.id = c.activity_id
      join editorial.item i on i.province_id = c.province_id and i.id = c.item_id and i.kind <> 'press_kit'
      where c.province_id = ${provinceId} and a.withdrawn_at is null and c.item_id in (
        select ${entry.itemId}::bigint
        union all select p.item_id from editorial.production p
          where p.province_id = ${provinceId} and p.address = ${entry.address}
        union all select e.item_id from editorial.episode e
          where e.province_id = ${provinceId} and e.address = ${entry.address})
    ) or exists (
      select from assignments.activity a
      join assignments.activity_evidence l on l.province_id = a.province_id and l.activity_id = a.id
      join assignments.evidence e on e.province_id = l.province_id and e.id = l.evidence_id
      where a.province_id = ${provinceId} and a.withdrawn_at is null and e.url = ${entry.address}
        and a.from_day between ${entry.day}::date - 60 and ${entry.day}::date + 60
        and a.submission_key is distinct from ${`press:${entry.id}`}
        and (a.unit_id = ${unitId} or a.submission_key like 'editorial:%')
    ) as known`.execute(db)
  return rows[0]?.known ?? false
}

/** Entries that stand and may be the desk's own text: by hand, by its public address, by where it was aired or ran. */
export async function selectPressOfItem(
  db: DbOrTx,
  provinceId: number,
  itemId: number,
  publicAddress: string,
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select e.id from editorial.press_entry e
    where e.province_id = ${provinceId} and e.withdrawn_at is null and e.stance = 'positive' and (
      e.item_id = ${itemId} or e.address = ${publicAddress}
      or e.address in (
        select p.address from editorial.production p
          where p.province_id = ${provinceId} and p.item_id = ${itemId} and p.address is not null
        union all select x.address from editorial.episode x
          where x.province_id = ${provinceId} and x.item_id = ${itemId} and x.address is not null))
    order by e.id`.execute(db)
  return rows.map((r) => r.id)
}

/** The activity that an entry became; null: it counts as none. */
export async function selectActivityOfPress(
  db: DbOrTx,
  provinceId: number,
  entryId: number,
): Promise<number | null> {
  const row = await db
    .selectFrom('assignments.activity')
    .select('id')
    .where('province_id', '=', provinceId)
    .where('submission_key', '=', `press:${entryId}`)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return row?.id ?? null
}
