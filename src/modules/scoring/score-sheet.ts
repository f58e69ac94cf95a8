import type { CellValue, SheetColumn } from '../../lib/sheets/sheet.ts'
import { writeSheet } from '../../lib/sheets/write-sheet.ts'
import { gradeOf, itemsOf, mostOf } from './criteria.ts'
import { onePoint, type Points, shareOf } from './points.ts'
import { isExtra } from './rule.ts'
import { selfPoints } from './score.ts'
import { stateWords } from './scoring.texts.ts'
import type { CampaignSeen, SheetSeen } from './scoring.ts'

/** Points in a cell that can be added up. Four decimals at most, so a float holds them. */
const cell = (points: Points | null): number | null => (points === null ? null : points / onePoint)

/** One score sheet as a workbook: a row for each line, with every column that is filled. */
export function sheetWorkbook({ version, lines }: SheetSeen): Promise<Uint8Array> {
  const columns: SheetColumn[] = [
    { key: 'code', title: 'STT', kind: 'text', width: 8 },
    { key: 'name', title: 'Tiêu chí', kind: 'text', width: 60 },
    { key: 'most', title: 'Điểm tối đa', kind: 'number', width: 12 },
    { key: 'computed', title: 'Chương trình tính', kind: 'number', width: 14 },
    { key: 'self', title: 'Tự chấm', kind: 'number', width: 10 },
    { key: 'first', title: 'Thẩm định lần 1', kind: 'number', width: 12 },
    { key: 'second', title: 'Thẩm định lần 2', kind: 'number', width: 12 },
    { key: 'why', title: 'Căn cứ tính', kind: 'text', width: 60 },
    { key: 'selfNote', title: 'Giải thích của đơn vị', kind: 'text', width: 40 },
    { key: 'firstNote', title: 'Nhận xét lần 1', kind: 'text', width: 40 },
    { key: 'explanation', title: 'Giải trình', kind: 'text', width: 40 },
    { key: 'secondNote', title: 'Nhận xét lần 2', kind: 'text', width: 40 },
  ]
  const byCode = new Map(lines.map((l) => [l.item.code, l]))
  const rows = version.table.rows.map((row): Record<string, CellValue> => {
    const line = byCode.get(row.code)
    const head = { code: row.code, name: row.name, most: cell(row.most) }
    if (!line) return head
    const { score, item } = line
    return {
      ...head,
      computed: cell(score.computed),
      self: isExtra(item.rule) ? null : cell(selfPoints(score)),
      first: cell(score.first),
      second: cell(score.second),
      why: score.why.vi,
      selfNote: score.selfNote,
      firstNote: score.firstNote,
      explanation: score.explanation,
      secondNote: score.secondNote,
    }
  })
  return writeSheet({ sheets: [{ name: 'Bảng điểm', columns, rows }] })
}

/**
 * The units of a campaign as a workbook: rank, total and grade of every unit that the page shows, and the points of
 * each line of those whose sheets the reader may open (`mayOpen`): the ranking is announced, the sheets are not.
 */
export function resultsWorkbook(
  { version, rows }: CampaignSeen,
  mayOpen: (unitId: number) => boolean,
): Promise<Uint8Array> {
  const { table } = version
  const most = mostOf(table)
  const items = itemsOf(table)
  const columns: SheetColumn[] = [
    { key: 'rank', title: 'Hạng', kind: 'number', width: 8 },
    { key: 'unit', title: 'Đơn vị', kind: 'text', width: 44 },
    { key: 'total', title: 'Tổng điểm', kind: 'number', width: 12 },
    { key: 'share', title: 'Tỷ lệ (%)', kind: 'number', width: 12 },
    { key: 'grade', title: 'Xếp loại', kind: 'text', width: 14 },
    { key: 'state', title: 'Tình trạng', kind: 'text', width: 24 },
    ...items.map((i): SheetColumn => ({ key: `i-${i.code}`, title: i.code, kind: 'number', width: 10 })),
  ]
  return writeSheet({
    sheets: [
      {
        name: 'Kết quả',
        columns,
        rows: rows.map((r) => ({
          rank: r.rank,
          unit: r.sheet.unitName,
          total: cell(r.total),
          share: shareOf(Math.max(0, r.total), most) / 100,
          grade: gradeOf(table, r.total)?.name.vi ?? '',
          state: stateWords[r.sheet.state].vi,
          ...Object.fromEntries(
            mayOpen(r.sheet.unitId)
              ? items.map((i) => [`i-${i.code}`, cell(r.points.get(i.code) ?? null)])
              : [],
          ),
        })),
      },
    ],
  })
}
