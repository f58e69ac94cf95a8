import type { Citation } from './citation.ts'
import { findDays } from './dates.ts'
import { cut, type Strand, trim, wordsOf } from './strand.ts'

/** Laws whose names hold a comma or "và", or which are often followed by words that are not their name. */
const KNOWN =
  'ngan sach nha nuoc|to chuc chinh quyen dia phuong|to chuc chinh phu|bao chi|tiep can thong tin|can bo, cong chuc|can bo cong chuc|vien chuc|ban hanh van ban quy pham phap luat|cong nghe thong tin|giao dich dien tu|thi dua,? khen thuong|pho bien,? giao duc phap luat|phong,? chong tham nhung|an toan thong tin mang|an ninh mang|ho tro doanh nghiep nho va vua|thuc hien dan chu o co so|quan ly,? su dung tai san cong|bao ve du lieu ca nhan|bao ve bi mat nha nuoc|chuyen doi so|du lieu|can cuoc|ho tich|cu tru|doanh nghiep|dau tu cong|dau tu|dat dai|nha o|xay dung|ke toan|kiem toan nha nuoc|thanh tra|khieu nai|to cao|tiep cong dan|thu do|luu tru|vien thong|xuat ban|quang cao|so huu tri tue|mat tran to quoc viet nam|bao hiem xa hoi|bao hiem y te|cong doan|thanh nien|tre em|binh dang gioi|giao duc|y te'
const LAW = /(?<![\p{L}])(Bộ luật|Luật|Pháp lệnh)\s+(?=\p{Lu}|sửa đổi)/gu
const KNOWN_AT = new RegExp(`(?:${KNOWN})(?![a-z])(?!\\s*,?\\s*[a-z]*\\s+so\\s+\\d)`, 'y')
const NAME_END =
  /[;:.()"“]|,|\s(?:ngay|so \d|nam \d|va cac|va cac van ban|va phap luat|va huong dan|va nghi|va luat|quy dinh|duoc|ve|tai|theo|da|hien hanh|de|den|trong|cho|nay|co hieu luc|gan voi|cung)(?![a-z])|\sva(?=\s)|$/g

/** Laws cited by name alone ("Luật Ngân sách nhà nước"), outside the citations that carry a number. */
export function findLaws(strand: Strand, numbered: readonly Citation[]): Citation[] {
  const found: Citation[] = []
  let busy = 0
  for (const match of strand.text.matchAll(LAW)) {
    if (match.index < busy || /(?:hoi|truong|dai hoc|phong)\s*$/.test(strand.bare.slice(0, match.index)))
      continue
    const nameFrom = match.index + match[0].length
    const end = nameEnd(strand, nameFrom)
    busy = end
    if (numbered.some((item) => match.index >= item.start && match.index < item.end)) continue
    if (/^\s*(?:so|,\s*so)\s*\d/.test(strand.bare.slice(end))) continue
    const name = trim(cut(strand, match.index, end))
    if (/^(?:luat|bo luat)\s+(?:gia|su)(?![a-z])/.test(name.bare)) continue
    const day = findDays(strand.bare, end, end + 12)[0] ?? null
    const dated = day !== null && /^[\s,]*$/.test(strand.bare.slice(end, day.start)) ? day : null
    found.push({
      type: match[1] === 'Bộ luật' ? 'Bộ luật' : (match[1] ?? 'Luật'),
      number: null,
      name: wordsOf(name),
      issued: dated?.day ?? null,
      issuer: null,
      strand,
      start: match.index,
      end: dated?.end ?? end,
      issuedAt: dated === null ? null : [dated.start, dated.end],
      repaired: dated?.repaired === true ? ['date'] : [],
    })
  }
  return found
}

function nameEnd(strand: Strand, from: number): number {
  if (/^sua doi/.test(strand.bare.slice(from, from + 8))) {
    const stop = /\s(?:ngay|so\s+\d|nam\s+\d)|;/.exec(strand.bare.slice(from, from + 400))
    if (stop !== null) return from + stop.index
  }
  KNOWN_AT.lastIndex = from
  const known = KNOWN_AT.exec(strand.bare)
  if (known !== null) return from + known[0].length
  const pattern = new RegExp(NAME_END)
  pattern.lastIndex = from
  return pattern.exec(strand.bare)?.index ?? strand.text.length
}
