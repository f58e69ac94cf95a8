import { dayOf, parseDay, showDay, showTime } from '../../../lib/calendar/day.ts'
import { addWorkingDays } from '../../../lib/calendar/working-days.ts'
import { type Fault, invalid } from '../../../lib/errors.ts'
import type { FormValues } from '../../../lib/http/forms.ts'
import { idIn, one } from '../asking.ts'
import { ways } from '../message.ts'
import type { ContactInput, Outcome, Setting } from './contact.ts'
import { texts as t } from './contacts.texts.ts'

const longest = 2000

/** What the form of a new contact begins with: now, by telephone, answered on the spot. */
export function freshValues(unitId: number | undefined, setting: Setting, now: Date): FormValues {
  const due = showDay(addWorkingDays(dayOf(now), setting.answerDays))
  const [day = '', time = ''] = showTime(now).split(' ')
  return {
    ...{ way: 'telephone', outcome: 'answered', unitId: String(unitId ?? ''), day, time },
    ...{ keptDue: due, passedDue: due },
  }
}

/** A contact as typed. Throws `invalid`. */
export function readContact(values: FormValues, topics: readonly string[], now: Date): ContactInput {
  const faults: Fault[] = []
  const miss = (field: string, said: { vi: string; en: string }) => faults.push({ field, ...said })
  const question = one(values, 'question')
  if (question.length < 5 || question.length > longest) miss('question', t.needQuestion)
  const topic = one(values, 'topic')
  if (!topics.includes(topic)) miss('topic', t.needTopic)
  const way = ways.find((w) => w === one(values, 'way'))
  if (!way) miss('way', t.needWay)
  const unitId = idIn(values, 'unitId')
  if (!unitId) miss('unitId', t.needUnit)
  const at = momentOf(values, now)
  if (!at) miss('day', t.needMoment)
  const outcome = readOutcome(values, now, miss)
  const caller = readCaller(values, outcome, miss)
  if (!way || !unitId || !at || !outcome || faults.length > 0) throw invalid(faults)
  return { unitId, at, way, topic, question, outcome, caller }
}

/** Day and time as typed, not after now; a day without a time is now where it is today. */
function momentOf(values: FormValues, now: Date): Date | null {
  const [day, time] = [one(values, 'day'), one(values, 'time').replace(/[hg.]/i, ':')]
  if (day === '' && time === '') return now
  const read = day === '' ? dayOf(now) : parseDay(day)
  const clock = /^(\d{1,2}):(\d{2})$/.exec(time === '' ? showTime(now).slice(-5) : time)
  if (!read || !clock || Number(clock[1]) > 23 || Number(clock[2]) > 59) return null
  const at = new Date(`${read}T${clock[1]?.padStart(2, '0')}:${clock[2]}:00+07:00`)
  const isNow = showTime(at) === showTime(now)
  return at > now ? null : isNow ? now : at
}

type Miss = (field: string, said: { vi: string; en: string }) => void

function readOutcome(values: FormValues, now: Date, miss: Miss): Outcome | null {
  const is = one(values, 'outcome')
  if (is === 'answered') {
    const answer = one(values, 'answer')
    if (answer.length < 2 || answer.length > longest) miss('answer', t.needAnswer)
    return { is, answer }
  }
  if (is !== 'kept' && is !== 'passed') {
    miss('outcome', t.needOutcome)
    return null
  }
  const dueDay = parseDay(one(values, `${is}Due`))
  if (!dueDay || dueDay < dayOf(now)) miss(`${is}Due`, t.needDue)
  if (is === 'kept') return dueDay ? { is, dueDay } : null
  const to = idIn(values, 'toUnitId')
  if (!to) miss('toUnitId', t.needTo)
  return dueDay && to ? { is, unitId: to, dueDay } : null
}

/** Kept only where a call back is still owed: who was answered on the spot has to leave no number. */
function readCaller(values: FormValues, outcome: Outcome | null, miss: Miss) {
  if (one(values, 'wantsCall') !== 'yes' || outcome?.is === 'answered') return null
  const [name, phone] = [one(values, 'callerName').slice(0, 200), one(values, 'callerPhone').slice(0, 40)]
  if (phone.replace(/\D/g, '').length < 8) miss('callerPhone', t.needPhone)
  return { name, phone }
}

/** Where a question goes, and by when. Throws `invalid`. */
export function readPassing(values: FormValues, now: Date): { unitId: number; dueDay: string } {
  const faults: Fault[] = []
  const unitId = idIn(values, 'toUnitId')
  const dueDay = parseDay(one(values, 'passedDue'))
  if (!unitId) faults.push({ field: 'toUnitId', ...t.needTo })
  if (!dueDay || dueDay < dayOf(now)) faults.push({ field: 'passedDue', ...t.needDue })
  if (!unitId || !dueDay || faults.length > 0) throw invalid(faults)
  return { unitId, dueDay }
}

/** Throws `invalid`. */
export function readAnswer(values: FormValues): string {
  const answer = one(values, 'answer')
  if (answer.length < 2 || answer.length > longest) throw invalid([{ field: 'answer', ...t.needAnswer }])
  return answer
}

/** What was put right. Throws `invalid`. */
export function readCorrection(values: FormValues, topics: readonly string[], hasAnswer: boolean) {
  const faults: Fault[] = []
  const [question, topic, answer] = [one(values, 'question'), one(values, 'topic'), one(values, 'answer')]
  const way = ways.find((w) => w === one(values, 'way'))
  if (question.length < 5 || question.length > longest) faults.push({ field: 'question', ...t.needQuestion })
  if (!topics.includes(topic)) faults.push({ field: 'topic', ...t.needTopic })
  if (hasAnswer && (answer.length < 2 || answer.length > longest))
    faults.push({ field: 'answer', ...t.needAnswer })
  if (!way || faults.length > 0) throw invalid(way ? faults : [...faults, { field: 'way', ...t.needWay }])
  return { way, topic, question, answer, revision: Number(one(values, 'revision')) || 0 }
}

/** Throws `invalid`. */
export function readSetting(values: FormValues): Setting {
  const within = (name: string, most: number) => {
    const n = Number(one(values, name))
    return Number.isInteger(n) && n >= 1 && n <= most ? n : null
  }
  const [keepDays, answerDays] = [within('keepDays', 365), within('answerDays', 60)]
  const faults: Fault[] = []
  if (keepDays === null) faults.push({ field: 'keepDays', ...t.needKeepDays })
  if (answerDays === null) faults.push({ field: 'answerDays', ...t.needAnswerDays })
  if (keepDays === null || answerDays === null) throw invalid(faults)
  return { keepDays, answerDays }
}
