import { type Day, showDay } from '../lib/calendar/day.ts'

/**
 * `from` and `to` are the days of the calendar period, `cutoff` the last day whose data counts (the national cut-off
 * unless --cutoff says otherwise), `due` the last valid day; `why` is Vietnamese.
 */
export interface DueRow {
  period: string
  from: Day
  to: Day
  cutoff: Day
  due: Day
  why: string
}

/** The rows as a table for people: one line a period, the reason beneath it. */
export function dueTable(rows: readonly DueRow[]): string {
  const head = ['Kỳ', 'Từ ngày', 'Đến ngày', 'Chốt số liệu', 'Hạn']
  const body = rows.map((r) => [r.period, showDay(r.from), showDay(r.to), showDay(r.cutoff), showDay(r.due)])
  const widths = head.map((h, i) => Math.max(h.length, ...body.map((r) => r[i]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    cells
      .map((c, i) => c.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd()
  return [
    line(head),
    line(widths.map((w) => '─'.repeat(w))),
    ...body.map((r, i) => `${line(r)}\n    ${rows[i]?.why}`),
  ].join('\n')
}
