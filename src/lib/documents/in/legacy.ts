/**
 * Old Vietnamese encodings as Windows programs show them when the old font is missing: TCVN 5712:1993 VN3 ("ABC",
 * fonts .Vn…), VNI-Windows (fonts VNI-…), and UTF-8 that was once read as Windows-1252.
 */
export type Legacy = 'TCVN3' | 'VNI' | 'UTF-8'

// TCVN 5712:1993. Positions above 0xA0 only: below lie Windows punctuation and controls. VN3 itself has no capital
// letters with tones (its capital fonts draw them); the ones here are VN1's, on places that VN3 leaves free.
const tcvnHigh =
  '\u00a0ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ'

export const tcvn3 = new Map([...tcvnHigh].map((letter, index) => [0xa0 + index, letter]))

const acute = '\u0301'
const grave = '\u0300'
const hook = '\u0309'
const tilde = '\u0303'
const dot = '\u0323'
const roof = '\u0302'
const breve = '\u0306'

/** VNI-Windows: letters of their own. */
export const vniLetters = new Map([
  ['ô', 'ơ'],
  ['ö', 'ư'],
  ['ñ', 'đ'],
  ['í', 'í'],
  ['ì', 'ì'],
  ['æ', 'ỉ'],
  ['ó', 'ĩ'],
  ['ò', 'ị'],
  ['î', 'ỵ'],
])

/** VNI-Windows: marks that stand after a plain letter. */
export const vniMarks = new Map([
  ['ù', acute],
  ['ø', grave],
  ['û', hook],
  ['õ', tilde],
  ['ï', dot],
  ['â', roof],
  ['á', roof + acute],
  ['à', roof + grave],
  ['å', roof + hook],
  ['ã', roof + tilde],
  ['ä', roof + dot],
  ['ê', breve],
  ['é', breve + acute],
  ['è', breve + grave],
  ['ú', breve + hook],
  ['ü', breve + tilde],
  ['ë', breve + dot],
])

function reverseOf(encoding: 'windows-1252' | 'windows-1258'): Map<string, number> {
  const decoder = new TextDecoder(encoding)
  const pairs: [string, number][] = []
  for (let byte = 0x80; byte <= 0xff; byte++) pairs.push([decoder.decode(Uint8Array.of(byte)), byte])
  return new Map(pairs)
}

const bytes1252 = reverseOf('windows-1252')
const bytes1258 = reverseOf('windows-1258')

/** The old byte behind a character: Word stores such text as Latin-1, as Windows-1258 or in the private area. */
function oldByte(character: string): number | undefined {
  const code = character.codePointAt(0) ?? 0
  if (code >= 0xa0 && code <= 0xff) return code
  if (code >= 0xf0a0 && code <= 0xf0ff) return code - 0xf000
  const byte = bytes1258.get(character)
  return byte !== undefined && byte >= 0xa0 ? byte : undefined
}

function decodeTcvn3(text: string): string {
  let result = ''
  for (const character of text) {
    const byte = oldByte(character)
    result += (byte === undefined ? undefined : tcvn3.get(byte)) ?? character
  }
  return result.normalize('NFC')
}

function decodeVni(text: string): string {
  let result = ''
  let before = ''
  for (const character of text) {
    const byte = oldByte(character)
    const latin = byte === undefined ? character : String.fromCharCode(byte)
    const small = latin.toLowerCase()
    const mark = vniMarks.get(small)
    const own = vniLetters.get(small)
    if (mark && /[aeouyAEOUY]/.test(before) && fits(before, mark)) result += mark
    else if (mark && /[ôöÔÖ]/.test(before) && mark.length === 1 && mark !== roof && mark !== breve)
      result += mark
    else if (own) result += small === latin ? own : own.toUpperCase()
    else result += latin
    before = latin
  }
  return result.normalize('NFC')
}

function fits(letter: string, mark: string): boolean {
  if (mark.startsWith(roof)) return /[aeo]/i.test(letter)
  return mark.startsWith(breve) ? /a/i.test(letter) : true
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

function decodeTwice(text: string): string {
  const bytes: number[] = []
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    const byte = code < 0x100 ? code : bytes1252.get(character)
    if (byte === undefined) return text
    bytes.push(byte)
  }
  try {
    return utf8.decode(Uint8Array.from(bytes)).normalize('NFC')
  } catch {
    return text
  }
}

// The old capital fonts draw small codes as capitals; words whose plain letters are all capitals were set in one.
export function isCapital(text: string, least: number): boolean {
  const plain = text.replace(/[^A-Za-z]/g, '')
  return plain.length >= least && plain === plain.toUpperCase()
}

/**
 * Text shown in an old encoding, as Unicode (NFC). Characters that the encoding does not know stay as they are.
 * `capitals`: the line is all capitals, which a word with a single plain letter cannot tell by itself.
 */
export function decodeLegacy(text: string, encoding: Legacy, capitals = isCapital(text, 4)): string {
  if (encoding === 'UTF-8') return decodeTwice(text)
  if (encoding === 'VNI') return decodeVni(text)
  return text.replace(/[^\s.,;:()"'/\-–“”]+/g, (word) => {
    const decoded = decodeTcvn3(word)
    return isCapital(word, 2) || (capitals && isCapital(word, 1)) ? decoded.toUpperCase() : decoded
  })
}

/** The encoding that a font's name gives away, or undefined: '.VnTime', '.VnArialH', 'VNI-Times'. */
export function encodingOfFont(font: string | undefined): Legacy | undefined {
  if (!font) return undefined
  const name = font.replace(/^[A-Z]{6}\+/, '')
  if (/^\.?Vn[A-Z3]/.test(name)) return 'TCVN3'
  return /^VNI[- ]?[A-Z]/i.test(name) ? 'VNI' : undefined
}

export function isCapitalFont(font: string | undefined): boolean {
  return font !== undefined && /^(?:[A-Z]{6}\+)?\.?Vn\w+H(?:[,-].*)?$/.test(font)
}
