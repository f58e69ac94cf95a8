import { dayOf } from '../../lib/calendar/day.ts'
import type { Tx } from '../../lib/db/db.ts'
import { postingsAddress } from '../procedures/procedure.ts'
import { postingsToRemind, postingToCount } from '../procedures/procedures.ts'
import { countActivity, uncountActivity } from './assignments.counted.ts'
import { holders, tellPeople, wasTold } from './notices.sql.ts'
import { selectTasksAfterAnnouncement } from './postings.sql.ts'

const program = (provinceId: number) => ({ provinceId, accountId: null, name: 'Chung Tay' }) as const

/**
 * A finished posting is an activity of its unit, with photo and address as evidence, and serves the unit's open tasks
 * whose time is "after announcement" (QNG-19): nobody reports it twice. One that was returned counts no longer.
 */
export async function countPosting(tx: Tx, provinceId: number, postingId: number, now: Date): Promise<void> {
  const found = await postingToCount(tx, provinceId, postingId)
  if (!found) return
  const { posting: p, announcement: a } = found
  const source = `posting:${p.id}`
  if (p.state !== 'posted' || p.postedDay === null) {
    await uncountActivity(tx, program(provinceId), source, `${p.returnedReason ?? p.state}`, now)
    return
  }
  const deed = {
    ...{ source, unitId: p.unitId, fromDay: p.postedDay, toDay: p.postedDay },
    what: `Niêm yết ${a.procedures} thủ tục hành chính lĩnh vực ${a.field} theo Quyết định số ${a.number} tại trụ sở và trên trang thông tin`,
    ...{ formCode: 'posting', themeCodes: ['posting'], audienceCodes: ['citizens'] },
    figures: { quantity: a.procedures },
    taskIds: await selectTasksAfterAnnouncement(tx, provinceId, p.unitId),
    link: p.webLink,
    fileIds: p.photoFileId === null ? [] : [p.photoFileId],
  }
  await countActivity(tx, program(provinceId), deed, now)
}

/** Everybody who posts for a unit hears once a day, in one line, of all that is due or late there. Again: nothing. */
export async function remindPosters(tx: Tx, provinceId: number, now: Date): Promise<number> {
  const today = dayOf(now)
  const units = await postingsToRemind(tx, provinceId, today)
  const mark = { kind: 'posting.due', href: `${postingsAddress}?on=${today}` }
  if (units.size === 0 || (await wasTold(tx, provinceId, mark))) return 0
  const roles = ['agency_officer', 'agency_head'] as const
  const people = new Map<number, { late: number; due: number; units: Set<number> }>()
  for (const h of await holders(tx, provinceId, [...units.keys()], roles, today)) {
    const of = units.get(h.unitId)
    const sum = people.get(h.accountId) ?? { late: 0, due: 0, units: new Set<number>() }
    people.set(h.accountId, sum)
    if (!of || sum.units.has(h.unitId)) continue
    sum.units.add(h.unitId)
    sum.late += of.late
    sum.due += of.due
  }
  const said = new Map<string, { late: number; due: number; ids: number[] }>()
  for (const [id, { late, due }] of people) {
    const same = said.get(`${late} ${due}`) ?? { late, due, ids: [] }
    said.set(`${late} ${due}`, same)
    same.ids.push(id)
  }
  for (const { late, due, ids } of said.values()) {
    const [vi, en] = [[], []] as [string[], string[]]
    if (late > 0) vi.push(`${late} quyết định quá hạn niêm yết`)
    if (late > 0) en.push(`${late} decisions late`)
    if (due > 0) vi.push(`${due} quyết định sắp đến hạn niêm yết`)
    if (due > 0) en.push(`${due} decisions due soon`)
    await tellPeople(tx, provinceId, ids, { ...mark, vi: `${vi.join(', ')}.`, en: `${en.join(', ')}.` }, now)
  }
  return people.size
}
