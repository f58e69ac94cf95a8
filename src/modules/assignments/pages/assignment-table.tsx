import { showDay } from '../../../lib/calendar/day.ts'
import { words } from '../../../lib/text/words.ts'
import { useRequest } from '../../../ui/request.ts'
import { type Column, Table } from '../../../ui/table.tsx'
import { StatusTag } from '../../../ui/tag.tsx'
import { assignmentAddress } from '../assignment.ts'
import { roleWords, stateWords, texts, timingWords } from '../assignments.texts.ts'
import type { AssignmentRow } from '../lists.sql.ts'
import { stateLooks, timingLooks } from '../looks.ts'

type Hidden = 'unit' | 'plan'

/** Assignments in the order given: what, who, until when, how it stands. */
export function AssignmentTable(props: {
  caption: string
  rows: readonly AssignmentRow[]
  hide?: readonly Hidden[]
}) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const columns: (Column<AssignmentRow> & { key: string })[] = [
    {
      key: 'task',
      label: t.task,
      main: true,
      width: 'wide',
      cell: (r) => (
        <>
          <a href={assignmentAddress(r.id)}>{shorten(r.content)}</a>
          {!props.hide?.includes('plan') && <div class="soft small one-line">{r.planTitle}</div>}
        </>
      ),
    },
    { key: 'unit', label: t.unit, phone: 'bare', cell: (r) => r.unitName },
    { key: 'role', label: t.role, width: 'narrow', phone: 'bare', cell: (r) => roleWords[r.role][locale] },
    {
      key: 'due',
      label: t.due,
      width: 'narrow',
      cell: (r) => (r.dueDay ? showDay(r.dueDay) : (r.time ?? '–')),
    },
    {
      key: 'state',
      label: t.state,
      phone: 'bare',
      width: 'narrow',
      cell: (r) => (
        <>
          <StatusTag look={stateLooks[r.state]}>{stateWords[r.state][locale]}</StatusTag>
          {tellsMore(r) && (
            <StatusTag look={timingLooks[r.timing]}>{timingWords[r.timing][locale]}</StatusTag>
          )}
        </>
      ),
    },
    {
      key: 'activities',
      label: t.allActivities,
      numeric: true,
      phone: 'away',
      cell: (r) => String(r.activities),
    },
  ]
  const shown = columns.filter((c) => !props.hide?.includes(c.key as Hidden))
  return (
    <Table
      narrow="lines"
      caption={props.caption}
      silentCaption
      columns={shown}
      rows={props.rows}
      rowKey={(r) => r.id}
      dense
    />
  )
}

function tellsMore(r: AssignmentRow): boolean {
  return (
    r.timing === 'overdue' || r.timing === 'due_now' || r.timing === 'due_soon' || r.timing === 'done_late'
  )
}

/** A task's text for a line of a list; the whole stands on its own page. */
export function shorten(text: string, length = 150): string {
  if (text.length <= length) return text
  const cut = text.slice(0, length)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length - 30))}…`
}
