import type { Day } from '../../lib/calendar/day.ts'
import type { FileKind } from '../../lib/files/kinds.ts'

export const partKinds = [
  'logo',
  'colours',
  'type',
  'sign',
  'uniform',
  'template',
  'slides',
  'poster',
  'other',
] as const
export type PartKind = (typeof partKinds)[number]

/** A colour that a part prescribes; `hex` is '#rrggbb' in small letters. */
export interface Colour {
  name: string
  hex: string
  use: string
}

export interface KitFacts {
  name: string
  about: string
  documentId: number | null
  documentWords: string
  documentDay: Day | null
  isPublic: boolean
}

/** A set of brand files that one document decides: "Bộ nhận diện Bộ phận Một cửa" (QNG-25). */
export interface Kit extends KitFacts {
  id: number
  retired: { at: Date; why: string } | null
  revision: number
  changedAt: Date
  changedByName: string
}

export interface PartFacts {
  kind: PartKind
  name: string
  use: string
  alt: string
  colours: readonly Colour[]
  isPublic: boolean
}

export interface Part extends PartFacts {
  id: number
  kitId: number
  position: number
  retiredAt: Date | null
  revision: number
}

export interface KitFile {
  /** Of the place in the version; leads to the download. */
  id: number
  fileId: number
  name: string
  kind: FileKind
  bytes: number
  downloads: number
}

export interface Version {
  id: number
  partId: number
  number: number
  note: string
  at: Date
  byName: string
  files: readonly KitFile[]
}

/** A part with its versions, the newest first. */
export interface ShownPart extends Part {
  versions: readonly Version[]
}

export interface Adoption {
  unitId: number
  answerBy: Day | null
  sinceDay: Day | null
  note: string
  photoFileId: number | null
  toldAt: Date | null
  toldByName: string | null
}

export const adoptionStates = ['late', 'waiting', 'bare', 'applied'] as const
/** late: the day is past. waiting: asked. bare: says that it applies it, without a photo. applied: with one. */
export type AdoptionState = (typeof adoptionStates)[number]

export function stateOf(a: Adoption, today: Day): AdoptionState {
  if (a.toldAt !== null) return a.photoFileId === null ? 'bare' : 'applied'
  return a.answerBy !== null && a.answerBy < today ? 'late' : 'waiting'
}

/** What a version may hold. Sent as downloads only, so that an SVG or an archive never runs in our pages. */
export const fileKinds: readonly FileKind[] = [
  'svg',
  'png',
  'jpg',
  'webp',
  'pdf',
  'docx',
  'pptx',
  'xlsx',
  'zip',
]
export const mostFiles = 8
/** For each file. */
export const mostBytes = 30 * 1024 * 1024

const shown: readonly FileKind[] = ['png', 'jpg', 'webp']

/** The file that stands for a part on the screen: the first picture of its newest version. */
export function previewOf(part: ShownPart): KitFile | null {
  return part.versions[0]?.files.find((f) => shown.includes(f.kind)) ?? null
}

export const kitsAddress = '/brand'
export const publicKitsAddress = '/identity'

export function kitAddress(id: number): string {
  return `${kitsAddress}/${id}`
}
export function partAddress(kitId: number, id: number): string {
  return `${kitAddress(kitId)}/parts/${id}`
}
