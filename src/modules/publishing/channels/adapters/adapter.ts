import type { OutsideAnswer, OutsideRequest } from '../../../../lib/http/outside.ts'
import type { SendFault } from '../../channel.ts'
import type { Variant } from '../variant.ts'

/** What an adapter knows when it performs a step of a message. */
export interface Call {
  provinceId: number
  channelId: number
  messageId: number
  /** The same for every attempt of one message. */
  sendKey: string
  variant: Variant
  settings: Record<string, string>
  secret: Record<string, string>
  /** What earlier steps of this message brought. */
  kept: Record<string, unknown>
  /** Public addresses of the variant's images, in its order. */
  imageUrls: readonly string[]
  /** The bytes of such an image as a JPEG below a megabyte; null where it is gone. */
  jpeg: (index: number) => Promise<Buffer | null>
  publication: { title: string; url: string; kind: string; publishedAt: string; unitName: string } | null
  /** Of the first attempt of this step. */
  since: Date
  now: Date
  http: (
    address: string,
    request: Omit<OutsideRequest, 'privateHosts' | 'timeoutMs'>,
  ) => Promise<OutsideAnswer>
  bases: ServiceBases
}

/** Where the services are; tests and benches put their own in their place. */
export interface ServiceBases {
  zaloApi: string
  zaloOauth: string
  graph: string
}

/**
 * How a step ended. done: the service has it; `keeps` goes to later steps; `restMs`: how
 * long the channel had better not call it, as it is near its limit. refused: it surely has not: later (passes by
 * itself, `afterMs` when the service says), token (a new token may help), channel (a person of the channel must act
 * first), never (this message will not be taken as it is). unsure: nobody can say.
 */
export type Outcome =
  | { is: 'done'; keeps?: Record<string, unknown>; remoteId?: string; remoteUrl?: string; restMs?: number }
  | { is: 'refused'; retry: 'later' | 'token' | 'channel' | 'never'; afterMs?: number; fault: SendFault }
  | { is: 'unsure'; fault: SendFault }

/** What the service answers when it is asked whether it has a message; `token`: a new token may help. */
export type Look =
  | { is: 'found'; keeps?: Record<string, unknown>; remoteId?: string; remoteUrl?: string }
  | { is: 'absent' }
  | { is: 'unknown'; fault: SendFault; token?: boolean }

export interface Step {
  name: string
  /** Done twice it is still one: it may be repeated when nobody knows. */
  repeatable: boolean
  perform: (call: Call) => Promise<Outcome>
  /** Asks the service. Steps without it are put before a person. */
  look?: (call: Call) => Promise<Look>
}

/** A service. Its steps are done in order, each at most once unless repeatable. */
export interface Adapter {
  steps: (variant: Variant) => readonly Step[]
  /** Does the channel work? Changes nothing there. */
  test: (
    call: Omit<
      Call,
      'messageId' | 'sendKey' | 'variant' | 'kept' | 'publication' | 'imageUrls' | 'jpeg' | 'since'
    >,
  ) => Promise<
    | { is: 'good'; name: string; tokenExpiresAt?: Date | null; note?: SendFault }
    | { is: 'bad'; fault: SendFault; token?: boolean }
  >
}
