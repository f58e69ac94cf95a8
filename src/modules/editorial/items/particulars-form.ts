import { parseDay, showDay } from '../../../lib/calendar/day.ts'
import type { FormValues } from '../../../lib/http/forms.ts'
import { idIn, many, one } from '../asking.ts'
import type { Item } from '../item.ts'
import type { Particulars } from './items.sql.ts'

/** What is typed about an item, beside its text. */
export function readParticulars(values: FormValues): Particulars {
  return {
    unitId: idIn(values, 'unitId') ?? 0,
    columnId: idIn(values, 'columnId'),
    topics: many(values, 'topics'),
    taskId: idIn(values, 'taskId'),
    formCode: one(values, 'formCode') || null,
    themeCodes: many(values, 'themeCodes'),
    audienceCodes: many(values, 'audienceCodes'),
    reviewBy: parseDay(one(values, 'reviewBy')),
    orientationId: idIn(values, 'orientationId'),
  }
}

/** The same as the form shows it. */
export function particularValues(item: Item): FormValues {
  return {
    unitId: String(item.unitId),
    columnId: String(item.columnId ?? ''),
    topics: item.topics,
    taskId: String(item.taskId ?? ''),
    formCode: item.formCode ?? '',
    themeCodes: item.themeCodes,
    audienceCodes: item.audienceCodes,
    reviewBy: item.reviewBy ? showDay(item.reviewBy) : '',
    orientationId: String(item.orientationId ?? ''),
  }
}

/** A translation begins with all that its original says about itself. */
export function translationValues(master: Item): FormValues {
  return {
    ...particularValues(master),
    ...{ kind: master.kind, title: master.title, translationOf: String(master.id), language: 'hmn' },
  }
}
