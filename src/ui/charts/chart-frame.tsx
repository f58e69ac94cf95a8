import type { ComponentChildren } from 'preact'
import { Details } from '../details.tsx'
import { Table } from '../table.tsx'
import { useWords } from '../words.ts'

export type ChartTable = { columns: readonly string[]; rows: readonly (readonly string[])[] }

export type Legend = readonly { label: string; mark: ComponentChildren }[]

type ChartFrameProps = {
  title: string
  /** One sentence with what the picture tells: read by everyone, and all that some can read of it. */
  description: string
  table: ChartTable
  legend?: Legend
  children: ComponentChildren
}

/** What every chart has: a title, a sentence, the drawing, and its figures as a table. */
export function ChartFrame({ title, description, table, legend = [], children }: ChartFrameProps) {
  const w = useWords()
  return (
    <figure class="chart">
      <figcaption>
        {title}
        <span class="chart-said">{description}</span>
      </figcaption>
      {legend.length > 0 && (
        <ul class="legend-list">
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
      {children}
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
