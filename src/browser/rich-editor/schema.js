import { Schema } from 'prosemirror-model'
import { tableNodes } from 'prosemirror-tables'

const words = 'inline*'

/** @returns {import('prosemirror-model').MarkSpec} */
function markTag(tag) {
  return { parseDOM: [{ tag }], toDOM: () => [tag, 0] }
}

const tables = tableNodes({ tableGroup: 'block', cellContent: '(paragraph | list)+', cellAttributes: {} })

/** The nodes of src/lib/richtext/rich-text.ts as ProseMirror knows them; `addressOf` tells where an image's bytes are. */
export function schemaOf(addressOf) {
  return new Schema({
    nodes: {
      doc: { content: '(block | list)+' },
      paragraph: { group: 'block', content: words, parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
      heading: {
        group: 'block',
        content: words,
        defining: true,
        attrs: { level: { default: 2 } },
        parseDOM: [2, 3, 4].map((level) => ({ tag: `h${level}`, attrs: { level } })),
        toDOM: (node) => [`h${node.attrs.level}`, 0],
      },
      bulletList: {
        group: 'list',
        content: 'listItem+',
        parseDOM: [{ tag: 'ul' }],
        toDOM: () => ['ul', 0],
      },
      orderedList: {
        group: 'list',
        content: 'listItem+',
        attrs: { start: { default: 1 } },
        parseDOM: [{ tag: 'ol', getAttrs: (dom) => ({ start: 'start' in dom ? dom.start : 1 }) }],
        toDOM: (node) => ['ol', node.attrs.start === 1 ? {} : { start: node.attrs.start }, 0],
      },
      listItem: {
        content: 'paragraph (paragraph | list)*',
        defining: true,
        parseDOM: [{ tag: 'li' }],
        toDOM: () => ['li', 0],
      },
      blockquote: {
        group: 'block',
        content: '(paragraph | list)+',
        defining: true,
        parseDOM: [{ tag: 'blockquote' }],
        toDOM: () => ['blockquote', 0],
      },
      horizontalRule: { group: 'block', parseDOM: [{ tag: 'hr' }], toDOM: () => ['hr'] },
      figure: {
        group: 'block',
        content: words,
        isolating: true,
        draggable: true,
        attrs: { file: {}, alt: { default: '' }, decorative: { default: false } },
        parseDOM: [
          {
            tag: 'figure[data-file]',
            contentElement: 'figcaption',
            getAttrs: (dom) => ({
              file: Number(dom.dataset.file),
              alt: dom.querySelector('img')?.alt ?? '',
              decorative: dom.dataset.decorative === 'true',
            }),
          },
        ],
        toDOM: ({ attrs }) => [
          'figure',
          { 'data-file': attrs.file, 'data-decorative': attrs.decorative },
          ['img', { src: addressOf(attrs.file), alt: attrs.alt }],
          ['figcaption', 0],
        ],
      },
      table: { ...tables.table, content: 'tableRow+' },
      tableRow: { ...tables.table_row, content: '(tableCell | tableHeader)*' },
      tableCell: tables.table_cell,
      tableHeader: tables.table_header,
      text: { group: 'inline' },
      hardBreak: {
        group: 'inline',
        inline: true,
        selectable: false,
        parseDOM: [{ tag: 'br' }],
        toDOM: () => ['br'],
      },
    },
    marks: {
      lang: {
        attrs: { lang: {} },
        parseDOM: [{ tag: 'span[lang]', getAttrs: (dom) => ({ lang: dom.lang }) }],
        toDOM: (mark) => ['span', { lang: mark.attrs.lang }, 0],
      },
      link: {
        attrs: { href: {} },
        inclusive: false,
        parseDOM: [{ tag: 'a[href]', getAttrs: (dom) => ({ href: dom.getAttribute('href') }) }],
        toDOM: (mark) => ['a', { href: mark.attrs.href }, 0],
      },
      bold: markTag('strong'),
      italic: markTag('em'),
      superscript: { ...markTag('sup'), excludes: 'superscript subscript' },
      subscript: { ...markTag('sub'), excludes: 'superscript subscript' },
    },
  })
}
