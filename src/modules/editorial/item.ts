import type { Day } from '../../lib/calendar/day.ts'
import type { RichText } from '../../lib/richtext/rich-text.ts'
import type { Facts, PublicationKind } from '../publishing/publication.ts'

export const itemStates = [
  'draft',
  'submitted',
  'returned',
  'approved',
  'scheduled',
  'published',
  'withdrawn',
  'merged',
  'dropped',
] as const
/**
 * Where the version at work stands. What readers see meanwhile is `publishedVersion`: an item that is edited after
 * publication is a draft again while its published version stays public, until the next one supersedes it.
 */
export type ItemState = (typeof itemStates)[number]

const next: Readonly<Record<ItemState, readonly ItemState[]>> = {
  draft: ['submitted', 'published', 'withdrawn', 'merged', 'dropped'],
  submitted: ['draft', 'returned', 'approved', 'published', 'withdrawn', 'merged', 'dropped'],
  returned: ['submitted', 'published', 'withdrawn', 'merged', 'dropped'],
  approved: ['draft', 'scheduled', 'published', 'withdrawn', 'merged', 'dropped'],
  scheduled: ['draft', 'approved', 'published', 'withdrawn', 'merged'],
  published: ['draft', 'withdrawn', 'merged'],
  withdrawn: ['draft'],
  merged: [],
  dropped: ['draft'],
}

export function mayFollow(from: ItemState, to: ItemState): boolean {
  return next[from].includes(to)
}

/** States in which the version at work can be written. */
export function isOpen(state: ItemState): boolean {
  return state === 'draft' || state === 'returned'
}

/** A piece of work of the desk. Numbers are those of its versions. */
export interface Item {
  id: number
  kind: PublicationKind
  state: ItemState
  title: string
  language: string
  translationOf: number | null
  unitId: number
  columnId: number | null
  topics: string[]
  taskId: number | null
  formCode: string | null
  themeCodes: string[]
  audienceCodes: string[]
  currentVersion: number
  approvedVersion: number | null
  publishedVersion: number | null
  publishAt: Date | null
  reviewBy: Day | null
  /** The orientation of the press that it follows. */
  orientationId: number | null
  publicationId: number | null
  mergedInto: number | null
  madeAt: Date
  madeBy: number
  madeByName: string
  /** Grows with every change of the text at work: what autosave writes over. */
  revision: number
}

/** What is written, and what an approval is bound to. */
export interface Content {
  title: string
  lead: string
  body: RichText
  facts: Facts
  byline: string
  leadImageId: number | null
  leadImageAlt: string
  files: readonly Attachment[]
}

/** A file that readers download with a text, under the name they see. */
export interface Attachment {
  fileId: number
  name: string
}

export interface Version extends Content {
  /** With their type by content, which is no part of what is approved: it follows from the bytes. */
  files: readonly (Attachment & { mime: string })[]
  number: number
  digest: string
  savedAt: Date
  savedBy: number
  savedByName: string
  /** Handed in once: never changes any more. */
  sealed: boolean
}

/** What was done to an item. `write` stands once for each person and version. */
export const stepVerbs = [
  'create',
  'write',
  'submit',
  'take_back',
  'return',
  'pass',
  'approve',
  'schedule',
  'unschedule',
  'publish',
  'force_publish',
  'second_look',
  'edit',
  'withdraw',
  'in_error',
  'merge',
  'drop',
  'refuse',
  'ask_outside',
  'produce',
  'reread',
] as const
export type StepVerb = (typeof stepVerbs)[number]

export interface Step {
  id: number
  number: number
  verb: StepVerb
  note: string | null
  digest: string
  byAccount: number | null
  byName: string
  at: Date
}

/** Who wrote any part of the text since it was last approved: nobody of them may approve it. */
export function writersSince(steps: readonly Pick<Step, 'id' | 'verb' | 'byAccount'>[]): Set<number> {
  const inOrder = [...steps].sort((a, b) => a.id - b.id)
  const last = inOrder.findLastIndex((s) => s.verb === 'approve')
  const writing: readonly StepVerb[] = ['create', 'write']
  return new Set(
    inOrder.slice(last + 1).flatMap((s) => (writing.includes(s.verb) && s.byAccount ? [s.byAccount] : [])),
  )
}

export const deskAddress = '/desk'

export function itemAddress(id: number): string {
  return `/desk/items/${id}`
}
