import type { Parts } from './document.ts'
import { isCapitals } from './marker.ts'
import { cut, fold, join, type Strand, split } from './strand.ts'

export type Level =
  | 'tỉnh'
  | 'thành phố'
  | 'huyện'
  | 'thị xã'
  | 'quận'
  | 'xã'
  | 'phường'
  | 'thị trấn'
  | 'đặc khu'

export interface Body {
  /** "Ủy ban nhân dân", or a department or ministry by its name. */
  readonly office: string
  readonly level: Level | null
  readonly name: string | null
  readonly at: Strand
}

export const LEVELS: Readonly<Record<string, Level>> = {
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
export const LEVEL = '(tinh|thanh pho|tp\\.?|huyen|thi xa|quan|xa|phuong|thi tran|dac khu)'

const OFFICE = /(?<![a-z])(?:so|bo|phong|cuc|ban quan ly|thanh tra)\s+(?!cong)[a-z, &-]{3,60}$/
const COMMITTEE = new RegExp(
  `(?:uy ban nhan dan|ubnd)(?:\\s+${LEVEL}\\s+([a-z' -]{2,40}?))?(?=\\s+(?:uy ban|ubnd|chu tich|so |bo |phong |cuc |ban |thanh tra|van phong)|$)`,
  'g',
)

const IN_PLACE = new RegExp(`^(.{4,60}?)\\s+${LEVEL}\\s+([a-z' -]{2,40})$`)

/** "ỦY BAN NHÂN DÂN / TỈNH X" above the title, or the line under the subject of a decision. */
export function headerBody(parts: Parts): Body | null {
  const { issuing } = parts
  if (issuing !== null && !/uy ban|ubnd/.test(issuing.bare)) {
    return { office: headName(issuing.text), level: null, name: null, at: issuing }
  }
  const words = join([...headLines(parts), ...(issuing === null ? [] : [issuing])], ' ')
  const committee = [...words.bare.matchAll(COMMITTEE)].at(-1)
  const place = committee === undefined ? { level: null, name: null } : placeOf(words, committee)
  const office = OFFICE.exec(words.bare)
  if (office !== null && issuing === null && !/uy ban|ubnd/.test(office[0])) {
    const at = cut(words, office.index)
    const placed = IN_PLACE.exec(at.bare)
    if (placed === null) return { office: officeName(fold(at.text)), ...place, at }
    const name = titleCase(cut(at, placed[0].length - (placed[3]?.length ?? 0)).text)
    return {
      office: officeName(fold(cut(at, 0, placed[1]?.length).text)),
      level: LEVELS[placed[2] ?? ''] ?? null,
      name,
      at,
    }
  }
  if (committee === undefined) return null
  return {
    office: 'Ủy ban nhân dân',
    ...place,
    at: cut(words, committee.index, committee.index + committee[0].length),
  }
}

function headLines(parts: Parts): Strand[] {
  return parts.head
    .flatMap((paragraph) => split(paragraph.strand, /\s*\|\s*|\s{4,}/g))
    .filter((line) => isCapitals(line.text) && line.text.length < 120)
    .filter(
      (line) =>
        !/cong hoa|chu nghia viet|^viet nam$|doc lap|tu do|hanh phuc|^so\s*:|^\W*(?:kh|qd)-/.test(line.bare),
    )
    .slice(-6)
}

function placeOf(words: Strand, committee: RegExpExecArray): Pick<Body, 'level' | 'name'> {
  const [all, level, name] = committee
  if (level === undefined || name === undefined) return { level: null, name: null }
  const end = committee.index + all.length
  return { level: LEVELS[level] ?? null, name: titleCase(cut(words, end - name.length, end).text) }
}

/** "BỘ TRƯỞNG BỘ NỘI VỤ" as written in a sentence. */
function headName(capitals: string): string {
  const lower = fold(capitals).toLowerCase()
  const inner = lower.replace(
    /\s(bộ|sở|cục|vụ|ban|văn phòng)\s(\p{L})/u,
    (_, head: string, first: string) =>
      ` ${head.charAt(0).toUpperCase()}${head.slice(1)} ${first.toUpperCase()}`,
  )
  return inner.charAt(0).toUpperCase() + inner.slice(1)
}

/** "SỞ NỘI VỤ" as written in a sentence. */
function officeName(capitals: string): string {
  return capitals
    .toLowerCase()
    .replace(
      /^(\S+)\s+(\S)/u,
      (_, head: string, first: string) =>
        `${head.charAt(0).toUpperCase()}${head.slice(1)} ${first.toUpperCase()}`,
    )
}

export function titleCase(words: string): string {
  return fold(words)
    .toLowerCase()
    .replace(/(^|[\s-])(\p{L})/gu, (_, gap: string, letter: string) => gap + letter.toUpperCase())
}
