import type { Tx } from '../../lib/db/db.ts'
import type { GroupMember, GroupVersion, Holding } from './groups.ts'

/** Real ids of what was only planned. */
export interface Kept {
  unit: (id: number) => number
  change: (id: number) => number
  group: (id: number) => number
}

export async function keepHoldings(
  tx: Tx,
  provinceId: number,
  before: readonly Holding[],
  after: readonly Holding[],
  kept: Kept,
): Promise<void> {
  const left = new Map(after.map((h) => [h.id, h]))
  for (const old of before) {
    if (left.get(old.id) === old) continue
    await tx
      .deleteFrom('organisations.function_holder')
      .where('province_id', '=', provinceId)
      .where('id', '=', old.id)
      .execute()
  }
  const fresh = after.filter((h) => !before.includes(h))
  const sole = new Map(
    (
      await tx
        .selectFrom('organisations.unit_function')
        .select(['code', 'sole'])
        .where('province_id', '=', provinceId)
        .execute()
    ).map((f) => [f.code, f.sole]),
  )
  for (const part of parts(fresh)) {
    await tx
      .insertInto('organisations.function_holder')
      .values(
        part.map((h) => ({
          ...(h.id > 0 ? { id: h.id } : {}),
          province_id: provinceId,
          function_code: h.functionCode,
          sole: sole.get(h.functionCode) ?? true,
          programme: h.programme,
          unit_id: kept.unit(h.unitId),
          valid_from: h.from,
          valid_to: h.to,
          change_id: kept.change(h.changeId),
        })),
      )
      .execute()
  }
}

export async function keepGroupVersions(
  tx: Tx,
  provinceId: number,
  before: readonly GroupVersion[],
  after: readonly GroupVersion[],
  kept: Kept,
): Promise<void> {
  for (const old of before.filter((v) => !after.includes(v))) {
    await tx
      .deleteFrom('organisations.group_version')
      .where('province_id', '=', provinceId)
      .where('group_id', '=', old.groupId)
      .where('valid_from', '=', old.from)
      .execute()
  }
  for (const part of parts(after.filter((v) => !before.includes(v)))) {
    await tx
      .insertInto('organisations.group_version')
      .values(
        part.map((v) => ({
          province_id: provinceId,
          group_id: kept.group(v.groupId),
          valid_from: v.from,
          valid_to: v.to,
          name: v.name,
          types: v.types === null ? null : [...v.types],
          levels: v.levels === null ? null : [...v.levels],
          under_id: v.underId === null ? null : kept.unit(v.underId),
          children_only: v.childrenOnly,
          function_code: v.functionCode,
          change_id: kept.change(v.changeId),
        })),
      )
      .execute()
  }
}

export async function keepMembers(
  tx: Tx,
  provinceId: number,
  before: readonly GroupMember[],
  after: readonly GroupMember[],
  kept: Kept,
): Promise<void> {
  for (const old of before.filter((m) => !after.includes(m))) {
    await tx
      .deleteFrom('organisations.group_member')
      .where('province_id', '=', provinceId)
      .where('group_id', '=', old.groupId)
      .where('unit_id', '=', old.unitId)
      .where('valid_from', '=', old.from)
      .execute()
  }
  for (const part of parts(after.filter((m) => !before.includes(m)))) {
    await tx
      .insertInto('organisations.group_member')
      .values(
        part.map((m) => ({
          province_id: provinceId,
          group_id: kept.group(m.groupId),
          unit_id: kept.unit(m.unitId),
          valid_from: m.from,
          valid_to: m.to,
          excluded: m.excluded,
        })),
      )
      .execute()
  }
}

/** A statement takes at most 65,535 parameters. */
export function* parts<T>(rows: readonly T[], size = 1000): Generator<readonly T[]> {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size)
}
