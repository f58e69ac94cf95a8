import { z } from 'zod'
import { monthsOf, type PeriodKind, periodKinds } from './period.ts'

/**
 * When something is due, as a plan or decision lays it down, for any period. Plain JSON: it is stored with report
 * duties. Read from Vietnamese by `readDeadline`, printed by `printDeadline`, turned into a day by `deadlineFor`.
 */
export type DeadlineRule = z.infer<typeof deadlineRuleSchema>
export type SimpleRule = DayRule | OffsetRule | WithinRule

/** What happens when the day is no working day. */
export const workingDayPolicies = ['as-printed', 'next-working-day', 'previous-working-day'] as const
export type WorkingDayPolicy = (typeof workingDayPolicies)[number]

/** What the text itself says of a day off ("nếu trùng ngày nghỉ thì …"); absent where it says nothing. */
const dayOff = { dayOff: z.enum(['next-working-day', 'previous-working-day']).optional() }

/** A year seen from the period; a number is the year itself, of a date that does not come back. */
const year = z.union([z.enum(['own', 'previous', 'next']), z.int().min(1900).max(2999)])

/** 'all' is the whole stretch, without naming a month in it. */
const month = z.union([z.int().min(1).max(11), z.enum(['last', 'all'])])
const unit = z.enum([...periodKinds, 'period'])

const placeInUnit = z
  .object({
    of: unit,
    /** The unit that the period ends in (0), the one before it or after it. */
    shift: z.union([z.literal(-1), z.literal(0), z.literal(1)]),
    month,
  })
  .refine(
    (p) => typeof p.month !== 'number' || p.month < monthsIn(p.of),
    'The last month is written "last" / Tháng cuối ghi là "last"',
  )
  .refine((p) => p.of !== 'month' || p.month === 'all', 'A month has no months / Tháng không có tháng con')

function monthsIn(of: PeriodKind | 'period'): number {
  return of === 'period' ? 12 : monthsOf(of)
}

/** A stretch of days: a month or quarter of a year, or a month of a unit that the period ends in. */
export const placeSchema = z.union([
  z.object({ of: z.literal('month-of-year'), month: z.int().min(1).max(12), year }),
  z.object({
    of: z.literal('quarter-of-year'),
    quarter: z.int().min(1).max(4),
    month: z.union([z.literal(1), z.literal(2), z.enum(['last', 'all'])]),
    year,
  }),
  placeInUnit,
])
export type Place = z.infer<typeof placeSchema>
export type Unit = z.infer<typeof unit>
export type YearPlace = z.infer<typeof year>

const dayRule = z.object({
  kind: z.literal('day'),
  /** 'before' is exclusive ("trước ngày 05": the 4th is the last valid day) unless it names an hour. */
  bound: z.enum(['before', 'by', 'on']),
  /** Which day of the place, by the calendar or, with `working`, among its working days. */
  day: z.union([z.int().min(1).max(31), z.literal('last')]),
  working: z.boolean(),
  place: placeSchema,
  /** "trước 17 giờ 00 ngày 05/6": 'HH:MM'. */
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .optional(),
})

/** What is counted from: a day that comes from elsewhere, or an end of the unit that the period ends in. */
const anchor = z.discriminatedUnion('at', [
  z.object({ at: z.literal('end'), of: unit }),
  z.object({ at: z.literal('start'), of: unit }),
  z.object({ at: z.literal('cutoff') }),
  /** The deadline of the level above or below, in a cascade of reports. */
  z.object({ at: z.literal('above') }),
  z.object({ at: z.literal('below') }),
  /** The day on which a request was received. */
  z.object({ at: z.literal('request') }),
])
export type Anchor = z.infer<typeof anchor>

const offsetRule = z.object({
  kind: z.literal('offset'),
  count: z.int().min(1).max(366),
  in: z.enum(['day', 'working-day', 'week', 'month']),
  side: z.enum(['after', 'before']),
  from: anchor,
})

/** Somewhere within the place: its last day is the last valid one. */
const withinRule = z.object({ kind: z.literal('within'), place: placeSchema })

const simpleRule = z.discriminatedUnion('kind', [dayRule, offsetRule, withinRule])

/** "trước ngày 05/6 và 05/11": of several days the one nearest to the end of the period is meant. */
const listRule = z.object({ kind: z.literal('list'), rules: z.array(simpleRule).min(2).max(12) })

/** "quý: …; 6 tháng: …; năm: …". `number` where one month or quarter is named ("quý III: …"), otherwise null. */
const byPeriodRule = z.object({
  kind: z.literal('by-period'),
  cases: z
    .array(
      z.object({
        period: z.enum(periodKinds),
        number: z.int().min(1).max(12).nullable(),
        rule: z.discriminatedUnion('kind', [dayRule, offsetRule, withinRule, listRule]),
      }),
    )
    .min(1)
    .max(24),
})

export const deadlineRuleSchema = z.discriminatedUnion('kind', [
  dayRule.extend(dayOff),
  offsetRule.extend(dayOff),
  withinRule.extend(dayOff),
  listRule.extend(dayOff),
  byPeriodRule.extend(dayOff),
])

export type DayRule = z.infer<typeof dayRule>
export type OffsetRule = z.infer<typeof offsetRule>
export type WithinRule = z.infer<typeof withinRule>
export type ListRule = z.infer<typeof listRule>
export type ByPeriodRule = z.infer<typeof byPeriodRule>
