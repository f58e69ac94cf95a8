import type { PeriodKind } from '../../../lib/calendar/period.ts'
import type { Flag } from './flags.ts'
import type { Field, PlanReading } from './reading.ts'
import type { Span } from './strand.ts'

/** The label form of a reading: the fields of the labelling conventions, and where each one stands. */
export interface PlanLabels {
  readonly title: string | null
  readonly number: string | null
  readonly issued: string | null
  readonly issuer: string | null
  readonly year: number | null
  readonly signer: string | null
  readonly signerTitle: string | null
  readonly legalBasis: readonly LabelledBasis[]
  readonly recipients: readonly string[]
  readonly tasks: readonly LabelledTask[]
  readonly reportDeadlines: readonly LabelledDeadline[]
  readonly flags: readonly Flag[]
  readonly source: { readonly text: string; readonly fields: Readonly<Record<string, readonly Span[]>> }
}

export interface LabelledBasis {
  readonly type: string
  readonly number: string | null
  readonly issued: string | null
  readonly issuer: string | null
  readonly name?: string
}

export interface LabelledTask {
  readonly section: string | null
  readonly ordinal: string | null
  readonly content: string
  readonly lead: readonly string[]
  readonly coordinating: readonly string[]
  readonly time: string | null
}

export interface LabelledDeadline {
  readonly period: PeriodKind
  readonly due: string | null
  readonly to: string | null
}

/** Document fields, tasks (with their whole content) and report deadlines; a report with no period has no label. */
export function toLabels(reading: PlanReading): PlanLabels {
  return {
    title: reading.title.value,
    number: reading.number.value,
    issued: reading.issued.value,
    issuer: reading.issuer.value,
    year: reading.year.value,
    signer: reading.signer.value,
    signerTitle: reading.signerTitle.value,
    legalBasis: reading.legalBasis.map(({ type, number, issued, issuer, name }) =>
      name === null ? { type, number, issued, issuer } : { type, number, issued, issuer, name },
    ),
    recipients: reading.recipients.map(({ value }) => value),
    tasks: reading.tasks.map((task) => ({
      section: task.section,
      ordinal: task.ordinal,
      content: task.content.value,
      lead: task.lead.map(({ value }) => value),
      coordinating: task.coordinating.map(({ value }) => value),
      time: task.time.value,
    })),
    reportDeadlines: reading.reportDuties.flatMap(({ period, due, to }) =>
      period === null ? [] : [{ period, due, to }],
    ),
    flags: reading.flags,
    source: { text: reading.text, fields: sourceFields(reading) },
  }
}

/** Field path → places: "title", "legalBasis.2", "tasks.3.lead.0", "tasks.3.time", "reportDeadlines.1". */
export function sourceFields(reading: PlanReading): Record<string, readonly Span[]> {
  const fields: Record<string, readonly Span[]> = {}
  const put = (path: string, field: Pick<Field<unknown>, 'spans'>): void => {
    if (field.spans.length > 0) fields[path] = field.spans
  }
  for (const key of ['title', 'number', 'issued', 'issuer', 'year', 'signer', 'signerTitle'] as const)
    put(key, reading[key])
  reading.legalBasis.forEach((item, k) => {
    put(`legalBasis.${k}`, item)
  })
  reading.recipients.forEach((item, k) => {
    put(`recipients.${k}`, item)
  })
  reading.tasks.forEach((task, k) => {
    put(`tasks.${k}.content`, task.content)
    put(`tasks.${k}.time`, task.time)
    for (const role of ['lead', 'coordinating', 'products', 'targets'] as const) {
      task[role].forEach((item, n) => {
        put(`tasks.${k}.${role}.${n}`, item)
      })
    }
  })
  reading.reportDuties
    .filter(({ period }) => period !== null)
    .forEach((item, k) => {
      put(`reportDeadlines.${k}`, item)
    })
  return fields
}
