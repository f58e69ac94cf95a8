import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { toLabels } from './labels.ts'
import { asHtmlTables, asMarkdown, asTabTables, hardWrapped } from './layouts.fixtures.ts'
import { readPlan } from './read-plan.ts'
import { folded } from './scoring.fixtures.ts'

const fixtures = join(import.meta.dirname, 'fixtures')

/** Documents of our own that are one paragraph a line, so that another print of them can be made. */
const plain = readdirSync(fixtures)
  .filter((file) =>
    /^(?:07|08|10|12|13|14|15|16|18|21|22|24|25|26|27|29|30|31|32|33|34|35|36|37)-.*\.(?:txt|md)$/.test(file),
  )
  .map((file) => ({ file, text: readFileSync(join(fixtures, file), 'utf8').normalize('NFC') }))

function tasksOf(text: string): unknown[] {
  return toLabels(readPlan(text)).tasks.map((task) => ({
    ordinal: task.ordinal,
    content: folded(task.content).replace(/<br>/g, ' ').replace(/\s+/g, ' '),
    lead: task.lead.map(folded),
    coordinating: task.coordinating.map(folded),
    time: folded(task.time),
  }))
}

const isTabled = ({ text }: { text: string }): boolean => /^\|.*\|.*\|.*\|/m.test(text)

describe('another print of the same document', () => {
  it.each(plain)('$file broken at 80 characters has the same tasks', ({ text }) => {
    expect(tasksOf(hardWrapped(text, 80))).toEqual(tasksOf(text))
  })

  it.each(plain)('$file broken at 64 characters has the same tasks', ({ text }) => {
    expect(tasksOf(hardWrapped(text, 64))).toEqual(tasksOf(text))
  })

  it.each(plain.filter(isTabled))('$file with HTML tables has the same tasks', ({ text }) => {
    expect(tasksOf(asHtmlTables(text))).toEqual(tasksOf(text))
  })

  it.each(plain.filter(isTabled))('$file with TAB tables has the same tasks', ({ text }) => {
    expect(tasksOf(asTabTables(text))).toEqual(tasksOf(text))
  })

  it.each(plain)('$file as Markdown has the same tasks', ({ text }) => {
    expect(tasksOf(asMarkdown(text))).toEqual(tasksOf(text))
  })
})
