import { sql } from 'kysely'
import type { Day } from '../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import type { GroupMember, Groups, GroupVersion, Holding } from './groups.ts'
import { type History, inTreeOrder, type UnitLife, type UnitVersion } from './history.ts'
import type { Level, Succession, SuccessionKind, UnitRow, UnitType } from './organisation.ts'

export interface Province {
  provinceId: number
  code: string
  name: string
  shortName: string
  isDemonstration: boolean
  /** A central body: it has people but no province, and sees what provinces share. */
  isCentral: boolean
}

/** Every province of this database. */
export async function provinceIds(db: DbOrTx): Promise<number[]> {
  const rows = await db.selectFrom('organisations.province').select('province_id').execute()
  return rows.map((r) => r.province_id)
}

export async function provinceById(db: DbOrTx, provinceId: number): Promise<Province | null> {
  const row = await db
    .selectFrom('organisations.province')
    .selectAll()
    .where('province_id', '=', provinceId)
    .executeTakeFirst()
  return row
    ? {
        provinceId: row.province_id,
        code: row.code,
        name: row.name,
        shortName: row.short_name,
        isDemonstration: row.is_demonstration,
        isCentral: row.is_central,
      }
    : null
}

/** One statement: the versions in force on a day. */
export async function unitRowsOn(db: DbOrTx, provinceId: number, day: Day): Promise<UnitRow[]> {
  const rows = await db
    .selectFrom('organisations.unit_version as v')
    .innerJoin('organisations.unit as u', (j) =>
      j.onRef('u.province_id', '=', 'v.province_id').onRef('u.id', '=', 'v.unit_id'),
    )
    .innerJoin('organisations.change as c', (j) =>
      j.onRef('c.province_id', '=', 'v.province_id').onRef('c.id', '=', 'v.change_id'),
    )
    .select(['u.code', 'u.valid_from as unit_from', 'c.unverified'])
    .selectAll('v')
    .where('v.province_id', '=', provinceId)
    .where('v.valid_from', '<=', day)
    .where((e) => e.or([e('v.valid_to', 'is', null), e('v.valid_to', '>', day)]))
    .execute()
  return inTreeOrder(
    rows.map((r) => ({
      ...factsOf(r),
      id: r.unit_id,
      code: r.code,
      from: r.unit_from,
      since: r.valid_from,
      unverified: r.unverified,
    })),
  )
}

/** Grows with every change of the province's tree; 0 for a province that is not there. */
export async function treeRevision(db: DbOrTx, provinceId: number): Promise<number> {
  const { rows } = await sql<{ revision: number }>`select tree_revision as revision
    from organisations.province where province_id = ${provinceId}`.execute(db)
  return rows[0]?.revision ?? 0
}

interface FactColumns {
  name: string
  short_name: string | null
  type: string
  level: string
  parent_id: number | null
  area_id: number | null
  position: number
  invited: boolean
  head_title: string | null
  head_name: string | null
  phone: string | null
  email: string | null
}

function factsOf(r: FactColumns) {
  return {
    name: r.name,
    shortName: r.short_name,
    type: r.type as UnitType,
    level: r.level as Level,
    parentId: r.parent_id,
    areaId: r.area_id,
    position: r.position,
    invited: r.invited,
    headTitle: r.head_title,
    headName: r.head_name,
    phone: r.phone,
    email: r.email,
  }
}

/** All units of a province through all their days. */
export async function historyOf(db: DbOrTx, provinceId: number): Promise<History> {
  const units = await db
    .selectFrom('organisations.unit')
    .select(['id', 'code', 'valid_from', 'valid_to'])
    .where('province_id', '=', provinceId)
    .orderBy('id')
    .execute()
  const versions = await db
    .selectFrom('organisations.unit_version as v')
    .innerJoin('organisations.change as c', (j) =>
      j.onRef('c.province_id', '=', 'v.province_id').onRef('c.id', '=', 'v.change_id'),
    )
    .selectAll('v')
    .select('c.unverified')
    .where('v.province_id', '=', provinceId)
    .orderBy('v.unit_id')
    .orderBy('v.valid_from')
    .execute()
  const byUnit = Map.groupBy(
    versions.map(
      (r): UnitVersion => ({
        ...factsOf(r),
        unitId: r.unit_id,
        from: r.valid_from,
        to: r.valid_to,
        changeId: r.change_id,
        unverified: r.unverified,
      }),
    ),
    (v) => v.unitId,
  )
  return {
    units: new Map(
      units.map((u): [number, UnitLife] => [
        u.id,
        { id: u.id, code: u.code, from: u.valid_from, to: u.valid_to },
      ]),
    ),
    versions: byUnit,
  }
}

export async function successionsIn(db: DbOrTx, provinceId: number): Promise<Succession[]> {
  const rows = await db
    .selectFrom('organisations.succession')
    .selectAll()
    .where('province_id', '=', provinceId)
    .orderBy('day')
    .orderBy('id')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    kind: r.kind as SuccessionKind,
    day: r.day,
    predecessorId: r.predecessor_id,
    successorId: r.successor_id,
    functionCode: r.function_code,
    share: r.share === null ? null : Number(r.share),
    changeId: r.change_id,
  }))
}

export async function groupsIn(db: DbOrTx, provinceId: number): Promise<Groups> {
  const groups = await db
    .selectFrom('organisations.unit_group')
    .select(['id', 'code'])
    .where('province_id', '=', provinceId)
    .orderBy('id')
    .execute()
  const versions = await db
    .selectFrom('organisations.group_version')
    .selectAll()
    .where('province_id', '=', provinceId)
    .orderBy('group_id')
    .orderBy('valid_from')
    .execute()
  const members = await db
    .selectFrom('organisations.group_member')
    .selectAll()
    .where('province_id', '=', provinceId)
    .orderBy('group_id')
    .orderBy('unit_id')
    .orderBy('valid_from')
    .execute()
  return {
    groups,
    versions: versions.map(
      (r): GroupVersion => ({
        groupId: r.group_id,
        name: r.name,
        from: r.valid_from,
        to: r.valid_to,
        types: r.types as UnitType[] | null,
        levels: r.levels as Level[] | null,
        underId: r.under_id,
        childrenOnly: r.children_only,
        functionCode: r.function_code,
        changeId: r.change_id,
      }),
    ),
    members: members.map(
      (r): GroupMember => ({
        groupId: r.group_id,
        unitId: r.unit_id,
        from: r.valid_from,
        to: r.valid_to,
        excluded: r.excluded,
      }),
    ),
    holdings: await holdingsIn(db, provinceId),
  }
}

export async function holdingsIn(db: DbOrTx, provinceId: number): Promise<Holding[]> {
  const rows = await db
    .selectFrom('organisations.function_holder')
    .selectAll()
    .where('province_id', '=', provinceId)
    .orderBy('function_code')
    .orderBy('valid_from')
    .orderBy('id')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    functionCode: r.function_code,
    programme: r.programme,
    unitId: r.unit_id,
    from: r.valid_from,
    to: r.valid_to,
    changeId: r.change_id,
  }))
}

export async function insertProvince(tx: Tx, province: Province): Promise<void> {
  await tx
    .insertInto('organisations.province')
    .values({
      province_id: province.provinceId,
      code: province.code,
      name: province.name,
      short_name: province.shortName,
      is_demonstration: province.isDemonstration,
      is_central: province.isCentral,
    })
    .execute()
}

export async function insertFunctions(
  tx: Tx,
  provinceId: number,
  functions: readonly { code: string; name: string; sole: boolean }[],
): Promise<void> {
  await tx
    .insertInto('organisations.unit_function')
    .values(functions.map(({ code, name, sole }) => ({ province_id: provinceId, code, name, sole })))
    .execute()
}

export interface UnitFunction {
  code: string
  name: string
  sole: boolean
}

export async function functionsIn(db: DbOrTx, provinceId: number): Promise<UnitFunction[]> {
  return db
    .selectFrom('organisations.unit_function')
    .select(['code', 'name', 'sole'])
    .where('province_id', '=', provinceId)
    .orderBy('sole', 'desc')
    .orderBy('name')
    .execute()
}
