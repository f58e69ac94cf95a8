import type { CutoffRule } from './cutoffs.ts'

const provinceRule =
  'Điều 4 Quyết định số 01/2023/QĐ-UBND tỉnh Khánh Hòa, nhắc lại mốc chung theo Nghị định số 09/2019/NĐ-CP'
const parLetter = 'Văn bản số 581/BNV-CCHC của Bộ Nội vụ'

/**
 * From which to which day the figures of a report run (domain.md 3.2): the general ones of Nghị định 09/2019/NĐ-CP as
 * a province restates them, and those of the four reports on administrative reform. Provinces keep copies that they
 * may change. None was checked against the official text, hence `verified: false`.
 */
export const nationalCutoffs: readonly CutoffRule[] = [
  general('month', 'ngày 15 tháng trước', 'ngày 14 hằng tháng'),
  general('quarter', 'ngày 15 tháng cuối của quý trước', 'ngày 14 tháng cuối của quý'),
  general('half-year', 'ngày 15/12 năm trước', 'ngày 14/6'),
  general('nine-month', 'ngày 15/12 năm trước', 'ngày 14/9'),
  general('year', 'ngày 15/12 năm trước', 'ngày 14/12'),
  reform('quarter', 1, 'ngày 15/12 năm trước', 'ngày 14/3'),
  reform('half-year', null, 'ngày 15/12 năm trước', 'ngày 14/6'),
  reform('quarter', 3, 'ngày 15/6', 'ngày 14/9'),
  reform('year', null, 'ngày 15/12 năm trước', 'ngày 14/12'),
]

function general(period: CutoffRule['period'], opens: string, closes: string): CutoffRule {
  return {
    regime: 'general',
    period,
    number: null,
    opens,
    closes,
    due: null,
    source: provinceRule,
    verified: false,
  }
}

function reform(
  period: CutoffRule['period'],
  number: number | null,
  opens: string,
  closes: string,
): CutoffRule {
  const due = 'chậm nhất ngày 20 tháng cuối của kỳ báo cáo'
  return { regime: 'reform', period, number, opens, closes, due, source: parLetter, verified: false }
}
