import { writeDocx } from '../src/lib/documents/out/docx.ts'
import { examplePlan, exampleTable } from '../src/lib/documents/out/examples.fixtures.ts'
import { checkLayout } from '../src/lib/documents/out/layout-check.ts'
import type { OfficialDocument } from '../src/lib/documents/out/official-document.ts'
import { writePdf } from '../src/lib/documents/out/pdf.ts'
import { matchColumns } from '../src/lib/sheets/match-columns.ts'
import { readSheet } from '../src/lib/sheets/read-sheet.ts'
import type { SheetColumn } from '../src/lib/sheets/sheet.ts'
import { writeSheet } from '../src/lib/sheets/write-sheet.ts'

/** Processor time (all threads), so that a busy machine does not change the figure. */
interface Figure {
  what: string
  first: number
  median: number
  limit: number
}

async function measure(
  what: string,
  limit: number,
  runs: number,
  work: () => Promise<unknown>,
): Promise<Figure> {
  const times: number[] = []
  for (let run = 0; run <= runs; run += 1) {
    const before = process.cpuUsage()
    await work()
    const { user, system } = process.cpuUsage(before)
    times.push((user + system) / 1000)
  }
  const [first = 0, ...warm] = times
  const median = warm.sort((a, b) => a - b)[Math.floor(warm.length / 2)] ?? 0
  return { what, first, median, limit }
}

/** An annex of 510 tasks: a plan of about a hundred pages. */
const longPlan: OfficialDocument = {
  ...examplePlan,
  annexes: (examplePlan.annexes ?? []).map((annex) => ({
    ...annex,
    blocks: [{ ...exampleTable, rows: Array.from({ length: 30 }, () => exampleTable.rows).flat() }],
  })),
}

const columns: SheetColumn[] = Array.from({ length: 12 }, (_, i) => ({
  key: `k${i}`,
  title: `Cột ${i + 1}`,
  kind: i === 2 ? 'date' : i === 3 ? 'number' : 'text',
}))
const rows = Array.from({ length: 20_000 }, (_, n) =>
  Object.fromEntries(
    columns.map((c) => [
      c.key,
      c.kind === 'date'
        ? '2026-02-05'
        : c.kind === 'number'
          ? n * 1.5
          : `Nhiệm vụ tuyên truyền số ${n % 500}`,
    ]),
  ),
)

async function sheetFigures(format: 'xlsx' | 'csv', limit: number): Promise<Figure[]> {
  const write = () => writeSheet({ format, sheets: [{ name: 'Nhiệm vụ', columns, rows }] })
  const bytes = await write()
  const read = async () => {
    const result = await readSheet(bytes, { name: `a.${format}` })
    if (!result.ok) throw new Error(result.fault.en)
    matchColumns(result.sheet, columns)
  }
  return [
    await measure(`.${format} of 20,000 × 12 written`, limit, 5, write),
    await measure(`.${format} of 20,000 × 12 read and matched`, limit, 5, read),
  ]
}

const docx = await writeDocx(examplePlan)
const figures = [
  await measure('.docx, plan of 5 pages', 100, 20, () => writeDocx(examplePlan)),
  await measure('.pdf, plan of 5 pages', 100, 20, () => writePdf(examplePlan)),
  await measure('layout check, plan of 5 pages', 100, 20, async () => checkLayout(docx)),
  await measure('.docx, plan of 100 pages', 2000, 5, () => writeDocx(longPlan)),
  await measure('.pdf, plan of 100 pages', 2000, 5, () => writePdf(longPlan)),
  ...(await sheetFigures('xlsx', 1500)),
  ...(await sheetFigures('csv', 500)),
]

const ms = (value: number) => value.toFixed(value < 100 ? 1 : 0).padStart(8)
process.stdout.write(
  '                                              first    median     limit   median/limit (CPU ms)\n',
)
for (const { what, first, median, limit } of figures) {
  const ratio = (median / limit).toFixed(2).padStart(12)
  process.stdout.write(`${what.padEnd(42)} ${ms(first)}  ${ms(median)}  ${ms(limit)}  ${ratio}\n`)
}
process.stdout.write(`resident ${Math.round(process.memoryUsage().rss / 1e6)} MB\n`)
