/**
 * Times the reading of plans and prints each beside its limit. Processor time of all threads in ms, so that a busy
 * machine does not change the figure; all in this process, for that reason.   node bench/read-documents.ts
 */
import { readFileSync } from 'node:fs'
import { readHere } from '../src/lib/documents/in/read-here.ts'
import { writeDocx } from '../src/lib/documents/out/docx.ts'
import { examplePlan, exampleTable } from '../src/lib/documents/out/examples.fixtures.ts'
import type { OfficialDocument } from '../src/lib/documents/out/official-document.ts'
import { writePdf } from '../src/lib/documents/out/pdf.ts'

/** The example plan with its annex table repeated. */
function planOf(times: number): OfficialDocument {
  const rows = Array.from({ length: times }, () => exampleTable.rows).flat()
  const annexes = (examplePlan.annexes ?? []).map((annex) => ({
    ...annex,
    blocks: [{ ...exampleTable, rows }],
  }))
  return { ...examplePlan, annexes }
}

interface Figure {
  what: string
  limit: number
  median: number
  first: number
  memory: number
}

async function measure(
  what: string,
  limit: number,
  runs: number,
  bytes: Uint8Array,
  ocr = false,
): Promise<Figure> {
  const times: number[] = []
  let memory = 0
  for (let run = 0; run <= runs; run++) {
    const before = process.cpuUsage()
    const result = await readHere(bytes, '', { ocr })
    const { user, system } = process.cpuUsage(before)
    if (!result.ok) throw new Error(`${what}: ${result.fault.en}`)
    times.push((user + system) / 1000)
    memory = Math.max(memory, process.memoryUsage().rss)
  }
  const [first = 0, ...warm] = times
  const median = warm.toSorted((a, b) => a - b)[Math.floor(warm.length / 2)] ?? first
  return { what, limit, median, first, memory }
}

async function pagesOf(pdf: Uint8Array): Promise<number> {
  const result = await readHere(pdf, '', {})
  return result.ok ? (result.document.pages ?? 0) : 0
}

async function wordFigure(times: number, limit: number, runs: number): Promise<Figure> {
  const docx = await writeDocx(planOf(times))
  const pages = await pagesOf(await writePdf(planOf(times)))
  return measure(`.docx of ${pages} pages, ${Math.round(docx.length / 1000)} kB`, limit, runs, docx)
}

async function pdfFigure(times: number, limit: number, runs: number): Promise<Figure> {
  const pdf = await writePdf(planOf(times))
  return measure(`.pdf of ${await pagesOf(pdf)} pages, ${Math.round(pdf.length / 1000)} kB`, limit, runs, pdf)
}

const scan = readFileSync(new URL('../src/lib/documents/in/fixtures/scan.pdf', import.meta.url))
const figures = [
  await wordFigure(3, 150, 15),
  await wordFigure(79, 2_000, 5),
  await pdfFigure(2, 1_000, 9),
  await pdfFigure(39, 5_000, 3),
  await measure('scan of 1 page with a table', 10_000, 1, scan, true),
]
const ms = (value: number) => value.toFixed(0).padStart(8)
process.stdout.write(`${'what'.padEnd(36)}   first  median   limit  median/limit  memory MB\n`)
for (const { what, first, median, limit, memory } of figures) {
  const ratio = (median / limit).toFixed(2).padStart(13)
  process.stdout.write(`${what.padEnd(36)}${ms(first)}${ms(median)}${ms(limit)}${ratio}${ms(memory / 1e6)}\n`)
}
