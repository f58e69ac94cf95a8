import fc from 'fast-check'
import { parse } from 'parse5'
import { expect, test } from 'vitest'
import { computingMs } from '../../../test/computing.ts'
import { richTextToBlocks, richTextToText } from './blocks.ts'
import { canonical } from './canonical.ts'
import { headingsOf, imagesOf, linksOf } from './contents.ts'
import { richTextFromHtml } from './from-html.ts'
import { safeHref } from './href.ts'
import { cleanHtml, richTextToHtml } from './html.ts'
import { digestOf, parseRichText, storedRichText } from './parse.ts'
import { anyRichText } from './rich-text.fixtures.ts'

const image = (file: number) => ({ src: `/files/${file}` })
const fileOf = (src: string) => Number(/\/files\/(\d+)$/.exec(src)?.[1] ?? 0) || null

test('the canonical form is reached at once, parses to itself and survives the database', () => {
  fc.assert(
    fc.property(anyRichText, (doc) => {
      expect(canonical(doc)).toEqual(doc)
      const parsed = parseRichText(JSON.stringify(doc))
      if (parsed.ok) {
        expect(parsed.value).toEqual(doc)
        expect(storedRichText(JSON.parse(JSON.stringify(doc)))).toEqual(doc)
        expect(digestOf(parsed.value)).toBe(digestOf(doc))
      }
    }),
    { numRuns: 150 },
  )
})

test('what is rendered can be read again and renders the same', () => {
  fc.assert(
    fc.property(anyRichText, (doc) => {
      const once = richTextToHtml(doc, { image })
      const again = richTextToHtml(richTextFromHtml(once, { fileOf }).doc, { image })
      expect(richTextToHtml(richTextFromHtml(again, { fileOf }).doc, { image })).toBe(again)
    }),
    { numRuns: 100 },
  )
})

test('our writer and the wall behind it agree: the wall has nothing to take away', () => {
  fc.assert(
    fc.property(anyRichText, (doc) => {
      const html = richTextToHtml(doc, { image })
      expect(cleanHtml(html)).toBe(html)
    }),
    { numRuns: 100 },
  )
})

const hostile = fc.array(
  fc.oneof(
    fc.constantFrom(
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '<svg onload=alert(1)>',
      '<a href="javascript:alert(1)">x</a>',
      '<a href="java\tscript:alert(1)">x</a>',
      '<a href="&#106;avascript:alert(1)">x</a>',
      '<a href="//evil.vn">x</a>',
      '<a href="\\\\evil.vn">x</a>',
      '<a href="data:text/html,<script>1</script>">x</a>',
      '<iframe src="//evil">',
      '<math><mtext><table><mglyph><style><!--</style><img title="--><img src=1 onerror=alert(1)>">',
      '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
      '<form><button formaction=javascript:alert(1)>x',
      '<p style="background:url(javascript:1)" onclick=1>',
      '<table><td background="javascript:1">',
      '<li>',
      '</ul>',
      '<ol type=a>',
      '<!--',
      '-->',
      ']]>',
      '<![CDATA[',
      '<template><script>1</script>',
      '<x:script>',
      "<p style='mso-list:l0 level9 lfo1'>",
      '<img src="data:image/svg+xml,<svg onload=1>" alt="x">',
      '<base href="//evil/">',
      '<meta http-equiv=refresh content="0;javascript:1">',
      '<textarea><img src=x onerror=1></textarea>',
      '<a href="vbscript:x">',
      '<h1>',
      '<b>',
      '</b>',
      '<table>',
      '<tr>',
      '<th colspan=99999999>',
      '<figure><img src="/files/1"><figcaption>',
    ),
    fc.string({ maxLength: 20 }),
  ),
  { maxLength: 20 },
)

test('hostile markup leaves nothing that runs, loads from elsewhere or leads to a script', () => {
  fc.assert(
    fc.property(hostile, (parts) => {
      for (const html of [
        richTextToHtml(richTextFromHtml(parts.join(''), { fileOf }).doc, { image }),
        cleanHtml(parts.join('')),
      ])
        expect(danger(html)).toEqual([])
    }),
    { numRuns: 600 },
  )
})

type Tree = { tagName?: string; attrs?: { name: string; value: string }[]; childNodes?: Tree[] }

/** What a browser would run or fetch in this markup, as it would read it. */
function danger(html: string): string[] {
  const walk = (node: Tree): string[] => {
    const bad = (node.attrs ?? []).flatMap(({ name, value }) => {
      if (/^on|^style$|^formaction$|^srcdoc$/.test(name)) return [name]
      if (name === 'src' || name === 'href') return leadsAstray(value) ? [value] : []
      return []
    })
    const tags = /^(?:script|style|iframe|object|embed|svg|math|form|input|base|meta|link|template)$/
    const tag = tags.test(node.tagName ?? '') ? [node.tagName ?? ''] : []
    return [...bad, ...tag, ...(node.childNodes ?? []).flatMap(walk)]
  }
  return walk(parse(`<!doctype html><body>${html}`) as Tree)
}

function leadsAstray(address: string): boolean {
  if (/^\s*[/\\]{2}/.test(address) || !URL.canParse(address, 'https://own.vn')) return true
  return !/^(?:https?|mailto|tel):$/.test(new URL(address, 'https://own.vn').protocol)
}

test.each([
  ['deep markup', '<div>'.repeat(100_000)],
  ['deep lists', '<ul><li>'.repeat(20_000)],
  ['deep inline marks', '<b><i>'.repeat(50_000)],
  [
    'a tag with very many attributes',
    `<p ${Array.from({ length: 100_000 }, (_, i) => `a${i}=1`).join(' ')}>x`,
  ],
  ['very many open brackets', '<'.repeat(500_000)],
  ['many dashes', `<p>${'- '.repeat(100_000)}</p>`],
  ['many paragraphs', '<p>- a</p>'.repeat(60_000)],
  ['a wide table', `<table><tr>${'<td colspan=1000 rowspan=65534>x'.repeat(20_000)}</table>`],
])(
  '%s ends within seconds and within the limits',
  (_name, html) => {
    const took = computingMs(() => {
      const { doc } = richTextFromHtml(html)
      expect(parseRichText(doc).ok).toBe(true)
    })
    expect(took).toBeLessThan(5_000)
  },
  300_000,
)

test('a form cannot post what is too long, too deep or not a text', () => {
  let deep: unknown = { type: 'paragraph', content: [{ type: 'text', text: 'x' }] }
  for (let i = 0; i < 50_000; i++)
    deep = { type: 'bulletList', content: [{ type: 'listItem', content: [deep] }] }
  const told = (input: unknown) => {
    const parsed = parseRichText(input, 'body')
    return parsed.ok ? null : parsed.faults[0]?.vi
  }
  expect(told({ type: 'doc', content: [deep] })).toContain('quá nhiều cấp')
  expect(
    told({
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'x'.repeat(400_001) }] }],
    }),
  ).toContain('quá dài')
  for (const odd of ['', 'null', '[]', '{"type":"doc","content":[{"type":"script"}]}', 7, undefined])
    expect(told(odd)).toContain('Không đọc được')
  const link = { type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] }
  expect(told({ type: 'doc', content: [{ type: 'paragraph', content: [link] }] })).toContain(
    'Liên kết phải bắt đầu bằng',
  )
})

test('addresses: what looks like a site gets https, what leads astray is refused', () => {
  expect(safeHref(' dichvucong.gov.vn/a b ')).toBe('https://dichvucong.gov.vn/a%20b')
  expect(safeHref('HTTPS://a.vn')).toBe('HTTPS://a.vn')
  expect(safeHref('tel:+84 255 1022')).toBe('tel:+842551022')
  for (const bad of [
    '//a.vn',
    '/\\a.vn',
    'javascript:1',
    'java\u0000script:1',
    'data:text/html,1',
    'file:///etc',
    'ftp://a',
    '',
    'http:///',
    'x'.repeat(2001),
  ])
    expect(safeHref(bad)).toBeNull()
})

test('headings, links, images and words of a text', () => {
  const { doc } = richTextFromHtml(
    '<h2>Đất đai</h2><p>Xem <a href="https://a.vn">cổng <b>tỉnh</b></a> và <a href="https://a.vn">nữa</a>.</p><h2>Đất đai</h2><img src="/files/3" alt="Ảnh"><ol start="4"><li>Bốn<ul><li>con</li></ul></li></ol><table><tr><td>a</td><td>b</td></tr></table>',
    { fileOf },
  )
  expect(headingsOf(doc).map((h) => h.id)).toEqual(['muc-dat-dai', 'muc-dat-dai-2'])
  expect(linksOf(doc)).toEqual([
    { href: 'https://a.vn', text: 'cổng tỉnh' },
    { href: 'https://a.vn', text: 'nữa' },
  ])
  expect(imagesOf(doc)).toEqual([{ file: 3, alt: 'Ảnh', decorative: false, caption: '' }])
  expect(richTextToText(doc)).toBe(
    'Đất đai\n\nXem cổng tỉnh và nữa.\n\nĐất đai\n\n[Ảnh: Ảnh]\n\n4. Bốn\n  - con\n\na | b',
  )
  expect(richTextToBlocks(doc).map((b) => b.kind)).toEqual([
    'heading',
    'paragraph',
    'heading',
    'image',
    'item',
    'item',
    'table',
  ])
})
