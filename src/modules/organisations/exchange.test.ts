import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchColumns } from '../../lib/sheets/match-columns.ts'
import { demonstrationProvince } from './demonstration.ts'
import { type Estate, emptyEstate, estateFaults, withChange } from './estate.ts'
import { planImport, readUnits, type SheetUnit, unitColumns } from './exchange.ts'
import { viewOn } from './history.ts'
import { noBasis, type UnitRow, unitTypes } from './organisation.ts'
import { exportUnits, readTree } from './organisations.exchange.ts'

const day = '2026-11-22'

function imported(estate: Estate, units: readonly SheetUnit[], endAbsent = true) {
  const [begun, change] = withChange(estate, 'import', day, noBasis)
  return planImport(begun, change, units, endAbsent)
}

const word = fc.constantFrom(
  'Sở',
  'Phòng',
  'Nội vụ',
  'Ủy ban',
  'xã Đắk Ninh',
  'Văn hóa - Xã hội',
  '"Một cửa"',
  'A;B,C',
)
const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((w) => w.join(' '))
const some = fc.option(name, { nil: null })

/** A tree of any shape: each unit hangs below one that stands before it. */
const tree: fc.Arbitrary<SheetUnit[]> = fc
  .array(
    fc.record({
      name,
      shortName: some,
      headTitle: some,
      headName: some,
      phone: fc.constantFrom(null, '0123 456', '+84 1'),
      type: fc.constantFrom(...unitTypes),
      level: fc.constantFrom('province' as const, 'commune' as const),
      position: fc.integer({ min: 0, max: 5000 }),
      invited: fc.boolean(),
      above: fc.nat(),
    }),
    { minLength: 1, maxLength: 25 },
  )
  .map((units) =>
    units.map(({ above, ...facts }, i) => ({
      line: i + 2,
      code: `0${i}`,
      parentCode: i === 0 ? null : `0${above % i}`,
      facts: { ...facts, email: null },
    })),
  )

function strip(rows: readonly UnitRow[]) {
  return rows.map(({ id: _, parentId: __, since: ___, ...rest }) => rest)
}

describe('a tree that goes out and comes back', () => {
  test.each(['csv', 'xlsx'] as const)('as %s changes nothing', async (format) => {
    await fc.assert(
      fc.asyncProperty(tree, async (units) => {
        const { estate, faults } = imported(emptyEstate, units)
        expect(faults).toEqual([])
        const rows = viewOn(estate.history, day)
        const back = await readTree(await exportUnits(rows, format), `cay.${format}`)
        expect(back.faults).toEqual([])
        const again = imported(estate, back.units)
        expect(again.faults).toEqual([])
        expect(again.estate.history).toBe(estate.history)
        const elsewhere = imported(emptyEstate, back.units)
        expect(strip(viewOn(elsewhere.estate.history, day))).toEqual(strip(rows))
      }),
      { numRuns: format === 'csv' ? 60 : 20 },
    )
  })

  test('the demonstration province as well, on any of its days', async () => {
    const { estate } = demonstrationProvince()
    for (const on of ['2020-06-01', day]) {
      const back = await readTree(await exportUnits(viewOn(estate.history, on), 'xlsx'), 'cay.xlsx')
      const [begun, change] = withChange(estate, 'import', on, noBasis)
      const again = planImport(begun, change, back.units, true)
      expect(again.faults).toEqual([])
      expect(again.estate.history).toBe(estate.history)
    }
  })
})

describe('a sheet', () => {
  const titles = ['Mã đơn vị', 'Tên', 'Loại', 'Cấp', 'Mã cơ quan cấp trên']
  function units(...lines: string[][]) {
    const rows = [titles, ...lines].map((cells, i) => ({ line: i + 1, cells: cells.map((c) => c || null) }))
    const matched = matchColumns({ name: '', sheetNames: [], rows }, unitColumns)
    if (!matched.ok) throw new Error(matched.fault.en)
    return readUnits(matched.rows, new Set(['code', 'name', 'type', 'level', 'parent']))
  }

  test('finds parents wherever they stand in it', () => {
    const { units: read } = units(
      ['B', 'Phòng B', 'Phòng, ban chuyên môn', 'Cấp tỉnh', 'A'],
      ['A', 'Sở A', 'department', 'Cấp tỉnh', ''],
    )
    const { estate, faults } = imported(emptyEstate, read)
    expect(faults).toEqual([])
    expect(viewOn(estate.history, day).map((r) => [r.code, r.depth])).toEqual([
      ['A', 0],
      ['B', 1],
    ])
    expect(estateFaults(estate, day)).toEqual([])
  })

  test('tells a code used twice, an unknown parent and two units below each other by their lines', () => {
    const twice = units(['A', 'Sở A', 'Ban', 'Cấp tỉnh', ''], ['A', 'Sở B', 'Ban', 'Cấp tỉnh', ''])
    expect(twice.faults).toEqual([
      { line: 3, vi: 'Mã “A” đã có ở dòng 2.', en: 'The code “A” stands on line 2 already.' },
    ])
    const lost = units(['C', 'Sở C', 'Ban', 'Cấp tỉnh', 'Z'])
    expect(imported(emptyEstate, lost.units).faults.map((f) => f.line)).toEqual([2])
    const round = units(['D', 'Ban D', 'Ban', 'Cấp tỉnh', 'E'], ['E', 'Ban E', 'Ban', 'Cấp tỉnh', 'D'])
    expect(imported(emptyEstate, round.units).faults.map((f) => f.line)).toEqual([2, 3])
  })

  test('ends what it leaves out only when asked, children before parents', () => {
    const all = units(
      ['A', 'Sở A', 'Ban', 'Cấp tỉnh', ''],
      ['B', 'Phòng B', 'Ban', 'Cấp tỉnh', 'A'],
      ['C', 'Phòng C', 'Ban', 'Cấp tỉnh', 'B'],
    )
    const [begun, change] = withChange(emptyEstate, 'import', '2026-01-01', noBasis)
    const { estate } = planImport(begun, change, all.units, false)
    const fewer = all.units.slice(0, 1)
    expect(viewOn(imported(estate, fewer, false).estate.history, day)).toHaveLength(3)
    const ended = imported(estate, fewer, true)
    expect(ended.faults).toEqual([])
    expect(viewOn(ended.estate.history, day).map((r) => r.code)).toEqual(['A'])
    expect(viewOn(ended.estate.history, '2026-11-21')).toHaveLength(3)
  })

  test('leaves facts alone whose columns it does not have', () => {
    const { estate } = demonstrationProvince()
    const row = viewOn(estate.history, day).find((r) => r.code === 'SNV')
    const { units: read } = units(['SNV', 'Sở Nội vụ', 'Sở và tương đương', 'Cấp tỉnh', 'UBND'])
    const after = imported(estate, read, false)
    expect(viewOn(after.estate.history, day).find((r) => r.code === 'SNV')).toEqual(row)
  })
})
