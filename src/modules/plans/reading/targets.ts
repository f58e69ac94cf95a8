import { cut, type Strand, trim, wordsOf } from './strand.ts'

/** A quantity a task must reach, as printed: "ít nhất từ 01 đến 02 tiểu phẩm", "100% các chỉ tiêu". */
export interface FoundTarget {
  readonly min: number | null
  readonly max: number | null
  readonly unit: string
  readonly metric: string | null
  readonly strand: Strand
}

const UNITS =
  'tieu pham|phong su|tin,? bai|bai viet|bai|tin|chuyen muc|chuyen trang|chuyen de|chuong trinh|lop|hoi nghi|buoi|cuoc thi|cuoc|hoi thi|dot|ky|so bao|so|video clip|video|clip|infographic|podcast|to roi|to gap|to|cuon|an pham|ban|pano|pa no|bang ron|ap phich|khau hieu|mo hinh|sang kien|cau hoi|luot|nguoi|don vi|toa dam|phong van|toa|thi sinh|giai|suat|quyen|bo tai lieu|bo cau hoi|tai lieu|xa|phuong|ngay|lan'
const COUNT = new RegExp(
  `((?:it nhat|toi thieu|khong duoi|tren|tu)\\s+)?(?:tu\\s+)?(\\d{1,3}(?:\\.\\d{3})*)(?:\\s*(?:den|-)\\s*(\\d{1,3}(?:\\.\\d{3})*))?\\s+(${UNITS})(?![a-z])((?:\\s*/\\s*|\\s+(?:moi|mot|tren)\\s+)(?:thang|quy|nam|tuan|ky|so|don vi|xa|huyen|co quan))?`,
  'g',
)
const SHARE =
  /((?:it nhat|toi thieu|tren|dat|tu|khong duoi|phan dau)\s+)?(\d{1,3}(?:,\d{1,2})?)\s*(?:%\s*)?(?:den|-)?\s*(\d{1,3}(?:,\d{1,2})?)?\s*%/g

/** The quantities in the words of a task. */
export function findTargets(content: Strand): FoundTarget[] {
  const found: FoundTarget[] = []
  for (const match of content.bare.matchAll(COUNT)) {
    if (/(?:dieu|khoan|so|muc|thang|ngay|nam|quy|de an)\s*$/.test(content.bare.slice(0, match.index)))
      continue
    const strand = trim(cut(content, match.index, match.index + match[0].length))
    const low = wholeNumber(match[2])
    const high = match[3] === undefined ? null : wholeNumber(match[3])
    found.push({
      min: low,
      max: high ?? (match[1] === undefined ? low : null),
      unit: unitOf(strand, match[4] ?? ''),
      metric: null,
      strand,
    })
  }
  for (const match of content.bare.matchAll(SHARE)) {
    const strand = trim(cut(content, match.index, match.index + match[0].length))
    const low = Number((match[2] ?? '').replace(',', '.'))
    const high = match[3] === undefined ? null : Number(match[3].replace(',', '.'))
    if (low > 100) continue
    const after = cut(content, match.index + match[0].length)
    const metric = trim(cut(after, 0, /[,;.:()]|$/.exec(after.text)?.index ?? 0))
    found.push({
      min: low,
      max: high,
      unit: '%',
      metric: metric.text === '' ? null : wordsOf(metric).slice(0, 120),
      strand,
    })
  }
  return found.sort((a, b) => (a.strand.at[0] ?? 0) - (b.strand.at[0] ?? 0))
}

function wholeNumber(text: string | undefined): number {
  return Number((text ?? '').replaceAll('.', ''))
}

function unitOf(strand: Strand, bareUnit: string): string {
  const at = strand.bare.indexOf(bareUnit)
  return at < 0 ? bareUnit : wordsOf(cut(strand, at))
}
