import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextMoment } from './cron.ts'

const next = (at: string, after: string) => nextMoment(at, new Date(after)).toISOString()

test('seven in the morning in Vietnam is midnight UTC', () => {
  expect(next('0 7 * * *', '2026-11-22T01:00:00Z')).toBe('2026-11-23T00:00:00.000Z')
})

test('working days skip the weekend', () => {
  expect(next('30 8 * * 1-5', '2026-11-20T02:00:00Z')).toBe('2026-11-23T01:30:00.000Z')
})

test('steps, lists and months', () => {
  expect(next('*/15 * * * *', '2026-11-22T01:16:00Z')).toBe('2026-11-22T01:30:00.000Z')
  expect(next('0 0 1 1,7 *', '2026-11-22T01:16:00Z')).toBe('2026-12-31T17:00:00.000Z')
  expect(next('0 9 29 2 *', '2026-11-22T01:16:00Z')).toBe('2028-02-29T02:00:00.000Z')
})

test('day or weekday, where both are given', () => {
  expect(next('0 0 1 * 1', '2026-11-24T00:00:00Z')).toBe('2026-11-29T17:00:00.000Z')
  expect(next('0 0 1 * 1', '2026-11-30T00:00:00Z')).toBe('2026-11-30T17:00:00.000Z')
})

test('the next moment is later, on a whole minute, and nothing between fits', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2026-01-01'), max: new Date('2029-01-01'), noInvalidDate: true }),
      fc.integer({ min: 0, max: 59 }),
      fc.integer({ min: 0, max: 23 }),
      (after, minute, hour) => {
        const at = nextMoment(`${minute} ${hour} * * *`, after)
        expect(at.getTime()).toBeGreaterThan(after.getTime())
        expect(at.getTime() - after.getTime()).toBeLessThanOrEqual(86_400_000)
        expect([at.getUTCMinutes(), (at.getUTCHours() + 7) % 24]).toEqual([minute, hour])
      },
    ),
  )
})

test('a schedule that is wrong or never comes is refused', () => {
  expect(() => nextMoment('0 7 * *', new Date(0))).toThrow(/4 fields/)
  expect(() => nextMoment('61 7 * * *', new Date(0))).toThrow(/outside 0-59/)
  expect(() => nextMoment('x 7 * * *', new Date(0))).toThrow(/no part/)
  expect(() => nextMoment('0 7 31 2 *', new Date(0))).toThrow(/never comes/)
})
