import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { Details } from '../details.tsx'
import { Table } from '../table.tsx'
import { useWords } from '../words.ts'

export type ChartTable = { columns: readonly string[]; rows: readonly (readonly string[])[] }

type ChartFrameProps = {
  title: string
  /** One sentence with what the picture tells, for those who cannot see it. */
  description: string
  /** Pixels. Widths are percents, so that letters keep their size on every screen. */
  height: number
  table: ChartTable
  legend?: readonly { label: string; mark: ComponentChildren }[]
  children: ComponentChildren
}

/** What every chart has: a title, a sentence, the drawing, and its figures as a table. */
export function ChartFrame({ title, description, height, table, legend, children }: ChartFrameProps) {
  const w = useWords()
  const id = useId()
  return (
    <figure class="chart">
      <figcaption>{title}</figcaption>
      {legend && (
        <ul class="legend-list" aria-hidden="true">
          {legend.map((entry) => (
            <li key={entry.label}>
              <svg width="20" height="14" aria-hidden="true">
                {entry.mark}
              </svg>
              {entry.label}
            </li>
          ))}
        </ul>
      )}
      <svg width="100%" height={height} role="img" aria-labelledby={`${id}-t ${id}-d`}>
        <title id={`${id}-t`}>{title}</title>
        <desc id={`${id}-d`}>{description}</desc>
        {children}
      </svg>
      <Details summary={w.figures}>
        <Table
          caption={title}
          silentCaption
          dense
          columns={table.columns.map((label, index) => ({
            key: String(index),
            label,
            numeric: index > 0,
            cell: (row: readonly string[]) => row[index],
          }))}
          rows={table.rows}
          rowKey={(row) => row.join('|')}
        />
      </Details>
    </figure>
  )
}

/** A percentage as SVG wants it, short. */
export function percent(share: number): string {
  return `${Math.round(share * 10000) / 100}%`
}
