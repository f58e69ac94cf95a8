import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../lib/calendar/day.ts'
import { assignmentStates, daysLate, mayFollow, targetShare, timingOf } from './assignment.ts'

const open = { role: 'lead', state: 'in_progress', dueDay: '2026-06-04', reportedDay: null } as const

describe('timing', () => {
  test('"trước ngày 05/6" means that the 4th is the last day: on the 4th it is due, on the 5th overdue', () => {
    expect(timingOf(open, '2026-06-04')).toBe('due_now')
    expect(timingOf(open, '2026-06-05')).toBe('overdue')
    expect(daysLate(open, '2026-06-05')).toBe(1)
  })

  test('a week before it is due soon, before that later', () => {
    expect(timingOf(open, '2026-05-28')).toBe('due_soon')
    expect(timingOf(open, '2026-05-27')).toBe('later')
  })

  test('an invited body is never overdue (YB-27)', () => {
    expect(timingOf({ ...open, role: 'invited' }, '2026-12-31')).toBe('no_due')
    expect(daysLate({ ...open, role: 'invited' }, '2026-12-31')).toBe(0)
  })

  test('work reported after its day stays late, also once verified', () => {
    const done = { ...open, state: 'verified', reportedDay: '2026-06-10' } as const
    expect(timingOf(done, '2026-12-31')).toBe('done_late')
    expect(daysLate(done, '2026-12-31')).toBe(6)
  })

  test('what is overdue today is overdue tomorrow, whatever the day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), (n) => {
        const today = addDays('2026-06-04', n)
        if (timingOf(open, today) === 'overdue') expect(timingOf(open, addDays(today, 1))).toBe('overdue')
      }),
    )
  })
})

test('nothing follows a withdrawal, and only reported work can be verified', () => {
  for (const to of assignmentStates) expect(mayFollow('withdrawn', to)).toBe(false)
  for (const from of assignmentStates) expect(mayFollow(from, 'verified')).toBe(from === 'reported_done')
})

test('a target of one or two plays is met by one, half met by none of two', () => {
  expect(targetShare(1, { min: 1, max: 2 })).toBe(1)
  expect(targetShare(1, { min: 2, max: null })).toBe(0.5)
  expect(targetShare(5, { min: 2, max: null })).toBe(1)
})
