import type { Day } from '../../../lib/calendar/day.ts'
import { type Period, periodOf, periodSpan, quarterName, readPeriod } from '../../../lib/calendar/period.ts'
import type { DbOrTx } from '../../../lib/db/db.ts'
import type { SheetColumn } from '../../../lib/sheets/sheet.ts'
import { writeSheet } from '../../../lib/sheets/write-sheet.ts'
import { listColumns } from '../../publishing/publishing.ts'
import { unitNames } from '../items/showing.ts'
import { selectOutlets } from '../press/outlets.sql.ts'
import { rateOf } from './column.ts'
import { countEpisodes, selectPlans } from './columns.sql.ts'
import { cadenceWords, texts } from './columns.texts.ts'

/** The quarter of a code ('2026-Q4'); the one of today where the code is none. */
export function quarterAsked(code: string | undefined, today: Day): Period {
  const asked = code === undefined ? null : readPeriod(code)
  return asked?.kind === 'quarter' ? asked : periodOf('quarter', today)
}

const columns: readonly SheetColumn[] = [
  { key: 'column', title: 'Chuyên mục', kind: 'text', width: 44 },
  { key: 'unit', title: 'Đơn vị phụ trách', kind: 'text', width: 36 },
  { key: 'outlet', title: 'Đăng, phát trên', kind: 'text', width: 32 },
  { key: 'cadence', title: 'Chu kỳ', kind: 'text', width: 18 },
  { key: 'due', title: 'Số kỳ đến hạn', kind: 'number', width: 14 },
  { key: 'out', title: 'Đã ra', kind: 'number', width: 10 },
  { key: 'missed', title: 'Lỡ kỳ', kind: 'number', width: 10 },
  { key: 'excused', title: 'Nghỉ, có lý do', kind: 'number', width: 14 },
  { key: 'unaddressed', title: 'Đã ra, thiếu địa chỉ', kind: 'number', width: 20 },
  { key: 'rate', title: 'Tỷ lệ ra đủ kỳ (%)', kind: 'number', width: 18 },
]

/** Completeness of every column over a quarter (YB-14, YB-23), as .xlsx. */
export async function completenessSheet(
  db: DbOrTx,
  provinceId: number,
  quarter: Period,
  today: Day,
): Promise<Uint8Array> {
  const faces = new Map((await listColumns(db, provinceId)).map((c) => [c.id, c.vi]))
  const outlets = new Map((await selectOutlets(db, provinceId)).map((o) => [o.id, o.name]))
  const units = await unitNames(db, provinceId, today)
  const kept = new Map(
    (await countEpisodes(db, provinceId, periodSpan(quarter), today)).map((k) => [k.columnId, k]),
  )
  const rows = (await selectPlans(db, provinceId)).map((plan) => {
    const none = { due: 0, out: 0, missed: 0, excused: 0, unaddressed: 0 }
    const { columnId: _, ...counts } = { columnId: 0, ...(kept.get(plan.columnId) ?? none) }
    return {
      ...counts,
      rate: rateOf(counts),
      column: faces.get(plan.columnId) ?? '',
      unit: units.get(plan.unitId) ?? '',
      outlet: plan.outletId === null ? texts.onPortal.vi : (outlets.get(plan.outletId) ?? ''),
      cadence: cadenceWords[plan.cadence].vi,
    }
  })
  const name = `Quý ${quarterName(quarter.number)}-${quarter.year}`
  return writeSheet({ format: 'xlsx', sheets: [{ name, columns, rows }] })
}
