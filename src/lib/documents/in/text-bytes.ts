import { decodeLegacy } from './legacy.ts'
import { plausibility } from './syllable.ts'

export interface DecodedText {
  text: string
  /** The name to show when the encoding was an old one, else null. */
  mendedFrom: string | null
}

const sampleBytes = 200_000

/** 'le' or 'be' for UTF-16 without a mark: one byte of each pair is then nearly always 00, 01, 03, 1E or 20. */
function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, 4096) & ~1
  if (length < 8) return null
  const high = [0, 0]
  for (let at = 0; at < length; at++) {
    const byte = bytes[at] ?? 0
    if (byte <= 0x03 || byte === 0x1e || byte === 0x20) high[at & 1] = (high[at & 1] ?? 0) + 1
  }
  const [even = 0, odd = 0] = high
  const pairs = length / 2
  if (odd > pairs * 0.9 && even < pairs * 0.6) return 'utf-16le'
  return even > pairs * 0.9 && odd < pairs * 0.6 ? 'utf-16be' : null
}

function markedEncoding(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** UTF-8 with a few broken bytes (a cut end, a bad disk) is still UTF-8: most of its long sequences are whole. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes.subarray(0, sampleBytes))
  const broken = text.match(/\ufffd/g)?.length ?? 0
  const whole = text.match(/[\u0080-\ufffc]/g)?.length ?? 0
  return whole > broken * 4
}

const byteEncodings: { name: string; decode: (bytes: Uint8Array) => string }[] = [
  { name: 'Windows-1258', decode: (bytes) => new TextDecoder('windows-1258').decode(bytes).normalize('NFC') },
  { name: 'TCVN3', decode: (bytes) => decodeLegacy(new TextDecoder('windows-1252').decode(bytes), 'TCVN3') },
  { name: 'VNI', decode: (bytes) => decodeLegacy(new TextDecoder('windows-1252').decode(bytes), 'VNI') },
]

function decodeOld(bytes: Uint8Array): DecodedText {
  const sample = bytes.subarray(0, sampleBytes)
  let best = {
    name: 'Windows-1252',
    score: 0,
    decode: (all: Uint8Array) => new TextDecoder('windows-1252').decode(all),
  }
  for (const { name, decode } of byteEncodings) {
    const { good, bad } = plausibility(decode(sample))
    if (good - bad > best.score) best = { name, score: good - bad, decode }
  }
  return { text: best.decode(bytes), mendedFrom: best.name }
}

/**
 * Bytes of a text file as a string, whatever Vietnamese offices saved it in: UTF-8, UTF-16, Windows-1258, TCVN3 or
 * VNI-Windows. An unmarked file is decided by which decoding gives the most well-formed Vietnamese syllables.
 * Windows-1258 writes tones as combining marks; they come back composed.
 */
export function decodeTextBytes(bytes: Uint8Array): DecodedText {
  const marked = markedEncoding(bytes) ?? guessUtf16(bytes)
  if (marked) return { text: new TextDecoder(marked).decode(bytes), mendedFrom: null }
  const text = decodeUtf8(bytes)
  if (text !== null) return { text, mendedFrom: null }
  if (mostlyUtf8(bytes)) return { text: new TextDecoder().decode(bytes), mendedFrom: null }
  return decodeOld(bytes)
}
