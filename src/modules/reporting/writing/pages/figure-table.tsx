import { words } from '../../../../lib/text/words.ts'
import { useRequest } from '../../../../ui/request.ts'
import { type Column, Table } from '../../../../ui/table.tsx'
import { type FigureValue, figureValue } from '../../report.ts'
import type { FigureDefinition, TableDefinition } from '../../template.ts'
import type { SectionContent } from '../content.ts'
import { texts } from '../writing.texts.ts'
import { shownNumber } from './numbers.ts'

interface FigureTableProps {
  table: TableDefinition
  rows: SectionContent['rows']
  /** Where a number opens to its sources and can be changed; absent on paper. */
  address?: string
}

/** The table of a section: rows that hold something, columns of figures, and sums where sums make sense. */
export function FigureTable({ table, rows, address }: FigureTableProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  type Row = SectionContent['rows'][number]
  const name: Column<Row> = {
    key: 'name',
    label: table.title[locale],
    main: true,
    cell: (row) => row.label[locale],
    foot: t.total,
  }
  const figures = table.columns.map(
    (figure, i): Column<Row> => ({
      key: figure.code,
      label: figure.label[locale],
      numeric: true,
      cell: (row) => (
        <Cell
          value={row.values[i]}
          figure={figure}
          rowCode={row.code}
          address={address}
          label={row.label[locale]}
        />
      ),
      foot: footOf(
        figure,
        rows.map((r) => r.values[i]),
      ),
    }),
  )
  return (
    <Table
      caption={table.title[locale]}
      columns={[name, ...figures]}
      rows={rows}
      rowKey={(r) => r.code}
      narrow="scroll"
      dense
    />
  )
}

interface CellProps {
  value: FigureValue | undefined
  figure: FigureDefinition
  rowCode: string
  address: string | undefined
  label: string
}

function Cell({ value, figure, rowCode, address, label }: CellProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const shown = value && shownNumber(figureValue(value), figure.decimals)
  if (!shown) return <>–</>
  const isSet = value.manual !== null && figure.source.kind !== 'manual'
  const text = isSet ? `${shown} *` : shown
  if (!address || figure.source.kind === 'formula') return <>{text}</>
  return (
    <a
      href={`${address}/${figure.code}?row=${encodeURIComponent(rowCode)}`}
      title={isSet ? t.overridden : undefined}
    >
      {text}
      <span class="visually-hidden">
        {' '}
        {figure.label[locale]}, {label}
      </span>
    </a>
  )
}

function footOf(figure: FigureDefinition, values: readonly (FigureValue | undefined)[]): string {
  if (figure.rollUp !== 'sum') return ''
  const sum = values.reduce((total, v) => total + ((v && figureValue(v)) ?? 0), 0)
  return shownNumber(sum, figure.decimals) ?? ''
}
