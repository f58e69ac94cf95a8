import { expect, test } from 'vitest'
import { outOfCapitals } from './capitals.ts'

test.each([
  [
    'TUYÊN TRUYỀN CẢI CÁCH HÀNH CHÍNH TỈNH LAM GIANG NĂM 2022',
    'tuyên truyền cải cách hành chính tỉnh Lam Giang năm 2022',
  ],
  [
    'TUYÊN TRUYỀN CCHC CỦA TỈNH CỔ LOA - MÊ LINH QUÝ II NĂM 2020',
    'tuyên truyền CCHC của tỉnh Cổ Loa - Mê Linh quý II năm 2020',
  ],
  [
    'THỰC HIỆN KẾ HOẠCH SỐ 25/KH-UBND Ở CẤP XÃ NĂM 2026',
    'thực hiện kế hoạch số 25/KH-UBND ở cấp xã năm 2026',
  ],
  ['Tuyên truyền CCHC của UBND tỉnh', 'Tuyên truyền CCHC của UBND tỉnh'],
  ['KH 2026', 'KH 2026'],
])('%s', (printed, shown) => {
  expect(outOfCapitals(printed)).toBe(shown)
})
