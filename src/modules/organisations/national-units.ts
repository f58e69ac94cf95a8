import { readFileSync } from 'node:fs'
import type { Day } from '../../lib/calendar/day.ts'
import { projectPath } from '../../lib/paths.ts'

/** The day on which the two-tier units and their codes came into force (Quyết định 19/2025/QĐ-TTg). */
export const nationalUnitsSince: Day = '2025-07-01'

export type AreaType = 'province' | 'city' | 'commune' | 'ward' | 'special_zone'

/** One of the 34 provinces for a span of days; a province that became a city has two. */
export interface NationalProvince {
  /** Official code, two digits. */
  code: string
  type: 'province' | 'city'
  name: string
  from: Day
  to: Day | null
}

/** One of the 3,321 commune-level units for a span of days. */
export interface NationalCommune {
  provinceCode: string
  /** Official code, five digits. */
  code: string
  type: 'commune' | 'ward' | 'special_zone'
  /** With its kind: 'Xã Suối Trai'. */
  name: string
  from: Day
  to: Day | null
}

/** A province of before 01/7/2025 and the code of the province it became or joined. */
export interface FormerProvince {
  code: string
  name: string
  successorCode: string
}

export interface NationalUnits {
  provinces: NationalProvince[]
  communes: NationalCommune[]
  formerProvinces: FormerProvince[]
}

const communeTypes = { x: 'commune', p: 'ward', d: 'special_zone' } as const
const prefixes = { x: 'Xã', p: 'Phường', d: 'Đặc khu' } as const

/** The provinces and communes in force since 01/7/2025, as facts. Sources and doubts: data/README.md. */
export function loadNationalUnits(): NationalUnits {
  return {
    provinces: rowsOf('provinces.tsv').map(([code = '', type, name = '', from = '', to]) => ({
      code,
      type: type === 'city' ? 'city' : 'province',
      name,
      from,
      to: to || null,
    })),
    communes: rowsOf('communes.tsv').map(([provinceCode = '', code = '', letter, name = '', from, to]) => {
      const kind = letter === 'p' || letter === 'd' ? letter : 'x'
      return {
        provinceCode,
        code,
        type: communeTypes[kind],
        name: `${prefixes[kind]} ${name}`,
        from: from || nationalUnitsSince,
        to: to || null,
      }
    }),
    formerProvinces: rowsOf('former-provinces.tsv').map(([code = '', name = '', successorCode = '']) => ({
      code,
      name,
      successorCode,
    })),
  }
}

function rowsOf(file: string): string[][] {
  const path = projectPath('src', 'modules', 'organisations', 'data', file)
  const [, ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n')
  return lines.map((line) => line.split('\t'))
}
