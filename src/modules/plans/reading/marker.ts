import type { Strand } from './strand.ts'

/**
 * What stands before an item: "II.", "1.2.", "a)", "-", "Điều 3.". `rank` orders kinds from the outside in;
 * an item of a lower rank closes those of a higher one. `length` counts the characters to cut off.
 */
export interface Marker {
  readonly kind: 'part' | 'article' | 'upper' | 'roman' | 'arabic' | 'dotted' | 'letter' | 'paren' | 'bullet'
  readonly rank: number
  readonly ordinal: string | null
  readonly length: number
}

const BULLETS: Readonly<Record<string, number>> = { '*': 6.5, '-': 7, '–': 7, '—': 7, '+': 8, o: 8 }

/** Reads the marker at the head of a line, or null. Scans print "l." for "I." and "1.": the rest decides. */
export function readMarker(line: Strand): Marker | null {
  const text = line.text.slice(0, 60)
  const low = line.bare.slice(0, 60)
  return (
    wordMarker(low) ??
    romanMarker(text, line.text) ??
    numberMarker(text) ??
    letterMarker(text) ??
    bulletMarker(text)
  )
}

function wordMarker(low: string): Marker | null {
  const article = /^dieu\s+([0-9lio]{1,3})\s*[.:]\s*/.exec(low)
  if (article !== null) {
    return { kind: 'article', rank: 1, ordinal: digits(article[1] ?? ''), length: article[0].length }
  }
  const part =
    /^(?:phan|chuong|muc)\s+(?:thu\s+)?([ivxlc]{1,6}|\d{1,2}|nhat|hai|ba|tu|nam)\s*(?:[.:-]\s*|$|(?=\s))/.exec(
      low,
    )
  if (part === null) return null
  return { kind: 'part', rank: 0, ordinal: part[1]?.toUpperCase() ?? null, length: part[0].length }
}

function romanMarker(text: string, whole: string): Marker | null {
  const dotted = /^([IVX]{1,5}\.\d{1,2}(?:\.\d{1,2})?)\s*[.):]?\s+(?=\S)/.exec(text)
  if (dotted !== null)
    return { kind: 'dotted', rank: 3, ordinal: dotted[1] ?? null, length: dotted[0].length }
  const roman = /^(X{0,2}(?:IX|IV|V?I{1,3}|V)|X{1,2})\s*(?:[.):/]|-\s|–\s)\s*(?=\S)/.exec(text)
  if (roman !== null) return { kind: 'roman', rank: 2, ordinal: roman[1] ?? null, length: roman[0].length }
  const scanned = /^([Il1|]{1,3}V?|[Il1]V)\.\s*(?=\S)/.exec(text)
  // One letter may be a number; capitals after it tell.
  if (scanned === null || /^1{1,2}$/.test(scanned[1] ?? '')) return null
  if ((scanned[1] ?? '').length < 2 && !isCapitals(whole.slice(scanned[0].length))) return null
  return {
    kind: 'roman',
    rank: 2,
    ordinal: (scanned[1] ?? '').replace(/[l1|]/g, 'I'),
    length: scanned[0].length,
  }
}

function numberMarker(text: string): Marker | null {
  const dotted =
    /^(\d{1,2}(?:\.\d{1,2}){1,3})\s*[.)]?\s+(?=\S)/.exec(text) ??
    /^(\d{1,2}(?:\.\d{1,2}){1,3})\s*[.)](?=\p{L})/u.exec(text)
  if (dotted !== null) {
    const depth = (dotted[1] ?? '').split('.').length
    return { kind: 'dotted', rank: 2.8 + depth * 0.4, ordinal: dotted[1] ?? null, length: dotted[0].length }
  }
  const arabic =
    /^([0-9lO]{1,2})\s*[.)](?:\s+(?=\S)|(?=\p{L}|["“]))/u.exec(text) ??
    /^(\d{1,2})\s*(?:\/|-|–|:)\s+(?=\p{Lu})/u.exec(text)
  if (arabic !== null && /[0-9l]/.test(arabic[1] ?? '') && arabic[1] !== 'O') {
    return { kind: 'arabic', rank: 3, ordinal: digits(arabic[1] ?? ''), length: arabic[0].length }
  }
  const paren = /^\((\d{1,2}|[a-zđ]|[ivx]{1,4})\)\s*(?=\S)/.exec(text)
  if (paren !== null) return { kind: 'paren', rank: 6, ordinal: paren[1] ?? null, length: paren[0].length }
  return null
}

function letterMarker(text: string): Marker | null {
  const letter = /^([a-zđ])\s*(?:\)\s*|\.\s+|\/\s*)(?=\S)/.exec(text)
  if (letter !== null)
    return { kind: 'letter', rank: 5, ordinal: letter[1] ?? null, length: letter[0].length }
  const upper = /^([A-HĐ])\s*(?:\.\s+|\)\s*)(?=\S)/.exec(text)
  if (upper !== null) return { kind: 'upper', rank: 1.5, ordinal: upper[1] ?? null, length: upper[0].length }
  return null
}

function bulletMarker(text: string): Marker | null {
  if (/^-\s*nt\s*-?/i.test(text)) return null
  const bullet = /^(?:([-–—+*])+\s*|([•●▪‣∙·○◦►➢✓❖♦▶■□§¬~])\s*|(o)\s+(?=\p{Lu}))(?=[\p{L}\d"“(])/u.exec(text)
  if (bullet === null) return null
  const sign = bullet[1] ?? bullet[3] ?? bullet[2] ?? '-'
  return { kind: 'bullet', rank: BULLETS[sign] ?? 7, ordinal: null, length: bullet[0].length }
}

function digits(text: string): string {
  return text.replace(/[liI]/g, '1').replace(/[oO]/g, '0')
}

/** Set in capitals; the first words decide, a misread letter does not. */
export function isCapitals(text: string): boolean {
  const head = text.slice(0, 240)
  const lower = head.toLowerCase()
  const upper = head.toUpperCase()
  let letters = 0
  let capitals = 0
  for (let i = 0; i < head.length; i++) {
    if (lower[i] === upper[i]) continue
    letters++
    if (head[i] === upper[i]) capitals++
  }
  return letters >= 3 && capitals / letters > 0.85
}
