import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { templateDefinition } from '../template.ts'
import { type Below, cellOf, computeFigures, type Facts } from '../writing/computing.ts'

const label = (vi: string) => ({ vi, en: vi })
const people = { kind: 'activities', measure: 'people', where: {} } as const
const figure = (code: string, rollUp: string, source: object) => ({
  ...{ code, label: label(code), unit: null, rollUp, required: true, decimals: 1, source },
})
const definition = templateDefinition.parse({
  title: label('Báo cáo'),
  sections: [
    {
      ...{ code: 'all', level: 1, heading: label('Kết quả'), guidance: null, narrative: 'none' },
      figures: [
        figure('people', 'sum', people),
        figure('greatest', 'maximum', people),
        figure('planned', 'sum', { kind: 'work', measure: 'planned' }),
        figure('done', 'sum', { kind: 'work', measure: 'done' }),
        figure('share', 'recompute', { kind: 'formula', expression: 'done / planned * 100' }),
      ],
      table: {
        ...{ code: 'by_form', title: label('Theo hình thức'), rows: { kind: 'forms' } },
        columns: [figure('form_people', 'sum', people)],
      },
    },
  ],
})
const forms = ['talk', 'print'].map((code) => ({ code, vi: code, en: code }))
const lists = { forms, themes: [], audiences: [] }

interface Unit {
  talk: number
  print: number
  planned: number
  done: number
  below: Unit[]
}

function unitOver(levels: number): fc.Arbitrary<Unit> {
  return fc.record({
    talk: fc.nat(5000),
    print: fc.nat(5000),
    planned: fc.nat(20),
    done: fc.nat(20),
    below: levels === 0 ? fc.constant([]) : fc.array(unitOver(levels - 1), { maxLength: 4 }),
  })
}
const unit = unitOver(4)

function factsOf(u: Unit): Facts {
  const group = (form: string, sum: number) => ({
    ...{ form, themes: [], audiences: [], count: 1, sums: { people: sum } },
  })
  const work = { forms: [], themes: [], audiences: [], planned: u.planned, done: u.done, inTime: 0 }
  return { activities: [group('talk', u.talk), group('print', u.print)], evidence: [], work: [work] }
}

/** Each unit's figures as its report would have them, from those of the units below. */
function reported(u: Unit): Map<string, number | null> {
  const parts = u.below.map(reported)
  const below: Below = new Map(
    ['people ', 'greatest ', 'planned ', 'done ', 'share ', 'form_people talk', 'form_people print'].flatMap(
      (cell) => {
        const values = parts.flatMap((p) => p.get(cell) ?? [])
        if (values.length === 0) return []
        return [[cell, { sum: values.reduce((a, b) => a + b, 0), maximum: Math.max(...values) }] as const]
      },
    ),
  )
  const figures = computeFigures(definition, lists, factsOf(u), [], below)
  return new Map(figures.map((f) => [cellOf(f), f.computed]))
}

const everyone = (u: Unit): Unit[] => [u, ...u.below.flatMap(everyone)]
const total = (units: Unit[], of: (u: Unit) => number) => units.reduce((sum, u) => sum + of(u), 0)

describe('figures rolled up over any number of levels', () => {
  it('are the sum of what every unit did itself, in tables too; the greatest stays the greatest', () => {
    fc.assert(
      fc.property(unit, (top) => {
        const all = everyone(top)
        const figures = reported(top)
        expect(figures.get('people ')).toBe(total(all, (u) => u.talk + u.print))
        expect(figures.get('form_people talk') ?? 0).toBe(total(all, (u) => u.talk))
        expect(figures.get('greatest ')).toBe(Math.max(...all.map((u) => u.talk + u.print)))
      }),
    )
  })

  it('have shares of the sums, not sums or means of shares', () => {
    fc.assert(
      fc.property(unit, (top) => {
        const all = everyone(top)
        const [planned, done] = [total(all, (u) => u.planned), total(all, (u) => u.done)]
        const share = reported(top).get('share ')
        if (planned === 0) expect(share).toBeNull()
        else expect(share).toBeCloseTo((done / planned) * 100, 0)
      }),
    )
  })
})
