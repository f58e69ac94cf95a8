import { describe, expect, it } from 'vitest'
import { templateDefinition } from '../template.ts'
import { type Checked, findingsOf, keyOf } from './checks.ts'
import { deviation, median } from './robust.ts'

const label = (vi: string) => ({ vi, en: vi })
const counted = (code: string, more: object = {}) => ({
  ...{ code, label: label(code), unit: null, rollUp: 'sum', required: true },
  source: { kind: 'work', measure: 'planned' },
  ...more,
})
const definition = templateDefinition.parse({
  title: label('Báo cáo'),
  sections: [
    {
      ...{ code: 'results', level: 1, heading: label('Kết quả'), guidance: null, narrative: 'none' },
      figures: [
        counted('planned'),
        counted('done', {
          checks: [{ kind: 'compare', operator: '<=', figure: 'planned', severity: 'error' }],
        }),
        counted('share', {
          source: { kind: 'formula', expression: 'done / planned * 100' },
          ...{ rollUp: 'recompute', unit: label('%') },
          checks: [{ kind: 'at_most', value: 100, severity: 'error' }],
        }),
        counted('people'),
      ],
    },
  ],
})

interface Told {
  values: Record<string, number>
  typed?: Record<string, number>
  past?: Record<string, number[]>
  peers?: Record<string, number[]>
}

function findings({ values, typed = {}, past = {}, peers = {} }: Told) {
  const more = { rowCode: '', reason: null, revision: 1, changedByName: null }
  const codes = [...new Set([...Object.keys(values), ...Object.keys(typed)])]
  const figures = codes.map((figureCode) => ({
    ...more,
    figureCode,
    computed: values[figureCode] ?? null,
    manual: typed[figureCode] ?? null,
  }))
  const checked: Checked = {
    ...{ definition, figures, rowLabel: () => null },
    past: new Map(Object.entries(past)),
    peers: new Map(Object.entries(peers)),
  }
  return findingsOf(checked)
}
const kinds = (told: Told) => findings(told).map((f) => f.key)

describe('the checks of a report', () => {
  it('are silent about a sound report', () => {
    expect(kinds({ values: { planned: 12, done: 9, share: 75, people: 480 } })).toEqual([])
  })

  it('name a bound that is broken and a comparison that fails, errors before warnings', () => {
    expect(kinds({ values: { planned: 10, done: 12, share: 120 } })).toEqual([
      'compare:done:planned',
      'at_most:share',
    ])
    expect(findings({ values: { planned: 10, done: 12 } })[0]?.vi).toBe(
      'done: 12 không được lớn hơn planned (10).',
    )
  })

  it('name a share that was typed against its parts', () => {
    const [found] = findings({ values: { planned: 10, done: 5, share: 50 }, typed: { share: 95 } })
    expect(found?.key).toBe('arithmetic:share')
    expect(found?.vi).toBe('share: ghi 95% nhưng tính từ các số liệu thành phần là 50%.')
  })

  it('name what is unusual against the own past, by middle values that one wild period cannot move', () => {
    const past = { people: [100, 110, 95, 9000, 105] }
    expect(kinds({ values: { people: 1000 }, past })).toEqual(['past:people'])
    expect(kinds({ values: { people: 120 }, past })).toEqual([])
  })

  it('name a jump where there is too little past to measure by', () => {
    expect(kinds({ values: { people: 500 }, past: { people: [40] } })).toEqual(['jump:people'])
    expect(kinds({ values: { people: 6 }, past: { people: [1] } })).toEqual([])
  })

  it('name a figure that never moves, but not a nought', () => {
    expect(kinds({ values: { people: 250 }, past: { people: [250, 250, 250] } })).toEqual(['still:people'])
    expect(kinds({ values: { people: 0 }, past: { people: [0, 0, 0, 0] } })).toEqual([])
  })

  it('name what is far above units of the same level', () => {
    const peers = { people: [80, 90, 100, 110, 120, 100, 95, 105] }
    expect(kinds({ values: { people: 2000 }, peers })).toEqual(['peers:people'])
    expect(kinds({ values: { people: 150 }, peers })).toEqual([])
  })

  it('keep keys of rows apart from those of single figures', () => {
    expect(keyOf('people', '')).toBe('people')
    expect(keyOf('form_people', 'press')).toBe('form_people.press')
  })

  it('measure spread by medians', () => {
    expect(median([])).toBeNull()
    expect(median([3, 1, 2])).toBe(2)
    expect(median([4, 1, 2, 3])).toBe(2.5)
    expect(deviation(5, [5, 5, 5])?.score).toBe(0)
  })
})
