import { nationalCutoffs } from '../lib/calendar/cutoffs.data.ts'
import { dataWindow, namedDay } from '../lib/calendar/cutoffs.ts'
import { type Day, dayOf } from '../lib/calendar/day.ts'
import { appliesTo, deadlineFor } from '../lib/calendar/deadline.ts'
import type { DeadlineRule } from '../lib/calendar/deadline-rule.ts'
import { MissingDay } from '../lib/calendar/due-day.ts'
import { type Period, periodCode, periodSpan, periodsBetween } from '../lib/calendar/period.ts'
import type { Config } from '../lib/config.ts'
import { type DueOptions, type Fault, readDueOptions } from './due-options.ts'
import { type DueRow, dueTable } from './due-table.ts'

/**
 * `chungtay due "RULE" --period KIND [--from YEAR] [--to YEAR] [--cutoff "RULE"] [--working-days POLICY]
 * [--source NAME] [--json]`: every due date of a rule. 0: printed. 2: rule or option not understood, with a sentence.
 */
export async function due(_config: Config, args: string[]): Promise<number> {
  const options = readDueOptions(args, Number(dayOf(new Date()).slice(0, 4)))
  const rows = 'vi' in options ? options : dueRows(options)
  if ('vi' in rows) {
    process.stderr.write(`${rows.vi}\n${rows.en}\n`)
    return 2
  }
  const text = 'json' in options && options.json ? JSON.stringify(rows, null, 1) : dueTable(rows)
  await new Promise<void>((done) => process.stdout.write(`${text}\n`, () => done()))
  return 0
}

function dueRows(options: DueOptions): DueRow[] | Fault {
  const { rule, periodKinds, from, to } = options
  const periods = periodKinds.flatMap((kind) => periodsBetween(kind, from, to))
  try {
    const rows = periods.filter((p) => appliesTo(rule, p)).map((p) => rowOf(options, p))
    return rows.length > 0 ? rows : noPeriod
  } catch (fault) {
    if (fault instanceof MissingDay) return missing(fault)
    throw fault
  }
}

function rowOf({ rule, cutoffRule, policy, source, printed }: DueOptions, period: Period): DueRow {
  const { from, to } = periodSpan(period)
  const cutoff = cutoffOf(period, cutoffRule)
  const { due, why } = deadlineFor({ rule, period, cutoff, policy, source, printed })
  return { period: periodCode(period), from, to, cutoff, due, why: why.vi }
}

function cutoffOf(period: Period, rule: DeadlineRule | null): Day {
  const { to } = periodSpan(period)
  if (!rule) return dataWindow(nationalCutoffs, period)?.to ?? to
  return namedDay(rule, period) ?? to
}

const noPeriod: Fault = {
  vi: 'Quy tắc này không nói về kỳ nào trong khoảng đã chọn: hãy xem lại --period, --from và --to.',
  en: 'This rule speaks for no period in the range: look again at --period, --from and --to.',
}

function missing({ day }: MissingDay): Fault {
  const what = {
    cutoff: ['ngày chốt số liệu', 'the data cut-off'],
    above: ['thời hạn báo cáo của cấp trên', 'the deadline of the level above'],
    below: ['thời hạn báo cáo của cấp dưới', 'the deadline of the level below'],
    request: ['ngày nhận được yêu cầu', 'the day a request is received'],
  }[day]
  return {
    vi: `Hạn này đếm từ ${what[0]}, là ngày mà lệnh này không biết.`,
    en: `This deadline counts from ${what[1]}, which this command does not know.`,
  }
}
