import { type Day, parseDay, showDay } from '../../../lib/calendar/day.ts'
import type { Fault } from '../../../lib/errors.ts'
import type { FormValues } from '../../../lib/http/forms.ts'
import { isWebAddress } from '../../../lib/text/web-address.ts'
import { idIn, one } from '../asking.ts'
import { type PressEntry, stances } from '../outlet.ts'
import type { NewEntry } from './press.sql.ts'

/** An entry as typed; null with the faults where something has to be mended. */
export function readEntry(values: FormValues, today: Day): { entry: NewEntry | null; faults: Fault[] } {
  const day = parseDay(one(values, 'day'))
  const stance = stances.find((s) => s === one(values, 'stance'))
  const outletId = idIn(values, 'outletId')
  const title = one(values, 'title')
  const address = one(values, 'address')
  const faults: Fault[] = []
  if (!day || day > today)
    faults.push({
      field: 'day',
      vi: 'Nhập ngày đăng, dạng 22/11/2026, không sau hôm nay.',
      en: 'Enter the day like 22/11/2026, not after today.',
    })
  if (!outletId) faults.push({ field: 'outletId', vi: 'Chọn cơ quan báo chí.', en: 'Choose the outlet.' })
  if (title.length < 5 || title.length > 300)
    faults.push({
      field: 'title',
      vi: 'Nhập tên bài (5–300 ký tự).',
      en: 'Enter the title (5 to 300 characters).',
    })
  if (!stance) faults.push({ field: 'stance', vi: 'Chọn nhận xét.', en: 'Choose the stance.' })
  if (address !== '' && !isWebAddress(address))
    faults.push({
      field: 'address',
      vi: 'Liên kết bắt đầu bằng https://.',
      en: 'A link begins with https://.',
    })
  if (!day || !stance || !outletId || faults.length > 0) return { entry: null, faults }
  const said = {
    edition: one(values, 'edition').slice(0, 100),
    summary: one(values, 'summary').slice(0, 2000),
  }
  const joined = {
    ...{ unitId: idIn(values, 'unitId'), itemId: idIn(values, 'itemId') },
    orientationId: idIn(values, 'orientationId'),
  }
  return { entry: { day, stance, outletId, title, address: address || null, ...said, ...joined }, faults }
}

export function entryValues(e: PressEntry): FormValues {
  return {
    ...{ day: showDay(e.day), outletId: String(e.outletId), edition: e.edition, title: e.title },
    ...{ stance: e.stance, address: e.address ?? '', summary: e.summary },
    ...{ unitId: String(e.unitId ?? ''), itemId: String(e.itemId ?? '') },
    orientationId: String(e.orientationId ?? ''),
  }
}
