import { createHash } from 'node:crypto'
import type { Fault } from '../errors.ts'
import type { Parsed } from '../http/forms.ts'
import { canonical } from './canonical.ts'
import { limits, type RichText } from './rich-text.ts'
import { richTextSchema } from './shape.ts'

/**
 * Any value (or JSON as text) as a rich text in canonical form, or what is wrong with it, each fault at `field`.
 * Every image needs its alternative text or the word that it is decoration.
 */
export function parseRichText(input: unknown, field: string | null = null): Parsed<RichText> {
  const value = typeof input === 'string' ? fromJson(input) : input
  const size = measure(value)
  if (size !== null) return { ok: false, faults: [{ field, ...size }] }
  const parsed = richTextSchema.safeParse(value)
  if (!parsed.success) return { ok: false, faults: [shapeFault(parsed.error.issues, field)] }
  const doc = canonical(parsed.data)
  const faults = imagesWithoutWords(doc, field)
  return faults.length ? { ok: false, faults } : { ok: true, value: doc }
}

/** A text read from our own database, where nothing but parsed texts is written. Throws where that is not so. */
export function storedRichText(value: unknown): RichText {
  const parsed = richTextSchema.safeParse(value)
  if (!parsed.success) throw new Error('a stored text is not a rich text', { cause: parsed.error })
  return parsed.data
}

/**
 * What an approval is bound to: hexadecimal SHA-256 over the canonical JSON, the same whatever the order of keys in
 * the database. Any change of a word, a mark, an image or its alternative text gives another.
 */
export function digestOf(doc: RichText): string {
  return createHash('sha256')
    .update(sortedJson(canonical(doc)))
    .digest('hex')
}

function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

function fromJson(text: string): unknown {
  if (text.length > limits.characters * 4) return text
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const tooMuch = {
  vi: `Bài viết quá dài: tối đa ${limits.characters.toLocaleString('vi-VN')} ký tự. Hãy chia thành nhiều bài.`,
  en: `The text is too long: at most ${limits.characters.toLocaleString('en-GB')} characters. Make several of it.`,
}
const tooDeep = {
  vi: 'Danh sách lồng nhau quá nhiều cấp. Hãy bớt cấp rồi lưu lại.',
  en: 'Lists lie too deep in each other. Use fewer levels and save again.',
}

/** Counts without recursion, so that no input, however deep, reaches the parser's stack. */
function measure(value: unknown): { vi: string; en: string } | null {
  if (typeof value === 'string') return tooMuch
  let characters = 0
  let nodes = 0
  const open: [unknown, number][] = [[value, 0]]
  for (let next = open.pop(); next; next = open.pop()) {
    const [one, depth] = next
    if (one === null || typeof one !== 'object') continue
    const { text, content } = one as { text?: unknown; content?: unknown }
    if (typeof text === 'string') characters += text.length
    if (++nodes > limits.nodes || characters > limits.characters) return tooMuch
    if (depth > limits.depth) return tooDeep
    if (Array.isArray(content)) for (const inner of content) open.push([inner, depth + 1])
  }
  return null
}

function shapeFault(issues: readonly { message: string }[], field: string | null): Fault {
  const told = issues.find((issue) => issue.message.includes(' / A link'))?.message.split(' / ')
  const [vi, en] = told ? [told.slice(0, -1).join(' / '), told.at(-1)] : []
  return {
    field,
    vi: vi ?? 'Không đọc được nội dung bài viết. Hãy tải lại trang rồi thử lại.',
    en: en ?? 'The text could not be read. Reload the page and try again.',
  }
}

function imagesWithoutWords(doc: RichText, field: string | null): Fault[] {
  const figures = doc.content.filter((block) => block.type === 'figure')
  return figures.flatMap(({ attrs }, index) =>
    attrs.alt !== '' || attrs.decorative
      ? []
      : [
          {
            field,
            vi: `Ảnh ${index + 1} chưa có mô tả. Viết một câu nói ảnh cho thấy gì, hoặc chọn “Ảnh chỉ để trang trí”.`,
            en: `Image ${index + 1} has no description. Say in a sentence what it shows, or mark it as decoration.`,
          },
        ],
  )
}
