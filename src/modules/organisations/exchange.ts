import type { Fault } from '../../lib/errors.ts'
import { Refusal } from '../../lib/errors.ts'
import type { MatchedRow } from '../../lib/sheets/match-columns.ts'
import type { CellValue, SheetColumn } from '../../lib/sheets/sheet.ts'
import type { Change, Estate } from './estate.ts'
import { viewOn } from './history.ts'
import { type Level, levels, type UnitFacts, type UnitRow, type UnitType, unitTypes } from './organisation.ts'
import { levelNames, unitTypeNames } from './organisations.texts.ts'
import { planClosing, planFacts, planUnit } from './planning.ts'
import { codeFor } from './unit-code.ts'

/** The tree as a sheet: the same columns out and in. */
export const unitColumns: readonly SheetColumn[] = [
  { key: 'code', title: 'Mã đơn vị', kind: 'text', width: 16 },
  { key: 'name', title: 'Tên', kind: 'text', width: 48 },
  { key: 'shortName', title: 'Tên ngắn', kind: 'text', width: 20, optional: true },
  { key: 'type', title: 'Loại', kind: 'text', width: 26 },
  { key: 'level', title: 'Cấp', kind: 'text', width: 12 },
  { key: 'parent', title: 'Mã cơ quan cấp trên', kind: 'text', width: 20 },
  { key: 'position', title: 'Thứ tự', kind: 'number', width: 8, optional: true },
  { key: 'invited', title: 'Đề nghị phối hợp', kind: 'text', width: 12, optional: true },
  { key: 'headTitle', title: 'Chức danh người đứng đầu', kind: 'text', width: 26, optional: true },
  { key: 'headName', title: 'Người đứng đầu', kind: 'text', width: 26, optional: true },
  { key: 'phone', title: 'Điện thoại', kind: 'text', width: 16, optional: true },
  { key: 'email', title: 'Thư điện tử', kind: 'text', width: 28, optional: true },
]

const yes = 'Có'

/** The rows of the sheet for a tree of one day. */
export function sheetRowsOf(rows: readonly UnitRow[]): Record<string, CellValue>[] {
  const codes = new Map(rows.map((r) => [r.id, r.code]))
  return rows.map((r) => ({
    code: r.code,
    name: r.name,
    shortName: r.shortName,
    type: unitTypeNames[r.type].vi,
    level: levelNames[r.level].vi,
    parent: r.parentId === null ? null : (codes.get(r.parentId) ?? null),
    position: r.position,
    invited: r.invited ? yes : null,
    headTitle: r.headTitle,
    headName: r.headName,
    phone: r.phone,
    email: r.email,
  }))
}

/** A row of a sheet, understood. Facts of columns that the file leaves out are absent. */
export interface SheetUnit {
  line: number
  code: string | null
  parentCode: string | null
  facts: Pick<UnitFacts, 'name' | 'type' | 'level'> & Partial<UnitFacts>
}

export interface LineFault {
  /** Row in the spreadsheet program; 0 for the whole file. */
  line: number
  vi: string
  en: string
}

/** Understands the rows of a sheet; each doubtful cell is a fault of its line. */
export function readUnits(
  rows: readonly MatchedRow[],
  present: ReadonlySet<string>,
): { units: SheetUnit[]; faults: LineFault[] } {
  const faults: LineFault[] = []
  const seen = new Map<string, number>()
  const units = rows.map(({ line, values }): SheetUnit => {
    const text = (key: string) => cellText(values[key])
    const fault = (vi: string, en: string) => void faults.push({ line, vi, en })
    const name = text('name')
    const code = text('code')
    if (!name) fault('Thiếu tên đơn vị.', 'The name is missing.')
    const twin = code === null ? undefined : seen.get(code)
    if (twin)
      fault(`Mã “${code}” đã có ở dòng ${twin}.`, `The code “${code}” stands on line ${twin} already.`)
    if (code !== null) seen.set(code, line)
    const type = keyOf(unitTypes, unitTypeNames, text('type'))
    const level = keyOf(levels, levelNames, text('level'))
    if (!type) fault(`Không có loại “${text('type') ?? ''}”.`, `There is no kind “${text('type') ?? ''}”.`)
    if (!level) fault(`Không có cấp “${text('level') ?? ''}”.`, `There is no level “${text('level') ?? ''}”.`)
    return {
      line,
      code,
      parentCode: text('parent'),
      facts: {
        name: name ?? '',
        type: type ?? 'other',
        level: level ?? 'province',
        ...moreFacts(values, present),
      },
    }
  })
  return { units, faults }
}

function cellText(value: CellValue | undefined): string | null {
  if (value === null || value === undefined) return null
  return String(value).normalize('NFC').replace(/\s+/g, ' ').trim() || null
}

function keyOf<T extends UnitType | Level>(
  keys: readonly T[],
  names: Record<T, { vi: string; en: string }>,
  text: string | null,
): T | null {
  const sought = text?.toLowerCase()
  return (
    keys.find(
      (k) => sought === k || sought === names[k].vi.toLowerCase() || sought === names[k].en.toLowerCase(),
    ) ?? null
  )
}

function moreFacts(values: Record<string, CellValue>, present: ReadonlySet<string>): Partial<UnitFacts> {
  const facts: Partial<UnitFacts> = {}
  for (const key of ['shortName', 'headTitle', 'headName', 'phone', 'email'] as const) {
    if (present.has(key)) facts[key] = cellText(values[key])
  }
  if (present.has('position')) facts.position = Math.round(Number(values['position'] ?? 0))
  if (present.has('invited'))
    facts.invited = ['có', 'x', 'yes', '1'].includes(cellText(values['invited'])?.toLowerCase() ?? '')
  return facts
}

const noFacts: Omit<UnitFacts, 'name' | 'type' | 'level' | 'parentId'> = {
  shortName: null,
  areaId: null,
  position: 0,
  invited: false,
  headTitle: null,
  headName: null,
  phone: null,
  email: null,
}

/**
 * Plans a whole sheet as one change: new codes begin, known ones take the sheet's facts where they differ and,
 * if wished, units that the sheet leaves out end. Faults name their lines; with faults nothing is to be kept.
 */
export function planImport(
  estate: Estate,
  change: Change,
  units: readonly SheetUnit[],
  endAbsent: boolean,
): { estate: Estate; faults: LineFault[] } {
  const faults: LineFault[] = []
  const now = new Map(viewOn(estate.history, change.day).map((r) => [r.code, r]))
  const ids = new Map([...now].map(([code, r]) => [code, r.id]))
  let next = estate
  const attempt = (line: number, step: () => void) => {
    try {
      step()
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal
      faults.push(...refusal.faults.map((f: Fault) => ({ line, vi: f.vi, en: f.en })))
    }
  }
  for (const unit of parentsFirst(units, ids, faults)) {
    attempt(unit.line, () => {
      const parentId = unit.parentCode === null ? null : (ids.get(unit.parentCode) ?? null)
      const known = unit.code === null ? undefined : now.get(unit.code)
      if (known) next = altered(next, change, known, { ...unit.facts, parentId })
      else {
        const code = unit.code ?? codeFor(unit.facts.name, new Set(ids.keys()))
        const [with_, id] = planUnit(next, change, { code, facts: { ...noFacts, ...unit.facts, parentId } })
        next = with_
        ids.set(code, id)
      }
    })
  }
  const kept = new Set(units.map((u) => u.code))
  const absent = endAbsent ? [...now.values()].filter((r) => !kept.has(r.code)) : []
  for (const row of absent.toReversed()) {
    attempt(0, () => {
      next = planClosing(next, change, row.id)
    })
  }
  return { estate: next, faults }
}

function altered(estate: Estate, change: Change, row: UnitRow, facts: Partial<UnitFacts>): Estate {
  const differs = Object.entries(facts).some(([k, v]) => row[k as keyof UnitFacts] !== v)
  return differs ? planFacts(estate, change, row.id, facts) : estate
}

/** Units in an order in which each finds its parent; those whose parent is nowhere become faults. */
function parentsFirst(
  units: readonly SheetUnit[],
  known: ReadonlyMap<string, number>,
  faults: LineFault[],
): SheetUnit[] {
  const there = new Set(known.keys())
  const out: SheetUnit[] = []
  let waiting = [...units]
  for (;;) {
    const ready = waiting.filter((u) => u.parentCode === null || there.has(u.parentCode))
    if (ready.length === 0) break
    for (const u of ready) if (u.code !== null) there.add(u.code)
    out.push(...ready)
    waiting = waiting.filter((u) => !ready.includes(u))
  }
  for (const u of waiting) {
    const vi = `Không tìm thấy cơ quan cấp trên có mã “${u.parentCode}”.`
    faults.push({ line: u.line, vi, en: `There is no parent with the code “${u.parentCode}”.` })
  }
  return out
}
