import type { UnitType } from '../organisation.ts'

/**
 * The invented province "Chung Tay": no place, person or document of it is real. The kinds of its bodies and the
 * dates on which bodies of those kinds were merged follow what happened (domain.md, section 4), so that plans
 * of 2020 to 2026 find the bodies they name.
 */
export const begins = '2015-01-01'
export const departmentsMerge = '2025-03-01'
export const partyBodiesMerge = '2025-02-03'
export const twoTiersBegin = '2025-07-01'

export interface SeedUnit {
  code: string
  name: string
  short: string | null
  type: UnitType
  parent: string | null
  /** Asked, not ordered: marked * after the type. */
  invited: boolean
  headTitle: string | null
  headName: string | null
  aliases: readonly string[]
}

/** code | name | short name | type, * when invited | parent | head's title | head's name | other names; … */
function unitsOf(table: string): SeedUnit[] {
  return lines(table).map((line) => {
    const [code = '', name = '', short, type = '', parent, headTitle, headName, aliases] =
      line.split(/ *\| */)
    return {
      code,
      name,
      short: short || null,
      type: type.replace('*', '') as UnitType,
      invited: type.endsWith('*'),
      parent: parent || null,
      headTitle: headTitle || null,
      headName: headName || null,
      aliases: aliases ? aliases.split('; ') : [],
    }
  })
}

function lines(table: string): string[] {
  return table.trim().split('\n')
}

export const provinceUnits = unitsOf(`
T | Tỉnh Chung Tay (minh họa) | Chung Tay | province |  |  |  | tỉnh Quảng Nam; tỉnh Yên Bái; tỉnh Yên Bai; tỉnh Quảng Ngãi; tỉnh Hậu Giang; thành phố Hà Nội
TU | Tỉnh ủy Chung Tay | Tỉnh ủy | party* | T | Bí thư Tỉnh ủy |  | Thường trực Tỉnh ủy; TT. Tỉnh ủy; Văn phòng Tỉnh ủy
BTG | Ban Tuyên giáo Tỉnh ủy |  | party* | TU | Trưởng ban
BDV | Ban Dân vận Tỉnh ủy |  | party* | TU | Trưởng ban
HDND | Hội đồng nhân dân tỉnh Chung Tay | HĐND tỉnh | other* | T | Chủ tịch HĐND tỉnh |  | Thường trực HĐND tỉnh; TT. HĐND tỉnh
UBND | Ủy ban nhân dân tỉnh Chung Tay | UBND tỉnh | people_committee | T | Chủ tịch UBND tỉnh | Trần Văn Khải | Chủ tịch UBND tỉnh; Chủ tịch, các Phó Chủ tịch UBND tỉnh; CT, PCT UBND tỉnh
VPUB | Văn phòng UBND tỉnh | VPUB | office | UBND | Chánh Văn phòng | Lê Hoàng Minh | Văn phòng Đoàn ĐBQH, HĐND và UBND tỉnh; Văn phòng HĐND và UBND tỉnh; Chánh Văn phòng; Chánh Văn phòng UBND tỉnh; VPUB: CVP, PCVP, CBTH
SNV | Sở Nội vụ |  | department | UBND | Giám đốc Sở | Nguyễn Thị Thu Hà
STC | Sở Tài chính |  | department | UBND | Giám đốc Sở | Phạm Đức Long
SKHDT | Sở Kế hoạch và Đầu tư | Sở KH&ĐT | department | UBND | Giám đốc Sở
STP | Sở Tư pháp |  | department | UBND | Giám đốc Sở | Vũ Thị Ngọc Lan
SCT | Sở Công Thương |  | department | UBND | Giám đốc Sở | Đỗ Quang Vinh
SNNPTNT | Sở Nông nghiệp và Phát triển nông thôn | Sở NN&PTNT | department | UBND | Giám đốc Sở
STNMT | Sở Tài nguyên và Môi trường | Sở TN&MT | department | UBND | Giám đốc Sở
SGTVT | Sở Giao thông vận tải | Sở GTVT | department | UBND | Giám đốc Sở
SXD | Sở Xây dựng |  | department | UBND | Giám đốc Sở | Hoàng Trung Kiên
STTTT | Sở Thông tin và Truyền thông | Sở TT&TT | department | UBND | Giám đốc Sở
SKHCN | Sở Khoa học và Công nghệ | Sở KH&CN | department | UBND | Giám đốc Sở | Bùi Anh Tuấn
SVHTTDL | Sở Văn hóa, Thể thao và Du lịch | Sở VHTTDL | department | UBND | Giám đốc Sở | Đặng Thị Mỹ Dung
SGDDT | Sở Giáo dục và Đào tạo | Sở GD&ĐT | department | UBND | Giám đốc Sở | Ngô Thanh Bình
SYT | Sở Y tế |  | department | UBND | Giám đốc Sở | Trịnh Quốc Bảo
SLDTBXH | Sở Lao động - Thương binh và Xã hội | Sở LĐ-TB&XH | department | UBND | Giám đốc Sở
BDT | Ban Dân tộc tỉnh | Ban Dân tộc | board | UBND | Trưởng ban
TTR | Thanh tra tỉnh |  | department | UBND | Chánh Thanh tra | Lý Văn Phước
BQLKCN | Ban Quản lý các khu công nghiệp tỉnh | BQL các KCN | board | UBND | Trưởng ban | Hồ Sĩ Thắng
CTTDT | Cổng Thông tin điện tử tỉnh | Cổng TTĐT | portal | VPUB | Trưởng ban Biên tập | Mai Thị Hồng | Công Thông tin điện tử tỉnh; Trung tâm Thông tin điện tử
TTPVHCC | Trung tâm Phục vụ hành chính công tỉnh | TTPVHCC tỉnh | service_centre | VPUB | Giám đốc Trung tâm | Phan Văn Đức | Trung tâm Hành chính công tỉnh; Trung tâm HCC tỉnh
TVT | Thư viện tỉnh |  | service | SVHTTDL | Giám đốc | Lương Thị Nhàn
BAO | Báo Chung Tay |  | press | TU | Tổng Biên tập |  | Báo Quảng Nam; Báo Yên Bái; Báo Quảng Ngãi; Báo Hậu Giang; Báo tỉnh
DAI | Đài Phát thanh và Truyền hình tỉnh | Đài PT-TH | press | UBND | Giám đốc Đài
MTTQ | Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh | UBMTTQVN tỉnh | front* | T | Chủ tịch | Cao Xuân Hòa | Ban Thường trực UBMTTQVN tỉnh; Ban TT UBMTTQVN tỉnh; Mặt trận tỉnh
LDLD | Liên đoàn Lao động tỉnh | LĐLĐ tỉnh | union* | T | Chủ tịch
HND | Hội Nông dân tỉnh |  | union* | T | Chủ tịch
TD | Đoàn TNCS Hồ Chí Minh tỉnh | Tỉnh đoàn | union* | T | Bí thư
HPN | Hội Liên hiệp Phụ nữ tỉnh | Hội LHPN tỉnh | union* | T | Chủ tịch
HCCB | Hội Cựu chiến binh tỉnh | Hội CCB tỉnh | union* | T | Chủ tịch
CA | Công an tỉnh |  | central | T | Giám đốc
BCHQS | Bộ Chỉ huy Quân sự tỉnh | Bộ CHQS tỉnh | central | T | Chỉ huy trưởng
THUE | Thuế tỉnh |  | central | T | Trưởng Thuế tỉnh |  | Cục Thuế tỉnh
BHXH | Bảo hiểm xã hội tỉnh | BHXH tỉnh | central | T | Giám đốc
`)

/** Bodies that begin by a merger, after the codes of those that end in them. */
export const departmentMergers: readonly { from: readonly string[]; into: string }[] = [
  { from: ['STTTT'], into: 'SKHCN' },
  { from: ['SKHDT'], into: 'STC' },
  { from: ['SGTVT'], into: 'SXD' },
  { from: ['SLDTBXH'], into: 'SNV' },
  { from: ['SNNPTNT', 'STNMT'], into: 'SNNMT' },
  { from: ['BDT'], into: 'SDTTG' },
]

export const laterUnits = unitsOf(`
SNNMT | Sở Nông nghiệp và Môi trường | Sở NN&MT | department | UBND | Giám đốc Sở | Tạ Minh Châu
SDTTG | Sở Dân tộc và Tôn giáo | Sở DT&TG | department | UBND | Giám đốc Sở | Y Thị Sen
BTGDV | Ban Tuyên giáo và Dân vận Tỉnh ủy | Ban TG&DV | party* | TU | Trưởng ban | Kiều Văn Sơn
BPTTH | Báo và phát thanh, truyền hình Chung Tay | Báo và PTTH | press | TU | Tổng Biên tập | Dương Thị Kim Oanh | Báo và PTTH tỉnh; Báo và Đài PTTH tỉnh
`)

export interface SeedDistrict {
  name: string
  communes: readonly { name: string; from: readonly string[] }[]
}

/** district: new commune < old communes merged into it; … One old commune alone lives on as the new one. */
function districtsOf(table: string): SeedDistrict[] {
  return lines(table).map((line) => {
    const [name = '', communes = ''] = line.split(': ')
    return { name, communes: communes.split('; ').map(communeOf) }
  })
}

function communeOf(text: string): { name: string; from: string[] } {
  const [name = '', from = ''] = text.split(' < ')
  return { name, from: from.split(', ') }
}

export const districts = districtsOf(`
thành phố Chung An: phường Chung An < phường Bến Đá, phường Cầu Mới, phường Hàng Dừa; phường Đông Phố < phường Đông Phố, xã Tân Thạnh; phường Tây Hồ < phường Tây Hồ, phường Lò Gốm
thị xã Phú Lộc: phường Phú Lộc < phường Chợ Cũ, phường Ga; xã Lộc Điền < xã Lộc Điền, xã Lộc Thượng
thị xã Đông Giang: phường Đông Giang < phường Bến Nứa, xã Giang Trung; xã Giang Tây < xã Giang Tây, xã Giang Nam
huyện Thượng Lâm: xã Thượng Lâm < thị trấn Thượng Lâm, xã Khuổi Trang, xã Nà Mười; xã Pha Đin < xã Pha Đin
huyện Hạ Lâm: xã Hạ Lâm < thị trấn Hạ Lâm, xã Đồng Vàng; xã Suối Bạc < xã Suối Bạc, xã Thác Mơ
huyện Bình Khê: xã Bình Khê < thị trấn Bình Khê, xã Bình Thuận Đông; xã Khê Trung < xã Khê Trung
huyện Mỹ Xuân: xã Mỹ Xuân < thị trấn Mỹ Xuân, xã Mỹ Lợi, xã Mỹ Hòa; xã Xuân Phổ < xã Xuân Phổ
huyện Nam Phố: xã Nam Phố < thị trấn Nam Phố, xã Phố Trạch; xã Cồn Sậy < xã Cồn Sậy
huyện Trà Bình: xã Trà Bình < thị trấn Trà Bình, xã Trà Hiệp Lâm; xã Trà Nham < xã Trà Nham
huyện Suối Vàng: xã Suối Vàng < thị trấn Suối Vàng, xã Ea Kmút; xã Đắk Ninh < xã Đắk Ninh, xã Đắk Hà Moi
huyện An Khánh: xã An Khánh < thị trấn An Khánh, xã An Phú Đông
huyện Đức Lâm: xã Đức Lâm < thị trấn Đức Lâm, xã Đức Hòa Trung; xã Lâm Giang < xã Lâm Giang, xã Lâm Thượng
`)
