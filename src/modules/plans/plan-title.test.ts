import { expect, test } from 'vitest'
import { shownTitle } from './plan.ts'

test.each([
  ['KẾ HOẠCH Tuyên truyền cải cách hành chính năm 2023', 'Tuyên truyền cải cách hành chính năm 2023'],
  ['KẾ HOẠCH TUYÊN TRUYỀN CCHC TỈNH LAM GIANG NĂM 2022', 'Tuyên truyền CCHC tỉnh Lam Giang năm 2022'],
  ['Kế hoạch 233/KH-UBND về tuyên truyền năm 2018', 'Tuyên truyền năm 2018'],
  ['Kế hoạch về truyền thông giai đoạn 2021 - 2025', 'Truyền thông giai đoạn 2021 - 2025'],
  ['Hậu Giang tăng cường tuyên truyền', 'Hậu Giang tăng cường tuyên truyền'],
  ['Kế hoạch', 'Kế hoạch'],
])('%s is shown as %s', (title, shown) => {
  expect(shownTitle(title)).toBe(shown)
})
