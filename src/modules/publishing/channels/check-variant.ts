import type { Bilingual } from '../../../lib/http/route.ts'
import { type ChannelKind, channelKinds } from './kinds.ts'
import {
  type ChannelLimits,
  type Counting,
  channelLimits,
  consultationLimits,
  type FieldLimit,
  templateLimits,
} from './limits.data.ts'
import { numberOf } from './numbers.data.ts'
import type { Variant } from './variant.ts'

/** fault: the channel would refuse it. advice: it goes, but reads badly there. */
export interface VariantFinding extends Bilingual {
  level: 'fault' | 'advice'
  field: 'title' | 'lead' | 'text' | 'link' | 'images' | 'buttons' | 'recipient' | 'template'
}

/** What is known of an uploaded file that a variant shows. */
export interface ImageFacts {
  type: string
}

/**
 * The limits that hold for a variant of this kind, with the numbers that a channel has set for itself. They are plain
 * data: a script checks by them as one writes.
 */
export function limitsOf(
  kind: ChannelKind,
  way?: Variant['way'],
  settings: Readonly<Record<string, string>> = {},
): ChannelLimits {
  const own = (name: string) => numberOf(kind, name, settings)
  if (kind === 'zalo' && way === 'template') return templateLimits
  if (kind === 'zalo' && way === 'consultation')
    return {
      ...consultationLimits,
      text: { ...consultationLimits.text, most: own('adviceMost') },
      images: { ...consultationLimits.images, bytes: own('imageBytes') },
    }
  const usual = channelLimits[kind]
  if (kind === 'zalo')
    return {
      ...usual,
      title: { ...usual.title, most: own('titleMost') },
      lead: { ...usual.lead, most: own('leadMost') },
      images: { ...usual.images, bytes: own('imageBytes') },
    }
  if (kind === 'facebook')
    return {
      ...usual,
      text: { ...usual.text, most: own('textMost') },
      images: { ...usual.images, most: own('imagesMost'), bytes: own('imageBytes') },
    }
  return usual
}

/** Length as the channel counts it. Line ends count one, and letters are composed (NFC) first, as they are sent. */
export function lengthOf(text: string, counted: Counting): number {
  const sent = text.normalize('NFC').replace(/\r\n?/g, '\n')
  if (counted === 'bytes') return Buffer.byteLength(sent)
  return counted === 'points' ? [...sent].length : sent.length
}

/**
 * What stands against sending this variant on a channel of this kind, faults first. `images` tells size and type of
 * the files it names, where they are known; `settings` are those of the channel.
 */
export function checkVariant(
  kind: ChannelKind,
  variant: Variant,
  images: ReadonlyMap<number, ImageFacts> = new Map(),
  settings: Readonly<Record<string, string>> = {},
): VariantFinding[] {
  const limits = limitsOf(kind, variant.way, settings)
  const found = [
    ...fieldFindings('title', variant.title, limits.title),
    ...fieldFindings('lead', variant.lead, limits.lead),
    ...fieldFindings('text', sentText(kind, variant), limits.text),
    ...linkFindings(variant, limits),
    ...imageFindings(kind, variant, limits, images),
    ...buttonFindings(variant, limits),
    ...wholeFindings(variant, limits),
    ...recipientFindings(kind, variant),
    ...templateFindings(variant, settings),
  ]
  return [...found.filter((f) => f.level === 'fault'), ...found.filter((f) => f.level === 'advice')]
}

/** The text as it goes out: where the service has no place for a link of its own, it stands at the end of the text. */
export function sentText(kind: ChannelKind, { text, link, way }: Variant): string {
  const inside = kind === 'zalo' || (kind === 'manual' && way === undefined)
  return inside && link && !text.includes(link) ? `${text}\n\nXem thêm: ${link}` : text
}

const names = {
  title: { vi: 'Tiêu đề', en: 'The title' },
  lead: { vi: 'Tóm tắt', en: 'The lead' },
  text: { vi: 'Nội dung', en: 'The text' },
}

function fieldFindings(field: 'title' | 'lead' | 'text', value: string, limit: FieldLimit): VariantFinding[] {
  const name = names[field]
  if (!limit.used) return []
  if (value.trim() === '') {
    if (!limit.needed) return []
    return [fault(field, `${name.vi}: kênh này bắt buộc phải có.`, `${name.en} is needed on this channel.`)]
  }
  const length = lengthOf(value, limit.counted)
  const unit = limit.counted === 'bytes' ? { vi: 'byte', en: 'bytes' } : { vi: 'ký tự', en: 'characters' }
  if (limit.most !== null && length > limit.most)
    return [
      fault(
        field,
        `${name.vi} dài ${show(length)} ${unit.vi}, kênh chỉ nhận ${show(limit.most)}: cần bớt ${show(length - limit.most)}.`,
        `${name.en} has ${length} ${unit.en}, the channel takes ${limit.most}: ${length - limit.most} too many.`,
      ),
    ]
  if (limit.good === null || length <= limit.good) return []
  return [
    {
      level: 'advice',
      field,
      vi: `${name.vi} dài ${show(length)} ${unit.vi}; trên kênh này nên dưới ${show(limit.good)} để người đọc thấy trọn.`,
      en: `${name.en} has ${length} ${unit.en}; here it reads best below ${limit.good}.`,
    },
  ]
}

function linkFindings({ link }: Variant, { link: limit }: ChannelLimits): VariantFinding[] {
  if (!limit.used) return []
  if (link === '')
    return limit.needed
      ? [fault('link', 'Cần có đường dẫn để người nhận mở tiếp.', 'A link to go on is needed.')]
      : []
  return isWebAddress(link)
    ? []
    : [
        fault(
          'link',
          'Đường dẫn phải là địa chỉ đầy đủ, bắt đầu bằng https:// hoặc http://.',
          'The link must be a whole address that begins with https:// or http://.',
        ),
      ]
}

function imageFindings(
  kind: ChannelKind,
  { images }: Variant,
  { images: limit }: ChannelLimits,
  facts: ReadonlyMap<number, ImageFacts>,
): VariantFinding[] {
  const name = channelKinds[kind]
  if (images.length < limit.least)
    return [
      fault(
        'images',
        `${name.vi} bắt buộc có ít nhất ${limit.least} ảnh (ảnh đầu làm ảnh bìa).`,
        `${name.en} needs at least ${limit.least} image; the first is the cover.`,
      ),
    ]
  const found: VariantFinding[] = []
  if (images.length > limit.most)
    found.push(
      fault(
        'images',
        `Có ${images.length} ảnh, kênh này nhận nhiều nhất ${limit.most}.`,
        `There are ${images.length} images, this channel takes at most ${limit.most}.`,
      ),
    )
  for (const [index, { fileId }] of images.entries()) {
    const fact = facts.get(fileId)
    if (fact) found.push(...oneImage(index + 1, fact))
  }
  return found
}

/** Of these a JPEG within the channel's limit is made on sending, however large: none of them is refused. */
const convertible = ['jpeg', 'png', 'webp', 'tiff', 'gif', 'avif'].map((kind) => `image/${kind}`)

function oneImage(number: number, { type }: ImageFacts): VariantFinding[] {
  if (convertible.includes(type)) return []
  return [
    fault(
      'images',
      `Ảnh ${number} là tệp ${type}, hệ thống không chuyển sang JPEG được. Hãy lưu ảnh thành JPEG rồi tải lên lại.`,
      `Image ${number} is ${type}, of which no JPEG can be made here. Save it as a JPEG and upload that.`,
    ),
  ]
}

function buttonFindings({ buttons }: Variant, { buttons: limit }: ChannelLimits): VariantFinding[] {
  if (buttons.length <= limit.most) return []
  return [
    fault(
      'buttons',
      `Có ${buttons.length} nút bấm, kênh này nhận nhiều nhất ${limit.most}.`,
      `There are ${buttons.length} buttons, this channel takes at most ${limit.most}.`,
    ),
  ]
}

function wholeFindings(variant: Variant, { whole }: ChannelLimits): VariantFinding[] {
  if (whole === null) return []
  const bytes = Buffer.byteLength(JSON.stringify([variant.title, variant.lead, variant.text, variant.link]))
  if (bytes <= whole) return []
  return [
    fault(
      'text',
      `Toàn bộ nội dung nặng ${show(bytes)} byte, kênh chỉ nhận ${show(whole)} (một chữ có dấu nặng 2–3 byte).`,
      `All of it has ${bytes} bytes, the channel takes ${whole} (a letter with marks has 2 or 3).`,
    ),
  ]
}

function recipientFindings(kind: ChannelKind, variant: Variant): VariantFinding[] {
  const { way, recipient, template } = variant
  if (kind !== 'zalo' || (way !== 'consultation' && way !== 'template')) return []
  const found: VariantFinding[] = []
  if (!recipient)
    found.push(
      fault('recipient', 'Tin cho một người cần có người nhận.', 'A message to one person needs them.'),
    )
  if (way === 'template' && !template)
    found.push(
      fault('text', 'Cần mã mẫu tin đã được Zalo duyệt.', 'The number of an approved template is needed.'),
    )
  return found
}

function templateFindings(
  { way, template }: Variant,
  settings: Readonly<Record<string, string>>,
): VariantFinding[] {
  if (way !== 'template' || !template) return []
  const most = numberOf('zalo', 'templateValueMost', settings)
  return Object.entries(template.data).flatMap(([name, text]) => {
    const length = lengthOf(text, 'utf16')
    if (length <= most) return []
    return [
      fault(
        'template',
        `Mục ${name} dài ${show(length)} ký tự, mẫu chỉ nhận ${show(most)}: cần bớt ${show(length - most)}.`,
        `${name} has ${length} characters, a template takes ${most}: ${length - most} too many.`,
      ),
    ]
  })
}

/** Whole, of the web, and without a name or password in it. */
function isWebAddress(link: string): boolean {
  if (!/^https?:\/\/[^\s/]+/.test(link) || !URL.canParse(link)) return false
  const { username, password } = new URL(link)
  return username === '' && password === ''
}

function fault(field: VariantFinding['field'], vi: string, en: string): VariantFinding {
  return { level: 'fault', field, vi, en }
}

function show(n: number): string {
  return n.toLocaleString('vi-VN')
}
