import { addDays, type Day, dayOf, daysBetween, showDay } from '../../../lib/calendar/day.ts'
import { addWorkingDays, isWorkingDay } from '../../../lib/calendar/working-days.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { sendMail } from '../../../lib/mail/mail.ts'
import { type Holder, holders, tellPeople } from '../../assignments/assignments.ts'
import { holderOf } from '../../organisations/organisations.ts'
import { programmesOf } from '../../plans/plans.ts'
import { obligationAddress } from '../obligation.ts'
import { keepDraft } from './chasing.sql.ts'
import { type Rung, rungFor } from './ladder.ts'
import { nameOf } from './period-name.ts'
import { type DueReport, insertReminders, type NewReminder, selectDueReports } from './reminders.sql.ts'

/** What one run of the ladder did. */
export interface Climb {
  reminders: number
  /** One a person, whatever the number of reports. */
  mails: number
  letters: number
}

type Step = DueReport & { rung: Rung }

/** Working days that late units have to answer a letter. */
const answerDays = 3
/** What is older has had its letter; it stays on boards. */
const oldest = 120

/**
 * Climbs the ladder of a province on the day of `now`: officers before, on and after the due day, then the head, each
 * with one summary a day; at last one letter for each report and period, with all units that are late. Only on
 * working days. Run again on the same day it does nothing: the log of reminders is the memory.
 */
export async function remindOfReports(
  tx: Tx,
  provinceId: number,
  baseUrl: string,
  now: Date,
): Promise<Climb> {
  const today = dayOf(now)
  if (!isWorkingDay(today)) return { reminders: 0, mails: 0, letters: 0 }
  const due = await selectDueReports(tx, provinceId, addDays(today, -oldest), addDays(today, 5))
  const steps = due.flatMap((d): Step[] => {
    const rung = rungFor(d, today)
    return rung ? [{ ...d, rung }] : []
  })
  if (steps.length === 0) return { reminders: 0, mails: 0, letters: 0 }
  const units = [...new Set(steps.map((s) => s.unitId))]
  const people = await holders(
    tx,
    provinceId,
    units,
    ['agency_officer', 'agency_head', 'province_lead'],
    today,
  )
  const byUnit = Map.groupBy(people, (p) => p.unitId)
  const log: NewReminder[] = []
  const perPerson = new Map<number, { person: Holder; steps: Step[] }>()
  for (const step of steps) {
    const told = listenersOf(step, byUnit.get(step.unitId) ?? [])
    for (const person of told) {
      const entry = perPerson.get(person.accountId) ?? { person, steps: [] }
      entry.steps.push(step)
      perPerson.set(person.accountId, entry)
    }
    log.push(...told.map((p) => logged(step, p)))
    // Logged also when nobody of the unit has an account, so that the lead sees that nobody was reached.
    if (told.length === 0) log.push({ ...logged(step, null), note: 'Đơn vị chưa có tài khoản / no account' })
  }
  for (const { person, steps: own } of perPerson.values()) {
    const words = summaryOf(own, today)
    await tellPeople(
      tx,
      provinceId,
      [person.accountId],
      { ...words, kind: 'report_due', href: '/my-reports' },
      now,
    )
    await sendMail(tx, provinceId, now, { to: person.email, ...mailOf(person.name, own, today, baseUrl) })
  }
  const letters = await draftLetters(tx, provinceId, steps, due, today, now)
  await insertReminders(tx, provinceId, 'Chung Tay', [...log, ...letters.log], now)
  return { reminders: log.length, mails: perPerson.size, letters: letters.count }
}

/** Officers hear every rung; the head from 'head' on, or where the unit has no officer. */
function listenersOf(step: Step, own: readonly Holder[]): Holder[] {
  const officers = own.filter((p) => p.role !== 'agency_head')
  const toHead = step.rung === 'head' || step.rung === 'letter' || officers.length === 0
  const told = toHead ? own : officers
  return told.filter((p, i) => told.findIndex((q) => q.accountId === p.accountId) === i)
}

function logged(step: Step, person: Holder | null): NewReminder {
  return {
    obligationId: step.id,
    rung: step.rung,
    forDueDay: step.dueDay,
    channel: 'email',
    toAccountId: person?.accountId ?? null,
    toAddress: person?.email ?? null,
  }
}

function summaryOf(steps: readonly Step[], today: Day): { vi: string; en: string } {
  const late = steps.filter((s) => s.dueDay < today).length
  const soon = steps.length - late
  const vi = [late ? `${late} báo cáo quá hạn` : '', soon ? `${soon} báo cáo sắp đến hạn` : '']
  const en = [late ? `${late} reports overdue` : '', soon ? `${soon} reports due soon` : '']
  return {
    vi: `Nhắc báo cáo: ${vi.filter(Boolean).join(', ')}.`,
    en: `Reminder: ${en.filter(Boolean).join(', ')}.`,
  }
}

/** The mail of a day: the most pressing first, with the address of each report. */
function mailOf(name: string, steps: readonly Step[], today: Day, baseUrl: string) {
  const lines = [...steps]
    .sort((a, b) => a.dueDay.localeCompare(b.dueDay))
    .map((s) => `- ${lineOf(s, today)}\n  ${baseUrl}${obligationAddress(s.id)}`)
  return {
    subject: summaryOf(steps, today).vi.replace(/\.$/, ''),
    body: `Kính gửi ${name},\n\nTính đến ngày ${showDay(today)}:\n\n${lines.join('\n')}\n\nThư này do hệ thống Chung Tay gửi tự động.\n(Automatic reminder from Chung Tay.)\n`,
  }
}

function lineOf(s: Step, today: Day): string {
  const days = daysBetween(s.dueDay, today)
  const when = days > 0 ? `quá hạn ${days} ngày` : days === 0 ? 'đến hạn hôm nay' : `còn ${-days} ngày`
  return `[${when}, hạn ${showDay(s.dueDay)}] ${s.dutyName}, ${nameOf(s.period).vi} (${s.unitName})`
}

/** One letter for each report and period that a unit is late enough with, naming every unit that is late by now. */
async function draftLetters(
  tx: Tx,
  provinceId: number,
  steps: readonly Step[],
  due: readonly DueReport[],
  today: Day,
  now: Date,
): Promise<{ count: number; log: NewReminder[] }> {
  const key = (s: DueReport) => `${s.dutyId} ${s.period}`
  const groups = Map.groupBy(
    steps.filter((s) => s.rung === 'letter'),
    key,
  )
  const log: NewReminder[] = []
  let count = 0
  for (const [of, group] of groups) {
    const first = group[0]
    const fromUnitId = first ? await senderOf(tx, provinceId, first, today) : null
    if (!first || fromUnitId === null) continue
    const late = due.filter((d) => key(d) === of && d.dueDay < today && !d.invited)
    const id = await keepDraft(
      tx,
      provinceId,
      {
        ...{ dutyId: first.dutyId, period: first.period, fromUnitId, draftedByName: 'Chung Tay' },
        content: contentOf(first, late, today),
      },
      now,
    )
    count += 1
    log.push(
      ...group.map((s) => ({
        ...logged(s, null),
        channel: 'letter' as const,
        note: `/reporting/letters/${id}`,
      })),
    )
    const readers = await holders(
      tx,
      provinceId,
      [fromUnitId],
      ['province_lead', 'agency_head', 'agency_officer'],
      today,
    )
    const notice = {
      kind: 'report_letter',
      vi: `Đã dự thảo công văn đôn đốc ${late.length} đơn vị chậm gửi ${first.dutyName}, chờ xem và trình ký.`,
      en: `A letter to ${late.length} units that are late with ${first.dutyName} is drafted and waits for you.`,
      href: `/reporting/letters/${id}`,
    }
    const ids = readers.map((r) => r.accountId)
    await tellPeople(tx, provinceId, ids, notice, now)
  }
  return { count, log }
}

/** Whoever gathers or receives the report urges for it; for reports that leave the province, the programme's lead. */
async function senderOf(tx: Tx, provinceId: number, s: DueReport, today: Day): Promise<number | null> {
  const named = s.viaUnitId ?? s.toUnitId
  if (named !== null && named !== s.unitId) return named
  const programme = (await programmesOf(tx, provinceId)).find((p) => p.code === s.programmeCode)
  if (!programme) return null
  return (await holderOf(tx, provinceId, programme.leadFunction, today, programme.code))?.id ?? null
}

const standing = { draft: 'Đang soạn', returned: 'Bị trả lại, chưa gửi lại' } as const

function contentOf(first: DueReport, late: readonly DueReport[], today: Day) {
  return {
    report: first.dutyName,
    periodName: nameOf(first.period).vi,
    source: first.source,
    asOf: today,
    answerBy: addWorkingDays(today, answerDays),
    units: late.map((d) => ({
      obligationId: d.id,
      name: d.unitName,
      dueDay: d.dueDay,
      daysLate: daysBetween(d.dueDay, today),
      state: d.reportState === null ? 'Chưa gửi' : standing[d.reportState],
    })),
  }
}
