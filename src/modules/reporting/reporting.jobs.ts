import { z } from 'zod'
import { jobKind } from '../../lib/jobs/jobs.ts'

const ofReport = z.object({ reportId: z.number() })

/** News: a report was handed in, for the first time or again; `versionId` is the version that counts from now on. */
export const reportSubmitted = jobKind('reporting.submitted', ofReport.extend({ versionId: z.number() }))
/** News: a report was given back with reasons. */
export const reportReturned = jobKind('reporting.returned', ofReport)
/** News: a report was accepted, and is locked. */
export const reportAccepted = jobKind('reporting.accepted', ofReport)

/** Work: bring what is owed in line with duties, units and days. Every night, and when any of them changed. */
export const makeWhatIsOwed = jobKind('reporting.make-obligations', z.object({}))

/** Work: find passages that stand in two reports of the periods that fell due lately. Every night, and when asked. */
export const compareReports = jobKind('reporting.compare', z.object({}))
/** Every working morning: remind of reports, and draft letters to those who are late. */
export const remindOfReportsDue = jobKind('reporting.remind', z.object({}))
