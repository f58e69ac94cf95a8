import { dayOf, showDay } from '../../../lib/calendar/day.ts'
import type { DbOrTx } from '../../../lib/db/db.ts'
import type { Block, OfficialDocument } from '../../../lib/documents/out/official-document.ts'
import { province, unitsAsOf } from '../../organisations/organisations.ts'
import type { ChasingContent, ChasingLetter } from './chasing.sql.ts'

/** More than this many are named in the table only. */
const namedAbove = 4

/** The letter that urges units to hand in a report, in the layout of Nghị định 30/2020/NĐ-CP. */
export async function chasingDocument(
  db: DbOrTx,
  provinceId: number,
  letter: ChasingLetter,
): Promise<OfficialDocument> {
  const day = dayOf(letter.draftedAt)
  const units = await unitsAsOf(db, provinceId, day)
  const from = units.find((u) => u.id === letter.fromUnitId)
  const above = units.find((u) => u.id === from?.parentId)
  const { content } = letter
  const [number, code] = letter.symbol?.split('/') ?? []
  return {
    parentBody: above?.name ?? null,
    issuingBody: from?.name ?? '',
    issuer: from?.name ?? '',
    symbol: { number: number || null, code: code ?? 'CCHC' },
    place: (await province(db, provinceId))?.shortName ?? '',
    date: letter.issuedDay,
    year: Number(day.slice(0, 4)),
    type: null,
    abstract: `đôn đốc gửi ${lowerFirst(content.report)} ${lowerFirst(content.periodName)}`,
    addressees: addresseesOf(content),
    body: bodyOf(content, from?.name ?? ''),
    recipients: ['Như trên', ...(above ? [`${above.name} (báo cáo)`] : [])],
    archiveLine: 'VT',
    signature: { title: from?.headTitle ?? 'Thủ trưởng cơ quan', name: from?.headName ?? null },
  }
}

function addresseesOf({ units }: ChasingContent): string[] {
  if (units.length <= namedAbove) return units.map((u) => u.name)
  return ['Các cơ quan, đơn vị, địa phương có tên trong danh sách']
}

function bodyOf(
  { report, periodName, source, asOf, answerBy, units }: ChasingContent,
  from: string,
): Block[] {
  const whom = units.length === 1 ? (units[0]?.name ?? '') : 'các cơ quan, đơn vị, địa phương có tên nêu trên'
  const count = units.length === 1 ? 'đơn vị' : `còn ${String(units.length).padStart(2, '0')} đơn vị`
  return [
    {
      kind: 'paragraph',
      text: `Thực hiện ${source}, các cơ quan, đơn vị, địa phương có trách nhiệm gửi ${lowerFirst(report)} ${lowerFirst(periodName)}. Qua theo dõi, tính đến hết ngày ${showDay(asOf)}, ${count} chưa gửi báo cáo theo quy định, cụ thể như sau:`,
    },
    {
      kind: 'table',
      columns: [
        { title: 'STT', kind: 'ordinal', share: 12 },
        { title: 'Cơ quan, đơn vị', kind: 'text', share: 70 },
        { title: 'Hạn gửi', kind: 'date', share: 28 },
        { title: 'Số ngày quá hạn', kind: 'number', share: 22 },
        { title: 'Tình hình', kind: 'text', share: 31 },
      ],
      rows: units.map((u, i) => ({
        kind: 'cells' as const,
        cells: [String(i + 1).padStart(2, '0'), u.name, showDay(u.dueDay), u.daysLate, u.state],
      })),
    },
    {
      kind: 'paragraph',
      text: `Đề nghị ${whom} khẩn trương hoàn thành và gửi báo cáo về ${from} chậm nhất vào ngày ${showDay(answerBy)} để tổng hợp; đồng thời nêu rõ nguyên nhân gửi chậm, khó khăn, vướng mắc (nếu có).`,
    },
    {
      kind: 'paragraph',
      text: 'Quá thời hạn trên, đơn vị không gửi báo cáo sẽ được tổng hợp là đơn vị không báo cáo và là căn cứ đánh giá kết quả thực hiện nhiệm vụ cải cách hành chính của đơn vị.',
    },
  ]
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
