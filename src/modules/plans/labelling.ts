import { bare } from '../../lib/text/bare.ts'

/** Words that name a theme or a form, without marks; the first list that fits is enough. */
const themeWords: readonly [code: string, pattern: RegExp][] = [
  ['procedures', /thu tuc hanh chinh|\btthc\b/],
  ['institutions', /the che|van ban quy pham/],
  ['organisation', /to chuc bo may/],
  ['civil_service', /che do cong vu|cong chuc, vien chuc trong thuc thi/],
  ['public_finance', /tai chinh cong/],
  ['digital_government', /chinh quyen (so|dien tu)|chuyen doi so/],
  ['indices', /par index|sipas|papi|\bpci\b|\bdti\b|chi so/],
  ['good_models', /mo hinh|dien hinh|cach lam hay|sang kien/],
  ['shortcomings', /ton tai, han che|han che, yeu kem/],
  ['discipline', /ky luat, ky cuong|dao duc cong vu|van hoa giao tiep/],
  ['one_stop', /mot cua/],
  ['online_services', /dich vu cong truc tuyen|thanh toan truc tuyen|nop ho so truc tuyen/],
  ['project_06', /de an (so )?06|so ho khau|du lieu dan cu/],
  ['feedback', /phan anh, kien nghi/],
  ['posting', /niem yet|cong khai/],
  ['business', /moi truong dau tu|kinh doanh/],
]

const formWords: readonly [code: string, pattern: RegExp][] = [
  ['news', /tin,? bai|bai viet|dang tai|dua tin/],
  ['reportage', /phong su/],
  ['column', /chuyen trang|chuyen muc/],
  ['radio', /phat thanh(?! - truyen hinh tinh| va truyen hinh tinh)/],
  ['television', /truyen hinh(?! tinh)/],
  ['loudspeaker', /truyen thanh/],
  ['portal', /cong thong tin|trang thong tin|website|cong tt/],
  ['social_media', /mang xa hoi|zalo|facebook|lotus/],
  ['electronic_board', /man hinh led|bang dien tu/],
  ['visual', /pa ?no|bang ron|ap phich|truc quan/],
  ['leaflet', /to roi|to gap/],
  ['handbook', /so tay|cuon tai lieu/],
  ['conference', /hoi nghi(?! truyen hinh)/],
  ['meeting', /giao ban|cuoc hop/],
  ['seminar', /hoi thao|toa dam/],
  ['dialogue', /doi thoai/],
  ['training', /tap huan|boi duong/],
  ['study_visit', /hoc tap kinh nghiem/],
  ['stage', /san khau hoa|tieu pham/],
  ['cheer_information', /thong tin co dong/],
  ['online_contest', /thi truc tuyen/],
  ['contest', /hoi thi|cuoc thi/],
  ['press_award', /giai (thuong )?bao chi/],
  ['library', /thu vien|luan chuyen sach/],
  ['hotline', /tong dai|duong day nong|so dien thoai chuyen dung/],
  ['associations', /doan the|chi bo/],
  ['posting', /niem yet/],
  ['inspection', /qua trinh kiem tra|kiem tra dinh ky/],
  ['legal_education', /pho bien,? giao duc phap luat/],
]

const audienceWords: readonly [code: string, pattern: RegExp][] = [
  ['officials', /can bo|cong chuc|vien chuc/],
  ['citizens', /nguoi dan|nhan dan|cong dan|ca nhan/],
  ['business', /doanh nghiep/],
  ['members', /hoi vien|doan vien/],
]

/** Labels suggested by the words of a task, as codes of the lists: an aid for the coverage matrix, mended by hand. */
export function suggestLabels(content: string): { themes: string[]; forms: string[]; audiences: string[] } {
  const text = bare(content)
  const fitting = (list: readonly [string, RegExp][]) =>
    list.filter(([, p]) => p.test(text)).map(([code]) => code)
  return { themes: fitting(themeWords), forms: fitting(formWords), audiences: fitting(audienceWords) }
}
