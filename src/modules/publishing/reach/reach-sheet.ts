import type { DbOrTx } from '../../../lib/db/db.ts'
import type { SheetColumn } from '../../../lib/sheets/sheet.ts'
import { writeSheet } from '../../../lib/sheets/write-sheet.ts'
import { selectAudienceNames } from './audiences.sql.ts'
import { type ReachScope, selectCells } from './reach.sql.ts'
import { channelWords, type Metric, metrics } from './reach.ts'

const columns: readonly SheetColumn[] = [
  { key: 'day', title: 'Ngày', kind: 'date', width: 12 },
  { key: 'id', title: 'Mã bài', kind: 'number', width: 10 },
  { key: 'title', title: 'Tên bài', kind: 'text', width: 60 },
  { key: 'channel', title: 'Kênh', kind: 'text', width: 24 },
  { key: 'place', title: 'Nơi', kind: 'text', width: 30 },
  { key: 'audience', title: 'Đối tượng', kind: 'text', width: 26 },
  { key: 'metric', title: 'Loại số liệu', kind: 'text', width: 36 },
  { key: 'amount', title: 'Số lượng', kind: 'number', width: 12 },
  { key: 'origin', title: 'Nguồn', kind: 'text', width: 18 },
  { key: 'by', title: 'Người nhập', kind: 'text', width: 24 },
  { key: 'note', title: 'Ghi chú', kind: 'text', width: 40 },
]

const origins: Record<string, string> = {
  counted: 'Chương trình đếm',
  typed: 'Nhập tay',
  imported: 'Nhập từ tệp',
  channel: 'Kênh trả về',
  ledger: 'Sổ cấp phát, nơi đặt, phát thanh',
}

/** Every figure line by line, so that others can add it up in their own way. */
export async function reachSheet(
  db: DbOrTx,
  provinceId: number,
  scope: ReachScope,
  format: 'xlsx' | 'csv',
): Promise<Uint8Array> {
  const audiences = await selectAudienceNames(db, provinceId)
  const rows = (await selectCells(db, provinceId, scope)).map((r) => ({
    day: r.day,
    id: r.publicationId,
    title: r.title,
    channel: channelWords(r.channelKind).vi,
    place: r.place,
    audience: audiences[r.audience]?.vi ?? r.audience,
    metric: metrics[r.metric as Metric]?.vi ?? r.metric,
    amount: r.amount,
    origin: origins[r.origin] ?? r.origin,
    by: r.byName,
    note: r.note,
  }))
  return writeSheet({ format, sheets: [{ name: 'Tiếp cận', columns, rows }] })
}
