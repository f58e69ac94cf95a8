import type { Fault } from '../errors.ts'
import type { FormValues, Parsed } from '../http/forms.ts'
import { imagesOf } from './contents.ts'
import { parseRichText } from './parse.ts'
import { richTextFromPlain, richTextToPlain } from './plain.ts'
import { emptyRichText, type RichText } from './rich-text.ts'

/** Names of the two values that a rich field of a form sends: the words as typed, and the tree behind them. */
export function richFieldNames(name: string): { plain: string; tree: string; by: string } {
  return { plain: name, tree: `${name}-tree`, by: `${name}-by` }
}

/**
 * What a `RichTextField` sent. The editor sends the tree; without it the words in the textarea count, and the tree is
 * the text as it was, from which tables and images come back. A table whose line is gone is a fault until the writer
 * says '[[bỏ bảng 1]]'. With `images`, ids of files that this text may show, any other is a fault: an id can be guessed,
 * and what a published text shows becomes public.
 */
export function readRichField(
  values: FormValues,
  name: string,
  images?: readonly number[],
): Parsed<RichText> {
  const read = readTyped(values, name)
  if (!read.ok || images === undefined) return read
  const strange = imagesOf(read.value).filter((one) => !images.includes(one.file))
  return strange.length ? { ok: false, faults: strange.map((one) => notOurs(name, one.alt)) } : read
}

function readTyped(values: FormValues, name: string): Parsed<RichText> {
  const names = richFieldNames(name)
  const value = (key: string) => {
    const one = values[key]
    return typeof one === 'string' ? one : ''
  }
  const tree = value(names.tree)
  if (value(names.by) === 'editor') return parseRichText(tree, name)
  const before = tree === '' ? null : parseRichText(tree, name)
  const { doc, missing, unknown } = richTextFromPlain(
    value(names.plain),
    before?.ok ? before.value : emptyRichText,
  )
  const faults: Fault[] = [
    ...missing.map((one) => missed(name, one)),
    ...unknown.map((one) => odd(name, one)),
  ]
  return faults.length ? { ok: false, faults } : parseRichText(doc, name)
}

function missed(field: string, place: string): Fault {
  return {
    field,
    vi: `Không còn dòng [[${place}]]. Ghi lại dòng ấy, hoặc ghi [[bỏ ${place}]] nếu muốn bỏ.`,
    en: `The line [[${place}]] is gone. Put it back, or write [[bỏ ${place}]] to leave it out.`,
  }
}

function notOurs(field: string, alt: string): Fault {
  return {
    field,
    vi: `Ảnh “${alt}” chưa được tải lên cho bài này. Hãy tải ảnh lên rồi chèn lại.`,
    en: `The image “${alt}” was not uploaded for this text. Upload it and insert it again.`,
  }
}

function odd(field: string, place: string): Fault {
  return {
    field,
    vi: `Bài không có ${place}. Xóa dòng [[${place}]] hoặc sửa lại số.`,
    en: `The text has no [[${place}]]. Remove the line or mend its number.`,
  }
}

/** The values with which a form shows a text; after a fault show the form's own values again. */
export function richFieldValues(name: string, doc: RichText): Record<string, string> {
  const names = richFieldNames(name)
  return { [names.plain]: richTextToPlain(doc), [names.tree]: JSON.stringify(doc) }
}
