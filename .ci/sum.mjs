// Sums the checks and the two test runs into the closing line. A run that left no report counts as a failure.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const [folder, checksPassed, checksFailed] = process.argv.slice(2)
let passed = Number(checksPassed)
let failed = Number(checksFailed)
let skipped = 0
for (const run of ['embedded', 'server']) {
  const file = join(folder, `${run}.json`)
  if (!existsSync(file)) {
    console.log(`${run}: no report`)
    failed++
    continue
  }
  const report = JSON.parse(readFileSync(file, 'utf8'))
  const broken = report.testResults.filter(
    (r) => r.status === 'failed' && r.assertionResults.every((a) => a.status !== 'failed'),
  )
  const left = report.numPendingTests + (report.numTodoTests ?? 0)
  // A run that failed without a failed test (an error outside the tests, no test at all) is not a pass.
  const silent = !report.success && report.numFailedTests === 0 && broken.length === 0 ? 1 : 0
  passed += report.numPassedTests
  failed += report.numFailedTests + broken.length + silent + (report.numTotalTests === 0 ? 1 : 0)
  skipped += left
  console.log(
    `${run}: ${report.numPassedTests} passed, ${report.numFailedTests + broken.length} failed, ${left} skipped`,
  )
  for (const result of report.testResults) {
    for (const a of result.assertionResults)
      if (a.status === 'failed') console.log(`  failed: ${result.name} › ${a.fullName}`)
  }
  for (const result of broken) console.log(`  failed: ${result.name}: ${result.message}`)
}
console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`)
process.exit(failed ? 1 : 0)
