/**
 * Words of the genre, in bare form (lower case, no marks; see strand.ts). Collected from plans of provinces,
 * departments and communes between 2012 and 2026; a word missing here makes a flag, never a wrong guess.
 */

const WHO = '(?:co quan|don vi|dia phuong|bo phan|ca nhan|to chuc|phong|ban|nganh)'
const WHOS = `(?:cac )?${WHO}(?:\\s*(?:,|/|va)\\s*${WHO}){0,3}`
const DO =
  '(?:chu tri|thuc hien|chiu trach nhiem|phu trach|dau moi|tham muu|chu quan|to chuc|trien khai|chinh|theo doi|duoc giao|duoc phan cong)'
const MORE = `(?:\\s*(?:,|/|va|-)?\\s*${DO}){0,4}`

export type LabelRole = 'lead' | 'coordinating' | 'both' | 'time' | 'product' | 'other'

const LABELS: readonly [LabelRole, string][] = [
  ['both', `(?:${WHOS}\\s+)?chu tri\\s*(?:,|/|va|-)\\s*(?:${WHOS}\\s+)?phoi hop(?:\\s+thuc hien)?`],
  ['coordinating', `(?:${WHOS}\\s+)?(?:cung\\s+)?phoi hop${MORE}`],
  [
    'lead',
    `${WHOS}\\s+${DO}${MORE}|chu tri${MORE}|phan cong(?: thuc hien| nhiem vu)?|trach nhiem(?: thuc hien)?|(?:to chuc )?thuc hien|don vi`,
  ],
  [
    'time',
    '(?:thoi gian|thoi han|tien do|thoi diem|lo trinh)(?:\\s*(?:,|va)?\\s*(?:thuc hien|hoan thanh|to chuc|trien khai|tien hanh|du kien|bat dau|ket thuc)){0,3}|hoan thanh',
  ],
  [
    'product',
    '(?:san pham|ket qua)(?:\\s*(?:,|va|/)?\\s*(?:san pham|ket qua|du kien|dau ra|dat duoc|can dat|hoan thanh|thuc hien|chu yeu)){0,3}',
  ],
  [
    'other',
    '(?:nguon )?kinh phi(?: thuc hien)?|doi tuong(?: tham gia| tuyen truyen)?|dia diem|hinh thuc(?: thuc hien| tuyen truyen)?|noi dung(?: thuc hien| tuyen truyen)?|so luong|thanh phan(?: tham gia| tham du)?|chi tieu|muc tieu|quy mo|phuong thuc(?: thuc hien)?|yeu cau|muc dich|ghi chu|can cu',
  ],
]

const LABEL_AT = new RegExp(`(?:${LABELS.map(([, pattern]) => `(${pattern})`).join('|')})\\s*:`, 'y')

/** The label whose words begin at `from` and end with a colon, such as "Cơ quan chủ trì thực hiện:". */
export function labelAt(bareText: string, from: number): { role: LabelRole; end: number } | null {
  LABEL_AT.lastIndex = from
  const match = LABEL_AT.exec(bareText)
  if (match === null) return null
  const which = LABELS.findIndex((_, k) => match[k + 1] !== undefined)
  return { role: LABELS[which]?.[0] ?? 'other', end: from + match[0].length }
}

export type ColumnRole = 'ordinal' | 'content' | 'section' | LabelRole

const COLUMNS: readonly [ColumnRole, RegExp][] = [
  ['ordinal', /^(?:stt|tt|so tt|so thu tu|s\s*tt|#|no)\.?$/],
  ['both', /chu tri.{0,25}phoi hop/],
  ['coordinating', /phoi hop/],
  ['other', /^(?:can cu|kinh phi|nguon|du toan|ghi chu|dia diem|doi tuong|so luong|muc chi|van ban)/],
  ['product', /san pham|^ket qua|dau ra/],
  [
    'lead',
    /chu tri|(?:co quan|don vi|bo phan|phong|ban|to chuc|ca nhan|nguoi).{0,30}(?:thuc hien|chiu trach nhiem|phu trach|dau moi|tham muu|chu quan|to chuc|trien khai|duoc giao)|^trach nhiem|^phan cong|^(?:co quan|don vi)(?:\s*[,/]\s*(?:co quan|don vi|dia phuong))*$|^chu tri/,
  ],
  ['time', /thoi gian|thoi han|tien do|hoan thanh|thoi diem|lo trinh|^ky han/],
  [
    'content',
    /noi dung|nhiem vu|cong viec|hoat dong|ten viec|dau viec|hinh thuc|giai phap|muc tieu|viec can/,
  ],
]

/** What a table column holds, by the words at its head. */
export function columnRole(bareHeader: string): ColumnRole | null {
  const words = bareHeader.replace(/\s+/g, ' ').trim()
  if (words === '' || words.length > 90) return null
  return COLUMNS.find(([, pattern]) => pattern.test(words))?.[0] ?? null
}

const VERBS = new Set(
  'chu tri|chu dong|phoi hop|huong dan|tham muu|xay dung|to chuc|trien khai|thuc hien|chi dao|theo doi|don doc|kiem tra|giam sat|danh gia|tong hop|bao cao|cung cap|bo tri|can doi|tham dinh|de xuat|long ghep|tang cuong|day manh|tiep tuc|nang cao|doi moi|can cu|co trach nhiem|co nhiem vu|chiu trach nhiem|trach nhiem|dam bao|bao dam|quan tam|tuyen truyen|pho bien|dang tai|phat song|phat hanh|in an|bien soan|bien tap|thiet ke|van dong|khuyen khich|tiep nhan|xu ly|ra soat|cap nhat|cong khai|niem yet|thuong xuyen|kip thoi|dinh ky|hang nam|phan cong|lua chon|duy tri|phat huy|phat dong|quan triet|nghien cuu|tap trung|ban hanh|phe duyet|ho tro|thong tin|gioi thieu|nhan rong|bieu duong|khen thuong|phat hien|phan anh|san xuat|de nghi|yeu cau|su dung|tham gia|thanh lap|quan ly|van hanh|bam sat|nghiem tuc|khan truong|kien toan|uu tien|huy dong|tien hanh|xuat ban|giai quyet|truc tiep|chu trong|chan chinh|khai thac|ket noi|kiem soat|phu trach|so ket|tong ket|thong bao|trao doi|truyen tai|tu van|thu thap|hoan thien|hoan thanh|dau tu|neu cao|xac dinh|tich hop|tung buoc|cong bo|ap dung|thong ke|luu tru|ky ket|boi duong|dao tao|tap huan|mo rong|phan bo|trien lam|phan dau|lien he|tro thanh|thu hut|ghi hinh|ket hop|dien tap|to giac|khao sat|tranh thu|chuan bi|rut kinh nghiem|bao gom|gop y|quan trac|tra loi|truyen thong|tren co so|cho biet|cho hay|dong thoi|sap xep|bien dich|phan loai|nhac nho|phe binh|don gian|cat giam|soan thao|dam nhiem|dam nhan|quang ba|sang tac|dan dung|bieu dien|luu dong|thuyet minh|tuyen chon|cham diem|trao giai|mua sam|lap dat|sua doi|bo sung|dieu chinh|thao go|nam bat|gop phan|tich cuc|thuc day|nang cap'.split(
    '|',
  ),
)
/** Verbs and prepositions of one syllable need their marks: "giao" is no "giáo", "đăng" no "đảng". */
const SHORT_VERBS = new Set(
  'đăng mở gửi trình tạo dành cử lập làm là đã sẽ được phải cần gắn đưa mời viết tùy tuỳ ký giữ lấy chậm để nhằm theo tại trước trong về khi nếu vừa còn treo trực giao hằng hàng chuyển phát in kết báo nêu họp học lồng đẩy tăng rà quán'.split(
    ' ',
  ),
)

/** Does a verb (or a preposition that ends a name) begin here? `printed` is the first word as printed, in lower case. */
export function isVerb(printed: string, first: string, second: string, third: string): boolean {
  return (
    SHORT_VERBS.has(printed) || VERBS.has(`${first} ${second}`) || VERBS.has(`${first} ${second} ${third}`)
  )
}

/** Words that hang in the air at the end of a line: the sentence goes on. */
export const OPEN_END =
  /(?:^|[\s(])(?:và|của|các|với|tại|theo|về|cho|do|bởi|từ|đến|ngày|tháng|năm|số|hoặc|hay|như|trong|ngoài|trên|dưới|là|được|giao|điều \d+\. ban|để|nhằm|cùng|qua|thủ trưởng|thủ tướng|chủ tịch|ủy ban|uỷ ban|giám đốc|cổng|những|mỗi|một|thuộc|gồm|nghị định|quyết định|cấp|chánh|phó|nhân dân các)$/iu

export const PURPOSE =
  /muc (?:dich|tieu)|^yeu cau|quan diem|su can thiet|thuc trang|danh gia chung|^can cu|pham vi|^doi tuong/
export const ORGANISING =
  /to chuc thuc hien|to chuc trien khai|trach nhiem|^phan cong|phan cong (?:nhiem vu|to chuc|thuc hien)/
export const BUDGET = /^(?:ve )?(?:nguon )?(?:kinh phi|luc)/
