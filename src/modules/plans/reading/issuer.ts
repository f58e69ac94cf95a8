import type { Parts } from './document.ts'
import { isCapitals } from './marker.ts'
import { isCity, provinceIn, provinceNamed } from './provinces.ts'
import { cut, fold, join, type Strand } from './strand.ts'

type Level = 'tỉnh' | 'thành phố' | 'huyện' | 'thị xã' | 'quận' | 'xã' | 'phường' | 'thị trấn' | 'đặc khu'

interface Body {
  /** "Ủy ban nhân dân", or a department or ministry by its name. */
  readonly office: string
  readonly level: Level | null
  readonly name: string | null
  readonly at: Strand
}

const LEVELS: Readonly<Record<string, Level>> = {
  tinh: 'tỉnh',
  'thanh pho': 'thành phố',
  tp: 'thành phố',
  'tp.': 'thành phố',
  huyen: 'huyện',
  'thi xa': 'thị xã',
  quan: 'quận',
  xa: 'xã',
  phuong: 'phường',
  'thi tran': 'thị trấn',
  'dac khu': 'đặc khu',
}
const LEVEL = '(tinh|thanh pho|tp\\.?|huyen|thi xa|quan|xa|phuong|thi tran|dac khu)'

interface FoundIssuer {
  readonly issuer: { value: string; at: readonly Strand[]; repaired: boolean } | null
  readonly varies: readonly Strand[]
}

/** Who issues the plan, written out: "Ủy ban nhân dân tỉnh X", "Chủ tịch Ủy ban nhân dân tỉnh X". */
export function findIssuer(parts: Parts, strands: readonly Strand[]): FoundIssuer {
  const header = parts.kind === 'digest' ? null : headerBody(parts)
  const told = toldBody(parts, strands)
  const body = header ?? told?.body ?? null
  if (body === null) return { issuer: null, varies: [] }
  const chairman =
    parts.issuing === null
      ? (told?.chairman ?? false) && isSame(header, told?.body ?? null)
      : /^chu tich/.test(parts.issuing.bare)
  const named =
    body.name === null ? placeName(body.level, parts, strands) : { name: placeSpelling(body), varies: [] }
  const place =
    named.name === null || body.level === null ? null : `${levelOf(body, named.name)} ${named.name}`
  const office = [body.office, place].filter((word) => word !== null).join(' ')
  return {
    issuer: { value: `${chairman ? 'Chủ tịch ' : ''}${office}`, at: [body.at], repaired: false },
    varies: named.varies,
  }
}

function isSame(header: Body | null, told: Body | null): boolean {
  return header === null || told === null || header.office === told.office
}

function levelOf(body: Body, name: string): Level | null {
  return body.level === 'tỉnh' && isCity(name.toLowerCase()) ? 'thành phố' : body.level
}

function placeSpelling(body: Body): string {
  const name = body.name ?? ''
  return provinceNamed(bareName(name)) ?? name
}

function bareName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/gi, 'd')
    .toLowerCase()
}

/** "ỦY BAN NHÂN DÂN / TỈNH X" above the title, or the line under the subject of a decision. */
function headerBody(parts: Parts): Body | null {
  const lines = parts.head
    .map((paragraph) => paragraph.strand)
    .filter(
      (line) =>
        isCapitals(line.text) &&
        line.text.length < 120 &&
        !/cong hoa|chu nghia viet|^viet nam$|doc lap|tu do|hanh phuc|^so\s*:/.test(line.bare),
    )
    .slice(-6)
  const words = join([...lines, ...(parts.issuing === null ? [] : [parts.issuing])], ' ')
  const office = [
    ...words.bare.matchAll(/(?<![a-z])(?:so|bo|phong|cuc|ban quan ly|thanh tra)\s+(?!cong)[a-z, &-]{3,60}$/g),
  ].at(-1)
  const all = [
    ...words.bare.matchAll(
      new RegExp(
        `(?:uy ban nhan dan|ubnd)(?:\\s+${LEVEL}\\s+([a-z' -]{2,40}?))?(?=\\s+(?:uy ban|ubnd|chu tich|so |bo |phong |cuc |ban |thanh tra|van phong)|$)`,
        'g',
      ),
    ),
  ]
  const committee = all.at(-1)
  if (committee === undefined && office === undefined) return null
  if (office !== undefined && parts.issuing === null && !/uy ban|ubnd/.test(office[0])) {
    const place =
      committee?.[1] === undefined
        ? null
        : titleCase(
            cut(
              words,
              committee.index + committee[0].length - (committee[2]?.length ?? 0),
              committee.index + committee[0].length,
            ).text,
          )
    return {
      office: officeName(fold(cut(words, office.index, office.index + office[0].length).text)),
      level: committee?.[1] === undefined ? null : (LEVELS[committee[1]] ?? null),
      name: place,
      at: cut(words, office.index, office.index + office[0].length),
    }
  }
  if (committee === undefined) return null
  const nameAt = committee.index + committee[0].length - (committee[2]?.length ?? 0)
  return {
    office: 'Ủy ban nhân dân',
    level: committee[1] === undefined ? null : (LEVELS[committee[1]] ?? null),
    name:
      committee[2] === undefined ? null : titleCase(cut(words, nameAt, nameAt + committee[2].length).text),
    at: cut(words, committee.index, committee.index + committee[0].length),
  }
}

function officeName(capitals: string): string {
  const lower = capitals.toLowerCase()
  return lower.replace(
    /^(\S+)\s+(\S)/u,
    (_, head: string, first: string) =>
      `${head.charAt(0).toUpperCase()}${head.slice(1)} ${first.toUpperCase()}`,
  )
}

function titleCase(words: string): string {
  return fold(words)
    .toLowerCase()
    .replace(/(^|[\s-])(\p{L})/gu, (_, gap: string, letter: string) => gap + letter.toUpperCase())
}

const ISSUES = new RegExp(
  `(chu tich\\s+)?(?:(ubnd|uy ban nhan dan)\\s+${LEVEL}(?![a-z])([^.;:]{0,60}?)|((?<![a-z])(?:so|bo|phong)\\s+[a-z][^.;:,]{2,45}?))\\s+(?:vua\\s+|da\\s+|moi\\s+)?(?:ky\\s+)?(?:ban hanh|xay dung|phe duyet|quyet dinh ban hanh)(?![a-z])`,
  'g',
)

/** "… Chủ tịch UBND tỉnh ban hành Kế hoạch …" in the preamble or in a digest. */
function toldBody(parts: Parts, strands: readonly Strand[]): { body: Body; chairman: boolean } | null {
  for (const strand of [...parts.captions, ...strands.slice(0, 14)]) {
    if (parts.captions.includes(strand)) {
      const caption = new RegExp(`cua\\s+(chu tich\\s+)?(ubnd|uy ban nhan dan)\\s+${LEVEL}(?![a-z])`).exec(
        strand.bare,
      )
      if (caption !== null)
        return {
          body: committeeBody(strand, caption.index, caption[0].length, caption[3] ?? ''),
          chairman: caption[1] !== undefined,
        }
      continue
    }
    for (const match of strand.bare.matchAll(ISSUES)) {
      const verb = match[0]
      const after = strand.bare.slice(match.index + verb.length, match.index + verb.length + 60)
      if (!/^\s*(?:ke hoach|quyet dinh)/.test(after)) continue
      const signed = /\sky\s/.test(verb)
      if (match[2] !== undefined) {
        return {
          body: committeeBody(strand, match.index, verb.length, match[3] ?? ''),
          chairman: match[1] !== undefined && !signed && !/pho\s*$/.test(strand.bare.slice(0, match.index)),
        }
      }
      const office = cut(strand, match.index, match.index + (match[5]?.length ?? 0))
      if (!/^\p{Lu}/u.test(office.text)) continue
      return { body: { office: fold(office.text), level: null, name: null, at: office }, chairman: false }
    }
  }
  return null
}

function committeeBody(strand: Strand, at: number, length: number, level: string): Body {
  const levelAt = strand.bare.indexOf(level, at + 4) + level.length
  const name =
    /^\s+(\p{Lu}[\p{L}']*(?:\s+\p{Lu}[\p{L}']*){0,3})/u.exec(strand.text.slice(levelAt))?.[1] ?? null
  return { office: 'Ủy ban nhân dân', level: LEVELS[level] ?? null, name, at: cut(strand, at, at + length) }
}

/** The place the document most often names at this level; a misprinted province gets its right name. */
function placeName(
  level: Level | null,
  parts: Parts,
  strands: readonly Strand[],
): { name: string | null; varies: readonly Strand[] } {
  if (level === null) return { name: null, varies: [] }
  const counts = new Map<string, { count: number; spellings: Map<string, { count: number; at: Strand }> }>()
  const title = join(parts.title, ' ')
  const places = [title, ...parts.head.map((paragraph) => paragraph.strand), ...parts.captions, ...strands]
  for (const strand of places) {
    const printedLevels = [
      level,
      titleCase(level),
      level.charAt(0).toUpperCase() + level.slice(1),
      level.toUpperCase(),
      'TP\\.?',
    ]
    const pattern = new RegExp(
      `(?<![\\p{L}])(?:${printedLevels.join('|')})\\s+((?:\\p{Lu}[\\p{L}']*)(?:\\s+(?:-\\s+)?\\p{Lu}[\\p{L}']*){0,3})`,
      'gu',
    )
    for (const match of strand.text.matchAll(pattern)) {
      const printed = /^(?:\p{Lu}[\p{L}']*)(?:\s+(?:-\s+)?\p{Lu}[\p{L}']*){0,3}/u.exec(match[1] ?? '')?.[0]
      if (printed === undefined) continue
      const key = bareName(printed)
      const entry = counts.get(key) ?? { count: 0, spellings: new Map() }
      entry.count += strand === title ? 3 : 1
      const spelling = entry.spellings.get(titleCase(printed))
      const start = match.index + match[0].length - (match[1]?.length ?? 0)
      entry.spellings.set(titleCase(printed), {
        count: (spelling?.count ?? 0) + 1,
        at: spelling?.at ?? cut(strand, start, start + printed.length),
      })
      counts.set(key, entry)
    }
  }
  const best = [...counts].sort((a, b) => b[1].count - a[1].count)[0]
  if (best === undefined) {
    const known =
      level === 'tỉnh' || level === 'thành phố'
        ? (provinceIn(title.bare) ?? provinceIn(join(strands.slice(0, 10), ' ').bare))
        : null
    return { name: known, varies: [] }
  }
  const spellings = [...best[1].spellings].sort((a, b) => b[1].count - a[1].count)
  const name = provinceNamed(best[0]) ?? spellings[0]?.[0] ?? null
  return { name, varies: spellings.filter(([spelling]) => spelling !== name).map(([, found]) => found.at) }
}
