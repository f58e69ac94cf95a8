import { parseDay, showDay } from '../../../lib/calendar/day.ts'
import { type Fault, invalid } from '../../../lib/errors.ts'
import type { FormValues } from '../../../lib/http/forms.ts'
import { many, one } from '../asking.ts'
import type { Said } from './orientations.sql.ts'

/** An orientation as typed. Throws `invalid`. */
export function readOrientation(values: FormValues): Said & { outletIds: number[] } {
  const title = one(values, 'title')
  const body = one(values, 'body')
  const fromDay = parseDay(one(values, 'fromDay'))
  const typed = one(values, 'toDay')
  const toDay = parseDay(typed)
  const faults: Fault[] = []
  if (title.length < 5 || title.length > 300)
    faults.push({
      field: 'title',
      vi: 'Nhập chủ đề, từ 5 ký tự.',
      en: 'Enter a subject of 5 letters or more.',
    })
  if (body.length < 20 || body.length > 10_000)
    faults.push({
      field: 'body',
      vi: 'Nhập nội dung đề nghị, từ 20 ký tự.',
      en: 'Say what is asked, in 20 characters or more.',
    })
  if (!fromDay)
    faults.push({ field: 'fromDay', vi: 'Nhập ngày dạng 22/11/2026.', en: 'Enter a day like 22/11/2026.' })
  if (typed !== '' && !toDay)
    faults.push({ field: 'toDay', vi: 'Nhập ngày dạng 22/11/2026.', en: 'Enter a day like 22/11/2026.' })
  const silentDays = Number(one(values, 'silentDays') || 3)
  if (!Number.isInteger(silentDays) || silentDays < 1 || silentDays > 60)
    faults.push({ field: 'silentDays', vi: 'Nhập số ngày, từ 1 đến 60.', en: 'Enter 1 to 60 days.' })
  if (!fromDay || faults.length > 0) throw invalid(faults)
  const taskIds = [...new Set(many(values, 'taskIds').map(Number))].filter((id) => id > 0)
  const outletIds = many(values, 'outletIds').map(Number)
  return { title, body, fromDay, toDay, silentDays, taskIds, outletIds }
}

export function orientationValues(o: Said): FormValues {
  const days = { fromDay: showDay(o.fromDay), toDay: o.toDay ? showDay(o.toDay) : '' }
  const served = { taskIds: o.taskIds.map(String), silentDays: String(o.silentDays) }
  return { title: o.title, body: o.body, ...days, ...served }
}
