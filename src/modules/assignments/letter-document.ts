import { dayOf } from '../../lib/calendar/day.ts'
import type { DbOrTx } from '../../lib/db/db.ts'
import { reminderLetter } from '../../lib/documents/out/letter.ts'
import type { OfficialDocument } from '../../lib/documents/out/official-document.ts'
import { province, unitsAsOf } from '../organisations/organisations.ts'
import type { Letter } from './letters.sql.ts'

/** A drafted letter as an official document in the layout of Nghị định 30/2020/NĐ-CP. */
export async function letterDocument(
  db: DbOrTx,
  provinceId: number,
  letter: Letter,
): Promise<OfficialDocument> {
  const day = dayOf(letter.draftedAt)
  const units = await unitsAsOf(db, provinceId, day)
  const from = units.find((u) => u.id === letter.fromUnitId)
  const to = units.find((u) => u.id === letter.toUnitId)
  const above = units.find((u) => u.id === from?.parentId)
  const place = (await province(db, provinceId))?.shortName ?? ''
  const [number, code] = letter.symbol?.split('/') ?? []
  const document = reminderLetter({
    parentBody: above?.name ?? null,
    issuingBody: from?.name ?? '',
    issuer: from?.name ?? '',
    code: code ?? 'CCHC',
    place,
    year: Number(day.slice(0, 4)),
    addressees: [to?.name ?? ''],
    plan: letter.content.plan,
    asOf: letter.content.asOf,
    answerBy: letter.content.answerBy,
    answerTo: from?.name ?? '',
    tasks: letter.content.tasks,
    recipients: above ? [`${above.name} (báo cáo)`] : [],
    archiveLine: 'VT',
    signature: { title: from?.headTitle ?? 'Thủ trưởng cơ quan', name: from?.headName ?? null },
  })
  return { ...document, symbol: { number: number || null, code: code ?? 'CCHC' }, date: letter.issuedDay }
}
