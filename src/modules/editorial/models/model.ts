import type { Day } from '../../../lib/calendar/day.ts'

export const modelKinds = ['model', 'practice', 'exemplar'] as const
/** model: mô hình mới. practice: cách làm hay. exemplar: tập thể, cá nhân điển hình (YB-09, HN-06). */
export type ModelKind = (typeof modelKinds)[number]

/** How far a unit has taken a model over (QNG-26); `called`: asked to, and has not said yet. */
export const stages = ['called', 'studying', 'trying', 'in_use', 'stopped'] as const
export type Stage = (typeof stages)[number]
/** What a unit may say of itself. */
export const toldStages = ['studying', 'trying', 'in_use', 'stopped'] as const

/** What is asked of a model; the rest the program knows. */
export interface ModelFacts {
  kind: ModelKind
  name: string
  subject: string
  about: string
  unitId: number
  topic: string
  sinceDay: Day | null
  result: string
  address: string | null
}

export interface Model extends ModelFacts {
  id: number
  itemId: number | null
  notedAt: Date
  notedByName: string
  withdrawn: { at: Date; byName: string; why: string } | null
  /** Grows with every change: what a form was opened on. */
  revision: number
}

/** A model as lists show it, with how many units are at which stage. */
export interface ModelRow extends Model {
  adopters: Readonly<Record<Stage, number>>
}

export interface Adoption {
  id: number
  modelId: number
  unitId: number
  stage: Stage
  sinceDay: Day | null
  result: string
  address: string | null
  answerBy: Day | null
  changedAt: Date
  changedByName: string
}

export interface AdoptionStep {
  id: number
  adoptionId: number
  stage: Stage
  sinceDay: Day | null
  result: string
  at: Date
  byName: string
}

/** A unit that was asked and has not said by the day. */
export function isSilent(a: Pick<Adoption, 'stage' | 'answerBy'>, today: Day): boolean {
  return a.stage === 'called' && a.answerBy !== null && a.answerBy < today
}

export const modelsAddress = '/desk/models'

export function modelAddress(id: number): string {
  return `${modelsAddress}/${id}`
}
