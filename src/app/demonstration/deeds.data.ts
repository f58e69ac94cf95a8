/** What units did: the plan, words of the task, who, what, form, theme, place, days ago, and figures. */
export interface Deed {
  plan: 'yearly' | 'control' | 'digital' | 'contest'
  words: string
  unit: string
  what: string
  form: string
  theme: string
  place: string
  ago: number
  figures: Partial<Record<'quantity' | 'copies' | 'people' | 'minutes' | 'views', number>>
  link?: string
  /** How far the assignment got with it; absent: work goes on. */
  outcome?: 'reported' | 'verified' | 'returned'
}

/** The ids of the plans under way. */
export type Plans = Record<Deed['plan'], number>

/** plan | words of the task | unit | what | form | theme | place | days ago | figures | outcome | link */
function deedsOf(table: string): Deed[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [
        plan = '',
        words = '',
        unit = '',
        what = '',
        form = '',
        theme = '',
        place = '',
        ago = '0',
        numbers = '',
        outcome = '',
        link = '',
      ] = line.split(/ *\| */)
      const figures = Object.fromEntries(
        numbers
          .split(', ')
          .filter(Boolean)
          .map((n) => [n.split(' ')[0], Number(n.split(' ')[1])]),
      )
      return {
        ...{ plan: plan as Deed['plan'], words, unit, what, form, theme, place, ago: Number(ago), figures },
        ...(outcome && { outcome: outcome as NonNullable<Deed['outcome']> }),
        ...(link && { link }),
      }
    })
}

export const deeds = deedsOf(`
yearly | Dàn dựng | SVHTTDL | Công diễn tiểu phẩm “Chuyện ở Bộ phận Một cửa” | stage | one_stop | Nhà văn hóa trung tâm tỉnh | 120 | quantity 1, people 420, minutes 25 | verified
yearly | Đưa CCHC lên sân khấu | SVHTTDL | Xe thư viện lưu động đến 6 điểm bưu điện văn hóa xã | library | procedures | Các xã phía Bắc | 75 | quantity 6, people 910, copies 1250
yearly | Làm tờ rơi, tờ gấp, cẩm nang về kiểm soát | VPUB | In và phát tờ gấp hướng dẫn nộp hồ sơ trực tuyến | leaflet | online_services | Trung tâm Phục vụ hành chính công tỉnh | 88 | quantity 1, copies 20000 | reported
yearly | Làm tờ rơi, tờ gấp, cẩm nang về CCHC | SNV | Tập huấn nghiệp vụ cải cách hành chính cho công chức cấp xã | training | civil_service | Hội trường Sở Nội vụ | 54 | quantity 2, people 186
yearly | Sản xuất chuyên trang | BPTTH | Phát sóng 4 số chuyên mục cải cách hành chính | television | procedures | Sóng truyền hình tỉnh | 20 | quantity 4, minutes 60, views 38500
yearly | Đưa tin, bài CCHC | BPTTH | Loạt bài về chính quyền hai cấp gần dân | news | organisation |  | 9 | quantity 7, views 21400 | | https://bao.chungtay.invalid/chinh-quyen-gan-dan
yearly | Mở chuyên mục CCHC | STC | Chuyên mục cải cách tài chính công trên trang của Sở | portal | public_finance |  | 33 | quantity 1, views 2300 | verified | https://stc.chungtay.invalid/cchc
yearly | Mở chuyên mục CCHC | STP | Chuyên mục hỏi đáp hộ tịch, chứng thực | portal | procedures |  | 41 | quantity 1, views 5150 | reported | https://stp.chungtay.invalid/hoi-dap
yearly | Mở chuyên mục CCHC | SYT | Chuyên mục thủ tục hành nghề y, dược | portal | procedures |  | 28 | quantity 1 | returned
yearly | Gửi báo chí kết quả | SNV | Thông cáo kết quả chỉ số PAR INDEX của các sở | news | indices |  | 132 | quantity 1 | verified
yearly | Giữ chuyên mục | CTTDT | Đăng lại trọn bộ chương trình “Chung tay cải cách thủ tục hành chính” | portal | procedures |  | 16 | quantity 12, views 9800
yearly | Nói về CCHC tại hội nghị | X25-phường Chung An | Nói chuyện về dịch vụ công trực tuyến tại tổ dân phố số 4 | meeting | online_services | Nhà văn hóa tổ dân phố số 4 | 12 | quantity 1, people 74
yearly | Nói về CCHC tại hội nghị | X25-xã Thượng Lâm | Phát loa truyền thanh bằng tiếng dân tộc về thủ tục khai sinh | loudspeaker | procedures | 9 thôn | 7 | quantity 18, people 2600, minutes 270
yearly | Nói về CCHC tại hội nghị | X25-xã Cồn Sậy | Lồng nội dung một cửa vào họp thôn | meeting | one_stop | Thôn 2 và thôn 5 | 24 | quantity 2, people 133
yearly | Nói về CCHC tại hội nghị | STP | Lồng ghép vào hội nghị phổ biến pháp luật quý III | legal_education | procedures | Hội trường Sở Tư pháp | 62 | quantity 1, people 210
yearly | Phối hợp với Sở Nội vụ đưa | MTTQ | Sinh hoạt chuyên đề giám sát thủ tục hành chính ở 12 khu dân cư | associations | feedback | 12 khu dân cư | 38 | quantity 12, people 1480 | reported
control | Niêm yết tại trụ sở | X25-phường Chung An | Niêm yết lại toàn bộ thủ tục theo quyết định công bố mới | posting | posting | Trụ sở UBND phường | 15 | quantity 1 | verified
control | Niêm yết tại trụ sở | X25-xã Thượng Lâm | Niêm yết bằng bảng và mã QR tại bộ phận tiếp nhận | posting | posting | Trụ sở UBND xã | 30 | quantity 1 | reported
control | Niêm yết tại trụ sở | X25-xã Cồn Sậy | Niêm yết danh mục thủ tục (ảnh chụp còn mờ) | posting | posting | Trụ sở UBND xã | 26 | quantity 1 | returned
control | Niêm yết tại trụ sở | STC | Cập nhật danh mục thủ tục trên trang điện tử của Sở | posting | posting |  | 50 | quantity 1 | verified
control | Hướng dẫn nộp hồ sơ | VPUB | Đặt 24 pano hướng dẫn nộp hồ sơ bằng điện thoại | visual | online_services | 24 trụ sở cấp xã | 46 | quantity 24 | reported
control | Cho người dân biết | VPUB | Tờ rơi giảm 50% phí, lệ phí khi nộp trực tuyến | leaflet | online_services | 24 xã, phường | 66 | quantity 1, copies 30000 | verified
control | Thông báo rộng rãi | VPUB | Công bố đường dây nóng tiếp nhận phản ánh, kiến nghị | hotline | feedback |  | 140 | quantity 1 | verified
control | Đăng ảnh, bài | BPTTH | Phóng sự “Một ngày ở Trung tâm Phục vụ hành chính công” | reportage | one_stop |  | 18 | quantity 1, minutes 14, views 12600
control | Tập huấn kiến thức | VPUB | Lớp kỹ năng tiếp nhận hồ sơ cho công chức một cửa | training | one_stop | Trung tâm Phục vụ hành chính công tỉnh | 36 | quantity 2, people 120
control | Giới thiệu Bộ phận | VPUB | Video giới thiệu Bộ phận Một cửa kiểu mẫu phường Chung An | social_media | good_models |  | 22 | quantity 1, views 47300 | | https://zalo.chungtay.invalid/mot-cua-kieu-mau
digital | Theo sát nhiệm vụ | SKHCN | Tọa đàm chuyển đổi số trong cơ quan nhà nước | seminar | digital_government | Hội trường Sở | 57 | quantity 1, people 160
digital | Theo sát nhiệm vụ | SXD | Bài viết trên mạng xã hội về cấp phép xây dựng trực tuyến | social_media | online_services |  | 13 | quantity 5, views 8100
digital | Tổ chức sơ kết | SGDDT | Sơ kết 6 tháng công tác tuyên truyền trong ngành | conference | civil_service | Sở Giáo dục và Đào tạo | 138 | quantity 1, people 95 | verified
digital | Hướng dẫn báo chí | SVHTTDL | Giao ban báo chí định hướng tuyên truyền cải cách | meeting | directives | Sở VHTTDL | 10 | quantity 1, people 32
contest | Làm chuyên trang | SNV | Mở chuyên trang CCHC và nâng chất tổng đài | column | procedures |  | 150 | quantity 1, views 15700
contest | Dựa vào Kế hoạch | X25-phường Đông Phố | Ngày thứ Sáu nghe dân nói về thủ tục | dialogue | feedback | Hội trường UBND phường | 44 | quantity 3, people 214 | reported
`)

/** Communes' shows for the contest of spring, in order. */
export const contestShows: readonly string[] = [
  'Thi vòng cơ sở: tiểu phẩm “Hồ sơ không hẹn lại”',
  'Thi vòng cơ sở: chào hỏi, kiến thức và tiểu phẩm',
  'Đội thi của địa phương dự chung kết cấp tỉnh',
  'Hội thi tại nhà văn hóa, 5 đội tham gia',
]

/** Plans of units: unit | number | task | form words | days until due | task … */
export const unitTasks: readonly (readonly [
  unit: string,
  content: string,
  dueIn: number,
  product: string,
])[] = [
  ['SVHTTDL', 'Dàn dựng tiểu phẩm thứ hai về dịch vụ công trực tuyến', 5, '01 tiểu phẩm'],
  ['SVHTTDL', 'Tổ chức đợt thông tin cổ động lưu động tại các xã miền núi', -4, '06 buổi'],
  ['SVHTTDL', 'In áp phích tuyên truyền cải cách hành chính', 24, '500 tờ'],
  ['STP', 'Tập huấn cộng tác viên pháp luật về thủ tục hộ tịch', 1, '01 lớp'],
  ['STP', 'Biên soạn sổ tay hỏi đáp chứng thực', -12, '01 sổ tay'],
  ['STC', 'Hội nghị hướng dẫn thanh toán trực tuyến phí, lệ phí', 6, '01 hội nghị'],
  ['STC', 'Đăng 04 bài về cải cách tài chính công', 0, '04 bài'],
  ['X25-phường Chung An', 'Ra quân hỗ trợ người dân nộp hồ sơ trực tuyến tại 5 khu phố', 3, '05 buổi'],
  ['X25-phường Chung An', 'Làm 03 video ngắn hướng dẫn thủ tục đất đai', -2, '03 video'],
  ['X25-phường Chung An', 'Khảo sát mức độ hài lòng tại bộ phận tiếp nhận', 19, '200 phiếu'],
  ['X25-xã Thượng Lâm', 'Phát thanh tiếng dân tộc về dịch vụ công', 7, '04 số'],
  ['X25-xã Thượng Lâm', 'Họp thôn hướng dẫn dùng ứng dụng định danh', -16, '09 thôn'],
  ['X25-xã Cồn Sậy', 'Treo băng rôn, bảng hướng dẫn tại bến đò và chợ', 2, '06 băng rôn'],
  ['X25-xã Cồn Sậy', 'Nói chuyện với bà con ngư dân về thủ tục tàu cá', -7, '02 buổi'],
]
