export type MatrixCell = {
  /** As shown. '' or '0' with level 0 is a gap and is said so. */
  text: string
  /** 0 nothing … 4 most. The shade follows it; the text says it. */
  level: 0 | 1 | 2 | 3 | 4
  href?: string
}

type MatrixProps = {
  caption: string
  /** Head of the first column: "Nội dung". */
  corner: string
  columns: readonly { key: string; label: string }[]
  rows: readonly { key: string; label: string; cells: readonly MatrixCell[] }[]
  /** How a gap is called: "Chưa có". */
  gap: string
}

/** Coverage of one list by another. Figures stand in the cells; the shade only helps the eye. */
export function Matrix({ caption, corner, columns, rows, gap }: MatrixProps) {
  return (
    <div>
      <p class="table-title" aria-hidden="true">
        {caption}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard */}
      <section class="matrix-frame" aria-label={caption} tabIndex={0}>
        <table class="table table-dense matrix">
          <caption class="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{corner}</th>
              {columns.map((column) => (
                <th scope="col" key={column.key}>
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{row.label}</th>
                {row.cells.map((cell, index) => (
                  <td class={`heat-${cell.level}`} key={columns[index]?.key}>
                    <Cell cell={cell} gap={gap} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}

function Cell({ cell, gap }: { cell: MatrixCell; gap: string }) {
  const words = cell.level === 0 ? gap : cell.text
  return cell.href ? <a href={cell.href}>{words}</a> : <>{words}</>
}
