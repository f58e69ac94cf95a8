/**
 * Advance widths of Times New Roman (and of Tinos, its metric twin) for U+0020–U+007E, in 1/2048 of the size.
 * Vietnamese letters have the width of their base letter; only Ơ, ơ, Ư, ư are wider.
 */
const regular = [
  512, 682, 836, 1024, 1024, 1706, 1593, 369, 682, 682, 1024, 1155, 512, 682, 512, 569, 1024, 1024, 1024,
  1024, 1024, 1024, 1024, 1024, 1024, 1024, 569, 569, 1155, 1155, 1155, 909, 1886, 1479, 1366, 1366, 1479,
  1251, 1139, 1479, 1479, 682, 797, 1479, 1251, 1821, 1479, 1479, 1139, 1479, 1366, 1139, 1251, 1479, 1479,
  1933, 1479, 1479, 1251, 682, 569, 682, 961, 1024, 682, 909, 1024, 909, 1024, 909, 682, 1024, 1024, 569, 569,
  1024, 569, 1593, 1024, 1024, 1024, 1024, 682, 797, 569, 1024, 1024, 1479, 1024, 1024, 909, 983, 410, 983,
  1108,
]
const bold = [
  512, 682, 1137, 1024, 1024, 2048, 1706, 569, 682, 682, 1024, 1167, 512, 682, 512, 569, 1024, 1024, 1024,
  1024, 1024, 1024, 1024, 1024, 1024, 1024, 682, 682, 1167, 1167, 1167, 1024, 1905, 1479, 1366, 1479, 1479,
  1366, 1251, 1593, 1593, 797, 1024, 1593, 1366, 1933, 1479, 1593, 1251, 1593, 1479, 1139, 1366, 1479, 1479,
  2048, 1479, 1479, 1366, 682, 569, 682, 1190, 1024, 682, 1024, 1139, 909, 1139, 909, 682, 1024, 1139, 569,
  682, 1139, 569, 1706, 1139, 1024, 1139, 1139, 909, 797, 682, 1139, 1024, 1479, 1024, 1024, 909, 807, 451,
  807, 1065,
]
const horned: Record<string, readonly [number, number]> = {
  Ơ: [1479, 1593],
  ơ: [1083, 1134],
  Ư: [1589, 1630],
  ư: [1110, 1229],
  Đ: [1479, 1479],
  đ: [1024, 1139],
}
const tones = /[\u0300\u0301\u0303\u0309\u0323]/gu
const marks = /\p{M}/gu

function advance(letter: string, heavy: boolean): number {
  const horn = horned[letter.normalize('NFD').replace(tones, '').normalize('NFC')]
  if (horn) return horn[heavy ? 1 : 0]
  const base = letter.normalize('NFD').replace(marks, '')
  return (heavy ? bold : regular)[(base.codePointAt(0) ?? 32) - 32] ?? 1024
}

/** Width of one line in millimetres, set in Times New Roman of `size` points. */
export function textWidth(text: string, size: number, heavy = false): number {
  let units = 0
  for (const letter of text.normalize('NFC')) units += advance(letter, heavy)
  return (units / 2048) * size * (25.4 / 72)
}

/** The lines of the text in a column of `width` millimetres; words are never broken. */
function linesIn(text: string, size: number, width: number, heavy: boolean): string[] {
  const space = textWidth(' ', size, heavy)
  const lines: string[] = []
  let used = Number.POSITIVE_INFINITY
  for (const word of text.split(/\s+/)) {
    const w = textWidth(word, size, heavy)
    if (used + space + w > width) {
      lines.push(word)
      used = w
    } else {
      lines[lines.length - 1] += ` ${word}`
      used += space + w
    }
  }
  return lines
}

/** How many lines the text fills in a column of `width` millimetres. */
export function countLines(text: string, size: number, width: number, heavy = false): number {
  return linesIn(text, size, width, heavy).length
}

/**
 * The narrowest column (mm) in which the text fills no more lines than in `width`: a centred title set in it has
 * lines of like length, not one full line and one lost word.
 */
export function balancedWidth(text: string, size: number, width: number, heavy = false): number {
  const lines = countLines(text, size, width, heavy)
  if (lines === 1) return textWidth(text, size, heavy)
  let narrow = width / 2
  let wide = width
  while (wide - narrow > 0.5) {
    const middle = (narrow + wide) / 2
    if (countLines(text, size, middle, heavy) > lines) narrow = middle
    else wide = middle
  }
  return Math.min(width, wide + 1)
}

/** The text in lines of like length, none wider than `width` millimetres unless a single word is. */
export function balancedLines(text: string, size: number, width: number, heavy = false): string[] {
  return linesIn(text, size, Math.min(width, balancedWidth(text, size, width, heavy)), heavy)
}
