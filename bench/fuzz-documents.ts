/**
 * Reads spoiled and hostile files, 10,000 unless told otherwise, and prints how they were answered and the slowest.
 *   node bench/fuzz-documents.ts [count] [first number]
 */
import { mutantOf } from '../src/lib/documents/in/fuzz.fixtures.ts'
import { readDocument } from '../src/lib/documents/in/read-document.ts'

const count = Number(process.argv[2] ?? 10_000)
const first = Number(process.argv[3] ?? 1)
const patience = 5_000

const answers = new Map<string, number>()
const slowest: { took: number; what: string }[] = []
const byLabel = new Map<string, { files: number; total: number; most: number }>()
let memory = 0
let strays = 0
process.on('unhandledRejection', () => strays++)
process.on('uncaughtException', () => strays++)

const started = performance.now()
for (let number = first; number < first + count; number++) {
  const mutant = mutantOf(number)
  const from = performance.now()
  const result = await readDocument(
    mutant.bytes,
    { name: mutant.name },
    { limits: { milliseconds: patience } },
  )
  const took = performance.now() - from
  const answer = result.ok ? `read as ${result.document.kind}` : `refused: ${result.fault.code}`
  answers.set(answer, (answers.get(answer) ?? 0) + 1)
  slowest.push({ took, what: `#${number} ${mutant.name}, ${mutant.label}: ${answer}` })
  slowest.sort((a, b) => b.took - a.took).splice(8)
  const label = byLabel.get(mutant.label) ?? { files: 0, total: 0, most: 0 }
  byLabel.set(mutant.label, label)
  label.files++
  label.total += took
  label.most = Math.max(label.most, took)
  memory = Math.max(memory, process.memoryUsage().rss)
}

const lines = [
  `${count} files in ${Math.round((performance.now() - started) / 1000)} s, ${strays} errors outside an answer`,
  `most memory: ${Math.round(memory / 1e6)} MB; limit for one file: ${patience} ms`,
  ...[...answers]
    .sort((a, b) => b[1] - a[1])
    .map(([answer, files]) => `${String(files).padStart(7)}  ${answer}`),
  'slowest:',
  ...slowest.map(({ took, what }) => `${String(Math.round(took)).padStart(7)} ms  ${what}`),
  'by kind of harm (files, mean ms, most ms):',
  ...[...byLabel].map(
    ([label, { files, total, most }]) =>
      `${String(files).padStart(7)} ${(total / files).toFixed(1).padStart(8)} ${most.toFixed(0).padStart(7)}  ${label}`,
  ),
]
process.stdout.write(`${lines.join('\n')}\n`)
