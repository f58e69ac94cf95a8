import { expect, test } from 'vitest'
import type { Target } from '../plans/plan.ts'
import { type DoneToward, targetStates } from './targets.ts'

function target(asPrinted: string, unit: string, minimum: number | null, maximum: number | null): Target {
  return { asPrinted, unit, minimum, maximum } as Target
}

const done = (formCode: string, figures: DoneToward['figures'] = {}, byProgram = true): DoneToward => ({
  ...{ formCode, figures, byProgram },
})

const actual = (t: Target, ...all: DoneToward[]) => targetStates([t], all)[0]?.actual

const plays = target('từ 01 đến 02 tiểu phẩm', 'tiểu phẩm', 1, 2)

test('“từ 01 đến 02 tiểu phẩm” is met by one play, and by no news of it', () => {
  expect(targetStates([plays], [])).toMatchObject([{ wanted: 1, actual: 0 }])
  expect(actual(plays, done('news', { quantity: 1 }), done('reportage', { quantity: 1 }))).toBe(0)
  expect(actual(plays, done('stage', { quantity: 1 }))).toBe(1)
  expect(actual(plays, done('stage', {}, false), done('news', {}, false))).toBe(1)
})

test('what a person typed in the measure of the plan counts as typed', () => {
  expect(actual(plays, done('meeting', { quantity: 2 }, false))).toBe(2)
  expect(actual(target('30 sáng kiến', 'sáng kiến', 30, 30), done('contest', {}, false))).toBe(1)
})

test('two targets of one task are held against what is theirs', () => {
  const both = targetStates(
    [target('12 tin, bài', 'tin, bài', 12, 12), plays],
    [done('news', { quantity: 1 }), done('portal', { quantity: 1 }), done('stage', { quantity: 1 })],
  )
  expect(both.map((t) => t.actual)).toEqual([2, 1])
})

test('leaflets are counted in copies where many are wanted, and airings as times', () => {
  expect(actual(target('5.000 tờ gấp', 'tờ gấp', 5000, 5000), done('leaflet', { copies: 960 }))).toBe(960)
  expect(actual(target('02 tờ gấp', 'tờ gấp', 2, 2), done('leaflet', { copies: 960 }))).toBe(0)
  expect(actual(target('06 lượt', 'lượt', 6, 6), done('loudspeaker', { quantity: 6 }))).toBe(6)
  expect(actual(target('10 pano', 'pano', 10, 10), done('visual', { quantity: 4 }))).toBe(4)
  expect(actual(target('1.000 người', 'người', 1000, 1000), done('news', { quantity: 1 }))).toBe(0)
  expect(targetStates([target('100%', '%', 100, 100)], [done('news')])).toEqual([])
})
