import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../lib/calendar/day.ts'
import { type Rung, rungFor, rungs } from './ladder.ts'

const due = '2026-06-04'
const climb = (days: readonly number[], role: 'lead' | 'invited' = 'lead') => {
  const climbed: Rung[] = []
  for (const n of days) {
    const rung = rungFor({ role, dueDay: due, climbed }, addDays(due, n))
    if (rung) climbed.push(rung)
  }
  return climbed
}

test('a program that runs every day climbs every rung once, in order', () => {
  expect(climb(Array.from({ length: 60 }, (_, i) => i - 30))).toEqual([
    'before',
    'due',
    'after',
    'head',
    'letter',
  ])
})

test('the Front is told before and on the day, and never chased', () => {
  expect(
    climb(
      Array.from({ length: 60 }, (_, i) => i - 30),
      'invited',
    ),
  ).toEqual(['before', 'due'])
})

test('after a week of sleep only the highest rung is climbed', () => {
  expect(climb([-8, 4])).toEqual(['head'])
})

test('whatever days it runs on, no rung is climbed twice nor after a higher one', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -20, max: 40 })), (days) => {
      const order = climb([...days].sort((a, b) => a - b)).map((r) => rungs.indexOf(r))
      expect(order).toEqual([...new Set(order)].sort((a, b) => a - b))
    }),
  )
})
