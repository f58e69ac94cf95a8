import { createHash } from 'node:crypto'
import type { Content, Item } from '../item.ts'

/**
 * What an approval is bound to: hexadecimal SHA-256 over kind, language, text, facts, images, files and the
 * variants for channels, the same in whatever order the database hands back the keys of JSON.
 */
export function digestOf(
  item: Pick<Item, 'kind' | 'language'>,
  content: Content,
  variants: readonly { channelId: number; digest: string }[],
): string {
  const { title, lead, body, facts, byline, leadImageId, leadImageAlt, files } = content
  const whole = {
    ...{ kind: item.kind, language: item.language, title, lead, body, facts, byline },
    ...{ leadImageId, leadImageAlt },
    ...(files.length > 0 ? { files: files.map(({ fileId, name }) => ({ fileId, name })) } : {}),
    variants: variants
      .map((v) => ({ channelId: v.channelId, digest: v.digest }))
      .sort((a, b) => a.channelId - b.channelId),
  }
  return createHash('sha256').update(sortedJson(whole)).digest('hex')
}

export function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
