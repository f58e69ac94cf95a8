import { bare } from './strand.ts'

/** Provinces and cities under the centre, before and after 1 July 2025, to mend a misprinted name ("Yên Bai"). */
const NAMES =
  'An Giang|Bà Rịa - Vũng Tàu|Bạc Liêu|Bắc Giang|Bắc Kạn|Bắc Ninh|Bến Tre|Bình Dương|Bình Định|Bình Phước|Bình Thuận|Cà Mau|Cao Bằng|Cần Thơ|Đà Nẵng|Đắk Lắk|Đắk Nông|Điện Biên|Đồng Nai|Đồng Tháp|Gia Lai|Hà Giang|Hà Nam|Hà Nội|Hà Tĩnh|Hải Dương|Hải Phòng|Hậu Giang|Hòa Bình|Hồ Chí Minh|Huế|Hưng Yên|Khánh Hòa|Kiên Giang|Kon Tum|Lai Châu|Lạng Sơn|Lào Cai|Lâm Đồng|Long An|Nam Định|Nghệ An|Ninh Bình|Ninh Thuận|Phú Thọ|Phú Yên|Quảng Bình|Quảng Nam|Quảng Ngãi|Quảng Ninh|Quảng Trị|Sóc Trăng|Sơn La|Tây Ninh|Thái Bình|Thái Nguyên|Thanh Hóa|Thừa Thiên Huế|Tiền Giang|Trà Vinh|Tuyên Quang|Vĩnh Long|Vĩnh Phúc|Yên Bái'
const BY_BARE = new Map(NAMES.split('|').map((name) => [bare(name), name]))
const CITIES = new Set(['ha noi', 'ho chi minh', 'da nang', 'hai phong', 'can tho', 'hue'])

/** The right spelling of a province, or null for a name that is none. */
export function provinceNamed(bareName: string): string | null {
  return BY_BARE.get(bareName.replace(/\s+/g, ' ').trim()) ?? null
}

export function isCity(bareName: string): boolean {
  return CITIES.has(bareName)
}

/** The province a bare headline begins with or names, longest first. */
export function provinceIn(bareText: string): string | null {
  let best: { at: number; name: string } | null = null
  for (const [key, name] of BY_BARE) {
    const at = bareText.search(new RegExp(`(?<![a-z])${key}(?![a-z])`))
    if (at >= 0 && (best === null || at < best.at)) best = { at, name }
  }
  return best?.name ?? null
}
