import type { PartFacts } from '../../modules/brand/kit.ts'

/** Drawn for the demonstration: a gate with an open leaf, under a lotus of three petals. */
function mark(ink: string, petal: string): string {
  return `<g fill="none" stroke="${ink}" stroke-width="14" stroke-linejoin="round" stroke-linecap="round"><path d="M40 220V118a70 70 0 0 1 140 0v102"/><path d="M24 220h172"/></g><path d="M110 104v116l44-18V124z" fill="${ink}"/><g fill="${petal}"><path d="M110 8c16 14 16 34 0 46-16-12-16-32 0-46z"/><path d="M66 24c22 2 34 16 34 32-18-2-32-12-34-32z"/><path d="M154 24c-22 2-34 16-34 32 18-2 32-12 34-32z"/></g>`
}

const face = 'font-family="Be Vietnam Pro, Arial, sans-serif"'

function drawing(width: number, height: number, inside: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${inside}</svg>`
}

function words(x: number, y: number, size: number, fill: string, text: string, weight = 600): string {
  return `<text x="${x}" y="${y}" ${face} font-size="${size}" font-weight="${weight}" fill="${fill}">${text}</text>`
}

const teal = '#0f4348'
const lotus = '#f5a3c4'
const red = '#a3182a'
const sand = '#f3ead8'

function logo(ground: string, ink: string, petal: string): string {
  return drawing(
    960,
    640,
    `<rect width="960" height="640" fill="${ground}"/><g transform="translate(90 195)">${mark(ink, petal)}</g>${words(340, 282, 58, ink, 'BỘ PHẬN')}${words(340, 388, 78, ink, 'MỘT CỬA')}${words(342, 446, 30, ink, 'Chung An, tỉnh minh họa', 400)}`,
  )
}

const sign = drawing(
  960,
  640,
  `<rect width="960" height="640" fill="#dfe7ea"/><rect x="60" y="130" width="840" height="300" rx="10" fill="${red}"/><g transform="translate(110 165)">${mark('#ffffff', '#ffd76a')}</g>${words(330, 224, 28, '#ffffff', 'ỦY BAN NHÂN DÂN PHƯỜNG CHUNG AN', 400)}${words(330, 310, 52, '#ffd76a', 'BỘ PHẬN TIẾP NHẬN')}${words(330, 376, 52, '#ffd76a', 'VÀ TRẢ KẾT QUẢ')}<path d="M60 480h840M60 480v24M900 480v24" stroke="#41525c" stroke-width="3" fill="none"/>${words(420, 540, 34, '#41525c', '2 400 mm', 400)}`,
)

const counter = drawing(
  960,
  640,
  `<rect width="960" height="640" fill="${sand}"/>${[0, 1, 2].map((i) => `<rect x="${70 + i * 285}" y="120" width="250" height="330" rx="16" fill="${teal}"/>${words(150 + i * 285, 300, 150, '#ffffff', String(i + 1))}`).join('')}${words(96, 400, 30, '#ffffff', 'Đất đai')}${words(372, 400, 30, '#ffffff', 'Hộ tịch')}${words(650, 400, 30, '#ffffff', 'Kinh doanh')}${words(70, 540, 34, teal, 'Chữ cao ít nhất 60 mm, đọc được từ 10 m', 400)}`,
)

const badge = drawing(
  960,
  640,
  `<rect width="960" height="640" fill="#e9eef0"/><rect x="330" y="60" width="300" height="520" rx="24" fill="#ffffff" stroke="#b7c3c8" stroke-width="3"/><rect x="330" y="60" width="300" height="130" rx="24" fill="${teal}"/><g transform="translate(350 80) scale(.42)">${mark('#ffffff', lotus)}</g>${words(450, 140, 26, '#ffffff', 'MỘT CỬA')}<circle cx="480" cy="300" r="70" fill="#cfd9dd"/>${words(375, 430, 30, teal, 'Nguyễn Thị Mẫu')}${words(375, 472, 24, '#41525c', 'Công chức Một cửa', 400)}${words(375, 520, 24, '#41525c', 'Số 07', 400)}`,
)

const poster = drawing(
  800,
  1120,
  `<rect width="800" height="1120" fill="${teal}"/><g transform="translate(290 90)">${mark('#ffffff', lotus)}</g>${words(80, 470, 56, '#ffffff', 'Nộp hồ sơ một nơi,')}${words(80, 546, 56, '#ffffff', 'nhận kết quả đúng hẹn')}${words(80, 640, 34, '#cfe4e0', 'Hỏi gì cũng được trả lời. Chưa đủ giấy', 400)}${words(80, 690, 34, '#cfe4e0', 'thì được hướng dẫn một lần cho đủ.', 400)}<rect x="80" y="790" width="640" height="220" rx="16" fill="#ffffff"/>${words(120, 860, 34, teal, 'Đánh giá sự phục vụ')}${words(120, 910, 28, teal, 'Đường dây nóng: 1900 0000 (minh họa)', 400)}${words(120, 956, 28, teal, 'Thứ Hai đến sáng thứ Bảy, 7:00 – 17:00', 400)}`,
)

export interface PlayedPart extends PartFacts {
  /** Versions, the oldest first; every drawing becomes an SVG and a PNG. */
  versions: readonly {
    note: string
    name: string
    svgs: readonly string[]
    daysAgo: number
    withPage?: boolean
  }[]
}

export const brandKit = {
  name: 'Bộ nhận diện Bộ phận Một cửa (minh họa)',
  about:
    'Dùng thống nhất tại Trung tâm Phục vụ hành chính công tỉnh và Bộ phận Một cửa các xã, phường, đặc khu. Mọi hình ở đây do chương trình vẽ để minh họa, không phải mẫu của Nhà nước.',
  documentWords: 'Quyết định số 468/QĐ-UBND của UBND tỉnh (minh họa)',
}

export const brandParts: readonly PlayedPart[] = [
  {
    ...{ kind: 'logo', name: 'Biểu trưng Một cửa', isPublic: true, colours: [] },
    use: 'Đặt góc trái trên. Chừa khoảng trống quanh biểu trưng bằng một cánh sen. Cao ít nhất 12 mm khi in, 32 px trên màn hình. Không kéo méo, không đổi màu, không đặt trên ảnh rối.',
    alt: 'Cổng vòm có cánh cửa mở, trên là ba cánh sen, bên phải là chữ Bộ phận Một cửa.',
    versions: [
      { note: 'bản đầu', name: 'bieu-trung-mot-cua', svgs: [logo('#ffffff', red, red)], daysAgo: 210 },
      {
        note: 'đổi sang màu xanh lá sen, thêm bản nền tối',
        name: 'bieu-trung-mot-cua',
        svgs: [logo('#ffffff', teal, '#c2497f'), logo(teal, '#ffffff', lotus)],
        daysAgo: 64,
      },
    ],
  },
  {
    ...{ kind: 'colours', name: 'Bảng màu', isPublic: true, alt: '', versions: [] },
    use: 'Màu chính chiếm hơn nửa diện tích; màu nhấn chỉ dùng cho chi tiết nhỏ.',
    colours: [
      { name: 'Xanh lá sen', hex: teal, use: 'Màu chính: nền biển số quầy, đầu thẻ, tiêu đề' },
      { name: 'Đỏ trầm', hex: red, use: 'Nền biển hiệu ngoài trụ sở' },
      { name: 'Hồng sen', hex: lotus, use: 'Chi tiết nhỏ trên nền xanh; không dùng làm màu chữ' },
      { name: 'Vàng nắng', hex: '#ffd76a', use: 'Chữ trên nền đỏ trầm' },
      { name: 'Cát', hex: sand, use: 'Nền khu vực chờ' },
    ],
  },
  {
    ...{ kind: 'sign', name: 'Biển hiệu ngoài trụ sở', isPublic: true, colours: [] },
    use: 'Rộng 2 400 mm, cao 860 mm, chữ nổi. Treo trên cửa chính, cách mặt đất ít nhất 2,5 m.',
    alt: 'Biển nền đỏ trầm, chữ vàng: Bộ phận tiếp nhận và trả kết quả, phía trên là tên ủy ban nhân dân phường.',
    versions: [{ note: '', name: 'bien-hieu', svgs: [sign], daysAgo: 64 }],
  },
  {
    ...{ kind: 'sign', name: 'Biển số quầy', isPublic: true, colours: [] },
    use: 'Mỗi quầy một biển, số và lĩnh vực viết bằng chữ thường dễ đọc. Có chữ nổi Braille ở mép dưới.',
    alt: 'Ba biển xanh lá sen mang số 1, 2, 3 và tên lĩnh vực Đất đai, Hộ tịch, Kinh doanh.',
    versions: [{ note: '', name: 'bien-so-quay', svgs: [counter], daysAgo: 64 }],
  },
  {
    ...{ kind: 'uniform', name: 'Thẻ công chức', isPublic: false, colours: [] },
    use: 'Khổ 86 × 140 mm, đeo trước ngực. Ảnh chụp không quá hai năm. Không ghi số điện thoại riêng.',
    alt: 'Thẻ đứng nền trắng, đầu thẻ xanh lá sen có biểu trưng, dưới là ảnh, họ tên, chức danh và số.',
    versions: [{ note: '', name: 'the-cong-chuc', svgs: [badge], daysAgo: 64 }],
  },
  {
    ...{ kind: 'poster', name: 'Áp phích phòng chờ, khổ A2', isPublic: true, colours: [] },
    use: 'In A2, treo ngang tầm mắt ở phòng chờ. Thay số đường dây nóng của đơn vị trước khi in.',
    alt: 'Áp phích nền xanh lá sen, chữ lớn: Nộp hồ sơ một nơi, nhận kết quả đúng hẹn; dưới là ô trắng ghi đường dây nóng và giờ làm việc.',
    versions: [{ note: '', name: 'ap-phich-phong-cho', svgs: [poster], daysAgo: 40 }],
  },
  {
    ...{
      kind: 'template',
      name: 'Mẫu thông báo dán ở quầy',
      isPublic: false,
      alt: 'Trang giấy A4 có tiêu đề.',
    },
    ...{ colours: [], use: 'Mở bằng Word hoặc LibreOffice, thay phần trong ngoặc vuông rồi in.' },
    versions: [{ note: '', name: 'mau-thong-bao', svgs: [], daysAgo: 40, withPage: true }],
  },
]
