import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeLegacy, tcvn3, vniLetters, vniMarks } from './legacy.ts'
import { readDocument } from './read-document.ts'
import { isSyllable } from './syllable.ts'

const vowels = 'aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ'
const marked = [...vowels].filter((letter) => letter > '\x7f')
const letters = [...marked, ...marked.map((letter) => letter.toUpperCase())]

const sentences = [
  'Ủy ban nhân dân tỉnh ban hành Kế hoạch tuyên truyền cải cách hành chính năm 2026 trên địa bàn tỉnh.',
  'Sở Nội vụ chủ trì, phối hợp với các sở, ban, ngành và Ủy ban nhân dân các xã, phường tổ chức thực hiện.',
  'Đài Phát thanh và Truyền hình tỉnh mở chuyên mục, mỗi tháng ít nhất 02 kỳ, vào tuần thứ hai và thứ tư.',
  'Các cơ quan, đơn vị gửi báo cáo định kỳ về Sở Nội vụ trước ngày 05 tháng cuối quý để tổng hợp.',
  'Nguyễn Thị Bích Thủy, Huỳnh Đức Ngữ và Vũ Quỳnh Giang rẽ sang lối nhỏ, khuya khoắt vẫn miệt mài.',
]

const byByte = new Map([...tcvn3].map(([byte, letter]) => [letter, byte]))

function encodeTcvn3(text: string): Uint8Array {
  return Uint8Array.from([...text].map((letter) => byByte.get(letter) ?? letter.charCodeAt(0)))
}

const ownLetters = new Map([...vniLetters].map(([code, letter]) => [letter, code]))
const ownMarks = new Map([...vniMarks].map(([code, mark]) => [mark.normalize('NFD'), code]))

/** VNI-Windows, written from its description: a plain letter and one character for all its marks. */
function encodeVniLetter(letter: string): string {
  const small = letter.toLowerCase()
  const raise = (code: string) => (small === letter ? code : code.toUpperCase())
  const own = ownLetters.get(small)
  if (own) return raise(own)
  const [base = '', ...rest] = small.normalize('NFD')
  const horned = rest.includes('\u031b')
    ? raise(ownLetters.get(`${base}\u031b`.normalize('NFC')) ?? base)
    : raise(base)
  const marks = rest.filter((mark) => mark !== '\u031b')
  if (marks.length === 0) return horned
  return horned + raise(ownMarks.get(marks.join('').normalize('NFD')) ?? '')
}

function encodeVni(text: string): Uint8Array {
  const coded = [...text].map((letter) => (letter > '\x7f' ? encodeVniLetter(letter) : letter)).join('')
  return Uint8Array.from([...coded].map((letter) => letter.charCodeAt(0)))
}

const bytes1258 = new Map<string, number>()
for (let byte = 0x80; byte <= 0xff; byte++) {
  bytes1258.set(new TextDecoder('windows-1258').decode(Uint8Array.of(byte)), byte)
}

function encode1258(text: string): Uint8Array {
  const bytes: number[] = []
  for (const letter of text) {
    if (letter <= '\x7f') bytes.push(letter.charCodeAt(0))
    else if (bytes1258.has(letter)) bytes.push(bytes1258.get(letter) ?? 0)
    else {
      const apart = [...letter.normalize('NFD')]
      const tone = apart.filter((mark) => /[\u0300\u0301\u0303\u0309\u0323]/.test(mark))
      const base = apart
        .filter((mark) => !tone.includes(mark))
        .join('')
        .normalize('NFC')
      for (const part of [base, ...tone]) bytes.push(bytes1258.get(part) ?? part.charCodeAt(0))
    }
  }
  return Uint8Array.from(bytes)
}

function encodeUtf16(text: string, little: boolean, mark: boolean): Uint8Array {
  const full = mark ? `\ufeff${text}` : text
  const bytes = new Uint8Array(full.length * 2)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < full.length; at++) view.setUint16(at * 2, full.charCodeAt(at), little)
  return bytes
}

const encoders: Record<string, (text: string) => Uint8Array> = {
  'UTF-8': (text) => new TextEncoder().encode(text),
  'UTF-8 with mark': (text) => new TextEncoder().encode(`\ufeff${text}`),
  'UTF-8 decomposed': (text) => new TextEncoder().encode(text.normalize('NFD')),
  'UTF-16 little': (text) => encodeUtf16(text, true, true),
  'UTF-16 big': (text) => encodeUtf16(text, false, true),
  'UTF-16 little unmarked': (text) => encodeUtf16(text, true, false),
  'UTF-16 big unmarked': (text) => encodeUtf16(text, false, false),
  'Windows-1258': encode1258,
  VNI: encodeVni,
  TCVN3: encodeTcvn3,
}

async function textOf(bytes: Uint8Array): Promise<string> {
  const result = await readDocument(bytes, { name: 'x.txt' })
  if (!result.ok) throw new Error(result.fault.code)
  return result.document.text
}

// TCVN3 itself has no capital letters with tones: its capital fonts draw the small ones. The eleven that the standard
// has elsewhere above 0xA0 are read too.
function writable(name: string): string[] {
  return name === 'TCVN3' ? letters.filter((letter) => byByte.has(letter)) : letters
}

test.each(Object.entries(encoders))('every letter comes back from %s', async (name, encode) => {
  for (const letter of writable(name)) {
    const text = `${sentences[0]?.replace(/Ủ/g, 'ủ')} ${letter}.`
    expect(await textOf(encode(text))).toBe(text)
  }
})

test.each(Object.entries(encoders))('any run of sentences comes back from %s', async (name, encode) => {
  const lower = (text: string) =>
    name === 'TCVN3' ? text.replace(/[ỦỮ]/g, (one) => one.toLowerCase()) : text
  const some = fc.array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(some, fc.constantFrom('\n', ' ', '\n\n'), async (parts, gap) => {
      const text = lower(parts.join(gap))
      expect(await textOf(encode(text))).toBe(text)
    }),
    { numRuns: 30 },
  )
})

test('the TCVN table is the standard one', () => {
  const known: [string, string][] = [
    ['Céng hoµ x· héi chñ nghÜa ViÖt Nam', 'Cộng hoà xã hội chủ nghĩa Việt Nam'],
    ['§éc lËp - Tù do - H¹nh phóc', 'Độc lập - Tự do - Hạnh phúc'],
    ['uû ban nh©n d©n tØnh', 'uỷ ban nhân dân tỉnh'],
  ]
  for (const [old, text] of known) expect(decodeLegacy(old, 'TCVN3')).toBe(text)
  expect(decodeLegacy('Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam', 'VNI')).toBe(
    'Cộng hòa xã hội chủ nghĩa Việt Nam',
  )
  expect(decodeLegacy('ÑOÄC LAÄP - TÖÏ DO', 'VNI')).toBe('ĐỘC LẬP - TỰ DO')
})

test('old encodings inside a Unicode file are mended line by line, other lines stay', async () => {
  const text = 'Kế hoạch tuyên truyền\nSë Néi vô chñ tr×, phèi hîp víi c¸c së, ban, ngµnh\ncafé – naïve – ©'
  const result = await readDocument(new TextEncoder().encode(text), { name: 'x.txt' })
  expect(result).toMatchObject({ ok: true, document: { kind: 'text' } })
  if (!result.ok) return
  expect(result.document.text).toBe(
    'Kế hoạch tuyên truyền\nSở Nội vụ chủ trì, phối hợp với các sở, ban, ngành\ncafé – naïve – ©',
  )
  expect(result.document.notes).toMatchObject([{ code: 'encoding-mended', start: 22, end: 72 }])
})

test('text that was read twice as UTF-8 is mended', async () => {
  const twice = new TextDecoder('windows-1252').decode(
    new TextEncoder().encode('Kế hoạch cải cách hành chính của tỉnh'),
  )
  expect(await textOf(new TextEncoder().encode(twice))).toBe('Kế hoạch cải cách hành chính của tỉnh')
})

test('a text file is otherwise left as it is', async () => {
  const text = 'Cột\tmột\u00a0hai\r\n  <p>thẻ</p>\r\n\r\n\r\n*đậm*'
  expect(await textOf(new TextEncoder().encode(text))).toBe(text.replaceAll('\r\n', '\n'))
})

test('decomposed letters are composed and noted', async () => {
  const result = await readDocument(new TextEncoder().encode('Kế hoạch'.normalize('NFD')), { name: 'x.txt' })
  expect(result).toMatchObject({ ok: true, document: { text: 'Kế hoạch', notes: [{ code: 'nfc-mended' }] } })
})

test('UTF-8 with a cut end is still UTF-8', async () => {
  const bytes = new TextEncoder().encode('Ủy ban nhân dân tỉnh ban hành kế hoạch truyền thông ạ')
  expect(await textOf(bytes.subarray(0, -1))).toMatch(/^Ủy ban nhân dân tỉnh ban hành kế hoạch truyền thông/)
})

test('syllables are told from noise', () => {
  for (const word of 'nghiêng khuya giặt quốc đường thuỷ thủy uỷ yếu oan giếng huỳnh'.split(' ')) {
    expect(isSyllable(word), word).toBe(true)
  }
  for (const word of 'hßa x· chñ Vieät café ngàt bâp stràng'.split(' '))
    expect(isSyllable(word), word).toBe(false)
})

test('the small letters have the places that glibc gives them in TCVN 5712', () => {
  const glibc =
    'b5b6b7b8b9a8bbbcbdbec6a9c7c8c9cacbcccecfd0d1aad2d3d4d5d6d7d8dcdddedfe1e2e3e4abe5e6e7e8e9aceaebecedeeeff1f2f3f4adf5f6f7f8f9fafbfcfdfeae'
  expect(Buffer.from(encodeTcvn3(marked.join(''))).toString('hex')).toBe(glibc)
})
