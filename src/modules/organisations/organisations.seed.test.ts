import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { computingMs } from '../../../test/computing.ts'
import { freshDatabase, inRolledBack } from '../../../test/database.ts'
import { sharedFolder } from '../../../test/shared.ts'
import type { Db } from '../../lib/db/db.ts'
import { demonstrationProvince } from './demonstration.ts'
import { estateOf } from './estate.sql.ts'
import { estateFaults } from './estate.ts'
import { emptyHistory, type History, viewOn } from './history.ts'
import { foundProvince, type SeededOrganisations, seedOrganisations } from './organisations.seed.ts'
import { holderOf, matchAgency, membersOfGroup, nameIndex, successorsOf, unitsAsOf } from './organisations.ts'

let db: Db
let close: () => Promise<void>
let seeded: SeededOrganisations
const today = '2026-11-22'

beforeAll(async () => {
  const fresh = await freshDatabase()
  db = fresh.db
  close = fresh.close
  seeded = await db.transaction().execute((tx) => seedOrganisations(tx, 1))
})
afterAll(() => close())

function unit(code: string): number {
  return seeded.unit.get(code) ?? Number.NaN
}

describe('the demonstration province', () => {
  test('is a tree on every day', () => {
    expect(estateFaults(demonstrationProvince().estate, '1900-01-01')).toEqual([])
  })

  test('reads from the database on every day as it was built', async () => {
    const { estate } = demonstrationProvince()
    const kept = await estateOf(db, 1)
    for (const day of [
      '2014-12-31',
      '2015-01-01',
      '2025-02-28',
      '2025-03-01',
      '2025-06-30',
      '2025-07-01',
      today,
    ]) {
      expect(shown(kept.history, day)).toEqual(shown(estate.history, day))
      expect((await unitsAsOf(db, 1, day)).map((r) => r.name)).toEqual(
        shown(estate.history, day).map((r) => r.name),
      )
    }
  })

  test('has 14 departments, 24 communes and no district today; 12 districts and 46 communes before', async () => {
    const members = async (code: string, day: string) =>
      (await membersOfGroup(db, 1, seeded.group.get(code) ?? 0, day)).length
    expect(await members('departments', today)).toBe(14)
    expect(await members('departments', '2025-02-28')).toBe(19)
    expect(await members('commune_committees', today)).toBe(24)
    expect(await members('commune_committees', '2025-06-30')).toBe(46)
    expect(await members('district_committees', '2025-06-30')).toBe(12)
    expect(await members('district_committees', '2025-07-01')).toBe(0)
    expect(await members('cluster_1', today)).toBe(5)
    expect(await members('unions', today)).toBe(5)
    expect(await members('service_points', today)).toBe(25)
  })

  test('hands the press from Sở TT&TT to Sở VHTTDL on 01/3/2025', async () => {
    expect((await holderOf(db, 1, 'manages_press', '2025-02-28'))?.id).toBe(unit('STTTT'))
    expect((await holderOf(db, 1, 'manages_press', '2025-03-01'))?.id).toBe(unit('SVHTTDL'))
    const heirs = await successorsOf(db, 1, unit('STTTT'), '2023-01-01', today)
    expect(heirs.find((h) => h.kind === 'merge')?.unitId).toBe(unit('SKHCN'))
  })

  test('marks what nobody has verified', async () => {
    const rows = await unitsAsOf(db, 1, today)
    expect(rows.filter((r) => r.unverified).map((r) => r.code)).toEqual(
      expect.arrayContaining(['BTGDV', 'HND']),
    )
    expect(rows.find((r) => r.code === 'SNV')?.unverified).toBe(false)
  })
})

function shown(history: History, day: string) {
  return viewOn(history ?? emptyHistory, day).map((r) => ({
    code: r.code,
    name: r.name,
    depth: r.depth,
    since: r.since,
  }))
}

describe('a name in a plan', () => {
  const inEra = '2023-02-15'
  async function match(text: string, day = inEra) {
    return matchAgency(await nameIndex(db, 1, day), text)
  }

  test.each([
    ['Sở TT&TT', 'STTTT'],
    ['Sở Thông tin và truyền thông tỉnh Quảng Ngãi', 'STTTT'],
    ['VPUB', 'VPUB'],
    ['Văn phòng Đoàn ĐBQH, HĐND và UBND tỉnh', 'VPUB'],
    ['Đài PTTH tỉnh', 'DAI'],
    ['Báo Quảng Ngãi', 'BAO'],
    ['Ban TT UBMTTQVN tỉnh', 'MTTQ'],
    ['Thường trực HĐND tỉnh', 'HDND'],
    ['UBND huyện Thượng Lâm', 'H4'],
    ['huyện Thượng Lâm', 'H4'],
    ['UBND TP Chung An', 'H1'],
  ])('“%s” is the unit %s', async (text, code) => {
    expect(await match(text)).toMatchObject({ kind: 'unit', candidates: [{ id: unit(code) }] })
  })

  test('of a past day leads to the successor, and says so', async () => {
    const found = await match('Sở Thông tin và Truyền thông', today)
    expect(found).toMatchObject({ kind: 'unit', candidates: [{ id: unit('SKHCN') }], confidence: 0.9 })
    expect(found.why.vi).toBe(
      '“Sở Thông tin và Truyền thông” được kế thừa bởi “Sở Khoa học và Công nghệ” từ ngày 01/03/2025.',
    )
    expect(await match('Đài PT-TH', today)).toMatchObject({
      kind: 'unit',
      candidates: [{ id: unit('BPTTH') }],
    })
    expect(await match('UBND huyện Thượng Lâm', today)).toMatchObject({ kind: 'ambiguous' })
    expect(await match('UBND các huyện, thị xã, thành phố', today)).toMatchObject({
      kind: 'group',
      candidates: [{ id: seeded.group.get('commune_committees') }],
    })
  })

  test('that is only alike is a suggestion, never an answer', async () => {
    const slip = await match('Sở Nội')
    expect(slip).toMatchObject({ kind: 'unknown', confidence: 0 })
    expect(slip.candidates[0]?.id).toBe(unit('SNV'))
    expect(await match('Công ty Điện lực')).toMatchObject({ kind: 'unknown', candidates: [] })
  })

  test('typed without marks finds its unit with less confidence', async () => {
    expect(await match('So Noi vu')).toMatchObject({
      kind: 'unit',
      candidates: [{ id: unit('SNV') }],
      confidence: 0.8,
    })
  })

  test('of an office that every commune has is ambiguous without its commune', async () => {
    expect(await match('Phòng Văn hóa - Xã hội', today)).toMatchObject({ kind: 'ambiguous' })
    const found = await match('Phòng Văn hóa – Xã hội xã Thượng Lâm', today)
    expect(found).toMatchObject({ kind: 'unit', candidates: [{ id: unit('X25-xã Thượng Lâm-3') }] })
  })

  test('that names one body and a group means both', async () => {
    const found = await match('Báo Quảng Ngãi và các cơ quan thông tấn báo chí')
    expect(found.kind).toBe('several')
    expect(found.candidates.map((c) => c.kind)).toEqual(['unit', 'group'])
  })

  test('with “có liên quan” means a group of which a person chooses', async () => {
    const found = await match('các sở, ban, ngành, địa phương có liên quan')
    expect(found).toMatchObject({ kind: 'several', qualifier: 'có liên quan', confidence: 0.7 })
  })

  const shared = sharedFolder()
  test.skipIf(!shared)('of any of the five seed plans finds its body', async () => {
    const folder = join(shared ?? '', 'plans', 'labels')
    const names = new Set<string>()
    for (const file of readdirSync(folder)) {
      const plan = JSON.parse(readFileSync(join(folder, file), 'utf8'))
      for (const task of plan.tasks) for (const name of [...task.lead, ...task.coordinating]) names.add(name)
    }
    const index = await nameIndex(db, 1, inEra)
    const missed = [...names].filter((n) => ['unknown', 'ambiguous'].includes(matchAgency(index, n).kind))
    expect(missed).toEqual(['Sở Nội'])
    const now = await nameIndex(db, 1, today)
    const lost = [...names].filter((n) => ['unknown', 'ambiguous'].includes(matchAgency(now, n).kind))
    expect(lost).toEqual(['Sở Nội'])
  })

  test('is found a thousand times in less than a second', async () => {
    const index = await nameIndex(db, 1, today)
    const took = computingMs(() => {
      for (let i = 0; i < 1000; i++) matchAgency(index, 'Văn phòng Đoàn ĐBQH, HĐND và UBND tỉnh')
    })
    expect(took).toBeLessThan(1000)
  })
})

describe('a real province', () => {
  test('is founded with its territory, its communes and the usual groups', async () => {
    const made = await db.transaction().execute((tx) => foundProvince(tx, 15, '15'))
    const rows = await unitsAsOf(db, 15, today)
    expect(rows).toHaveLength(101)
    expect(rows[1]).toMatchObject({ name: 'UBND tỉnh Lào Cai', code: 'UBND-15', depth: 1 })
    expect(await membersOfGroup(db, 15, made?.group.get('commune_committees') ?? 0, today)).toHaveLength(99)
    const index = await nameIndex(db, 15, today)
    const found = matchAgency(index, 'UBND tỉnh Yên Bái')
    expect(found).toMatchObject({ kind: 'unit', candidates: [{ id: made?.unit.get('UBND-15') }] })
    expect(rows.every((r) => r.areaId !== null)).toBe(true)
  })

  test('that became a city bears both names on their days, the second unverified', async () => {
    await db.transaction().execute((tx) => foundProvince(tx, 75, '75'))
    const before = await unitsAsOf(db, 75, '2026-04-29')
    const after = await unitsAsOf(db, 75, '2026-04-30')
    expect(before[1]).toMatchObject({ name: 'UBND tỉnh Đồng Nai', unverified: false })
    expect(after[1]).toMatchObject({ name: 'UBND thành phố Đồng Nai', unverified: true })
    const wards = (rows: typeof after) => rows.filter((r) => r.name.startsWith('UBND phường')).length
    expect(wards(after) - wards(before)).toBe(10)
  })

  test('with a code that is none of the 34 is not founded', async () => {
    expect(await inRolledBack(db, (tx) => foundProvince(tx, 99, '99'))).toBeNull()
  })
})
