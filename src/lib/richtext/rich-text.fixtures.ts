import fc from 'fast-check'
import { canonical } from './canonical.ts'
import type { Block, Inline, List, Mark, Paragraph, RichText } from './rich-text.ts'

const said = fc.oneof(
  fc.constantFrom(
    'Ủy ban nhân dân',
    'xã',
    '*',
    '**',
    '__',
    '- ',
    '# ',
    '1. ',
    '[[bảng 1]]',
    '\\',
    '{hmn|',
    '](',
    '> ',
    '|',
    '&lt;',
    '~~',
    '^^',
    '---',
    ' ',
    'https://a.vn',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
)
const mark: fc.Arbitrary<Mark> = fc.oneof(
  fc.constantFrom<Mark>({ type: 'bold' }, { type: 'italic' }, { type: 'superscript' }, { type: 'subscript' }),
  fc
    .constantFrom('https://dichvucong.gov.vn/a(b)?x=1&y=2', 'mailto:a@b.vn', '/tin/1', 'tel:1022')
    .map((href): Mark => ({ type: 'link', attrs: { href } })),
  fc.constantFrom('hmn', 'tyz').map((lang): Mark => ({ type: 'lang', attrs: { lang } })),
)
const inline: fc.Arbitrary<Inline> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('text' as const),
      text: said,
      marks: fc.array(mark, { maxLength: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant<Inline>({ type: 'hardBreak' }) },
)
const words = fc.array(inline, { maxLength: 6 })
const paragraph: fc.Arbitrary<Paragraph> = words.map((content) => ({ type: 'paragraph', content }))

function listOf(depth: number): fc.Arbitrary<List> {
  const inner =
    depth > 0
      ? fc.oneof({ weight: 3, arbitrary: paragraph }, { weight: 1, arbitrary: listOf(depth - 1) })
      : paragraph
  const items = fc.array(
    fc
      .array(inner, { minLength: 1, maxLength: 3 })
      .map((content) => ({ type: 'listItem' as const, content })),
    { minLength: 1, maxLength: 3 },
  )
  return fc.oneof(
    items.map((content): List => ({ type: 'bulletList', content })),
    fc
      .tuple(items, fc.integer({ min: 0, max: 30 }))
      .map(([content, start]): List => ({ type: 'orderedList', attrs: { start }, content })),
  )
}
const flowing = fc.array(fc.oneof(paragraph, listOf(2)), { maxLength: 3 })
const cell = fc.record({
  type: fc.constantFrom('tableHeader' as const, 'tableCell' as const),
  attrs: fc.record({ colspan: fc.integer({ min: 1, max: 3 }), rowspan: fc.integer({ min: 1, max: 3 }) }),
  content: flowing,
})
const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 4, arbitrary: paragraph },
  fc.record({
    type: fc.constant('heading' as const),
    attrs: fc.record({ level: fc.constantFrom(2 as const, 3 as const, 4 as const) }),
    content: words,
  }),
  { weight: 2, arbitrary: listOf(3) },
  flowing.map((content): Block => ({ type: 'blockquote', content })),
  fc
    .array(fc.array(cell, { maxLength: 3 }), { maxLength: 3 })
    .map(
      (rows): Block => ({ type: 'table', content: rows.map((content) => ({ type: 'tableRow', content })) }),
    ),
  fc.record({
    type: fc.constant('figure' as const),
    attrs: fc.record({
      file: fc.integer({ min: 1, max: 99 }),
      alt: said.map((s) => `Ảnh ${s}`),
      decorative: fc.boolean(),
    }),
    content: words,
  }),
  fc.constant<Block>({ type: 'horizontalRule' }),
)

/** Any text at all, in canonical form. */
export const anyRichText: fc.Arbitrary<RichText> = fc
  .array(block, { maxLength: 6 })
  .map((content) => canonical({ type: 'doc', content }))
