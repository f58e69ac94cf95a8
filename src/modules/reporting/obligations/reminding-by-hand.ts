import type { Actor } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import { addDays, type Day, dayOf, daysBetween, showDay } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { conflict, forbidden, notFound, tooMany } from '../../../lib/errors.ts'
import { sendMail } from '../../../lib/mail/mail.ts'
import { type Holder, holders, tellPeople } from '../../assignments/assignments.ts'
import { type Duty, obligationAddress } from '../obligation.ts'
import { selectDuties } from './duties.sql.ts'
import { lockObligations } from './extensions.sql.ts'
import { type ObligationRow, selectObligations } from './lists.sql.ts'
import { canDecide, isOutstanding } from './obligations.policy.ts'
import { leadOf, obligationSeenBy } from './obligations.ts'
import { nameOf } from './period-name.ts'
import {
  insertReminders,
  type LastReminders,
  type NewReminder,
  selectLastReminders,
} from './reminders.sql.ts'

/** What a reminder by hand did; `skipped`: reminded by hand earlier the same day. */
export interface Reminded {
  reports: number
  people: number
  skipped: number
}

const most = 10_000

/** Whoever receives a report urges its unit, with a word of their own; each report once a day. */
export async function remindByHand(
  tx: Tx,
  actor: Actor,
  id: number,
  input: { note: string | null },
  baseUrl: string,
  now: Date,
): Promise<Reminded> {
  await lockObligations(tx, actor.provinceId, [id])
  const { obligation, leadUnitId } = await obligationSeenBy(tx, actor, id, dayOf(now))
  if (!canDecide(actor, obligation, leadUnitId)) throw notReceiving()
  if (!isOutstanding(obligation))
    throw conflict('Báo cáo đã gửi hoặc không còn phải nộp.', 'It is handed in, or not owed any more.')
  const done = await remind(tx, actor, [obligation], input.note, baseUrl, now)
  if (done.reports === 0) throw onceADay()
  await recordChange(tx, actor, now, {
    verb: 'obligation.remind',
    subject: { kind: 'obligation', id },
    before: null,
    after: { ...input, people: done.people },
  })
  return done
}

export interface LateReports {
  duty: Duty
  /** Periods with something late, latest first. */
  periods: string[]
  period: string | null
  /** Late reports of the period that the actor receives. */
  rows: readonly ObligationRow[]
  last: LastReminders
}

/** The reports of a duty that are late, of one period (the latest unless one is named). Refuses with not_found. */
export async function lateReports(
  db: DbOrTx,
  actor: Actor,
  dutyId: number,
  asked: string | null,
  today: Day,
): Promise<LateReports> {
  const { provinceId } = actor
  const duty = (await selectDuties(db, provinceId, { ids: [dutyId] }))[0]
  if (!duty) throw notFound()
  const filter = { dutyIds: [dutyId], open: true, dueTo: addDays(today, -1) }
  const all = (await selectObligations(db, provinceId, filter, most)).rows
  const leadUnitId = await leadOf(db, provinceId, duty.programmeCode, today)
  const mine = all.filter((o) => !o.invited && canDecide(actor, o, leadUnitId))
  const periods = [...new Set(mine.toReversed().map((o) => o.period))]
  const period = periods.find((p) => p === asked) ?? periods[0] ?? null
  const rows = mine.filter((o) => o.period === period)
  const ids = rows.map((o) => o.id)
  return { duty, periods, period, rows, last: await selectLastReminders(db, provinceId, ids) }
}

/** Urges every unit that is late with a report and period; those reminded by hand the same day are left in peace. */
export async function remindAllLate(
  tx: Tx,
  actor: Actor,
  dutyId: number,
  input: { period: string; note: string | null },
  baseUrl: string,
  now: Date,
): Promise<Reminded> {
  const { rows, period } = await lateReports(tx, actor, dutyId, input.period, dayOf(now))
  if (period !== input.period)
    throw conflict('Kỳ này không còn đơn vị nào chậm.', 'Nobody is late with this period any more.')
  await lockObligations(
    tx,
    actor.provinceId,
    rows.map((o) => o.id),
  )
  const done = await remind(tx, actor, rows, input.note, baseUrl, now)
  if (done.reports === 0) throw onceADay()
  await recordChange(tx, actor, now, {
    verb: 'duty.remind',
    subject: { kind: 'duty', id: dutyId },
    before: null,
    after: { ...input, ...done },
  })
  return done
}

function notReceiving() {
  return forbidden(
    'Chỉ cơ quan nhận báo cáo hoặc cơ quan phụ trách chương trình mới đôn đốc được.',
    'Only whoever receives the report, or the lead of the programme, can remind of it.',
  )
}

function onceADay() {
  return tooMany(
    'Đã đôn đốc trực tiếp trong hôm nay; mỗi báo cáo chỉ đôn đốc trực tiếp một lần mỗi ngày.',
    'They were reminded by hand today; each report only once a day.',
  )
}

/** One notice and one mail a person, whatever the number of reports. */
async function remind(
  tx: Tx,
  actor: Actor,
  rows: readonly ObligationRow[],
  note: string | null,
  baseUrl: string,
  now: Date,
): Promise<Reminded> {
  const { provinceId } = actor
  const today = dayOf(now)
  const last = await selectLastReminders(
    tx,
    provinceId,
    rows.map((o) => o.id),
  )
  const open = rows.filter((o) => {
    const byHand = last.get(o.id)?.byHand
    return !byHand || dayOf(byHand) < today
  })
  const units = [...new Set(open.map((o) => o.unitId))]
  const roles = ['agency_officer', 'agency_head'] as const
  const people = units.length === 0 ? [] : await holders(tx, provinceId, units, roles, today)
  const byPerson = Map.groupBy(people, (p) => p.accountId)
  for (const [accountId, same] of byPerson) {
    const of = new Set(same.map((p) => p.unitId))
    const own = open.filter((o) => of.has(o.unitId))
    const href = own.length === 1 && own[0] ? obligationAddress(own[0].id) : '/my-reports'
    await tellPeople(
      tx,
      provinceId,
      [accountId],
      { kind: 'by_hand', ...wordsOf(actor, own, note), href },
      now,
    )
    const [person] = same
    if (person) await sendMail(tx, provinceId, now, mailTo(person, actor, own, note, baseUrl))
  }
  await insertReminders(
    tx,
    provinceId,
    actor.name,
    open.flatMap((o) => logged(o, people, note)),
    now,
  )
  return { reports: open.length, people: byPerson.size, skipped: rows.length - open.length }
}

function logged(o: ObligationRow, people: readonly Holder[], note: string | null): NewReminder[] {
  const base = { obligationId: o.id, rung: 'by_hand', forDueDay: o.dueDay, channel: 'email' } as const
  const told = people.filter((p) => p.unitId === o.unitId)
  const nobody = 'Đơn vị chưa có tài khoản / no account'
  if (told.length === 0) return [{ ...base, toAccountId: null, toAddress: null, note: nobody }]
  return told.map((p) => ({ ...base, toAccountId: p.accountId, toAddress: p.email, note }))
}

function wordsOf({ name }: Actor, own: readonly ObligationRow[], note: string | null) {
  const [first] = own
  const what =
    own.length === 1 && first ? `${first.dutyName}, ${nameOf(first.period).vi}` : `${own.length} báo cáo`
  return {
    vi: `${name} đôn đốc: ${note ?? 'đề nghị đơn vị khẩn trương gửi báo cáo.'} (${what})`,
    en: `${name} reminds you: ${note ?? 'please hand in the report.'} (${what})`,
  }
}

function mailTo(
  person: Holder,
  actor: Actor,
  own: readonly ObligationRow[],
  note: string | null,
  baseUrl: string,
) {
  const lines = own.map(
    (o) =>
      `- ${o.dutyName}, ${nameOf(o.period).vi}, hạn ${showDay(o.dueDay)} (${o.unitName})\n  ${baseUrl}${obligationAddress(o.id)}`,
  )
  return {
    to: person.email,
    subject: 'Đôn đốc gửi báo cáo',
    body: `Kính gửi ${person.name},\n\n${wordsOf(actor, own, note).vi}\n\n${lines.join('\n')}\n\nThư này được gửi từ hệ thống Chung Tay theo đề nghị của ${actor.name}.\n(Sent from Chung Tay on behalf of ${actor.name}.)\n`,
  }
}

/** 'quá hạn 3 ngày' as a number for lists. */
export function daysLate(o: Pick<ObligationRow, 'dueDay'>, today: Day): number {
  return daysBetween(o.dueDay, today)
}
