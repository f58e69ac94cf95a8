import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluate, FormulaFault, figuresIn, rounded } from './formula.ts'

const values: Record<string, number | null> = { done: 9, planned: 12, none: null, nought: 0 }
const of = (expression: string) => evaluate(expression, (code) => values[code] ?? null)

describe('a formula over figures', () => {
  it('follows the order of arithmetic', () => {
    expect(of('done / planned * 100')).toBe(75)
    expect(of('2 + 3 * 4 - 1')).toBe(13)
    expect(of('(2 + 3) * -(4 - 1)')).toBe(-15)
    expect(of('1.5 * 2')).toBe(3)
  })

  it('has no value where a part has none or nought divides', () => {
    expect(of('none + 1')).toBeNull()
    expect(of('done / nought')).toBeNull()
    expect(of('unknown')).toBeNull()
  })

  it('adds up a column of a table', () => {
    expect(evaluate('sum(by_form.people) * 2', (code) => (code === 'by_form.people' ? 21 : null))).toBe(42)
    expect(figuresIn('sum( by_form.people ) / done')).toEqual(['by_form.people', 'done'])
  })

  it('names its figures once each', () => {
    expect(figuresIn('done / planned + done * 2')).toEqual(['done', 'planned'])
  })

  it.each([
    '',
    '1 +',
    '(1',
    '1)',
    'alert(1)',
    'a b',
    'a.b',
    'sum(a)',
    'max(a.b)',
    '1 ** 2',
    '"x"',
    'A',
    `${'('.repeat(99)}1`,
  ])('refuses %j', (text) => expect(() => of(text)).toThrow(FormulaFault))

  it('agrees with JavaScript on expressions of numbers', () => {
    const number = fc.integer({ min: 0, max: 99 }).map(String)
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        number,
        fc
          .tuple(tie('tree'), fc.constantFrom('+', '-', '*'), tie('tree'))
          .map(([a, sign, b]) => `(${a}) ${sign} ${b}`),
      ),
    }))
    fc.assert(fc.property(tree, (text) => of(text) === (Function(`return ${text}`)() as number)))
  })

  it('rounds halves away from nought', () => {
    expect(rounded(1.005, 2)).toBe(1.01)
    expect(rounded(-2.5, 0)).toBe(-3)
    expect(rounded(-0.1, 0)).toBe(0)
  })
})
