import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, tokensOf } from './fold.ts'
import { codeOf, heaviest, type List, type Place } from './lists.ts'
import { soughtOf, walk } from './walk.ts'

const letters = [
  'a',
  'A',
  'ă',
  'Ấ',
  'đ',
  'Đ',
  'ð',
  '1',
  ' ',
  ' ',
  '.',
  '\n',
  ',',
  'n\u0304',
  '\u0301',
  'İ',
  '𝐀',
  '\ud800',
]
const texts = fc
  .array(fc.constantFrom(...letters), { maxLength: 60 })
  .map((all) => all.join('').normalize('NFC'))

test('the words of a text are those that an expression for letters, figures and marks finds', () => {
  const check = (text: string) => {
    const found = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map((m) => ({
      said: m[0].toLowerCase(),
      plain: fold(m[0]).replace(/\p{M}/gu, ''),
      start: m.index,
      end: m.index + m[0].length,
      opens: false,
    }))
    let last = 0
    for (const token of found) {
      token.opens = last > 0 && /[.;!?\n]/.test(text.slice(last, token.start))
      last = token.end
    }
    expect(tokensOf(text)).toEqual(found)
  }
  fc.assert(fc.property(texts, check), { numRuns: 500 })
})

test('a walk sees every word where it stands, and knows those that are looked for', () => {
  const check = (text: string, picks: readonly number[]) => {
    const tokens = tokensOf(text)
    const sought = soughtOf(['aa', ...picks.flatMap((n) => tokens[n]?.plain ?? [])])
    const { count, starts, ends, opens, ids, found } = walk(text, sought)
    expect(count).toBe(tokens.length)
    tokens.forEach((token, at) => {
      const known = sought.idOf(token.plain)
      expect([starts[at], ends[at], opens[at], ids[at]]).toEqual([
        token.start,
        token.end,
        Number(token.opens),
        known,
      ])
      expect(found.includes(at)).toBe(known >= 0)
    })
  }
  fc.assert(fc.property(texts, fc.array(fc.nat(20), { maxLength: 4 }), check), { numRuns: 500 })
})

test('the heaviest are those that a sort puts first, the newest among equals', () => {
  const list = fc.uniqueArray(fc.nat(300), { maxLength: 200 })
  const places = fc.array(fc.constantFrom<Place>(0, 1, 2), { minLength: 301, maxLength: 301 })
  const check = (sought: number[][], filter: number[], at: Place[], most: number) => {
    const toList = (all: number[]): List => ({
      uses: all.length,
      blocks: [{ block: 0, codes: Uint16Array.from(all, (n) => codeOf(n, at[n] ?? 0)) }],
    })
    const weights = new Float32Array(301)
    const gains = sought.map((_, i) => 1 + i / 2)
    sought.forEach((all, i) => {
      for (const n of all)
        weights[n] = (weights[n] ?? 0) + Math.fround([0.45, 0.75, 1][at[n] ?? 0] ?? 0) * (gains[i] ?? 0)
    })
    const best = [...weights]
      .map((weight, ordinal) => ({ ordinal, weight }))
      .filter((c) => c.weight > 0 && filter.includes(c.ordinal))
      .sort((a, b) => b.weight - a.weight || b.ordinal - a.ordinal)
    const weighed = sought.map((all, i) => ({ list: toList(all), gain: gains[i] ?? 0 }))
    const chosen = heaviest(weighed, [toList(filter)], { first: 0, next: 301 }, most)
    expect(chosen.map((c) => c.ordinal)).toEqual(best.slice(0, most).map((c) => c.ordinal))
  }
  fc.assert(
    fc.property(fc.array(list, { maxLength: 4 }), list, places, fc.integer({ min: 1, max: 40 }), check),
  )
})
