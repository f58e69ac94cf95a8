import { createHash } from 'node:crypto'
import { z } from 'zod'

const words = z.string().transform((text) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim())

/**
 * A text as one channel takes it. Which parts a kind uses, its limits say (`limitsOf`). `link` is where readers go
 * on: a short link, absolute. Images are ids of files of the publication. Parts that are not used stay empty.
 */
export const variantSchema = z.object({
  title: words.default(''),
  lead: words.default(''),
  text: words.default(''),
  link: z.string().trim().default(''),
  images: z.array(z.object({ fileId: z.number().int().positive(), alt: z.string().default('') })).default([]),
  buttons: z.array(z.object({ label: words, href: z.string().trim() })).default([]),
  /** Of Zalo: which kind of message; see `zaloWays`. */
  way: z.enum(['article', 'broadcast', 'consultation', 'template']).optional(),
  /** Of Zalo's template: its number at Zalo, and a word for each of its fields. */
  template: z.object({ id: z.string().trim().min(1), data: z.record(z.string(), words) }).optional(),
  /** Of Zalo's messages to one person: the account's name for them, and when they last wrote (ISO). */
  recipient: z.object({ userId: z.string().min(1), lastWroteAt: z.iso.datetime() }).optional(),
})
export type Variant = z.infer<typeof variantSchema>

/** Of a variant's every word, image and link: what an approval is bound to. The order of keys does not matter. */
export function variantDigest(variant: Variant): string {
  return createHash('sha256')
    .update(inOrder(variantSchema.parse(variant)))
    .digest('hex')
}

function inOrder(value: unknown): string {
  return JSON.stringify(value, (_, inner) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
