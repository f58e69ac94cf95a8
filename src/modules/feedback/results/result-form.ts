import { type Day, parseDay, showDay } from '../../../lib/calendar/day.ts'
import { addWorkingDays } from '../../../lib/calendar/working-days.ts'
import type { Fault } from '../../../lib/errors.ts'
import type { FormValues } from '../../../lib/http/forms.ts'
import type { Result, ResultFacts } from './result.ts'
import { texts as t } from './results.texts.ts'

/**
 * Working days that the law gives, where nobody names another day: the limit that provinces print on the page of the
 * procedure. The decrees' own counts by kind of feedback are UNVERIFIED, so the day can be entered.
 */
const lawfulDays = 15

/** A result as typed, on the screen or in a sheet; faults name their field. */
export function readResult(
  get: (name: string) => string,
  topics: readonly string[],
  today: Day,
): { input: ResultFacts | null; faults: Fault[] } {
  const faults: Fault[] = []
  const need = (isRight: boolean, field: string, said: { vi: string; en: string }) => {
    if (!isRight) faults.push({ field, ...said })
  }
  const within = (text: string, least: number, most: number) => text.length >= least && text.length <= most
  const [code, topic, content, outcome] = [get('code'), get('topic'), get('content'), get('outcome')]
  const [receivedDay, answeredDay] = [parseDay(get('receivedDay')), parseDay(get('answeredDay'))]
  const typedDue = get('dueDay')
  const dueDay = typedDue === '' && receivedDay ? addWorkingDays(receivedDay, lawfulDays) : parseDay(typedDue)
  const unitId = Number(get('unitId')) || 0
  need(within(code, 1, 60), 'code', t.needCode)
  need(receivedDay !== null && receivedDay <= today, 'receivedDay', t.needReceived)
  need(topics.includes(topic), 'topic', t.needTopic)
  need(unitId > 0, 'unitId', t.needUnit)
  need(within(content, 10, 2000), 'content', t.needContent)
  need(within(outcome, 10, 4000), 'outcome', t.needOutcome)
  need(
    answeredDay !== null && answeredDay <= today && (!receivedDay || answeredDay >= receivedDay),
    'answeredDay',
    t.needAnswered,
  )
  if (receivedDay) need(dueDay !== null && dueDay >= receivedDay, 'dueDay', t.needDue)
  if (!receivedDay || !answeredDay || !dueDay || faults.length > 0) return { input: null, faults }
  const documentNumber = get('documentNumber').slice(0, 100)
  const days = { receivedDay, answeredDay, dueDay }
  return { input: { code, topic, unitId, content, outcome, documentNumber, ...days }, faults }
}

export function resultValues(r: Result): FormValues {
  return {
    ...{ code: r.code, topic: r.topic, unitId: String(r.unitId), content: r.content, outcome: r.outcome },
    ...{ documentNumber: r.documentNumber, receivedDay: showDay(r.receivedDay) },
    ...{ answeredDay: showDay(r.answeredDay), dueDay: showDay(r.dueDay), revision: String(r.revision) },
  }
}
