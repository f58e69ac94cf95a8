import { districts, laterUnits, twoTiersBegin } from './data/demonstration.ts'
import { clusters, communeHeads } from './data/demonstration-communes.ts'
import { add, basis, begin, type Draft, idOf, merge, positionOf } from './demonstration-draft.ts'
import type { Basis } from './organisation.ts'
import { type Part, planFacts, planMerger, planSplit } from './planning.ts'

export const oldCommune = (district: number, name: string) => `X15-${district}-${name}`
export const newCommune = (name: string) => `X25-${name}`

/** The chair's title of a commune: 'Chủ tịch UBND xã'. */
export function chairOf(commune: string): string {
  return `Chủ tịch UBND ${commune.startsWith('thị trấn') ? 'thị trấn' : commune.split(' ')[0]}`
}

/** 01/7/2025: districts end, communes merge and come under the province, the press becomes one body. */
export function beginTwoTiers(draft: Draft): void {
  const because = basis('MH-25/NQ-HĐND', '2025-06-20')
  const press = laterUnits.find((u) => u.code === 'BPTTH')
  if (press) {
    const change = begin(draft, 'merge', twoTiersBegin, because)
    merge(draft, change, ['BAO', 'DAI'], { ...press, position: positionOf(draft, 'BAO') })
  }
  const front = begin(draft, 'move', twoTiersBegin, { ...because, unverified: true })
  for (const code of ['LDLD', 'HND', 'TD', 'HPN', 'HCCB']) {
    draft.estate = planFacts(draft.estate, front, idOf(draft, code), { parentId: idOf(draft, 'MTTQ') })
  }
  let seat = 0
  for (const [d, district] of districts.entries()) {
    for (const commune of district.communes) beginCommune(draft, because, d + 1, commune, seat++)
    const heirs = district.communes.map((c) => ({
      into: { unitId: idOf(draft, newCommune(c.name)) },
      share: null,
    }))
    endDistrict(draft, because, `H${d + 1}`, heirs)
  }
  beginOffices(draft, because)
  beginClusters(draft, because)
}

function beginCommune(
  draft: Draft,
  because: Basis,
  district: number,
  commune: { name: string; from: readonly string[] },
  seat: number,
): void {
  const olds = commune.from.map((old) => oldCommune(district, old))
  const [lone] = olds
  const head = {
    headTitle: chairOf(commune.name),
    headName: communeHeads[seat % communeHeads.length] ?? null,
  }
  const code = newCommune(commune.name)
  const position = 200 + seat
  if (olds.length === 1 && lone) {
    const change = begin(draft, 'move', twoTiersBegin, because)
    const facts = { parentId: idOf(draft, 'UBND'), position, ...head }
    draft.estate = planFacts(draft.estate, change, idOf(draft, lone), facts)
    draft.ids.set(code, idOf(draft, lone))
    return
  }
  const unit = {
    code,
    name: `UBND ${commune.name}`,
    type: 'people_committee',
    level: 'commune',
    parent: 'UBND',
  } as const
  merge(draft, begin(draft, 'merge', twoTiersBegin, because), olds, { ...unit, ...head, position })
}

/** A district ends without one heir: its communes each stand for their part of it. */
function endDistrict(draft: Draft, because: Basis, code: string, heirs: readonly Part[]): void {
  const id = idOf(draft, code)
  const [only] = heirs
  if (heirs.length === 1 && only) {
    const change = begin(draft, 'merge', twoTiersBegin, because)
    draft.estate = planMerger(draft.estate, change, [id], only.into)[0]
  } else {
    const change = begin(draft, 'split', twoTiersBegin, because)
    draft.estate = planSplit(draft.estate, change, id, heirs, false)[0]
  }
}

function beginOffices(draft: Draft, because: Basis): void {
  const change = begin(draft, 'create', twoTiersBegin, because)
  for (const { name } of districts.flatMap((d) => d.communes)) {
    const parent = newCommune(name)
    const economy = name.startsWith('phường') ? 'Phòng Kinh tế, Hạ tầng và Đô thị' : 'Phòng Kinh tế'
    const offices = [
      ['Văn phòng HĐND và UBND', 'division', 'Chánh Văn phòng'],
      [economy, 'division', 'Trưởng phòng'],
      ['Phòng Văn hóa - Xã hội', 'division', 'Trưởng phòng'],
      ['Trung tâm Phục vụ hành chính công', 'service_centre', 'Giám đốc Trung tâm'],
    ] as const
    for (const [i, [title, type, headTitle]] of offices.entries()) {
      const code = `${parent}-${i + 1}`
      add(draft, change, { code, name: title, type, level: 'commune', parent, headTitle, position: i + 1 })
    }
  }
}

function beginClusters(draft: Draft, because: Basis): void {
  const change = begin(draft, 'create', twoTiersBegin, because)
  const { groups } = draft.estate
  const span = { from: twoTiersBegin, to: null }
  const rule = { types: null, levels: null, underId: null, childrenOnly: false, functionCode: null }
  const ids = clusters.map((_, i) => -101 - i)
  const made = clusters.map((c, i) => ({ id: ids[i] ?? 0, code: c.code }))
  const versions = clusters.map((c, i) => ({
    ...rule,
    ...span,
    groupId: ids[i] ?? 0,
    name: c.name,
    changeId: change.id,
  }))
  const members = clusters.flatMap((c, i) =>
    c.communes.map((name) => ({
      ...span,
      groupId: ids[i] ?? 0,
      unitId: idOf(draft, newCommune(name)),
      excluded: false,
    })),
  )
  draft.estate = {
    ...draft.estate,
    groups: {
      ...groups,
      groups: [...groups.groups, ...made],
      versions: [...groups.versions, ...versions],
      members: [...groups.members, ...members],
    },
  }
}
