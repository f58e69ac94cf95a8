import { z } from 'zod'
import { isSafeHref } from './href.ts'
import type { ListItem, RichText } from './rich-text.ts'

const languageTag = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/

const mark = z.discriminatedUnion('type', [
  z.object({ type: z.literal('lang'), attrs: z.object({ lang: z.string().regex(languageTag) }) }),
  z.object({
    type: z.literal('link'),
    attrs: z.object({
      href: z
        .string()
        .refine(
          isSafeHref,
          'Liên kết phải bắt đầu bằng https://, http://, mailto:, tel: hoặc / / A link begins with https://, http://, mailto:, tel: or /',
        ),
    }),
  }),
  z.object({ type: z.enum(['bold', 'italic', 'superscript', 'subscript']) }),
])
const inline = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string(), marks: z.array(mark).optional() }),
  z.object({ type: z.literal('hardBreak') }),
])
const words = z.array(inline).optional()
const paragraph = z.object({ type: z.literal('paragraph'), content: words })
const listItem: z.ZodType<ListItem> = z.object({
  type: z.literal('listItem'),
  content: z.array(z.lazy(() => flowing)),
})
const bulletList = z.object({ type: z.literal('bulletList'), content: z.array(listItem) })
const orderedList = z.object({
  type: z.literal('orderedList'),
  attrs: z
    .object({ start: z.number().int().min(0).max(9999).catch(1) })
    .optional()
    .transform((attrs) => ({ start: attrs?.start ?? 1 })),
  content: z.array(listItem),
})
const flowing = z.discriminatedUnion('type', [paragraph, bulletList, orderedList])
const span = (most: number) => z.number().int().min(1).max(most).catch(1)
const cell = z.object({
  type: z.enum(['tableHeader', 'tableCell']),
  attrs: z
    .object({ colspan: span(64), rowspan: span(1000) })
    .optional()
    .transform((attrs) => attrs ?? { colspan: 1, rowspan: 1 }),
  content: z.array(flowing),
})
const heading = z.object({
  type: z.literal('heading'),
  attrs: z.object({ level: z.union([z.literal(2), z.literal(3), z.literal(4)]) }),
  content: words,
})
const figure = z.object({
  type: z.literal('figure'),
  attrs: z
    .object({
      file: z.number().int().positive(),
      alt: z.string().max(1000).nullish(),
      decorative: z.boolean().nullish(),
    })
    .transform(({ file, alt, decorative }) => ({ file, alt: alt ?? '', decorative: decorative === true })),
  content: words,
})

/** The shape alone; `parseRichText` also counts, cleans and asks for alternative texts. */
export const richTextSchema: z.ZodType<RichText> = z.object({
  type: z.literal('doc'),
  content: z
    .array(
      z.discriminatedUnion('type', [
        paragraph,
        heading,
        bulletList,
        orderedList,
        z.object({ type: z.literal('blockquote'), content: z.array(flowing) }),
        z.object({
          type: z.literal('table'),
          content: z.array(z.object({ type: z.literal('tableRow'), content: z.array(cell) })),
        }),
        figure,
        z.object({ type: z.literal('horizontalRule') }),
      ]),
    )
    .default([]),
})
