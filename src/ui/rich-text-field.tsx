import { richFieldNames } from '../lib/richtext/field.ts'
import { storedRichText } from '../lib/richtext/parse.ts'
import { richTextToPlain } from '../lib/richtext/plain.ts'
import { passageLanguages, type RichText } from '../lib/richtext/rich-text.ts'
import { words } from '../lib/text/words.ts'
import { controlProps, Field } from './field.tsx'
import { type FieldProps, useField } from './form.tsx'
import { useRequest } from './request.ts'
import { texts } from './rich-text-field.texts.ts'

/** An uploaded image that a writer may put into the text; `alt` is proposed as its description. */
export interface FieldImage {
  file: number
  src: string
  name: string
  alt?: string
}

type RichTextFieldProps = Omit<FieldProps, 'value' | 'width'> & {
  /** The images there are, newest first. */
  images?: readonly FieldImage[]
  /**
   * Takes a multipart POST of `_csrf` and `file`; answers 200 with JSON `{ file, src, name }`, or any other status with
   * `{ error }` in words.
   */
  upload?: string | undefined
  rows?: number
}

/**
 * A field for a whole text. Without a script a textarea with simple marks; with one an editor. Give the form
 * `richFieldValues(name, doc)`, read it by `readRichField(values, name)`; a form that saves itself watches the field.
 */
export function RichTextField(props: RichTextFieldProps) {
  const { locale } = useRequest()
  const w = words(texts, locale)
  const names = richFieldNames(props.name)
  const hint = (
    <>
      {props.hint} <span class="rich-plain-hint">{w.plainHint}</span>
    </>
  )
  const facts = useField({ ...props, hint })
  const tree = useField({ name: names.tree }).value
  const by = useField({ name: names.by }).value
  const typed = by === 'editor' ? (plainOf(tree) ?? facts.value) : facts.value
  const setting = { words: wordsOf(w, locale), images: props.images ?? [], upload: props.upload }
  return (
    <Field label={props.label} hint={hint} optional={props.optional ?? false} facts={facts}>
      <div class="rich-field" data-rich={JSON.stringify(setting)}>
        <textarea {...controlProps(props, facts)} rows={props.rows ?? 18}>
          {typed}
        </textarea>
        <input type="hidden" name={names.tree} value={tree} data-rich-tree data-autosaved />
        <input type="hidden" name={names.by} value={by} data-rich-by />
      </div>
    </Field>
  )
}

function plainOf(tree: string): string | null {
  try {
    return richTextToPlain(storedRichText(JSON.parse(tree)) satisfies RichText)
  } catch {
    return null
  }
}

const names = [
  ...(['style', 'lang', 'bold', 'italic', 'superscript', 'subscript', 'bulletList', 'orderedList'] as const),
  ...(['indent', 'outdent', 'blockquote', 'link', 'image', 'table', 'rule', 'undo', 'redo', 'keys'] as const),
  ...(['addRow', 'addColumn', 'deleteRow', 'deleteColumn', 'headerRow', 'deleteTable'] as const),
]
const said = [
  ...([
    'tools',
    'done',
    'cancel',
    'count',
    'keysTitle',
    'link',
    'linkAddress',
    'linkHint',
    'linkText',
  ] as const),
  ...([
    'linkRemove',
    'linkFault',
    'image',
    'imageChoose',
    'imageNone',
    'imageUpload',
    'imageSending',
  ] as const),
  ...([
    'imageNotSent',
    'imageAlt',
    'imageAltHint',
    'imageDecorative',
    'imageFault',
    'imageAltFault',
  ] as const),
  'imagesLeft' as const,
]
const signs = {
  bold: 'B',
  italic: 'I',
  superscript: 'x²',
  subscript: 'x₂',
  bulletList: '•',
  orderedList: '1.',
  indent: '→',
  outdent: '←',
  blockquote: '“ ”',
  rule: '―',
  undo: '↶',
  redo: '↷',
}

function wordsOf(w: ReturnType<typeof words<typeof texts>>, locale: 'vi' | 'en') {
  return {
    ...Object.fromEntries(said.map((key) => [key, w[key]])),
    names: Object.fromEntries(names.map((key) => [key, w[key]])),
    signs,
    styles: [['paragraph', w.paragraph], ...[2, 3, 4].map((level) => [String(level), w.heading(level - 1)])],
    languages: [
      ['', w.vietnamese],
      ...Object.entries(passageLanguages).map(([code, name]) => [code, name[locale]]),
    ],
    keys: [
      ['Alt+F10', w.toTools],
      ['Ctrl+B', w.bold],
      ['Ctrl+I', w.italic],
      ['Ctrl+K', w.link],
      ['Ctrl+Alt+2', w.heading(1)],
      ['Ctrl+Alt+0', w.paragraph],
      ['Ctrl+Shift+8', w.bulletList],
      ['Ctrl+Shift+7', w.orderedList],
      ['Ctrl+Shift+9', w.blockquote],
      ['Ctrl+]  Ctrl+[', `${w.indent} · ${w.outdent}`],
      ['Shift+Enter', w.newLine],
      ['Tab', w.nextCell],
      ['Ctrl+Z  Ctrl+Y', `${w.undo} · ${w.redo}`],
    ],
  }
}
