/**
 * Names of bodies as documents print them, brought to one key: letter case, Unicode form, the place of the tone
 * mark (hoà, hòa), i/y at a word's end, "&" and "và", punctuation and the usual abbreviations no longer tell
 * names apart. Tones and letters still do: "Cổng" is not "Công".
 */

const tones = /[\u0300\u0301\u0303\u0309\u0323]/g

const folded = new Map<string, string>()
const mostFolded = 20_000

/** One written syllable with its tone at the end, so that "hoà" equals "hòa" and "kĩ" equals "kỹ". */
function syllable(word: string): string {
  const known = folded.get(word)
  if (known !== undefined) return known
  const parts = word.normalize('NFD')
  const tone = parts.match(tones)?.join('') ?? ''
  const letters = parts.replace(tones, '').normalize('NFC')
  const key = letters.replace(/^(.*(?:[bcdđghklmnpqrstvx]|qu))y$/, '$1i') + tone
  // Vietnamese has some thousand syllables; what is beyond them is not worth keeping.
  if (folded.size < mostFolded) folded.set(word, key)
  return key
}

/** Lower-case words of a text, marks of punctuation gone. */
export function wordsOf(text: string): string[] {
  return text
    .normalize('NFC')
    .replace(/[Ðð]/g, 'đ')
    .toLowerCase()
    .replace(/&/g, ' và ')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((w) => w !== '')
    .map(syllable)
}

const silent = new Set(['và', 'các', 'những', 'của'].map(syllable))

function phrase(text: string): string {
  return wordsOf(text)
    .filter((w) => !silent.has(w))
    .join(' ')
}

/** Written forms and the token they share. The long forms come first, "và" and commas left out. */
const shared: readonly (readonly [token: string, ...forms: string[]])[] = [
  ['ubnd', 'ủy ban nhân dân'],
  ['hđnd', 'hội đồng nhân dân'],
  ['đbqh', 'đại biểu quốc hội'],
  ['vpubndt', 'vpub', 'vp ubnd tỉnh', 'vpubnd tỉnh', 'vpubnd'],
  [
    'mttq',
    'ủy ban mặt trận tổ quốc việt nam',
    'ủy ban mttq việt nam',
    'ubmttqvn',
    'ubmttq việt nam',
    'ủy ban mặt trận tổ quốc',
    'ủy ban mttqvn',
    'ủy ban mttq',
    'ubmttq',
    'mặt trận tổ quốc việt nam',
    'mặt trận tổ quốc',
    'mttqvn',
    'mttq việt nam',
  ],
  ['ptth', 'phát thanh truyền hình', 'pt th'],
  ['ttđt', 'thông tin điện tử', 'tt điện tử'],
  ['tttt', 'thông tin truyền thông', 'tt tt'],
  ['khđt', 'kế hoạch đầu tư', 'kh đt'],
  ['khcn', 'khoa học công nghệ', 'kh cn'],
  ['vhttdl', 'văn hóa thể thao du lịch', 'vh tt dl', 'vhtt dl'],
  ['vhtt', 'văn hóa thể thao', 'vh tt'],
  ['vhxh', 'văn hóa xã hội', 'vh xh'],
  ['nnmt', 'nông nghiệp môi trường', 'nn mt'],
  ['nnptnt', 'nông nghiệp phát triển nông thôn', 'nn ptnt'],
  ['tnmt', 'tài nguyên môi trường', 'tn mt'],
  ['gdđt', 'giáo dục đào tạo', 'gd đt'],
  ['gtvt', 'giao thông vận tải'],
  ['lđtbxh', 'lao động thương binh xã hội', 'lđ tb xh', 'lđ tbxh'],
  ['nội vụ', 'nv'],
  [
    'đtn',
    'đoàn thanh niên cộng sản hồ chí minh',
    'đoàn tncs hồ chí minh',
    'đoàn tncs hcm',
    'đoàn tncshcm',
    'đoàn thanh niên',
  ],
  ['lhpn', 'liên hiệp phụ nữ việt nam', 'liên hiệp phụ nữ'],
  ['ccb', 'cựu chiến binh việt nam', 'cựu chiến binh'],
  ['hnd', 'hội nông dân việt nam', 'hội nông dân'],
  ['lđlđ', 'liên đoàn lao động'],
  ['pvhcc', 'phục vụ hành chính công'],
  ['hcc', 'hành chính công'],
  ['văn phòng', 'vp'],
  ['trung ương', 'tw', 't ư'],
  ['thị xã', 'tx'],
  ['thành phố', 'tp'],
  ['thường trực tỉnh ủy', 'tt tỉnh ủy'],
  ['thường trực hđnd', 'tt hđnd'],
  ['chính trị xã hội', 'ct xh'],
  ['tuyên giáo', 'tg'],
]

interface Form {
  words: string[]
  token: string[]
}

/** By first word, the longest first. */
const forms = Map.groupBy(
  shared
    .flatMap(([token, ...written]) =>
      written.map((text): Form => ({ words: phrase(text).split(' '), token: wordsOf(token) })),
    )
    .toSorted((a, b) => b.words.length - a.words.length),
  (form) => form.words[0],
)

function startsAt(words: readonly string[], at: number, form: readonly string[]): boolean {
  return form.every((w, i) => words[at + i] === w)
}

function contracted(words: readonly string[]): string[] {
  const out: string[] = []
  for (let at = 0; at < words.length; ) {
    const start = at
    const hit = forms.get(words[at] ?? '')?.find((form) => startsAt(words, start, form.words))
    out.push(...(hit?.token ?? [words[at] ?? '']))
    at += hit?.words.length ?? 1
  }
  return out
}

const districtKinds = new Set(['quận', 'huyện', 'thị xã', 'thành phố'].map(phrase))
const communeKinds = new Set(['xã', 'phường', 'thị trấn', 'đặc khu'].map(phrase))
const grade = syllable('cấp')

/** "huyện, thị xã, thành phố", in any order or as "cấp huyện", becomes one mark; so do the communes. */
function levelled(words: readonly string[], plural: boolean): string[] {
  const out: string[] = []
  for (let at = 0; at < words.length; ) {
    const run = kindsAt(words, at)
    const graded = words[at] === grade ? kindsAt(words, at + 1) : null
    if (graded && graded.kinds.length > 0) {
      out.push(...marks(graded.kinds))
      at = graded.end
    } else if (run.kinds.length > 1 || (run.kinds.length === 1 && run.end === words.length && plural)) {
      out.push(...marks(run.kinds))
      at = run.end
    } else {
      out.push(words[at] ?? '')
      at += 1
    }
  }
  return out.filter((w, i) => w !== out[i - 1] || !w.startsWith('@'))
}

function kindsAt(words: readonly string[], start: number): { kinds: string[]; end: number } {
  const kinds: string[] = []
  let at = start
  for (;;) {
    const two = words.slice(at, at + 2).join(' ')
    const one = words[at] ?? ''
    if (districtKinds.has(two) || communeKinds.has(two)) kinds.push(two)
    else if (districtKinds.has(one) || communeKinds.has(one)) kinds.push(one)
    else return { kinds, end: at }
    at += kinds.at(-1) === two && two !== one ? 2 : 1
  }
}

function marks(kinds: readonly string[]): string[] {
  const out: string[] = []
  if (kinds.some((k) => districtKinds.has(k))) out.push('@huyện')
  if (kinds.some((k) => communeKinds.has(k))) out.push('@xã')
  return out
}

/** Tails that only say "of this province". */
const tails = [
  'thuộc ubnd tỉnh',
  'trên địa bàn tỉnh',
  'đóng trên địa bàn tỉnh',
  'đóng trên địa bàn',
  'trên địa bàn',
  'cấp tỉnh',
  'tỉnh',
].map((t) => wordsOf(t))

const every = syllable('các')
const office = phrase('văn phòng ubnd').split(' ')
const bodies = new Set(['sở', 'đài', 'cổng'].map(syllable))

const needsTail = new Set(
  ['ubnd', 'hđnd', 'chủ tịch ubnd', 'chủ tịch phó chủ tịch ubnd', 'thường trực hđnd'].map(phrase),
)

/**
 * Makes keys of printed names. `ownNames`: the province's own names and former names ("tỉnh Yên Bái"), which a
 * document may or may not print after an agency.
 */
export function nameKeys(ownNames: readonly string[]): (text: string) => string {
  const own = ownNames.map((n) => contracted(wordsOf(n)))
  return (text) => {
    const raw = wordsOf(text)
    const plural = raw.includes(every)
    let words = levelled(contracted(raw.filter((w) => !silent.has(w))), plural)
    for (const tail of [...own, ...tails]) words = withoutTail(words, tail)
    // "Đài PTTH Yên Bái", but never "Báo Yên Bái" or "UBND thành phố Yên Bái", whose names these are.
    if (bodies.has(words[0] ?? '')) for (const [, ...place] of own) words = withoutTail(words, place)
    if (words[0] === 'vpubndt') words = [...office, ...words.slice(1)]
    const key = words.join(' ')
    return needsTail.has(key) ? `${key} ${syllable('tỉnh')}` : key
  }
}

/** The key of a name printed without a province. */
export const nameKey = nameKeys([])

function withoutTail(words: string[], tail: readonly string[]): string[] {
  const at = words.length - tail.length
  return at > 0 && startsAt(words, at, tail) ? words.slice(0, at) : words
}

/** The key without any mark on its letters: for suggestions, and for text typed without marks. */
export function bareKey(key: string): string {
  return key.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd')
}
