import { expect, test } from 'vitest'
import { richTextToText } from './blocks.ts'
import { richTextFromHtml } from './from-html.ts'
import { richTextToHtml } from './html.ts'
import { digestOf, parseRichText } from './parse.ts'

function read(html: string): string {
  return richTextToHtml(richTextFromHtml(html).doc)
}

test('markup of our own comes back as it went', () => {
  const html =
    '<h2 id="muc-thu-tuc">Thủ tục</h2><p>Nộp <strong>một lần</strong>, xem <a href="https://dichvucong.gov.vn/x?a=1&amp;b=2">cổng <em>dịch vụ</em> công</a>.<br />Miễn phí.</p><ul><li>Một<ul><li>Hai</li></ul></li><li><p>Ba</p><p>Bốn</p></li></ul><ol start="3"><li>Ba</li></ol><blockquote><p>Lời dân</p></blockquote><hr /><p>H<sub>2</sub>O m<sup>2</sup> <span lang="hmn">Nyob zoo</span></p><div class="rich-table" role="region" aria-label="Bảng 1" tabindex="0"><table><thead><tr><th scope="col">Tên</th><th scope="col">Số</th></tr></thead><tbody><tr><td colspan="2">Hai cột</td></tr></tbody></table></div>'
  expect(read(html)).toBe(html)
})

test("Word's paragraphs become text: its styles, its o:p and its smart tags are left behind", () => {
  const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{color:red}</style>
<!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]--></head><body lang=EN-US>
<p class=MsoNormal style='text-align:justify;mso-pagination:none'><b style='mso-bidi-font-weight:normal'><span
lang=VI style='font-size:14.0pt'>Ủy ban nhân dân</span></b><span style='mso-tab-count:1'>      </span>xã
đã&nbsp;niêm yết <st1:place>thủ tục</st1:place><o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoTitle><a name="_Toc1"></a>Điều&shy; 1</p><p><span style='display:none'>ẩn</span></p></body></html>`
  expect(read(word)).toBe('<p><strong>Ủy ban nhân dân</strong> xã đã niêm yết thủ tục</p><p>Điều 1</p>')
})

const item = (level: number, mark: string, text: string) =>
  `<p class=MsoListParagraphCxSpMiddle style='text-indent:-.25in;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${mark}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>`

test("Word's lists are lists again, and numbers that the law cites stay words", () => {
  expect(read(item(1, '·', 'Một') + item(2, 'o', 'Trong một') + item(1, '·', 'Hai'))).toBe(
    '<ul><li>Một<ul><li>Trong một</li></ul></li><li>Hai</li></ul>',
  )
  expect(read(item(1, '1.', 'Một') + item(1, '2.', 'Hai'))).toBe('<ol><li>Một</li><li>Hai</li></ol>')
  expect(read(item(1, 'a)', 'Điểm a') + item(1, 'b)', 'Điểm b'))).toBe('<p>a) Điểm a</p><p>b) Điểm b</p>')
  expect(read('<ol type="a"><li>Một</li><li>Hai</li></ol>')).toBe('<p>a) Một</p><p>b) Hai</p>')
})

test('items typed with dashes are a list where several follow each other', () => {
  expect(read('<p>- Một</p><p>+ Con</p><p>– Hai</p>')).toBe(
    '<ul><li>Một<ul><li>Con</li></ul></li><li>Hai</li></ul>',
  )
  expect(read('<p>– Bà đi đâu đấy?</p>')).toBe('<p>– Bà đi đâu đấy?</p>')
})

test('tables: the bold first row is the header, a table within a table is lines, a frame is left out', () => {
  expect(
    read('<table><tr><td><b>A</b></td><td><b>B</b></td></tr><tr><td>1</td><td>2</td></tr></table>'),
  ).toContain('<thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead>')
  const nested =
    '<table><tr><td>x<table><tr><td>1</td><td>2</td></tr></table></td><td>y</td></tr><tr><td colspan="900">z</td></tr></table>'
  expect(read(nested)).toContain('<td><p>x</p><p>1 | 2</p></td>')
  expect(read(nested)).toContain('colspan="64"')
  expect(read('<table><tr><td><p>Một</p><p>Hai</p></td></tr></table>')).toBe('<p>Một</p><p>Hai</p>')
})

test('text from other places: Google Docs, line breaks, old fonts, decomposed letters, lists beside items', () => {
  expect(read('<b style="font-weight:normal"><p><span style="font-weight:700">A</span>b</p></b>')).toBe(
    '<p><strong>A</strong>b</p>',
  )
  expect(read('Một<br><br>Hai<br>Ba')).toBe('<p>Một</p><p>Hai<br />Ba</p>')
  expect(read('<span style="font-family:.VnTime">C¶i c¸ch hµnh chÝnh</span>')).toBe(
    '<p>Cải cách hành chính</p>',
  )
  expect(read(`<p>${'Tiếng Việt'.normalize('NFD')}</p>`)).toBe('<p>Tiếng Việt</p>')
  expect(read('<ul><li>A</li><ul><li>B</li></ul></ul>')).toBe('<ul><li>A<ul><li>B</li></ul></li></ul>')
  expect(read('<h1>Tên</h1><h2>Phần</h2><div>Chữ <div>Chữ</div></div>')).toBe(
    '<h2 id="muc-ten">Tên</h2><h3 id="muc-phan">Phần</h3><p>Chữ</p><p>Chữ</p>',
  )
})

test('images of our own stay with their words; others are counted, and a missing description is a fault', () => {
  const html =
    '<figure><img src="https://cong.vn/files/7" alt="Bộ phận Một cửa"><figcaption>Ảnh: An</figcaption></figure><p><img src="https://khac.vn/a.png">x</p>'
  const read = richTextFromHtml(html, { fileOf: (src) => (src.endsWith('/7') ? 7 : null) })
  expect(read.imagesLeft).toBe(1)
  expect(richTextToText(read.doc)).toBe('[Ảnh: Bộ phận Một cửa] Ảnh: An\n\nx')
  const bare = richTextFromHtml('<img src="/files/7">', { fileOf: () => 7 }).doc
  expect(parseRichText(bare, 'body')).toMatchObject({ ok: false, faults: [{ field: 'body' }] })
  expect(digestOf(read.doc)).toMatch(/^[0-9a-f]{64}$/)
})
