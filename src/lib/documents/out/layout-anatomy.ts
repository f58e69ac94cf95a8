import type { DocxFormats } from './docx-formats.ts'
import type { ParagraphFormat } from './docx-paragraph-format.ts'

/** The components (thành phần thể thức, NĐ 30/2020/NĐ-CP, Điều 8) found in a document; null or empty where absent. */
export interface Anatomy {
  nationalTitle: ParagraphFormat | null
  motto: ParagraphFormat | null
  parentBody: ParagraphFormat[]
  issuingBody: ParagraphFormat[]
  symbol: ParagraphFormat | null
  about: ParagraphFormat | null
  placeAndDate: ParagraphFormat | null
  type: ParagraphFormat | null
  abstract: ParagraphFormat[]
  legalBasis: ParagraphFormat[]
  body: ParagraphFormat[]
  recipientsHeading: ParagraphFormat | null
  recipients: ParagraphFormat[]
  signature: ParagraphFormat[]
  signer: ParagraphFormat | null
  annex: ParagraphFormat[]
}

const typeNames =
  /^(NGHỊ QUYẾT|QUYẾT ĐỊNH|CHỈ THỊ|QUY CHẾ|QUY ĐỊNH|THÔNG CÁO|THÔNG BÁO|HƯỚNG DẪN|CHƯƠNG TRÌNH|KẾ HOẠCH|PHƯƠNG ÁN|ĐỀ ÁN|DỰ ÁN|BÁO CÁO|BIÊN BẢN|TỜ TRÌNH|HỢP ĐỒNG|CÔNG ĐIỆN|GIẤY MỜI|GIẤY ỦY QUYỀN|GIẤY GIỚI THIỆU)$/iu

const titlePattern = /CỘNG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI\s+CHỦ\s+NGHĨA\s+VIỆT\s+NAM/iu
const mottoPattern = /Độc\s+lập\s*[-–]\s*Tự\s+do\s*[-–]\s*Hạnh\s+phúc/iu
const symbolPattern = /^\s*Số\s*:?[^,]*\/\s*\p{Lu}/u
const datePattern = /^[^.;]{0,60}ngày[^.;]*tháng[^.;]*năm/u
const basisPattern = /^[-–+]?\s*(?:Căn cứ|Theo đề nghị|Xét )/u
const bodyStart = /^(?:Căn cứ|Theo đề nghị|Xét |Thực hiện|Kính gửi|I\.|1\.|Điều 1)/u
const authorityPattern = /^(?:TM|KT|TL|TUQ|Q)\s*\.?\s+\p{Lu}{2}/u
const captionPattern = /^\s*\(?\s*(?:Ban hành\s+)?kèm theo/iu

export function plain(p: ParagraphFormat | null | undefined): string {
  return (p?.text ?? '').normalize('NFC').replace(/\s+/gu, ' ').trim()
}

export function isCaption(p: ParagraphFormat): boolean {
  return captionPattern.test(plain(p)) && plain(p).length < 300
}

const isHeavy = (p: ParagraphFormat) => p.runs.some((r) => r.bold && r.text.trim() !== '')
const isCaps = (text: string) => /\p{L}/u.test(text) && text === text.toLocaleUpperCase('vi')

/** The head is looked for at the beginning only: the same words may be quoted further down. */
const headLength = 25

interface Walk {
  /** Paragraphs with words, in order. */
  all: ParagraphFormat[]
  head: ParagraphFormat[]
}

function findNames(walk: Walk, symbol: ParagraphFormat | null): Pick<Anatomy, 'parentBody' | 'issuingBody'> {
  const end = symbol ? walk.head.indexOf(symbol) : walk.head.findIndex((p) => typeNames.test(plain(p)))
  const column = symbol?.cell?.column ?? 0
  const before = walk.head.slice(0, Math.max(0, end)).filter((p) => {
    const text = plain(p)
    const sameColumn = p.cell === null || symbol?.cell == null || p.cell.column === column
    return sameColumn && !titlePattern.test(text) && !mottoPattern.test(text) && !datePattern.test(text)
  })
  const lastHeavy = before.findLastIndex(isHeavy)
  if (lastHeavy === -1) return { parentBody: before.slice(0, -1), issuingBody: before.slice(-1) }
  let first = lastHeavy
  while (first > 0 && isHeavy(before[first - 1] as ParagraphFormat)) first -= 1
  return { parentBody: before.slice(0, first), issuingBody: before.slice(first, lastHeavy + 1) }
}

function findAbstract(walk: Walk, type: ParagraphFormat | null): ParagraphFormat[] {
  if (!type) return []
  const found: ParagraphFormat[] = []
  for (const p of walk.all.slice(walk.all.indexOf(type) + 1)) {
    const more =
      found.length === 0
        ? !bodyStart.test(plain(p))
        : p.alignment === 'center' && isHeavy(p) && !isCaps(plain(p))
    if (!more || found.length === 3) break
    found.push(p)
  }
  return found
}

function findSignature(walk: Walk, heading: ParagraphFormat | null, from: number, to: number) {
  const cell = heading?.cell
  const candidates = cell
    ? walk.all.filter((p) => p.cell?.table === cell.table && p.cell.column !== cell.column)
    : walk.all
        .slice(from, to)
        .filter((p) => p !== heading && !plain(p).startsWith('-') && p.alignment !== 'both')
  const titles = candidates.filter((p) => authorityPattern.test(plain(p)) || isCaps(plain(p)))
  const others = candidates.filter((p) => !titles.includes(p) && !/^\s*\(/.test(plain(p)))
  return { signature: titles, signer: others.at(-1) ?? null }
}

function findRecipients(walk: Walk, heading: ParagraphFormat | null): ParagraphFormat[] {
  if (!heading) return []
  const rest = walk.all.slice(walk.all.indexOf(heading) + 1)
  const { cell } = heading
  if (cell) return rest.filter((p) => p.cell?.table === cell.table && p.cell.column === cell.column)
  const end = rest.findIndex((p) => !/^\s*[-–+•]|Lưu\s*:/u.test(p.text))
  return end === -1 ? rest : rest.slice(0, end)
}

/** Finds the components by what they say and where they stand. */
export function findAnatomy(formats: DocxFormats): Anatomy {
  const all = formats.paragraphs.filter((p) => plain(p) !== '')
  const walk: Walk = { all, head: all.slice(0, headLength) }
  const inHead = (pattern: RegExp) => walk.head.find((p) => pattern.test(plain(p))) ?? null
  const symbol = inHead(symbolPattern)
  const about = inHead(/^V\/v/iu)
  const placeAndDate =
    walk.head.find(
      (p) => datePattern.test(plain(p)) && plain(p).length < 90 && !basisPattern.test(plain(p)),
    ) ?? null
  const type = walk.head.find((p) => typeNames.test(plain(p).replace(/[:.]$/, ''))) ?? null
  const recipientsHeading = all.findLast((p) => /^Nơi nhận\s*:?/iu.test(plain(p))) ?? null

  const headEnd = Math.max(-1, ...[symbol, about, placeAndDate, type].map((p) => (p ? all.indexOf(p) : -1)))
  const abstract = findAbstract(walk, type)
  const start = Math.max(headEnd, ...abstract.map((p) => all.indexOf(p))) + 1
  const outside = (p: ParagraphFormat) => p.cell === null
  const footAt = all.findIndex(
    (p, i) => i >= start && (p === recipientsHeading || authorityPattern.test(plain(p))),
  )
  const foot = footAt === -1 ? all.length : footAt
  const main = all.slice(start, foot).filter(outside)
  const firstHeading = main.findIndex((p) => /^(?:I|1|A)[.)]\s|^Điều 1/u.test(plain(p)))
  const firstBasis = main
    .slice(0, firstHeading === -1 ? undefined : firstHeading)
    .findIndex((p) => /^[-–+]?\s*Căn cứ/u.test(plain(p)))
  const afterBasis = main.findIndex((p, i) => i > firstBasis && !basisPattern.test(plain(p)))
  const legalBasis =
    firstBasis === -1 ? [] : main.slice(firstBasis, afterBasis === -1 ? undefined : afterBasis)
  const recipients = findRecipients(walk, recipientsHeading)
  const footTable = recipientsHeading?.cell?.table
  const footEnd = Math.max(
    foot,
    ...[recipientsHeading, ...recipients].map((p) => (p ? all.indexOf(p) + 1 : 0)),
    ...(footTable === undefined ? [] : [all.findLastIndex((p) => p.cell?.table === footTable) + 1]),
  )
  const signed = findSignature(walk, recipientsHeading, foot, all.length)
  const annexFrom = Math.max(
    footEnd,
    signed.signer && footTable === undefined ? all.indexOf(signed.signer) + 1 : 0,
  )
  return {
    nationalTitle: inHead(titlePattern),
    motto: inHead(mottoPattern),
    ...findNames(walk, symbol),
    symbol,
    about,
    placeAndDate,
    type,
    abstract,
    legalBasis,
    body: main.filter((p) => !legalBasis.includes(p)),
    recipientsHeading,
    recipients,
    ...signed,
    annex: all.slice(annexFrom),
  }
}
