import { expect, test } from 'vitest'
import { personalIn } from './personal.ts'

test('numbers and addresses of people are found, however they are grouped', () => {
  const kinds = (text: string) => personalIn(text).map((f) => `${f.kind} ${f.text}`)
  expect(kinds('Gọi lại 0912 345 678 giúp tôi')).toEqual(['phone 0912 345 678'])
  expect(kinds('Số của bà là +84.912.345.678.')).toEqual(['phone +84.912.345.678'])
  expect(kinds('Căn cước 001 203 004567 hết hạn')).toEqual(['identity 001 203 004567'])
  expect(kinds('Thư gửi nguyễn.an@vi-du.vn nhé')).toEqual(['email nguyễn.an@vi-du.vn'])
  expect(kinds('CCCD 001203004567, điện thoại 02413888999')).toEqual([
    'identity 001203004567',
    'phone 02413888999',
  ])
})

test('days, document numbers and sums of money are left in peace', () => {
  for (const text of [
    'Quyết định số 876/QĐ-BNV ngày 10/11/2022',
    'Nộp 1.250.000.000 đồng trong 15 ngày, từ 01/01/2026 đến 31/12/2026',
    'Hồ sơ tiếp nhận 02/09/2026 08:30',
    'Nghị định 61/2018/NĐ-CP, 107/2021/NĐ-CP',
  ])
    expect(personalIn(text)).toEqual([])
})
