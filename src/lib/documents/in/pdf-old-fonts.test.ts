import { expect, test } from 'vitest'
import { tcvn3, vniLetters, vniMarks } from './legacy.ts'
import { readDocument } from './read-document.ts'

/** A page as old programs printed it: a font without an embedded file, single bytes, WinAnsi by its own account. */
function pdfOf(lines: readonly { font: string; bytes: readonly number[] }[]): Uint8Array {
  const fonts = [...new Set(lines.map((l) => l.font))]
  const hex = (bytes: readonly number[]) => bytes.map((b) => b.toString(16).padStart(2, '0')).join('')
  const shown = lines.map(
    (l, i) => `BT /F${fonts.indexOf(l.font)} 13 Tf 72 ${760 - 24 * i} Td <${hex(l.bytes)}> Tj ET`,
  )
  const stream = shown.join('\n')
  const widths = Array.from({ length: 224 }, () => 500).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << ${fonts
      .map((_, i) => `/F${i} ${5 + i} 0 R`)
      .join(' ')} >> >> >>`,
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    ...fonts.map(
      (font) =>
        `<< /Type /Font /Subtype /TrueType /BaseFont /${font} /Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 255 /Widths [${widths}] >>`,
    ),
  ]
  let file = '%PDF-1.4\n'
  const places = objects.map((object, i) => {
    const at = file.length
    file += `${i + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const xref = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`
  file += places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}

const byLetter = new Map([...tcvn3].map(([byte, letter]) => [letter, byte]))

function tcvn3Bytes(text: string): number[] {
  return [...text].map((letter) => byLetter.get(letter) ?? letter.charCodeAt(0))
}

const vniOf = new Map([...vniLetters].map(([shown, letter]) => [letter, shown]))
const markOf = new Map([...vniMarks].map(([shown, mark]) => [mark, shown]))

/** A plain letter, then one sign for all its marks; 'ơ' and 'ư' are letters of their own. */
function vniBytes(text: string): number[] {
  const shown = [...text].map((letter) => {
    const small = letter.toLowerCase()
    const coded = vniLetter(small)
    return small === letter ? coded : coded.toUpperCase()
  })
  return [...shown.join('')].map((c) => c.charCodeAt(0))
}

function vniLetter(letter: string): string {
  const own = vniOf.get(letter)
  if (own) return own
  const [base = '', ...marks] = [...letter.normalize('NFD')]
  const rest = marks.filter((m) => m !== '\u031b')
  const shape = rest.sort((a, b) => Number(/[\u0302\u0306]/.test(b)) - Number(/[\u0302\u0306]/.test(a)))
  const horned = marks.length > rest.length ? vniOf.get(`${base}\u031b`.normalize('NFC')) : base
  return (horned ?? '') + (markOf.get(shape.join('')) ?? '')
}

const lines = [
  'Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;',
  'Tuyên truyền sâu rộng về cải cách hành chính, kiểm soát thủ tục hành chính',
  'và dịch vụ công trực tuyến; niêm yết công khai tại bộ phận một cửa của xã.',
  'Sở Nội vụ chủ trì, phối hợp với Đài Phát thanh và các đơn vị liên quan.',
]

test.each([
  ['.VnTime', tcvn3Bytes],
  ['ABCDEF+.VnArial', tcvn3Bytes],
  ['VNI-Times', vniBytes],
] as const)(
  'text printed with %s comes as Unicode',
  async (font, encode) => {
    const read = await readDocument(pdfOf(lines.map((line) => ({ font, bytes: encode(line) }))), {
      name: 'cũ.pdf',
    })
    if (!read.ok) throw new Error(read.fault.code)
    expect(read.document.text.replace(/\s+/g, ' ').trim()).toBe(lines.join(' '))
  },
  300_000,
)

test('a capital font draws its small letters as capitals', async () => {
  const bytes = tcvn3Bytes('ủy ban nhân dân tỉnh thanh giang')
  const heading = { font: '.VnTimeH', bytes }
  const rest = lines.map((line) => ({ font: '.VnTime', bytes: tcvn3Bytes(line) }))
  const read = await readDocument(pdfOf([heading, ...rest]), { name: 'cũ.pdf' })
  if (!read.ok) throw new Error(read.fault.code)
  expect(read.document.text).toContain('ỦY BAN NHÂN DÂN TỈNH THANH GIANG')
  expect(read.document.text).toContain('Sở Nội vụ chủ trì')
})
