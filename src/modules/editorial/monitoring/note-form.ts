import { type Day, parseDay, showDay } from '../../../lib/calendar/day.ts'
import { type Fault, invalid } from '../../../lib/errors.ts'
import type { FormValues } from '../../../lib/http/forms.ts'
import { isWebAddress } from '../../../lib/text/web-address.ts'
import { idIn, one } from '../asking.ts'
import { findings, lookedAtKinds, type Note, type NoteFacts } from './note.ts'

/** A note as typed. Throws `invalid`. */
export function readNote(values: FormValues, today: Day): NoteFacts {
  const title = one(values, 'title')
  const day = parseDay(one(values, 'day'))
  const finding = findings.find((f) => f === one(values, 'finding'))
  const lookedAt = lookedAtKinds.find((k) => k === one(values, 'lookedAt'))
  const dueDay = finding === 'mend' ? parseDay(one(values, 'dueDay')) : null
  const [unitId, outletId] = [idIn(values, 'unitId'), idIn(values, 'outletId')]
  const address = one(values, 'address')
  const faults: Fault[] = []
  const want = (fits: boolean, field: string, vi: string, en: string) => {
    if (!fits) faults.push({ field, vi, en })
  }
  want(day !== null && day <= today, 'day', 'Nhập ngày dạng 22/11/2026, không sau hôm nay.', 'Enter the day.')
  want(unitId !== null || outletId !== null, 'unitId', 'Chọn đơn vị hoặc cơ quan báo chí.', 'Choose of whom.')
  want(lookedAt !== undefined, 'lookedAt', 'Chọn nội dung giám sát.', 'Choose what was looked at.')
  want(finding !== undefined, 'finding', 'Chọn đánh giá.', 'Choose the finding.')
  const fits = title.length >= 10 && title.length <= 300
  want(fits, 'title', 'Ghi thấy gì, từ 10 đến 300 ký tự.', 'Say what was found, in 10 to 300 characters.')
  const isDue = finding !== 'mend' || (dueDay !== null && day !== null && dueDay >= day)
  want(
    isDue,
    'dueDay',
    'Nhập hạn khắc phục, không trước ngày giám sát.',
    'Enter the day, not before the visit.',
  )
  want(
    address === '' || isWebAddress(address),
    'address',
    'Liên kết bắt đầu bằng https://.',
    'A link begins with https://.',
  )
  if (!day || !finding || !lookedAt || faults.length > 0) throw invalid(faults)
  const said = { title, about: one(values, 'about').slice(0, 10_000), address: address || null }
  return {
    ...said,
    authorUnitId: idIn(values, 'authorUnitId') ?? 0,
    unitId,
    outletId,
    day,
    lookedAt,
    finding,
    dueDay,
  }
}

export function noteValues(n: Note): FormValues {
  return {
    ...{ title: n.title, about: n.about, address: n.address ?? '', day: showDay(n.day) },
    ...{ authorUnitId: String(n.authorUnitId), outletId: String(n.outletId ?? '') },
    unitId: n.outletId === null ? String(n.unitId ?? '') : '',
    ...{ lookedAt: n.lookedAt, finding: n.finding, dueDay: n.dueDay ? showDay(n.dueDay) : '' },
    revision: String(n.revision),
  }
}
