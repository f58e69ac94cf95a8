import { parseDay } from '../../../lib/calendar/day.ts'
import type { Fault } from '../../../lib/errors.ts'
import type { FormValues } from '../../../lib/http/forms.ts'
import { idIn, many, one } from '../asking.ts'
import { factText, parseMoment } from '../items/facts-form.ts'
import { type Coverage, type DeskEvent, media } from './event.ts'

type Typed<T> = { input: T; faults: [] } | { input: null; faults: Fault[] }

const badMoment = {
  vi: 'Nhập ngày giờ dạng 22/11/2026 08:30.',
  en: 'Enter a day and time like 22/11/2026 08:30.',
}

/** An event as typed; every field that cannot be read is told by name. */
export function readEvent(values: FormValues): Typed<Omit<DeskEvent, 'id' | 'madeByName'>> {
  const title = one(values, 'title')
  const starts = parseMoment(one(values, 'starts'))
  const typedEnd = one(values, 'ends')
  const ends = typedEnd === '' ? null : parseMoment(typedEnd)
  const unitId = idIn(values, 'unitId')
  const faults: Fault[] = []
  const say = (field: string, said: { vi: string; en: string }) => faults.push({ field, ...said })
  if (title.length < 5 || title.length > 300)
    say('title', { vi: 'Nhập tên sự kiện (5–300 ký tự).', en: 'Enter a name (5 to 300 characters).' })
  if (!starts) say('starts', badMoment)
  if (typedEnd !== '' && !ends) say('ends', badMoment)
  if (starts && ends && ends <= starts)
    say('ends', { vi: 'Kết thúc phải sau lúc bắt đầu.', en: 'It ends after it begins.' })
  if (!unitId) say('unitId', { vi: 'Chọn đơn vị tổ chức.', en: 'Choose who organises it.' })
  if (!starts || !unitId || faults.length > 0) return { input: null, faults }
  const input = {
    ...{ title, starts, ends, unitId, taskId: idIn(values, 'taskId') },
    about: one(values, 'about').slice(0, 2000),
    place: one(values, 'place').slice(0, 300),
    themeCodes: many(values, 'themeCodes'),
    audienceCodes: many(values, 'audienceCodes'),
  }
  return { input, faults: [] }
}

const moment = { type: 'moment', name: '', vi: '', en: '' } as const

/** An event as its form shows it again. */
export function eventValues(e: DeskEvent): FormValues {
  return {
    ...{ title: e.title, about: e.about, place: e.place },
    ...{ starts: factText(moment, e.starts), ends: factText(moment, e.ends ?? undefined) },
    ...{ unitId: String(e.unitId), taskId: String(e.taskId ?? '') },
    ...{ themeCodes: e.themeCodes, audienceCodes: e.audienceCodes },
  }
}

/** An assignment as typed. */
export function readCoverage(
  values: FormValues,
): Typed<Pick<Coverage, 'medium' | 'personName' | 'unitId' | 'note' | 'dueDay'>> {
  const medium = media.find((m) => m === one(values, 'medium'))
  const personName = one(values, 'personName')
  const unitId = idIn(values, 'unitId')
  const dueDay = parseDay(one(values, 'dueDay'))
  const faults: Fault[] = []
  if (!medium) faults.push({ field: 'medium', vi: 'Chọn loại hình.', en: 'Choose the medium.' })
  if (personName.length < 2 || personName.length > 200)
    faults.push({
      field: 'personName',
      vi: 'Nhập tên người hoặc nhóm phụ trách.',
      en: 'Enter the person or group.',
    })
  if (!unitId) faults.push({ field: 'unitId', vi: 'Chọn đơn vị của người ấy.', en: 'Choose their unit.' })
  if (!dueDay)
    faults.push({
      field: 'dueDay',
      vi: 'Nhập hạn nộp dạng 22/11/2026.',
      en: 'Enter the day like 22/11/2026.',
    })
  if (!medium || !unitId || !dueDay || faults.length > 0) return { input: null, faults }
  return {
    input: { medium, personName, unitId, dueDay, note: one(values, 'note').slice(0, 1000) },
    faults: [],
  }
}
