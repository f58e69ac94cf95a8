import type { Actor } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import type { Day } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { invalid, notFound } from '../../../lib/errors.ts'
import { mustOrganise } from '../organisations.policy.ts'
import { matchAgency } from './match-agency.ts'
import type { NameIndex } from './name-index.ts'
import { nameKey } from './name-key.ts'
import {
  aliasesIn,
  countUnknownName,
  deleteAlias,
  dismissUnknownNames,
  forgetUnknownName,
  insertAliases,
  isTarget,
} from './names.sql.ts'

export interface NewName {
  text: string
  unitId: number | null
  groupId: number | null
  from: Day | null
  to: Day | null
}

/** Gives a unit or group another name under which documents print it. Unknown names with this key are placed. */
export async function addAlias(tx: Tx, actor: Actor, name: NewName, now: Date): Promise<void> {
  mustOrganise(actor)
  const { provinceId } = actor
  const key = nameKey(name.text)
  if (key === '') throw invalid([{ field: 'text', vi: 'Ghi tên gọi.', en: 'Give the name.' }])
  if ((name.unitId === null) === (name.groupId === null)) {
    throw invalid([
      { field: 'target', vi: 'Chọn một cơ quan hoặc một nhóm.', en: 'Choose one unit or one group.' },
    ])
  }
  if (!(await isTarget(tx, provinceId, name))) {
    throw invalid([
      { field: 'target', vi: 'Không có cơ quan hoặc nhóm này.', en: 'There is no such unit or group.' },
    ])
  }
  const twin = (await aliasesIn(tx, provinceId)).find(
    (a) => nameKey(a.text) === key && a.unitId === name.unitId && a.groupId === name.groupId,
  )
  if (twin) {
    const vi = `Đã có tên gọi “${twin.text}” cho cơ quan này.`
    throw invalid([{ field: 'text', vi, en: `The name “${twin.text}” is there already.` }])
  }
  await insertAliases(tx, provinceId, [{ ...name, key }])
  await forgetUnknownName(tx, provinceId, key)
  await recordChange(tx, actor, now, {
    verb: 'organisation.add_name',
    subject:
      name.unitId === null ? { kind: 'group', id: name.groupId ?? 0 } : { kind: 'unit', id: name.unitId },
    before: null,
    after: name,
  })
}

export async function removeAlias(tx: Tx, actor: Actor, aliasId: number, now: Date): Promise<void> {
  mustOrganise(actor)
  const gone = await deleteAlias(tx, actor.provinceId, aliasId)
  if (!gone) throw notFound()
  const subject =
    gone.unitId === null ? { kind: 'group', id: gone.groupId ?? 0 } : { kind: 'unit', id: gone.unitId }
  await recordChange(tx, actor, now, { verb: 'organisation.remove_name', subject, before: gone, after: null })
}

/** This name leads nowhere and need not: "các cá nhân liên quan". */
export async function dismissUnknownName(tx: Tx, actor: Actor, key: string): Promise<void> {
  mustOrganise(actor)
  await dismissUnknownNames(tx, actor.provinceId, [key])
}

/**
 * Keeps the names of a reading that lead nowhere or to several bodies, for an administrator to place. `source`
 * tells where they were met, e.g. the plan's title.
 */
export async function noteUnknownNames(
  tx: Tx,
  provinceId: number,
  index: NameIndex,
  names: readonly string[],
  source: string,
  now: Date,
): Promise<void> {
  const lost = new Map<string, string>()
  for (const text of names) {
    const { kind } = matchAgency(index, text)
    const key = nameKey(text)
    if ((kind === 'unknown' || kind === 'ambiguous') && key !== '') lost.set(key, text)
  }
  for (const [key, text] of lost) await countUnknownName(tx, provinceId, { key, text, source }, now)
}
