import type { OutletKind, Stance } from '../../../modules/editorial/outlet.ts'

/** Outlets of the demonstration; none of them exists. */
export const outlets: readonly (readonly [
  key: string,
  kind: OutletKind,
  name: string,
  unit: string | null,
  site: string,
  editions: readonly string[],
])[] = [
  [
    'bao',
    'newspaper',
    'Báo Chung Tay',
    'BPTTH',
    'https://bao.chungtay.invalid',
    ['Báo thời sự', 'Báo điện tử', 'Báo vùng cao'],
  ],
  [
    'dai',
    'broadcaster',
    'Đài Phát thanh – Truyền hình tỉnh',
    'BPTTH',
    'https://ptth.chungtay.invalid',
    ['Thời sự', 'Tiếng dân tộc'],
  ],
  ['cong', 'portal', 'Cổng Thông tin điện tử tỉnh', 'CTTDT', 'https://cong.chungtay.invalid', []],
  [
    'nhip',
    'central',
    'Báo Nhịp Sống Hành Chính',
    null,
    'https://nhipsong.chungtay.invalid',
    ['Báo in', 'Báo điện tử'],
  ],
  ['viet', 'central', 'Tạp chí Quản Trị Công', null, 'https://quantricong.chungtay.invalid', []],
  ['tin', 'other', 'Trang tin Doanh Nghiệp Miền Núi', null, 'https://dnmn.chungtay.invalid', []],
]

/** Outlet, days ago, title, stance. The negative ones are followed up: unit, person, what is wanted, due in days, done. */
export const entries: readonly (readonly [
  outlet: string,
  daysAgo: number,
  title: string,
  stance: Stance,
  unit?: string,
])[] = [
  ['bao', 1, 'Một cửa sáng thứ Bảy: thêm bốn giờ cho dân', 'positive', 'X25-phường Chung An'],
  ['nhip', 2, 'Xã vùng cao bỏ bảy loại bản sao', 'positive', 'X25-xã Thượng Lâm'],
  ['tin', 3, 'Doanh nghiệp chờ 40 ngày để điều chỉnh giấy chứng nhận', 'not_yet', 'STC'],
  ['dai', 4, 'Phóng sự: Một ngày ở quầy số 3', 'positive', 'X25-phường Chung An'],
  ['viet', 5, 'Đối thoại công – tư: kinh nghiệm từ một tỉnh miền núi', 'positive', 'VPUB'],
  ['bao', 6, 'Phiếu hướng dẫn mỗi nơi một kiểu', 'not_yet', 'SNV'],
  ['cong', 7, 'Công bố 118 thủ tục phi địa giới', 'neutral', 'VPUB'],
  ['nhip', 8, 'Chuyến ghe chở Một cửa qua sông', 'positive', 'X25-xã Cồn Sậy'],
  ['tin', 9, 'Lệ phí giảm một nửa, doanh nghiệp nhỏ hưởng lợi', 'positive', 'STC'],
  ['dai', 10, 'Thời sự: giao ban cải cách hành chính quý III', 'neutral', 'VPUB'],
  ['bao', 12, 'Chị Mơ và tấm bảng việc hôm nay', 'positive', 'X25-xã Thượng Lâm'],
  ['viet', 13, 'Viết văn bản cho dân hiểu', 'positive', 'CTTDT'],
  ['nhip', 15, 'Trang thông tin xã: có chuyên mục nhưng bỏ trống', 'not_yet', 'CTTDT'],
  ['bao', 16, 'Tiểu phẩm “Chuyện ở Một cửa” đến chợ phiên', 'positive', 'SVHTTDL'],
  ['dai', 17, 'Hỏi nhanh đáp gọn: căn cước cho trẻ em', 'neutral'],
  ['tin', 19, 'Kỳ vọng từ cuộc đối thoại về đất đai', 'neutral', 'VPUB'],
  ['bao', 20, 'Tổng đài trả lời hơn 1.200 cuộc gọi', 'positive', 'VPUB'],
  ['nhip', 22, 'Người dân còn phải chờ lâu ở khâu trích đo', 'not_yet', 'SNV'],
  ['cong', 24, 'Kết quả PAR INDEX cấp sở', 'neutral', 'SNV'],
  ['bao', 25, 'Ngày không hẹn ở phường Chung An', 'positive', 'X25-phường Chung An'],
  ['dai', 27, 'Lớp học điện thoại ở nhà văn hóa thôn', 'positive', 'X25-xã Thượng Lâm'],
  ['viet', 30, 'Chỉ số hài lòng: điều gì còn dưới 80%?', 'not_yet', 'SNV'],
  ['bao', 33, 'Đoàn viên giúp dân nộp hồ sơ trực tuyến', 'positive'],
  ['tin', 36, 'Thủ tục hỗ trợ lãi suất: dễ hiểu hơn trước', 'positive', 'STC'],
  ['nhip', 40, 'Một số bộ phận một cửa nghỉ trưa sớm', 'not_yet', 'X25-phường Chung An'],
  ['dai', 44, 'Tiếng dân tộc: hướng dẫn đăng ký khai sinh', 'positive'],
  ['bao', 48, 'Xe thư viện lưu động và ngăn sách thủ tục', 'positive', 'SVHTTDL'],
  ['viet', 55, 'Chuyển đổi số cấp xã: bắt đầu từ tấm bảng', 'positive', 'X25-xã Thượng Lâm'],
  ['cong', 60, 'Chỉ thị về kỷ luật, kỷ cương hành chính', 'neutral', 'VPUB'],
  ['tin', 68, 'Doanh nghiệp kiến nghị bỏ một loại báo cáo trùng lặp', 'not_yet', 'STC'],
]

/** Events that the desk covers, by days from today: who covers them in which medium. */
export const events: readonly (readonly [
  title: string,
  about: string,
  place: string,
  inDays: number,
  time: string,
  unit: string,
  coverage: readonly (readonly ['text' | 'photo' | 'video' | 'radio', person: string, unit: string])[],
])[] = [
  [
    'Đối thoại với doanh nghiệp về thủ tục đất đai',
    'Ghi câu hỏi, câu trả lời và lời hứa có thời hạn; phỏng vấn hai doanh nghiệp.',
    'Hội trường UBND tỉnh',
    9,
    '08:00',
    'VPUB',
    [
      ['text', 'Bùi Thảo Ngân', 'BPTTH'],
      ['photo', 'Hồ Quang Vinh', 'BPTTH'],
      ['video', 'Tổ quay phim Thời sự', 'BPTTH'],
      ['radio', 'Mai Thị Hồng', 'CTTDT'],
    ],
  ],
  [
    'Ra mắt Bộ phận Một cửa lưu động của xã Cồn Sậy',
    'Theo chuyến ghe đầu tiên, ghi lại việc của ba hộ dân.',
    'Bến đò ấp Cồn Sậy',
    -12,
    '05:30',
    'X25-xã Cồn Sậy',
    [
      ['text', 'Đặng Văn Lợi', 'X25-xã Cồn Sậy'],
      ['video', 'Bùi Thảo Ngân', 'BPTTH'],
    ],
  ],
]
