import { words } from '../../../lib/text/words.ts'
import { StackedBar } from '../../../ui/charts/stacked-bar.tsx'
import { useRequest } from '../../../ui/request.ts'
import { Stat, Stats } from '../../../ui/stat.tsx'
import { Table } from '../../../ui/table.tsx'
import { boardTexts, partWords } from '../board.texts.ts'
import { type BoardLine, type Part, parts } from '../board.ts'

const colours = { done: 'good', to_check: 'info', on_time: 'quiet', soon: 'warn', late: 'bad' } as const
const tones = { done: 'good', to_check: 'info', on_time: 'quiet', soon: 'warn', late: 'bad' } as const
const icons = { done: 'done', to_check: 'eye', on_time: 'calendar', soon: 'clock', late: 'late' } as const

/** Address of the rows behind a figure; null: no rows to open. */
export type RowsAddress = (line: BoardLine, part: Part | null) => string

/** The whole in five figures, each opening to its rows. */
export function BoardStats({ sum, href }: { sum: BoardLine; href: RowsAddress }) {
  const { locale } = useRequest()
  const t = words(boardTexts, locale)
  return (
    <Stats>
      <Stat
        label={t.percent}
        value={`${sum.percent} %`}
        of={`${sum.parts.done.toLocaleString('vi-VN')} / ${sum.total.toLocaleString('vi-VN')}`}
        href={href(sum, 'done')}
        icon="chart"
        tone="accent"
      />
      {(['late', 'soon', 'to_check', 'on_time'] as const).map((part) => (
        <Stat
          key={part}
          label={partWords[part][locale]}
          value={sum.parts[part].toLocaleString('vi-VN')}
          icon={icons[part]}
          tone={sum.parts[part] > 0 ? tones[part] : 'quiet'}
          href={href(sum, part)}
        />
      ))}
    </Stats>
  )
}

/** Lines as parts of a whole, with the same figures as a table. */
export function BoardChart({ lines, sum }: { lines: readonly BoardLine[]; sum: BoardLine }) {
  const { locale } = useRequest()
  const t = words(boardTexts, locale)
  return (
    <StackedBar
      title={t.chartTitle}
      description={t.chartSays(sum.parts.done, sum.total, sum.parts.late)}
      series={parts.map((part) => ({ key: part, label: partWords[part][locale], colour: colours[part] }))}
      rows={lines.map((line) => ({ label: line.label, values: parts.map((part) => line.parts[part]) }))}
    />
  )
}

/** Lines in figures; every figure opens to exactly as many rows. */
export function BoardTable(props: {
  caption: string
  head: string
  lines: readonly BoardLine[]
  sum: BoardLine
  href: RowsAddress
  lineHref?: (line: BoardLine) => string | null
}) {
  const { locale } = useRequest()
  const t = words(boardTexts, locale)
  const figure = (line: BoardLine, part: Part | null, n: number) =>
    n === 0 ? <span class="soft">0</span> : <a href={props.href(line, part)}>{n.toLocaleString('vi-VN')}</a>
  return (
    <Table
      caption={props.caption}
      silentCaption
      dense
      rows={props.lines}
      rowKey={(l) => l.key ?? 0}
      columns={[
        {
          key: 'label',
          label: props.head,
          main: true,
          width: 'wide',
          cell: (l) => <LineName line={l} href={props.lineHref?.(l) ?? null} />,
          foot: t.all,
        },
        {
          key: 'total',
          label: t.given,
          numeric: true,
          cell: (l) => figure(l, null, l.total),
          foot: props.sum.total.toLocaleString('vi-VN'),
        },
        ...parts.map((part) => ({
          key: part,
          label: partWords[part][locale],
          numeric: true,
          cell: (l: BoardLine) => figure(l, part, l.parts[part]),
          foot: props.sum.parts[part].toLocaleString('vi-VN'),
        })),
        {
          key: 'percent',
          label: t.percent,
          numeric: true,
          cell: (l) => `${l.percent} %`,
          foot: `${props.sum.percent} %`,
        },
      ]}
    />
  )
}

function LineName({ line, href }: { line: BoardLine; href: string | null }) {
  return (
    <>
      {href ? <a href={href}>{line.label}</a> : line.label}
      {line.detail && <div class="soft small">{line.detail}</div>}
    </>
  )
}
