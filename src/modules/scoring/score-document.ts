import type { Day } from '../../lib/calendar/day.ts'
import type { DbOrTx } from '../../lib/db/db.ts'
import type { Block, OfficialDocument, Row, Table } from '../../lib/documents/out/official-document.ts'
import { province, unitsAsOf } from '../organisations/organisations.ts'
import { type CriteriaTable, gradeOf, mostOf } from './criteria.ts'
import { type Points, shareOf, showPoints, showShare } from './points.ts'
import { isExtra } from './rule.ts'
import { selfPoints } from './score.ts'
import type { CampaignSeen, SheetSeen } from './scoring.ts'

/** A score sheet as an official document in the layout of Nghị định 30/2020/NĐ-CP, its table as an annex. */
export async function sheetDocument(
  db: DbOrTx,
  provinceId: number,
  seen: SheetSeen,
  today: Day,
): Promise<OfficialDocument> {
  const { campaign, version, sheet, lines } = seen
  const most = mostOf(version.table)
  const self = lines.reduce((sum, l) => sum + (selfPoints(l.score) ?? 0), 0)
  const head = await headOf(db, provinceId, sheet.unitId, today)
  const total = sheet.finalTotal ?? self
  const result: Block[] = [
    paragraph(`Thực hiện ${campaign.name} theo ${version.source}, ${head.issuer} báo cáo kết quả như sau:`),
    item('1.', `Tổng điểm tự chấm: ${showPoints(self)}/${showPoints(most)} điểm (${said(self, most)}).`),
    item('2.', finalWords(version.table, sheet.finalTotal, most)),
    item('3.', 'Điểm từng tiêu chí và căn cứ chấm điểm tại Phụ lục kèm theo.'),
  ]
  return {
    ...head,
    symbol: { number: null, code: 'BC' },
    type: 'Báo cáo',
    abstract: `Kết quả tự chấm điểm năm ${campaign.year} (${version.setName})`,
    body:
      total === self
        ? result
        : [...result, paragraph('Phần chênh lệch đã được giải trình, ghi tại Phụ lục.')],
    recipients: ['Cơ quan chủ trì chấm điểm'],
    archiveLine: 'VT',
    annexes: [
      {
        title: 'Bảng điểm',
        subject: campaign.name,
        landscape: true,
        blocks: [sheetTable(seen)],
      },
    ],
  }
}

function finalWords(table: CriteriaTable, final: Points | null, most: Points): string {
  if (final === null) return 'Chưa có kết quả thẩm định.'
  const grade = gradeOf(table, final)?.name.vi
  return `Điểm sau thẩm định: ${showPoints(final)}/${showPoints(most)} điểm (${said(final, most)})${grade ? `, xếp loại ${grade}` : ''}.`
}

function said(points: Points, most: Points): string {
  return showShare(shareOf(Math.max(0, points), most))
}

function sheetTable({ version, lines }: SheetSeen): Table {
  const byCode = new Map(lines.map((l) => [l.item.code, l]))
  const show = (points: Points | null | undefined) => (points == null ? '' : showPoints(points))
  const rows = version.table.rows.map((row): Row => {
    const line = byCode.get(row.code)
    if (!line) return { kind: 'group', ordinal: row.code, title: `${row.name} (${showPoints(row.most)})` }
    const { score } = line
    const notes = [score.why.vi, score.selfNote, score.firstNote, score.explanation, score.secondNote]
    return {
      kind: 'cells',
      cells: [
        row.code,
        row.name,
        isExtra(line.item.rule) ? '' : showPoints(row.most),
        show(isExtra(line.item.rule) ? null : selfPoints(score)),
        show(score.first),
        show(score.second),
        notes.flatMap((n) => (n ? [n] : [])),
      ],
    }
  })
  return {
    kind: 'table',
    columns: [
      { title: 'STT', kind: 'ordinal', share: 5 },
      { title: 'Tiêu chí', kind: 'text', share: 30 },
      { title: 'Điểm tối đa', kind: 'number', share: 8 },
      { title: 'Tự chấm', kind: 'number', share: 8 },
      { title: 'Thẩm định lần 1', kind: 'number', share: 9 },
      { title: 'Thẩm định lần 2', kind: 'number', share: 9 },
      { title: 'Căn cứ, giải trình', kind: 'text', share: 35 },
    ],
    rows,
  }
}

/** The results of a campaign as a document of the unit that runs it. */
export async function resultsDocument(
  db: DbOrTx,
  provinceId: number,
  seen: CampaignSeen,
  issuerId: number,
  today: Day,
): Promise<OfficialDocument> {
  const { campaign, version, rows } = seen
  const { table } = version
  const most = mostOf(table)
  const head = await headOf(db, provinceId, issuerId, today)
  const counts = table.grades.map(
    (g) => `${g.name.vi}: ${rows.filter((r) => gradeOf(table, r.total)?.code === g.code).length} đơn vị`,
  )
  const standing = campaign.publishedAt
    ? 'Kết quả dưới đây đã qua thẩm định và giải trình.'
    : 'Kết quả dưới đây là tạm tính, chưa công bố.'
  const ranking: Table = {
    kind: 'table',
    columns: [
      { title: 'Hạng', kind: 'ordinal', share: 8 },
      { title: 'Đơn vị', kind: 'text', share: 46 },
      { title: 'Tổng điểm', kind: 'number', share: 14 },
      { title: 'Tỷ lệ', kind: 'number', share: 14 },
      { title: 'Xếp loại', kind: 'text', share: 18 },
    ],
    rows: rows.map(
      (r): Row => ({
        kind: 'cells',
        cells: [
          String(r.rank),
          r.sheet.unitName,
          showPoints(r.total),
          said(r.total, most),
          gradeOf(table, r.total)?.name.vi ?? '',
        ],
      }),
    ),
  }
  return {
    ...head,
    symbol: { number: null, code: 'BC' },
    type: 'Báo cáo',
    abstract: `Kết quả chấm điểm năm ${campaign.year} (${version.setName})`,
    body: [
      paragraph(`${campaign.name} thực hiện theo ${version.source}, ${rows.length} đơn vị được chấm điểm.`),
      paragraph(standing),
      item('1.', `Xếp loại: ${counts.join('; ')}.`),
      item('2.', 'Thứ hạng và điểm của từng đơn vị tại Phụ lục kèm theo.'),
    ],
    recipients: ['Các đơn vị được chấm điểm'],
    archiveLine: 'VT',
    annexes: [{ title: 'Bảng xếp hạng', subject: campaign.name, landscape: false, blocks: [ranking] }],
  }
}

async function headOf(db: DbOrTx, provinceId: number, unitId: number, today: Day) {
  const units = await unitsAsOf(db, provinceId, today)
  const unit = units.find((u) => u.id === unitId)
  // A People's Committee has no body printed above it.
  const above = unit?.type === 'people_committee' ? null : units.find((u) => u.id === unit?.parentId)
  return {
    parentBody: above?.name ?? null,
    issuingBody: unit?.name ?? '',
    issuer: unit?.name ?? '',
    place: (await province(db, provinceId))?.shortName ?? '',
    date: null,
    year: Number(today.slice(0, 4)),
    signature: { title: unit?.headTitle ?? 'Thủ trưởng cơ quan', name: unit?.headName ?? null },
  }
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', text }
}

function item(ordinal: string, text: string): Block {
  return { kind: 'item', ordinal, text }
}
