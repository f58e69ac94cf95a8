import type { Actor } from '../../../lib/actor.ts'

/** Roles that may stand at a stage. Those of a unit work for the item's unit, the others for the whole province. */
export const stageRoles = ['agency_officer', 'agency_head', 'editor', 'province_lead'] as const
export type StageRole = (typeof stageRoles)[number]
const ofUnit: readonly StageRole[] = ['agency_officer', 'agency_head']

export const mostStages = 5

/** One of the hands through which a text goes before it is public (D3). */
export interface Stage {
  id: number
  /** Null: of every text whose column has no stages of its own. */
  columnId: number | null
  position: number
  vi: string
  en: string
  roles: StageRole[]
  /** Only people of this unit; null: of the item's unit where the role is a unit's. */
  unitId: number | null
}

export interface Pass {
  itemId: number
  number: number
  stageId: number
  digest: string
  byAccount: number
  byName: string
  at: Date
}

/** The way of one version through its stages; without any, one approval as ever. */
export interface Way {
  stages: readonly Stage[]
  passes: readonly Pass[]
  /** The first that has not passed it; null: no stages, or all passed. */
  next: Stage | null
  isLast: boolean
}

/** Which stages hold for an item: those of its column, else those of the province. */
export function stagesFor(all: readonly Stage[], columnId: number | null): Stage[] {
  const own = columnId === null ? [] : all.filter((s) => s.columnId === columnId)
  const found = own.length > 0 ? own : all.filter((s) => s.columnId === null)
  return found.toSorted((a, b) => a.position - b.position)
}

/** Passes count for the very text: of this version and with its digest. */
export function wayOf(
  stages: readonly Stage[],
  passes: readonly Pass[],
  version: { number: number; digest: string },
): Way {
  const own = passes.filter((p) => p.number === version.number && p.digest === version.digest)
  const open = stages.filter((s) => !own.some((p) => p.stageId === s.id))
  return { stages, passes: own, next: open[0] ?? null, isLast: open.length === 1 }
}

/** Who may pass a stage with an item of this unit. */
export function mayPass(actor: Actor, stage: Stage, { unitId }: { unitId: number }): boolean {
  return actor.grants.some((g) => {
    const role = stage.roles.find((r) => r === g.role)
    if (!role) return false
    if (stage.unitId !== null) return g.unitId === stage.unitId
    if (!ofUnit.includes(role)) return true
    return g.unitId === unitId || (actor.reach !== 'province' && actor.reach.has(unitId))
  })
}

export function stagesAddress(columnId: number | null): string {
  return columnId === null ? '/desk/stages' : `/desk/columns/${columnId}/stages`
}
