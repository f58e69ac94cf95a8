import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'
import { useWords } from './words.ts'

export type Column<Row> = {
  key: string
  label: string
  cell: (row: Row) => ComponentChildren
  /** Right-aligned; figures are tabular everywhere in tables. */
  numeric?: boolean
  width?: 'narrow' | 'medium' | 'wide'
  /** Names the row: written as its header cell. One column at most; the first, unless said. */
  main?: boolean
  sortable?: boolean
  /** Label stays for readers and is not drawn (actions). */
  silent?: boolean
  /**
   * On a phone, in a table of `lines`. `bare`: without its label, where the value says what it is (a kind, a state, a
   * day). `away`: not drawn; for what the row's own page tells as well.
   */
  phone?: 'bare' | 'away'
  /** Cell of the last line, for totals. */
  foot?: ComponentChildren
}

export type Sort = {
  key: string
  direction: 'ascending' | 'descending'
  /** Address of the same list in another order. */
  href: (key: string, direction: 'ascending' | 'descending') => string
}

type TableProps<Row> = {
  caption: string
  /** The caption is there for readers only: a heading above says the same. */
  silentCaption?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string | number
  sort?: Sort
  dense?: boolean
  /**
   * Below 768 px. `cards` (default): each row becomes a card, a line for each cell. `lines`: a card as low as can be, its
   * short cells behind each other; for lists. `scroll`: the table scrolls sideways.
   */
  narrow?: 'cards' | 'lines' | 'scroll'
}

/** Rows of one kind. For no rows draw `<EmptyState>` instead. */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, silentCaption, columns, rows, rowKey, sort, dense, narrow = 'cards' } = props
  const main = columns.find((column) => column.main)?.key ?? columns[0]?.key
  const kinds = `table${dense ? ' table-dense' : ''}${narrow === 'scroll' ? '' : ' table-cards'}${narrow === 'lines' ? ' table-lines' : ''}`
  const table = (
    <table class={kinds}>
      <caption class={silentCaption ? 'visually-hidden' : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <HeadCell column={column} sort={sort} key={column.key} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>{columns.map((column) => bodyCell(column, column.key === main, row))}</tr>
        ))}
      </tbody>
      {columns.some((column) => column.foot !== undefined) && <Foot columns={columns} />}
    </table>
  )
  if (narrow !== 'scroll') return table
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
    <section class="table-scroll" aria-label={caption} tabIndex={0}>
      {table}
    </section>
  )
}

function HeadCell<Row>({ column, sort }: { column: Column<Row>; sort: Sort | undefined }) {
  const w = useWords()
  const kinds = cellClass(column)
  if (column.silent) {
    return (
      <th scope="col" class={kinds}>
        <span class="visually-hidden">{column.label}</span>
      </th>
    )
  }
  if (!column.sortable || sort === undefined) {
    return (
      <th scope="col" class={kinds}>
        {column.label}
      </th>
    )
  }
  const sorted = sort.key === column.key ? sort.direction : undefined
  const next = sorted === 'ascending' ? 'descending' : 'ascending'
  return (
    <th scope="col" class={kinds} aria-sort={sorted}>
      <a href={sort.href(column.key, next)}>
        {column.label}
        <Icon name={sorted === undefined ? 'sort' : sorted === 'ascending' ? 'up' : 'down'} />
        {sorted === undefined && <span class="visually-hidden">, {w.sortBy}</span>}
      </a>
    </th>
  )
}

/** Called, not mounted: long tables have thousands of cells, and a component for each is half of what they cost. */
function bodyCell<Row>(column: Column<Row>, main: boolean, row: Row) {
  if (main) {
    return (
      <th scope="row" class={cellClass(column)} key={column.key}>
        {column.cell(row)}
      </th>
    )
  }
  return (
    <td class={cellClass(column)} data-label={column.silent ? undefined : column.label} key={column.key}>
      {column.cell(row)}
    </td>
  )
}

function Foot<Row>({ columns }: { columns: readonly Column<Row>[] }) {
  return (
    <tfoot>
      <tr>
        {columns.map((column) => (
          <td class={cellClass(column)} data-label={column.label} key={column.key}>
            {column.foot}
          </td>
        ))}
      </tr>
    </tfoot>
  )
}

function cellClass<Row>({ numeric, width, phone }: Column<Row>): string | undefined {
  const kinds = `${numeric ? ' numeric' : ''}${width ? ` cell-${width}` : ''}${phone ? ` phone-${phone}` : ''}`
  return kinds === '' ? undefined : kinds.slice(1)
}
