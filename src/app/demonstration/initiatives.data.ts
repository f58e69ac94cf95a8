import type { InitiativeState, SenderKind } from '../../modules/initiatives/initiative.ts'

/** A call that is open; its words are written by us. */
export const ideaCall = {
  title: 'Hiến kế giảm thời gian chờ và giấy tờ phải nộp (minh họa)',
  body: 'Tỉnh mời người dân, doanh nghiệp và cán bộ ở Bộ phận Một cửa chỉ ra một việc đang bắt mọi người chờ lâu hoặc nộp thừa giấy tờ, và cách làm gọn hơn.\n\nSáng kiến được chấp nhận sẽ giao một đơn vị làm thử ngay trong quý. Kết quả công bố trên trang này.',
}

export interface IdeaScript {
  title: string
  trouble: string
  proposal: string
  topic: string
  sender: SenderKind
  /** '' where nobody left a name. */
  name: string
  contact: string
  /** Days ago. */
  sent: number
  /** How far it has come. */
  state: InitiativeState
  forCall?: true
  /** Key of the unit it is given to. */
  unit?: string
  /** Due so many days from now; before today it is late. */
  due?: number
  /** What was said: on accepting or declining, and of the result. */
  words?: string
  result?: string
  /** Of what everybody may read. */
  publicText?: string
}

/** Twelve ideas in every state; invented, as are their senders. */
export const ideas: readonly IdeaScript[] = [
  {
    title: 'Nhắn tin báo trước khi giấy phép sắp hết hạn',
    trouble:
      'Hộ kinh doanh hay quên ngày hết hạn giấy chứng nhận an toàn thực phẩm. Đến khi bị nhắc thì phải làm lại từ đầu, mất cả tháng.',
    proposal: 'Hệ thống Một cửa nhắn tin trước 30 ngày, kèm đường dẫn gia hạn trực tuyến.',
    ...{
      topic: 'procedures',
      sender: 'citizen',
      name: 'Phạm Thị Minh Họa',
      contact: 'minhhoa1@chungtay.invalid',
    },
    ...{ sent: 96, state: 'applied', unit: 'X25-phường Chung An', due: -20 },
    words: 'Sáng kiến làm được ngay trên phần mềm hiện có. Tỉnh giao một phường làm thử rồi nhân rộng.',
    result:
      'Phường đã nhắn tin cho 214 hộ kinh doanh trong hai tháng; 198 hộ gia hạn đúng hạn, không hộ nào phải làm lại từ đầu.',
    publicText:
      'Nhắn tin cho hộ kinh doanh trước ngày giấy phép hết hạn 30 ngày, kèm đường dẫn để gia hạn qua mạng, không phải đến Một cửa.',
  },
  {
    title: 'Hẹn giờ làm việc với Bộ phận Một cửa qua điện thoại',
    trouble: 'Sáng thứ hai đông, người ở xa đến từ bảy giờ vẫn phải chờ đến trưa, có khi phải về không.',
    proposal: 'Cho gọi tổng đài hoặc nhắn Zalo để lấy số theo khung giờ, trước một ngày.',
    ...{ topic: 'procedures', sender: 'citizen', name: 'Lê Văn Ví Dụ', contact: '0900 000 001' },
    ...{ sent: 61, state: 'trial', unit: 'X25-phường Chung An', due: 21, forCall: true },
    words: 'Cách làm này đỡ cho người ở xa nhiều nhất. Tỉnh giao phường Chung An làm thử trong ba tháng.',
    publicText: 'Lấy số theo khung giờ qua tổng đài hoặc Zalo trước một ngày, đến đúng giờ là được làm.',
  },
  {
    title: 'Dùng lại bản sao điện tử đã chứng thực, không bắt nộp lần hai',
    trouble:
      'Cùng một sổ hộ tịch mà ba thủ tục ba lần bắt nộp bản sao chứng thực, mỗi lần mất thêm một buổi.',
    proposal: 'Bản sao điện tử đã nộp một lần được lưu trong kho của công dân, thủ tục sau tự lấy ra.',
    ...{
      topic: 'digital_government',
      sender: 'organisation',
      name: 'Hợp tác xã Minh Họa',
      contact: 'htx@chungtay.invalid',
    },
    ...{ sent: 47, state: 'assigned', unit: 'X25-xã Thượng Lâm', due: -3, forCall: true },
    words:
      'Đúng với hướng dùng lại dữ liệu đã có. Giao một xã rà ba thủ tục hộ tịch hay gặp nhất để làm trước.',
    publicText:
      'Giấy tờ đã chứng thực điện tử một lần thì các thủ tục sau dùng lại, không đòi nộp bản giấy nữa.',
  },
  {
    title: 'Một phiếu hướng dẫn chung, chữ to cho người cao tuổi',
    trouble:
      'Phiếu hướng dẫn in chữ nhỏ, mỗi quầy một kiểu, người lớn tuổi đọc không nổi phải nhờ người khác.',
    proposal: 'Một mẫu phiếu chung cho cả tỉnh, một mặt giấy, chữ to, có mã QR để nghe đọc.',
    ...{ topic: 'procedures', sender: 'official', name: 'Nguyễn Thị Giả Định', contact: '' },
    ...{ sent: 25, state: 'accepted', forCall: true },
    words: 'Được chấp nhận. Tỉnh đang chọn đơn vị soạn mẫu phiếu.',
    publicText: 'Một mẫu phiếu hướng dẫn chung cho mọi quầy, chữ to, một mặt giấy, quét mã QR để nghe đọc.',
  },
  {
    title: 'Mở Bộ phận Một cửa sáng thứ bảy ở các xã xa',
    trouble: 'Người đi làm ca, công nhân khu công nghiệp không nghỉ được ngày thường để đi làm giấy tờ.',
    proposal: 'Mở thêm sáng thứ bảy, luân phiên cán bộ trực, nghỉ bù trong tuần.',
    ...{ topic: 'civil_service', sender: 'citizen', name: '', contact: 'congnhan@chungtay.invalid' },
    ...{ sent: 38, state: 'declined' },
    words:
      'Năm nay chưa thêm được vì một số xã chỉ có hai người trực. Trước mắt, hồ sơ nộp qua mạng vào bất cứ giờ nào đều được tiếp nhận ngay sáng làm việc kế tiếp. Tỉnh sẽ xem lại khi sắp xếp xong người ở các xã.',
    publicText:
      'Mở thêm Bộ phận Một cửa sáng thứ bảy ở các xã xa để công nhân, người đi làm ca làm được giấy tờ.',
  },
  {
    title: 'Công khai số ngày trả hồ sơ đúng hẹn của từng quầy',
    trouble: 'Người dân không biết quầy nào hay trễ hẹn, chỉ biết khi đã mất công chờ.',
    proposal: 'Màn hình ở Một cửa và trang của xã hiện tỷ lệ trả đúng hẹn theo từng tuần.',
    ...{ topic: 'procedures', sender: 'citizen', name: 'Đỗ Thị Ví Dụ', contact: 'dothi@chungtay.invalid' },
    ...{ sent: 9, state: 'screening' },
  },
  {
    title: 'Gom các cuộc họp giao ban về một buổi trực tuyến',
    trouble:
      'Cán bộ xã tuần nào cũng ra tỉnh họp hai, ba buổi, đường xa mất cả ngày, việc của dân bị dồn lại.',
    proposal: 'Các sở gom nội dung, họp chung một buổi trực tuyến mỗi tuần.',
    ...{
      topic: 'organisation',
      sender: 'official',
      name: 'Hoàng Văn Minh Họa',
      contact: 'hoang@chungtay.invalid',
    },
    ...{ sent: 19, state: 'received' },
  },
  {
    title: 'Trả lương hưu, trợ cấp qua bưu tá cho người già yếu',
    trouble: 'Các cụ già yếu phải nhờ con cháu chở ra điểm chi trả, đông và phải chờ lâu.',
    proposal: 'Bưu tá mang đến nhà cho người trên 80 tuổi, ký nhận qua điện thoại của bưu tá.',
    ...{ topic: 'public_finance', sender: 'citizen', name: 'Ngô Thị Giả Định', contact: '0900 000 002' },
    ...{ sent: 4, state: 'received', forCall: true },
  },
  {
    title: 'Bỏ quy định nộp ảnh thẻ khi hệ thống đã có ảnh căn cước',
    trouble: 'Làm thủ tục nào cũng đòi hai ảnh thẻ, trong khi căn cước điện tử đã có ảnh.',
    proposal: 'Lấy ảnh từ dữ liệu căn cước, không bắt nộp ảnh giấy.',
    ...{ topic: 'institutions', sender: 'citizen', name: 'Vũ Văn Ví Dụ', contact: 'vu@chungtay.invalid' },
    ...{ sent: 2, state: 'received', forCall: true },
  },
  {
    title: 'Xin cho lấy số qua Zalo trước khi đến phường',
    trouble: 'Chờ lâu ở phường, không biết còn bao nhiêu người trước mình.',
    proposal: 'Cho lấy số qua Zalo và báo khi gần đến lượt.',
    ...{ topic: 'procedures', sender: 'citizen', name: 'Bùi Thị Minh Họa', contact: 'bui@chungtay.invalid' },
    ...{ sent: 30, state: 'merged' },
  },
  {
    title: 'KHUYẾN MÃI LỚN chỉ trong hôm nay',
    trouble: 'Mua hàng giảm giá 90 phần trăm, bấm vào đường dẫn bên dưới để nhận quà.',
    proposal: 'Liên hệ ngay để nhận mã giảm giá, số lượng có hạn.',
    ...{ topic: 'procedures', sender: 'organisation', name: '', contact: '' },
    ...{ sent: 12, state: 'spam' },
  },
  {
    title: 'Sáng kiến mà người gửi đã rút lại',
    trouble: 'Nội dung này bị xóa khi người gửi rút lại, để thấy sổ sáng kiến ghi ra sao.',
    proposal: 'Nội dung này bị xóa khi người gửi rút lại, để thấy sổ sáng kiến ghi ra sao.',
    ...{ topic: 'procedures', sender: 'citizen', name: 'Trần Thị Giả Định', contact: '' },
    ...{ sent: 15, state: 'withdrawn' },
  },
]
