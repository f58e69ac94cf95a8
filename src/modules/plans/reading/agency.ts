import { cut, type Strand, trim } from './strand.ts'
import { isVerb } from './vocabulary.ts'

/**
 * The grammar of agency names: where a name can begin, where it ends in a sentence, and how a printed list of
 * agencies is parted (conventions: at ';', list items, line breaks, then ',' between self-standing names).
 */

const DEPARTMENTS =
  'noi vu|tai chinh|tu phap|thong tin va truyen thong|thong tin & truyen thong|tt&tt|tttt|van hoa,? the thao va du lich|van hoa va the thao|vhtt&dl|vhttdl|van hoa, thong tin(?: va du lich)?|du lich|khoa hoc va cong nghe|kh&cn|khcn|giao duc va dao tao|gd&dt|gddt|y te|lao dong,? ?-? ?thuong binh va xa hoi|ldtb&xh|ldtbxh|tai nguyen va moi truong|tn&mt|tnmt|nong nghiep va phat trien nong thon|nn&ptnt|nong nghiep va moi truong|ke hoach va dau tu|kh&dt|khdt|cong thuong|xay dung|giao thong van tai|gtvt|ngoai vu|dan toc va ton giao|dan toc|quy hoach ?- ?kien truc|an toan thuc pham'
const AREA = '(?: cap)?(?: tinh| thanh pho| huyen| quan| thi xa| xa| phuong| dac khu)(?![a-z])'
const KNOWN = new RegExp(`(?:cac )?(?:so|phong|ban|bo)\\s+(?:${DEPARTMENTS})(?![a-z])(?:${AREA})?`, 'y')

const SPECIFIC =
  /(?:so|ban(?! hanh| nganh| do\b| sao\b)|phong(?= (?:noi|van|tu phap|tai|kinh|y te|giao|lao|thong|quan|dan toc|nong|cong|ky|ke|hanh|to chuc|cai cach|kiem))|bo(?= (?:noi|tu|tai|thong|khoa|y te|chi huy|cong an|quoc phong|giao|xay|van|nong|ngoai|cong thuong|phan mot|phan tiep|doi|dan toc|ke))|bo phan|ubnd|uy ban|uybannd|hdnd|hoi dong|doan dbqh|doan dai bieu|van phong|vp(?= ?ubnd| doan| hdnd)|cong (?:thong tin|ttdt|tt ?dt|dich vu|an)|trung tam|tttt|bao(?= \p{L})|dai(?= (?:phat|pt|truyen|tieng|th))|thanh tra|tong cuc|cuc|chi cuc|kho bac|ngan hang|bao hiem|buu dien|vien|vnpt|viettel|mobifone|hoi(?= \p{L})|lien doan|lien minh|lien hiep|hiep hoi|doan (?:thanh nien|tncs|tn|khoi|truong|luat su)|(?:tinh|thanh|huyen|quan|xa|phuong) doan|mat tran|mttq|ubmttq|toa an|thuong truc|chu tich|pho chu tich|chanh|pho chanh|giam doc|pho giam doc|thu truong|nguoi dung dau|lanh dao|truong phong|truong ban|to cong tac|to truong|to thu ky|to giup viec|thue|dien luc|cong ty|tong cong ty|tap doan|truong|hoc vien|nha (?:xuat ban|van hoa|hat)|thu vien|bao tang|(?:tinh|thanh|huyen|quan|dang|thi) uy|hop tac xa|cac thanh vien|tap the|cong chuc|can bo|vu|nguoi phat ngon)(?![a-z])/uy

const PLURAL =
  /(?:cac|nhung|mot so|toan the|tat ca(?: cac)?|tung|moi|lanh dao cac)\s+(?:co quan|don vi|dia phuong|so|ban|nganh|doan the|to chuc|hoi|doanh nghiep|phong|xa|phuong|huyen|quan|thi xa|thanh pho|cap|bo|truong|benh vien|bao|dai|trung tam|khoi|ca nhan|ubnd|uy ban|cong ty|chi nhanh|nha mang|thanh vien|dac khu|dang uy|chi bo|thon|to dan pho|cong chuc|can bo|toa soan|pho|chu tich|nha truong)(?![a-z])/y

const GENERIC =
  /(?:(?:co quan|don vi|dia phuong)(?=\s*,| bao chi| thong tan| truyen thong| lien quan| chuyen mon| duoc giao| co lien quan| truc thuoc|$)|so\s*,\s*(?:ban|nganh)|ban\s*,\s*nganh|doan the|cap uy|bo phan)(?![a-z])/y

const NOUN =
  /(?:cac )?(?:ban nganh|bao chi|so|ban|nganh|doan the|dia phuong|don vi|co quan|to chuc|hoi|doanh nghiep|huyen|thi xa|thanh pho|quan|xa|phuong|thi tran|dac khu|phong|bao|dai|thong tan|truyen thong|truyen hinh|phat thanh|cap (?:tinh|huyen|xa)|tx|tp|tt|the thao|ca nhan|hop tac xa|du lich|hdnd|ubnd|chi nhanh|khu pho|nhan dan|thong tin|dai bieu)(?![a-z])/y

const LEVEL = /(?:thanh pho|thi xa|thi tran|dac khu)(?![a-z])/y

function matches(pattern: RegExp, strand: Strand, from: number): number {
  pattern.lastIndex = from
  return pattern.exec(strand.bare)?.[0].length ?? 0
}

/** Can an agency's own name (or a group such as "các sở, ban, ngành") begin here? */
export function startsAgency(strand: Strand, from: number): boolean {
  if (matches(PLURAL, strand, from) > 0)
    return /^(?:các|cac|những|một|toàn|tất|từng|mỗi|mọi|lãnh)$/iu.test(printedWord(strand, from))
  const length = matches(SPECIFIC, strand, from)
  if (length === 0) return false
  const head = strand.text.slice(from, from + length)
  if (/^(?:ubnd|hđnd|mttq|ubmttq|vnpt)/i.test(head)) return true
  // "sở", "ban", "báo" in lower case are parts of a list; "Sở", "Ban", "Báo" begin a name. "So" may be a scan's "Sở".
  if (!/^\p{Lu}/u.test(head))
    return /^(?:thủ trưởng|người đứng đầu|văn phòng|chủ tịch|ủy ban|uỷ ban|tỉnh đoàn)/u.test(head)
  if (/^so$/i.test(head))
    return /^s[ởơơỏo]$/iu.test(head) && /^\s+\p{Lu}/u.test(strand.text.slice(from + length))
  if (/^(?:bao|hoi|vien|truong|ban|thue|cuc|chanh|vu)$/.test(strand.bare.slice(from, from + length))) {
    return /^\s+(?:\p{Lu}|và|các|tỉnh|ngành)/u.test(strand.text.slice(from + length))
  }
  return true
}

function startsLoosely(strand: Strand, from: number): boolean {
  return startsAgency(strand, from) || matches(GENERIC, strand, from) > 0
}

/** Names that look parted but are one: a joint office; a newspaper "và các cơ quan thông tấn báo chí". */
export function oneName(left: string, separator: string, right: string): boolean {
  if (/van phong[^,;]{0,60}(?:dbqh|dai bieu quoc hoi|hdnd|hoi dong nhan dan)[^,;]{0,12}$/.test(left))
    return /^(?:hdnd|ubnd|hoi dong|uy ban)/.test(right)
  if (
    /van phong (?:doan |cap uy|huyen uy|thanh uy|tinh uy|dang uy)[^;]{0,40}$/.test(left) &&
    /^(?:hdnd|ubnd|hoi dong|uy ban)/.test(right)
  )
    return true
  if (
    /(?:ubnd|uy ban nhan dan)\s+(?:thanh pho|thi xa|huyen|quan|xa|phuong)\s[^;]*$/.test(left) &&
    /^cac (?:quan|huyen|thi xa|thanh pho|xa|phuong)(?![a-z])/.test(right)
  )
    return true
  if (!/va/.test(separator)) return false
  if (/(?:^|\s)(?:hdnd|hoi dong nhan dan|dbqh)$/.test(left)) return /^(?:ubnd|uy ban)/.test(right)
  if (/^(?:bao|dai|so|ban|phong|hoi|thue)$/.test(left)) return true
  return (
    /^(?:bao|dai)\s/.test(left) && /^cac co quan (?:thong tan|bao chi|truyen thong|thong tin)/.test(right)
  )
}

const SEPARATOR = /\s*[,;]\s*(?:va\s+|cung\s+)?|\s+va\s+|\s+&\s+|\s+cung\s+(?=cac\s)|\s*;\s*-\s*/y

function separatorAt(strand: Strand, from: number): number {
  return matches(SEPARATOR, strand, from)
}

export interface AgencyRun {
  readonly names: readonly Strand[]
  readonly end: number
}

/** Reads the agencies a sentence names from `from` on; stops where the verb begins. Null when none begins there. */
export function scanAgencies(strand: Strand, from: number, loosely = false): AgencyRun | null {
  let start = from
  while (strand.text[start] === ' ') start++
  if (!(loosely ? startsLoosely(strand, start) : startsAgency(strand, start))) return null
  const names: Strand[] = []
  let end = start
  for (let count = 0; count < 40; count++) {
    end = nameEnd(strand, start)
    let gap = separatorAt(strand, end)
    while (
      gap > 0 &&
      startsAgency(strand, end + gap) &&
      oneName(
        strand.bare.slice(start, end),
        strand.bare.slice(end, end + gap),
        strand.bare.slice(end + gap, end + gap + 60),
      )
    ) {
      end = nameEnd(strand, end + gap)
      gap = separatorAt(strand, end)
    }
    names.push(trim(cut(strand, start, end)))
    if (gap === 0 || !startsAgency(strand, end + gap)) break
    start = end + gap
  }
  return { names: names.filter((name) => name.text !== ''), end }
}

const WORD = /[\p{L}\p{N}&/.]+/uy

function wordAt(strand: Strand, from: number): string {
  WORD.lastIndex = from
  return WORD.exec(strand.bare)?.[0] ?? ''
}

function printedWord(strand: Strand, from: number): string {
  return strand.text
    .slice(from, from + wordAt(strand, from).length)
    .toLowerCase()
    .replace(/\.$/, '')
}

/** Where the name that begins at `from` ends: at punctuation, a verb, or a separator before another name. */
function nameEnd(strand: Strand, from: number): number {
  const known = matches(KNOWN, strand, from)
  if (known > 0 && !/^ [-–] \p{Lu}/u.test(strand.text.slice(from + known))) return from + known
  const head = Math.max(
    known,
    matches(PLURAL, strand, from),
    matches(SPECIFIC, strand, from),
    matches(GENERIC, strand, from),
  )
  let end = from + Math.max(head, wordAt(strand, from).length)
  for (let words = 0; words < 32; words++) {
    const next = nextPart(strand, end, from)
    if (next === 0) break
    end += next
  }
  return end
}

/** How much of what follows still belongs to the name; 0 when it ends here. */
function nextPart(strand: Strand, end: number, start: number): number {
  const gap = separatorAt(strand, end)
  if (gap > 0 && strand.bare[end] !== ' ') {
    if (/;/.test(strand.bare.slice(end, end + gap)) || startsAgency(strand, end + gap)) return 0
    const noun = matches(NOUN, strand, end + gap)
    return noun > 0 ? gap + noun : 0
  }
  const dash = /^ ?- ?(?=\p{L})/u.exec(strand.text.slice(end, end + 4).replace('–', '-'))
  if (dash !== null) return dash[0].length + wordAt(strand, end + dash[0].length).length
  if (strand.text[end] !== ' ') return 0
  const first = wordAt(strand, end + 1)
  if (first === '') return 0
  const second = wordAt(strand, end + 2 + first.length)
  const third = wordAt(strand, end + 3 + first.length + second.length)
  if (first === 'va' || first === '&') {
    const after = end + 2 + first.length
    if (startsAgency(strand, after)) return 0
    const noun = matches(NOUN, strand, after)
    if (noun > 0) return after - end + noun
    if (/^\p{Lu}/u.test(strand.text.slice(after))) return after - end + second.length
    return 0
  }
  const upper = /^\p{Lu}/u.test(strand.text.slice(end + 1))
  const level = matches(LEVEL, strand, end + 1)
  if (level > 0) return 1 + level
  if (first === 'cua' && /^\p{Lu}/u.test(strand.text.slice(end + 5))) return 5 + second.length
  if (!upper && isGroup(strand.bare.slice(start, end))) {
    const qualifier = QUALIFIER.exec(`${first} ${second} ${third}`)?.[0] ?? ''
    return qualifier === '' ? 0 : 1 + qualifier.length
  }
  const written = first.replace(/\.$/, '')
  if (
    !upper &&
    isVerb(printedWord(strand, end + 1), written, second, third) &&
    !isNoun(strand.bare.slice(start, end), `${first} ${second} ${third}`)
  )
    return 0
  if (
    !upper &&
    /^(?:hay|nên|thì|mà|này|do|cho|từ|đến|bằng|bởi|vì|không|riêng|ngoài|với|đó)$/u.test(
      printedWord(strand, end + 1),
    )
  )
    return 0
  return 1 + written.length
}

/** After a group ("UBND các huyện, thị xã", "các cơ quan, đơn vị") only these words go on with the name. */
const QUALIFIER =
  /^(?:tinh|thanh pho|huyen|thi xa|quan chung|quan ly(?: nha nuoc)?|quan|xa hoi|xa|phuong|dac khu|thi tran|cap (?:tinh|huyen|xa|uy|tren|duoi|co so)|cap|co lien quan|co trang thong|co chuc nang|co tham quyen|co hoat dong|co tru so|co thu tuc|co tthc|lien quan|truc thuoc|thuoc|tren dia ban|trung uong|dia phuong|chuyen mon|bao chi|thong tan|thong tin|truyen thong|truyen thanh|truyen hinh|chinh tri|chinh quyen|doan the|khac|nha nuoc|nha bao|nha mang|nha truong|hanh chinh(?: nha nuoc)?|su nghiep|cua tinh|cua huyen|cua thanh pho|cua xa|cua trung uong|cua so|cua dia phuong|dong tren dia|dong chan|trong tinh|trong toan tinh|trong khoi|trong nganh|trong he thong|trong huyen|trong va ngoai|noi chinh|nganh doc|to chuc chinh|to chuc xa|to chuc co|ca nhan|don vi|co quan|doanh nghiep|hoi|nghe nghiep|dang|tham muu|giup viec|cung cap dich|vien thong|buu chinh|du lich|ngan hang|dien tu|dai chung|nhan dan|thanh nien|phu nu|nong dan|cuu chien binh|phong|so|thon|to dan pho|khu pho|cong lap|cong an|cong ich|y te|giao duc|duoc phan cong|nam trong|ngoai tinh|nho va vua|kinh te|ky thuat|lam cong tac|phu trach cong|mot cua|tiep nhan|chu luc|thanh vien|ban chi dao|dau moi|lien thong|dia ban|hiep hoi|nganh)(?![a-z])/

function isGroup(name: string): boolean {
  if (/\scua\s/.test(name)) return false
  return (
    /^(?:cac|nhung|mot so|toan the|tat ca|tung|moi)\s/.test(name) ||
    /^(?:chu tich )?(?:ubnd|uy ban nhan dan)\s(?:cac|cap|huyen|xa|tinh|thanh|quan|phuong|thi)/.test(name)
  )
}

/** Verbs that are nouns or attributes where they stand: "các tổ chức", "cơ quan thông tin đại chúng", "trên địa bàn". */
function isNoun(before: string, words: string): boolean {
  if (/^to chuc/.test(words))
    return (
      /(?:^|\s)(?:cac|cua|nhung|va)$|,$/.test(before) ||
      /^to chuc (?:chinh tri|doan the|xa hoi|dang|hoi|co lien|lien quan|ca nhan)/.test(words)
    )
  if (/^thong tin (?:dai chung|tuyen|truyen|dien)|^truyen thong/.test(words)) return true
  if (
    /^(?:tren dia ban|trong (?:tinh|huyen|toan|khoi|nganh|he thong)|tai (?:dia phuong|tinh|trung uong))/.test(
      words,
    )
  )
    return true
  if (/^(?:quan ly|su nghiep|tham muu|chu tri|thuc hien|duoc giao|truc tiep)/.test(words))
    return /(?:co quan|don vi|ban)$/.test(before)
  if (/^(?:tuyen truyen|hanh chinh)/.test(words)) return /co quan$/.test(before)
  if (/^(?:moi truong|dao tao|dau tu|truc thuoc|hang (?:khong|hai)|kiem soat|cu tri|gan bo)/.test(words))
    return true
  if (/^(?:can|la|de|lam) /.test(words)) return false
  return false
}
