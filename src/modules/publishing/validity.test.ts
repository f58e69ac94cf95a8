import { expect, test } from 'vitest'
import { factsToSay, toldFacts } from './told-facts.ts'
import { beginsOn, endedFrom, isMended } from './validity.ts'

const fee = {
  validFrom: '2024-01-01',
  validTo: '2025-12-31',
  basis: 'Nghị quyết số 23/2023/NQ-HĐND ngày 08/12/2023',
}

test('a benefit holds on its last day and no longer', () => {
  expect([endedFrom(fee, '2025-12-31'), endedFrom(fee, '2026-01-01')]).toEqual([null, '2026-01-01'])
  expect([beginsOn(fee, '2023-12-31'), beginsOn(fee, '2024-01-01')]).toEqual(['2024-01-01', null])
  expect([endedFrom({}, '2026-01-01'), endedFrom({ validTo: 'sau này' }, '2026-01-01')]).toEqual([null, null])
})

test('how long it holds, and by which decision, is printed and read aloud with the text', () => {
  for (const kind of ['news', 'article', 'infographic', 'question_answer'] as const) {
    expect(toldFacts(kind, fee).map((f) => f.value)).toEqual(['01/01/2024', '31/12/2025', fee.basis])
    expect(factsToSay(kind, fee)).toContain('Có hiệu lực đến hết ngày: 31/12/2025.')
  }
})

test('a shortcoming is mended from its day on', () => {
  const facts = { mended: '2026-11-20' }
  expect([isMended(facts, '2026-11-19'), isMended(facts, '2026-11-20'), isMended({}, '2026-11-20')]).toEqual([
    false,
    true,
    false,
  ])
})
