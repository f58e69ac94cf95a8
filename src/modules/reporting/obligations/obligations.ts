import type { Actor } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import { type Day, dayOf, showDay } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { conflict, forbidden, invalid, notFound } from '../../../lib/errors.ts'
import { holders, tellPeople } from '../../assignments/assignments.ts'
import { holderOf } from '../../organisations/organisations.ts'
import { programmesOf } from '../../plans/plans.ts'
import { obligationAddress } from '../obligation.ts'
import {
  decideExtension,
  insertExtension,
  lockObligations,
  moveDueDay,
  selectExtensions,
  setWaived,
} from './extensions.sql.ts'
import { type ObligationRow, selectObligations } from './lists.sql.ts'
import { canAsk, canDecide, canSee, canWaive, isOutstanding, whyNotAsk } from './obligations.policy.ts'

export interface Seen {
  obligation: ObligationRow
  /** The unit that leads the programme today. */
  leadUnitId: number | null
}

/** What is owed, where the actor may see it. Refuses with not_found otherwise, so that nothing is given away. */
export async function obligationSeenBy(db: DbOrTx, actor: Actor, id: number, today: Day): Promise<Seen> {
  const states = ['owed', 'ended', 'waived'] as const
  const { rows } = await selectObligations(db, actor.provinceId, { ids: [id], states })
  const obligation = rows[0]
  if (!obligation) throw notFound()
  const leadUnitId = await leadOf(db, actor.provinceId, obligation.programmeCode, today)
  if (!canSee(actor, obligation, leadUnitId)) throw notFound()
  return { obligation, leadUnitId }
}

/** The unit that leads a programme on a day. */
export async function leadOf(
  db: DbOrTx,
  provinceId: number,
  code: string,
  today: Day,
): Promise<number | null> {
  const programme = (await programmesOf(db, provinceId)).find((p) => p.code === code)
  if (!programme) return null
  return (await holderOf(db, provinceId, programme.leadFunction, today, code))?.id ?? null
}

/** The unit asks for more time, with a reason; whoever receives the report is told. */
export async function askMoreTime(
  tx: Tx,
  actor: Actor,
  id: number,
  input: { wantedDay: Day; reason: string },
  now: Date,
): Promise<void> {
  const { obligation: o, leadUnitId } = await held(tx, actor, id, now)
  if (!canAsk(actor, o))
    throw forbidden(
      'Chỉ cán bộ hoặc thủ trưởng của đơn vị phải nộp báo cáo mới đề nghị gia hạn được.',
      'Only an officer or the head of the unit that owes the report can ask for more time.',
    )
  const earlier = await selectExtensions(tx, actor.provinceId, id)
  const why = whyNotAsk(
    o,
    input.wantedDay,
    earlier.some((e) => e.decision === null),
  )
  if (why) throw invalid([{ field: 'wantedDay', ...why }])
  await insertExtension(tx, actor.provinceId, id, {
    askedAt: now,
    askedByName: actor.name,
    reason: input.reason,
    fromDay: o.dueDay,
    wantedDay: input.wantedDay,
  })
  await record(tx, actor, now, 'obligation.ask_extension', id, { dueDay: o.dueDay }, input)
  const receiver = o.viaUnitId ?? o.toUnitId ?? leadUnitId
  await tell(tx, actor.provinceId, receiver === null ? [] : [receiver], now, {
    vi: `${o.unitName} đề nghị gia hạn đến ${showDay(input.wantedDay)}: ${o.dutyName}`,
    en: `${o.unitName} asks for more time until ${showDay(input.wantedDay)}: ${o.dutyName}`,
    href: obligationAddress(id),
  })
}

/** Whoever receives the report grants or refuses more time; the day by the rule is kept beside the new one. */
export async function decideMoreTime(
  tx: Tx,
  actor: Actor,
  id: number,
  input: { decision: 'granted' | 'refused'; note: string | null },
  now: Date,
): Promise<void> {
  const { obligation: o, leadUnitId } = await held(tx, actor, id, now)
  if (!canDecide(actor, o, leadUnitId))
    throw forbidden(
      'Chỉ cơ quan nhận báo cáo mới quyết định gia hạn.',
      'Only whoever receives the report decides about more time.',
    )
  const asked = (await selectExtensions(tx, actor.provinceId, id)).find((e) => e.decision === null)
  if (!asked)
    throw conflict('Không còn đề nghị gia hạn nào chờ quyết định.', 'No request for more time is waiting.')
  if (input.decision === 'refused' && (input.note ?? '').length < 10)
    throw invalid([
      {
        field: 'note',
        vi: 'Ghi rõ lý do không gia hạn (từ 10 ký tự).',
        en: 'Say why (10 characters or more).',
      },
    ])
  await decideExtension(tx, actor.provinceId, asked.id, { ...input, at: now, byName: actor.name })
  const granted = input.decision === 'granted' && asked.wantedDay > o.dueDay
  if (granted) {
    const reason = `Gia hạn theo đề nghị: ${asked.reason}`
    const change = { at: now, byName: actor.name, fromDay: o.dueDay, toDay: asked.wantedDay, reason }
    await moveDueDay(tx, actor.provinceId, id, change)
  }
  const after = { ...input, dueDay: granted ? asked.wantedDay : o.dueDay }
  await record(tx, actor, now, 'obligation.decide_extension', id, { dueDay: o.dueDay }, after)
  await tell(tx, actor.provinceId, [o.unitId], now, {
    vi: granted
      ? `Đã được gia hạn đến ${showDay(asked.wantedDay)}: ${o.dutyName}`
      : `Không được gia hạn: ${o.dutyName}`,
    en: granted
      ? `More time until ${showDay(asked.wantedDay)} is granted: ${o.dutyName}`
      : `More time is refused: ${o.dutyName}`,
    href: obligationAddress(id),
  })
}

/** Lets a unit off one report, with a reason that stays with it. */
export async function waive(
  tx: Tx,
  actor: Actor,
  id: number,
  input: { reason: string },
  now: Date,
): Promise<void> {
  const { obligation: o, leadUnitId } = await held(tx, actor, id, now)
  refuseUnlessMayWaive(actor, o, leadUnitId)
  if (!isOutstanding(o))
    throw conflict(
      'Báo cáo đã gửi hoặc không còn phải nộp, không cần miễn.',
      'The report is handed in or not owed any more; there is nothing to waive.',
    )
  await setWaived(tx, actor.provinceId, id, input.reason, now)
  await record(tx, actor, now, 'obligation.waive', id, { state: 'owed' }, { state: 'waived', ...input })
}

/** Takes a waiver back: the report is owed again, on the same day. */
export async function reinstate(tx: Tx, actor: Actor, id: number, now: Date): Promise<void> {
  const { obligation: o, leadUnitId } = await held(tx, actor, id, now)
  refuseUnlessMayWaive(actor, o, leadUnitId)
  if (o.state !== 'waived') throw conflict('Báo cáo này không được miễn.', 'This report is not waived.')
  await setWaived(tx, actor.provinceId, id, null, now)
  await record(tx, actor, now, 'obligation.reinstate', id, { state: 'waived' }, { state: 'owed' })
}

function refuseUnlessMayWaive(actor: Actor, o: ObligationRow, leadUnitId: number | null): void {
  if (canWaive(actor, o, leadUnitId)) return
  throw forbidden(
    'Chỉ cơ quan phụ trách chương trình mới miễn nộp báo cáo được, và không miễn cho chính mình.',
    'Only the lead of the programme can let a unit off, and never its own office.',
  )
}

async function held(tx: Tx, actor: Actor, id: number, now: Date): Promise<Seen> {
  await lockObligations(tx, actor.provinceId, [id])
  return obligationSeenBy(tx, actor, id, dayOf(now))
}

async function tell(
  tx: Tx,
  provinceId: number,
  unitIds: readonly number[],
  now: Date,
  words: { vi: string; en: string; href: string },
): Promise<void> {
  const roles = ['agency_officer', 'agency_head', 'province_lead'] as const
  const people = await holders(tx, provinceId, unitIds, roles, dayOf(now))
  const ids = people.map((p) => p.accountId)
  await tellPeople(tx, provinceId, ids, { kind: 'extension', ...words }, now)
}

function record(tx: Tx, actor: Actor, now: Date, verb: string, id: number, before: unknown, after: unknown) {
  return recordChange(tx, actor, now, { verb, subject: { kind: 'obligation', id }, before, after })
}
