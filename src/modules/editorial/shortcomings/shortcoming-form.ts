import { parseDay, showDay } from '../../../lib/calendar/day.ts'
import { type Fault, invalid } from '../../../lib/errors.ts'
import type { FormValues } from '../../../lib/http/forms.ts'
import { idIn, one } from '../asking.ts'
import type { Shortcoming, ShortcomingFacts } from './shortcoming.ts'

/** A shortcoming as typed. Throws `invalid`. */
export function readShortcoming(values: FormValues): ShortcomingFacts {
  const title = one(values, 'title')
  const unitId = idIn(values, 'unitId')
  const dueDay = parseDay(one(values, 'dueDay'))
  const faults: Fault[] = []
  if (title.length < 10 || title.length > 300)
    faults.push({
      field: 'title',
      vi: 'Nhập tồn tại, hạn chế, từ 10 đến 300 ký tự.',
      en: 'Say what does not work, in 10 to 300 characters.',
    })
  if (!unitId) faults.push({ field: 'unitId', vi: 'Chọn đơn vị khắc phục.', en: 'Choose who mends it.' })
  if (!dueDay)
    faults.push({ field: 'dueDay', vi: 'Nhập hạn, dạng 22/11/2026.', en: 'Enter the day like 22/11/2026.' })
  if (!unitId || !dueDay || faults.length > 0) throw invalid(faults)
  return {
    ...{ title, unitId, dueDay, about: one(values, 'about').slice(0, 10_000) },
    ...{ place: one(values, 'place').slice(0, 300), topic: one(values, 'topic').slice(0, 100) },
    ...{ personName: one(values, 'personName').slice(0, 200), remedy: one(values, 'remedy').slice(0, 4000) },
  }
}

export function shortcomingValues(s: Shortcoming): FormValues {
  return {
    ...{ title: s.title, about: s.about, place: s.place, topic: s.topic, unitId: String(s.unitId) },
    ...{ personName: s.personName, remedy: s.remedy, dueDay: showDay(s.dueDay) },
    revision: String(s.revision),
  }
}
