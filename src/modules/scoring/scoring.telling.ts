import { showDay } from '../../lib/calendar/day.ts'
import type { Tx } from '../../lib/db/db.ts'
import { tellUnits } from '../assignments/assignments.ts'
import { type Points, showPoints } from './points.ts'
import { type Campaign, campaignAddress, type Sheet, sheetAddress } from './score.ts'

const workers = ['agency_officer', 'agency_head'] as const

/** The sheet is back at its unit: the first appraisal differs on some lines, which the unit explains. */
export function tellReturned(
  tx: Tx,
  provinceId: number,
  sheet: Pick<Sheet, 'id' | 'unitId'>,
  campaign: Pick<Campaign, 'name' | 'explainDue'>,
  lines: number,
  now: Date,
): Promise<unknown> {
  const day = showDay(campaign.explainDue)
  const news = {
    kind: 'score_sheet_returned',
    vi: `Thẩm định “${campaign.name}” có ${lines} mục khác điểm tự chấm; đề nghị giải trình trước hết ngày ${day}.`,
    en: `The appraisal of “${campaign.name}” differs on ${lines} lines; explain them by ${day}.`,
    href: sheetAddress(sheet.id),
  }
  return tellUnits(tx, provinceId, [sheet.unitId], workers, news, now)
}

/** The appraisal of one unit is at its end. */
export function tellSettled(
  tx: Tx,
  provinceId: number,
  sheet: Pick<Sheet, 'id' | 'unitId'>,
  campaign: Pick<Campaign, 'name'>,
  total: Points,
  now: Date,
): Promise<unknown> {
  const news = {
    kind: 'score_sheet_settled',
    vi: `“${campaign.name}”: đã thẩm định xong, đơn vị đạt ${showPoints(total)} điểm.`,
    en: `“${campaign.name}”: the appraisal is done; the unit has ${showPoints(total, 'en')} points.`,
    href: sheetAddress(sheet.id),
  }
  return tellUnits(tx, provinceId, [sheet.unitId], workers, news, now)
}

/** The ranking is out: everybody of the units in it hears so. */
export function tellPublished(
  tx: Tx,
  provinceId: number,
  unitIds: readonly number[],
  campaign: Pick<Campaign, 'id' | 'name'>,
  now: Date,
): Promise<unknown> {
  const news = {
    kind: 'scores_published',
    vi: `Đã công bố kết quả “${campaign.name}”.`,
    en: `The results of “${campaign.name}” are published.`,
    href: `${campaignAddress(campaign.id)}/results`,
  }
  return tellUnits(tx, provinceId, unitIds, workers, news, now)
}
