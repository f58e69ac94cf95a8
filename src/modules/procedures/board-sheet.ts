import type { SheetColumn } from '../../lib/sheets/sheet.ts'
import { writeSheet } from '../../lib/sheets/write-sheet.ts'
import type { BoardRow } from './board.ts'
import type { Announcement } from './procedure.ts'
import { standingWords } from './procedures.texts.ts'

const columns: readonly SheetColumn[] = [
  { key: 'unit', title: 'Đơn vị', kind: 'text', width: 40 },
  { key: 'standing', title: 'Tình trạng', kind: 'text', width: 18 },
  { key: 'due', title: 'Hạn', kind: 'date', width: 12 },
  { key: 'day', title: 'Ngày niêm yết', kind: 'date', width: 14 },
  { key: 'photo', title: 'Có ảnh', kind: 'text', width: 10 },
  { key: 'web', title: 'Trang đăng', kind: 'text', width: 50 },
  { key: 'by', title: 'Người báo', kind: 'text', width: 26 },
  { key: 'reason', title: 'Điều cần sửa', kind: 'text', width: 40 },
]

/** Who has posted one decision, as a workbook; late ones first. */
export function boardSheet(a: Announcement, board: readonly BoardRow[]): Promise<Uint8Array> {
  const rows = board.map((r) => ({
    ...{ unit: r.unitName, standing: standingWords[r.standing].vi, due: a.dueDay, day: r.postedDay },
    ...{ photo: r.photoFileId === null ? '' : 'x', web: r.webLink, by: r.postedBy ?? '' },
    reason: r.returnedReason ?? '',
  }))
  return writeSheet({ format: 'xlsx', sheets: [{ name: 'Niêm yết', columns, rows }] })
}
