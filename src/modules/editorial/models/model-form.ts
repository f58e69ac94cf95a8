import { type Day, parseDay, showDay } from '../../../lib/calendar/day.ts'
import { type Fault, invalid } from '../../../lib/errors.ts'
import type { FormValues } from '../../../lib/http/forms.ts'
import { isWebAddress } from '../../../lib/text/web-address.ts'
import { idIn, one } from '../asking.ts'
import { type Adoption, type Model, type ModelFacts, modelKinds, toldStages } from './model.ts'

const badDay = { vi: 'Nhập ngày dạng 22/11/2026, không sau hôm nay.', en: 'Enter a day, not after today.' }
const badAddress = { vi: 'Liên kết bắt đầu bằng https://.', en: 'A link begins with https://.' }

/** A model as typed. Throws `invalid`. */
export function readModel(values: FormValues, today: Day): ModelFacts {
  const kind = modelKinds.find((k) => k === one(values, 'kind'))
  const name = one(values, 'name')
  const subject = one(values, 'subject')
  const about = one(values, 'about')
  const typed = one(values, 'sinceDay')
  const sinceDay = parseDay(typed)
  const address = one(values, 'address')
  const unitId = idIn(values, 'unitId')
  const faults: Fault[] = []
  if (!kind) faults.push({ field: 'kind', vi: 'Chọn loại.', en: 'Choose the kind.' })
  if (name.length < 5 || name.length > 300)
    faults.push({
      field: 'name',
      vi: 'Nhập tên, từ 5 đến 300 ký tự.',
      en: 'Enter a name of 5 to 300 characters.',
    })
  if (subject.length < 2 || subject.length > 300)
    faults.push({ field: 'subject', vi: 'Ghi tập thể, cá nhân thực hiện.', en: 'Say whose it is.' })
  if (about.length < 20 || about.length > 10_000)
    faults.push({
      field: 'about',
      vi: 'Mô tả cách làm, từ 20 ký tự.',
      en: 'Describe how it works, in 20 characters or more.',
    })
  if (!unitId) faults.push({ field: 'unitId', vi: 'Chọn đơn vị.', en: 'Choose the unit.' })
  if (typed !== '' && (!sinceDay || sinceDay > today)) faults.push({ field: 'sinceDay', ...badDay })
  if (address !== '' && !isWebAddress(address)) faults.push({ field: 'address', ...badAddress })
  if (!kind || !unitId || faults.length > 0) throw invalid(faults)
  const result = one(values, 'result').slice(0, 4000)
  const topic = one(values, 'topic').slice(0, 100)
  return { kind, name, subject, about, unitId, topic, sinceDay, result, address: address || null }
}

export function modelValues(m: Model): FormValues {
  return {
    ...{ kind: m.kind, name: m.name, subject: m.subject, about: m.about, unitId: String(m.unitId) },
    ...{ topic: m.topic, sinceDay: m.sinceDay ? showDay(m.sinceDay) : '', result: m.result },
    ...{ address: m.address ?? '', revision: String(m.revision) },
  }
}

type Told = Pick<Adoption, 'unitId' | 'stage' | 'sinceDay' | 'result' | 'address'>

/** What a unit tells of a model it takes over. Throws `invalid`. */
export function readAdoption(values: FormValues): Told {
  const stage = toldStages.find((s) => s === one(values, 'stage'))
  const typed = one(values, 'sinceDay')
  const sinceDay = parseDay(typed)
  const address = one(values, 'address')
  const faults: Fault[] = []
  if (!stage) faults.push({ field: 'stage', vi: 'Chọn mức áp dụng.', en: 'Choose how far it is.' })
  if (typed !== '' && !sinceDay) faults.push({ field: 'sinceDay', ...badDay })
  if (address !== '' && !isWebAddress(address)) faults.push({ field: 'address', ...badAddress })
  if (!stage || faults.length > 0) throw invalid(faults)
  const result = one(values, 'result').slice(0, 4000)
  return { unitId: idIn(values, 'unitId') ?? 0, stage, sinceDay, result, address: address || null }
}
