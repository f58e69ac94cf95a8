import type { Locale } from '../../../../lib/actor.ts'
import type { Fault } from '../../../../lib/errors.ts'
import type { Words } from '../../../../lib/text/words.ts'
import type { Attempt } from '../attempts.sql.ts'
import type { ShownMessage } from '../message-lists.sql.ts'
import type { texts } from '../messages.texts.ts'

export type W = Words<typeof texts>
export interface MessageViewProps {
  w: W
  locale: Locale
  message: ShownMessage
  /** What those who run the channel have written about how it is done there. */
  howThere: string
  attempts: readonly Attempt[]
  mayRun: boolean
  mayProve: boolean
  values: Record<string, string | string[]>
  faults: readonly Fault[]
}
