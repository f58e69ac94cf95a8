import { expect, test } from 'vitest'
import { loadNationalUnits, nationalUnitsSince } from './national-units.ts'

const { provinces, communes, formerProvinces } = loadNationalUnits()

function on<T extends { from: string; to: string | null }>(rows: readonly T[], day: string): T[] {
  return rows.filter((r) => r.from <= day && (r.to === null || day < r.to))
}

function counted(day: string) {
  const count = (type: string) => on(communes, day).filter((c) => c.type === type).length
  return { commune: count('commune'), ward: count('ward'), special_zone: count('special_zone') }
}

test('on 01/7/2025 there are 34 provinces and 3,321 communes: 2,621 xã, 687 phường, 13 đặc khu', () => {
  expect(on(provinces, nationalUnitsSince)).toHaveLength(34)
  expect(on(provinces, nationalUnitsSince).filter((p) => p.type === 'city')).toHaveLength(6)
  expect(counted(nationalUnitsSince)).toEqual({ commune: 2621, ward: 687, special_zone: 13 })
})

test('since 30/4/2026 Đồng Nai is a city with ten more phường; the sum stays', () => {
  expect(on(provinces, '2026-11-22').find((p) => p.code === '75')?.name).toBe('Thành phố Đồng Nai')
  expect(counted('2026-11-22')).toEqual({ commune: 2611, ward: 697, special_zone: 13 })
})

test('every code is used once on a day and belongs to a province; names are NFC', () => {
  const today = on(communes, '2026-11-22')
  expect(new Set(today.map((c) => c.code)).size).toBe(3321)
  const known = new Set(provinces.map((p) => p.code))
  expect(communes.every((c) => known.has(c.provinceCode) && /^\d{5}$/.test(c.code))).toBe(true)
  expect(communes.every((c) => c.name === c.name.normalize('NFC').trim())).toBe(true)
})

test('the provinces of the seed plans count as the press counted them', () => {
  const of = (code: string) => on(communes, nationalUnitsSince).filter((c) => c.provinceCode === code)
  const kinds = (code: string, type: string) => of(code).filter((c) => c.type === type).length
  expect([kinds('48', 'ward'), kinds('48', 'commune'), kinds('48', 'special_zone')]).toEqual([23, 70, 1])
  expect([kinds('01', 'ward'), kinds('01', 'commune')]).toEqual([51, 75])
  expect([kinds('92', 'ward'), kinds('92', 'commune')]).toEqual([31, 72])
  expect(of('79')).toHaveLength(168)
  expect(of('12')).toHaveLength(38)
})

test('63 former provinces lead to the 34', () => {
  expect(formerProvinces).toHaveLength(63)
  const heir = (name: string) => formerProvinces.find((p) => p.name === name)?.successorCode
  const known = new Set(provinces.map((p) => p.code))
  expect(new Set(formerProvinces.map((p) => p.successorCode))).toEqual(known)
  expect(heir('Tỉnh Quảng Nam')).toBe('48')
  expect(heir('Tỉnh Yên Bái')).toBe('15')
  expect(heir('Tỉnh Hậu Giang')).toBe('92')
  expect([heir('Tỉnh Kon Tum'), heir('Tỉnh Quảng Ngãi')]).toEqual(['51', '51'])
})
