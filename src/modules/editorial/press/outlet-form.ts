import type { Fault } from '../../../lib/errors.ts'
import { invalid } from '../../../lib/errors.ts'
import type { FormValues } from '../../../lib/http/forms.ts'
import { isWebAddress } from '../../../lib/text/web-address.ts'
import { idIn, one } from '../asking.ts'
import { type Outlet, outletKinds } from '../outlet.ts'
import type { Reason } from './correcting.ts'
import type { OutletFacts } from './outlets.ts'

/** An outlet as typed. Throws `invalid`. */
export function readOutlet(values: FormValues): OutletFacts {
  const name = one(values, 'name')
  const kind = outletKinds.find((k) => k === one(values, 'kind'))
  const email = one(values, 'email')
  const site = one(values, 'webAddress')
  const faults: Fault[] = []
  if (name.length < 3 || name.length > 200)
    faults.push({ field: 'name', vi: 'Nhập tên cơ quan báo chí.', en: 'Enter the outlet’s name.' })
  if (!kind) faults.push({ field: 'kind', vi: 'Chọn loại cơ quan.', en: 'Choose the kind.' })
  if (email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
    faults.push({ field: 'email', vi: 'Thư điện tử chưa đúng.', en: 'That is no e-mail address.' })
  if (site !== '' && !isWebAddress(site))
    faults.push({
      field: 'webAddress',
      vi: 'Trang mạng bắt đầu bằng https://.',
      en: 'A website begins with https://.',
    })
  if (!kind || faults.length > 0) throw invalid(faults)
  const lines = one(values, 'editions').split('\n')
  const editions = [...new Set(lines.map((e) => e.trim().slice(0, 100)).filter(Boolean))].slice(0, 20)
  const unitId = idIn(values, 'unitId')
  return { name, kind, editions, unitId, email: email || null, webAddress: site || null }
}

export function outletValues(o: Outlet): FormValues {
  return {
    ...{ name: o.name, kind: o.kind, editions: o.editions.join('\n'), unitId: String(o.unitId ?? '') },
    ...{ email: o.email ?? '', webAddress: o.webAddress ?? '' },
  }
}

export function readReason(values: FormValues): Reason {
  return { why: one(values, 'why'), seen: Number(one(values, 'seen')) || 0 }
}
