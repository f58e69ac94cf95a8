import { sql } from 'kysely'
import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import type { PackageItem } from './package.ts'

export interface Package {
  id: number
  title: string
  firstDay: Day
  lastDay: Day
  hours: string[]
  items: PackageItem[]
  unitId: number
  madeAt: Date
  madeByName: string
  /** Nothing of it changes any more. */
  closedAt: Date | null
  closedByName: string | null
}

const packageColumns = [
  'id',
  'title',
  'first_day as firstDay',
  'last_day as lastDay',
  'hours',
  sql<PackageItem[]>`items`.as('items'),
  'unit_id as unitId',
  'made_at as madeAt',
  'made_by_name as madeByName',
  'closed_at as closedAt',
  'closed_by_name as closedByName',
] as const

export function selectPackages(db: DbOrTx, provinceId: number): Promise<Package[]> {
  const packages = db.selectFrom('publishing.loudspeaker_package').select(packageColumns)
  return packages.where('province_id', '=', provinceId).orderBy('id', 'desc').limit(200).execute()
}

/** Those that hold one of the scripts. */
export function selectPackagesWith(
  db: DbOrTx,
  provinceId: number,
  scriptIds: readonly number[],
): Promise<Package[]> {
  if (scriptIds.length === 0) return Promise.resolve([])
  return db
    .selectFrom('publishing.loudspeaker_package')
    .select(packageColumns)
    .where('province_id', '=', provinceId)
    .where(
      sql<boolean>`exists (select 1 from jsonb_array_elements(items) i where (i->>'scriptId')::bigint = any(${[...scriptIds]}::bigint[]))`,
    )
    .orderBy('id', 'desc')
    .execute()
}

export function selectPackage(db: DbOrTx, provinceId: number, id: number): Promise<Package | undefined> {
  const packages = db.selectFrom('publishing.loudspeaker_package').select(packageColumns)
  return packages.where('province_id', '=', provinceId).where('id', '=', id).executeTakeFirst()
}

export async function insertPackage(
  tx: Tx,
  provinceId: number,
  p: Omit<Package, 'id' | 'closedAt' | 'closedByName'>,
): Promise<number> {
  const row = await tx
    .insertInto('publishing.loudspeaker_package')
    .values({
      province_id: provinceId,
      title: p.title,
      first_day: p.firstDay,
      last_day: p.lastDay,
      hours: p.hours,
      items: JSON.stringify(p.items),
      unit_id: p.unitId,
      made_at: p.madeAt,
      made_by_name: p.madeByName,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Whoever changes a package waits here for whoever does so beside. */
export async function lockPackage(tx: Tx, provinceId: number, id: number): Promise<void> {
  await tx
    .selectFrom('publishing.loudspeaker_package')
    .select('id')
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
}

export async function updateClosed(
  tx: Tx,
  provinceId: number,
  id: number,
  closed: { at: Date; byName: string },
): Promise<void> {
  await tx
    .updateTable('publishing.loudspeaker_package')
    .set({ closed_at: closed.at, closed_by_name: closed.byName })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

export interface HandOver {
  packageId: number
  unitId: number
  handedAt: Date
  takenAt: Date | null
  takenByName: string | null
  airedFrom: Day | null
  airedTo: Day | null
  times: number | null
  listeners: number | null
  proofId: number | null
  note: string
  provedAt: Date | null
  provedByName: string | null
}

export function selectHandOvers(db: DbOrTx, provinceId: number, packageId?: number): Promise<HandOver[]> {
  return db
    .selectFrom('publishing.hand_over')
    .where('province_id', '=', provinceId)
    .$if(packageId !== undefined, (q) => q.where('package_id', '=', packageId ?? 0))
    .select([
      'package_id as packageId',
      'unit_id as unitId',
      'handed_at as handedAt',
      'taken_at as takenAt',
      'taken_by_name as takenByName',
      'aired_from as airedFrom',
      'aired_to as airedTo',
      'times',
      'listeners',
      'proof_id as proofId',
      'note',
      'proved_at as provedAt',
      'proved_by_name as provedByName',
    ])
    .orderBy('unit_id')
    .execute()
}

export async function insertHandOvers(
  tx: Tx,
  provinceId: number,
  packageId: number,
  unitIds: readonly number[],
  by: { name: string; now: Date },
): Promise<number[]> {
  if (unitIds.length === 0) return []
  const made = await tx
    .insertInto('publishing.hand_over')
    .values(
      unitIds.map((unitId) => ({
        province_id: provinceId,
        package_id: packageId,
        unit_id: unitId,
        handed_at: by.now,
        handed_by_name: by.name,
      })),
    )
    .onConflict((c) => c.columns(['province_id', 'package_id', 'unit_id']).doNothing())
    .returning('unit_id')
    .execute()
  return made.map((m) => m.unit_id)
}

export async function updateHandOver(
  tx: Tx,
  provinceId: number,
  packageId: number,
  unitId: number,
  set: Partial<{
    taken_at: Date
    taken_by_name: string
    aired_from: Day
    aired_to: Day
    times: number
    listeners: number | null
    proof_id: number | null
    note: string
    proved_at: Date
    proved_by_name: string
  }>,
): Promise<void> {
  await tx
    .updateTable('publishing.hand_over')
    .set(set)
    .where('province_id', '=', provinceId)
    .where('package_id', '=', packageId)
    .where('unit_id', '=', unitId)
    .execute()
}

/** Marks and returns what waits: not fetched since `handedBefore`, or over and not proved; `why` says which. */
export async function claimToRemind(
  tx: Tx,
  provinceId: number,
  days: { today: Day; handedBefore: Day; remindedBefore: Day; endedAfter: Day },
): Promise<{ packageId: number; unitId: number; title: string; lastDay: Day; why: 'take' | 'prove' }[]> {
  return tx
    .updateTable('publishing.hand_over as h')
    .from('publishing.loudspeaker_package as p')
    .whereRef('p.province_id', '=', 'h.province_id')
    .whereRef('p.id', '=', 'h.package_id')
    .where('h.province_id', '=', provinceId)
    .where('h.proved_at', 'is', null)
    .where('p.closed_at', 'is', null)
    .where('p.last_day', '>=', days.endedAfter)
    .where((e) => e.or([e('h.reminded_on', 'is', null), e('h.reminded_on', '<=', days.remindedBefore)]))
    .where((e) =>
      e.or([
        e('p.last_day', '<', days.today),
        e.and([
          e('h.taken_at', 'is', null),
          e(sql<Day>`(h.handed_at at time zone 'Asia/Ho_Chi_Minh')::date`, '<=', days.handedBefore),
        ]),
      ]),
    )
    .set({ reminded_on: days.today })
    .returning(['h.package_id as packageId', 'h.unit_id as unitId', 'p.title', 'p.last_day as lastDay'])
    .returning(
      sql<'take' | 'prove'>`case when p.last_day < ${days.today} then 'prove' else 'take' end`.as('why'),
    )
    .execute()
}
