import type { Locale } from '../../../lib/actor.ts'
import { words } from '../../../lib/text/words.ts'
import { lengthOf, limitsOf, sentText, type Variant } from '../../publishing/channel.ts'
import { counterTexts } from './counters.texts.ts'
import { type OfChannel, sampleLink } from './master.ts'

type Field = 'title' | 'lead' | 'text'

/** The limits of a channel and the words about them, as public/js/variant.js takes them. */
export interface Counters {
  fields: Record<
    Field,
    { used: boolean; needed: boolean; most: number | null; good: number | null; counted: string }
  >
  images: { least: number; most: number }
  linkUsed: boolean
  linkNeeded: boolean
  /** As long as the short link will be. */
  shortLink: string
  /** What is written before the link where it stands in the text; '': it stands elsewhere. */
  beforeLink: string
  words: Record<string, string>
  names: Record<Field, string>
}

export function countersOf({ kind, settings }: OfChannel, origin: string, locale: Locale): Counters {
  const { title, lead, text, images, link } = limitsOf(kind, undefined, settings)
  const shortLink = sampleLink(origin)
  const bare: Variant = { title: '', lead: '', text: '.', link: shortLink, images: [], buttons: [] }
  const t = words(counterTexts, locale)
  return {
    fields: { title, lead, text },
    images: { least: images.least, most: images.most },
    linkUsed: link.used,
    linkNeeded: link.used && link.needed,
    shortLink,
    beforeLink: sentText(kind, bare).slice(1).replace(shortLink, ''),
    words: { ...t },
    names: { title: t.title, lead: t.lead, text: t.text },
  }
}

/** '128 / 149 ký tự', of the text as it will be sent with its short link. */
export function countWords(
  { fields, words: w, beforeLink, shortLink }: Counters,
  field: Field,
  text: string,
): string {
  const { most, counted } = fields[field]
  const whole =
    field === 'text' && beforeLink !== '' && text !== '' ? `${text}${beforeLink}${shortLink}` : text
  const n = lengthOf(whole.trim(), counted as 'utf16').toLocaleString('vi-VN')
  const sentence = most === null ? (w['count'] ?? '') : (w['countOf'] ?? '')
  return sentence.replace('{n}', n).replace('{most}', (most ?? 0).toLocaleString('vi-VN'))
}
