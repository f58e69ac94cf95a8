import { words } from '../../../../lib/text/words.ts'
import { useRequest } from '../../../../ui/request.ts'
import { Table } from '../../../../ui/table.tsx'
import { type StatusLook, StatusTag } from '../../../../ui/tag.tsx'
import { reportAddress, type Standing } from '../../report.ts'
import { texts } from '../consolidation.texts.ts'
import { standingTexts } from '../rollup.texts.ts'

export interface PartLine {
  key: number
  unit: string
  invited: boolean
  reportId: number | null
  standing: Standing
  completeness: string
  takenNumber: number | null
  /** Number of the newer version; null: none, or none taken. */
  newerNumber: number | null
  /** 'Tổng số lượt người: 120 → 150' */
  moved: readonly string[]
}

const looks: Record<Standing, StatusLook> = {
  on_time: { tone: 'good', icon: 'done' },
  late: { tone: 'warn', icon: 'late' },
  nil: { tone: 'quiet', icon: 'minus' },
  empty: { tone: 'bad', icon: 'circle' },
  returned: { tone: 'warn', icon: 'return' },
  waiting: { tone: 'info', icon: 'edit' },
  overdue: { tone: 'bad', icon: 'warning' },
  not_due: { tone: 'quiet', icon: 'clock' },
}

/** The units below: how each stands, which version was taken, and what it has differently by now. */
export function PartTable({ parts }: { parts: readonly PartLine[] }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <Table
      caption={t.units}
      silentCaption
      dense
      rows={parts}
      rowKey={(p) => p.key}
      columns={[
        {
          key: 'unit',
          label: t.unit,
          main: true,
          width: 'wide',
          cell: (p) => (
            <>
              {p.reportId === null ? p.unit : <a href={reportAddress(p.reportId)}>{p.unit}</a>}
              {p.invited && <span class="soft"> ({t.invited})</span>}
            </>
          ),
        },
        {
          key: 'standing',
          label: t.standing,
          cell: (p) => <StatusTag look={looks[p.standing]}>{standingTexts[p.standing][locale]}</StatusTag>,
        },
        { key: 'completeness', label: t.completeness, numeric: true, cell: (p) => p.completeness },
        {
          key: 'version',
          label: t.version,
          numeric: true,
          cell: (p) => (p.takenNumber === null ? t.notTaken : String(p.takenNumber)),
        },
        {
          key: 'since',
          label: t.since,
          width: 'wide',
          cell: (p) =>
            p.newerNumber === null ? (
              ''
            ) : (
              <>
                {t.newVersion(p.newerNumber)}
                {p.moved.length === 0 ? ` – ${t.sameFigures}` : p.moved.map((m) => <div key={m}>{m}</div>)}
              </>
            ),
        },
      ]}
    />
  )
}
