import type { Actor } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import { addDays, type Day, dayOf, showDay } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { conflict, invalid, notFound } from '../../../lib/errors.ts'
import { hide, reveal } from '../../../lib/http/seal.ts'
import { tellUnits } from '../../assignments/assignments.ts'
import { refuseUnless } from '../items/loading.ts'
import {
  type Collaborator,
  type CollaboratorFacts,
  collaboratorsAddress,
  type ForgettingWhy,
  type Person,
  warnedBefore,
} from './collaborator.ts'
import { canSetTerm, keepsList, listsOf } from './collaborators.policy.ts'
import {
  countCollaborators,
  forgetRow,
  insertCollaborator,
  noteWarned,
  type SealedRow,
  selectCollaborators,
  selectEnded,
  selectEnding,
  selectTerm,
  updateCollaborator,
  writeTerm,
} from './collaborators.sql.ts'

const workers = ['agency_officer', 'agency_head', 'editor'] as const

export type Written = CollaboratorFacts & { person: Person }

/** Numbers by unit: of the actor's reach; names of nobody. */
export function countsSeenBy(db: DbOrTx, actor: Actor, today: Day) {
  const unitIds = actor.reach === 'province' ? undefined : [...actor.reach]
  return countCollaborators(db, actor.provinceId, unitIds, Number(today.slice(0, 4)))
}

/** The lists of the units at which the actor works, in the order of their names. */
export async function ownCollaborators(db: DbOrTx, secret: string, actor: Actor): Promise<Collaborator[]> {
  const rows = await selectCollaborators(db, actor.provinceId, { unitIds: listsOf(actor) })
  return rows
    .map((row) => opened(secret, actor.provinceId, row))
    .sort((a, b) => (a.person?.name ?? '').localeCompare(b.person?.name ?? '', 'vi'))
}

/** Not found for everybody else, so that nothing is given away. */
export async function collaboratorOf(
  db: DbOrTx,
  secret: string,
  actor: Actor,
  id: number,
): Promise<Collaborator> {
  const [row] = await selectCollaborators(db, actor.provinceId, { id })
  if (!row || !keepsList(actor, row.unitId)) throw notFound()
  return opened(secret, actor.provinceId, row)
}

function hiddenOf(provinceId: number, unitId: number) {
  return { purpose: 'collaborator', of: `${provinceId}.${unitId}` }
}

function opened(secret: string, provinceId: number, { sealed, ...row }: SealedRow): Collaborator {
  const text = reveal(secret, hiddenOf(provinceId, row.unitId), sealed)
  return { ...row, person: text === null ? null : (JSON.parse(text) as Person) }
}

/** Adds somebody who agreed. The log hears that it was done, and not of whom. */
export async function addCollaborator(
  tx: Tx,
  secret: string,
  actor: Actor,
  input: Written,
  now: Date,
): Promise<number> {
  refuseUnless(keepsList(actor, input.unitId))
  const row = await toKeep(tx, secret, actor, input, now)
  const id = await insertCollaborator(tx, actor.provinceId, row, { name: actor.name, at: now })
  await record(tx, actor, now, 'collaborator.add', id, { unitId: input.unitId, until: row.untilDay })
  return id
}

/** Other words, or a consent given anew. */
export async function changeCollaborator(
  tx: Tx,
  secret: string,
  actor: Actor,
  id: number,
  input: Omit<Written, 'unitId'>,
  now: Date,
): Promise<void> {
  const { unitId } = await collaboratorOf(tx, secret, actor, id)
  const row = await toKeep(tx, secret, actor, { ...input, unitId }, now)
  if (!(await updateCollaborator(tx, actor.provinceId, id, row))) throw gone()
  await record(tx, actor, now, 'collaborator.change', id, { unitId, until: row.untilDay })
}

function gone() {
  return conflict('Người này đã được xóa.', 'This person was forgotten.')
}

async function toKeep(tx: Tx, secret: string, { provinceId }: Actor, input: Written, now: Date) {
  const { person, ...facts } = input
  const untilDay = monthsAfter(facts.consentDay, await selectTerm(tx, provinceId))
  if (untilDay < dayOf(now))
    throw invalid([
      {
        field: 'consentDay',
        vi: `Đồng ý từ ngày ấy đã hết giá trị (${showDay(untilDay)}). Xin đồng ý lại.`,
        en: `A consent of that day has ended (${showDay(untilDay)}). Ask again.`,
      },
    ])
  const sealed = hide(secret, hiddenOf(provinceId, facts.unitId), JSON.stringify(person))
  return { ...facts, untilDay, sealed }
}

/** The same day so many months later; the last of the month where that has no such day. */
function monthsAfter(day: Day, months: number): Day {
  const [year = 0, month = 1, of = 1] = day.split('-').map(Number)
  const firstOf = (months: number) =>
    `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`
  const all = year * 12 + (month - 1) + months
  const last = addDays(firstOf(all + 1), -1)
  const same = addDays(firstOf(all), of - 1)
  return same < last ? same : last
}

/** Erases name, contact and place at once; the number stays. */
export async function forgetCollaborator(
  tx: Tx,
  secret: string,
  actor: Actor,
  id: number,
  why: ForgettingWhy,
  now: Date,
): Promise<void> {
  const { unitId } = await collaboratorOf(tx, secret, actor, id)
  await forgetRow(tx, actor.provinceId, id, { day: dayOf(now), why })
  await record(tx, actor, now, 'collaborator.forget', id, { unitId, why })
}

/** A list on paper leaves the program: the log says who printed how many, and when. */
export async function printList(
  tx: Tx,
  secret: string,
  actor: Actor,
  unitId: number,
  now: Date,
): Promise<Collaborator[]> {
  if (!keepsList(actor, unitId)) throw notFound()
  const own = (await ownCollaborators(tx, secret, actor)).filter((one) => one.unitId === unitId)
  const subject = { kind: 'unit', id: unitId }
  const after = { people: own.length }
  await recordChange(tx, actor, now, { verb: 'collaborator.print', subject, before: null, after })
  return own
}

export async function setTerm(tx: Tx, actor: Actor, months: number, now: Date): Promise<void> {
  refuseUnless(canSetTerm(actor))
  if (!Number.isInteger(months) || months < 1 || months > 36)
    throw invalid([{ field: 'months', vi: 'Nhập số tháng, từ 1 đến 36.', en: 'Enter 1 to 36 months.' }])
  const was = await selectTerm(tx, actor.provinceId)
  await writeTerm(tx, actor.provinceId, months)
  const subject = { kind: 'province', id: actor.provinceId }
  await recordChange(tx, actor, now, {
    verb: 'collaborator.term',
    subject,
    before: { was },
    after: { months },
  })
}

/**
 * At night: units hear two weeks before consents end, in one line; whoever has not agreed anew when that day is past,
 * and a week after the unit was told, is forgotten. Returns how many were forgotten.
 */
export async function forgetEnded(tx: Tx, provinceId: number, now: Date): Promise<number> {
  const today = dayOf(now)
  const ended = await selectEnded(tx, provinceId, today, addDays(today, -7))
  for (const one of ended) await forgetRow(tx, provinceId, one.id, { day: today, why: 'expired' })
  if (ended.length > 0) {
    const by = { provinceId, accountId: null, name: 'Chung Tay' } as const
    const subject = { kind: 'province', id: provinceId }
    const after = { people: ended.length }
    await recordChange(tx, by, now, { verb: 'collaborator.expire', subject, before: null, after })
  }
  const ending = await selectEnding(tx, provinceId, addDays(today, warnedBefore))
  for (const [unitId, list] of Map.groupBy(ending, (one) => one.unitId)) {
    const day = showDay(list[0]?.untilDay ?? today)
    const news = {
      kind: 'editorial.collaborators_ending',
      vi: `${list.length} cộng tác viên sắp hết hạn đồng ý (sớm nhất ${day}); xin đồng ý lại, nếu không tên sẽ tự xóa.`,
      en: `The consent of ${list.length} collaborators ends (first ${day}); ask again, or they are forgotten.`,
      href: collaboratorsAddress,
    }
    await tellUnits(tx, provinceId, [unitId], [...workers, 'province_lead'], news, now)
    await noteWarned(
      tx,
      provinceId,
      list.map((one) => one.id),
      today,
    )
  }
  return ended.length
}

async function record(
  tx: Tx,
  actor: Actor,
  now: Date,
  verb: string,
  id: number,
  after: unknown,
): Promise<void> {
  await recordChange(tx, actor, now, { verb, subject: { kind: 'collaborator', id }, before: null, after })
}
