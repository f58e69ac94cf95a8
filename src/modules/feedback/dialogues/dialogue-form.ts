import { dayOf, parseDay, showDay } from '../../../lib/calendar/day.ts'
import { type Fault, invalid } from '../../../lib/errors.ts'
import type { FormValues } from '../../../lib/http/forms.ts'
import { idIn, one } from '../asking.ts'
import {
  type Answer,
  askers,
  type Dialogue,
  type DialogueFacts,
  dialogueKinds,
  type QuestionFacts,
} from './dialogue.ts'
import { texts as t } from './dialogues.texts.ts'

const within = (text: string, least: number, most: number) => text.length >= least && text.length <= most

/** A dialogue as typed. Throws `invalid`. */
export function readDialogue(values: FormValues): DialogueFacts {
  const faults: Fault[] = []
  const need = (isRight: boolean, field: string, said: { vi: string; en: string }) => {
    if (!isRight) faults.push({ field, ...said })
  }
  const [title, place, chair] = [one(values, 'title'), one(values, 'place'), one(values, 'chair')]
  const kind = dialogueKinds.find((k) => k === one(values, 'kind'))
  const [unitId, day] = [idIn(values, 'unitId'), parseDay(one(values, 'day'))]
  need(kind !== undefined, 'kind', t.needKind)
  need(within(title, 10, 300), 'title', t.needTitle)
  need(day !== null, 'day', t.needDay)
  need(within(place, 2, 300), 'place', t.needPlace)
  need(within(chair, 2, 300), 'chair', t.needChair)
  need(unitId !== null, 'unitId', t.needUnit)
  if (!kind || !day || !unitId || faults.length > 0) throw invalid(faults)
  const about = one(values, 'about').slice(0, 4000)
  return {
    unitId,
    kind,
    title,
    day,
    place,
    chair,
    about,
    conclusion: one(values, 'conclusion').slice(0, 8000),
  }
}

export function dialogueValues(d: Dialogue): FormValues {
  return {
    ...{ title: d.title, kind: d.kind, place: d.place, chair: d.chair, about: d.about },
    ...{ unitId: String(d.unitId), day: showDay(d.day), conclusion: d.conclusion },
    revision: String(d.revision),
  }
}

/** A question as typed, with its answer where it was given in the hall. Throws `invalid`. */
export function readQuestion(values: FormValues, topics: readonly string[], now: Date) {
  const faults: Fault[] = []
  const asker = askers.find((a) => a === one(values, 'asker'))
  const [question, topic] = [one(values, 'question'), one(values, 'topic')]
  const answerUnitId = idIn(values, 'answerUnitId')
  const isNow = one(values, 'outcome') === 'now'
  const dueDay = isNow ? null : parseDay(one(values, 'dueDay'))
  if (!within(question, 10, 2000)) faults.push({ field: 'question', ...t.needQuestion })
  if (!asker) faults.push({ field: 'asker', ...t.needKind })
  if (!topics.includes(topic)) faults.push({ field: 'topic', ...t.needTopic })
  if (!answerUnitId) faults.push({ field: 'answerUnitId', ...t.needUnit })
  if (!isNow && (!dueDay || dueDay < dayOf(now))) faults.push({ field: 'dueDay', ...t.needDue })
  const answer = isNow ? answerIn(values, faults) : null
  if (!asker || !answerUnitId || faults.length > 0) throw invalid(faults)
  const beforehand = one(values, 'when') === 'beforehand'
  const facts: QuestionFacts = {
    asker,
    place: one(values, 'place').slice(0, 300),
    beforehand,
    topic,
    question,
  }
  return { ...facts, answerUnitId, dueDay, answer }
}

function answerIn(values: FormValues, faults: Fault[]): Answer {
  const text = one(values, 'answer')
  const promise = one(values, 'promise').slice(0, 1000)
  const typed = one(values, 'promiseDay')
  const promiseDay = parseDay(typed)
  if (!within(text, 5, 4000)) faults.push({ field: 'answer', ...t.needAnswer })
  if ((promise === '') !== (typed === '') || (typed !== '' && !promiseDay))
    faults.push({ field: 'promiseDay', ...t.needPromiseDay })
  return { text, promise, promiseDay }
}

/** Throws `invalid`. */
export function readAnswer(values: FormValues): Answer & { revision: number } {
  const faults: Fault[] = []
  const answer = answerIn(values, faults)
  if (faults.length > 0) throw invalid(faults)
  return { ...answer, revision: Number(one(values, 'revision')) || 0 }
}
