import { expect, test } from 'vitest'
import { dueDay, readDueRule } from './due-rule.ts'

test.each([
  ['trước ngày 05/6', { day: 5, before: true, month: 6 }],
  ['trước ngày 30 tháng 6', { day: 30, before: true, month: 6 }],
  ['trước ngày 05 tháng cuối cùng của quý', { day: 5, before: true, month: 'last' }],
  ['chậm nhất ngày 20 hằng tháng', { day: 20, before: false, month: 'last' }],
  ['trước ngày 10 tháng sau', { day: 10, before: true, month: 'next' }],
  ['trước ngày 05/13', null],
  ['theo quy định', null],
])('"%s"', (printed, rule) => {
  expect(readDueRule(printed)).toEqual(rule)
})

test('"trước ngày 05 tháng cuối cùng của quý" is the 4th of March for the first quarter', () => {
  expect(dueDay({ day: 5, before: true, month: 'last' }, '2026-03-31')).toBe('2026-03-04')
})

test('a month that has no such day gives its last day', () => {
  expect(dueDay({ day: 31, before: false, month: 'next' }, '2026-03-31')).toBe('2026-04-30')
})
