import { z } from 'zod'
import { apiDay, apiId } from '../../lib/http/api-shapes.ts'
import { type BoardRow, countedAs, sides } from './boards/measure.ts'
import type { ObligationRow } from './obligations/lists.sql.ts'
import { type FigureValue, figureValue, type ReportVersion, reportStates } from './report.ts'
import type { VersionContent } from './writing/content.ts'

/** The shapes in which the API answers about reports. */
const count = z.int().min(0)

export const measure = z.object({
  of: z
    .partialRecord(z.enum(sides), z.union([z.string(), z.number(), z.null()]))
    .meta({ description: 'What the figures are of: numbers of units and duties, codes of periods' }),
  expected: count.meta({ description: 'Obligations neither waived nor ended' }),
  due: count.meta({ description: 'Of these, come due or handed in already: what shares are taken of' }),
  received: count.meta({ description: 'Handed in and not given back: on_time + late + nil + empty' }),
  ...(Object.fromEntries(countedAs.map((c) => [c, count])) as Record<
    (typeof countedAs)[number],
    typeof count
  >),
  returns: count.meta({ description: 'How many times reports were given back' }),
  completeness: z.number().nullable().meta({ description: 'Mean over received reports, 0 to 1' }),
  median_days_late: z.number().nullable(),
  longest_overdue: z
    .number()
    .nullable()
    .meta({ description: 'Days since the due day of what is overdue longest' }),
})

export const obligation = z.object({
  id: apiId,
  duty_id: apiId,
  duty: z.string(),
  programme: z.string(),
  period: z.string(),
  unit_id: apiId.meta({ description: 'The unit it counts for, on the map asked for' }),
  owed_by_unit_id: apiId,
  owed_by: z.string(),
  due_day: apiDay,
  submitted_day: apiDay.nullable(),
  standing: z.enum(countedAs),
  days: z.int().nullable().meta({ description: 'By which it was late, or since it fell due' }),
  completeness: z.number().nullable(),
  returns: count,
  invited: z.boolean(),
  report_id: apiId.nullable(),
})

export function asObligation(r: BoardRow): z.input<typeof obligation> {
  return {
    id: r.obligationId,
    duty_id: r.dutyId,
    duty: r.dutyName,
    programme: r.programme,
    period: r.period,
    unit_id: r.unitId,
    owed_by_unit_id: r.ownUnitId,
    owed_by: r.ownUnitName,
    due_day: r.dueDay,
    submitted_day: r.submittedDay,
    standing: r.countedAs,
    days: r.days,
    completeness: r.completeness,
    returns: r.returns,
    invited: r.invited,
    report_id: r.reportId,
  }
}

export const results = z.object({
  form: z.string().meta({ description: 'Code of the form' }),
  month: z.int().min(1).max(12),
  activities: count,
  units: count.meta({ description: 'Units that did any' }),
  people: z.number(),
  views: z.number(),
})

export const calendarEntry = z.object({
  obligation_id: apiId,
  unit_id: apiId,
  duty: z.string(),
  period: z.string(),
  cutoff_day: apiDay.meta({ description: 'Data up to and with this day' }),
  due_day: apiDay.meta({ description: 'The last day in time' }),
  why: z.string().meta({ description: 'The rule and its document, in one Vietnamese sentence' }),
})

const figure = z.object({
  code: z.string(),
  label: z.string(),
  unit: z.string().nullable(),
  value: z.number().nullable(),
  overridden: z
    .boolean()
    .meta({ description: 'Somebody put it in place of the computed one, with a reason' }),
  reason: z.string().nullable(),
})

const section = z.object({
  code: z.string(),
  heading: z.string(),
  text: z.string().nullable(),
  figures: z.array(figure),
  table: z
    .object({
      title: z.string(),
      rows: z.array(z.object({ code: z.string(), label: z.string(), figures: z.array(figure) })),
    })
    .nullable(),
  evidence: z.array(
    z.object({ id: apiId, caption: z.string(), url: z.string().nullable(), sha256: z.string().nullable() }),
  ),
})

export const report = z.object({
  id: apiId,
  obligation_id: apiId,
  unit_id: apiId,
  unit: z.string(),
  duty: z.string(),
  programme: z.string(),
  period: z.string(),
  state: z.enum(reportStates).nullable(),
  version: z.int().meta({ description: 'Number of the version handed in last; corrections come after it' }),
  submitted_at: z.iso.datetime().nullable(),
  completeness: z.number().nullable(),
  is_empty: z.boolean().nullable(),
  digest: z.string().nullable().meta({ description: 'SHA-256 over its content' }),
  title: z.string(),
  sections: z.array(section),
  activity_ids: z.array(apiId).meta({ description: 'The activities its figures were taken from' }),
})

export function asContent(id: number, owed: ObligationRow, content: VersionContent): z.input<typeof report> {
  const { version } = content
  return {
    id,
    obligation_id: owed.id,
    unit_id: owed.unitId,
    unit: owed.unitName,
    duty: owed.dutyName,
    programme: owed.programmeCode,
    period: owed.period,
    state: owed.reportState,
    ...versionFacts(version),
    title: content.definition.title.vi,
    sections: content.sections.map(asSection),
    activity_ids: version.activityIds ?? [],
  }
}

function versionFacts(v: ReportVersion) {
  return {
    version: v.number,
    submitted_at: v.submittedAt?.toISOString() ?? null,
    completeness: v.completeness,
    is_empty: v.isEmpty,
    digest: v.digest,
  }
}

function asSection(s: VersionContent['sections'][number]): z.input<typeof section> {
  const { definition } = s
  const { table } = definition
  const labelled = (columns: typeof definition.figures) => (f: FigureValue) => {
    const column = columns.find((c) => c.code === f.figureCode)
    return {
      code: f.figureCode,
      label: column?.label.vi ?? f.figureCode,
      unit: column?.unit?.vi ?? null,
      value: figureValue(f),
      overridden: f.manual !== null && f.computed !== null,
      reason: f.reason,
    }
  }
  const rows = s.rows.map((r) => ({
    code: r.code,
    label: r.label.vi,
    figures: r.values.map(labelled(table?.columns ?? [])),
  }))
  return {
    code: definition.code,
    heading: definition.heading.vi,
    text: s.narrative?.text ?? null,
    figures: s.figures.map(labelled(definition.figures)),
    table: table ? { title: table.title.vi, rows } : null,
    evidence: s.evidence.map((e) => ({ id: e.id, caption: e.caption, url: e.url, sha256: e.sha256 })),
  }
}
