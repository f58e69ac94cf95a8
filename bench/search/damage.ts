import type { Draw } from './draw.ts'

/**
 * How people and scanners spoil a query. Written from descriptions of the input methods (telex: s f r x j for tones,
 * aa ee oo aw ow uw dd for letters) and of scanners' usual mistakes; it shares nothing with the search's own repair.
 */
export const damages: Record<string, (query: string, draw: Draw) => string> = {
  'no diacritics': (query, draw) => {
    const bare = withoutMarks(query)
    return draw.chance(0.7) ? bare.toLowerCase() : bare
  },
  'wrong tones': (query, draw) => onSome(query, draw, 1 + draw.below(3), wrongTone),
  'telex slips': (query, draw) =>
    onSome(query, draw, draw.chance(0.35) ? 99 : 1 + draw.below(4), (w) => telex(w, draw)),
  'scanner damage': (query, draw) => {
    const damaged = onSome(query, draw, 1 + draw.below(2), scanned)
    return draw.chance(0.3) ? onSome(damaged, draw, 1, wrongTone) : damaged
  },
}

const tones = ['', '\u0301', '\u0300', '\u0309', '\u0303', '\u0323']

function withoutMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D')
}

/** Spoils at most `count` words that can be spoilt that way, at places drawn by lot. */
function onSome(
  query: string,
  draw: Draw,
  count: number,
  spoil: (word: string, draw: Draw) => string,
): string {
  const words = query.split(' ')
  const order = words.map((_, i) => i).sort(() => draw.below(3) - 1)
  let left = count
  for (const i of order) {
    if (left === 0) break
    const word = words[i] ?? ''
    if (/\d|^PCI$|^PAPI$|^DTI$|^SIPAS$/.test(word) || word.length < 2) continue
    const spoilt = spoil(word, draw)
    if (spoilt === word) continue
    words[i] = spoilt
    left -= 1
  }
  return words.join(' ')
}

/** Another tone, or a vowel without its hat or hook, or d for đ. */
function wrongTone(word: string, draw: Draw): string {
  const letters = word.normalize('NFD')
  if (draw.chance(0.25) && /[đĐ]|[\u0302\u0306\u031b]/.test(letters))
    return letters
      .replace(/[\u0302\u0306\u031b]/, '')
      .replace('đ', 'd')
      .replace('Đ', 'D')
      .normalize('NFC')
  const tone = /[\u0300\u0301\u0303\u0309\u0323]/
  const now = tone.exec(letters)?.[0] ?? ''
  const other = draw.one(tones.filter((t) => t !== now))
  if (now) return letters.replace(tone, other).normalize('NFC')
  return letters.replace(/[aeiouy][\u0302\u0306\u031b]?(?=[^aeiouy]*$)/i, (v) => v + other).normalize('NFC')
}

const toneKeys: Record<string, string> = {
  '\u0301': 's',
  '\u0300': 'f',
  '\u0309': 'r',
  '\u0303': 'x',
  '\u0323': 'j',
}

/** The keys that were struck, with the input method off: 'hành' is 'hanhf', 'hafnh' or 'haanhf' by the typist. */
function telex(word: string, draw: Draw): string {
  const keys = word
    .normalize('NFD')
    .replace(/đ/g, 'dd')
    .replace(/Đ/g, 'Dd')
    .replace(/([aeo])([\u0300\u0301\u0303\u0309\u0323]?)\u0302/giu, '$1$1$2')
    .replace(/([aou])([\u0300\u0301\u0303\u0309\u0323]?)[\u0306\u031b]/giu, '$1w$2')
  const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(keys)?.[0]
  if (!tone) return keys
  const key = toneKeys[tone] ?? ''
  return draw.chance(0.7) ? keys.replace(tone, '') + key : keys.replace(tone, key)
}

const shapes: readonly (readonly [string, string])[] = [
  ['m', 'rn'],
  ['n', 'ri'],
  ['h', 'li'],
  ['h', 'b'],
  ['c', 'e'],
  ['i', 'l'],
  ['l', '1'],
  ['o', '0'],
  ['u', 'ii'],
  ['d', 'cl'],
  ['t', 'l'],
  ['g', 'q'],
  ['n', 'u'],
]

/** A word torn in two, a letter lost, letters taken for others, or marks lost. */
function scanned(word: string, draw: Draw): string {
  if (word.length < 3) return word
  const kind = draw.below(4)
  if (kind === 0) {
    const at = 1 + draw.below(word.length - 1)
    return `${word.slice(0, at)} ${word.slice(at)}`
  }
  if (kind === 1 && word.length > 3) {
    const at = 1 + draw.below(word.length - 1)
    return word.slice(0, at) + word.slice(at + 1)
  }
  if (kind === 2) return withoutMarks(word)
  const fitting = shapes.filter(([was]) => word.toLowerCase().includes(was))
  if (fitting.length === 0) return word
  const [was, seen] = draw.one(fitting)
  return word.replace(was, seen)
}
