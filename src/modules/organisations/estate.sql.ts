import { sql } from 'kysely'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import type { Change, Estate } from './estate.ts'
import { type Kept, keepGroupVersions, keepHoldings, keepMembers, parts } from './estate-groups.sql.ts'
import type { UnitLife, UnitVersion } from './history.ts'
import type { Succession } from './organisation.ts'
import { groupsIn, historyOf, successionsIn } from './organisations.sql.ts'

export async function estateOf(db: DbOrTx, provinceId: number): Promise<Estate> {
  return {
    history: await historyOf(db, provinceId),
    successions: await successionsIn(db, provinceId),
    groups: await groupsIn(db, provinceId),
    changes: [],
  }
}

/** One change of a province's organisation at a time: two plans made side by side could meet in a loop. */
export async function lockProvince(tx: Tx, provinceId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('organisations'), ${provinceId})`.execute(tx)
}

/** Writes what differs between two estates. Earlier days are never touched: rows end, they do not vanish. */
export async function keepEstate(tx: Tx, provinceId: number, before: Estate, after: Estate): Promise<Kept> {
  const change = await keepChanges(tx, provinceId, after.changes)
  const unit = await keepUnits(tx, provinceId, before, after, change)
  const group = await keepGroups(tx, provinceId, after)
  const kept = { unit, change, group }
  await keepVersions(tx, provinceId, before, after, kept)
  await keepSuccessions(tx, provinceId, after.successions, kept)
  await keepHoldings(tx, provinceId, before.groups.holdings, after.groups.holdings, kept)
  await keepGroupVersions(tx, provinceId, before.groups.versions, after.groups.versions, kept)
  await keepMembers(tx, provinceId, before.groups.members, after.groups.members, kept)
  return kept
}

type Real = (id: number) => number

function realIds(ids: ReadonlyMap<number, number>): Real {
  return (id) => ids.get(id) ?? id
}

async function keepChanges(tx: Tx, provinceId: number, changes: readonly Change[]): Promise<Real> {
  const ids = new Map<number, number>()
  for (const { id, kind, day, basis } of changes.filter((c) => c.id < 0)) {
    const row = await tx
      .insertInto('organisations.change')
      .values({
        province_id: provinceId,
        kind,
        day,
        document_symbol: basis.symbol,
        document_day: basis.day,
        document_issuer: basis.issuer,
        note: basis.note,
        unverified: basis.unverified,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    ids.set(id, row.id)
  }
  return realIds(ids)
}

async function keepUnits(
  tx: Tx,
  provinceId: number,
  before: Estate,
  after: Estate,
  change: Real,
): Promise<Real> {
  const fresh: UnitLife[] = []
  for (const life of after.history.units.values()) {
    if (life.id < 0) fresh.push(life)
    else if (before.history.units.get(life.id)?.to !== life.to) {
      await tx
        .updateTable('organisations.unit')
        .set({ valid_to: life.to, closing_change_id: closedBy(after, life, change) })
        .where('province_id', '=', provinceId)
        .where('id', '=', life.id)
        .execute()
    }
  }
  const ids = new Map<number, number>()
  for (const part of parts(fresh)) {
    const rows = await tx
      .insertInto('organisations.unit')
      .values(
        part.map((u) => ({
          province_id: provinceId,
          code: u.code,
          valid_from: u.from,
          valid_to: u.to,
          closing_change_id: closedBy(after, u, change),
        })),
      )
      .returning(['id', 'code'])
      .execute()
    const byCode = new Map(rows.map((r) => [r.code, r.id]))
    for (const u of part) ids.set(u.id, byCode.get(u.code) ?? u.id)
  }
  return realIds(ids)
}

function closedBy(after: Estate, life: UnitLife, change: Real): number | null {
  const last = after.changes.findLast((c) => c.day === life.to)
  return life.to !== null && last ? change(last.id) : null
}

async function keepGroups(tx: Tx, provinceId: number, after: Estate): Promise<Real> {
  const ids = new Map<number, number>()
  for (const { id, code } of after.groups.groups.filter((g) => g.id < 0)) {
    const row = await tx
      .insertInto('organisations.unit_group')
      .values({ province_id: provinceId, code })
      .returning('id')
      .executeTakeFirstOrThrow()
    ids.set(id, row.id)
  }
  return realIds(ids)
}

async function keepVersions(
  tx: Tx,
  provinceId: number,
  before: Estate,
  after: Estate,
  kept: Kept,
): Promise<void> {
  const gone: UnitVersion[] = []
  const fresh: UnitVersion[] = []
  for (const [unitId, versions] of after.history.versions) {
    const old = before.history.versions.get(unitId) ?? []
    if (old === versions) continue
    gone.push(...old.filter((v) => !versions.includes(v)))
    fresh.push(...versions.filter((v) => !old.includes(v)))
  }
  for (const v of gone) {
    await tx
      .deleteFrom('organisations.unit_version')
      .where('province_id', '=', provinceId)
      .where('unit_id', '=', v.unitId)
      .where('valid_from', '=', v.from)
      .execute()
  }
  for (const part of parts(fresh)) {
    await tx
      .insertInto('organisations.unit_version')
      .values(part.map((v) => versionColumns(provinceId, v, kept)))
      .execute()
  }
}

function versionColumns(provinceId: number, v: UnitVersion, kept: Kept) {
  return {
    province_id: provinceId,
    unit_id: kept.unit(v.unitId),
    valid_from: v.from,
    valid_to: v.to,
    name: v.name,
    short_name: v.shortName,
    type: v.type,
    level: v.level,
    parent_id: v.parentId === null ? null : kept.unit(v.parentId),
    area_id: v.areaId,
    position: v.position,
    invited: v.invited,
    head_title: v.headTitle,
    head_name: v.headName,
    phone: v.phone,
    email: v.email,
    change_id: kept.change(v.changeId),
  }
}

async function keepSuccessions(
  tx: Tx,
  provinceId: number,
  all: readonly Succession[],
  kept: Kept,
): Promise<void> {
  for (const part of parts(all.filter((s) => s.id < 0))) {
    await tx
      .insertInto('organisations.succession')
      .values(
        part.map((s) => ({
          province_id: provinceId,
          kind: s.kind,
          day: s.day,
          predecessor_id: kept.unit(s.predecessorId),
          successor_id: kept.unit(s.successorId),
          function_code: s.functionCode,
          share: s.share === null ? null : String(s.share),
          change_id: kept.change(s.changeId),
        })),
      )
      .execute()
  }
}
