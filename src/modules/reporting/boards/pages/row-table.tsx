import { showDay } from '../../../../lib/calendar/day.ts'
import { words } from '../../../../lib/text/words.ts'
import { useRequest } from '../../../../ui/request.ts'
import { Table } from '../../../../ui/table.tsx'
import { type StatusLook, StatusTag } from '../../../../ui/tag.tsx'
import { obligationAddress } from '../../obligation.ts'
import { reportAddress } from '../../report.ts'
import { partWords, texts } from '../boards.texts.ts'
import { type BoardRow, type CountedAs, showShare } from '../measure.ts'
import { periodLabel } from '../period-label.ts'

export const looks: Record<CountedAs, StatusLook> = {
  on_time: { tone: 'good', icon: 'check' },
  late: { tone: 'warn', icon: 'late' },
  nil: { tone: 'quiet', icon: 'minus' },
  empty: { tone: 'bad', icon: 'circle' },
  returned: { tone: 'warn', icon: 'return' },
  waiting: { tone: 'info', icon: 'edit' },
  overdue: { tone: 'bad', icon: 'warning' },
  not_due: { tone: 'quiet', icon: 'calendar' },
  waived: { tone: 'quiet', icon: 'minus' },
  ended: { tone: 'quiet', icon: 'stop' },
}

/** The reports behind a figure. */
export function RowTable({ rows, caption }: { rows: readonly BoardRow[]; caption: string }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <Table
      caption={caption}
      silentCaption
      dense
      rows={rows}
      rowKey={(r) => r.obligationId}
      columns={[
        {
          key: 'unit',
          label: t.unit,
          main: true,
          cell: (r) => <a href={obligationAddress(r.obligationId)}>{r.ownUnitName}</a>,
        },
        { key: 'duty', label: t.duty, cell: (r) => r.dutyName },
        { key: 'period', label: t.period, width: 'narrow', cell: (r) => periodLabel(r.period)[locale] },
        { key: 'due', label: t.due, cell: (r) => showDay(r.dueDay) },
        {
          key: 'handed',
          label: t.handedIn,
          cell: (r) => <HandedIn row={r} />,
        },
        {
          key: 'state',
          label: t.state,
          cell: (r) => <StatusTag look={looks[r.countedAs]}>{partWords[r.countedAs][locale]}</StatusTag>,
        },
        { key: 'days', label: t.lateBy, numeric: true, cell: (r) => r.days ?? '–' },
        { key: 'full', label: t.completeness, numeric: true, cell: (r) => showShare(r.completeness) },
      ]}
    />
  )
}

function HandedIn({ row }: { row: BoardRow }) {
  if (row.submittedDay === null) return '–'
  const day = showDay(row.submittedDay)
  return row.reportId === null ? day : <a href={reportAddress(row.reportId)}>{day}</a>
}
