import type { IconName } from './icon.tsx'
import type { RequestFacts } from './request.ts'
import type { Tone } from './tone.ts'

export type MenuItem = {
  href: string
  label: string
  icon: IconName
  current?: boolean
  /** Things waiting there; 0 is not shown. */
  count?: number
  /** Heading above this item; written once where it changes. */
  group?: string
  /** Letter that follows "g" on the keyboard. */
  key?: string
}

/** A message that survives one redirect ("flash"). */
export type Flash = { tone: Extract<Tone, 'good' | 'warn' | 'bad' | 'info'>; text: string }

export type FrameUser = {
  name: string
  /** Second line: role and unit. */
  detail: string
  links?: readonly { href: string; label: string; icon: IconName }[]
}

/** What the edge knows for every page of a side; pages spread it into their layout. */
export type Frame = RequestFacts & {
  /** As shown beside the mark: "UBND tỉnh Quảng Ngãi". */
  province: string
  demonstration: boolean
  menu: readonly MenuItem[]
  user: FrameUser | null
  notices: readonly Flash[]
}

export type Crumb = { href: string; label: string }
