import type { Actor } from '../../lib/actor.ts'
import { recordChange } from '../../lib/audit.ts'
import { addDays, type Day, dayOf, daysBetween, showDay } from '../../lib/calendar/day.ts'
import type { Tx } from '../../lib/db/db.ts'
import { forbidden, notFound } from '../../lib/errors.ts'
import { sendMail } from '../../lib/mail/mail.ts'
import { unitsAsOf } from '../organisations/organisations.ts'
import type { Plan } from '../plans/plan.ts'
import { planById } from '../plans/plans.ts'
import { assignmentAddress } from './assignment.ts'
import { canCheck, canSee } from './assignments.policy.ts'
import { selectAssignment, selectLeadUnits } from './assignments.sql.ts'
import { stateWords } from './assignments.texts.ts'
import { type Rung, rungFor } from './ladder.ts'
import { insertLetter } from './letters.sql.ts'
import { type Holder, holders, type NewNotice, tellPeople } from './notices.sql.ts'
import { reminderMail, reminderNotice } from './reminder-words.ts'
import { type DueWork, insertReminders, type NewReminder, selectDueWork } from './reminders.sql.ts'

/** What one run of the ladder did. */
export interface Climb {
  reminders: number
  mails: number
  letters: number
}

type Step = DueWork & { rung: Rung }

/** Days a unit has to answer a letter of reminder. */
const answerDays = 5

/**
 * Climbs the ladder for a province on the day of `now`: tells officers before, on and after the due day, then the
 * head, and drafts a letter for the lead to sign. One mail a person and day, whatever the number of tasks. Run
 * again on the same day it does nothing: the log of reminders is the memory.
 */
export async function climbLadder(tx: Tx, provinceId: number, baseUrl: string, now: Date): Promise<Climb> {
  const today = dayOf(now)
  const steps: Step[] = []
  for (const work of await selectDueWork(tx, provinceId, addDays(today, 7))) {
    const rung = rungFor(work, today)
    if (rung) steps.push({ ...work, rung })
  }
  if (steps.length === 0) return { reminders: 0, mails: 0, letters: 0 }
  const unitIds = [...new Set(steps.map((s) => s.unitId))]
  const people = await holders(
    tx,
    provinceId,
    unitIds,
    ['agency_officer', 'agency_head', 'province_lead'],
    today,
  )
  const log: NewReminder[] = []
  const perPerson = new Map<number, { person: Holder; steps: Step[] }>()
  for (const step of steps) {
    const told = listenersOf(step, people)
    for (const person of told) {
      const entry = perPerson.get(person.accountId) ?? { person, steps: [] }
      entry.steps.push(step)
      perPerson.set(person.accountId, entry)
    }
    log.push(...told.map((person) => reminderTo(step, person)))
    // Logged also when nobody of the unit has an account, so that the lead sees that nobody was reached.
    if (told.length === 0)
      log.push({ ...reminderTo(step, null), note: 'Đơn vị chưa có tài khoản / no account' })
  }
  for (const { person, steps: own } of perPerson.values()) {
    await tellPeople(tx, provinceId, [person.accountId], reminderNotice(own, today), now)
    await sendMail(tx, provinceId, now, {
      to: person.email,
      ...reminderMail(person.name, own, today, baseUrl),
    })
  }
  const letters = await draftLetters(
    tx,
    provinceId,
    steps.filter((s) => s.rung === 'letter'),
    now,
    today,
    log,
  )
  await insertReminders(tx, provinceId, 'Chung Tay', log, now)
  return { reminders: log.length, mails: perPerson.size, letters }
}

/** Officers hear every rung; the head from 'head' on. A unit without officers is told through its head. */
function listenersOf(step: Step, people: readonly Holder[]): Holder[] {
  const own = people.filter((p) => p.unitId === step.unitId)
  const officers = own.filter((p) => p.role !== 'agency_head')
  const toHead = step.rung === 'head' || step.rung === 'letter' || officers.length === 0
  const told = toHead ? own : officers
  return told.filter((p, i) => told.findIndex((q) => q.accountId === p.accountId) === i)
}

function reminderTo(step: Step, person: Holder | null): NewReminder {
  return {
    assignmentId: step.id,
    unitId: step.unitId,
    rung: step.rung,
    forDueDay: step.dueDay,
    channel: 'email',
    toAccountId: person?.accountId ?? null,
    toAddress: person?.email ?? null,
  }
}

/** One drafted letter a plan and unit, with everything of that unit that is late under that plan. */
async function draftLetters(
  tx: Tx,
  provinceId: number,
  steps: readonly Step[],
  now: Date,
  today: Day,
  log: NewReminder[],
): Promise<number> {
  const groups = Map.groupBy(steps, (s) => `${s.planId}:${s.unitId}`)
  const units = await unitsAsOf(tx, provinceId, today)
  const names = new Map(units.map((u) => [u.id, u.name]))
  for (const group of groups.values()) {
    const first = group[0]
    if (!first) continue
    const plan = await planById(tx, provinceId, first.planId)
    const unitName = names.get(first.unitId) ?? ''
    const letterId = await insertLetter(
      tx,
      provinceId,
      {
        planId: plan.id,
        fromUnitId: plan.unitId,
        toUnitId: first.unitId,
        draftedByName: 'Chung Tay',
        subject: `Đôn đốc ${unitName} thực hiện nhiệm vụ quá hạn`,
        content: {
          plan: citationOf(plan),
          asOf: today,
          answerBy: addDays(today, answerDays),
          tasks: group.map((s) => ({
            content: s.content,
            lead: unitName,
            time: s.time ?? showDay(s.dueDay),
            daysLate: daysBetween(s.dueDay, today),
            state: stateWords[s.state].vi,
          })),
        },
      },
      now,
    )
    log.push(...group.map((s) => ({ ...reminderTo(s, null), channel: 'letter' as const, letterId })))
    const leads = await holders(tx, provinceId, [plan.unitId], ['province_lead'], today)
    await tellPeople(
      tx,
      provinceId,
      leads.map((l) => l.accountId),
      letterNotice(letterId, unitName, group.length),
      now,
    )
  }
  return groups.size
}

/** The plan as running text cites it: 'Kế hoạch số 25/KH-UBND ngày 05/02/2026 của Ủy ban nhân dân tỉnh …'. */
function citationOf(plan: Plan): string {
  if (!plan.number) return plan.title
  const symbol = plan.number.includes('/') || !plan.symbol ? plan.number : `${plan.number}/${plan.symbol}`
  const issued = plan.issued ? ` ngày ${showDay(plan.issued)}` : ''
  return `Kế hoạch số ${symbol}${issued}${plan.issuer ? ` của ${plan.issuer}` : ''}`
}

function letterNotice(id: number, unitName: string, n: number): NewNotice {
  return {
    kind: 'letter',
    vi: `Đã dự thảo công văn đôn đốc ${unitName} (${n} nhiệm vụ quá hạn), chờ bạn xem và trình ký.`,
    en: `A letter urging ${unitName} (${n} overdue tasks) is drafted and waits for you.`,
    href: `/letters/${id}`,
  }
}

/** The lead urges a unit by hand, with a word of its own; logged like every other reminder. */
export async function remindByHand(
  tx: Tx,
  actor: Actor,
  assignmentId: number,
  input: { note: string | null },
  baseUrl: string,
  now: Date,
): Promise<number> {
  const a = await selectAssignment(tx, actor.provinceId, assignmentId)
  const leads = a ? await selectLeadUnits(tx, actor.provinceId, a.taskId) : []
  if (!a || !canSee(actor, a, leads)) throw notFound()
  if (!canCheck(actor, a, leads)) {
    throw forbidden(
      'Chỉ cơ quan phụ trách chương trình hoặc cơ quan chủ trì nhiệm vụ mới đôn đốc được.',
      'Only the lead of the programme or the unit that leads the task can send reminders.',
    )
  }
  const today = dayOf(now)
  const people = await holders(tx, actor.provinceId, [a.unitId], ['agency_officer', 'agency_head'], today)
  const notice = {
    kind: 'by_hand',
    vi: `${actor.name} đôn đốc: ${input.note ?? 'đề nghị đơn vị khẩn trương thực hiện nhiệm vụ.'}`,
    en: `${actor.name} reminds you: ${input.note ?? 'please get on with this task.'}`,
    href: assignmentAddress(a.id),
  }
  await tellPeople(
    tx,
    actor.provinceId,
    people.map((p) => p.accountId),
    notice,
    now,
  )
  for (const person of people) {
    const body = `${notice.vi}\n\n${notice.en}\n\n${baseUrl}${notice.href}\n`
    await sendMail(tx, actor.provinceId, now, {
      to: person.email,
      subject: 'Đôn đốc thực hiện nhiệm vụ',
      body,
    })
  }
  const base = {
    assignmentId: a.id,
    unitId: a.unitId,
    rung: 'by_hand',
    forDueDay: a.dueDay,
    channel: 'email',
  } as const
  const rows = people.map((p) => ({
    ...base,
    toAccountId: p.accountId,
    toAddress: p.email,
    note: input.note,
  }))
  await insertReminders(tx, actor.provinceId, actor.name, rows, now)
  await recordChange(tx, actor, now, {
    verb: 'assignment.remind',
    subject: { kind: 'assignment', id: a.id },
    before: null,
    after: { note: input.note, told: people.length },
  })
  return people.length
}
