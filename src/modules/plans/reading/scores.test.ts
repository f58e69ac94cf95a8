import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sharedFolder } from '../../../../test/shared.ts'
import { toLabels } from './labels.ts'
import { readPlan } from './read-plan.ts'
import { type Column, handLabels, score } from './scoring.fixtures.ts'

const fixtures = join(import.meta.dirname, 'fixtures')
const shared = sharedFolder()

interface Scored {
  readonly name: string
  readonly columns: Record<Column, number>
}

function scoreFolder(texts: string, labels: string): Scored[] {
  return readdirSync(texts)
    .filter((file) => !file.endsWith('.json'))
    .sort()
    .map((file) => {
      const name = file.replace(/\.[a-z]+$/, '')
      const reading = readPlan(readFileSync(join(texts, file), 'utf8'))
      return { name, columns: score(toLabels(reading), handLabels(join(labels, `${name}.json`))) }
    })
}

function means(scored: readonly Scored[]): [Column, number][] {
  const columns = Object.keys(scored[0]?.columns ?? {}) as Column[]
  return columns.map((column) => [
    column,
    scored.reduce((sum, one) => sum + one.columns[column], 0) / scored.length,
  ])
}

describe('the reader against hand labels', () => {
  const held = scoreFolder(fixtures, fixtures)

  it('knows at least twenty documents of the genre in other layouts', () => {
    expect(held.length).toBeGreaterThanOrEqual(20)
  })

  it.each(held)('reads $name', ({ columns }) => {
    const all = Object.values(columns)
    expect(all.reduce((a, b) => a + b, 0) / all.length, JSON.stringify(columns)).toBeGreaterThanOrEqual(0.92)
  })

  it.each(means(held))('reads %s of all of them', (_, mean) => {
    expect(mean).toBeGreaterThanOrEqual(0.97)
  })

  it.skipIf(shared === null)(
    'reads the five seed plans, every column (skipped without ../shared/plans)',
    () => {
      const seeds = scoreFolder(join(shared ?? '', 'plans', 'texts'), join(shared ?? '', 'plans', 'labels'))
      expect(seeds).toHaveLength(5)
      for (const [column, mean] of means(seeds)) expect(mean, column).toBeGreaterThanOrEqual(0.97)
    },
  )
})
