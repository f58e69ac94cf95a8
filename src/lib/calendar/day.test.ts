import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf, showDay, showTime } from './day.ts'

const zone = 'Asia/Ho_Chi_Minh'
const instants = fc.date({ min: new Date('1950-01-01T00:00:00Z'), max: new Date('2199-12-31T23:59:59Z') })

test('day and hour of an instant are those of the time zone database', () => {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' })
  const hour = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'short' })
  fc.assert(
    fc.property(fc.noShrink(instants), (at) => {
      if (Number.isNaN(at.getTime())) return
      expect(dayOf(at)).toBe(day.format(at))
      expect(showTime(at)).toBe(`${showDay(day.format(at))} ${hour.format(at)}`)
    }),
    { numRuns: 2000 },
  )
})
