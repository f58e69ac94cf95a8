import type { Block, Remark } from './blocks.ts'
import { decodeLegacy, encodingOfFont, isCapital, isCapitalFont, type Legacy } from './legacy.ts'
import { type Plausibility, plausibility } from './syllable.ts'

/** Words of one run with the font that draws them. */
export interface Segment {
  text: string
  font: string | undefined
  caps: boolean
}

/**
 * A paragraph's runs as one text, those set in an old font turned into Unicode. Offices leave the old font's name on
 * text that is already Unicode, so the words are asked before the name is believed.
 */
export function joinSegments(segments: readonly Segment[]): { text: string; mended: Legacy | null } {
  let mended: Legacy | null = null
  const believed = new Map<Legacy, boolean>()
  let joined = ''
  for (const { text, font, caps } of segments) {
    const encoding = encodingOfFont(font)
    let shown = text
    if (encoding && /[^\p{ASCII}\u00a0\u2000-\u206f]/u.test(text)) {
      if (!believed.has(encoding)) believed.set(encoding, believes(segments, encoding))
      if (believed.get(encoding)) {
        shown = decodeLegacy(text, encoding)
        mended = encoding
      }
    }
    if (caps || (encoding === 'TCVN3' && isCapitalFont(font))) shown = shown.toUpperCase()
    joined += encoding ? shown : withoutSymbols(shown)
  }
  return { text: joined, mended }
}

/** Symbol fonts put their signs into the private area; nearly always they are bullets. */
function withoutSymbols(text: string): string {
  return /[\uf020-\uf0ff]/.test(text) ? text.replace(/[\uf020-\uf0ff]/g, '-') : text
}

/** Letters that no old encoding, however it was stored, can show. */
export const onlyUnicode = /[\u1ea0-\u1ef9]/

function believes(segments: readonly Segment[], encoding: Legacy): boolean {
  const mine = segments.filter(({ font }) => encodingOfFont(font) === encoding).map(({ text }) => text)
  const text = mine.join('')
  if (onlyUnicode.test(text)) return false
  return advantage(plausibility(text), plausibility(decodeLegacy(text, encoding))) >= 0
}

function advantage(now: Plausibility, then: Plausibility): number {
  return then.good - then.bad - (now.good - now.bad)
}

// Signs of the old encodings that Vietnamese in Unicode never shows.
const suspicious = /[¡-¦¨-ª¬®¯µ¶¸-¼¾¿ÄÅÆÇËÎÏÐÑÖØÛÜÞßäåæçëîïðñöøûüþÿ\uf0a1-\uf0ff]/g
const encodings: readonly Legacy[] = ['TCVN3', 'VNI', 'UTF-8']

/** The encoding that makes much better Vietnamese of a text, or null when it is best left alone. */
export function suspectEncoding(text: string, least = 3): Legacy | null {
  const sample = text.length > 100_000 ? text.slice(0, 100_000) : text
  const now = plausibility(sample)
  let best: { encoding: Legacy; gain: number } | null = null
  for (const encoding of encodings) {
    const then = plausibility(decodeLegacy(sample, encoding))
    const gain = advantage(now, then)
    if (then.good < least || then.bad * 2 > then.good || gain < least) continue
    if (!best || gain > best.gain) best = { encoding, gain }
  }
  return best?.encoding ?? null
}

const word = /[^\s.,;:()"'/\-–“”|<>]+/g

function mendText(text: string, least: number): { text: string; encoding: Legacy } | null {
  if ((text.match(suspicious)?.length ?? 0) < 1) return null
  const encoding = suspectEncoding(text, least)
  if (!encoding) return null
  if (encoding === 'UTF-8') return { text: decodeLegacy(text, encoding), encoding }
  const capitals = isCapital(text, 4)
  // A line may mix both worlds: a word with letters that only Unicode has, and well formed, is not touched.
  const mended = text.replace(word, (found) => {
    const keep = /[\u0100-\uefff]/.test(found) && plausibility(found).good === 1
    return keep ? found : decodeLegacy(found, encoding, capitals)
  })
  return { text: mended, encoding }
}

/** Mends lines of an old encoding in a text; answers the places (offsets in the new text), or null if none. */
export function mendLines(
  text: string,
): { text: string; places: { start: number; end: number; encoding: Legacy }[] } | null {
  if ((text.match(suspicious)?.length ?? 0) < 2) return null
  const least = suspectEncoding(text) ? 1 : 2
  const places: { start: number; end: number; encoding: Legacy }[] = []
  const lines: string[] = []
  let at = 0
  for (const old of text.split('\n')) {
    const mended = mendText(old, least)
    const shown = mended?.text ?? old
    if (mended) places.push({ start: at, end: at + shown.length, encoding: mended.encoding })
    lines.push(shown)
    at += shown.length + 1
  }
  return places.length > 0 ? { text: lines.join('\n'), places } : null
}

export function encodingRemark(encoding: Legacy): Remark {
  const name = encoding === 'UTF-8' ? 'bị đọc nhầm' : encoding
  return {
    code: 'encoding-mended',
    detail: `Chữ theo bảng mã ${name} đã được chuyển sang Unicode; hãy kiểm tra lại.`,
  }
}

/** Mends, in place, the lines and cells of a document that were typed in an old encoding without saying so. */
export function mendBlocks(blocks: readonly Block[]): void {
  for (const block of blocks) {
    const holders = block.kind === 'line' ? [block] : block.rows.flat()
    for (const holder of holders) {
      const mended = mendLines(holder.text)
      if (!mended) continue
      holder.text = mended.text
      holder.remarks.push(encodingRemark(mended.places[0]?.encoding ?? 'TCVN3'))
    }
  }
}
