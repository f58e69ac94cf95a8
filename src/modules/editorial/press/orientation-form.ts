import { parseDay, showDay } from '../../../lib/calendar/day.ts'
import { type Fault, invalid } from '../../../lib/errors.ts'
import type { FormValues } from '../../../lib/http/forms.ts'
import { many, one } from '../asking.ts'
import type { Said } from './orientations.ts'

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
  if (!fromDay || faults.length > 0) throw invalid(faults)
  return { title, body, fromDay, toDay, outletIds: many(values, 'outletIds').map(Number) }
}

export function orientationValues(o: Said): FormValues {
  const days = { fromDay: showDay(o.fromDay), toDay: o.toDay ? showDay(o.toDay) : '' }
  return { title: o.title, body: o.body, ...days }
}
