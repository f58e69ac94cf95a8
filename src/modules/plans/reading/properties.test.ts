import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { computingMs } from '../../../../test/computing.ts'
import { sourceFields, toLabels } from './labels.ts'
import { readPlan } from './read-plan.ts'
import type { PlanReading } from './reading.ts'
import { folded } from './scoring.fixtures.ts'

const fixtures = join(import.meta.dirname, 'fixtures')
const texts = readdirSync(fixtures)
  .filter((file) => !file.endsWith('.json'))
  .map((file) => readFileSync(join(fixtures, file), 'utf8'))

function valuesOf(text: string) {
  const { source: _, flags: __, ...values } = toLabels(readPlan(text))
  return values
}

function expectPlacesInside(reading: PlanReading): void {
  const length = reading.text.length
  const spans = [...Object.values(sourceFields(reading)), ...reading.flags.map((flag) => flag.spans)].flat()
  for (const { start, end } of spans) {
    expect(start).toBeGreaterThanOrEqual(0)
    expect(end).toBeGreaterThan(start)
    expect(end).toBeLessThanOrEqual(length)
  }
}

const PIECES = [
  '|',
  '\t',
  '\n',
  '<td>',
  '<table>',
  '</table>',
  '<tr rowspan=9>',
  '**',
  '(',
  ')',
  '- ',
  'I. ',
  '1. ',
  'a) ',
  'Số: ',
  ';',
  'Cơ quan chủ trì:',
  'Nơi nhận:',
  'KẾ HOẠCH',
  'phối hợp với ',
  'Sở Nội vụ',
  'trước ngày 05/',
  '\u0301',
  '^^',
  '&#x',
  '\u200b',
  '\ud800',
  'ngày ',
]

const mutated = fc
  .tuple(
    fc.constantFrom(...texts),
    fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        cut: fc.nat(120),
        put: fc.constantFrom(...PIECES),
      }),
      { maxLength: 12 },
    ),
  )
  .map(([text, edits]) =>
    edits.reduce((now, { at, cut, put }) => {
      const from = Math.floor(at * now.length)
      return now.slice(0, from) + put + now.slice(from + cut)
    }, text),
  )

describe('reading any text', () => {
  it('never throws, and every place lies inside the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 400 }),
          fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((a) => a.join('')),
        ),
        (text) => {
          expectPlacesInside(readPlan(text))
        },
      ),
      { numRuns: 200 },
    )
  })

  it('never throws on a damaged plan', () => {
    fc.assert(
      fc.property(mutated, (text) => {
        expectPlacesInside(readPlan(text))
      }),
      { numRuns: 120 },
    )
  })

  it('points at the words it gives back', () => {
    const bareWords = (text: string): string =>
      folded(text.replace(/<[^<>]*>/g, ' ').replace(/&[a-z]+;/g, ' ')).replace(/[^\p{L}\p{N}]/gu, '')
    for (const text of texts) {
      const reading = readPlan(text)
      const at = (spans: readonly { start: number; end: number }[]): string =>
        bareWords(spans.map(({ start, end }) => text.slice(start, end)).join(' '))
      for (const task of reading.tasks) {
        expect(at(task.content.spans)).toContain(bareWords(task.content.value.slice(0, 60)))
        for (const name of [...task.lead, ...task.coordinating])
          expect(at(name.spans)).toBe(bareWords(name.value))
        if (task.time.value !== null) expect(at(task.time.spans)).toBe(bareWords(task.time.value))
      }
      for (const line of reading.recipients) expect(at(line.spans)).toBe(bareWords(line.value))
    }
  })

  it('gives the same values for CRLF as for LF, and for decomposed as for composed letters', () => {
    for (const text of texts) {
      const values = valuesOf(text.normalize('NFC'))
      expect(valuesOf(text.normalize('NFC').replaceAll('\n', '\r\n'))).toEqual(values)
      expect(valuesOf(text.normalize('NFD'))).toEqual(values)
    }
  })
})

function milliseconds(text: string): number {
  return computingMs(() => readPlan(text))
}

describe('the time a reading takes', () => {
  const hostile: [string, string][] = [
    ['spaces', ' '.repeat(1_000_000)],
    ['line ends', '\n'.repeat(1_000_000)],
    ['brackets', '('.repeat(250_000)],
    ['open tags', '<table '.repeat(100_000)],
    ['nested tables', '<table><tr><td>'.repeat(30_000)],
    ['scripts', '<script>'.repeat(75_000)],
    ['bars', '|a'.repeat(200_000)],
    ['tabs', '1\ta\tb\n'.repeat(75_000)],
    ['digits', '1'.repeat(500_000)],
    ['citations', 'Quyết định số 12/QĐ-UBND ngày 01/02/2023, '.repeat(10_000)],
    ['agencies', 'Sở Nội vụ, '.repeat(30_000)],
    ['one sentence', 'phối hợp với các cơ quan, đơn vị '.repeat(15_000)],
    ['reports', 'báo cáo quý, 6 tháng trước ngày 05/6; '.repeat(10_000)],
    ['labels', '- Cơ quan chủ trì: Sở Nội vụ.\n'.repeat(20_000)],
    ['items', '1. Sở Nội vụ\n- Theo dõi việc thực hiện Kế hoạch này.\n'.repeat(7_500)],
    ['marks', 'a\u0301\u0302\u0303'.repeat(125_000)],
    ['stars', '*'.repeat(250_000)],
  ]

  it.each(hostile)('stays bounded for %s', (_, text) => {
    expect(milliseconds(text)).toBeLessThan(5000)
  })

  it('grows with the length of the text, not with its square', () => {
    const page = texts.find((text) => text.includes('Nơi nhận')) ?? ''
    milliseconds(page.repeat(4))
    const small = milliseconds(page.repeat(20))
    const large = milliseconds(page.repeat(160))
    expect(large).toBeLessThan(Math.max(small, 20) * 8 * 4)
  })
})
