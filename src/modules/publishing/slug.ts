import { bare } from '../../lib/text/bare.ts'

const longest = 90

/** 'Đổi mới một cửa: 3 bài học' → 'doi-moi-mot-cua-3-bai-hoc'. Cut between words; never empty. */
export function slugOf(title: string): string {
  const words = bare(title)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  if (words.length <= longest) return words || 'bai'
  const cut = words.slice(0, longest + 1)
  return cut.slice(0, Math.max(cut.lastIndexOf('-'), 20)).replace(/-+$/, '')
}

/** The first of slug, slug-2, slug-3 … that nobody has. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug
  for (let n = 2; ; n++) if (!taken.has(`${slug}-${n}`)) return `${slug}-${n}`
}
