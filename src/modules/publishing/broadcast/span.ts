import { type Day, parseDay } from '../../../lib/calendar/day.ts'
import type { Fault } from '../../../lib/errors.ts'
import type { FormValues } from '../../../lib/http/forms.ts'
import { one } from '../typed.ts'
import { texts as t } from './broadcast.texts.ts'

/** What a package is called, and on which days and at which hours ('05:30') it is played. */
export interface PackageSpan {
  title: string
  firstDay: Day
  lastDay: Day
  hours: string[]
}

/** The span as typed: fields title, firstDay, lastDay, hours. */
export function readPackageSpan(values: FormValues): { span: PackageSpan | null; faults: Fault[] } {
  const [firstDay, lastDay] = [parseDay(one(values, 'firstDay')), parseDay(one(values, 'lastDay'))]
  const hours = one(values, 'hours')
    .split(/[,;]/)
    .map((h) => h.trim().padStart(5, '0'))
    .filter((h) => h !== '00000')
  const title = one(values, 'title').slice(0, 200)
  const faults: Fault[] = []
  if (title === '') faults.push({ field: 'title', ...t.needTitle })
  if (!firstDay) faults.push({ field: 'firstDay', ...t.needDay })
  if (!lastDay) faults.push({ field: 'lastDay', ...t.needDay })
  if (firstDay && lastDay && lastDay < firstDay) faults.push({ field: 'lastDay', ...t.daysOrder })
  if (hours.length === 0 || hours.some((h) => !/^([01]\d|2[0-3]):[0-5]\d$/.test(h)))
    faults.push({ field: 'hours', ...t.needHour })
  if (faults.length > 0 || !firstDay || !lastDay) return { span: null, faults }
  return { span: { title, firstDay, lastDay, hours: [...new Set(hours)].sort() }, faults }
}
