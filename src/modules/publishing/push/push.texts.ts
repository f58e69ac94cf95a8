export const texts = {
  hub: { vi: 'Theo dõi tin mới', en: 'Follow the news' },
  hubLead: {
    vi: 'Chọn cách nhận tin thuận tiện nhất. Cách nào cũng miễn phí, chọn được lĩnh vực và dừng bằng một lần bấm.',
    en: 'Choose the way that suits you. All are free, by topic, and end with one click.',
  },
  byPush: { vi: 'Thông báo trên máy này', en: 'Notifications on this device' },
  byPushAbout: {
    vi: 'Điện thoại hoặc máy tính báo ngay khi có tin của lĩnh vực bạn chọn. Không cần tài khoản, không cần địa chỉ thư.',
    en: 'Your phone or computer tells you as soon as there is something. No account, no address.',
  },
  byMail: { vi: 'Bản tin qua thư điện tử', en: 'Newsletter by e-mail' },
  byMailAbout: {
    vi: 'Mỗi tuần hoặc mỗi tháng một thư gom các tin mới, hoặc nhận ngay khi có tin.',
    en: 'One letter a week or a month with all that is new, or at once.',
  },
  byFeed: { vi: 'Nguồn tin RSS, Atom, JSON', en: 'RSS, Atom and JSON feeds' },
  byFeedAbout: {
    vi: 'Dành cho phần mềm đọc tin và các trang thông tin khác muốn dẫn lại.',
    en: 'For feed readers, and for other sites that pass the news on.',
  },
  title: { vi: 'Nhận thông báo trên máy này', en: 'Notifications on this device' },
  lead: {
    vi: 'Khi có tin mới của lĩnh vực bạn chọn, máy này hiện một thông báo gồm tiêu đề và tóm tắt. Từ 21 giờ đến 6 giờ sáng không gửi thông báo.',
    en: 'When there is something new in the topics you choose, this device shows its title and summary. Nothing is sent between 9 in the evening and 6 in the morning.',
  },
  consent: {
    vi: 'Khi bật thông báo, bạn đồng ý để cổng lưu địa chỉ nhận tin do trình duyệt tạo ra. Địa chỉ này chỉ dùng để báo những tin bạn đã chọn và được mã hóa khi lưu. Cổng không biết bạn là ai, không theo dõi bạn có mở tin hay không, và xóa địa chỉ ngay khi bạn ngừng nhận.',
    en: 'When you switch notifications on, you agree that this portal keeps the address your browser makes for them. It is used only to tell you the news you chose, and is stored encrypted. The portal does not learn who you are, does not watch whether you open anything, and deletes the address as soon as you stop.',
  },
  turnOn: { vi: 'Bật thông báo', en: 'Switch notifications on' },
  save: { vi: 'Lưu lựa chọn', en: 'Save' },
  stop: { vi: 'Ngừng nhận trên máy này', en: 'Stop on this device' },
  isOn: {
    vi: 'Máy này đang nhận thông báo theo lựa chọn dưới đây.',
    en: 'This device gets notifications as chosen below.',
  },
  stopped: {
    vi: 'Đã ngừng. Cổng đã xóa địa chỉ nhận thông báo của máy này.',
    en: 'Stopped. The address of this device has been deleted.',
  },
  saved: {
    vi: 'Đã bật thông báo cho máy này theo lựa chọn dưới đây.',
    en: 'Notifications are on for this device, as chosen below.',
  },
  other: {
    vi: 'Trình duyệt này chưa hiện được thông báo của cổng. Bạn vẫn theo dõi được tin mới bằng một trong hai cách:',
    en: 'This browser cannot show notifications of the portal. You can still follow the news in one of two ways:',
  },
  denied: {
    vi: 'Trình duyệt đang chặn thông báo của cổng này. Muốn nhận, hãy mở phần cài đặt trang (biểu tượng bên trái ô địa chỉ), cho phép Thông báo rồi tải lại trang. Hoặc chọn một trong hai cách:',
    en: 'The browser blocks notifications of this portal. To get them, open the settings of the page (the sign left of the address), allow notifications and load the page again. Or choose one of two ways:',
  },
  iphone: {
    vi: 'Trên iPhone, iPad (từ iOS 16.4): bấm nút Chia sẻ, chọn “Thêm vào MH chính”, mở cổng từ biểu tượng vừa thêm rồi vào lại trang này. Hoặc chọn một trong hai cách:',
    en: 'On an iPhone or iPad (from iOS 16.4): tap Share, “Add to Home Screen”, open the portal by the new sign and come back to this page. Or choose one of two ways:',
  },
  failed: {
    vi: 'Chưa bật được: dịch vụ thông báo của trình duyệt không trả lời. Hãy thử lại sau, hoặc chọn một trong hai cách:',
    en: 'It could not be switched on: the notification service of the browser does not answer. Try again later, or choose one of two ways:',
  },
  badTarget: {
    vi: 'Trình duyệt chưa tạo được địa chỉ nhận thông báo. Hãy tải lại trang và bật lại.',
    en: 'The browser has not made an address for notifications. Load the page again and switch them on again.',
  },
  home: { vi: 'Trang chủ', en: 'Home' },
  // office
  office: { vi: 'Thông báo đẩy', en: 'Web push' },
  officeLead: {
    vi: 'Trình duyệt đã đăng ký nhận tin theo lĩnh vực. Chỉ đếm số lượng; không biết ai, không theo dõi ai mở.',
    en: 'Browsers that asked to be told by topic. Only counted: nobody is known, nobody is watched.',
  },
  byItself: {
    vi: 'Bài mới được báo tự động sau 2 phút (ban đêm chờ đến 6 giờ). Muốn duyệt lời từng thông báo, hãy lập kênh “Thông báo đẩy” ở trang Kênh.',
    en: 'New texts are told by themselves after 2 minutes (at night, from 6). To approve the words of each, set up a channel “Web push”.',
  },
  byDesk: {
    vi: 'Có kênh “Thông báo đẩy”: chỉ gửi những gì ban biên tập đã duyệt cho kênh đó.',
    en: 'There is a channel “Web push”: only what the desk approved for it is sent.',
  },
  devices: { vi: 'Máy đang nhận', en: 'Devices' },
  pushes: { vi: 'Thông báo đã gửi', en: 'Pushes' },
  words: { vi: 'Thông báo', en: 'Notification' },
  at: { vi: 'Lúc', en: 'At' },
  waiting: { vi: 'Chờ', en: 'Waiting' },
  sent: { vi: 'Đã gửi', en: 'Sent' },
  unsure: { vi: 'Chưa rõ', en: 'Unsure' },
  refused: { vi: 'Bị từ chối', en: 'Refused' },
  ended: { vi: 'Máy đã ngừng', en: 'Ended' },
  fault: { vi: 'Lỗi gần nhất', en: 'Last fault' },
  noAnswer: { vi: 'không trả lời', en: 'no answer' },
  none: { vi: 'Chưa gửi thông báo nào', en: 'Nothing pushed yet' },
  noneBody: {
    vi: 'Khi có máy đăng ký và có bài mới, mỗi lần gửi hiện một dòng ở đây.',
    en: 'Once a device has subscribed and something new is public, each push has a line here.',
  },
} as const
