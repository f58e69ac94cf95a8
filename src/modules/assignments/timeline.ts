import type { Locale } from '../../lib/actor.ts'
import type { GanttRow } from '../../ui/charts/gantt.tsx'
import type { Plan, Task } from '../plans/plan.ts'
import { partWords } from './board.texts.ts'
import type { BoardLine } from './board.ts'

/** Each task from its first day to its last due day, in the colour of its worst unit. */
export function ganttRows(
  tasks: readonly Task[],
  lines: readonly BoardLine[],
  plan: Pick<Plan, 'year' | 'yearTo'>,
  locale: Locale,
): GanttRow[] {
  const byTask = new Map(lines.map((l) => [l.key, l]))
  return tasks.flatMap((task) => {
    const line = byTask.get(task.id)
    if (!line) return []
    const first = `${plan.year}-01-01`
    const last = `${plan.yearTo}-12-31`
    const starts = task.schedules.map((s) => s.starts ?? first).sort()
    const ends = task.schedules.map((s) => s.due ?? s.ends ?? last).sort()
    const from = within(starts[0] ?? first, first, last)
    const to = within(ends.at(-1) ?? last, first, last)
    const part = worstOf(line)
    return [
      {
        label: line.label,
        from: earlier(from, to),
        to,
        tone: tones[part],
        status: partWords[part][locale],
      },
    ]
  })
}

const tones = { late: 'bad', soon: 'warn', to_check: 'info', on_time: 'quiet', done: 'good' } as const

function worstOf(line: BoardLine): keyof typeof tones {
  for (const part of ['late', 'soon', 'to_check', 'on_time'] as const) if (line.parts[part] > 0) return part
  return 'done'
}

function within(day: string, first: string, last: string): string {
  if (day < first) return first
  return day > last ? last : day
}

function earlier(a: string, b: string): string {
  return a < b ? a : b
}
