import { z } from 'zod'
import { numberOf } from '../channels/numbers.data.ts'

/** A person who wrote to an Official Account. Who they are nobody sees: they have a number here. */
export interface Person {
  id: number
  channelId: number
  lastWroteAt: Date
  /** Null: the account never heard whether they follow it. */
  follows: boolean | null
}

/** What they wrote. */
export interface Word {
  id: number
  personId: number
  /** 'text', 'image', 'file' …: only texts are kept, of the rest that there was something. */
  kind: string
  /** Null: no text, or erased as the time to answer is over. */
  text: string | null
  wroteAt: Date
  answeredAt: Date | null
  answeredByName: string | null
}

/**
 * An event as Zalo posts it: numbers beyond 2^53 come as texts. Names and shapes as programs that receive them had
 * them in 2026; Zalo's own page could not be opened: UNVERIFIED.
 */
export const eventSchema = z.object({
  app_id: z.coerce.string(),
  event_name: z.string().max(100),
  timestamp: z.coerce.string().regex(/^\d{10,16}$/),
  sender: z.object({ id: z.coerce.string().min(1).max(100) }).optional(),
  recipient: z.object({ id: z.coerce.string().min(1).max(100) }).optional(),
  follower: z.object({ id: z.coerce.string().min(1).max(100) }).optional(),
  message: z
    .object({ msg_id: z.coerce.string().max(200).optional(), text: z.string().optional() })
    .optional(),
})
export type ZaloEvent = z.infer<typeof eventSchema>

/** What an event means here; null: of no concern (seen, delivered, tags …). */
export function meaningOf(
  e: ZaloEvent,
):
  | { is: 'wrote'; kind: string; user: string }
  | { is: 'follow' | 'unfollow' | 'answered'; user: string }
  | null {
  if (e.event_name.startsWith('user_send_') && e.sender)
    return { is: 'wrote', kind: e.event_name.slice('user_send_'.length), user: e.sender.id }
  if ((e.event_name === 'follow' || e.event_name === 'unfollow') && (e.follower ?? e.sender))
    return { is: e.event_name, user: (e.follower ?? e.sender)?.id ?? '' }
  // Somebody answered in Zalo's own pages for the account.
  if (e.event_name.startsWith('oa_send_') && e.recipient) return { is: 'answered', user: e.recipient.id }
  return null
}

const longest = 2_000

/** As much of a text as is kept. */
export function keptText(text: string | undefined): string | null {
  const plain = (text ?? '').normalize('NFC').replace(/\r\n?/g, '\n').trim()
  return plain === '' ? null : plain.slice(0, longest).toWellFormed()
}

/** Until when advice may be sent: the window counts from the person's last word. */
export function windowUntil(lastWroteAt: Date, settings: Readonly<Record<string, string>>): Date {
  return new Date(lastWroteAt.getTime() + numberOf('zalo', 'windowHours', settings) * 3_600_000)
}

/** How a message names whom it is for: the account's name for them stays sealed until it is sent. */
export function personRef(id: number): string {
  return `person:${id}`
}

export function personOfRef(ref: string): number | null {
  const match = /^person:(\d+)$/.exec(ref)
  return match ? Number(match[1]) : null
}

/** Whose messages the answers are. */
export function conversationSource(personId: number): string {
  return `zalo:${personId}`
}

/** 'ten=Nguyễn Văn An' a line: the fields of a template. Null: a line is not of that form. */
export function templateFields(typed: string): Record<string, string> | null {
  const lines = typed.split('\n').map((l) => l.trim())
  const pairs = lines.filter((l) => l !== '').map((l) => /^([A-Za-z][A-Za-z0-9_]{0,39})\s*=\s*(.+)$/.exec(l))
  if (pairs.some((p) => p === null)) return null
  return Object.fromEntries(pairs.map((p) => [p?.[1] ?? '', (p?.[2] ?? '').normalize('NFC').trim()]))
}
