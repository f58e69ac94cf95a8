import type { Day } from '../../../lib/calendar/day.ts'
import type { PublicationKind } from '../../publishing/publication.ts'
import type { ItemState } from '../item.ts'

export const media = ['text', 'photo', 'video', 'radio'] as const
export type Medium = (typeof media)[number]

/** What an assignment of this medium begins as. */
export const kindOfMedium: Record<Medium, PublicationKind> = {
  text: 'news',
  photo: 'infographic',
  video: 'video',
  radio: 'audio',
}

/** The form that an item of this medium counts as; null: as its kind does. */
export const formOfMedium: Record<Medium, string | null> = {
  text: 'news',
  photo: null,
  video: 'television',
  radio: 'radio',
}

export const productionSteps = ['script', 'recording', 'edit', 'aired'] as const
export type ProductionStep = (typeof productionSteps)[number]

/** Kinds that are broadcast, and go through production. */
export const broadcastKinds: readonly PublicationKind[] = ['reportage', 'video', 'audio']

export interface DeskEvent {
  id: number
  title: string
  about: string
  place: string
  /** 'YYYY-MM-DDTHH:MM' in Việt Nam. */
  starts: string
  ends: string | null
  unitId: number
  taskId: number | null
  /** What the items that cover it begin with. */
  themeCodes: string[]
  audienceCodes: string[]
  madeByName: string
}

export interface Coverage {
  id: number
  eventId: number
  medium: Medium
  personName: string
  unitId: number
  note: string
  dueDay: Day
  itemId: number | null
  /** Of the item, where one was begun. */
  itemTitle: string | null
  itemState: ItemState | null
  dropped: boolean
}

export interface Produced {
  step: ProductionStep
  doneDay: Day
  byName: string
  note: string
  address: string | null
  /** Of aired: why it is to be found nowhere. */
  noAddressWhy: string | null
}

export const coverageAddress = '/desk/coverage'

export function eventAddress(id: number): string {
  return `/desk/events/${id}`
}
