import { type Day, parseDay, showDay } from '../../../lib/calendar/day.ts'
import { type Fault, invalid } from '../../../lib/errors.ts'
import type { FormValues } from '../../../lib/http/forms.ts'
import { idIn, many, one } from '../asking.ts'
import { type Collaborator, collaboratorKinds, consentWays } from './collaborator.ts'
import type { Written } from './collaborators.ts'

/** Somebody as typed. Throws `invalid`. */
export function readCollaborator(values: FormValues, today: Day): Written {
  const person = { name: one(values, 'name'), contact: one(values, 'contact'), place: one(values, 'place') }
  const kind = collaboratorKinds.find((k) => k === one(values, 'kind'))
  const consentHow = consentWays.find((w) => w === one(values, 'consentHow'))
  const consentDay = parseDay(one(values, 'consentDay'))
  const faults: Fault[] = []
  if (person.name.length < 2 || person.name.length > 200)
    faults.push({ field: 'name', vi: 'Nhập họ và tên.', en: 'Enter the name.' })
  if (!isContact(person.contact))
    faults.push({
      field: 'contact',
      vi: 'Nhập số điện thoại (9–11 chữ số) hoặc thư điện tử.',
      en: 'Enter a telephone number (9 to 11 digits) or an e-mail address.',
    })
  if (!kind) faults.push({ field: 'kind', vi: 'Chọn vai trò.', en: 'Choose as what.' })
  if (!consentDay || consentDay > today)
    faults.push({
      field: 'consentDay',
      vi: 'Nhập ngày người ấy đồng ý, không sau hôm nay.',
      en: 'Enter the day they agreed, not after today.',
    })
  if (!consentHow)
    faults.push({ field: 'consentHow', vi: 'Chọn cách đồng ý.', en: 'Choose how they agreed.' })
  if (!kind || !consentDay || !consentHow || faults.length > 0) throw invalid(faults)
  const place = person.place.slice(0, 200)
  const topics = many(values, 'topics')
  return {
    ...{ person: { ...person, place }, kind, consentDay, consentHow, topics },
    unitId: idIn(values, 'unitId') ?? 0,
  }
}

function isContact(text: string): boolean {
  const digits = text.replace(/[\s.+()-]/g, '')
  return /^\d{9,12}$/.test(digits) || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)
}

export function collaboratorValues(one: Collaborator): FormValues {
  const { name = '', contact = '', place = '' } = one.person ?? {}
  return {
    ...{ name, contact, place, kind: one.kind, topics: one.topics },
    ...{ consentDay: showDay(one.consentDay), consentHow: one.consentHow, unitId: String(one.unitId) },
  }
}
