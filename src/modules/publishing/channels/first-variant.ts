import { limitsOf } from './check-variant.ts'
import { type ChannelKind, channelKinds } from './kinds.ts'
import type { Variant } from './variant.ts'

/**
 * What a variant is made from: a finished snapshot in plain words. `text` is the body as `richTextToText` gives it,
 * paragraphs parted by an empty line (or by line ends alone); `link` a short link, absolute.
 */
export interface Master {
  title: string
  lead: string
  text: string
  link: string
  images: readonly { fileId: number; alt: string }[]
  unitName: string
}

/** A first variant for a channel of these settings, within its limits as far as texts go: an editor shortens on, or leaves it. */
export function variantFromMaster(
  kind: ChannelKind,
  master: Master,
  settings: Readonly<Record<string, string>> = {},
): Variant {
  const limits = limitsOf(kind, undefined, settings)
  const room = (field: { most: number | null }) => field.most ?? Number.POSITIVE_INFINITY
  const paragraphs = paragraphsOf(master.text)
  // A lead of spaces alone says nothing: the text then speaks for it, as if there were none.
  const lead = master.lead.trim()
  const first = lead || (paragraphs[0] ?? master.title)
  const base: Variant = {
    title: limits.title.used ? shortened(master.title, room(limits.title)) : '',
    lead: limits.lead.used ? shortened(first, room(limits.lead)) : '',
    text: paragraphs.join('\n\n'),
    link: limits.link.used ? master.link : '',
    images: master.images.slice(0, limits.images.most).map(({ fileId, alt }) => ({ fileId, alt })),
    buttons: [],
  }
  if (kind === 'facebook')
    return {
      ...base,
      text: postText({ ...master, lead }, paragraphs, Math.min(limits.text.good ?? 800, room(limits.text))),
    }
  if (kind === 'newsletter') return { ...base, text: lead || shortened(paragraphs.join(' ') || first, 400) }
  if (kind === 'webpush') return { ...base, text: shortened(first, 120) }
  if (kind === 'zalo') return { ...base, way: 'article', text: shortened(base.text, room(limits.text) - 200) }
  if (channelKinds[kind].way === 'manual')
    return { ...base, lead: '', text: spokenText({ ...master, lead }, paragraphs) }
  return base
}

/** A post: the title, what it is about in whole paragraphs while they fit, who says so. The link stands apart. */
function postText(master: Master, paragraphs: readonly string[], most: number): string {
  const parts = [master.title]
  if (master.lead) parts.push(master.lead)
  for (const paragraph of paragraphs) {
    const next = [...parts, paragraph].join('\n\n')
    if (next.length + master.unitName.length + 4 > most) break
    parts.push(paragraph)
  }
  if (parts.length === 1 && paragraphs[0]) parts.push(shortened(paragraphs[0], most - master.title.length))
  return [...parts, `(${master.unitName})`].join('\n\n')
}

function spokenText(master: Master, paragraphs: readonly string[]): string {
  return [master.lead, ...paragraphs, `Nguồn: ${master.unitName}`].filter(Boolean).join('\n\n')
}

/** Descriptions of images, which `richTextToText` writes in brackets, are for listeners of the page only. */
function paragraphsOf(text: string): string[] {
  return text
    .normalize('NFC')
    .split(text.includes('\n\n') ? /\n{2,}/ : /\n/)
    .map((p) => p.replace(/^\[Ảnh: [^\]]*\]\s*/, '').trim())
    .filter((p) => p !== '')
}

/** At most `most` UTF-16 units: whole sentences where that keeps half of it, else whole words and '…'. */
export function shortened(text: string, most: number): string {
  const all = text.normalize('NFC').trim()
  if (all.length <= most) return all
  const cut = all.slice(0, Math.max(0, most - 1)).toWellFormed()
  const sentence = Math.max(
    cut.lastIndexOf('. '),
    cut.lastIndexOf('.\n'),
    cut.lastIndexOf('! '),
    cut.lastIndexOf('? '),
  )
  if (sentence >= most / 2) return cut.slice(0, sentence + 1)
  const word = cut.search(/\s\S*$/)
  return `${(word > most / 2 ? cut.slice(0, word) : cut).replace(/[\s,;:–-]+$/, '')}…`
}
