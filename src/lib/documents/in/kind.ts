export type FileKind = 'zip' | 'pdf' | 'ole' | 'rtf' | 'image' | 'html' | 'markdown' | 'text' | 'unknown'

const magic: [FileKind, number[]][] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['image', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x49, 0x49, 0x2a, 0x00]],
  ['image', [0x4d, 0x4d, 0x00, 0x2a]],
]

const foreign: number[][] = [
  [0x47, 0x49, 0x46, 0x38],
  [0x52, 0x61, 0x72, 0x21],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x1f, 0x8b],
  [0x7f, 0x45, 0x4c, 0x46],
  [0x4d, 0x5a, 0x90, 0x00],
]

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte)
}

function latin(bytes: Uint8Array, length: number): string {
  return new TextDecoder('windows-1252').decode(bytes.subarray(0, length))
}

const page = /^(?:\s|<!--[\s\S]*?-->|<\?xml[^>]*>)*<(?:!doctype\s+html|html|head|body|meta|title)\b/i
const fragment = /^\s*<(?:div|p|table|h[1-6]|ul|ol|span|center|font|section|article)\b[^>]*>/i

function looksLikeHtml(start: string, name: string): boolean {
  const text = start.replace(/^(?:\ufeff|ï»¿|ÿþ|þÿ)/, '').replaceAll('\0', '')
  if (page.test(text)) return true
  if (/\.(?:txt|md|markdown)$/i.test(name)) return false
  return fragment.test(text) && (text.match(/<\/?[a-z][^>]*>/gi)?.length ?? 0) >= 4
}

/** Controls and zero bytes in some windows spread over the file; the head alone may be text before a binary rest. */
function countControls(bytes: Uint8Array): { controls: number; zeros: number; length: number } {
  const counts = { controls: 0, zeros: 0, length: 0 }
  const window = 2048
  const step = Math.max(window, Math.floor(bytes.length / 16))
  for (let from = 0; from < bytes.length; from += step) {
    for (const byte of bytes.subarray(from, from + window)) {
      counts.length++
      if (byte === 0) counts.zeros++
      else if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c)
        counts.controls++
    }
  }
  return counts
}

function isBinary(bytes: Uint8Array): boolean {
  const { controls, zeros, length } = countControls(bytes)
  const marked = startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])
  // UTF-16 has a zero beside every ASCII letter and, in Vietnamese, few controls (01, 03, 1E, 20 are high bytes).
  if (marked || zeros > length / 8) return zeros > length * 0.6 || (!marked && controls > length * 0.2)
  return controls + zeros > length * 0.02
}

/** What a file is, by its bytes; its name only tells apart kinds of plain text. */
export function kindOf(bytes: Uint8Array, name = ''): FileKind {
  for (const [kind, mark] of magic) if (startsWith(bytes, mark)) return kind
  if (foreign.some((mark) => startsWith(bytes, mark))) return 'unknown'
  const start = latin(bytes, 4096)
  if (/^\s*\{\\rtf/.test(start)) return 'rtf'
  if (start.slice(0, 1024).includes('%PDF-')) return 'pdf'
  if (isBinary(bytes)) return 'unknown'
  if (looksLikeHtml(start, name)) return 'html'
  return /\.(?:md|markdown)$/i.test(name) ? 'markdown' : 'text'
}
