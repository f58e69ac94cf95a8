import { z } from 'zod'
import { addDays } from '../../lib/calendar/day.ts'
import { notFound } from '../../lib/errors.ts'
import { type ApiCaller, type ApiRoute, apiRoute } from '../../lib/http/api-route.ts'
import {
  apiDay,
  asOfQuery,
  cutPage,
  dayQuery,
  idParam,
  idQuery,
  none,
  pageOf,
  pageQuery,
} from '../../lib/http/api-shapes.ts'
import { deedsOf } from './boards/deeds.ts'
import { type Measure, maps, parts, received, type Scope, type Side, sides } from './boards/measure.ts'
import { measuresBy } from './boards/measures.sql.ts'
import { boardRows, obligationOfReport } from './boards/rows.sql.ts'
import { dutyKinds } from './obligation.ts'
import {
  asContent,
  asObligation,
  calendarEntry,
  measure,
  obligation,
  report,
  results,
} from './reporting.shapes.ts'
import { obligationById, obligationsWhere, reportContent } from './reporting.ts'

/** What is counted: shared by the measures and by the rows behind them. */
const scopeQuery = {
  as_of: asOfQuery,
  map: z.enum(maps).optional().meta({
    description:
      'Units as on the day of knowledge (then), or as today; a key of a subtree always sees today’s',
  }),
  under: idQuery.meta({ description: 'This unit and all below it' }),
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  period: z.string().max(12).optional().meta({
    description:
      '2026-Q1, 2026-H1, 2026-9M, 2026, 2026-03; 2026-10-31: asked for once, with data up to that day',
  }),
  period_kind: z.enum(dutyKinds).optional(),
  programme: z.string().max(60).optional(),
  duty: idQuery,
}
const scopeShape = z.object(scopeQuery)

const byQuery = z
  .string()
  .max(80)
  .default('unit')
  .transform((text, context): Side[] => {
    const asked = text.split(',').filter((s) => s !== '')
    const known = asked.filter((s): s is Side => (sides as readonly string[]).includes(s))
    if (known.length === asked.length && new Set(asked).size === asked.length) return known
    context.addIssue({ code: 'custom', message: `words of: ${sides.join(', ')}, each once` })
    return z.NEVER
  })
  .meta({ description: `One or more of ${sides.join(', ')}, parted by commas; empty: everything together` })

export const reportingApi: readonly ApiRoute[] = [
  apiRoute({
    path: '/api/v1/measures',
    tag: 'Reporting',
    operation: 'readMeasures',
    summary: {
      vi: 'Số phải báo cáo, đã nhận, đúng hạn, muộn, trống, trả lại theo đơn vị, kỳ, chế độ',
      en: 'Expected, received, on time, late, empty, returned, by unit, period, duty …',
    },
    params: none,
    query: z.object({ by: byQuery, ...scopeQuery }),
    answer: z.object({ as_of: apiDay, data: z.array(measure) }),
    async handle({ db, caller, query, today }) {
      const scope = scopeOf(caller, query, today)
      const [found] = await measuresBy(db, scope, [query.by])
      return { as_of: scope.asOf, data: found.map(asMeasure) }
    },
  }),
  apiRoute({
    path: '/api/v1/obligations',
    tag: 'Reporting',
    operation: 'listObligations',
    summary: { vi: 'Báo cáo phải nộp và tình hình từng báo cáo', en: 'Reports owed, and how each stands' },
    params: none,
    query: z.object({
      part: z.enum(parts).optional().meta({ description: 'Only what this figure counts' }),
      ...scopeQuery,
      ...pageQuery,
    }),
    answer: pageOf(obligation).extend({ as_of: apiDay }),
    async handle({ db, caller, query, today }) {
      const scope = scopeOf(caller, query, today)
      const { part, limit, cursor } = query
      const { rows } = await boardRows(db, scope, { part, limit: limit + 1, after: cursor })
      const { page, next_cursor } = cutPage(rows, limit, (r) => r.obligationId)
      return { as_of: scope.asOf, data: page.map(asObligation), next_cursor }
    },
  }),
  apiRoute({
    path: '/api/v1/results',
    tag: 'Work',
    operation: 'readResults',
    summary: {
      vi: 'Hoạt động trong năm theo hình thức và tháng, số người được tuyên truyền',
      en: 'Activities of a year by form and month, and how many they reached',
    },
    params: none,
    query: z.object({
      year: z.coerce.number().int().min(1990).max(2200),
      programme: z
        .string()
        .max(60)
        .optional()
        .meta({ description: 'Only what served work of this programme' }),
    }),
    answer: z.object({ year: z.int(), data: z.array(results) }),
    async handle({ db, caller, query, today }) {
      const reach = caller.reach === 'province' ? undefined : [...caller.reach]
      const data = await deedsOf(db, caller.provinceId, { ...query, reach }, today)
      return { year: query.year, data: [...data] }
    },
  }),
  apiRoute({
    path: '/api/v1/calendar',
    tag: 'Reporting',
    operation: 'readCalendar',
    summary: { vi: 'Hạn báo cáo trong khoảng ngày', en: 'Reports that fall due within days' },
    params: none,
    query: z.object({
      from: dayQuery.optional().meta({ format: 'date', description: 'Today unless given' }),
      to: dayQuery.optional().meta({ format: 'date', description: '90 days after `from` unless given' }),
      unit: idQuery,
      limit: pageQuery.limit,
      offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
    }),
    answer: z.object({ total: z.int(), data: z.array(calendarEntry) }),
    async handle({ db, caller, query, today }) {
      const from = query.from ?? today
      const to = query.to ?? addDays(from, 90)
      const reach = caller.reach === 'province' ? undefined : [...caller.reach]
      const unitIds = query.unit ? (reach ?? [query.unit]).filter((id) => id === query.unit) : reach
      const filter = { dueFrom: from, dueTo: to, unitIds }
      const { rows, total } = await obligationsWhere(db, caller.provinceId, filter, query.limit, query.offset)
      const data = rows.map((o) => ({
        obligation_id: o.id,
        unit_id: o.unitId,
        duty: o.dutyName,
        period: o.period,
        cutoff_day: o.cutoffDay,
        due_day: o.dueDay,
        why: o.why.vi,
      }))
      return { total, data }
    },
  }),
  apiRoute({
    path: '/api/v1/reports/:id',
    tag: 'Reporting',
    operation: 'readReport',
    summary: {
      vi: 'Nội dung báo cáo đã nộp: lời văn, số liệu, nguồn',
      en: 'What a report says that was handed in: words, figures, sources',
    },
    params: idParam,
    query: none,
    answer: report,
    async handle({ db, caller, params }) {
      const obligationId = await obligationOfReport(db, caller.provinceId, params.id)
      const owed = obligationId === null ? null : await obligationById(db, caller.provinceId, obligationId)
      if (!owed || !(caller.reach === 'province' || caller.reach.has(owed.unitId))) throw notFound()
      const content = await reportContent(db, caller.provinceId, params.id)
      // What is still being written belongs to those who write it.
      if (!content) throw notFound()
      return asContent(params.id, owed, content)
    },
  }),
]

function scopeOf(caller: ApiCaller, q: z.output<typeof scopeShape>, today: string): Scope {
  const whole = caller.reach === 'province'
  return {
    provinceId: caller.provinceId,
    asOf: q.as_of && q.as_of < today ? q.as_of : today,
    today,
    map: whole ? (q.map ?? 'then') : 'today',
    reach: caller.reach === 'province' ? undefined : [...caller.reach],
    under: q.under,
    year: q.year,
    period: q.period,
    periodKind: q.period_kind,
    programme: q.programme,
    dutyId: q.duty,
  }
}

function asMeasure(m: Measure): z.input<typeof measure> {
  return {
    of: m.keys,
    expected: m.expected,
    due: m.due,
    received: received(m),
    ...m.counts,
    returns: m.returns,
    completeness: m.completeness,
    median_days_late: m.medianDaysLate,
    longest_overdue: m.longestOverdue,
  }
}
